"""All six pilots that ship live the same journey: from the file to what came of it.

Import, go live, a customer fills in the form (each fork of it), is answered by rules, by the house
list or at the console, reads, answers, follows the call to action and is asked again weeks later.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.catalogue.importing import import_catalogue
from app.catalogue.search import search_items
from app.clock import pretend
from app.console.checks import Level
from app.console.desk import desk_of
from app.console.services import (
    Reason,
    TrayChange,
    change_tray,
    pass_over,
    send,
    write_letter,
    write_reason,
)
from app.delivery.services import (
    afterwards,
    answer_closing,
    answer_follow_up,
    delivery_page,
    follow_call,
    give_verdict,
    note_opened,
    release_due,
)
from app.extensions import db
from app.intake.services import draft, save_step, start_draft, submit
from app.lifecycle import Role, Status
from app.log import SYSTEM, Actor
from app.models import Brief, OutboxRow, Outcome, Pick
from app.paths import SEED
from app.pilots.definition import ClosingQuestion
from app.pilots.form_definition import Form, Question, QuestionKind, QuestionRole
from app.pilots.going_live import readiness_of
from app.pilots.info import PilotInfo
from app.pilots.services import get_pilot, go_live, import_pilot
from app.queue.services import answer_waiting, claim
from tests.factories import address_in, make_staff

SLUGS = ("books", "wardrobe", "reading", "garden", "renewal", "finder")
ONLY_SQLITE = pytest.mark.parametrize("settings", ["sqlite"], indirect=True)
ONLY_POSTGRESQL = pytest.mark.parametrize("settings", ["postgresql"], indirect=True)
TYPED = {
    QuestionKind.SHORT_TEXT: "liquorice",
    QuestionKind.LONG_TEXT: "Something that does what it says.",
}


def make_shipped_pilot(slug: str) -> tuple[PilotInfo, Actor]:
    """Import a pilot as it ships, staff it, check its list and open it."""
    pilot = import_pilot((SEED / "pilots" / f"{slug}.yaml").read_text(), actor=SYSTEM)
    with (SEED / "catalogues" / f"{slug}.csv").open("rb") as rows:
        report = import_catalogue(pilot.id, rows, name=f"{slug}.csv", actor=SYSTEM)
    assert report.failed == 0
    curator = make_staff(pilot, Role.CURATOR, name="Noor Haddad")
    make_staff(pilot, Role.LEAD, name="Mara Okafor")
    make_staff(pilot, Role.OWNER, name="Inge Falk")
    assert [check for check in readiness_of(get_pilot(slug)) if not check.ok] == []
    return go_live(slug, actor=SYSTEM), curator


def forks(form: Form) -> Iterator[dict[str, str]]:
    """Every answer to the question on which most other questions hang; one way where none does."""
    keys = [key for question in form.questions for key in question.show_if]
    governing = max(keys, key=keys.count) if keys else None
    for question in form.questions:
        if question.key == governing:
            yield from ({question.key: option.value} for option in question.options)
            return
    yield {}


def fill_in(pilot: PilotInfo, address: str, chosen: dict[str, str]) -> str:
    """Fill in every step as somebody would type it; return the draft's public id."""
    public_id = start_draft(pilot)
    answers: dict[str, Any] = {}
    for step in draft(public_id).form.steps:
        shown = [q for q in step.questions if pilot.definition.form.is_shown(q, answers)]
        for question in shown:
            answers[question.key] = chosen.get(question.key) or typed(question, address)
        shown = [q for q in step.questions if pilot.definition.form.is_shown(q, answers)]
        given = {q.key: answers.setdefault(q.key, typed(q, address)) for q in shown}
        if given:
            save_step(public_id, step.key, given)
    return public_id


def typed(question: Question, address: str) -> Any:
    """Return a valid answer to any question, as a form sends it."""
    if question.role is QuestionRole.ADDRESS:
        return address
    if question.options:
        first = question.options[0].value
        return [first] if question.kind is QuestionKind.SEVERAL_CHOICES else first
    if question.kind in TYPED:
        return TYPED[question.kind][: question.max_length]
    low, high = question.minimum or 0, question.maximum or 10_000
    return str(int(min(high, max(low, 300))))


def ask(pilot: PilotInfo, arm: str, chosen: dict[str, str]) -> Brief:
    """Submit a brief of a fresh customer of this arm."""
    public_id = fill_in(pilot, address_in(pilot, arm), chosen)
    consents = {consent.key: True for consent in pilot.definition.form.consents}
    return db.session.get_one(Brief, submit(public_id, consents=consents).brief_id)


