import hashlib
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.queue.assignment import arm_probabilities, draw_arm

ARMS = {"hand": 60, "segment": 20, "generic": 20}
KNOWN_ARMS = [
    "hand",
    "hand",
    "segment",
    "generic",
    "generic",
    "segment",
    "hand",
    "segment",
    "generic",
    "generic",
    "segment",
    "hand",
]


def test_same_customer_always_gets_the_same_arm():
    assert draw_arm("salt", "c1", ARMS) == draw_arm("salt", "c1", dict(ARMS))


def test_draw_can_be_recalculated_from_its_hash():
    draw = draw_arm("salt", "c1", ARMS)

    assert draw.hash == hashlib.sha256(b"salt:c1").hexdigest()
    assert draw.point == pytest.approx(int(draw.hash[:16], 16) / 2**64, abs=1e-15)


def test_known_customers_get_the_arm_they_got_in_the_first_release():
    arms = [draw_arm("books-2026", f"customer-{i}", ARMS).arm for i in range(12)]

    assert arms == KNOWN_ARMS


def test_another_salt_draws_anew():
    first = [draw_arm("a", str(i), ARMS).arm for i in range(200)]
    second = [draw_arm("b", str(i), ARMS).arm for i in range(200)]

    agreement = sum(x == y for x, y in zip(first, second, strict=True)) / 200
    assert 0.3 < agreement < 0.6  # 0.44 is chance


def test_arms_are_filled_as_their_weights_say():
    n = 20_000
    drawn = Counter(draw_arm("salt", str(i), ARMS).arm for i in range(n))

    chi_square = sum((drawn[a] - n * w / 100) ** 2 / (n * w / 100) for a, w in ARMS.items())

    assert chi_square < 13.8  # p = 0.001 with two degrees of freedom


@given(st.text(min_size=1), st.lists(st.floats(1e-6, 1e6), min_size=1, max_size=6))
def test_probability_is_the_share_of_the_weights(key, numbers):
    weights = {f"arm{i}": weight for i, weight in enumerate(numbers)}
    key = key.encode("utf-8", "replace").decode()

    draw = draw_arm("salt", key, weights)

    assert 0 <= draw.point < 1
    assert draw.probability == pytest.approx(weights[draw.arm] / sum(numbers))
    assert sum(arm_probabilities(weights).values()) == pytest.approx(1)


def test_only_proportions_of_the_weights_matter():
    small = {arm: weight / 100 for arm, weight in ARMS.items()}

    assert all(
        draw_arm("s", str(i), ARMS).arm == draw_arm("s", str(i), small).arm for i in range(300)
    )


def test_single_arm_is_certain():
    assert draw_arm("salt", "c1", {"hand": 3}).probability == 1


@pytest.mark.parametrize("weight", [0, -1, float("nan"), float("inf")])
def test_weight_that_is_no_share_is_refused(weight):
    with pytest.raises(ValueError, match="above zero"):
        draw_arm("salt", "c1", {"hand": 1, "generic": weight})


@pytest.mark.parametrize(("salt", "key", "weights"), [("", "c", ARMS), ("s", "", ARMS)])
def test_empty_salt_or_key_is_refused(salt, key, weights):
    with pytest.raises(ValueError, match="empty"):
        draw_arm(salt, key, weights)


def test_no_arm_at_all_is_refused():
    with pytest.raises(ValueError, match="at least one arm"):
        draw_arm("salt", "c1", {})
