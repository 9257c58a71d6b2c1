"""Rules over classes of words, compiled to regular expressions over one character a word.

A pattern is written with the names of classes: ``MONTH n:N2|ORD COMMA? y:YEAR4``. ``n:`` names what stands there; the
rest is the syntax of :mod:`re`, in which white space means nothing. Matching is the standard library's, over a string
with one character a word; no rule repeats anything without a bound, so a text is read in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.measures.times.words import Item

_CODES: dict[str, str] = {}
_NAME = re.compile(r"(?:([a-z]\w*):)?([A-Z][A-Z0-9]*(?:\|[A-Z][A-Z0-9]*)*)")


def code(kind: str) -> str:
    """The character that stands for a class."""
    return _CODES.setdefault(kind, chr(0xE000 + len(_CODES)))


def _compile(pattern: str) -> re.Pattern[str]:
    def one(match: re.Match[str]) -> str:
        kinds = "[" + "".join(code(k) for k in match[2].split("|")) + "]"
        return f"(?P<{match[1]}>{kinds})" if match[1] else kinds

    return re.compile(_NAME.sub(one, pattern).replace(" ", "").replace("\n", ""))


def classes(names: str) -> frozenset[str]:
    """A set of classes, written with spaces between."""
    return frozenset(names.split())


class Found:
    """A match: items by the names of the pattern, and what stands around."""

    __slots__ = ("_match", "items")

    def __init__(self, match: re.Match[str], items: Sequence[Item]) -> None:
        self._match, self.items = match, items

    def __getitem__(self, name: str) -> Item:
        return self.items[self._match.start(name)]

    def get(self, name: str) -> Item | None:
        """The item of that name, or nothing where the match has none."""
        at = self._match.start(name) if name in self._match.re.groupindex else -1
        return self.items[at] if at >= 0 else None

    def value(self, name: str) -> Any:
        """What the item of that name means; null where the match has none."""
        item = self.get(name)
        return item.value if item else None

    @property
    def span(self) -> tuple[int, int]:
        """First and last item (exclusive)."""
        return self._match.span()

    def before(self, back: int = 1) -> Item | None:
        """The item that stands ``back`` before the match."""
        at = self._match.start() - back
        return self.items[at] if at >= 0 else None

    def after(self, on: int = 0) -> Item | None:
        """The item that stands behind the match."""
        at = self._match.end() + on
        return self.items[at] if at < len(self.items) else None

    def inside(self) -> Sequence[Item]:
        """The items of the match."""
        return self.items[slice(*self._match.span())]

    def tight(self) -> bool:
        """Whether no white space stands inside the match."""
        return not any(item.spaced for item in self.inside()[1:])


Build = Callable[[Found], Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """``gives`` is the class of the phrase, ``build`` its meaning or null where the words are none after all."""

    name: str
    gives: str
    pattern: re.Pattern[str]
    build: Build


class Stage:
    """Rules tried together; where several match, the leftmost and then the longest wins, then the first given."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def rule(self, name: str, gives: str, *patterns: str) -> Callable[[Build], Build]:
        """Register a builder for patterns."""

        def add(build: Build) -> Build:
            self.rules += [Rule(name, gives, _compile(pattern), build) for pattern in patterns]
            return build

        return add

    def run(self, items: list[Item]) -> list[Item]:
        """The items with every phrase that a rule finds made one."""
        text = "".join(code(item.kind) for item in items)
        matches = [
            (match.start(), -match.end(), number, match)
            for number, rule in enumerate(self.rules)
            for match in rule.pattern.finditer(text)
        ]
        if not matches:
            return items
        matches.sort(key=lambda row: row[:3])
        made: list[Item] = []
        done = 0
        for start, stop, number, match in matches:
            if start < done:
                continue
            rule = self.rules[number]
            meaning = rule.build(Found(match, items))
            if meaning is None:
                continue
            kind, meaning = meaning if isinstance(meaning, tuple) else (rule.gives, meaning)
            first, last = items[start], items[-stop - 1]
            made += items[done:start]
            made.append(Item(kind, first.start, last.end, meaning, first.spaced, rule.name))
            done = -stop
        return made + items[done:]
