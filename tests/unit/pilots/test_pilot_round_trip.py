"""Export then import is the identity, for any pilot; so are the builder's pages left alone."""

from hypothesis import HealthCheck, Phase, given, settings

from app.pilots.builder_fields import Kind, apply_typed
from app.pilots.builder_form import find_place
from app.pilots.builder_shown import Shown, Surroundings, show
from app.pilots.builder_words import SECTIONS
from app.pilots.definition import PilotDefinition
from app.pilots.draft_changes import changes_between
from app.pilots.draft_problems import problems_of
from app.pilots.pilot_file import parse_pilot, write_pilot

from .strategies import pilots

SLOWLY = settings(
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a pilot takes minutes to shrink
    max_examples=15,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@SLOWLY
@given(pilots())
def test_any_pilot_written_and_read_again_is_the_same(pilot):
    again = parse_pilot(write_pilot(pilot))

    assert again == pilot
    assert again.fingerprint() == pilot.fingerprint()


@SLOWLY
@given(pilots())
def test_any_pilot_is_sound_as_a_working_copy(pilot):
    document = pilot.as_document()

    assert problems_of(document) == ()
    assert changes_between(pilot, PilotDefinition.model_validate(document)) == ()


def as_sent(fields: tuple[Shown, ...], typed: dict[str, list[str]]) -> dict[str, list[str]]:
    """Send fields as a browser would."""
    for shown in fields:
        for row in shown.rows:
            as_sent(row.fields, typed)
        typed.setdefault("there", []).append(shown.name)
        typed |= sent_one(shown)
    return typed


def sent_one(shown: Shown) -> dict[str, list[str]]:
    if shown.kind == Kind.BOX:
        return {shown.name: ["y"] if shown.is_on else []}
    if shown.kind == Kind.BOXES:
        return {shown.name: list(shown.values)}
    if shown.kind == Kind.PAIR:
        return {f"{shown.name}.{n}": [value] for n, value in enumerate(shown.values)}
    if shown.kind == Kind.CONDITIONS:
        return {
            f"{shown.name}@{each.key}": list(each.chosen) if each.choices else [each.typed]
            for each in shown.conditions
        }
    return {shown.name: [shown.value.replace("\n", "\r\n")]}


@SLOWLY
@given(pilots())
def test_saving_every_page_as_it_stands_changes_nothing(pilot):
    document = pilot.as_document()
    pages = [((), section.fields) for section in SECTIONS]
    for step, each in enumerate(pilot.form.steps):
        keys = [f"{step}", *(f"{step}-{n}" for n in range(len(each.questions)))]
        places = [find_place(document, key) for key in keys]
        pages += [(place.base, place.fields) for place in places if place]
    for base, fields in pages:
        shown = show(fields, base, Surroundings.of(document, ()))
        document = apply_typed(document, fields, base=base, typed=as_sent(shown, {}))

    assert changes_between(pilot, PilotDefinition.model_validate(document)) == ()
