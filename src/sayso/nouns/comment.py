"""A reader's comment that stands on the page beside the article."""

from __future__ import annotations

from typing import Literal

from sayso.nouns.base import Noun, Range


class Comment(Noun, frozen=True, kw_only=True):
    """One comment. ``on`` is the title of the page it was left on where that is another page, or is named.

    ``score`` is the spam score in [0, 1]; ``reasons`` say what it rests on. ``parent`` is the position in the list of
    the comment that this one answers. ``time`` is as written on the page, ISO 8601 where it could be read.
    """

    author: str | None
    text: str
    on: str | None
    spam: bool
    score: float
    reasons: tuple[str, ...]
    kind: Literal["thread", "widget", "pingback"] = "thread"
    time: str | None = None
    parent: int | None = None
    url: str | None = None
    path: str | None = None
    source: Range | None = None
