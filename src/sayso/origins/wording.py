"""How days, lists and quotations are put in the sentences of every room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sayso.nouns import Statement
from sayso.nouns.days import days_of

#: in English whatever language the machine is set to, as :data:`calendar.month_name` is not
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
#: a quotation is cut to so many code points
LONGEST = 140
#: how a relation of two claims reads from the side of ``a``, and from that of ``b``
READS = {
    "updates": ("updates", "is updated by"),
    "supports": ("supports", "is supported by"),
    "contradicts": ("contradicts", "contradicts"),
    "same": ("says the same as", "says the same as"),
}
_OPEN, _CLOSE = '“"‘', '”"’'


def day(written: str | None) -> str | None:
    """*12 March 2024* for a date or date-time; null where there is none."""
    begin, end = days_of(written)
    if begin is None or begin != end:
        return None
    found = dt.date.fromisoformat(begin)
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"


def capital(text: str) -> str:
    """The text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def listed(words: Sequence[str]) -> str:
    """*a*, *a and b*, *a, b and c*."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def quoted(text: str) -> str:
    """Words in quotation marks, cut to what one takes in at a glance."""
    words = " ".join(text.split()).rstrip(" ,;:.")
    if words[:1] in _OPEN and words[-1:] in _CLOSE and not any(mark in words[1:-1] for mark in _OPEN + _CLOSE):
        words = words[1:-1].rstrip(" ,;:.")
    if len(words) > LONGEST:
        words = words[:LONGEST].rsplit(" ", 1)[0].rstrip(",;: ") + " …"
    return f"“{words.replace('“', '‘').replace('”', '’')}”"


def in_its_words(statement: Statement) -> str:
    """What the page has of a statement, in quotation marks: its own words, and not the claim that was made of them."""
    text = " ".join(statement.quote.split())
    return quoted(text.removeprefix("that ") or statement.text)
