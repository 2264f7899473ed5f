"""Read the rows of each exported file, streamed, in the order of their ids."""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from app.insights.export_candidates import candidate_rows
from app.insights.export_source import Source
from app.models import (
    Assignment,
    Brief,
    BriefAnswers,
    Customer,
    Delivery,
    Event,
    FormVersion,
    Item,
    ItemVersion,
    Outcome,
    Pick,
    PilotVersion,
    Selection,
)

Row = tuple[Any, ...]
EXPORTED = "exported"


def brief_rows(source: Source) -> Iterator[Row]:
    """Yield every submitted brief with its assignment, first delivery and shareable answers."""
    opened = (
        select(Outcome.brief_id, func.min(Outcome.at).label("at"))
        .where(Outcome.pilot_id == source.pilot_id, Outcome.kind == "opened")
        .group_by(Outcome.brief_id)
        .subquery()
    )
    query = (
        select(
            Brief.id,
            Brief.customer_id,
            Brief.sequence,
            Brief.status,
            Brief.arm,
            Assignment.probability,
            Assignment.hash,
            Assignment.forced,
            PilotVersion.number,
            FormVersion.number,
            Brief.submitted_at,
            Brief.promised_at,
            Brief.window_closes_at,
            Delivery.at,
            Delivery.released_by,
            Delivery.deviation,
            opened.c.at,
            BriefAnswers.answers,
            Brief.form_version_id,
            Brief.is_simulated,
            Brief.is_test,
        )
        .select_from(Brief)
        .outerjoin(Assignment, _assignment())
        .join(PilotVersion, PilotVersion.id == Brief.pilot_version_id)
        .join(FormVersion, FormVersion.id == Brief.form_version_id)
        .outerjoin(Delivery, and_(Delivery.brief_id == Brief.id, Delivery.attempt == 1))
        .outerjoin(opened, opened.c.brief_id == Brief.id)
        .outerjoin(BriefAnswers, BriefAnswers.brief_id == Brief.id)
        .where(source.includes())
        .order_by(Brief.id)
    )
    for brief_id, customer, *middle, answers, form_id, simulated, test in source.stream(query):
        shown = source.shareable(form_id, answers)
        yield (brief_id, source.name(customer), *middle, shown, simulated, test)


def _assignment() -> ColumnElement[bool]:
    return and_(Assignment.customer_id == Brief.customer_id, Assignment.pilot_id == Brief.pilot_id)


def selection_rows(source: Source) -> Iterator[Row]:
    """Yield every finished selection, with its release joined where it was delivered."""
    active = Selection.read_seconds + Selection.search_seconds + Selection.write_seconds
    query = (
        select(
            Selection.id,
            Brief.id,
            Brief.customer_id,
            Selection.role,
            Selection.arm,
            Selection.arm_probability,
            Assignment.hash,
            Selection.policy_kind,
            Selection.policy,
            Selection.staff_id,
            PilotVersion.number,
            FormVersion.number,
            Selection.catalogue_version,
            Selection.candidates,
            Selection.fields_shown,
            Selection.opened_at,
            Selection.first_pick_at,
            Selection.sent_at,
            Brief.promised_at,
            Delivery.at,
            Selection.read_seconds,
            Selection.search_seconds,
            Selection.write_seconds,
            active,
            Selection.could_rule,
            Delivery.attempt,
            Delivery.deviation,
            Brief.is_simulated,
            Brief.is_test,
        )
        .join(Brief, Brief.id == Selection.brief_id)
        .outerjoin(Assignment, _assignment())
        .join(PilotVersion, PilotVersion.id == Selection.pilot_version_id)
        .join(FormVersion, FormVersion.id == Selection.form_version_id)
        .outerjoin(Delivery, Delivery.selection_id == Selection.id)
        .where(Selection.pilot_id == source.pilot_id, source.includes())
        .order_by(Selection.id)
    )
    for selection_id, brief_id, customer, *middle in source.stream(query):
        middle[6] = source.staff(middle[6])
        yield (selection_id, brief_id, source.name(customer), *middle)


