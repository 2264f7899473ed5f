import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.pilots.pilot_file import PilotFileRefused, json_schema, parse_pilot, write_pilot
from tests.pilots import BOOKS, HAND_ALONE


def faults_of(text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(PilotFileRefused) as refused:
        parse_pilot(text)
    return [(problem.line, problem.path, problem.words) for problem in refused.value.listed]


@pytest.mark.parametrize("text", [BOOKS, HAND_ALONE], ids=["books", "hand alone"])
def test_a_pilot_written_and_read_again_is_the_same(text):
    definition = parse_pilot(text)

    assert parse_pilot(write_pilot(definition)) == definition
    assert parse_pilot(write_pilot(definition)).fingerprint() == definition.fingerprint()


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=60)


@settings(deadline=None, max_examples=60)
@given(TEXT)
def test_any_words_survive_writing_and_reading(words):
    books = parse_pilot(BOOKS)
    definition = books.model_copy(update={"debrief": words, "take_set": words})

    again = parse_pilot(write_pilot(definition))

    assert (again.debrief, again.take_set) == (words, words)


TEN_MISTAKES = (
    BOOKS.replace("name: Five books", "nam: Five books")  # 1, 2: unknown and missing
    .replace("accent: petrol", "accent: pink")
    .replace("target: 0.5", "target: 50")
    .replace("least_n: 20", "least_n: many")
    .replace("time_zone: Europe/London", "time_zone: London")
    .replace("kind: long_text, label: What are", "kind: essay, label: What are")
    .replace("wildcard, name: Wild card", "wildcard, name: ''")
    .replace("item: soup, slot: wildcard", "item: soup, slot: hat")
    .replace("- {key: maybe", "- {key: no way")
)


def test_ten_mistakes_are_listed_at_once_with_their_lines():
    found = faults_of(TEN_MISTAKES)

    lines = TEN_MISTAKES.splitlines()
    paths = {path for _, path, _ in found}
    assert paths >= {
        "nam",
        "name",
        "brand.accent",
        "plan.target",
        "plan.least_n",
        "promise.time_zone",
        "form.steps[2].questions[1].kind",
        "slots[2].name",
        "verdicts[2].key",
    }
    for marker, path in [
        ("accent: pink", "brand.accent"),
        ("target: 50", "plan.target"),
        ("kind: essay", "form.steps[2].questions[1].kind"),
        ("- {key: no way", "verdicts[2].key"),
    ]:
        line = next(n for n, text in enumerate(lines, start=1) if marker in text)
        assert line in [at for at, where, _ in found if where == path]


def test_contradictions_are_told_together_with_faults_elsewhere():
    text = BOOKS.replace("disclosure: neutral", "disclosure: named").replace(
        "accent: petrol", "accent: pink"
    )

    found = faults_of(text)

    assert {path for _, path, _ in found} == {"brand.accent", "disclosure"}


def test_all_contradictions_are_told_at_once():
    text = BOOKS.replace("when: at_promise", "when: at_once").replace("kept: true, ", "")

    assert {path for _, path, _ in faults_of(text)} == {"release", "verdicts"}


def test_an_unknown_key_is_named_with_the_nearest_known_one():
    [(line, path, words)] = faults_of(BOOKS.replace("take_set:", "take_sett:"))

    assert path == "take_sett"
    assert BOOKS.replace("take_set:", "take_sett:").splitlines()[line - 1].startswith("take_sett")
    assert "did you mean 'take_set'" in words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("pilot: [a", "not YAML"),
        ("- a\n- b", "key: value"),
        ("pilot: a\npilot: b", "duplicate"),
        ("a: !!python/object/apply:os.system ['true']", "constructor"),
        ("a: &x [*x]", "nested"),
        ("\x00", "not YAML"),
    ],
    ids=["empty", "broken", "list", "double key", "object", "circle", "nul"],
)
def test_what_is_no_pilot_file_is_refused_in_words(text, words):
    [(_, _, said)] = faults_of(text)

    assert words in said


def test_anchors_that_explode_are_refused():
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]

    [(_, _, said)] = faults_of("\n".join(levels))

    assert "anchors" in said


def test_a_rule_that_wants_an_answer_nobody_can_give_is_named():
    [(_, path, words)] = faults_of(BOOKS.replace("when: {mood: laugh}", "when: {mood: cry}"))

    assert (path, words) == ("rules", "'mood' does not offer the answer 'cry'")


def test_the_schema_names_every_part():
    assert {"pilot", "plan", "form", "arms"} <= set(json_schema()["properties"])
