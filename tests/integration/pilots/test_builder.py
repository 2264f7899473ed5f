"""The builder on its pages: plain forms over one working copy."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.accounts.services import add_staff, grant
from app.lifecycle import Role
from app.log import SYSTEM
from app.pilots.drafting import working_copy
from app.pilots.info import PilotInfo
from app.pilots.services import get_pilot, go_live

from .conftest import PASSWORD

SECTIONS = ("plan", "promise", "slots", "arms", "answers", "look")


def draft_of(slug: str = "halfleaf"):
    return working_copy(get_pilot(slug))


def save(client: FlaskClient, address: str, version: int | None = None, **data):
    slug = address.split("/")[2]
    typed = {name.replace("__", "."): value for name, value in data.items()}
    version = draft_of(slug).version if version is None else version
    return client.post(address, data={"version": version, **typed})


def fields_on(page: str) -> dict[str, list[str]]:
    """Read a page's form as a browser would send it."""
    found: dict[str, list[str]] = {}
    form = page[page.index('id="draft-form"') :]
    for tag in re.findall(r"<input[^>]*>", form):
        name = re.search(r'name="([^"]+)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        if name and (" checked" in tag or 'type="checkbox"' not in tag):
            found.setdefault(name[1], []).append(value[1] if value else "")
    for name, inner in re.findall(
        r'<textarea[^>]*name="([^"]+)"[^>]*>\n(.*?)</textarea>', form, re.S
    ):
        found.setdefault(name, []).append(inner)
    for name, inner in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', form, re.S):
        chosen = re.search(r'value="([^"]*)" selected', inner)
        found.setdefault(name, []).append(chosen[1] if chosen else "")
    return {
        name: [v.replace("&#39;", "'").replace("&amp;", "&") for v in values]
        for name, values in found.items()
        if name != "csrf_token"
    }


@pytest.mark.parametrize("place", [f"setup/{s}" for s in SECTIONS] + ["form", "form/start"])
def test_every_page_opens_on_the_version_in_force(owner: FlaskClient, place: str) -> None:
    page = owner.get(f"/pilots/halfleaf/{place}")

    assert page.status_code == 200
    assert "As in force" in page.text
    assert not draft_of().exists


@pytest.mark.parametrize(
    "place",
    [
        *(f"setup/{s}" for s in SECTIONS),
        "form/start",
        "form/consents",
        "form/0",
        "form/0-0",
        "form/1-2",
    ],
)
def test_saving_a_page_as_it_stands_changes_nothing(owner: FlaskClient, place: str) -> None:
    address = f"/pilots/halfleaf/{place}"

    answer = owner.post(address, data={**fields_on(owner.get(address).text), "version": 0})

    assert answer.status_code == 303
    assert "Nothing changes" in owner.get("/pilots/halfleaf/setup/publish").text


def test_an_edit_is_kept_and_the_version_in_force_stands(owner: FlaskClient) -> None:
    answer = save(owner, "/pilots/halfleaf/setup/plan", plan__hypothesis="Two of three is enough.")

    page = owner.get("/pilots/halfleaf/setup/plan").text
    assert answer.status_code == 303
    assert "Two of three is enough." in page
    assert "Saved" in page
    assert get_pilot("halfleaf").definition.plan.hypothesis.startswith("Readers keep")


def test_what_cannot_be_read_stays_as_typed_and_is_told(owner: FlaskClient) -> None:
    save(owner, "/pilots/halfleaf/setup/plan", plan__least_n="some", plan__target="400")

    page = owner.get("/pilots/halfleaf/setup/plan").text
    assert 'value="some"' in page
    assert 'value="400"' in page
    assert "2 things to do here" in page
    assert 'href="/pilots/halfleaf/setup/plan#f-plan-least_n"' in page
    assert owner.get("/pilots/halfleaf/setup/promise").status_code == 200


def test_publishing_shows_what_changes_and_makes_a_version(owner: FlaskClient) -> None:
    save(owner, "/pilots/halfleaf/setup/look", brand__line="Books for a rainy week")
    page = owner.get("/pilots/halfleaf/setup/publish").text

    answer = owner.post("/pilots/halfleaf/setup/publish", data={"version": draft_of().version})

    assert "Books chosen for one reader" in page
    assert "Books for a rainy week" in page
    assert answer.status_code == 303
    assert get_pilot("halfleaf").version_number == 2
    assert get_pilot("halfleaf").definition.brand.line == "Books for a rainy week"
    assert not draft_of().exists


def test_a_copy_with_problems_is_not_published(owner: FlaskClient) -> None:
    save(owner, "/pilots/halfleaf/setup/look", contact="")

    answer = owner.post(
        "/pilots/halfleaf/setup/publish",
        data={"version": draft_of().version},
        follow_redirects=True,
    )

    assert "1 thing to do before this can be published" in answer.text
    assert get_pilot("halfleaf").version_number == 1


def test_a_copy_somebody_changed_meanwhile_is_not_published(owner: FlaskClient) -> None:
    save(owner, "/pilots/halfleaf/setup/look", brand__line="One")
    seen = draft_of().version
    save(owner, "/pilots/halfleaf/setup/look", brand__line="Two")

    owner.post("/pilots/halfleaf/setup/publish", data={"version": seen})

    assert get_pilot("halfleaf").version_number == 1


def test_a_stale_save_shows_both_and_changes_nothing(
    app: Flask, owner: FlaskClient, books: PilotInfo
) -> None:
    second = add_staff("second@x.example", "Second Owner", PASSWORD)
    grant(books.id, second, Role.OWNER, actor=SYSTEM)
    other = app.test_client()
    other.post("/login", data={"email": "second@x.example", "password": PASSWORD})
    save(other, "/pilots/halfleaf/setup/look", brand__line="Theirs")

    answer = save(owner, "/pilots/halfleaf/setup/look", version=0, brand__line="Mine")
    piece = owner.post(
        "/pilots/halfleaf/setup/look",
        data={"version": 0, "brand.line": "Mine"},
        headers={"HX-Request": "true"},
    )

    assert (piece.status_code, "<html" in piece.text) == (409, False)
    assert answer.status_code == 409
    assert "Second Owner changed this page meanwhile" in answer.text
    assert "Theirs" in answer.text
    assert 'value="Mine"' in answer.text
    assert draft_of().document["brand"]["line"] == "Theirs"


def test_the_copy_can_be_thrown_away(owner: FlaskClient) -> None:
    save(owner, "/pilots/halfleaf/setup/look", brand__line="Mine")

    owner.post("/pilots/halfleaf/setup/discard", data={"version": draft_of().version})

    assert not draft_of().exists


def test_rows_are_added_moved_and_deleted_by_buttons(owner: FlaskClient) -> None:
    address = "/pilots/halfleaf/setup/slots"

    added = save(owner, address, do="add:slots")
    save(owner, address, slots__2__name="Next door", do="up:slots.2")
    roles = [slot.get("role") for slot in draft_of().document["slots"]]
    save(owner, address, do="delete:slots.0")

    assert added.location.endswith("#r-slots-2")
    assert roles == ["core", "next_door", "wildcard"]
    assert [slot["name"] for slot in draft_of().document["slots"]] == ["Next door", "Wild card"]


@pytest.mark.parametrize(
    "pressed",
    [
        "add:plan",
        "delete:slots",
        "up:form.steps.0",
        "move:slots.0:house.0.x",
        "fire:slots.1",
        "add:",
    ],
)
def test_a_button_the_page_does_not_have_is_refused(owner: FlaskClient, pressed: str) -> None:
    answer = save(owner, "/pilots/halfleaf/setup/slots", do=pressed)

    assert answer.status_code == 422
    assert not draft_of().exists


def test_a_question_is_added_written_and_shown_on_the_phone(owner: FlaskClient) -> None:
    added = save(owner, "/pilots/halfleaf/form", do="add:form.steps.1.questions")
    save(owner, added.location, **{"form.steps.1.questions.3.label": "How much time is there?"})

    question = draft_of().document["form"]["steps"][1]["questions"][3]
    shown = owner.get("/pilots/halfleaf/form/preview/wish")
    assert added.location == "/pilots/halfleaf/form/1-3"
    assert question == {
        "kind": "short_text",
        "label": "How much time is there?",
        "key": "how_much_time_is_there",
    }
    assert "How much time is there?" in shown.text
    assert "frame-ancestors 'self'" in shown.headers["Content-Security-Policy"]
    assert (
        "frame-src 'self'" in owner.get("/pilots/halfleaf/form").headers["Content-Security-Policy"]
    )
    assert (
        "frame-ancestors 'none'"
        in owner.get("/pilots/halfleaf/form").headers["Content-Security-Policy"]
    )


def test_a_condition_is_chosen_from_an_earlier_answer(owner: FlaskClient) -> None:
    address, name = "/pilots/halfleaf/form/1-0", "form.steps.1.questions.0.show_if"

    save(owner, address, **{"there": name, f"{name}@add": "mood", "do": f"save:{name}"})
    page = owner.get(address).text
    save(owner, address, **{"there": name, f"{name}@mood": ["slow", "laugh"]})

    assert f'name="{name}@mood" value="company"' in page
    assert "budget" not in re.findall(rf'name="{name}@add">.*?</select>', page, re.S)[0]
    kept = draft_of().document["form"]["steps"][1]["questions"][0]["show_if"]
    assert kept == {"mood": ["slow", "laugh"]}


def test_conditions_and_rules_follow_a_question_that_is_renamed(owner: FlaskClient) -> None:
    save(owner, "/pilots/halfleaf/form/0-0", **{"form.steps.0.questions.0.key": "feeling"})

    document = draft_of().document
    assert document["form"]["steps"][0]["questions"][1]["show_if"] == {"feeling": ["laugh"]}
    assert "feeling" in document["rules"][0]["when"]
    assert "to do here" not in owner.get("/pilots/halfleaf/setup/arms").text


def test_a_question_moves_to_another_step(owner: FlaskClient) -> None:
    save(
        owner,
        "/pilots/halfleaf/form",
        do="move:form.steps.1.questions.2:form.steps.0.questions.0",
    )

    steps = draft_of().document["form"]["steps"]
    assert steps[0]["questions"][0]["key"] == "budget"
    assert len(steps[1]["questions"]) == 2


def test_the_preview_turns_its_pages_and_keeps_nothing(owner: FlaskClient) -> None:
    started = owner.post("/pilots/halfleaf/form/preview", data={})
    on = owner.post("/pilots/halfleaf/form/preview/mood", data={"go": "next", "q_mood": "slow"})
    back = owner.post("/pilots/halfleaf/form/preview/mood", data={"go": "back"})

    assert started.location == "/pilots/halfleaf/form/preview/mood"
    assert on.location == "/pilots/halfleaf/form/preview/wish"
    assert back.location == "/pilots/halfleaf/form/preview"
    assert "What kind of funny?" in owner.get(started.location).text


def test_an_item_is_found_and_put_into_the_house_list(owner: FlaskClient) -> None:
    led = save(owner, "/pilots/halfleaf/setup/arms", do="find:house.0.item")
    found = owner.get(f"{led.location}?q=river").text

    chosen = owner.post(led.location, data={"version": draft_of().version, "key": "river"})

    assert "Letters to a Slow River" in found
    assert draft_of().document["house"][0]["item"] == "river"
    assert "Letters to a Slow River" in owner.get(chosen.location).text
    assert owner.get("/pilots/halfleaf/setup/items/plan.hypothesis").status_code == 404


def test_frozen_parts_are_read_only_and_say_why(owner: FlaskClient) -> None:
    go_live("halfleaf", actor=SYSTEM)

    page = owner.get("/pilots/halfleaf/setup/plan").text
    save(owner, "/pilots/halfleaf/setup/plan", plan__hypothesis="Something else.")
    pressed = save(owner, "/pilots/halfleaf/setup/slots", do="delete:slots.0")
    save(owner, "/pilots/halfleaf/setup/look", brand__line="New words", disclosure="revealed")

    assert "frozen since the pilot went live" in page
    assert "/pilots/halfleaf/setup/clone" in page
    assert pressed.status_code == 409
    assert draft_of().document["plan"]["hypothesis"].startswith("Readers keep")
    assert draft_of().document["disclosure"] == "neutral"
    owner.post("/pilots/halfleaf/setup/publish", data={"version": draft_of().version})
    assert get_pilot("halfleaf").definition.brand.line == "New words"


def test_a_pilot_from_nothing_lists_what_is_still_to_be_written(owner: FlaskClient) -> None:
    made = owner.post("/pilots", data={"start": "empty", "name": "Tea club", "slug": "tea-club"})

    page = owner.get("/pilots/tea-club/setup/publish").text
    assert made.location == "/pilots/tea-club/setup/plan"
    assert "8 things to do before this can be published" in page
    assert "Hypothesis" in page
    assert "The plan is written" in owner.get("/pilots/tea-club/setup").text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"start": "empty", "name": "", "slug": "tea"}, "Write a name"),
        ({"start": "empty", "name": "Tea", "slug": "Tea club"}, "small letters"),
        ({"start": "empty", "name": "Tea", "slug": "new"}, "Choose another"),
        ({"start": "empty", "name": "Tea", "slug": "halfleaf"}, "already"),
        ({"start": "template", "name": "T", "slug": "t", "template": "moon"}, "Choose one of"),
        ({"start": "file"}, "Choose a pilot file"),
        ({"start": "moon"}, "Not a valid choice"),
    ],
    ids=["name", "slug", "taken word", "taken", "template", "file", "start"],
)
def test_a_new_pilot_is_refused_with_a_reason(owner: FlaskClient, data: dict, words: str) -> None:
    answer = owner.post("/pilots", data=data)

    assert answer.status_code == 422
    assert words in answer.text


