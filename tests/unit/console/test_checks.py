"""What blocks and what warns before a tray is sent."""

import pytest

from app.console.checks import Chosen, Finding, Level, Situation, all_clear, find, may_send
from app.pilots.definition import Rules

GOOD = Chosen(position=1, item_id=11, title="Soup", reason="It is kind.", price_minor=999, stock=2)


def make_situation(*picks: Chosen, **values: object) -> Situation:
    known = {"rules": Rules(), "size": len(picks) or 1, **values}
    return Situation(picks=picks, **known)


def codes(situation: Situation) -> list[tuple[str, Level]]:
    return [(finding.code, finding.level) for finding in find(situation)]


def test_a_good_tray_may_be_sent() -> None:
    situation = make_situation(GOOD, budget_minor=1000)

    assert find(situation) == ()
    assert may_send(())
    assert all_clear(situation, ()) == (
        "nothing clashes with “never”",
        "nothing was sent before",
        "within the budget",
    )


def test_each_empty_place_blocks_and_names_its_number() -> None:
    found = find(make_situation(GOOD, size=3))

    assert [(f.words, f.position) for f in found] == [("Fill slot 2", 2), ("Fill slot 3", 3)]
    assert not may_send(found)


@pytest.mark.parametrize("reason", ["", "   ", "…!"], ids=["empty", "blank", "marks"])
def test_a_reason_without_a_word_blocks(reason: str) -> None:
    pick = Chosen(position=1, item_id=11, title="Soup", reason=reason)

    assert codes(make_situation(pick)) == [("reason", Level.BLOCK)]
    assert codes(make_situation(pick, rules=Rules(reason_required=False))) == []


@pytest.mark.parametrize(
    ("rule", "pick"),
    [
        ("never", Chosen(1, 11, "Soup", "Kind.", clash="illness")),
        ("sent_before", Chosen(1, 11, "Soup", "Kind.", sent="in March 2026")),
        ("stock", Chosen(1, 11, "Soup", "Kind.", stock=0)),
        ("budget", Chosen(1, 11, "Soup", "Kind.", price_minor=5000)),
    ],
    ids=["never", "sent_before", "stock", "budget"],
)
@pytest.mark.parametrize("level", ["block", "warn", "off"])
def test_each_rule_blocks_warns_or_is_off(rule: str, pick: Chosen, level: str) -> None:
    situation = make_situation(pick, rules=Rules(**{rule: level}), budget_minor=4999)

    assert codes(situation) == ([] if level == "off" else [(rule, Level(level))])


def test_a_warning_passed_over_with_a_reason_does_not_keep_from_sending() -> None:
    pick = Chosen(1, 11, "Soup", "Kind.", stock=0)

    assert not may_send(find(make_situation(pick)))
    assert may_send(find(make_situation(pick, overrides={"stock:11": "Back on Monday"})))


def test_a_block_stays_whatever_reason_was_given() -> None:
    pick = Chosen(1, 11, "Soup", "Kind.", clash="illness")

    assert not may_send(find(make_situation(pick, overrides={"never:11": "She will not mind"})))


def test_a_larger_sum_asks_for_a_reason_again() -> None:
    dear = Chosen(1, 11, "Soup", "Kind.", price_minor=5000)
    dearer = Chosen(1, 11, "Soup", "Kind.", price_minor=6000)
    given = {"budget:5000": "Agreed by mail"}

    assert may_send(find(make_situation(dear, budget_minor=4000, overrides=given)))
    assert not may_send(find(make_situation(dearer, budget_minor=4000, overrides=given)))


def test_unknown_stock_price_and_budget_raise_nothing() -> None:
    pick = Chosen(1, 11, "Soup", "Kind.", price_minor=None, stock=None)

    assert find(make_situation(pick, budget_minor=10)) == ()
    assert find(make_situation(GOOD, budget_minor=None)) == ()


def test_blocks_come_before_warnings() -> None:
    first = Chosen(1, 11, "Soup", "Kind.", stock=0)
    second = Chosen(2, 12, "Dog", "")

    found: tuple[Finding, ...] = find(make_situation(first, second))

    assert [finding.code for finding in found] == ["reason", "stock"]


def test_a_missing_field_blocks_and_says_which() -> None:
    pick = Chosen(1, 11, "Soup", "Kind.", missing=("Payment offered",))

    found = find(make_situation(pick))

    assert [(f.code, f.level) for f in found] == [("field", Level.BLOCK)]
    assert "Payment offered" in found[0].words


@pytest.mark.parametrize("level", [Level.BLOCK, Level.WARN])
def test_an_item_that_misfits_its_slot_is_found_as_strictly_as_the_slot_says(level: Level) -> None:
    pick = Chosen(1, 11, "Soup", "Kind.", role="core", misfit=level)

    assert codes(make_situation(pick)) == [("slot", level)]


def test_a_misfit_passed_over_asks_anew_in_another_slot() -> None:
    there = Chosen(1, 11, "Soup", "Kind.", role="core", misfit=Level.WARN)
    key = find(make_situation(there))[0].key
    moved = Chosen(1, 11, "Soup", "Kind.", role="wildcard", misfit=Level.WARN)

    assert may_send(find(make_situation(there, overrides={key: "She asked for it."})))
    assert not may_send(find(make_situation(moved, overrides={key: "She asked for it."})))
