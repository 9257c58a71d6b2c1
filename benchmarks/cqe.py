"""NewsQuant and the small sets of CQE (Almasian et al., EMNLP 2023): the published counting, and our readings in the
terms of their annotation.

Their annotation takes lengths of time, *one* as an article and *the two* for quantities, gives one value and a sign
(= ~ < > up down) instead of bounds and flags, and spells units in its own words (*metric ton*, *percentage*, and for
what is counted the whole noun phrase in the singular). :func:`converted` makes these changes and no others.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.measures.quantities.draft import Draft
from sayso.measures.quantities.lists import directed
from sayso.measures.quantities.singular import singular
from sayso.measures.quantities.words import Words

Value = float | tuple[float, float]
#: units that they spell in another way
SPELT = {
    "percent": "percentage", "percentage point": "percentage point", "km": "kilometre", "kg": "kilogram",
    "tonne": "metric ton", "pound": "pound-mass", "mile/hour": "mile per hour", "km/hour": "kilometre per hour",
    "mile/gallon": "mile per gallon", "times": "count", "fold": "count", "pound-foot": "foot pound-force",
    "ksi": "kilopound per square inch", "psi": "pound-force per square inch", "pence": "point", "USD": "dollar",
    "EUR": "euro", "GBP": "pound sterling", "AUD": "australian dollar", "CAD": "canadian dollar",
    "NZD": "new zealand dollar", "HKD": "hong kong dollar", "SGD": "singapore dollar", "TWD": "taiwan dollar",
    "JPY": "japanese yen", "CNY": "chinese yuan", "INR": "indian rupee", "MYR": "malaysian ringgit", "ILS": "shekel",
    "CHF": "swiss franc", "franc": "swiss franc", "GEL": "georgian lari", "TRY": "turkish lira",
    "HRK": "croatian kuna", "ZAR": "south african rand", "BTC": "bitcoin", "megabit/second": "megabit per second",
    "barrel/day": "barrel per day", "decibel": "decibel", "revolution/minute": "revolution per minute",
    "mark": "german mark", "KRW": "south korean won", "THB": "thai baht", "MXN": "mexican peso",
    "BRL": "brazilian real", "IDR": "indonesian rupiah", "PLN": "polish zloty", "RUB": "russian ruble",
}  # fmt: skip
#: what they take vague numbers for
VAGUE = {
    "dozens": (12.0, 12.0),
    "hundreds": (100.0, 1e3),
    "thousands": (1e3, 1e4),
    "millions": (1e6, 1e7),
    "billions": (1e9, 1e10),
}


@dataclass(frozen=True)
class Answer:
    """One quantity in their terms."""

    value: Value
    unit: str
    change: str


def gold(sentence: Mapping[str, Any]) -> list[Answer]:
    """The annotation of a sentence."""
    found = []
    for row in sentence["quantities"]:
        text = str(row["value"])
        if "-" in text[1:] and "E" not in text:
            low, high = text.split("-", 1) if not text.startswith("-") else (text, text)
            value: Value = (float(low), float(high))
        else:
            value = float(text)
        found.append(Answer(value, row["normalized_unit"].lower(), row.get("change", "=")))
    return found


def converted(words: Words, drafts: Sequence[Draft]) -> list[Answer]:
    """A reading in their terms. *rose from 3 to 5* is one range there, and a change without a value none at all."""
    found: list[Answer] = []
    for draft in drafts:
        if draft.kind == "change" and draft.change is not None and _numbered(words, draft):
            found.append(Answer(float(draft.change.value), "count", ">" if draft.approximate else "="))
            continue
        if draft.weak == "one" and draft.unit is None and words.at(draft.last) != "of":
            continue  # the pronoun
        if draft.kind == "change" or draft.derived or (draft.low is None and draft.high is None):
            continue
        unit = _unit(words, draft)
        if draft.rule == "to" and draft.base is not None and found:
            first = found.pop()
            assert not isinstance(first.value, tuple)
            found.append(Answer((first.value, _single(draft)), unit if unit != "-" else first.unit, "="))
            continue
        found.append(Answer(_value(words, draft), unit, _sign(words, draft)))
    return found


def _numbered(words: Words, draft: Draft) -> bool:
    """*100 times more than*, *sixfold*: the factor stands there as a number."""
    return any(
        words.at(at) == "times" or words.at(at).endswith("fold")
        for at in range(draft.first, min(draft.first + 5, draft.last))
    )


def _single(draft: Draft) -> float:
    value = draft.low if draft.low is not None else draft.high
    assert value is not None
    return float(value)


def _value(words: Words, draft: Draft) -> Value:
    if draft.rule == "fraction" and draft.unit == "percent":
        return _single(draft) / 100
    if draft.rule == "vague" and words.at(draft.number) in VAGUE:
        low, high = VAGUE[words.at(draft.number)]
        tens = (
            {"tens": 10, "hundreds": 100}.get(words.at(draft.number - 2), 1)
            if words.at(draft.number - 1) == "of"
            else 1
        )
        return (low * tens, high * tens) if high > low else low
    if draft.low is not None and draft.high is not None and draft.low != draft.high:
        ends = (float(draft.low), float(draft.high))
        return ends[::-1] if draft.rule == "falling range" else ends
    return _single(draft)


def _sign(words: Words, draft: Draft) -> str:
    if not draft.is_range and draft.rule != "vague":
        if draft.low is None:
            return "<"
        if draft.high is None:
            return ">"
        if draft.approximate:
            return "~"
    after, before = words.at(draft.last), words.low[max(0, draft.first - 3) : draft.first]
    noun = any(word in directed("moved") for word in before) and set(before) & {"an", "a"}
    if after in directed("compared") or noun:
        return "="  # "a 19% drop", "an increase of 60,600 jobs"
    if draft.change is not None and draft.change.kind != "ratio" and draft.change.direction:
        return draft.change.direction
    return "="


def _unit(words: Words, draft: Draft) -> str:
    if draft.rule == "fraction" and draft.unit == "percent":
        return "% " + _noun(draft.of) if draft.of else "%"
    if draft.unit is None:
        return "-"
    base, _, per = draft.unit.partition("/")
    if draft.kind == "age":
        return f"{base} of age"
    said = set(words.low[draft.first : draft.last])
    if draft.unit == "tonne" and said & {"ton", "tons"} and "metric" not in said:
        return "ton"
    if draft.unit == "pence" and "pence" in words.low[draft.first : draft.last]:
        return "penny"
    whole = SPELT.get(draft.unit)
    if whole:
        return whole
    counted = draft.noun is not None and base not in SPELT
    base = _noun(draft.noun) if counted and draft.noun is not None else SPELT.get(base, base)
    return f"{base} per {SPELT.get(per, per)}" if per else base


def _noun(phrase: str) -> str:
    """Their normal form of a noun phrase: no determiners and particles, words in the singular, lower case."""
    words = [word for word in phrase.lower().replace("’", "'").split() if word not in {"the", "of", "and", "other's"}]
    return " ".join(_positive(singular(word.removesuffix("'s"))) for word in words)


def _positive(word: str) -> str:
    """The positive of a superlative, or of a comparative that is common in news: *largest* is *large* there."""
    if word in POSITIVES:
        return POSITIVES[word]
    if word.endswith("iest"):
        return word[:-4] + "y"
    if word.endswith("est") and len(word) > 5 and word not in NO_SUPERLATIVES:
        stem = word[:-3]
        return stem + "e" if stem.endswith(("rg", "c", "v", "g")) else stem
    return word


POSITIVES = {"best": "good", "better": "good", "worst": "bad", "smaller": "small", "larger": "large", "bigger": "big",
             "biggest": "big", "hottest": "hot", "older": "old", "younger": "young", "newer": "new", "higher": "high",
             "lower": "low", "greater": "great"}  # fmt: skip
NO_SUPERLATIVES = frozenset({"interest", "request", "harvest", "protest", "contest", "forest", "conquest", "guest"})


@dataclass
class Tally:
    """Matches by the published counting, and what was asked."""

    gold: int = 0
    predicted: int = 0
    value: int = 0
    unit: int = 0
    change: int = 0
    ranges: int = 0
    ranges_right: int = 0

    def f1(self, right: int) -> float:
        """Percent, one decimal."""
        return 200 * right / (self.gold + self.predicted) if self.gold + self.predicted else 0.0

    def add(self, wanted: Sequence[Answer], given: Sequence[Answer]) -> None:
        """Count one sentence.

        As published: annotations in the order of their units, each taken through the predictions in the same order; a
        match of values counts (as many times as there are annotations), and one of units removes the prediction.
        """
        self.gold += len(wanted)
        self.predicted += len(given)
        left = sorted(given, key=lambda answer: answer.unit)
        open_values = len(wanted)
        for one in sorted(wanted, key=lambda answer: answer.unit):
            for other in list(left):
                if not same(one.value, other.value):
                    continue
                if open_values:
                    self.value, open_values = self.value + 1, open_values - 1
                self.change += one.change == other.change
                if one.unit == other.unit:
                    self.unit += 1
                    left.remove(other)
                    break
        for one in wanted:
            if isinstance(one.value, tuple):
                self.ranges += 1
                self.ranges_right += any(same(one.value, other.value) for other in given)


def same(one: Value, other: Value) -> bool:
    """Equal to five digits, as in the published scorer; a range never equals a single value."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return all(math.isclose(a, b, rel_tol=1e-5, abs_tol=1e-8) for a, b in zip(one, other, strict=True))
    if isinstance(one, tuple) or isinstance(other, tuple):
        return False
    return math.isclose(one, other, rel_tol=1e-5, abs_tol=1e-8)
