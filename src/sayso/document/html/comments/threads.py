"""Which comment answers which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from lxml.html import HtmlElement

_PARENT: Final = (
    "data-parent",
    "data-parent-id",
    "data-parentid",
    "data-parent-comment",
    "data-parent-comment-id",
    "data-reply-to",
)
_OWN: Final = ("id", "data-comment-id", "data-commentid", "data-id", "data-cid")
_NUMBER = re.compile(r"\d+")
_DEPTH = re.compile(r"(?:depth|level|indent)[-_]?(\d+)", re.IGNORECASE)
_STEPS: Final = 24


def parents_of(elements: Sequence[HtmlElement]) -> list[int | None]:
    """For each comment, in the order of the page, the position of the one it answers.

    A comment answers the one inside which it stands; the one whose id it names; or the nearest before it that stands
    less deep, in a container beside it or by its own count of levels.
    """
    position = {element: n for n, element in enumerate(elements)}
    by_id: dict[str, int] = {}
    for n, element in enumerate(elements):
        for name in _OWN:
            if value := element.get(name):
                by_id.setdefault(value, n)
                if number := _NUMBER.findall(value):
                    by_id.setdefault(number[-1], n)
    parents: list[int | None] = []
    last_in: dict[HtmlElement, int] = {}
    levels: list[tuple[int, int]] = []
    for n, element in enumerate(elements):
        parent = _named_parent(element, by_id, n)
        holder: HtmlElement | None = None
        at = element.getparent()
        for _ in range(_STEPS):
            if parent is not None or at is None:
                break
            if at in position:
                parent = position[at]
            elif holder is None and at in last_in and at is not element.getparent():
                holder = at
            at = at.getparent()
        if parent is None and holder is not None and _holds_replies(element, holder):
            parent = last_in[holder]
        level = _level(element)
        if level is not None:
            while levels and levels[-1][0] >= level:
                levels.pop()
            if parent is None and levels and level > levels[-1][0]:
                parent = levels[-1][1]
            levels.append((level, n))
        parents.append(parent)
        container = element.getparent()
        if container is not None:
            last_in[container] = n
    return parents


def _named_parent(element: HtmlElement, by_id: dict[str, int], n: int) -> int | None:
    for name in _PARENT:
        value = element.get(name)
        if value and value != "0" and (found := by_id.get(value)) is not None and found != n:
            return found
    return None


def _holds_replies(element: HtmlElement, holder: HtmlElement) -> bool:
    """Whether what holds the element beside an earlier comment is a list of replies, not a column of the page."""
    at = element.getparent()
    steps = 0
    while at is not None and at is not holder:
        steps += 1
        at = at.getparent()
    return steps <= 3


def _level(element: HtmlElement) -> int | None:
    for name in ("data-depth", "data-level", "aria-level"):
        if (value := element.get(name)) and value.isdigit():
            return int(value)
    found = _DEPTH.search(element.get("class") or "")
    return int(found[1]) if found else None
