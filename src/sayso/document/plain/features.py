"""What is measured of one unit of text before any decision is taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.document.plain.bylines import are_names, before_date_cell, by_after_date, parse_byline
from sayso.document.plain.dates import after_when, find_date, is_when, split_when
from sayso.document.plain.names import is_address, name_score, title_score
from sayso.document.plain.patterns import matches, pattern
from sayso.document.plain.signatures import (
    Inline,
    InlineOn,
    inline,
    inline_on,
    left_on,
    loosely_signed,
    says,
    signed,
    undecorated,
)
from sayso.document.plain.units import Unit

_STOP = re.compile(r"[.!?…][\"”’')\]»]*$")
_SEPARATORS = re.compile(r"\s[|·•»›/>]\s")
_LEAD = re.compile(r"^(?:[*•·▪◦‣–—>»#+-]+|\[?\d{1,4}[\].)](?=\s))\s*")
_INFORMAL = re.compile(
    r"\b(?:i|i'm|i’m|my|me|you|your|lol|btw|imho|omg|thanks|thank you|nice|please|pls|@\w+)\b|!!|\?\?|[:;]-?[)(]"
    r"|https?://|www\.",
    re.IGNORECASE,
)
#: text browsers number links in front of their words
_LINK_NUMBER = re.compile(r"\[\d{1,3}\](?=\S)")
_EMPHASIS = re.compile(r"\*\*|__|(?<=\w)\*$")
#: what a byline carries behind its date: the time it takes to read, the number of comments
_READING = re.compile(
    r"\s*[·|•,–—-]\s*(?:\d+[ -]min(?:ute)?s?(?: read)?|\d+ (?:comments?|views?|shares?|replies)|follow)$", re.IGNORECASE
)
_RULE = re.compile(r"[\W_]{3,}")
_MASTHEAD = re.compile(r"[-–|—•·] ?[^-–|—•·]{2,40}$")


@dataclass(frozen=True, slots=True)
class Features:
    """One unit, measured. ``bare`` is its text without bullets and numbering."""

    unit: Unit
    bare: str
    words: int
    stops: bool
    prose: bool
    lower: bool
    menu: bool
    menu_word: bool
    rule: bool
    date: bool
    dated: bool
    name: float
    title: float
    address: bool
    informal: bool
    listed: bool
    #: it names authors: "By ..." with names, or names before a date
    byline: bool
    #: nothing but names of persons, desks or agencies
    names_only: bool
    hits: frozenset[str] = field(default_factory=frozenset)
    #: author part and page part of "Name on Title", author and time of "Name, 3 hours ago" or "Name says:"
    left_on: tuple[str, str, float] | None = None
    #: the same where the first part does not look like a name: "cheap loans on Low water in June"
    left_loosely: tuple[str, str, float] | None = None
    says: tuple[str, str | None] | None = None
    signed: tuple[str, str] | None = None
    #: the same of a line whose first part does not look like a name: "crypto expert, 3 May 2024"
    loosely: tuple[str, str] | None = None
    inline: Inline | None = None
    inline_on: InlineOn | None = None


_NAMED = (
    "comment_heading",
    "widget_heading",
    "comment_control",
    "comment_form",
    "related_heading",
    "promo",
    "paywall",
    "share",
    "tags",
    "author_box",
    "footer",
    "caption",
    "byline",
    "mail_header",
    "notice",
    "consent",
    "masthead_line",
    "position",
)


#: Patterns that a line without a letter may match ("12", "▲ 3").
_NO_BYLINE = frozenset({"tags", "consent", "masthead_line", "position", "footer"})
#: marks before a link to another page
_POINTERS = "»→▸►➤⟶"
_WORDLESS = frozenset({"comment_control", "notice"})


def measure(unit: Unit) -> Features:
    """Measure one unit; constant time beyond a few hundred characters."""
    text = unit.text
    short = len(text) <= 300
    words = len(text.split())
    stops = bool(_STOP.search(text[-8:]))
    bare = _bare(text) if short else text
    wordy = any(c.isalpha() for c in bare)
    hits = frozenset(n for n in _NAMED if matches(n, bare) and (wordy or n in _WORDLESS)) if short else frozenset()
    parts = [p for p in re.split(r"\s*[|·•»›/>]\s*|\s{2,}", bare) if p] if short else []
    separated = len(_SEPARATORS.findall(text)) if short else 0
    known = sum(matches("menu_word", p) for p in parts) if len(parts) <= 30 else 0
    token_known = known
    if short and known < 2 and 1 <= words <= 16 and not stops:
        token_known = sum(matches("menu_word", w) for w in bare.split())  # "Home News World"
    if "byline" in hits:
        hits -= {"position"}
    date = short and is_when(_strip_label(bare))
    own = undecorated(bare) if short else bare
    if own != bare and "comment_control" not in hits and matches("comment_control", own):
        hits |= {"comment_control"}
    if short and text[0] in _POINTERS and not stops and 3 <= words <= 20:
        hits |= {"promo"}
    if short and words <= 12 and text[0] == "#" and matches("tags", text):
        hits |= {"tags"}
    on = left_on(bare) if short and words >= 3 else None
    sign = signed(own) if short and words <= 18 else None
    loose = loosely_signed(own) if short and sign is None and words <= 14 else None
    if any(found and matches("comment_control", found[0]) for found in (sign, loose)):  # "Like · Reply · 4h"
        hits |= {"comment_control"}
    if "comment_control" in hits:
        sign = loose = None
    return Features(
        unit=unit,
        bare=bare,
        words=words,
        stops=stops,
        prose=words >= 8 and (stops or words >= 22 or text[-1] in ":"),
        lower=text[0].islower(),
        menu=short and not stops and (unit.columns >= 2 or separated >= 3 or token_known >= max(3, 0.5 * words)),
        menu_word=short
        and (
            known == len(parts) > 0
            or (known >= 2 and known * 2 >= len(parts))
            or (unit.columns > 0 and token_known == words > 1)
        ),
        rule=bool(short and _RULE.fullmatch(text)),
        date=date,
        dated=date or (short and words <= 16 and find_date(bare) is not None),
        name=name_score(own) if short else -3.0,
        title=title_score(bare) if short else -2.0,
        address=short and is_address(bare),
        informal=bool(_INFORMAL.search(text[:600])) or text[0].islower(),
        listed=bare != text,
        byline=short
        and not date
        and words <= 25
        and not hits & _NO_BYLINE
        and (
            "byline" in hits
            or bool(split_when(bare) or after_when(bare) or by_after_date(bare) or before_date_cell(bare))
        )
        and bool(parse_byline(bare)),
        names_only=short and not stops and 2 <= words <= 9 and "byline" not in hits and are_names(bare),
        hits=hits,
        left_on=on,
        left_loosely=left_on(bare, loosely=True) if short and on is None and 4 <= words <= 25 and not stops else None,
        says=says(own) if short and words <= 16 else None,
        signed=sign,
        loosely=loose,
        inline=inline(bare if text[0].isdigit() else text)
        if ":" in text[:64] or text[-1] in ")]" or any(c.isdigit() for c in text[-8:])
        else None,
        inline_on=inline_on(bare) if ": " in text[:300] else None,
    )


def _bare(text: str) -> str:
    """Without bullets, numbering, emphasis, the numbers of links and the time it takes to read."""
    plain = _EMPHASIS.sub("", _LINK_NUMBER.sub("", text))
    return _READING.sub("", _LEAD.sub("", plain, count=1)) or text


def _strip_label(text: str) -> str:
    found = pattern("date_label").match(text)
    return text[found.end() :] if found else text


def measure_all(units: Sequence[Unit]) -> list[Features]:
    return [measure(unit) for unit in units]
