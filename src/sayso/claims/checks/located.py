"""Which place it is that a text says lies so and so far from another."""

from __future__ import annotations

import bisect
import collections
import functools
import re
from collections.abc import Iterable, Sequence

from sayso.claims.checks.ground import gazetteer, named
from sayso.claims.checks.words import words
from sayso.nouns.base import Range
from sayso.nouns.measures import GazetteerEntry, Place

#: Between a place and what is said of it in apposition: a comma, and at most when or how.
_APPOSED = re.compile(
    r"^(?:\s+(?:during|in|on|at|by|since|before|after)\s+(?:the\s+)?\w+(?:\s\w+)?)?,\s*(?:just\s+|only\s+)?$"
)
_GAP = re.compile(r"^\s+$")
_CLAUSE = re.compile(r"(?:[;:]\s+|\bthat\s+|,?\s\band\s+|,?\s\bbut\s+|[“\"‘]\s*)")
_NAME = re.compile(r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}(?=,?\s)")
_BETWEEN = re.compile(r"\bbetween\b[^.,;]{1,40}\band\b[^.,;]{0,30}$")
#: Words behind a name that leave it the name of the town: *Tajumulco town is*.
_STILL = frozenset({"town", "city", "village", "itself", "which"})
_NEXT = re.compile(r"\s*(?P<word>\w+|\W)")
_RELATIVE = re.compile(r"^,?\s+(?:which|that)\b")
_LEAD = re.compile(
    r"^(?!(?:from|to|in|at|between|near|on|by|with|off)\b)(?:(?:the|an?|this|that|its|their)\s+)?(?:[\w-]+\s+){0,3}?(?:of\s+)?$",
    re.IGNORECASE,
)
#: Sentences looked back over for what a pronoun or *the town* means.
_BACK = 3
_NAMES = {"city", "facility", "other", "island", "oilfield", "mountain"}


@functools.cache
def _verb() -> re.Pattern[str]:
    verbs = "|".join(sorted(words("lying"), key=len, reverse=True))
    adverbs = r"(?:just|only|some|now|also|still|all|itself|situated|located|poised|based|set|\w+ly)"
    where = r"(?:on|in|at|near|by|an?|the|opposite|between|along|above|below|north|south|east|west)"
    return re.compile(
        rf"\b(?:{verbs})\b(?:(?:\s+{adverbs})*\s*"  # "lies just | 60 miles from"
        rf"|\s+{where}\b[^.;:!?]{{0,90}},\s*"  # "lies on the Rhine, | less than five kilometres from"
        rf"|(?<=lies)\s[^.,;:!?]{{0,40}},\s*"  # "lies flat and windy, | about 30 kilometres from"
        rf"|[^.;:!?]{{0,120}}\b(?:km|kilomet\w+|miles?)\b[^.;:!?]{{0,60}}\band\s+)$"  # "and | some 140 kilometres from"
    )


@functools.cache
def _pointing() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("settlements"), key=len, reverse=True))
    return re.compile(
        rf"^(?:it|(?:the|that|this)\s+(?:\w+\s+)?(?:{nouns}))\b(?!\s+of\s+[A-Z])(?:\s+itself)?", re.IGNORECASE
    )


