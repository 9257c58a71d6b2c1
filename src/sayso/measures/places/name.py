"""A name of a place in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: why a body that goes by a place's name was taken for the place
WHOLE_BODY = "the gazetteer knows it, and it is the whole name of a body"


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of text that names a place.

    ``form`` is *adjective* where the word is of a place (*Libyan*), ``inside`` the body in whose name it stands, and
    ``why`` says in words what it was taken for a place by.
    """

    start: int
    end: int
    text: str
    form: Literal["name", "adjective"]
    inside: str | None
    why: str
