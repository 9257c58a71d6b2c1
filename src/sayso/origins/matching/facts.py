"""A statement taken apart for comparing: its tokens, and each figure with what it measures."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass

from sayso.nouns import Figure, Statement
from sayso.nouns.folding import fold
from sayso.origins.matching.tables import Measure, bases, measures, persons, things, triggers
from sayso.origins.words import stem

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*|[;.:!?]|,(?!\d)|[“”‘\"]")
#: what the claim's text has in square brackets: a date worked out, whom a pronoun means
GLOSS = re.compile(r"\s*\[[^\]]*\]")
#: tokens between a figure and the word that says what it measures, at most; a comma counts as so many
_REACH, _COMMA = 14, 3
_STOPS = frozenset(";.!?:")
_NOT = frozenset({"not", "never", "no"})
_EXACT = frozenset({"exact", "precis"})
_DAYS = re.compile(r"\b(?:each|every|per|a) (?:of the \w+ )?day|\bdaily|\beach of the \w+ days", re.IGNORECASE)
_KEPT = 50_000


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure, and what it measures. ``thing`` is the stem of what is counted, ``group`` its group of things.

    ``lent`` says that the noun does not stand beside the number; ``negated`` that the text says *not* before it;
    ``exact`` that it insists; ``daily`` that it holds for each day; ``geographic`` that it is part of a place.
    """

    figure: Figure
    low: float | None
    high: float | None
    thing: str | None
    group: str | None
    general: bool
    measure: Measure | None
    basis: str | None
    lent: bool
    negated: bool
    exact: bool
    daily: bool
    geographic: bool

    @property
    def named(self) -> tuple[float, ...]:
        """The bounds that the text states, in order."""
        return tuple(sorted({bound for bound in (self.low, self.high) if bound is not None}))


@dataclass(frozen=True, slots=True)
class Facts:
    """Of one statement: its stems in order with numbers and signs, the set of its content stems, its figures."""

    tokens: tuple[str, ...]
    words: frozenset[str]
    figures: tuple[Measured, ...]
    quoted: bool


_cache: OrderedDict[tuple[str, str], Facts] = OrderedDict()


def facts(statement: Statement) -> Facts:
    """Worked out once for each statement; the latest fifty thousand are kept."""
    key = (statement.key, statement.text)
    known = _cache.get(key)
    if known is None:
        known = _cache[key] = _facts(statement)
        if len(_cache) > _KEPT:
            _cache.popitem(last=False)
    return known


def _facts(statement: Statement) -> Facts:
    text = GLOSS.sub(lambda gloss: " " * len(gloss.group()), statement.text)
    spans = [(match.start(), _stem(match.group())) for match in _TOKEN.finditer(text)]
    figures = tuple(_figures(statement, text, spans))
    tokens = tuple(token for _, token in spans)
    return Facts(tokens, frozenset(statement.words), figures, any(sign in statement.text for sign in '“‘"'))


def _stem(token: str) -> str:
    return token if not token[0].isalpha() else stem(re.sub(r"['’]s?$", "", fold(token)))


def _figures(statement: Statement, text: str, spans: list[tuple[int, str]]) -> list[Measured]:
    found, start = [], 0
    for figure in statement.figures:
        if figure.low is None and figure.high is None:
            continue
        at = text.lower().find(figure.text.lower(), start)
        at = at if at >= 0 else text.lower().find(figure.text.lower())
        inside = [i for i, (where, _) in enumerate(spans) if at >= 0 and at <= where < at + len(figure.text)]
        start = at + 1 if at >= 0 else start
        found.append(_measured(statement, text, [token for _, token in spans], figure, inside))
    return found


def _measured(statement: Statement, text: str, tokens: list[str], figure: Figure, inside: list[int]) -> Measured:
    thing, lent = _thing(figure)
    group, general = things().get(thing, (None, False)) if thing else (None, False)
    if thing and group is None and (thing in persons() or figure.unit == "people"):
        group = "people"
    first, last = (inside[0], inside[-1]) if inside else (0, len(tokens) - 1)
    before = tokens[max(0, first - 3) : first]
    sort = _sort(figure, group)
    return Measured(
        figure=figure,
        low=figure.low,
        high=figure.high,
        thing=thing,
        group=group,
        general=general,
        measure=_measure(figure, tokens, first, last, sort),
        basis=next((bases()[token] for token in tokens if token in bases()), None),
        lent=lent,
        negated=bool(before) and (before[-1] in _NOT or before[-2:] == ["not", "a"]),
        exact=bool(_EXACT & {*before, *tokens[first : last + 1]}),
        daily="/day" in (figure.unit or "") or _DAYS.search(text) is not None,
        geographic=figure.kind == "length"
        and any(figure.text in where.name for where in statement.places if where.entry is None),
    )


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


def _measure(figure: Figure, tokens: list[str], first: int, last: int, sort: str) -> Measure | None:
    """The measure that the nearest word tells, in the noun phrase first, then in the clause around the number."""
    own = (*figure.words, figure.head)
    for word in own:
        for parts, label in triggers().get(word, ()):
            if len(parts) == 1 and _fits(label, sort):
                return measures()[label]
    best: tuple[int, str] | None = None
    for step, cost_start in ((1, last), (-1, first)):
        cost, at = 0, cost_start
        while 0 <= at + step < len(tokens) and cost < _REACH:
            at += step
            cost += _COMMA if tokens[at] == "," else 1
            if tokens[at] in _STOPS:
                break
            for parts, label in triggers().get(tokens[at], ()):
                if tuple(tokens[at : at + len(parts)]) == parts and _fits(label, sort):
                    if best is None or cost < best[0]:
                        best = (cost, label)
                    break
    return measures()[best[1]] if best else None


def _fits(label: str, sort: str) -> bool:
    """Whether a measure can be of this sort of thing."""
    of = measures()[label].of
    return of is None or of == sort