def test_a_template_brings_its_catalogue(owner: FlaskClient) -> None:
    owner.post(
        "/pilots",
        data={
            "start": "template",
            "template": "books",
            "name": "Mine",
            "slug": "mine",
            "catalogue": "y",
        },
    )

    made = get_pilot("mine")
    assert made.name == "Mine"
    assert made.catalogue_version == 1


def test_the_next_round_is_a_draft_with_the_same_catalogue(owner: FlaskClient) -> None:
    go_live("halfleaf", actor=SYSTEM)

    made = owner.post(
        "/pilots/halfleaf/setup/clone",
        data={"name": "Second round", "slug": "halfleaf-2", "catalogue": "y"},
    )

    copy, first = get_pilot("halfleaf-2"), get_pilot("halfleaf")
    assert made.location == "/pilots/halfleaf-2/setup/plan"
    assert copy.status == "draft"
    assert copy.definition.plan == first.definition.plan
    assert "Letters to a Slow River" in owner.get("/pilots/halfleaf-2/catalogue").text


def test_a_save_by_script_answers_with_what_changed_on_the_page(owner: FlaskClient) -> None:
    answer = owner.post(
        "/pilots/halfleaf/setup/plan",
        data={"version": 0, "plan.least_n": ""},
        headers={"HX-Request": "true"},
    )

    assert answer.status_code == 200
    assert 'name="version" value="1"' in answer.text
    assert answer.text.count('hx-swap-oob="true"') == 2
    assert "Least customers" in answer.text


def test_the_same_page_saved_twice_by_one_hand_is_no_conflict(owner: FlaskClient) -> None:
    save(owner, "/pilots/halfleaf/setup/look", brand__line="Mine")

    again = save(owner, "/pilots/halfleaf/setup/look", version=0, brand__line="Mine")

    assert again.status_code == 303
