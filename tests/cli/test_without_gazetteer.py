"""Without a gazetteer the command line says so once, with what to do."""

from __future__ import annotations

import pytest

from sayso.cli.inputs import warn_without_gazetteer
from sayso.errors import GazetteerError


def test_one_line_says_how_to_build_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sayso.measures.places.gazetteer_or_fault", lambda: GazetteerError("SAY-100", "gone.db"))
    warn_without_gazetteer()
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("SAY-100 gone.db: ")
    assert "sayso gazetteer build" in err
    assert len(err.splitlines()) == 1


def test_nothing_is_said_where_there_is_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sayso.measures.places.gazetteer_or_fault", lambda: object())
    warn_without_gazetteer()
    assert capsys.readouterr() == ("", "")
