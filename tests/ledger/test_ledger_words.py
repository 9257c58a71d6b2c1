"""Names, dates and queries, as they are taken apart."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.regions import outline
from sayso.ledger.search import MOST_TERMS, Query, Term, all_words, parse_query
from sayso.nouns import Place
from sayso.nouns.days import days_of, parse_interval, period, sortable
from sayso.nouns.folding import clean, fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Guardian's", "guardian"),
        ("MÜLLER", "Muller"),
        ("Bani  Walid,", "bani walid"),
        ("“Agency”", "agency"),
        ("ﬁrst", "first"),
        ("the", "The"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert fold(one)


@pytest.mark.parametrize(("one", "other"), [("Ann Bell", "Anne Bell"), ("Theresa", "resa"), ("Lewis", "Lewi")])
def test_other_names(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_cleaned_text_can_be_stored(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert "\x00" not in clean(text)
    clean(text).encode("utf-8")
    assert fold(text) == fold(text).strip()


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("2017", ("2017-01-01", "2017-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2017-10-28", ("2017-10-28", "2017-10-28")),
        ("2017-01..2017-03", ("2017-01-01", "2017-03-31")),
        ("2017-01..", ("2017-01-01", None)),
        ("..2017", (None, "2017-12-31")),
    ],
)
def test_intervals(typed: str, wanted: tuple[str | None, str | None]) -> None:
    assert parse_interval(typed) == wanted


@given(st.dates(min_value=dt.date(1000, 1, 1)), st.dates(min_value=dt.date(1000, 1, 1)))
def test_an_interval_of_two_days_is_those_days(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one.isoformat(), other.isoformat()))
    assert parse_interval(f"{first}..{last}") == (first, last)
    assert period(first) == (first, first)


@pytest.mark.parametrize(
    "typed", ["17", "2017-13", "2017-02-29", "0000", "2017-1", "today", "2017-10-28T10", "..", " .. "]
)
def test_what_is_no_interval(typed: str) -> None:
    with pytest.raises(ValueError, match=r"date|calendar|end"):
        parse_interval(typed)


@given(
    st.datetimes(min_value=dt.datetime(1900, 1, 1), max_value=dt.datetime(2100, 1, 1)),
    st.integers(-12, 14),
    st.integers(-12, 14),
)
def test_text_order_is_time_order_across_zones(moment: dt.datetime, one: int, other: int) -> None:
    here, there = (dt.timezone(dt.timedelta(hours=hours)) for hours in (one, other))
    earlier = moment.replace(tzinfo=here)
    later = (earlier + dt.timedelta(minutes=1)).astimezone(there)
    assert str(sortable(earlier.isoformat())) < str(sortable(later.isoformat()))


def test_dates_that_cannot_be_read_are_unknown() -> None:
    assert days_of("someday") == (None, None)
    assert sortable("someday") is None
    assert sortable(None) is None
    assert sortable("2024-06-12T99:00") == "2024-06-12"
    assert days_of("2024-06") == ("2024-06-01", "2024-06-30")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("dam collapse", Query(((Term("dam"),), (Term("collapse"),)))),
        ('"dam collapse"', Query(((Term("dam collapse"),),))),
        ("“dam collapse”", Query(((Term("dam collapse"),),))),
        ("collaps*", Query(((Term("collaps", prefix=True),),))),
        ("flood OR dam river", Query(((Term("flood"), Term("dam")), (Term("river"),)))),
        ("OR dam OR", Query(((Term("dam"),),))),
        ('dam -rumour -"it is said"', Query(((Term("dam"),),), (Term("rumour"), Term("it is said")))),
        ('"unfinished phrase', Query(((Term("unfinished phrase"),),))),
        ("- * \" ''", Query(nothing=True)),
        ("col:um AND (x)", Query(((Term("col:um"),), (Term("AND"),), (Term("(x)"),)))),
    ],
)
def test_queries(typed: str, wanted: Query) -> None:
    assert parse_query(typed) == wanted


def test_no_query() -> None:
    assert parse_query(" \n") is None
    assert all_words("") is None
    assert all_words("!") == Query(nothing=True)


@given(st.text(max_size=200))
def test_every_term_holds_something_to_search_for(typed: str) -> None:
    query = parse_query(typed)
    if query is None:
        assert not clean(typed).strip()
        return
    terms = [term for group in query.wanted for term in group] + list(query.unwanted)
    assert len(terms) <= MOST_TERMS
    assert query.nothing == (not terms)
    assert all(any(c.isalnum() for c in term.text) for term in terms)


def place(geometry: dict[str, object] | None) -> Place:
    return Place(id="p1", start=0, end=1, text="x", use="literal", geometry=geometry)


@pytest.mark.parametrize(
    ("geometry", "wanted"),
    [
        (None, None),
        ({"type": "Point", "coordinates": [13.2, 32.9]}, (32.9, 13.2)),
        ({"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 2], [0, 0]]]}, (1.0, 2.0)),
        ({"type": "MultiPolygon", "coordinates": [[[[0, 0], [2, 2]]], [[[8, 8], [10, 10]]]]}, (5.0, 5.0)),
        ({"type": "Point", "coordinates": []}, None),
        ({"type": "GeometryCollection"}, None),
    ],
)
def test_the_middle_of_a_place(geometry: dict[str, object] | None, wanted: tuple[float, float] | None) -> None:
    box = outline(place(geometry))
    assert (box and ((box.south + box.north) / 2, (box.west + box.east) / 2)) == wanted
