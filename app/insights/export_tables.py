"""The canonical files and what each column means: header and data dictionary in one (pure)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """One file of an export; columns map names to their meaning, in order."""

    name: str
    meaning: str
    columns: dict[str, str]


_MARKS = {
    "is_simulated": "true for made-up history; never mix it with real briefs",
    "is_test": "true for a trial by staff",
}
_BRIEF = {
    "brief_id": "the wish it belongs to (briefs)",
    "customer": "the customer's pseudonym, the same in all files of this pilot",
}

TABLES = (
    Table(
        "briefs",
        "One row per submitted wish (METHOD: request). First brief and first delivery carry the "
        "primary measure; never delivered or declined counts as no.",
        {
            "brief_id": "opaque number of the wish",
            "customer": "the customer's pseudonym; the unit of assignment and of every interval",
            "nth": "1 for the customer's first brief, then 2, 3, ...",
            "status": "where it stands now",
            "arm": "generic, segment, hand or model",
            "arm_probability": "exact probability of that arm when it was drawn",
            "arm_hash": "hash that drew the arm",
            "arm_forced": "true when the arm was set for a trial and not drawn",
            "pilot_version": "number of the published pilot file",
            "form_version": "number of the published form",
            "submitted_at": "when the customer submitted",
            "promised_at": "the promise made then; the outcome window starts here",
            "window_closes_at": "end of the outcome window; before it a missing outcome is unknown",
            "released_at": "when the first delivery reached the customer; empty: never",
            "released_by": "worker, or lead for an early release",
            "deviation": "code of a deviation from the protocol",
            "opened_at": "when the delivery was first opened",
            "answers": "JSON: answers a machine could have, no free text, nothing sensitive",
            **_MARKS,
        },
    ),
    Table(
        "selections",
        "One row per finished piece of work on a brief (METHOD: decision).",
        {
            "selection_id": "opaque number of the selection",
            **_BRIEF,
            "role": "primary, second, gold or shadow",
            "arm": "the brief's arm",
            "arm_probability": "exact probability of that arm",
            "arm_hash": "hash that drew the arm",
            "policy_kind": "human, rule or model: who chose",
            "policy": "which curator, rules or list, with version",
            "curator": "pseudonym of the curator; empty for a policy",
            "pilot_version": "number of the published pilot file",
            "form_version": "number of the published form",
            "catalogue_version": "number of the catalogue import in force",
            "n_candidates": "how many items could have been chosen",
            "fields_shown": "JSON: answers the console showed (METHOD: context_fields_shown)",
            "opened_at": "when the work began",
            "first_pick_at": "when the first item was picked",
            "sent_at": "when the work was sent",
            "promised_at": "the promise to the customer",
            "released_at": "when it reached the customer; empty: it did not",
            "read_seconds": "active seconds reading the brief, idle time cut",
            "search_seconds": "active seconds searching",
            "write_seconds": "active seconds writing",
            "active_seconds": "sum of the three",
            "could_rule": "code: could a rule have done this?",
            "attempt": "which delivery of the brief it was; empty: not delivered",
            "deviation": "code of a deviation on release",
            **_MARKS,
        },
    ),
    Table(
        "candidates",
        "One row per settled search, rank and item; items looked at or picked outside any search "
        "stand once with an empty search.",
        {
            "search_id": "opaque number of the search",
            **_BRIEF,
            "curator": "pseudonym of who searched",
            "at": "when the result settled",
            "sort": "order of the result",
            "mode": "all words matched, any of them, or none asked",
            "total": "items found",
            "filters": "JSON: chosen facets; the words of the search are left out",
            "catalogue_version": "number of the catalogue import in force",
            "console_rank": "1-based place in the result",
            "item_id": "the item (items)",
            "listed": "true when it was on the curator's screen",
            "viewed": "true when it was opened while working on this brief",
            "picked": "true when a selection for this brief holds it",
            **_MARKS,
        },
    ),
    Table(
        "picks",
        "One row per item and place of a selection (METHOD: slot).",
        {
            "pick_id": "opaque number of the pick",
            "selection_id": "the selection it stands in",
            **_BRIEF,
            "position": "1-based place in the delivery",
            "slot": "role of that place",
            "item_id": "the item (items)",
            "item_version_id": "the item as it was (items)",
            "source": "curator, shortlist_draw, wildcard, rule, model or filler",
            "reason_code": "code of the reason; its sentence is left out",
            "drivers": "JSON: answers that drove the pick",
            "fields": "JSON: what went with it, such as the payment offered (money in minor "
            "units); facts about the customer and typed words are left out",
            "search_id": "the search it came from",
            "propensity": "P(this item in this place); empty for a human choice, never 1",
            "propensity_incl": "P(item in the list); empty for a human choice",
            "propensity_kind": "exact, deterministic or unknown_human",
            **_MARKS,
        },
    ),
    Table(
        "outcomes",
        "One row per thing a customer did (METHOD: reward). A changed answer is a further row.",
        {
            "outcome_id": "opaque number of the outcome",
            **_BRIEF,
            "selection_id": "the selection that had reached the customer",
            "attempt": "which delivery of the brief it was",
            "pick_id": "the pick it is about; empty: the whole delivery",
            "slot": "role of the pick's place",
            "item_id": "the pick's item",
            "kind": "opened, verdict, verdict_reason, took_set, closing, call_to_action, follow_up",
            "question": "key of the closing question, or `follow-up.question`",
            "value": "code of the answer; free words are left out",
            "source": "where it was given",
            "occurred_at": "when",
            "window_closes_at": "end of the outcome window",
            "in_window": "true when it came in time",
            "counts": "true for the latest in time of its kind, pick and question",
            **_MARKS,
        },
    ),
    Table(
        "shadow",
        "One row per item a model would have picked; empty while no model runs in the shadow.",
        {
            "model_id": "model and version",
            "trained_until": "latest fact it had seen",
            "brief_id": "the wish",
            "item_id": "the item",
            "rank": "1-based place",
            "score": "the model's score",
            "made_at": "when; always before the curator sent",
        },
    ),
    Table(
        "items",
        "One row per version of an item.",
        {
            "item_id": "opaque number of the item",
            "item_version_id": "opaque number of this version",
            "item_key": "the item's key in the catalogue file",
            "version": "number of the version",
            "catalogue_version": "import that brought it",
            "title": "title",
            "maker": "author, brand or maker",
            "price_minor": "price in minor units (pence)",
            "currency": "currency of the price",
            "tags": "JSON: tags",
            "attributes": "JSON: every other column of the catalogue",
            "created_at": "when this version was published",
            "is_current": "true for the version in force",
            "archived_at": "when the item left the catalogue",
        },
    ),
    Table(
        "events",
        "One row per line of the append-only log; exports themselves stand only in the product.",
        {
            "event_id": "opaque number, in order",
            "at": "when",
            "kind": "what happened",
            "brief_id": "the wish it is about",
            "customer": "the customer's pseudonym",
            "actor_kind": "customer, staff, program or system",
            "actor": "pseudonym of who acted",
            "payload": "JSON: codes and numbers",
            "schema_version": "version of the payload's shape",
        },
    ),
)