def pick_rows(source: Source) -> Iterator[Row]:
    """Yield every pick; a human choice has no propensity, and that stays empty."""
    query = (
        select(
            Pick.id,
            Pick.selection_id,
            Brief.id,
            Brief.customer_id,
            Pick.position,
            Pick.role,
            Pick.item_id,
            Pick.item_version_id,
            Pick.source,
            Pick.reason_code,
            Pick.drivers,
            Pick.fields,
            Pick.search_id,
            Pick.propensity,
            Pick.propensity_included,
            Pick.propensity_kind,
            Brief.is_simulated,
            Brief.is_test,
        )
        .join(Brief, Brief.id == Pick.brief_id)
        .where(Pick.pilot_id == source.pilot_id, source.includes())
        .order_by(Pick.id)
    )
    for pick_id, selection_id, brief_id, customer, *rest in source.stream(query):
        rest[7] = source.code(rest[7])
        yield (pick_id, selection_id, brief_id, source.name(customer), *rest)


def outcome_rows(source: Source) -> Iterator[Row]:
    """Yield every outcome and whether it is the one that counts."""
    in_window = Outcome.at <= Outcome.window_closes_at
    same = (Outcome.delivery_id, Outcome.kind, Outcome.pick_id, Outcome.question, in_window)
    place = func.row_number().over(
        partition_by=same, order_by=(Outcome.at.desc(), Outcome.id.desc())
    )
    query = (
        select(
            Outcome.id,
            Brief.id,
            Brief.customer_id,
            Delivery.selection_id,
            Delivery.attempt,
            Outcome.pick_id,
            Pick.role,
            Pick.item_id,
            Outcome.kind,
            Outcome.question,
            Outcome.value,
            Outcome.source,
            Outcome.at,
            Outcome.window_closes_at,
            case((in_window, 1), else_=0),
            case((and_(in_window, place == 1), 1), else_=0),
            Brief.is_simulated,
            Brief.is_test,
        )
        .join(Brief, Brief.id == Outcome.brief_id)
        .join(Delivery, Delivery.id == Outcome.delivery_id)
        .outerjoin(Pick, Pick.id == Outcome.pick_id)
        .where(Outcome.pilot_id == source.pilot_id, source.includes())
        .order_by(Outcome.id)
    )
    for outcome_id, brief_id, customer, *rest in source.stream(query):
        rest[7] = source.code(rest[7])
        rest[11], rest[12] = bool(rest[11]), bool(rest[12])
        yield (outcome_id, brief_id, source.name(customer), *rest)


def item_rows(source: Source) -> Iterator[Row]:
    """Yield every version of every item of the pilot."""
    query = (
        select(
            Item.id,
            ItemVersion.id,
            Item.key,
            ItemVersion.number,
            ItemVersion.catalogue_version,
            ItemVersion.title,
            ItemVersion.maker,
            ItemVersion.price_minor,
            ItemVersion.currency,
            ItemVersion.tags,
            ItemVersion.attributes,
            ItemVersion.created_at,
            case((Item.current_version_id == ItemVersion.id, 1), else_=0),
            Item.archived_at,
        )
        .join(Item, Item.id == ItemVersion.item_id)
        .where(ItemVersion.pilot_id == source.pilot_id)
        .order_by(ItemVersion.id)
    )
    for *start, is_current, archived_at in source.stream(query):
        yield (*start, bool(is_current), archived_at)


def event_rows(source: Source) -> Iterator[Row]:
    """Yield the log: events of the exported briefs and of the pilot itself, codes only."""
    query = (
        select(
            Event.id,
            Event.at,
            Event.kind,
            Event.brief_id,
            Event.customer_id,
            Event.actor_kind,
            Event.actor_id,
            Event.payload,
            Event.schema_version,
        )
        .outerjoin(Brief, Brief.id == Event.brief_id)
        .outerjoin(Customer, Customer.id == Event.customer_id)
        .where(
            Event.pilot_id == source.pilot_id,
            Event.kind != EXPORTED,
            or_(
                source.includes(),
                and_(Event.brief_id.is_(None), Event.customer_id.is_(None)),
                and_(Event.brief_id.is_(None), source.includes_customer()),
            ),
        )
        .order_by(Event.id)
    )
    for event_id, at, kind, brief_id, customer, actor, who, *rest in source.stream(query):
        payload, version = rest
        name = source.name(who) if actor == "customer" else source.staff(who)
        subject = (event_id, at, kind, brief_id, source.name(customer))
        yield (*subject, actor, name, source.code(payload), version)


def no_rows(_source: Source) -> Iterator[Row]:
    """Yield nothing: no model runs in the shadow yet."""
    return iter(())


ROWS: dict[str, Callable[[Source], Iterator[Row]]] = {
    "briefs": brief_rows,
    "selections": selection_rows,
    "candidates": candidate_rows,
    "picks": pick_rows,
    "outcomes": outcome_rows,
    "shadow": no_rows,
    "items": item_rows,
    "events": event_rows,
}
