"""Names are data: whatever is asked for is looked up, and nothing else happens."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.measures.places.gazetteer import Gazetteer

NASTY = [
    "%",
    "_",
    "%ripol%",
    "__ipoli",
    "'; DROP TABLE name; --",
    '" OR 1=1',
    "*",
    "\x00",
    "\ud800",
    "a" * 1_000_000,
    "\u202e",
]


@pytest.mark.parametrize("name", NASTY, ids=lambda name: ascii(name)[:12])
def test_wildcards_and_the_like_find_nothing(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name) == []
    assert gazetteer.starts(name) is False
    assert gazetteer.spelling(name, ["LY", name[:2]]) == []
    assert gazetteer.demonym(name) == []
    assert gazetteer.entry(name) is None
    assert gazetteer.country(name[:2]) is None
    assert gazetteer.shape(name) is None
    assert gazetteer.border(name[:2]) is None
    assert gazetteer.coast(name) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(name=st.text(max_size=80))
def test_any_text_can_be_asked_for(gazetteer: Gazetteer, name: str) -> None:
    for match in gazetteer.lookup(name):
        assert 0 < match.score <= 1
        assert -90 <= match.entry.lat <= 90
    assert gazetteer.starts(name) in (True, False)
    gazetteer.spelling(name, ["TN"])
    gazetteer.demonym(name)
