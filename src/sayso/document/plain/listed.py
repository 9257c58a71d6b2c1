"""Lists of comments left elsewhere: which of their lines name a page, which an author, and which line heads them."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.document.plain.features import Features

#: Roles of lines in such a list.
HEAD, TITLE, AUTHOR = "head", "title", "author"


def list_roles(features: Sequence[Features], elsewhere: Sequence[bool], rhythm: Sequence[bool]) -> list[str]:
    """For every unit its role or an empty string.

    ``title`` and ``author`` belong to threes of title, text and author (in this order or with the author before the
    text) below a heading of such comments; ``head`` is a short line above a beat of "Name on Title".
    """
    roles = [""] * len(features)
    at = 0
    while at + 2 < len(features):
        a, b, c = features[at : at + 3]
        if elsewhere[at] and _is_title(a) and _together(b, c):
            if _is_author(c) and not _is_author(b) and not b.left_on:
                roles[at], roles[at + 2] = TITLE, AUTHOR
                at += 3
                continue
            if _is_author(b) and b.byline and c.words >= 3:
                roles[at], roles[at + 1] = TITLE, AUTHOR
                at += 3
                continue
        at += 1
    first = next((i for i, beats in enumerate(rhythm) if beats), None)
    for i in (first - 1, first - 2) if first else ():
        if i > 0 and _is_heading(features[i]):
            roles[i] = HEAD
            break
    return roles


def is_quoted_above(f: Features, after: Features | None) -> bool:
    """Is it a text in quotation marks with "Name on Title" right below?"""
    return (
        after is not None
        and after.left_on is not None
        and after.unit.gap == 0
        and f.unit.text[0] in '“"«„'
        and f.unit.text[-1] in '”"»“'
    )


def _is_title(f: Features) -> bool:
    return f.words >= 3 and not (f.stops or f.hits or f.left_on or f.signed or f.date)


def _is_author(f: Features) -> bool:
    if f.words > 5 or f.stops or f.date:
        return False
    dashed = f.unit.text.startswith(("—", "–", "-", "~"))
    return ("byline" in f.hits and not f.signed) or (dashed and f.name > -1) or (f.name >= 1.5 and f.words <= 3)


def _together(b: Features, c: Features) -> bool:
    return b.unit.gap == c.unit.gap == 0


def _is_heading(f: Features) -> bool:
    return f.words <= 4 and not (f.stops or f.prose or f.left_on or f.date or f.inline or f.unit.text[0] in '“"«')
