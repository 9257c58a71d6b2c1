"""From cues and their roles to hops, and what the rules know about the same cue."""

from __future__ import annotations

import bisect
import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sayso.reader.common import cues as lexicon
from sayso.reader.common.cues import Strength
from sayso.reader.common.hop import Hop, Span, overlaps
from sayso.reader.common.page import Page
from sayso.reader.common.words import word_class
from sayso.reader.model.roles import Found
from sayso.reader.model.tagging import Tagged
from sayso.reader.model.weights import Biases


def moved(found: Found, by: int) -> Found:
    """The same ranges, counted from the beginning of the page."""
    return Found(
        (found.cue[0] + by, found.cue[1] + by),
        {role: [(a + by, b + by) for a, b in spans] for role, spans in found.roles.items()},
        found.score,
    )


class Candidates(NamedTuple):
    """Cues of three origins, none overlapping another: of the first head, of the second alone, of the rules alone."""

    outer: Sequence[Tagged]
    other: Sequence[Tagged]
    ruled: Sequence[Tagged]

    def cues(self) -> list[Span]:
        """All word ranges, in order."""
        return sorted((tag.first, tag.last) for tags in self for tag in tags)

    def hopeful(self, biases: Biases) -> Candidates:
        """Those that :func:`accepted` may keep, whatever their roles are."""
        other, ruled = min(biases.alone, biases.nested), min(biases.ruled, biases.ruled_nested)
        return Candidates(
            self.outer, [t for t in self.other if t.score >= other], [t for t in self.ruled if t.score >= ruled]
        )


def accepted(candidates: Candidates, found: Sequence[Found], biases: Biases) -> list[tuple[Found, float]]:
    """The cues that are kept, with their scores.

    A cue of the first head stands where it has a content. One that only the second head or the rules see must be as
    sure as ``biases`` ask, inside a content that is kept or elsewhere.

    Args:
        found: the roles of all candidates, in any order.
    """
    score = {(tag.first, tag.last): tag.score for tags in candidates for tag in tags}
    floor = {(tag.first, tag.last): (biases.alone, biases.nested) for tag in candidates.other}
    floor |= {(tag.first, tag.last): (biases.ruled, biases.ruled_nested) for tag in candidates.ruled}
    with_content = [f for f in found if f.roles.get("content")]
    kept = [f for f in with_content if f.cue not in floor]
    for one in sorted((f for f in with_content if f.cue in floor), key=_width, reverse=True):
        inside = any(_within(one.cue, f.roles["content"]) for f in kept)
        if score[one.cue] >= floor[one.cue][inside]:
            kept.append(one)
    kept.sort(key=lambda f: f.cue)
    return [(f, score[f.cue] * f.score) for f in kept]


def calibrated(score: float, calibration: tuple[float, float]) -> float:
    """The share of attributions of this raw score that are right; see :class:`~sayso.reader.model.weights.Card`."""
    intercept, slope = calibration
    odds = intercept + slope * math.log(max(score, 1e-6) / max(1 - score, 1e-6))
    return round(1 / (1 + math.exp(-odds)), 3)


def _width(found: Found) -> int:
    return sum(last - first for first, last in found.roles["content"])


def _within(cue: Span, spans: Iterable[Span]) -> bool:
    return any(first <= cue[0] < last for first, last in spans)


def hop_of(page: Page, found: Found, score: float) -> Hop:
    """One hop; what stands round its clause is what the rules look through for venue and addressee."""
    first = found.cue[0]
    number = bisect.bisect_right(page.sentences, first, key=lambda s: s.first) - 1
    sentence = page.sentences[number]
    source = _nearest(found.roles.get("source", []), found.cue)
    contents = sorted(_filed(page, span) for span in found.roles["content"])
    taken = [found.cue, *contents, *found.roles.get("source", [])]
    venues = _apart(found.roles.get("venue", []), taken)
    hedge, denied = _lexical(page, found.cue)
    return Hop(
        cue=found.cue,
        source=source,
        contents=contents,
        pattern="model",
        score=score,
        sentence=number,
        addressee=_nearest(_apart(found.roles.get("addressee", []), taken), found.cue),
        venue=_nearest([span for span in venues if _is_place(page, span)], found.cue),
        hedge=hedge,
        denied=denied,
        around=_around(sentence.first, sentence.last, [found.cue, *contents, *([source] if source else [])]),
    )


def _nearest(spans: Sequence[Span], cue: Span) -> Span | None:
    return min(spans, key=lambda s: max(s[0] - cue[1], cue[0] - s[1], 0), default=None)


def _apart(spans: Iterable[Span], taken: Sequence[Span]) -> list[Span]:
    """Those that overlap nothing that is taken."""
    return [span for span in spans if not overlaps(span, taken)]


def _is_place(page: Page, span: Span) -> bool:
    """Whether it can be where something was said: *me*, in *writes to me*, is whom it was said to."""
    return any(page.lows[i] not in word_class("object_pronouns") for i in range(*span))


def _filed(page: Page, span: Span) -> Span:
    """A content without the dateline that it begins with: *ROSARIO, Argentina (Tidewire) –* is nobody's words."""
    first, last = span
    body = page.sentences[bisect.bisect_right(page.sentences, first, key=lambda s: s.first) - 1].body
    return (body, last) if first < body < last else span


def _around(first: int, last: int, taken: Iterable[Span]) -> list[Span]:
    """The stretches of a sentence that no role takes."""
    made, at = [], first
    for a, b in sorted(taken):
        if at < a <= last:
            made.append((at, a))
        at = max(at, b)
    if at < last:
        made.append((at, last))
    return made


def _lexical(page: Page, cue: Span) -> tuple[Strength, bool]:
    """Hedge and denial that the cue's own word carries by the lexicon."""
    negated = any(page.lows[i] in {"not", "never", "n't"} or page.lows[i].endswith("n't") for i in range(*cue))
    for i in range(cue[1] - 1, cue[0] - 1, -1):
        low = page.lows[i]
        if low in lexicon.hearsay():
            return "strong", False
        before = page.lows[i - 1] if i > cue[0] else ""
        if before in {"is", "are", "was", "were", "been", "be"} and low in lexicon.passives():
            return lexicon.passives()[low], False
        forms = lexicon.verbs().get(low)
        if forms:
            return forms[-1].verb.hedge, forms[-1].verb.denied != negated and forms[-1].verb.denied
        noun = lexicon.nouns().get(low)
        if noun:
            return noun.hedge, noun.denied
    return "none", False
