"""Numbers of a text, with the bound that the words round them make of them: *more than 20*, *30 or fewer*."""

from __future__ import annotations

import functools
import re
from typing import Literal, NamedTuple

from sayso.lexicon import load

Bound = Literal["more", "less", "least", "most"]
_KINDS: tuple[Bound, ...] = ("more", "less", "least", "most")
#: characters before and behind a number in which its bound is looked for
_BEFORE, _BEHIND = 32, 14


class Number(NamedTuple):
    """``value``, and what is meant: the value itself, or all above or below it (*least* and *most*: or the value)."""

    value: float
    bound: Bound | None

    def agrees(self, value: float) -> bool:
        """Whether a number can be what is meant."""
        if self.bound == "more":
            return value > self.value
        if self.bound == "less":
            return value < self.value
        if self.bound == "least":
            return value >= self.value
        return value <= self.value if self.bound == "most" else value == self.value


@functools.cache
def _words(name: str) -> dict[str, float]:
    return {str(word): float(value) for word, value in load("pair_numbers.yaml")[name]["values"].items()}


@functools.cache
def _before() -> re.Pattern[str]:
    table = load("pair_numbers.yaml")
    kinds = "|".join(f"(?P<{kind}>{_any(table[kind]['words'])})" for kind in _KINDS)
    return re.compile(rf"(?<!\w)(?:{kinds})(?:\s+(?:{_any(table['between']['words'])}))*[\s$£€]*$")


@functools.cache
def _behind() -> re.Pattern[str]:
    table = load("pair_numbers.yaml")["behind"]
    return re.compile(rf"[\s%]*(?:(?P<least>{_any(table['least'])})|(?P<most>{_any(table['most'])}))\b")


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def number(text: str, start: int, end: int) -> Number | None:
    """The number that the word ``[start, end)`` of a text is, or ``None``. Commas separate thousands."""
    value = _value(text[start:end].lower())
    if value is None:
        return None
    scale = re.match(r"[\s-]*([a-z]+)", text[end : end + 12].lower())
    if scale and scale.group(1) in _words("scales"):
        value *= _words("scales")[scale.group(1)]
        end += scale.end()
    found = _before().search(text[max(0, start - _BEFORE) : start].lower()) or _behind().match(
        text[end : end + _BEHIND].lower()
    )
    kind = next((k for k in _KINDS if found and found.groupdict().get(k)), None)
    return Number(value, kind)


def _value(token: str) -> float | None:
    if not token[:1].isdecimal():
        return _words("words").get(token)
    try:
        return float(token.replace(",", "") if token.count(".") < 2 else token.replace(".", ""))
    except ValueError:  # digits of a script that has no float, or no number at all
        return None
