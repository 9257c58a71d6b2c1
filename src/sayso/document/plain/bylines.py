"""The names of a byline line; what names are and of which kind is asked of the room's one reader of bylines."""

from __future__ import annotations

import re

from sayso.document.html.metadata.names import kind, person_like, split
from sayso.document.plain.dates import after_date, after_when, is_when, split_when
from sayso.document.plain.names import name_score
from sayso.document.plain.patterns import pattern
from sayso.nouns.document import AuthorKind

#: "in Lenn", "(Example Post)" after a name
_PLACE = re.compile(r"(?<=\w)(?:\s+in\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?|\s*\([^)]{2,40}\))$")
#: "... on 3 May 2024 in News"
_SECTION = re.compile(r"(?<=\d)\s+in\s+[A-Z]\w+(?:\s\w+)?$")
#: "Ana Ruiz, Lenn"
_TOWN = re.compile(r"(?P<name>[^,]{3,60}), (?P<town>[A-Z][^\W\d]+)")
_YEAR = re.compile(r"\b\d{4}\b")
#: what stands beside the names in columns of their own
_COLUMNS = re.compile(r"\s+[|·•]\s+|\s{2,}|\s+[–—-]\s+")
#: "Ana Ruiz, reporter in Lenn": an occupation with a place, which belongs to no name
_JOB = re.compile(
    r"(?:[,/(]|\b(?:for|at|from)\b)\s*(?:the\s+)?[\w’' -]*?"
    r"(?:reporter|correspondent|editor|writer|columnist|journalist|bureau|analyst|contributor|special to)\b.*$",
    re.IGNORECASE,
)


def author_kind(name: str, outlet: str | None = None) -> AuthorKind:
    """``person``, ``desk`` or ``agency``, by the words of the name."""
    return kind(name, outlet)


def by_after_date(line: str) -> str | None:
    """ "by Ana Ruiz" of "Posted on 3 May 2024 by Ana Ruiz", "Ana Ruiz" of "3.05.2024 14:45 Ana Ruiz"; ``None`` where a
    line is not of this kind."""
    label = pattern("date_label").match(line)
    rest = after_date(line[label.end() :] if label else line)
    if not rest:
        return None
    return rest if pattern("byline").match(rest) or (" " in rest and are_names(rest)) else None


def before_date_cell(line: str) -> str | None:
    """The first of several cells of a line one of which is a date: "Ana Ruiz | 3 May 2024 | Valley, News"."""
    cells = _COLUMNS.split(line.strip())
    return cells[0] if len(cells) > 1 and any(is_when(cell) for cell in cells[1:]) else None


def parse_byline(line: str) -> list[str]:
    """The names of a byline ("By Ana Ruiz and Tom Hale, staff writers | 3 May 2024"), empty where it holds none."""
    line = by_after_date(line) or after_when(line) or line
    found = pattern("byline").match(line)
    rest = line[found.end() :] if found else line
    if found and re.search(r"[:|]\s*\S$", found[0]):
        rest = line[found.end() - 1 :]
    ends_in_date = split_when(rest) or split_when(_SECTION.sub("", rest))
    if ends_in_date:
        rest = ends_in_date[0]
    rest = before_date_cell(rest) or _COLUMNS.split(rest.strip())[0]
    rest = _PLACE.sub("", _JOB.sub("", rest))
    if (town := _TOWN.fullmatch(rest)) and kind(town["town"]) == "person":
        rest = town["name"]
    names = split(rest)
    if not names or any(n[0].isdigit() or _YEAR.search(n) for n in names):
        return []
    return names if all(name_score(n) > -2 or kind(n) != "person" for n in names) else []


def are_names(line: str) -> bool:
    """Is the line nothing but names, of persons in full or of desks and agencies?"""
    names = split(line)
    return bool(names) and all(kind(n) != "person" or person_like(n) for n in names)
