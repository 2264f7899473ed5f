"""Simulated customers who were invited: what the team knew of them, by the same file as others."""

import csv
import io
from collections.abc import Sequence

from app.automation.people import Persona
from app.intake.invitations import Mailing, import_invitations
from app.log import SYSTEM
from app.pilots.form_definition import QuestionRole
from app.pilots.info import PilotInfo

BASIS = "contract"
COHORT = "agreement ends"


def invite(pilot: PilotInfo, people: Sequence[Persona]) -> int:
    """Invite simulated customers of whom something is known; return how many are new."""
    known = [person for person in people if person.facts]
    question = pilot.definition.form.by_role(QuestionRole.ADDRESS)
    if not known or question is None:
        return 0
    facts = list(dict.fromkeys(key for person in known for key in person.facts))
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, ["address", "name", "cohort", *facts, "basis"])
    table.writeheader()
    for person in known:
        told = {"address": person.answers[question.key], "name": person.name, "basis": BASIS}
        table.writerow({**told, "cohort": COHORT, **person.facts})
    report = import_invitations(
        pilot,
        io.BytesIO(text.getvalue().encode()),
        name="invitations.csv",
        actor=SYSTEM,
        mailing=Mailing(sends=False, is_simulated=True),
    )
    return report.new
