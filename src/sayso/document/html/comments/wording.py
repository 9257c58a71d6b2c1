"""The words around comments, compiled from the lexicon ``comment_wording.yaml``: headings, controls, dates."""

from __future__ import annotations

import functools
import re
from typing import Final

from sayso.lexicon import load

#: A heading or a cell is never longer than this, in characters.
LONGEST_HEADING: Final = 160
LONGEST_CELL: Final = 90
_AFTER_SAYS: Final = ("on", "at", "am", "um", "le", "el", "il")
_DIGIT = re.compile(r"\d")


def _any(patterns: list[str]) -> str:
    return "(?:" + "|".join(f"(?:{pattern})" for pattern in patterns) + ")"


def _words(words: list[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


@functools.cache
def _pattern(name: str) -> re.Pattern[str]:
    entry = load("comment_wording.yaml")[name]
    options = [f"{pattern}\\Z" for pattern in entry.get("whole", ())] + list(entry.get("begin", ()))
    return re.compile(_any(options), re.IGNORECASE)


@functools.lru_cache(maxsize=4096)
def heading_kind(text: str) -> str | None:
    """``thread``, ``widget`` or ``form`` where a short text heads such a part of a page, else ``None``.

    ``text`` has its white space collapsed.
    """
    if not 4 <= len(text) <= LONGEST_HEADING or text.isdigit() or text.lower() in _buttons():
        return None
    bare = text.strip(" -–—|•·»«:↓▼▾()[]")
    if _pattern("widget_heading").match(bare):
        return "widget"
    if _pattern("form_heading").match(bare):
        return "form"
    if _pattern("thread_heading").match(bare):
        return "thread"
    return None


@functools.cache
def _buttons() -> frozenset[str]:
    return frozenset(load("comment_wording.yaml")["thread_heading"]["button"])


@functools.lru_cache(maxsize=4096)
def is_control(text: str) -> bool:
    """Whether a text is nothing but buttons, counts and badges (or no word at all)."""
    return len(text) <= 60 and _pattern("control").match(text) is not None


@functools.lru_cache(maxsize=4096)
def is_strong_control(text: str) -> bool:
    """Whether a text is a button that only comments have: reply, report."""
    return 4 <= len(text) <= 40 and _strong().match(text) is not None


@functools.cache
def _strong() -> re.Pattern[str]:
    return re.compile(_any([f"{p}\\Z" for p in load("comment_wording.yaml")["control"]["strong"]]), re.IGNORECASE)


def is_pingback(text: str) -> bool:
    """Whether a text opens the line of a pingback or trackback."""
    return _pattern("pingback").match(text) is not None


@functools.cache
def _says() -> tuple[re.Pattern[str], frozenset[str]]:
    verbs = [str(verb) for verb in load("comment_wording.yaml")["says"]["end"]]
    ends = "|".join(re.escape(verb) for verb in sorted(verbs, key=len, reverse=True))
    pattern = re.compile(
        rf"(?P<author>\S.{{0,70}}?)\s+(?:{ends})(?!\w)\s*(?:(?:{'|'.join(_AFTER_SAYS)}|,)?\s*)[:.…]*\s*\Z",
        re.IGNORECASE,
    )
    return pattern, frozenset(verb.split()[-1] for verb in verbs)


def says(text: str) -> str | None:
    """The author in a text that ends like ``Maja says:``, or ``None``. A sentence may end in such a verb, too."""
    pattern, last = _says()
    tail = text[-24:].rstrip(" :.…,\t").rsplit(None, 1)
    if not tail or ((word := tail[-1].lower()) not in last and word not in _AFTER_SAYS):
        return None
    ending = text.rstrip()[-3:]
    if (ending.endswith((".", "!", "?")) and ending != "...") or (
        ":" not in ending and "." not in ending and text.count(" ") > 3
    ):
        return None
    words = text.rstrip(" :.…,\t").lower().rsplit(None, 2)
    if words[-1] not in last and not (len(words) > 1 and words[-2] in last):
        return None
    found = pattern.match(text)
    return found["author"] if found is not None else None


@functools.cache
def by_begin() -> re.Pattern[str]:
    """Matches the words that open an author's line: ``Comment by``, ``#3 Kommentar von``."""
    return re.compile(rf"[\W\d]*{_any(load('comment_wording.yaml')['says']['before'])}\b\s*:?\s*", re.IGNORECASE)


def is_posted_by(text: str) -> bool:
    """Whether a text begins with words that introduce the author of a comment: ``Posted by``, not ``Written by``."""
    return _pattern("posted_by").match(text) is not None


def is_introduction(text: str) -> bool:
    """Whether a text is no more than the words that open an author's line: ``Posted by:``."""
    found = by_begin().match(f"{text} ")
    return found is not None and found.end() >= len(text)


@functools.cache
def left_on_end() -> re.Pattern[str]:
    """Matches at the end of ``Maja on`` (before a link): ``author`` stands before; ``word`` is absent at a dash."""
    words = _any(load("comment_wording.yaml")["left_on"]["end"])
    return re.compile(
        rf"(?P<author>.{{0,80}}?)(?:(?:^|[\s,:–—|-]+)(?P<word>{words})\s*:?|\s*[,:–—|→»]|\s-)\s*[“\"‘'«„]?\Z",
        re.IGNORECASE | re.DOTALL,
    )


@functools.cache
def glue() -> frozenset[str]:
    """Small words that mean nothing once author, time and page are taken out of a line."""
    return frozenset(load("comment_wording.yaml")["glue"]["words"])


@functools.cache
def date() -> re.Pattern[str]:
    """Finds a date, a clock time or both, or a relative time, as templates write them."""
    data = load("comment_wording.yaml")["dates"]
    month = _words([name for names in data["months"] for name in names])
    weekday = _words(data["weekdays"])
    unit, short = _any(data["units"]), _words(data["short_units"])
    before, after, words = _words(data["before"]), _words(data["after"]), _words(data["words"])
    year = r"(?:19|20)\d\d"
    clock = (
        r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s*(?:[ap]\.?\s?m\b\.?|uhr|h)\b)?(?:\s*(?:GMT|UTC|CES?T|BST|E[SD]T|P[SD]T)\b)?"
        r"|\d{1,2}\s*(?:[ap]\.?m\b\.?|uhr\b)"
    )
    day = r"\d{1,2}(?:st|nd|rd|th|er|º|ª|\.)?"
    calendar = (
        rf"{year}[-/.]\s?\d{{1,2}}[-/.]\s?\d{{1,2}}|\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?(?:{year}|\d\d)\b"
        rf"|{day}\s*(?:de\s+|of\s+)?{month}\b\.?,?(?:\s*(?:de\s+|del\s+)?(?:{year}|’\d\d|\d\d(?=,)))?"
        rf"|{month}\b\.?\s+{day},?(?:\s*{year})?|{day}-{month}-{year}|{year}年\d+月\d+日"
        rf"|{month}\s+{year}|\d{{1,2}}\.\s?\d{{1,2}}\.(?=\s*(?:{clock}|um|$))"
    )
    number = r"(?:\d+|an?|one|einem?r?|une?|un[ao]?|en|ett|een)"
    relative = (
        rf"(?:{before})\s+{number}\s*{unit}\b|{number}\+?\s*(?:{unit}|{short})\s+(?:{after})\b|{number}\s*(?:{unit})?\s*(?:{after})\b"
        rf"|{words}"
    )
    joint = r"[\s,|·•@–/-]*(?:\(?(?:at|um|à|a las|às|alle|ore|om|o godz\.?|kl\.?|klo|в|в|v|saat|el|le)\b)?[\s,|·•@–/-]*"
    return re.compile(
        rf"(?<![\w.])(?:(?:{weekday})\b\.?,?\s*(?:(?:den|le|el|de)\s+)?)?"
        rf"(?:(?:{clock}){joint}(?:{calendar})|(?:{calendar})(?:{joint}(?:{clock}))?|(?:{relative})(?:{joint}(?:{clock}))?|{clock})(?!\w)",
        re.IGNORECASE,
    )


@functools.cache
def bare_age() -> re.Pattern[str]:
    """Finds an age such as ``3h`` or ``2 days`` that is all of a text, or set off at its end."""
    data = load("comment_wording.yaml")["dates"]
    unit = f"(?:{_words(data['short_units'])}|{_any(data['units'])})"
    return re.compile(rf"(?:^|(?<=[·•|,(]\s)|(?<=[·•|,(]))\d{{1,3}}\s?{unit}\.?(?=\s*\)?\Z)", re.IGNORECASE)


@functools.cache
def months() -> dict[str, int]:
    """Names of months to their numbers."""
    return {name: n for n, names in enumerate(load("comment_wording.yaml")["dates"]["months"], 1) for name in names}


@functools.cache
def _day_words() -> re.Pattern[str]:
    """Finds a word for a day or an age at the beginning of a text, or set off at its end."""
    words = _words(load("comment_wording.yaml")["dates"]["words"])
    return re.compile(rf"\A\W*{words}\b|(?:[(\[,·|•–—-]\s*|\b(?:on|at|am)\s+){words}\W*\Z", re.IGNORECASE)


@functools.lru_cache(maxsize=8192)
def find_date(text: str) -> re.Match[str] | None:
    """The first date, clock time or age in a short text."""
    if len(text) > LONGEST_HEADING:
        return None
    if not _DIGIT.search(text):  # most short texts: only "yesterday" and the like are left, at the beginning
        return date().search(text) if _day_words().search(text) else None
    found = date().search(text)
    if found is not None:
        return found
    return bare_age().search(text)
