"""Units of measure, currencies, and what a rate is for: by the tables of lexicon/units.yaml."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from sayso.lexicon import load
from sayso.measures.quantities.lists import listed
from sayso.measures.quantities.singular import singular
from sayso.measures.quantities.words import HYPHENS, Words

#: Words of one unit, at most: "° C", "square kilometres", "U.S. dollars".
LONGEST = 5


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit found in the text: ``label`` as sayso prints it, up to the word ``last`` (left out)."""

    label: str
    kind: str
    last: int


@functools.cache
def _table() -> dict[str, list[tuple[str, str, str]]]:
    """Phrase in lower case -> (as it is written, label, kind)."""
    table: dict[str, list[tuple[str, str, str]]] = {}
    data = load("units.yaml")
    rows = [(row, row["kind"]) for row in data["units"]] + [(row, "money") for row in data["currencies"]]
    for row, kind in rows:
        for word in row["words"]:
            written = str(word)
            table.setdefault(written.lower().replace("-", " "), []).append((written, row["label"], kind))
    return table


def _strict(written: str) -> bool:
    return len(written) <= 2 or not (written.islower() or written.istitle() or written[1:].islower() or " " in written)


def unit_at(words: Words, at: int) -> Unit | None:
    """The unit of measure or currency that begins at a word; the longest one."""
    table = _table()
    if at >= len(words):
        return None
    sign = signs().get(words.raw(at)) if words.kind[at] == "s" else None
    if sign is not None and not (words.is_glued(at + 1) and words.kind[at + 1 : at + 2] == ("f",)):
        return Unit(sign, "money", at + 1)  # "10 €"
    for taken, spelled in words.prefixes(at, LONGEST):
        for written, label, kind in table.get(spelled, ()):
            phrase = words.span(at, at + taken)
            if kind == "money" and len(written) == 3 and phrase == written.lower():
                return Unit(label, kind, at + taken)  # "20 usd"
            if not _strict(written) or phrase == written or (phrase.isupper() and len(phrase) > 3):
                if phrase.istitle() and phrase.lower() == written and label in listed("units_in_names"):
                    continue
                return Unit(label, kind, at + taken)
        if taken == 1 and len(spelled) == 4 and words.raw(at)[0] == "M" and words.raw(at)[1:] in signs():
            return Unit(signs()[words.raw(at)[1:]], "money", at + 1)  # "30 MUSD"
        rows = table.get(spelled, ())
        if len(rows) == 1 and taken == 1 and len(spelled) > 1 and words.raw(at).isupper() and rows[0][2] != "money":
            return Unit(rows[0][1], rows[0][2], at + taken)  # "50 HZ"
    return None


@functools.cache
def signs() -> dict[str, str]:
    """Signs and codes that stand before an amount, and the currency."""
    table: dict[str, str] = {}
    for row in load("units.yaml")["currencies"]:
        for sign in row["signs"]:
            table.setdefault(str(sign), row["label"])
        for word in row["words"]:
            if len(str(word)) == 3 and str(word).isupper():
                table.setdefault(str(word), row["label"])
    return table


def sign_before(words: Words, at: int, floor: int) -> tuple[int, str] | None:
    """A currency before the word ``at``: where it begins, and its label. *US$20*, *USD 20*, *RM79*, *NZ $ 26*."""
    for width in (4, 3, 2, 1):
        first = at - width
        if first < floor or first < 0:
            continue
        phrase = words.text[words.start[first] : words.end[at - 1]].replace(" ", "")
        label = signs().get(phrase) or (signs().get(phrase.upper()) if len(phrase) > 2 and phrase[-1] == "$" else None)
        if label is None or "\n" in phrase:
            continue
        if phrase.isalpha() and not words.is_glued(at) and not (phrase.isupper() and len(phrase) == 3):
            continue  # "Rs 20" has its full stop or none, and a word that is no code needs to be glued on
        if words.is_glued(first) and words.kind[first - 1] == "f":
            continue
        return first, label
    return None


@functools.cache
def per_words() -> dict[str, str]:
    """What a rate may be for after *a*, and the label of it."""
    return {str(word): str(label) for word, label in load("units.yaml")["per"]["values"].items()}


def per_at(words: Words, at: int) -> tuple[int, str] | None:
    """*per day*, *a day*, *each year*, */h*, *-a-day*: where it ends, and what the rate is for."""
    if words.at(at) in HYPHENS and words.at(at + 1) in {"a", "an"} and words.is_glued(at + 1):
        at += 1
    low = words.at(at)
    nxt = at + 1
    if words.at(nxt) in HYPHENS and words.is_glued(nxt) and low in {"a", "an", "per"}:
        nxt += 1
    word = words.at(nxt)
    if low == "/" and words.is_glued(at) and words.is_glued(nxt):
        unit = unit_at(words, nxt)
        label = per_words().get(word) or (unit.label if unit else None)
        return (unit.last if unit else nxt + 1, label) if label else None
    if low == "per" and word and words.kind[nxt] == "w" and word not in {"cent", "se"}:
        if word in per_words():
            return nxt + 1, per_words()[word]
        unit = unit_at(words, nxt)
        return (unit.last, unit.label) if unit else (nxt + 1, singular(word))
    if low in {"a", "an", "each", "every"} and word in per_words() and words.at(nxt + 1) not in listed("turns_to_time"):
        return nxt + 1, per_words()[word]
    return (at + 1, "piece") if low == "apiece" else None
