"""Whether two pages are about the same event: how far their telling terms agree, and how far apart they came out."""

from __future__ import annotations

import datetime as dt
import functools
import math
from typing import NamedTuple

from sayso.lexicon import load
from sayso.origins.stories.rarity import rarity
from sayso.origins.stories.signature import Signature
from sayso.origins.wording import listed

_KINDS = ("names", "figures", "words", "title")
#: pages that came out within so many days of each other are near
_NEAR = 10
#: how many shared names a reason gives
_GIVEN = 4
#: a shared name that is less rare than this is no reason
_COMMON = 3.0

Vector = tuple[dict[str, float], float]


class Affinity(NamedTuple):
    """How sure it is, in [0, 1], that two pages are about the same event, and why, as a sentence."""

    score: float
    why: str


def affinity(a: Signature, b: Signature) -> Affinity:
    """Whether two pages are about the same event.

    Symmetric. A logistic model over :func:`features`; its weights (``lexicon/story_weights.toml``) were fitted on news
    pages with known events.
    """
    return Affinity(score(a, b), _why(a, b))


def score(a: Signature, b: Signature) -> float:
    """:func:`affinity` without its reason, for many pairs."""
    weights = load("story_weights.toml")["affinity"]
    found = features(a, b)
    return 1 / (1 + math.exp(-weights["bias"] - sum(weights.get(name, 0.0) * value for name, value in found.items())))


def features(a: Signature, b: Signature) -> dict[str, float]:
    """What the model weighs.

    Of each kind of term the cosine of both pages' weights (1 + log count, times rarity); ``shared``, the logarithm of
    the rarity that the shared names add up to; ``gap``, the logarithm of the days between the pages, and ``near``,
    whether these are few; ``undated`` where that cannot be told.
    """
    left, right = _vectors(a), _vectors(b)
    found = {kind: _cosine(x, y) for kind, x, y in zip(_KINDS, left, right, strict=True)}
    found["shared"] = math.log1p(sum(rarity(term) for term in sorted(left[0][0].keys() & right[0][0].keys())))
    days = days_apart(a, b)
    if days is None:
        found["undated"] = 1.0
    else:
        found["gap"] = math.log1p(days)
        found["near"] = float(days <= _NEAR)
    return found


def days_apart(a: Signature, b: Signature) -> int | None:
    """Days from the publication of one to that of the other, at least; null where one of them has no date."""
    if not (a.first and a.last and b.first and b.last):
        return None
    try:
        bounds = [_ordinal(day) for day in (a.first, a.last, b.first, b.last)]
    except ValueError:
        return None
    return max(0, bounds[2] - bounds[1], bounds[0] - bounds[3])


@functools.lru_cache(maxsize=10_000)
def _ordinal(day: str) -> int:
    return dt.date.fromisoformat(day).toordinal()


@functools.lru_cache(maxsize=4096)
def _vectors(signature: Signature) -> tuple[Vector, ...]:
    return tuple(_vector(getattr(signature, kind)) for kind in _KINDS)


def _vector(counts: tuple[tuple[str, int], ...]) -> Vector:
    weights = {term: (1 + math.log(count)) * rarity(term) for term, count in counts}
    return weights, math.sqrt(sum(weight * weight for weight in weights.values()))


def _cosine(a: Vector, b: Vector) -> float:
    if not a[1] or not b[1]:
        return 0.0
    # in a fixed order: floating-point sums depend on it
    shared = sorted(a[0].keys() & b[0].keys())
    return sum(a[0][term] * b[0][term] for term in shared) / (a[1] * b[1])


def _why(a: Signature, b: Signature) -> str:
    there = {term for term, _ in b.names}
    shown = [(rarity(term), name) for (term, _), name in zip(a.names, a.shown, strict=True) if term in there]
    names = [name for rare, name in sorted(shown, key=lambda one: (-one[0], one[1])) if rare >= _COMMON][:_GIVEN]
    share = f"both pages name {listed(names)}" if names else "the pages share no rare name"
    days = days_apart(a, b)
    if days is None:
        return f"{share}; at least one of them has no date"
    apart = "on the same day" if days == 0 else f"{days:,} day{'s' if days > 1 else ''} apart"
    return f"{share}; they came out {apart}"