class Located:
    """Finds the place that a relative place is said of.

    Args:
        text: the document's.
        sentences: its ranges.
        places: all places of the reading.
    """

    def __init__(self, text: str, sentences: Sequence[Range], places: Sequence[Place]) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [start for start, _ in sentences]
        self._all = [p for p in places if p.relation is None]
        self._names = spots_named(places)
        self._at = [n.start for n in self._names]

    def _between(self, first: int, last: int) -> list[Place]:
        """The names that begin in a range."""
        return self._names[bisect.bisect_left(self._at, first) : bisect.bisect_left(self._at, last)]

    def sentence_of(self, at: int) -> Range:
        """The sentence in which a character stands."""
        return self._sentences[max(0, bisect.bisect_right(self._starts, at) - 1)]

    def subject(self, place: Place) -> Place | None:
        """The named place of which ``place``, a distance or direction, is said; null where the words do not tell."""
        anchors = set(place.relation.anchors) if place.relation else set()
        start, _ = self.sentence_of(place.start)
        names = [n for n in self._between(start, place.start) if n.end <= place.start and n.id not in anchors]
        lead = self._text[start : place.start]
        first = names[0] if names else None
        if first is not None and _verb().search(lead) and self._is_subject(first, start):
            return first  # "Acapulco is a city on the coast of Mexico, | 300 miles from": the subject, and not Mexico
        if names:
            between = self._text[names[-1].end : place.start]
            if _BETWEEN.search(self._text[start : names[-1].start]):
                return None  # "between Loon and Cabilao, 17 kilometres from …": said of what lies there
            if _APPOSED.match(between) or (_GAP.match(between) and not self._after_preposition(names[-1])):
                return names[-1]
            if _RELATIVE.match(between) and _verb().search(between):
                return names[-1]
        clause = max((m.end() for m in _CLAUSE.finditer(lead) if _opens(lead, m.end())), default=0)
        rows = [clause, 0] if clause else [0]
        for begin in rows:
            head = lead[begin:]
            pointing = _pointing().match(head)
            if pointing is not None and (_verb().search(head) or head[pointing.end() :].strip() == ","):
                return self._meant(start + begin, start, anchors, pointing[0].split()[-1].lower())
            head_name = self._unlisted(start + begin, place.start)
            if head_name is not None and (_verb().search(head) or not self._text[head_name.end : place.start].strip()):
                return head_name
            first = next((n for n in names if n.start >= start + begin), None)
            if first is not None and _verb().search(head) and self._is_subject(first, start + begin):
                return first
        return None

    def _unlisted(self, at: int, end: int) -> Place | None:
        """A town at the head of a clause that the reading has not among its places: *Tulcea, where … , is*."""
        found = _NAME.match(self._text, at, end)
        known = gazetteer()
        if found is None or known is None or any(n.start < found.end() and at < n.end for n in self._all):
            return None
        spots = named(found[0], known)
        countries = [p.gazetteer.country for p in self._all if p.gazetteer is not None and p.gazetteer.country]
        spot = max(spots, key=lambda s: countries.count(s.country or ""), default=None)
        if spot is None or spot.country not in countries:
            return None
        geometry = {"type": "Point", "coordinates": [spot.point[1], spot.point[0]]}
        entry = GazetteerEntry(id="", name=spot.name, country=spot.country, kind="city", score=0.5)
        return Place(
            id="", start=at, end=found.end(), text=found[0], use="literal", gazetteer=entry, geometry=geometry,
            radius_km=spot.extent,
        )  # fmt: skip

    def _is_subject(self, name: Place, clause: int) -> bool:
        """Whether a name begins its clause and is the place itself: not *the Vetren dam lies*."""
        behind = _NEXT.match(self._text, name.end)
        word = behind["word"].lower() if behind is not None else ""
        alone = not word or not word.isalpha() or word in words("lying") | _STILL
        return alone and _LEAD.match(self._text[clause : name.start]) is not None

    def _after_preposition(self, name: Place) -> bool:
        before = self._text[max(0, name.start - 12) : name.start].split()
        return bool(before) and before[-1].lower() in {"from", "to", "in", "at", "of", "near", "between", "on"}

    def _meant(self, at: int, sentence: int, anchors: set[str], noun: str) -> Place | None:
        """The place that *it* or *the town* points back to: the subject of the sentence before, else the last town."""
        same = [n for n in self._between(sentence, at) if n.id not in anchors and _is_town(n)]
        unlisted = self._unlisted(sentence, at) if sentence < at else None
        if unlisted is not None or same:
            return unlisted or same[0]
        number = bisect.bisect_right(self._starts, sentence) - 1
        taken = {n.text for n in self._names if n.id in anchors}
        for back in range(1, _BACK + 1):
            if number - back < 0:
                break
            start, end = self._sentences[number - back]
            rows = [n for n in self._between(start, end) if _is_town(n) and n.text not in taken]
            if rows:
                lead = self._text[start : rows[0].start]
                return rows[0] if _LEAD.match(lead) else rows[-1]
        return self._town_of_the_text(sentence, taken, noun)

    def _town_of_the_text(self, at: int, taken: set[str], noun: str) -> Place | None:
        """The place called *the town of* before, else the one that the text has named most often, at least twice."""
        rows = [n for n in self._names if n.start < at and _is_town(n) and n.text not in taken]
        called = [n for n in rows if self._text[max(0, n.start - 40) : n.start].lower().endswith(f"{noun} of ")]
        if called:
            return called[-1]
        counts = collections.Counter(n.text for n in rows).most_common(2)
        if not counts or counts[0][1] < 2 or (len(counts) > 1 and counts[1][1] == counts[0][1]):
            return None
        return next(n for n in reversed(rows) if n.text == counts[0][0])


def _opens(lead: str, at: int) -> bool:
    """Whether a clause of its own may begin here: with a name, a pronoun or an article."""
    return bool(re.match(r"(?:[A-Z]|it\b|the\b|that\b|this\b)", lead[at:]))


def _is_town(place: Place) -> bool:
    return place.gazetteer is not None and place.gazetteer.kind in _NAMES | {"admin1", "admin2"}


def spots_named(places: Iterable[Place]) -> list[Place]:
    """The names that may stand for one point of the map, in text order."""
    return sorted(
        (p for p in places if p.relation is None and p.use != "associative" and _may_be_spot(p)),
        key=lambda place: place.start,
    )


def _may_be_spot(place: Place) -> bool:
    if place.gazetteer is None:
        return place.text[:1].isupper() and place.geometry is None
    return place.gazetteer.kind in _NAMES | {"admin1", "admin2", "lake"}
