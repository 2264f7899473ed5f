"""Tables only, one noun per file; every model says whether it is living, a fact or a side table.

Living: changed under a version.  Fact: triggers refuse UPDATE, DELETE and TRUNCATE.  Side: words
that can be personal, keyed by their fact, emptied by erasure while a tombstone stays.
"""

from app.models.brief import Brief, BriefAnswers, CustomerLink
from app.models.catalogue import (
    CatalogueImport,
    Item,
    ItemFacet,
    ItemSearch,
    ItemVersion,
    StagedItem,
)
from app.models.customer import (
    Assignment,
    Customer,
    CustomerFact,
    CustomerIdentity,
    Suppression,
    WaitingEntry,
)
from app.models.delivery import Delivery, Outcome
from app.models.event import Event, SideText
from app.models.job import Job
from app.models.outbox import OutboxRow
from app.models.pilot import FormVersion, Pilot, PilotDraft, PilotKey, PilotVersion
from app.models.selection import Look, Pick, Search, Selection
from app.models.staff import Membership, SignInFailure, Staff, StaffInvite, StaffSession
from app.models.tray import Tray, TrayPick
from app.models.worker import WorkerBeat

FACTS = (
    PilotVersion,
    FormVersion,
    Assignment,
    ItemVersion,
    Search,
    Look,
    Selection,
    Pick,
    Delivery,
    Outcome,
    Event,
)

__all__ = [
    "FACTS",
    "Assignment",
    "Brief",
    "BriefAnswers",
    "CatalogueImport",
    "Customer",
    "CustomerFact",
    "CustomerIdentity",
    "CustomerLink",
    "Delivery",
    "Event",
    "FormVersion",
    "Item",
    "ItemFacet",
    "ItemSearch",
    "ItemVersion",
    "Job",
    "Look",
    "Membership",
    "OutboxRow",
    "Outcome",
    "Pick",
    "Pilot",
    "PilotDraft",
    "PilotKey",
    "PilotVersion",
    "Search",
    "Selection",
    "SideText",
    "SignInFailure",
    "Staff",
    "StaffInvite",
    "StaffSession",
    "StagedItem",
    "Suppression",
    "Tray",
    "TrayPick",
    "WaitingEntry",
    "WorkerBeat",
]
