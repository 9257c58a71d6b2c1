"""What a question wants, where it stands in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from sayso.ledger.search import parse_query
from sayso.workbench.matched import marked, matches


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("dam", "The dam, not the damage. DAM!", ["dam", "DAM"]),
        ("collaps*", "It collapsed in a collapse", ["collapsed", "collapse"]),
        ('"dam collapse"', "A dam  collapse; collapse of a dam", ["dam  collapse"]),
        ("flood OR strike -storm", "flood, storm and strike", ["flood", "strike"]),
        ("parana", "the Paraná and the Parana\u0301", ["Paraná", "Parana\u0301"]),
        ("dam-break", "the dam break", ["dam break"]),
        ("-dam", "the dam", []),
    ],
)
def test_words_as_the_ledger_finds_them(query: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in matches(text, [parse_query(query)])] == found


@given(st.text(alphabet="ab<>&\" '\u0301é\u2028*-", max_size=40), st.text(alphabet='abé*" -', max_size=12))
def test_only_marks_are_added(text: str, query: str) -> None:
    made = marked(text, [parse_query(query), None])
    assert made.replace("<mark>", "").replace("</mark>", "") == escape(text)
    assert made.count("<mark>") == made.count("</mark>") == len(matches(text, [parse_query(query)]))
