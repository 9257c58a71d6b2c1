"""Clusters keep their numbers; statements are looked up by what is rare in them."""

from __future__ import annotations

import itertools
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from linked_readings import OTHER, copies, linked
from made_readings import page
from sayso.ledger import Ledger, candidates
from sayso.ledger.lookup import BLANK
from sayso.ledger.numbers import numbered
from sayso.ledger.tables import fingerprints, traits
from sayso.ledger.traits import traits_of
from sayso.nouns import Figure
from sayso.origins.statements import statements_of


def test_numbers_of_what_is_joined_split_and_new() -> None:
    def fresh() -> itertools.count[int]:
        return itertools.count(100)

    assert numbered([["a", "b"]], {}, fresh()) == [100]
    assert numbered([["a", "b", "c"]], {"a": 7, "b": 3, "c": 7}, fresh()) == [3]
    assert numbered([["a"], ["b", "c"]], {"a": 5, "b": 5, "c": 5}, fresh()) == [100, 5]
    assert numbered([["a"], ["b"]], {"a": 5, "b": 5}, fresh()) == [5, 100]
    # one is joined to another and split at once: each number goes where most of its members are
    assert numbered([["a", "x"], ["b", "c"]], {"a": 1, "b": 1, "c": 1, "x": 2}, fresh()) == [2, 1]


groups = st.lists(st.integers(0, 5), min_size=1, max_size=12)


@given(before=groups, after=groups)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_numbers_are_given_once_and_stay_where_nothing_changes(before: list[int], after: list[int]) -> None:
    earlier = dict(enumerate(before))
    made = [[key for key, group in enumerate(after) if group == which] for which in sorted(set(after))]
    numbers = numbered(made, earlier, itertools.count(100))
    assert len(set(numbers)) == len(made)
    held = [[key for key, group in earlier.items() if group == which] for which in sorted(set(before))]
    same = numbered(held, earlier, itertools.count(100))
    assert same == sorted(set(before))


def _bands(low: float | None, high: float | None) -> set[str]:
    figure = Figure(
        quantity="q1",
        text="x",
        low=low,
        high=high,
        approximate=False,
        unit=None,
        kind="count",
        of=None,
        head="",
        words=(),
    )
    _, reading = page()
    (statement, *_) = statements_of(reading)
    traits = traits_of(msgspec.structs.replace(statement, figures=(figure,)))
    return {trait for trait in traits if trait.startswith("f:")}


def test_traits_name_words_names_and_bands() -> None:
    _, reading = page()
    first = traits_of(statements_of(reading)[0])
    assert {"w:dam", "w:fail", "n:stewart", "n:vashti"} <= set(first)
    assert len(first) == len(set(first))


def test_figures_near_each_other_share_a_band_and_wild_ranges_have_none() -> None:
    assert _bands(1000, 1000) & _bands(1000, 1100)
    assert not _bands(9, 9) & _bands(14, 14)
    assert not _bands(-9, -9) & _bands(9, 9)
    assert _bands(None, 40) == _bands(40, None) == _bands(40, 40)
    assert _bands(1, 1e9) == _bands(None, None) == _bands(float("inf"), None) == set()


@pytest.mark.parametrize("most", [2, 100])
def test_traits_and_fingerprints_that_everything_has_are_left_out_while_others_remain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(candidates, "MOST_STATEMENTS", most)
    monkeypatch.setattr(candidates, "MOST_DOCUMENTS", most)
    for name, where in (("_WITH_TRAIT", traits.c.trait), ("_WITH_HASH", fingerprints.c.hash)):
        table = where.table
        columns = [column for column in table.c if column is not where]
        monkeypatch.setattr(candidates, name, select(*columns).where(where == BLANK).limit(most + 1))
    with Ledger.open(tmp_path / "l.db") as ledger:
        linked(ledger, [*copies(6), page(OTHER, title="Harvest", source="other.html")])
        with ledger._dialect.reading() as connection:
            found = candidates.Candidates(connection)
            dam = [row for (row,) in connection.exec_driver_sql("SELECT statement_id FROM traits WHERE trait='w:dam'")]
            assert len(dam) == 6
            common = found.like(["w:dam"], outside=0, limit=50)
            # all of them where that is few enough, else a bounded number: a look at some is better than none
            assert len(common) == (6 if most == 100 else most + 1)
            rare = found.like(["w:dam", "w:barley"], outside=0, limit=50)
            assert len(rare) == (7 if most == 100 else 1)
            assert len(found.like(["w:dam", "w:harvest", "w:osteria", "w:year", "w:smaller"], outside=0, limit=1)) == 1
            prints = [h for (h,) in connection.exec_driver_sql("SELECT DISTINCT hash FROM fingerprints")]
            shared = found.sharing(prints, limit=50)
            assert (len(shared) >= 6) == (most == 100)
            assert shared
            assert found.sharing([], limit=5) == []
