"""A statement taken apart for comparing: its tokens, its words, and its figures with what they measure."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass

from sayso.nouns import Figure, Statement
from sayso.nouns.folding import fold
from sayso.origins.matching.measured import Measured, measured, of_change
from sayso.origins.matching.tables import aside, kinds, marks, rarity
from sayso.origins.words import stem

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*|[;.:!?]|,(?!\d)|[“”‘\"]")
#: what the claim's text has in square brackets: a date worked out, whom a pronoun means
GLOSS = re.compile(r"\s*\[[^\]]*\]")
_SIGNS = frozenset(',;.:!?“”‘"')
#: tokens of a statement that runs are looked for in, at most
_LONGEST = 120
#: statements that are kept taken apart, some three kilobytes each
_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Facts:
    """Of one statement: its stems in order with numbers and signs, the set of its content stems, its figures.

    ``weight`` is the rarity of all of its words, ``run`` the tokens without signs, each with what it tells in a run;
    ``numbers`` the bounds that it names, ``measures`` what they measure, ``kinds`` all measures that any word tells;
    ``places`` are entries or folded names, ``parties`` and ``speakers`` folded names, of all parties and of the
    innermost speaker; ``refusing`` whether anything in it is told as not so.
    """

    tokens: tuple[str, ...]
    words: frozenset[str]
    figures: tuple[Measured, ...]
    weight: float
    run: tuple[tuple[str, float], ...]
    numbers: frozenset[float]
    measures: frozenset[str]
    kinds: frozenset[str]
    places: frozenset[str]
    parties: frozenset[str]
    speakers: frozenset[str]
    refusing: bool


_cache: OrderedDict[tuple[str, str, tuple[Figure, ...]], Facts] = OrderedDict()


def facts(statement: Statement) -> Facts:
    """Worked out once for each statement; the latest twenty thousand are kept."""
    key = (statement.key, statement.text, statement.figures)
    known = _cache.get(key)
    if known is None:
        known = _cache[key] = _facts(statement)
        if len(_cache) > _KEPT:
            _cache.popitem(last=False)
    return known


def _facts(statement: Statement) -> Facts:
    text = GLOSS.sub(lambda gloss: " " * len(gloss.group()), statement.text)
    spans = [(match.start(), _stem(match.group())) for match in _TOKEN.finditer(text)]
    tokens = tuple(token for _, token in spans)
    starts = [start for start, _ in spans]
    figures, at = [], 0
    for figure in statement.figures:
        valued = of_change(figure)
        if valued is not None:
            first, last, at = _found(figure, text.lower(), starts, at)
            figures.append(measured(statement, valued, tokens, first, last))
    words = frozenset(statement.words)
    run = [(t, rarity(t) if t in words or t[0].isdigit() else 1.0) for t in tokens if t not in _SIGNS]
    return Facts(
        tokens=tokens,
        words=words,
        figures=tuple(figures),
        weight=sum(rarity(word) for word in words),
        run=tuple(run[:_LONGEST]),
        numbers=frozenset(bound for figure in figures for bound in figure.named),
        measures=frozenset(m.label for figure in figures for m in (figure.measure, figure.also) if m is not None),
        kinds=kinds(words),
        places=frozenset(where.entry or fold(where.name) for where in statement.places),
        parties=frozenset(fold(name) for party in statement.parties for name in party.names),
        speakers=frozenset(fold(name) for hop in statement.chain[:1] for name in hop.names if name),
        refusing=bool(marks("refusing") & set(tokens)),
    )


def _stem(token: str) -> str:
    if not token[0].isalpha():
        return token
    word = re.sub(r"['’]s?$", "", fold(token))
    return word if word in aside() else stem(word)


def _found(figure: Figure, text: str, starts: list[int], after: int) -> tuple[int, int, int]:
    """First and last token of a figure, and where to look for the next one; all of the text where it is not found."""
    wanted = figure.text.lower()
    at = text.find(wanted, after)
    if at < 0:
        at = text.find(wanted)
    inside = [i for i, start in enumerate(starts) if at >= 0 and at <= start < at + len(wanted)]
    return (inside[0], inside[-1], at + 1) if inside else (0, len(starts) - 1, after)
