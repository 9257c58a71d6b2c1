"""Where and by whom a report was filed, at the head of its text: *ROSARIO, Argentina (Tidewire) –*."""

from __future__ import annotations

import re

from sayso.nouns.base import Range

_WORD = r"[^\W\d_][\w.’'-]*"
_PLACE = rf"{_WORD}(?: {_WORD}){{0,3}}"
# Capitals and, after a comma, a country or a date; an agency in brackets. One of the two must be there.
_DATELINE = re.compile(
    rf"(?P<place>(?:[^\W\d_]|[.’' -])+)(?P<where>, (?:\d{{1,2}} )?{_PLACE}\.?(?:,? \d{{1,2}})?){{0,2}}"
    rf"(?: ?\((?P<agency>{_PLACE})\))? ?(?:[–—―]|--|-(?= )) ?"
)
#: A dateline is short.
LONGEST = 90


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the text of a report begins that opens with a dateline at ``start``; ``start`` where there is none."""
    found = _DATELINE.match(text, start, min(end, start + LONGEST))
    if found is None:
        return start
    place = found["place"].strip()
    shouted = len(place) > 2 and place == place.upper() and place[0].isalpha()
    # "The Front (KFL) –" and "The board (…) –" are no places
    agency = found["agency"] is not None and place[:1].isupper() and not found["agency"].isupper()
    agency = agency and len(place.split()) <= 4 and not place.startswith("The ")
    return found.end() if (shouted or agency) and found.end() < end else start


def agency_of(text: str, start: int, end: int) -> Range | None:
    """The name of the agency in the brackets of a dateline."""
    stop = dateline_end(text, start, end)
    found = _DATELINE.match(text, start, stop) if stop > start else None
    return found.span("agency") if found is not None and found["agency"] else None
