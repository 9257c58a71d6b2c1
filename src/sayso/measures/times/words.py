"""The words of a text as the grammar of times sees them: each with its class and what it stands for."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Any

from sayso.lexicon import load
from sayso.measures.times.numerals import cardinal_words, ordinal_words

#: One word, number or mark. Every alternative begins with another character or is bounded, so that reading is linear.
_WORD = re.compile(
    r"\d{1,3}(?:,\d{3}){1,6}(?![\d])"  # 5,000
    r"|\d{1,4}(?:st|nd|rd|th)(?![^\W_])|['’]?\d{2,4}['’]?s(?![^\W_])|\d+"
    r"|[Qq][1-4](?![^\W_])"
    r"|[ap]\.\s?m\b\.?|[AP]\.\s?M\b\.?"
    r"|(?:[Bb]\.\s?[Cc]|[Aa]\.\s?[Dd]|C\.\s?E)\.(?:E\.)?"
    r"|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*"
    r"|['’]s\b|\n|[^\w\s]|_"
)
#: Names of months and weekdays shorter than this are abbreviations, and may carry a full stop ...
_DOTTED = 6
#: ... but for these.
_FULL = frozenset({"may", "june", "july", "march", "april"})


@dataclass(frozen=True, slots=True)
class Item:
    """A word, or a phrase made of words: its class, its range, what it means."""

    kind: str
    start: int
    end: int
    value: Any = None
    #: whether white space stands before it
    spaced: bool = True
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Class and value of single words, and phrases by their first word (longest first)."""

    single: dict[str, tuple[str, Any]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str, Any], ...]]


def _entries() -> dict[str, tuple[str, Any]]:
    data = load("times.yaml")
    found: dict[str, tuple[str, Any]] = {}
    for kind, own in data["grammar"]["words"].items():
        found.update(dict.fromkeys(own, (kind, None)))
    for word, number in cardinal_words().items():
        found[word] = ("CARD", number)
    for word, number in ordinal_words().items():
        found[word] = ("ORD", number)
    for unit, (singular, plural) in data["units"]["words"].items():
        found.update(dict.fromkeys(singular, ("UNIT", unit)))
        found.update(dict.fromkeys(plural, ("UNITS", unit)))
    found.update({f"q{n}": ("QSHORT", n) for n in range(1, 5)})
    for word, number in cardinal_words().items():
        if 20 <= number < 100:
            found[word[:-1] + "ies"] = ("DECADEWORD", number)
    for section, kind in _SECTIONS.items():
        words = data[section]["words"]
        for word, value in words.items() if isinstance(words, dict) else ((w, None) for w in words):
            if isinstance(value, list) and section in _NESTED:
                found.update(dict.fromkeys(value, (kind, word)))
            else:
                found[word] = (kind, value)
    for row in load("months.csv"):
        if "en" in row["languages"].split():
            found[row["name"]] = ("MONTH", int(row["month"]))
    for row in load("weekdays.csv"):
        if "en" in row["languages"].split():
            found[row["name"]] = ("WDAY", int(row["weekday"]))
            if row["name"].endswith("day"):
                found[row["name"] + "s"] = ("WDAYS", int(row["weekday"]))
    for row in load("times_holidays.csv"):
        found[row["name"]] = ("HOLIDAY", (row["rule"], row["unit"]))
        found[row["name"].replace("'", "’")] = ("HOLIDAY", (row["rule"], row["unit"]))
    found["second"] = ("SECOND", 2)
    return found


#: Sections of lexicon/times.yaml whose words are each of one class; of the nested ones the key is the value.
_SECTIONS = {
    "seasons": "SEASON",
    "dayparts": "DAYPART",
    "clockwords": "CLOCKWORD",
    "days": "DEICTIC",
    "refs": "REF",
    "adjectives": "ADJ",
    "lead": "LEAD",
    "parts": "PART",
    "edges": "EDGE",
    "about": "ABOUT",
    "bounds": "BOUND",
    "counts": "VAGUE",
    "sets": "SET",
    "eras": "ERA",
    "zones": "ZONE",
    "weekdays": "WDAY",
}
_NESTED = frozenset({"refs", "lead", "parts", "edges"})


@functools.cache
def listed(section: str) -> frozenset[str]:
    """The words of a section of lexicon/times.yaml that gives them no value."""
    return frozenset(load("times.yaml")[section]["words"])


@functools.cache
def vocabulary() -> Vocabulary:
    """The lexicon by word, read once."""
    single: dict[str, tuple[str, Any]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str, Any]]] = {}
    for text, (kind, value) in _entries().items():
        words = tuple(m.group().lower() for m in _WORD.finditer(text))
        if len(words) == 1:
            single[words[0]] = (kind, value)
        else:
            phrases.setdefault(words[0], []).append((words, kind, value))
    return Vocabulary(single, {k: tuple(sorted(v, key=lambda r: -len(r[0]))) for k, v in phrases.items()})


def _number(text: str) -> tuple[str, Any]:
    if text[-1] == "s":
        return "DECADE", int("".join(c for c in text if c.isdigit()))
    if text[-1].isalpha():
        return "ORD", int(text[:-2])
    if "," in text:
        return "NUM", int(text.replace(",", ""))
    if len(text) > 8:
        return "OTHER", None
    value = int(text)
    if len(text) == 4 and 1000 <= value <= 2199:
        return "YEAR4", value
    if len(text) == 8:
        return "NUM8", text
    return ("N2" if len(text) <= 2 else "NUM"), value


def _opens(before: str) -> bool:
    """Whether a sentence may begin behind this."""
    return not (before[0].isalnum() or before in ",-–")


def read_words(text: str) -> list[Item]:
    """The words of a text in order, phrases of the lexicon taken together. Linear in the length of the text."""
    known = vocabulary()
    raw = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]
    lower = [w.lower() for w, _, _ in raw]
    items: list[Item] = []
    index, last = 0, 0
    while index < len(raw):
        word, start, end = raw[index]
        low, spaced, size = lower[index], start > last or not items, 1
        kind, value = known.single.get(low, ("OTHER", None))
        for words, phrase, meaning in known.phrases.get(low, ()):
            if tuple(lower[index : index + len(words)]) == words:
                kind, value, size = phrase, meaning, len(words)
                end = raw[index + size - 1][2]
                break
        if word[0].isdigit() or (word[0] in "'’" and word[1:2].isdigit()):
            kind, value = _number(word)
        elif kind == "QSHORT":
            pass
        elif word[0] in "apAP" and word[1:2] == "." and "m" in low:
            kind, value = "AMPM", low[0]
        elif kind == "AMPM":
            value = low[0]
        elif kind in {"MONTH", "WDAY", "WDAYS", "HOLIDAY"} and not word[0].isupper():
            kind, value = "OTHER", None  # march, may, sun, second: names of months and days are written large
        elif kind in {"MONTH", "WDAY"} and len(low) < _DOTTED and low not in _FULL:
            dotted = index + 1 < len(raw) and lower[index + 1] == "." and raw[index + 1][1] == end
            kind = kind if dotted and kind == "MONTH" else "SHORT" + kind
            if dotted:
                end, size = raw[index + 1][2], 2
        elif kind in {"SET", "DAYPART"} and word[0].isupper() and index and not _opens(raw[index - 1][0]):
            kind = "OTHER"  # a newspaper, an operation: "Quillon Daily", "Operation Dawn"
        if kind == "OTHER":
            value = low
        items.append(Item(kind, start, end, value, spaced))
        last, index = end, index + size
    return items
