"""Every answer of the customer is a further fact; the latest counts."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from app import clock
from app.delivery.services import (
    answer_closing,
    delivery_page,
    give_verdict,
    note_opened,
    release_due,
    take_set,
    withdraw,
)
from app.exceptions import Gone, Invalid, NotFound
from app.extensions import db
from app.models import Brief, OutboxRow, Outcome, SideText
from app.queue.services import answer_waiting
from tests.factories import make_brief, make_pilot


@pytest.fixture
def brief(app: Flask) -> Brief:
    made = make_brief(make_pilot(), arm="generic")
    answer_waiting()
    db.session.expire_all()
    with clock.pretend(made.release_at + timedelta(seconds=1)):
        release_due()
    db.session.expire_all()
    return made


def picks(brief: Brief) -> list[int]:
    return [pick.pick_id for pick in delivery_page(brief.id, personal=False).picks]


def facts(brief: Brief) -> list[tuple[str, str | None]]:
    rows = db.session.execute(
        select(Outcome.kind, Outcome.value).where(Outcome.brief_id == brief.id).order_by(Outcome.id)
    )
    return [(kind, value) for kind, value in rows]


def test_opened_is_noted_once(brief: Brief) -> None:
    note_opened(brief.id)
    note_opened(brief.id)

    assert facts(brief) == [("opened", None)]
    assert db.session.get_one(Brief, brief.id).status == "delivered"


def test_a_changed_verdict_is_a_further_fact(brief: Brief) -> None:
    pick = picks(brief)[0]

    give_verdict(brief.id, pick, "no", reason="sad")
    give_verdict(brief.id, pick, "yes")

    assert facts(brief) == [
        ("opened", None),
        ("verdict", "no"),
        ("verdict_reason", "sad"),
        ("verdict", "yes"),
    ]
    shown = delivery_page(brief.id, personal=False).picks[0]
    assert (shown.verdict, shown.verdict_reason) == ("yes", None)
    db.session.expire_all()
    assert db.session.get_one(Brief, brief.id).status == "answered"


@pytest.mark.parametrize(("verdict", "reason"), [("love", None), ("no", "hungry"), ("yes", "sad")])
def test_an_unknown_answer_is_refused_and_nothing_recorded(
    brief: Brief, verdict: str, reason: str | None
) -> None:
    with pytest.raises(Invalid):
        give_verdict(brief.id, picks(brief)[0], verdict, reason=reason)

    assert facts(brief) == []


def test_a_pick_of_somebody_else_is_not_found(brief: Brief) -> None:
    with pytest.raises(NotFound):
        give_verdict(brief.id, 10**9, "yes")


def test_taking_the_set_keeps_what_has_no_verdict_yet(brief: Brief) -> None:
    first, *rest = picks(brief)
    give_verdict(brief.id, first, "no")

    take_set(brief.id, taken=True)

    page = delivery_page(brief.id, personal=False)
    assert [pick.verdict for pick in page.picks] == ["no"] + ["yes"] * len(rest)
    assert page.took_set


def test_closing_words_go_aside_and_codes_into_the_log(brief: Brief) -> None:
    answer_closing(brief.id, {"understood": "4", "comment": "You knew me", "other": "x"})

    assert facts(brief)[1:] == [("closing", "4"), ("closing", None)]
    assert db.session.scalars(
        select(SideText.words).where(SideText.subject == "outcome")
    ).all() == ["You knew me"]
    assert dict(delivery_page(brief.id, personal=False).closing) == {
        "understood": "4",
        "comment": "You knew me",
    }


@pytest.mark.parametrize("answer", ["6", "0", "many", "4; DROP"])
def test_a_scale_takes_one_to_five_alone(brief: Brief, answer: str) -> None:
    with pytest.raises(Invalid):
        answer_closing(brief.id, {"understood": answer})


def test_nothing_is_recorded_after_withdrawal_and_nothing_is_mailed(brief: Brief) -> None:
    withdraw(brief.id)
    withdraw(brief.id)  # pressed twice

    with pytest.raises(Gone):
        give_verdict(brief.id, picks(brief)[0], "yes")
    states = set(db.session.scalars(select(OutboxRow.state)))
    assert states == {"cancelled"}


def test_the_greeting_names_only_who_is_proven(brief: Brief) -> None:
    assert delivery_page(brief.id, personal=True).first_name == "Ana"
    assert delivery_page(brief.id, personal=False).first_name == ""
