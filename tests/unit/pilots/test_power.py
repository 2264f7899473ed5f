import pytest

from app.pilots.power import BASES, power, power_rows, smallest_seen

# METHOD 2.3: response needed in the second arm for 80 % power
PUBLISHED = {
    10: (0.60, 0.68, 0.80, 0.89),
    30: (0.32, 0.40, 0.54, 0.65),
    50: (0.24, 0.32, 0.46, 0.57),
    100: (0.17, 0.25, 0.38, 0.49),
    250: (0.12, 0.19, 0.31, 0.42),
}


@pytest.mark.parametrize("n", list(PUBLISHED))
def test_the_published_table_comes_out(n):
    found = tuple(smallest_seen(n, base) for base in BASES)

    assert found == PUBLISHED[n]


def test_more_customers_never_need_a_larger_effect():
    needed = [smallest_seen(n, 0.2) for n in (5, 10, 20, 40, 80, 160, 320)]

    seen = [value if value is not None else 2 for value in needed]
    assert seen == sorted(seen, reverse=True)


@pytest.mark.parametrize(("n", "base"), [(0, 0.1), (1, 0.3), (2, 0.3)])
def test_too_few_customers_show_nothing(n, base):
    assert smallest_seen(n, base) is None


def test_no_effect_is_seen_rarely():
    assert power(50, 0.2, 0.2) < 0.03


def test_a_size_named_twice_stands_once():
    rows = power_rows([("planned", 30), ("least", 30), ("table", 10)])

    assert [(row.n, row.name) for row in rows] == [(10, "table"), (30, "planned and least")]
