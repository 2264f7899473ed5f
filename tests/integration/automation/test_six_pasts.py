"""The pasts of the four later pilots are whole: facts known before, fields per pick, follow-ups."""

import pytest
from sqlalchemy import func, select

from app.automation.simulation import simulate_customers
from app.automation.waiting import add_waiting
from app.extensions import db
from app.lifecycle import Arm, Status
from app.models import Brief, Customer, CustomerFact, OutboxRow, Outcome, Pick, Selection, SideText
from tests.integration.automation.making import make_demo_pilot
from tests.integration.automation.test_simulation import NOON, rows

pytestmark = [
    pytest.mark.parametrize("settings", ["sqlite"], indirect=True),
    pytest.mark.usefixtures("app"),
]


def kinds() -> set[str]:
    return {outcome.kind for outcome in rows(Outcome)}


@pytest.mark.parametrize(("slug", "customers"), [("garden", 10), ("finder", 10)])
def test_past_is_whole_marked_and_quiet(slug: str, customers: int) -> None:
    pilot = make_demo_pilot(slug)

    simulate_customers(slug, customers=customers, seed=1, until=NOON)

    briefs = [brief for brief in rows(Brief) if brief.status != Status.DRAFT]
    assert len(briefs) == customers
    assert all(brief.is_simulated for brief in briefs)
    assert {"opened", "verdict"} <= kinds()
    for selection in rows(Selection):
        picks = select(func.count(Pick.id)).where(Pick.selection_id == selection.id)
        assert db.session.scalar(picks) == pilot.definition.size
    assert db.session.scalar(select(func.count(OutboxRow.id))) == 0


def test_engineers_hear_what_came_of_it_in_finder() -> None:
    make_demo_pilot("finder")

    simulate_customers("finder", customers=14, seed=2, until=NOON)

    asked = {row.question: row.value for row in rows(Outcome) if row.kind == "follow_up"}
    assert {"what_came.outcome"} <= set(asked)
    assert "call_to_action" in kinds()


def test_drivers_are_known_before_they_answer_in_renewal() -> None:
    make_demo_pilot("renewal")

    simulate_customers("renewal", customers=12, seed=1, until=NOON)
    waiting = add_waiting("renewal", until=NOON)

    customers = rows(Customer)
    assert all(customer.is_simulated and customer.cohort for customer in customers)
    known = {(fact.customer_id, fact.key) for fact in rows(CustomerFact)}
    assert {(customer.id, "payment_now") for customer in customers} <= known
    assert {fact.basis for fact in rows(CustomerFact)} == {"contract"}
    asked = db.session.scalar(select(func.min(Brief.submitted_at)))
    assert max(fact.at for fact in rows(CustomerFact)) <= NOON
    assert asked is not None
    assert min(customer.created_at for customer in customers) < asked
    assert waiting == 2


def test_payment_now_stands_beside_payment_offered_in_renewal() -> None:
    make_demo_pilot("renewal")

    simulate_customers("renewal", customers=12, seed=1, until=NOON)

    by_hand = {one.id for one in rows(Selection) if one.arm == Arm.HAND}
    for pick in rows(Pick):
        assert ("payment_offered" in pick.fields) == (pick.selection_id in by_hand)
    aside = [text.words or "" for text in rows(SideText) if text.field == "fields"]
    assert len(aside) == len(rows(Pick))
    assert all("payment_now" in words for words in aside)
