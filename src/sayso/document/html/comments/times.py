"""When a comment was written: ISO 8601 where the page is plain about it, else the page's own words."""

from __future__ import annotations

import functools
import re
from datetime import datetime

from dateutil import parser

from sayso.document.html.comments.wording import months

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)?)?\Z")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOCK = re.compile(r"\d{1,2}[:h]\d\d|\d\s*[ap]\.?\s?m\b|\d\.\d\d\s*uhr", re.IGNORECASE)
_DOTTED = re.compile(r"\d{1,2}\.\s?\d{1,2}\.")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}")
_WORD = re.compile(r"[^\W\d_]+")
_DEFAULT = datetime(2000, 1, 1)


def normal_time(attribute: str | None, text: str | None) -> str | None:
    """The time of a comment.

    Args:
        attribute: a machine-readable value of the page (``time@datetime``, ``content``, ``title``).
        text: the words on the page.

    Returns:
        ``2024-06-12`` or ``2024-06-12T10:31:00`` (with the offset where one is given); the words as they are where they
        are relative ("3 hours ago"), lack the year, or where day and month cannot be told apart; ``None`` without any.
    """
    if attribute and _ISO.match(attribute.strip()):
        return attribute.strip().replace(" ", "T", 1)
    return (read_time(text) if text else None) or text or None


@functools.lru_cache(maxsize=4096)
def read_time(text: str) -> str | None:
    """The date in ``text`` as ISO 8601, or ``None`` where it is not plain; months in any language that we list."""
    if _YEAR.search(text) is None and _DOTTED.search(text) is None:
        return None
    if (pair := _SLASHED.search(text)) is not None and _ISO.match(text) is None:
        first, second = int(pair[1]), int(pair[2])
        if first <= 12 and second <= 12 and first != second:
            return None
    english = " ".join(_WORD.sub(_english, text).replace("|", " ").split())
    try:
        when = parser.parse(
            re.sub(r"(\d{1,2})h(\d\d)", r"\1:\2", english), default=_DEFAULT, dayfirst=not text[:4].isdigit()
        )
    except (ValueError, OverflowError):
        return None
    if not 1980 <= when.year <= 2200:
        return None
    return when.isoformat() if _CLOCK.search(text) else when.date().isoformat()


def _english(word: re.Match[str]) -> str:
    """The words that dateutil knows; what is neither a month nor a mark of the clock is left out."""
    name = word[0].lower()
    number = months().get(name)
    if number is not None:
        return datetime(2000, number, 1).strftime("%b")
    return word[0] if name in {"am", "pm", "gmt", "utc", "z", "t", "h", "st", "nd", "rd", "th"} else " "
