"""A question that somebody keeps, to ask it again."""

from __future__ import annotations

from typing import Literal

from sayso.nouns.base import Noun

QUESTION_SCHEMA: Literal["sayso/question/1"] = "sayso/question/1"


class SavedQuestion(Noun, frozen=True, kw_only=True):
    """A question under a name. ``query`` is that of an address (``outlet=The+Herald&status=denied``), without ``?``.

    Every list of the workbench takes it. ``number`` is the event's; ``at`` the moment in UTC, ISO 8601.
    """

    schema: Literal["sayso/question/1"] = QUESTION_SCHEMA
    name: str
    query: str
    by: str = ""
    at: str = ""
    number: int = 0
