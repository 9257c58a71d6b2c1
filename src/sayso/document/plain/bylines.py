"""The names of a byline, and what kind of author each is."""

from __future__ import annotations

import re

from sayso.document.plain.dates import after_when, split_when
from sayso.document.plain.names import name_score
from sayso.document.plain.patterns import pattern
from sayso.nouns.document import AuthorKind

_SPLIT = re.compile(r"\s*(?:,|&|\band\b|\bund\b|\bet\b|;)\s*", re.IGNORECASE)
_JOB = re.compile(
    r"(?:[,|/·•–—(-]|\bin\b|\bfor\b|\bat\b|\bfrom\b)\s*(?:the\s+)?(?:[\w’' -]*?(?:reporter|correspondent|editor|writer|columnist|journalist|staff|desk|bureau|"
    r"analyst|contributor|special to)\b.*|in [A-Z].*)$",
    re.IGNORECASE,
)
#: "in Lenn", "(Example Post)" after a name
_PLACE = re.compile(r"(?<=\w)(?:\s+in\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?|\s*\([^)]{2,40}\))$")
_DESK = re.compile(
    r"\b(?:staff|desk|team|newsroom|editors?|editorial board|reporters?|correspondents?|bureau|admin|redaction|webmaster|news service|press office)\b",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"\b(?:agency|agencies|reuters|afp|dpa|ansa|efe|tass|xinhua|anadolu|associated press|ap|upi|pti|press association|wire|news agency)\b",
    re.IGNORECASE,
)


def author_kind(name: str) -> AuthorKind:
    """Person, desk or agency, by the words of the name."""
    if _AGENCY.search(name):
        return "agency"
    return "desk" if _DESK.search(name) else "person"


def parse_byline(line: str) -> list[str]:
    """The names of a byline ("By Ana Ruiz and Tom Hale, staff writers | 3 May 2024"), empty where it holds none."""
    line = after_when(line) or line
    found = pattern("byline").match(line)
    rest = line[found.end() :] if found else line
    if found and re.search(r"[:|]\s*\S$", found[0]):
        rest = line[found.end() - 1 :]
    split = split_when(rest)
    if split:
        rest = split[0]
    rest = re.split(r"\s+[|·•]\s+|\s{2,}|\s+[–—-]\s+", rest.strip())[0]
    rest = _PLACE.sub("", _JOB.sub("", rest))
    names = [n.strip(' ,.:|“”"') for n in _SPLIT.split(rest)]
    names = [n for n in names if n]
    good = [name_score(n) > -2 or (_DESK.search(n) is not None and len(n.split()) <= 6) for n in names]
    return names if names and all(good) and not any(n[0].isdigit() for n in names) else []
