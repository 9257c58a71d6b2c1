"""How days, lists and quotations are put in sentences."""

from __future__ import annotations

import pytest

from sayso.origins.wording import LONGEST, day, listed, quoted


@pytest.mark.parametrize(
    ("written", "put"),
    [
        ("2024-03-12", "12 March 2024"),
        ("2024-12-01T23:30:00+02:00", "1 December 2024"),
        ("2024-03", None),
        (None, None),
    ],
)
def test_a_day_is_written_out_and_nothing_else_is(written: str | None, put: str | None) -> None:
    assert day(written) == put


def test_things_are_listed_as_people_list_them() -> None:
    assert [listed("abc"[:count]) for count in (1, 2, 3)] == ["a", "a and b", "a, b and c"]


def test_a_quotation_has_one_pair_of_marks_and_an_end() -> None:
    assert quoted("“We shut it.”") == quoted(" We shut it. ") == "“We shut it”"
    assert quoted("He said “no” to “all”.") == "“He said ‘no’ to ‘all’”"
    long = quoted("word " * 100)
    assert long.endswith("word …”")
    assert len(long) <= LONGEST + 4