def answer_by_hand(brief: Brief, curator: Actor) -> None:
    """Pick, say why and send, with the console's services."""
    claim(brief.id, actor=curator)
    desk = desk_of(brief.id)
    shelf = search_items(brief.pilot_id, "", per_page=100, facets=[]).cards
    left = [card for card in shelf if card.stock != 0 and not desk.clash(card)]
    codes = [choice.key for choice in desk.definition.reason_codes]
    for place, slot in enumerate(desk.definition.places, start=1):
        card = next(c for c in left if slot.accepts({**c.attributes, "tags": list(c.tags)}))
        left.remove(card)
        change_tray(brief.id, TrayChange("add", card.item_id, place=place), actor=curator)
        reason = Reason(f"{card.title} does it.", codes[0], (desk.asked[0].key,))
        write_reason(brief.id, card.item_id, reason, version=1, actor=curator)
    if desk.writes_letter:
        mark = desk_of(brief.id).tray.letter_mark
        write_letter(brief.id, "Here is what I found.", seen=mark, actor=curator)
    for finding in desk_of(brief.id).tray.findings:
        if finding.level is Level.WARN and finding.is_open:
            pass_over(brief.id, finding.key, "Looked at, and meant.", actor=curator)
    could = [choice.key for choice in desk.definition.could_rules]
    version = desk_of(brief.id).tray.version
    send(brief.id, actor=curator, could_rule=could[0], version=version)


def react(brief: Brief) -> None:
    """Open the delivery, answer each pick differently, go on, say a last word."""
    definition = delivery_page(brief.id, personal=True).definition
    note_opened(brief.id)
    for place, pick in enumerate(delivery_page(brief.id, personal=True).picks):
        verdict = definition.verdicts[place % len(definition.verdicts)]
        reason = verdict.reasons[0].key if verdict.reasons else None
        give_verdict(brief.id, pick.pick_id, verdict.key, reason=reason)
    if definition.call_to_action:
        follow_call(brief.id)
    answer_closing(brief.id, {question.key: said(question) for question in definition.closing})


def said(question: ClosingQuestion) -> str:
    return {"scale": "4", "text": "Well read."}.get(question.kind) or question.options[0].key


def come_back(brief: Brief, pilot: PilotInfo) -> None:
    """Be asked what came of it when the day has come, not before, and answer."""
    for follow_up in pilot.definition.follow_ups:
        with pretend(brief.delivered_at + timedelta(days=follow_up.days, hours=-1)):
            assert afterwards(brief.id, personal=True).asked == ()
        with pretend(brief.delivered_at + timedelta(days=follow_up.days)):
            assert [one.follow_up.key for one in afterwards(brief.id, personal=True).asked] == [
                follow_up.key
            ]
            answers = {question.key: said(question) for question in follow_up.questions}
            answer_follow_up(brief.id, follow_up.key, answers)
        mail = select(OutboxRow.due_at).where(
            OutboxRow.brief_id == brief.id, OutboxRow.kind == "follow_up"
        )
        assert db.session.scalar(mail) == brief.delivered_at + timedelta(days=follow_up.days)


def release_at(brief: Brief) -> datetime:
    db.session.refresh(brief)
    assert brief.status == Status.READY, brief.status
    assert brief.release_at is not None
    return brief.release_at


def live_through(slug: str) -> None:
    """Let one customer an arm live the whole journey, and one a fork begin it."""
    pilot, curator = make_shipped_pilot(slug)
    paths = list(forks(pilot.definition.form))
    briefs = [ask(pilot, arm, paths[0]) for arm in pilot.definition.arm_weights()]
    for path in paths[1:]:
        assert ask(pilot, "hand", path).status == Status.WAITING

    for brief in briefs:
        if brief.arm == "hand":
            answer_by_hand(brief, curator)
    answer_waiting()
    due = max(release_at(brief) for brief in briefs)
    with pretend(due + timedelta(seconds=1)):
        assert release_due() == len(briefs)

    for brief in briefs:
        db.session.refresh(brief)
        assert brief.status == Status.DELIVERED
        with pretend(due + timedelta(hours=5)):
            react(brief)
        db.session.refresh(brief)
        assert brief.status == Status.ANSWERED
        come_back(brief, pilot)
        check_facts(brief, pilot)


def check_facts(brief: Brief, pilot: PilotInfo) -> None:
    """Look at what stays: a reason and a verdict for each pick, and every answer."""
    assert brief.selection_id is not None
    picks = db.session.scalars(select(Pick).where(Pick.selection_id == brief.selection_id)).all()
    outcomes = db.session.scalars(select(Outcome).where(Outcome.brief_id == brief.id)).all()
    kinds = [outcome.kind for outcome in outcomes]
    assert len(picks) == kinds.count("verdict") == pilot.definition.size
    assert kinds.count("closing") == len(pilot.definition.closing)
    assert ("call_to_action" in kinds) == (pilot.definition.call_to_action is not None)
    assert ("follow_up" in kinds) == bool(pilot.definition.follow_ups)


@ONLY_SQLITE
@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.usefixtures("app")
def test_shipped_pilot_serves_a_customer_of_every_arm_to_the_end(slug: str) -> None:
    live_through(slug)


@ONLY_POSTGRESQL
@pytest.mark.parametrize("slug", ["garden", "finder"])
@pytest.mark.usefixtures("app")
def test_shipped_pilot_serves_every_arm_on_the_larger_database_too(slug: str) -> None:
    live_through(slug)
