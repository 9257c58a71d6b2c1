"""What two statements have in common by their words: weighed by rarity, and in runs."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.nouns import Page, Statement
from sayso.origins.matching.facts import Facts, facts
from sayso.origins.matching.tables import kinds, rarity
from sayso.origins.words import stems

#: a word of both titles tells of the event, not of the claim
TOPICAL = 0.5
#: two words of one measure weigh so much together
ALIKE = 6.0
#: words that weigh less are in any two sentences
LITTLE = 7.0
#: pages with less affinity hardly tell of one event
NEAR = 0.3


@dataclass(frozen=True, slots=True)
class Overlap:
    """``least``: the weight of the shared words by that of the statement with less; ``both``: by the mean of the two.

    ``context`` is ``least`` with what the sentences before and the titles say added to the other side. ``weight`` is
    that of the shared words, ``shorter`` that of the words of the statement with less. ``run`` the weight of the
    longest run of words that both have, ``words`` that run's length. ``shared`` the words, rarest first.
    """

    least: float
    both: float
    context: float
    weight: float
    shorter: float
    run: float
    length: int
    shared: tuple[str, ...]


def overlap(a: Statement, page_a: Page, b: Statement, page_b: Page) -> Overlap:
    """Compare the words of two statements."""
    ours, theirs = facts(a), facts(b)
    known = topical(page_a, page_b)
    weight_a, weight_b = _all(ours, known), _all(theirs, known)
    common = ours.words & theirs.words
    # other words of one measure are as good as a common word: left and gone, killed and dead
    alike = (ours.kinds & theirs.kinds) - kinds(common)
    weight = _weight(common, known) + ALIKE * len(alike)
    shorter, longer = min(weight_a, weight_b), max(weight_a, weight_b)
    less, more = (a, b) if (weight_a, a.text) <= (weight_b, b.text) else (b, a)
    around = frozenset(more.words) | frozenset(more.context)
    run, length = _run(ours, theirs) if common or ours.numbers & theirs.numbers else (0.0, 0)
    return Overlap(
        least=min(1.0, weight / shorter) if shorter else 0.0,
        both=min(1.0, 2 * weight / (shorter + longer)) if shorter + longer else 0.0,
        context=max(weight, _weight(facts(less).words & around, known)) / shorter if shorter else 0.0,
        weight=weight,
        shorter=shorter,
        run=run,
        length=length,
        shared=tuple(sorted(common, key=lambda word: (-rarity(word), word))),
    )


def topical(a: Page, b: Page) -> frozenset[str]:
    """Stems that both titles have."""
    return _title(a.title, a.language) & _title(b.title, b.language)


def possible(a: Statement, b: Statement, affinity: float) -> bool:
    """Whether two statements have anything in common that could tie them: a cheap question before the dear one.

    A number or a measure that both give, or words that are not too common; pages that do not tell of one event must
    share two words.
    """
    ours, theirs = facts(a), facts(b)
    common = ours.words & theirs.words
    if affinity < NEAR and len(common) < 2:
        return False
    if ours.numbers & theirs.numbers or ours.measures & theirs.measures:
        return True
    return bool(common) and sum(rarity(word) for word in common) >= LITTLE


@functools.lru_cache(maxsize=10_000)
def _title(title: str | None, language: str | None) -> frozenset[str]:
    return frozenset(stems(title or "", language))


def _weight(words: Iterable[str], known: frozenset[str]) -> float:
    return sum(rarity(word) * (TOPICAL if word in known else 1.0) for word in words)


def _all(one: Facts, known: frozenset[str]) -> float:
    """The weight of all words of a statement."""
    return one.weight - sum(rarity(word) * (1 - TOPICAL) for word in one.words & known)


def _run(a: Facts, b: Facts) -> tuple[float, int]:
    """The heaviest run of tokens that both have, by its content words and numbers; and its length in words."""
    places: dict[str, list[int]] = {}
    for j, (token, _) in enumerate(b.run):
        places.setdefault(token, []).append(j)
    best, length = 0.0, 0
    before: dict[int, tuple[float, int]] = {}
    for token, told in a.run:
        now = {}
        for j in places.get(token, ()):
            weight, words = before.get(j - 1, (0.0, 0))
            now[j] = (weight + min(told, b.run[j][1]), words + 1)
            if now[j] > (best, length):
                best, length = now[j]
        before = now
    return best, length
