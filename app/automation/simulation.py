"""Simulated customers of a demo pilot, made through the services so that nothing is impossible.

Each life is one write block: somebody's draft, brief, selection and verdicts appear together, so
that neither a worker nor a curator meets half of one.  Every row is marked as simulated.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import func, select

from app import log
from app.accounts.services import colleagues
from app.automation.inviting import invite
from app.automation.people import Persona, draw_persona
from app.automation.picking import Work, pick_and_send, read
from app.automation.pretended import LifeTime, NotYet
from app.automation.reacting import HOUR, Reader, come_back, react
from app.automation.rota import Curator, Rota, arrivals
from app.automation.scenario import Scenario, names, scenario_of
from app.automation.taste import Stock, stock_of
from app.catalogue.services import cards
from app.clock import now, pretend
from app.database import writing
from app.delivery.services import close_due, release_due, release_early, withdraw
from app.exceptions import Invalid
from app.extensions import db
from app.intake.services import save_step, start_draft, submit
from app.lifecycle import Arm, Role, Status
from app.log import Actor
from app.models import Brief, Item
from app.pilots.info import PilotInfo
from app.pilots.services import get_pilot
from app.queue.services import answer, claim, hand_over, put_back

Progress = Callable[[int, int], None]
MOST_ITEMS = 20_000
ABANDONED, RETURNING, WITHDRAWN, DECLINED = 0.14, 0.06, 0.02, 0.02
FORGOTTEN, PUT_BACK, HANDED_OVER, EARLY = 0.025, 0.03, 0.02, 0.025


@dataclass(slots=True)
class Stage:
    """A pilot with all that its simulated customers and curators need."""

    pilot: PilotInfo
    scenario: Scenario
    stock: Stock
    rota: Rota
    leads: list[int]
    seed: int
    until: datetime

    @property
    def house(self) -> Collection[str]:
        """Return the keys of the house list."""
        return {entry.item for entry in self.pilot.definition.house}

    def rng(self, *parts: object) -> Random:
        """Return a source of chance that depends on the seed and these words alone."""
        return Random(":".join(map(str, (self.pilot.slug, self.seed, *parts))))  # noqa: S311

    def persona(self, index: int) -> Persona:
        """Return the customer with this number."""
        definition = self.pilot.definition
        return draw_persona(
            self.rng("person", index),
            index,
            definition,
            self.scenario,
            names=names(),
            stock=self.stock,
        )


def simulate_customers(
    slug: str,
    *,
    customers: int,
    seed: int,
    until: datetime | None = None,
    progress: Progress | None = None,
) -> int:
    """Let so many simulated customers come, over the ten weeks before `until`; return how many.

    The same seed gives the same people and, arm for arm, the same choices.
    """
    stage = set_stage(slug, seed=seed, until=until or now())
    first = _simulated_so_far(stage.pilot.id)
    rng = stage.rng("arrivals", first)
    moments = arrivals(rng, customers, until=stage.until, promise=stage.pilot.definition.promise)
    if moments:
        with pretend(moments[0] - timedelta(days=2)):
            invite(stage.pilot, [stage.persona(first + n) for n in range(customers)])
    for done, moment in enumerate(moments, start=1):
        with writing():
            live(stage, first + done - 1, moment)
        if progress:
            progress(done, customers)
    return customers


def set_stage(slug: str, *, seed: int, until: datetime) -> Stage:
    """Gather what a simulation needs; raise Invalid where simulated customers have no place."""
    pilot = get_pilot(slug)
    if not pilot.is_demo:
        raise Invalid(f"'{slug}' is a real pilot: it never counts simulated customers.")
    ids = db.session.scalars(
        select(Item.id)
        .where(Item.pilot_id == pilot.id, Item.archived_at.is_(None))
        .order_by(Item.id)
        .limit(MOST_ITEMS)
    ).all()
    if len(ids) < pilot.definition.size:
        raise Invalid(f"'{slug}' has no catalogue to choose from yet. Import one first.")
    curators = [staff_id for staff_id, _ in colleagues(pilot.id, Role.CURATOR, Role.LEAD)]
    if Arm.HAND in pilot.definition.arms and not curators:
        raise Invalid(f"Nobody curates in '{slug}' yet. Give somebody the role first.")
    begin = until - timedelta(weeks=52)
    return Stage(
        pilot=pilot,
        scenario=scenario_of(slug),
        stock=stock_of(
            list(cards(pilot.id, ids).values()), pilot.definition.cards.facets or ("tags",)
        ),
        rota=Rota(
            [Curator(one, 0.6 + 0.1 * (n % 3), begin) for n, one in enumerate(curators)],
            pilot.definition.promise,
        ),
        leads=[staff_id for staff_id, _ in colleagues(pilot.id, Role.LEAD)],
        seed=seed,
        until=until,
    )


def _simulated_so_far(pilot_id: int) -> int:
    query = select(func.count(Brief.id)).where(
        Brief.pilot_id == pilot_id,
        Brief.is_simulated.is_(True),
        Brief.status != Status.DRAFT.value,
    )
    return db.session.scalar(query) or 0


def live(stage: Stage, index: int, moment: datetime) -> None:
    """Let one customer live through intake, selection, delivery and verdicts, up to the present."""
    rng = stage.rng("life", index)
    persona = stage.persona(index)
    if index > 20 and rng.random() < RETURNING:
        persona = stage.persona(rng.randrange(index))
    if rng.random() < ABANDONED:
        _begin_and_leave(stage, rng, moment - timedelta(minutes=rng.uniform(20, 300)))
    time = LifeTime(moment - timedelta(minutes=rng.uniform(3, 9)), stage.until)
    brief_id = ask(stage, persona, time, moment)
    try:
        _answer(stage, rng, persona, time, brief_id)
        _afterwards(stage, rng, persona, time, brief_id)
    except NotYet:
        return


def _begin_and_leave(stage: Stage, rng: Random, moment: datetime) -> None:
    persona = stage.persona(rng.randrange(10**6, 10**7))
    time = LifeTime(moment, stage.until)
    with time.at(moment):
        public_id = start_draft(stage.pilot, is_simulated=True)
    steps = stage.pilot.definition.form.steps
    for step in steps[: rng.randrange(len(steps))]:
        with time.after(rng.uniform(10, 60)):
            given = {question.key: persona.answers.get(question.key) for question in step.questions}
            save_step(public_id, step.key, given)


def ask(stage: Stage, persona: Persona, time: LifeTime, moment: datetime) -> int:
    """Fill in the form and submit it at a moment; return the brief."""
    steps = stage.pilot.definition.form.steps
    with time.after(0):
        public_id = start_draft(stage.pilot, is_simulated=True)
    pause = (moment - time.moment) / (len(steps) + 1)
    for step in steps:
        with time.at(time.moment + pause):
            given = {question.key: persona.answers.get(question.key) for question in step.questions}
            save_step(public_id, step.key, given)
    consents = {
        consent.key: consent.required or persona.may_train
        for consent in stage.pilot.definition.form.consents
    }
    with time.at(moment):
        return submit(public_id, consents=consents).brief_id


def _answer(stage: Stage, rng: Random, persona: Persona, time: LifeTime, brief_id: int) -> None:
    brief = db.session.get_one(Brief, brief_id)
    if rng.random() < WITHDRAWN:
        with time.after(rng.uniform(0.5, 6) * HOUR):
            withdraw(brief_id)
        raise NotYet
    if brief.arm != Arm.HAND:
        with time.after(rng.uniform(1, 3)):
            answer(brief_id)
        due = db.session.get_one(Brief, brief_id).release_at
    else:
        due = _by_hand(stage, rng, persona, time, brief_id)
    if due is None:
        raise NotYet
    with time.at(due):
        release_due()


def _by_hand(
    stage: Stage, rng: Random, persona: Persona, time: LifeTime, brief_id: int
) -> datetime | None:
    wait = 26.0 if rng.random() < FORGOTTEN else rng.expovariate(1 / 2.5)
    work = _take(stage, rng, persona, time, brief_id, wait)
    if rng.random() < PUT_BACK:
        with time.after(240):
            put_back(brief_id, actor=work.actor, reason=rng.choice(stage.scenario.put_back))
        work.curator.free_at = time.moment
        work = _take(stage, rng, persona, time, brief_id, rng.uniform(0.2, 3))
    read(work)
    if rng.random() < DECLINED:
        _decline(work)
        return None
    others = [one for one in stage.rota.curators if one is not work.curator]
    if others and rng.random() < HANDED_OVER:
        taker = rng.choice(others)
        with time.after(30):
            words = rng.choice(stage.scenario.hand_over)
            hand_over(brief_id, actor=work.actor, to=taker.staff_id, reason=words)
        work.curator = taker
    due = pick_and_send(work)
    work.curator.free_at = time.moment + timedelta(minutes=rng.uniform(2, 20))
    return _perhaps_early(stage, rng, time, brief_id, due)


def _take(
    stage: Stage, rng: Random, persona: Persona, time: LifeTime, brief_id: int, wait: float
) -> Work:
    curator, start = stage.rota.next_free(time.moment + timedelta(hours=wait))
    with time.at(start):
        claim(brief_id, actor=Actor.staff(curator.staff_id))
    return Work(
        rng=rng,
        time=time,
        pilot_id=stage.pilot.id,
        brief_id=brief_id,
        curator=curator,
        persona=persona,
        definition=stage.pilot.definition,
        scenario=stage.scenario,
        shelf=stage.stock.near(persona.taste.asked),
    )


def _decline(work: Work) -> None:
    with work.time.after(90):
        log.move(
            work.brief_id,
            "declined",
            actor=work.actor,
            changes={"owner_id": None, "lease_until": None},
            payload={"reason": "out_of_range"},
        )
    work.curator.free_at = work.time.moment


def _perhaps_early(
    stage: Stage, rng: Random, time: LifeTime, brief_id: int, due: datetime
) -> datetime | None:
    patient = due - time.moment < timedelta(hours=1)
    if patient or not (stage.leads and stage.scenario.early) or rng.random() >= EARLY:
        return due
    with time.after(900):
        release_early(brief_id, actor=Actor.staff(rng.choice(stage.leads)))
    return time.moment


def _afterwards(stage: Stage, rng: Random, persona: Persona, time: LifeTime, brief_id: int) -> None:
    brief = db.session.get_one(Brief, brief_id)
    closes = brief.window_closes_at
    reader = Reader(
        rng=rng,
        time=time,
        brief_id=brief_id,
        persona=persona,
        definition=stage.pilot.definition,
        scenario=stage.scenario,
        house=stage.house,
    )
    try:
        react(reader)
    finally:
        if closes is not None and closes <= stage.until:
            with time.at(closes):
                close_due()
    if brief.delivered_at is not None and brief.status != Status.WITHDRAWN:
        come_back(reader, brief.delivered_at)
