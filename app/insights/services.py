"""The pilot's numbers as one value: the page, the command and the API show the same."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from app import log
from app.clock import now
from app.extensions import db
from app.insights import figures, findings, reading
from app.insights.answers import (
    Reason,
    Scale,
    VerdictRow,
    closing_scales,
    reasons_given,
    tally_verdicts,
    verdict_rows,
)
from app.insights.comments import count_comments, read_comments
from app.insights.figures import arm_label
from app.insights.funnel import Funnel, funnel_of
from app.insights.kept import KeptShare, clusters_by, hide_all_if_one, kept_share
from app.insights.period import Period
from app.insights.population import Population, population_of
from app.insights.rows import Comment, Group, ShownPicks
from app.insights.times import EffortFigures, Times, delivery_times, effort_figures
from app.log import Actor
from app.models import Pilot, PilotVersion
from app.pilots.definition import Measure, MeasureKind
from app.pilots.info import PilotInfo
from app.pilots.services import get_pilot


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What was believed and by what it is judged, with the version and hash that hold it."""

    hypothesis: str
    measure: str
    target: float
    baseline: str
    guardrail: str
    least_n: int
    planned_n: int
    window_days: int
    ends: date | None
    version: int
    fingerprint: str
    published_at: datetime
    frozen_at: datetime | None
    is_changed_since: bool


@dataclass(frozen=True, slots=True)
class Insights:
    """All figures of one pilot and period, at one moment."""

    pilot: str
    name: str
    period: str
    at: datetime
    plan: PlanFacts
    simulated: int
    tests_left_out: int
    standing: figures.Standing
    arms: tuple[figures.ArmResult, ...]
    contrasts: tuple[figures.Contrast, ...]
    kept: KeptShare
    kept_by_arm: tuple[KeptShare, ...]
    kept_by_slot: tuple[KeptShare, ...]
    verdicts: tuple[VerdictRow, ...]
    reasons: tuple[Reason, ...]
    closing: tuple[Scale, ...]
    times: Times
    effort: EffortFigures
    funnel: Funnel
    findings: dict[str, str]


@dataclass(frozen=True, slots=True)
class Comments:
    """The newest comments and how many there are."""

    newest: tuple[Comment, ...]
    total: int


def insights_of(pilot: PilotInfo, *, period: Period = Period.WHOLE, fold: bool = False) -> Insights:
    """Return the figures of a pilot; `fold` keeps back what fewer than five customers did."""
    moment = now()
    population = population_of(pilot, moment, period.since(moment))
    groups, picks = reading.read_groups(population), reading.read_picks(population)
    arms = _arms(pilot, groups)
    plan = pilot.definition.plan
    fates = _fates(groups, plan.measure)
    standing = figures.standing_of(plan, fates, is_whole=period is Period.WHOLE)
    results = figures.arm_results(fates, arms, plan.target, standing, fold=fold)
    values = {
        "arms": results,
        "contrasts": figures.contrasts(results, standing),
        **_kept(pilot, picks, arms, fold),
        "verdicts": verdict_rows(pilot.definition, tally_verdicts(picks), arms, fold=fold),
        **_said(pilot, population, arms, fold),
        **_clocks(pilot, population, fold),
        "funnel": _funnel(pilot, population, groups, arms, fold),
    }
    return Insights(
        pilot=pilot.slug,
        name=pilot.name,
        period=period.value,
        at=moment,
        plan=_plan(pilot),
        simulated=sum(group.n for group in groups if group.is_simulated),
        tests_left_out=reading.count_tests(population),
        standing=standing,
        findings=_findings(pilot, values, standing),
        **values,
    )


def insights_document(
    slug: str, *, period: Period = Period.WHOLE, fold: bool = False
) -> dict[str, Any]:
    """Return the figures of a pilot as plain JSON values."""
    document: dict[str, Any] = _plain(
        asdict(insights_of(get_pilot(slug), period=period, fold=fold))
    )
    return document


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def comments_of(pilot: PilotInfo, *, period: Period, limit: int, actor: Actor) -> Comments:
    """Return the newest comments in the customers' own words, noting who read them.

    For owners and leads alone.
    """
    moment = now()
    population = population_of(pilot, moment, period.since(moment))
    newest = tuple(read_comments(population, limit))
    total = count_comments(population)
    if newest:
        log.note_read("comments_read", actor=actor, pilot_id=pilot.id)
    return Comments(newest, total)


def _arms(pilot: PilotInfo, groups: Sequence[Group]) -> list[str]:
    declared = [arm.value for arm in pilot.definition.arms]
    return declared + sorted({group.arm for group in groups if group.arm} - set(declared))


