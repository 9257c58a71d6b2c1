"""A figure of a statement with what it measures, and what part it plays in the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from sayso.nouns import Figure, Statement
from sayso.nouns.folding import fold
from sayso.origins.matching.tables import (
    Measure,
    auxiliaries,
    bases,
    marks,
    measures,
    persons,
    things,
    triggers,
    vague_words,
)
from sayso.origins.words import stem

#: tokens between a figure and the word that says what it measures, at most; a comma counts as so many
_REACH, _COMMA = 14, 3
#: what the sentence itself says counts so many tokens nearer: *five men trapped below are alive*
_PREDICATE = 9
#: a word so near goes with the noun
_ADJACENT = 2
_STOPS = frozenset(";.!?:")
#: what stands between a part and its whole: an article, an owner
_OF = r" of (?:(?:the|its|their|his|her|all) )?(?:\w[\w-]*(?:['’]s|s['’]) )?(?:about |some )?"
_QUOTES = frozenset('“”‘"')

#: *claimed* for what the sentence says; *negated* after *not*; *difference* (*23 more than*); *partial* (*two of
#: them*); *reference* for what another figure is held against (*higher than the 163*); *place* (*60 kilometres south*)
Part = Literal["claimed", "negated", "difference", "partial", "reference", "place"]


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure, and what it measures. ``thing`` is the stem of what is counted, ``group`` its group of things.

    ``lent`` says that the noun does not stand beside the number, ``inherited`` that the measure is named only in the
    sentence before; ``also`` is a second measure that goes with the noun; ``exact`` that the text insists; ``mean``
    that it is an average, ``daily`` that the number holds for each day.
    """

    figure: Figure
    part: Part
    thing: str | None
    group: str | None
    general: bool
    measure: Measure | None
    also: Measure | None
    inherited: bool
    basis: str | None
    lent: bool
    exact: bool
    mean: bool
    daily: bool

    @property
    def low(self) -> float | None:
        return self.figure.low

    @property
    def high(self) -> float | None:
        return self.figure.high

    @property
    def vague(self) -> bool:
        """Whether the words name no number: *several* neither confirm a count nor replace or dispute it."""
        text = f" {fold(self.figure.text)} "
        return not any(c.isdigit() for c in text) and any(f" {words} " in text for words in vague_words())

    @property
    def named(self) -> tuple[float, ...]:
        """The bounds that the text states, in order."""
        return tuple(sorted({bound for bound in (self.low, self.high) if bound is not None}))


def of_change(figure: Figure) -> Figure | None:
    """A figure that can be held against others: itself, or for a bare change its size in percent; else null.

    A fraction in words (*a third*) is rounded to whole percents: its digits tell nothing.
    """
    if figure.low is not None or figure.high is not None:
        return figure
    change = figure.change
    if change is None or change.kind == "points":
        return None
    value = round(float(change.value if change.kind == "percent" else change.value * 100))
    return msgspec.structs.replace(figure, low=float(value), high=float(value), unit="percent", kind="change")


def measured(statement: Statement, figure: Figure, tokens: Sequence[str], first: int, last: int) -> Measured:
    """A figure that stands in ``tokens[first : last + 1]`` of a statement."""
    thing, lent = _thing(figure)
    group, general = things().get(thing, (None, False)) if thing else (None, False)
    if thing and group is None and (thing in persons() or figure.unit == "people"):
        group = "people"
    sort = frozenset({_sort(figure, group), group or ""})
    told = _nearest(tokens, first, last, sort)
    named = _named(figure, sort)
    measure = told[0] if told and named is None else named
    basis = next((bases()[token] for token in tokens if token in bases()), None)
    inherited = measure is None and (lent or (general and basis is not None)) and not _beside(statement, figure)
    inherited = inherited and not _has_predicate(tokens, last)
    if inherited:
        measure = _before(statement, sort)
    around = tokens[max(0, first - 3) : last + 1]
    return Measured(
        figure=figure,
        part=_part(statement, figure, tokens, first, last),
        thing=thing,
        group=group,
        general=general,
        measure=measure,
        also=next((kind for kind in told if kind != measure), None),
        inherited=inherited and measure is not None,
        basis=basis,
        lent=lent,
        exact=bool(marks("exact") & set(around)),
        mean=bool(marks("mean") & set(tokens[max(0, first - 5) : last + 3])),
        daily="/day" in (figure.unit or "") or bool(marks("daily") & set(tokens[last + 1 : last + 8])),
    )


def _part(statement: Statement, figure: Figure, tokens: Sequence[str], first: int, last: int) -> Part:
    if figure.kind == "length" and any(figure.text in w.name for w in statement.places if w.entry is None):
        return "place"
    before = [token for token in tokens[max(0, first - 4) : first] if token not in _QUOTES]
    after = [token for token in tokens[last + 1 : last + 4] if token not in _QUOTES]
    inside = list(tokens[first : last + 1])
    if before and before[-1] in marks("negating"):
        return "negated"
    if after[:1] and after[0] in marks("differing"):
        return "difference"
    if (before and before[-1] in marks("against")) or before == ["for"] or _whole(statement, figure):
        return "reference"
    if "than" in before or "than" in inside[:1]:
        opens = figure.low is None or figure.high is None  # "more than 500" is a bound
        return "claimed" if opens and "than" not in before[-1:] else "reference" if not opens else "claimed"
    if _stated_part(statement, figure):
        return "claimed"
    if "of" in inside and inside[inside.index("of") + 1 :][:1] and inside[inside.index("of") + 1] in marks("whole"):
        return "partial"
    if after[:1] == ["of"] and after[1:2] and after[1] in marks("whole"):
        return "partial"
    if inside[-1:] and (inside[-1] in marks("rest") or (after[:1] and after[0] in marks("rest"))):
        return "partial"
    return "claimed"


