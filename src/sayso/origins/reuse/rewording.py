"""Light rewording: another text's names, figures and words that carry meaning, in its order, in other sentences.

Whoever rewrites a report keeps what can be checked and the order in which it came; whoever reports the same event by
themselves chooses and orders anew. Two texts are therefore compared by the longest chain of content words that they
have in common in the same order, a *local* alignment (T. F. Smith, M. S. Waterman, *Identification of Common Molecular
Subsequences*, J. Mol. Biol. 147, 1981) with figures and names weighing more and every word left out costing a little.

A high score says that one text rests on the other, or both on a third (a press release): not on which.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from sayso.lexicon import load
from sayso.nouns.base import Range
from sayso.origins.reuse.folding import words_of
from sayso.origins.reuse.quoted import quoted_before
from sayso.origins.words import stem, stop_words

#: What a word in the chain is worth, a figure or name, and what each word costs that is left out before the next.
WORD, TELLING, LEFT_OUT = 1.0, 1.5, 0.15
#: A pause longer than this costs no more: a paragraph of one's own may stand between.
MAX_PAUSE = 40
#: A word that is in both texts so often (the product of the counts) orders nothing.
MAX_REPEATS = 6
#: Words of a text, and places that two texts have in common, that are looked at.
MAX_WORDS, MAX_POINTS = 2_000, 400
#: The worth of a chain at which the score is one half, and how much more takes it to 0.73. Of 548 pairs of pages on one
#: shooting with no passage in common 7 reach 19, most of them by way of one police release; of 1,500 on two, none.
MIDDLE, SCALE = 19.0, 2.5
#: Fewer words in a chain are not spoken of; so many examples are given; so many quoted words make a quotation.
MIN_CHAIN, EXAMPLES, MIN_QUOTED = 8, 4, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewording:
    """How closely two texts run side by side.

    ``score`` in [0, 1] is how sure it is that this is no chance; ``a`` and ``b`` are the stretches of the two texts
    (code points); ``words`` how many content words stand in both in the same order, ``figures`` and ``names`` of them
    as the first text has them; ``quotation`` the longest words that both have in quotation marks.
    """

    score: float
    why: str
    a: Range
    b: Range
    words: int
    figures: tuple[str, ...]
    names: tuple[str, ...]
    quotation: str | None


@dataclass(frozen=True, slots=True)
class _Token:
    key: str
    kind: str
    start: int
    end: int


def reworded(a_text: str, b_text: str, *, language: str | None = "en") -> Rewording | None:
    """The stretch where two texts have most names, figures and content words in the same order; None if hardly any.

    Args:
        language: ISO 639-1 code of both texts, for their stems and function words.
    """
    code = (language or "en").split("-")[0].lower()
    a, b = _tokens(a_text, code), _tokens(b_text, code)
    # which text comes first must not decide what is found
    if (len(b_text), b_text) < (len(a_text), a_text):
        worth, pairs = _chain(b, a)
        pairs = [(mine, theirs) for theirs, mine in pairs]
    else:
        worth, pairs = _chain(a, b)
    if len(pairs) < MIN_CHAIN:
        return None
    chain = [a[mine] for mine, _ in pairs]
    figures, names = (_distinct(a_text, chain, kind) for kind in ("figure", "name"))
    quotation = _same_quotation(a_text, b_text)
    out_of = max(pairs[-1][0] - pairs[0][0], pairs[-1][1] - pairs[0][1]) + 1
    return Rewording(
        score=round(1 / (1 + math.exp((MIDDLE - worth) / SCALE)), 3),
        why=_why(len(pairs), out_of, (*figures[:EXAMPLES], *names[:EXAMPLES]), quotation),
        a=(chain[0].start, chain[-1].end),
        b=(b[pairs[0][1]].start, b[pairs[-1][1]].end),
        words=len(pairs),
        figures=figures,
        names=names,
        quotation=quotation,
    )


@lru_cache(maxsize=32)
def _tokens(text: str, language: str) -> tuple[_Token, ...]:
    """Figures, names (words with a capital) and other content words of a text."""
    words = words_of(text)
    made = []
    for word, start, end in zip(words.folded[:MAX_WORDS], words.starts, words.ends, strict=False):
        if word in _numbers() or word[0].isdigit():
            made.append(_Token(_numbers().get(word, word), "figure", start, end))
        elif len(word) > 2 and word not in _without_content(language):
            kind = "name" if text[start].isupper() else "word"
            made.append(_Token(stem(word, language), kind, start, end))
    return tuple(made)


@cache
def _numbers() -> dict[str, str]:
    """Numbers in words, by the digits they stand for."""
    lists = load("numbers.yaml")
    return {word: str(value) for part in ("ones", "tens", "scales") for word, value in lists[part]["values"].items()}


@cache
def _without_content(language: str) -> frozenset[str]:
    """Function words, and the days of the week: every page of the day has them."""
    words = stop_words() if language == "en" else frozenset(load("function_words.yaml").get(language, ()))
    days = {row["name"] for row in load("weekdays.csv") if language in row["languages"].split()}
    return words | days


def _chain(first: tuple[_Token, ...], second: tuple[_Token, ...]) -> tuple[float, list[tuple[int, int]]]:
    """The best chain of tokens that both have in this order: its worth and the pairs of positions."""
    points = _points(first, second)
    if not points:
        return 0.0, []
    at_a, at_b = (np.array([point[side] for point in points]) for side in (0, 1))
    worth = [
        TELLING if first[a].kind == "figure" or first[a].kind == second[b].kind == "name" else WORD for a, b in points
    ]
    best, before = np.zeros(len(points)), [-1] * len(points)
    for point, gain in enumerate(worth):
        best[point] = gain
        if not point:
            continue
        pause = np.maximum(at_a[point] - at_a[:point], at_b[point] - at_b[:point]) - 1
        follows = (at_a[:point] < at_a[point]) & (at_b[:point] < at_b[point])
        value = np.where(follows, best[:point] - LEFT_OUT * np.minimum(pause, MAX_PAUSE), 0.0)
        last = int(value.argmax())
        if value[last] > 0:
            best[point], before[point] = gain + value[last], last
    at = int(best.argmax())
    total, pairs = float(best[at]), []
    while at >= 0:
        pairs.append(points[at])
        at = before[at]
    return total, pairs[::-1]


def _points(first: tuple[_Token, ...], second: tuple[_Token, ...]) -> list[tuple[int, int]]:
    """Places where both have the same token, in order; the rarest tokens first where there are too many."""
    places: dict[str, list[int]] = {}
    for position, token in enumerate(second):
        places.setdefault(token.key, []).append(position)
    counts = Counter(token.key for token in first)
    repeats = {key: counts[key] * len(found) for key, found in places.items() if key in counts}
    allowed, room = set(), MAX_POINTS
    for key in sorted(repeats, key=lambda key: (repeats[key], key)):
        room -= repeats[key]
        if repeats[key] > MAX_REPEATS or room < 0:
            break
        allowed.add(key)
    return [(a, b) for a, token in enumerate(first) if token.key in allowed for b in places[token.key]]


def _distinct(text: str, chain: list[_Token], kind: str) -> tuple[str, ...]:
    """The figures or names of the chain as the text has them, each once."""
    return tuple(dict.fromkeys(text[token.start : token.end] for token in chain if token.kind == kind))


def _same_quotation(a_text: str, b_text: str) -> str | None:
    """The longest run of words that both texts have inside quotation marks, as the first has it."""
    a, b = words_of(a_text), words_of(b_text)
    quoted_a, quoted_b = quoted_before(a_text), quoted_before(b_text)
    theirs: dict[str, list[int]] = {}
    for position in range(min(len(b), MAX_WORDS)):
        if (
            quoted_b[position + 1] > quoted_b[position]
            and len(places := theirs.setdefault(b.folded[position], [])) < 20
        ):
            places.append(position)
    best, runs = (0, 0), {-1: 0}
    for position in range(min(len(a), MAX_WORDS)):
        ends = {}
        if quoted_a[position + 1] > quoted_a[position]:
            ends = {place: runs.get(place - 1, 0) + 1 for place in theirs.get(a.folded[position], ())}
        runs = ends
        if ends and max(ends.values()) > best[0]:
            best = (max(ends.values()), position)
    length, last = best
    stops = _without_content("en")
    if length < MIN_QUOTED or all(word in stops for word in a.folded[last - length + 1 : last + 1]):
        return None
    return a_text[a.starts[last - length + 1] : a.ends[last]]


def _why(words: int, out_of: int, examples: tuple[str, ...], quotation: str | None) -> str:
    among = f", among them {', '.join(examples)}" if examples else ""
    also = f"; both quote “{quotation}”" if quotation else ""
    return (
        f"In a stretch of {out_of} names, figures and words that carry meaning, "
        f"{words} stand in both texts in the same order{among}{also}."
    )
