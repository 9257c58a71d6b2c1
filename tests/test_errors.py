"""The error tree: stable codes, one line, and a way back from another process."""

from __future__ import annotations

import pickle
import re

import pytest

from sayso import errors
from sayso.errors import CATALOGUE, SaysoError


def subclasses(kind: type[SaysoError]) -> list[type[SaysoError]]:
    return [kind, *(s for child in kind.__subclasses__() for s in subclasses(child))]


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_each_code_says_what_happened_and_what_to_do(code: str) -> None:
    assert re.fullmatch(r"SAY-\d{3}", code)
    line = str(SaysoError(code, "page.html"))
    assert re.fullmatch(rf"{code} page\.html: [^\n]+; [^\n]+", line)
    assert not CATALOGUE[code].remedy.endswith(".")


def test_a_line_break_in_the_subject_stays_one_line() -> None:
    assert "\n" not in str(SaysoError("SAY-012", "a\nb.html", "first\nsecond"))


def test_a_name_cannot_steer_the_terminal() -> None:
    assert str(SaysoError("SAY-020", "a\x1b[2J\u202eb.html")).startswith("SAY-020 a[2Jb.html: ")


def test_the_contract_shows_this_line() -> None:
    assert str(SaysoError("SAY-012", "page.html")) == (
        "SAY-012 page.html: no article text found; pass --text to read it as plain text"
    )


@pytest.mark.parametrize("kind", subclasses(SaysoError), ids=lambda k: k.__name__)
def test_errors_survive_pickling(kind: type[SaysoError]) -> None:
    error = kind("SAY-020", "x", "gone", "look elsewhere")
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is kind
    assert str(again) == str(error)


def test_the_tree_is_drawn_whole() -> None:
    assert errors.__doc__ is not None
    for kind in subclasses(SaysoError):
        assert kind.__name__ in errors.__doc__