def _whole(statement: Statement, figure: Figure) -> bool:
    """Whether a number is that of which another one is a part: *410 of 710 workers*, *19 of the region’s 27*."""
    return any(_is_part(other, figure, statement.text) for other in _others(statement, figure))


def _stated_part(statement: Statement, figure: Figure) -> bool:
    """Whether a number is a part of one that the sentence gives too: then the part is what it claims."""
    return any(_is_part(figure, other, statement.text) for other in _others(statement, figure))


def _others(statement: Statement, figure: Figure) -> list[Figure]:
    return [other for other in statement.figures if other.quantity != figure.quantity]


def _is_part(part: Figure, whole: Figure, text: str) -> bool:
    if f"{part.text} of " not in text:  # hardly any two are: an expression for each pair would cost more than all else
        return False
    return re.search(re.escape(part.text) + _OF + re.escape(whole.text), text) is not None


def _thing(figure: Figure) -> tuple[str | None, bool]:
    """The stem of what is counted, and whether the text leaves the noun out."""
    if figure.kind not in {"count", "ratio"}:
        return figure.unit, False
    if figure.head and figure.unit in {None, "people"}:
        return figure.head, False
    if figure.unit is None:
        return None, True
    unit = stem(fold(figure.unit))
    beside = {stem(fold(word)) for word in re.findall(r"\w+", f"{figure.text} {figure.of or ''}")}
    return unit, unit not in beside and figure.head not in beside


def _sort(figure: Figure, group: str | None) -> str:
    if figure.kind == "count":
        return "people" if group in {"people", "fighters", "workers", "families"} else "things"
    if figure.kind == "money" or (figure.kind in {"rate", "price"} and "/day" in (figure.unit or "")):
        return "money"
    return "mass" if figure.kind in {"mass", "volume", "rate", "price"} else figure.kind


def _named(figure: Figure, sort: frozenset[str]) -> Measure | None:
    """The measure that the counted noun itself names: *people killed*, *homeless families*."""
    for word in (*figure.words, figure.head):
        for parts, label in triggers().get(word, ()):
            if len(parts) == 1 and _fits(label, sort):
                return measures()[label]
    return None


def _beside(statement: Statement, figure: Figure) -> bool:
    """Whether another figure of the statement has the unit said: *31,204 votes, and his rival 30,871*."""
    others = (other for other in statement.figures if other.quantity != figure.quantity)
    return any(other.unit == figure.unit and not _thing(other)[1] for other in others)


def _nearest(tokens: Sequence[str], first: int, last: int, sort: frozenset[str]) -> tuple[Measure, ...]:
    """The measure that the sentence gives of the number, then one that goes with the noun, where that is another.

    *All 163 people aboard were brought to safety*: rescued, and aboard.
    """
    found: dict[str, int] = {}
    beside: dict[str, int] = {}
    for step, start in ((1, last), (-1, first)):
        cost, at = 0, start
        while 0 <= at + step < len(tokens) and cost < _REACH:
            at += step
            cost += _COMMA if tokens[at] == "," else 1
            if tokens[at] in _STOPS:
                break
            label = _label(tokens, at, sort)
            told = cost - (_PREDICATE if at and tokens[at - 1] in marks("auxiliary") else 0)
            if label:
                found[label] = min(told, found.get(label, told))
                beside[label] = min(cost, beside.get(label, cost))
    if not found:
        return ()
    first_of_all = min(found, key=lambda label: (found[label], label))
    near = [label for label, cost in beside.items() if cost <= _ADJACENT and label != first_of_all]
    return tuple(measures()[label] for label in (first_of_all, *near[:1]))


def _label(tokens: Sequence[str], at: int, sort: frozenset[str]) -> str | None:
    for parts, label in triggers().get(tokens[at], ()):
        if tuple(tokens[at : at + len(parts)]) == parts and _fits(label, sort):
            return label
    return None


def _has_predicate(tokens: Sequence[str], last: int) -> bool:
    """Whether the number has a predicate of its own, which the sentence before cannot lend it: *900 were standing*."""
    return last + 1 < len(tokens) and tokens[last + 1] in auxiliaries()


def _before(statement: Statement, sort: frozenset[str]) -> Measure | None:
    """The measure that the sentence before and the title name, where they name but one."""
    labels = {label for at in range(len(statement.context)) if (label := _label(statement.context, at, sort))}
    return measures()[labels.pop()] if len(labels) == 1 else None


def _fits(label: str, sort: frozenset[str]) -> bool:
    """Whether a measure can be of this sort of thing."""
    of = measures()[label].of
    return of is None or of in sort