def _succeeded(measure: Measure) -> Callable[[Group], bool]:
    by_kind: dict[MeasureKind, Callable[[Group], bool]] = {
        MeasureKind.ANSWERED: lambda group: group.answered,
        MeasureKind.KEPT_AT_LEAST: lambda group: group.kept >= measure.k,
        MeasureKind.TOOK_SET: lambda group: group.took_set,
        MeasureKind.CALL_TO_ACTION: lambda group: group.called,
        MeasureKind.WOULD_PAY: lambda group: group.would_pay,
    }
    return by_kind[measure.kind]


def _fates(groups: Sequence[Group], measure: Measure) -> list[figures.Fate]:
    succeeded = _succeeded(measure)
    return [
        figures.Fate(g.arm, g.is_matured, g.stage == "withdrawn", succeeded(g), g.n)
        for g in groups
        if g.is_first
    ]


def _kept(
    pilot: PilotInfo, picks: Sequence[ShownPicks], arms: Sequence[str], fold: bool
) -> dict[str, Any]:
    by_arm = clusters_by(picks, lambda pick: pick.arm)
    by_role = clusters_by(picks, lambda pick: pick.role)
    names = {slot.role: slot.name for slot in pilot.definition.slots}
    roles = list(dict.fromkeys([*names, *(cluster.name for cluster in by_role)]))
    return {
        "kept": kept_share("All arms", by_arm, fold=fold),
        "kept_by_arm": hide_all_if_one(
            kept_share(arm_label(arm), [c for c in by_arm if c.name == arm], fold=fold)
            for arm in arms
        ),
        "kept_by_slot": tuple(
            kept_share(names.get(role, role), [c for c in by_role if c.name == role], fold=fold)
            for role in roles
        ),
    }


def _said(
    pilot: PilotInfo, population: Population, arms: Sequence[str], fold: bool
) -> dict[str, Any]:
    definition = pilot.definition
    return {
        "reasons": reasons_given(definition, reading.read_reasons(population), fold=fold),
        "closing": closing_scales(definition, reading.read_closing(population), arms, fold=fold),
    }


def _clocks(pilot: PilotInfo, population: Population, fold: bool) -> dict[str, Any]:
    promise = pilot.definition.promise
    hours = promise.hours if promise.working is None else None
    return {
        "times": delivery_times(reading.read_waits(population), hours, fold=fold),
        "effort": effort_figures(reading.read_work(population), promise.zone, fold=fold),
    }


def _funnel(
    pilot: PilotInfo,
    population: Population,
    groups: Sequence[Group],
    arms: Sequence[str],
    fold: bool,
) -> Funnel:
    measure = pilot.definition.plan.measure
    words = figures.measure_words(measure, pilot.definition.cards.nouns)
    success = (words[0].upper() + words[1:], _succeeded(measure))
    return funnel_of(reading.count_started(population), groups, arms, success, fold=fold)


def _plan(pilot: PilotInfo) -> PlanFacts:
    plan = pilot.definition.plan
    fingerprint, published, frozen_hash, frozen_at = db.session.execute(
        select(
            PilotVersion.fingerprint,
            PilotVersion.published_at,
            Pilot.frozen_hash,
            Pilot.frozen_at,
        )
        .join(Pilot, Pilot.id == PilotVersion.pilot_id)
        .where(PilotVersion.id == pilot.version_id)
    ).one()
    return PlanFacts(
        hypothesis=plan.hypothesis,
        measure=figures.measure_words(plan.measure, pilot.definition.cards.nouns),
        target=plan.target,
        baseline=plan.baseline,
        guardrail=plan.guardrail,
        least_n=plan.least_n,
        planned_n=plan.planned_n,
        window_days=plan.window_days,
        ends=plan.ends,
        version=pilot.version_number,
        fingerprint=fingerprint,
        published_at=published,
        frozen_at=frozen_at,
        is_changed_since=frozen_hash is not None and frozen_hash != fingerprint,
    )


def _findings(
    pilot: PilotInfo, values: dict[str, Any], standing: figures.Standing
) -> dict[str, str]:
    words = figures.measure_words(pilot.definition.plan.measure, pilot.definition.cards.nouns)
    return {
        "arms": findings.arms_finding(values["arms"], values["contrasts"], standing, words),
        "kept": findings.kept_finding(values["kept"]),
        "slots": findings.slots_finding(values["kept_by_slot"]),
        "times": findings.times_finding(values["times"]),
        "effort": findings.effort_finding(values["effort"]),
        "funnel": findings.funnel_finding(values["funnel"].steps),
    }
