"""Datelines that name an agency: *LONDON, May 3 (AP) –*, *(Reuters) -*, *MOSCOW, May 3. /TASS/.*"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.origins.reuse.names import is_agency, is_person, is_unnamed, names_in

#: Words of the sentence behind the dateline of an agency that nobody has listed: less, and it is a list or a table.
MIN_REST = 8
#: Characters of a line that are looked at.
MAX_HEAD = 400
#: Words of the place and day before the name.
MAX_PLACE = 9

_BRACKET = re.compile(r"^([^()\n/]{0,80}?)\s*\(([^()\n]{2,40})\)\s*((?:[.]?\s*[–—-]{1,3}|:)?)\s*")
_SLASHES = re.compile(r"^([^()\n/]{2,80}?)\s*/([^/\n]{2,40})/\s*([.–—-]{1,3})\s*")
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_CAPITALS = re.compile(r"^[^\W\d_]{2,}$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The agencies of a dateline, and the dateline as it is printed."""

    agencies: tuple[str, ...]
    text: str


def dateline(line: str, *, first: bool) -> Dateline | None:
    """The agencies that the dateline at the beginning of a line names, or None.

    An agency that nobody has listed counts where the place is in capitals, or the line is the ``first`` of the text,
    a dash follows and then a sentence.
    """
    line = line[:MAX_HEAD].strip()
    match = _BRACKET.match(line) or _SLASHES.match(line)
    if not match:
        return None
    place, name, dash = match.groups()
    names = [one for one in names_in(name, any_outlet=True) if not is_person(one)]
    if not names or not _is_place(place):
        return None
    words = _WORD.findall(place)
    known = all(is_agency(one) or is_unnamed(one) for one in names)
    capitals = bool(words) and bool(_CAPITALS.match(words[0])) and words[0].isupper()
    if known:
        certain = bool(dash) or capitals
    else:
        rest = _WORD.findall(line[match.end() :])
        certain = bool(dash) and bool(words) and (capitals or first) and len(rest) >= MIN_REST
    return Dateline(tuple(names), match.group().strip()) if certain else None


def _is_place(text: str) -> bool:
    """Whether it may be a place with or without a day: few words, most of them capitalised, no sentence."""
    words = _WORD.findall(text)
    if len(words) > MAX_PLACE or re.search(r"[!?:;\"“”]", text):
        return False
    small = sum(word[0].islower() for word in words)
    return not words or (words[0][0].isupper() and small <= max(1, len(words) // 3))
