"""Where a movement comes from, leads to and passes, read from the words behind its verb or noun."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.claims.movements.frames import Frame, Slot, directions, goals, words
from sayso.claims.movements.limits import goes_on, is_infinitive, is_stop, phrase_end, places_between, preposition_at
from sayso.claims.movements.sentence import NOMINAL, QUOTES, Sentence
from sayso.nouns.measures import Place
from sayso.reader.common.words import word_class

_ENDS = frozenset({";", ":", "(", ")", "[", "]", "—", "–", ".", "!", "?", "…"})
#: Words looked at behind a verb.
REACH = 40


@dataclass(slots=True)
class Ways:
    """What was found behind a verb: places, and the words ``[first, last)`` of what is a place without a name.

    ``object`` are the words ``[first, last)`` of the object; ``after`` is the word behind all that was read.
    """

    places: dict[Slot, list[Place]] = field(default_factory=dict)
    grounds: dict[Slot, tuple[int, int]] = field(default_factory=dict)
    direction: str | None = None
    object: tuple[int, int] | None = None
    object_place: Place | None = None
    beneficiary: tuple[int, int] | None = None
    whose: tuple[int, int] | None = None
    agent: tuple[int, int] | None = None
    after: int = 0

    def has(self, slot: Slot) -> bool:
        """Whether a place is known for a slot, named or not."""
        return slot in self.places or slot in self.grounds


def ways_behind(sentence: Sentence, at: int, frame: Frame, *, passive: bool = False) -> Ways:
    """Read on from the word ``at``, the first behind the verb or noun and its particle.

    Args:
        sentence: the words.
        at: where to begin.
        frame: what the arguments of the verb or noun are.
        passive: whether the verb is passive, so that no object follows.
    """
    return _Walk(sentence, at, frame, passive=passive).ways_found()


def ground_in(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """The words of the unnamed place that a phrase is, up to its head: *the area*, *their homes*."""
    head = start
    while head < end and sentence.tags[head] in NOMINAL and sentence.tags[head] != "NUM":
        head += 1
    while head < end and sentence.tags[head] == "NUM" and head == start:
        head += 1
    head -= 1
    if head < start or sentence.lows[head] not in words("grounds"):
        return None
    stop = head + 1
    if stop + 1 < end and sentence.lows[stop] == "of" and sentence.tags[stop + 1] in NOMINAL:
        stop = phrase_end(sentence, stop + 1, end)  # "the hamlet of Vetren"
    return start, stop


def _is_adjective(place: Place, tag: str) -> bool:
    """Whether a place is only what something is of: *Syrian*."""
    entry = place.gazetteer
    named = entry is None or entry.kind != "country" or place.text.isupper() or "." in place.text
    return place.use == "associative" and (tag == "ADJ" or not (named or entry is None or place.text == entry.name))


def _leads(sentence: Sentence, start: int, at: int) -> bool:
    """Whether the words before a place belong to it: *the town of Bria*, *neighbouring Tunisia*."""
    return at - start <= 4 and all(
        sentence.tags[i] in {"DET", "ADJ", "NOUN"} or sentence.lows[i] == "of" for i in range(start, at)
    )


class _Walk:
    """One walk over the words behind a verb or noun: phrase after phrase, until a clause or a sentence ends.

    ``at`` is the word that is looked at and ``start`` where the phrase it stands in begins; ``slot`` is what that
    phrase is to the movement (null: not a place), ``filled`` whether its place was met, and ``bare`` whether no object
    is to come any more.
    """

    def __init__(self, sentence: Sentence, at: int, frame: Frame, *, passive: bool) -> None:
        self._sentence, self._frame = sentence, frame
        self._ways = Ways(after=at)
        self._at = self._start = at
        self._last = min(len(sentence), at + REACH)
        self._slot: Slot | None = None
        self._bare = frame.noun or passive
        self._filled = self._over = False

    def ways_found(self) -> Ways:
        """Walk to the end. Each word is taken by the first of the steps that knows what to do with it."""
        steps = (
            self._skip,
            self._end,
            self._preposition,
            self._pair,
            self._join,
            self._adjective,
            self._place,
            self._clause,
            self._compass,
            self._goal,
            self._other_phrase,
        )
        while self._at < self._last and not self._over:
            if not any(step() for step in steps):
                self._at += 1
        self._close(min(self._at, self._last))
        self._ways.after = min(self._at, self._last)
        return self._ways

    @property
    def _low(self) -> str:
        return self._sentence.lows[self._at]

    @property
    def _tag(self) -> str:
        return self._sentence.tags[self._at]

    def _begin(self, at: int, slot: Slot | None) -> None:
        """Another phrase begins; what is behind it can be no object of the verb."""
        self._at = self._start = at
        self._slot, self._bare = slot, True

    def _skip(self) -> bool:
        if self._low not in QUOTES and self._tag != "INTJ":
            return False
        self._at += 1
        return True

    def _end(self) -> bool:
        self._over = self._low in _ENDS
        return self._over

    def _preposition(self) -> bool:
        """*to*, *out of*, *by way of*: of what the phrase behind it is, the slot."""
        if self._low == "to" and is_infinitive(self._sentence, self._at):
            return False
        found = preposition_at(self._sentence, self._at, self._frame)
        if found is None:
            return False
        self._close(self._at)
        self._filled = False
        self._begin(*found)
        return True

    def _pair(self) -> bool:
        """*Between A and B*, where the word asks for both."""
        if self._low != "between" or self._frame.needs != "pair":
            return False
        pair = places_between(self._sentence, self._at)
        if pair is None:
            return False
        self._ways.places["from"], self._ways.places["to"] = [pair[0]], [pair[1]]
        self._begin(pair[2], None)
        return True

    def _join(self) -> bool:
        """A comma or a conjunction: the phrases go on behind it, or end."""
        if self._low not in {",", "and", "or", "nor", "but"}:
            return False
        self._close(self._at)
        self._bare = True
        go_on = goes_on(self._sentence, self._at, self._frame, self._slot, self._last)
        if go_on is None:
            self._over = True
        else:
            self._at = self._start = go_on
        return True

    def _adjective(self) -> bool:
        """*The Syrian capital*: no place to go to yet."""
        place = self._sentence.place_at(self._at)
        if place is None or not _is_adjective(place[1], self._tag):
            return False
        self._at = place[0]
        return True

    def _place(self) -> bool:
        place = self._sentence.place_at(self._at)
        if place is None or (self._slot is None and self._bare):
            return False
        if self._slot is not None:
            self._ways.places.setdefault(self._slot, []).append(place[1])
            self._filled = True
            self._at = self._start = place[0]
            if self._at < self._last and self._low in {
                "'s",
                "'",
            }:  # "to Libya's coast": the place is only the possessor
                self._at += 1
        elif self._ways.object_place is None and _leads(self._sentence, self._start, self._at):
            self._ways.object_place = place[1]
            self._at = place[0]
        else:
            self._at += 1
        return True

    def _clause(self) -> bool:
        self._over = is_stop(self._sentence, self._at)
        return self._over

    def _compass(self) -> bool:
        sentence, at = self._sentence, self._at
        if self._low not in directions() or not sentence.words[at].islower() or self._ways.direction is not None:
            return False
        if (at and sentence.tags[at - 1] == "DET") or sentence.lows[at + 1 : at + 2] == ["of"]:
            return False  # "the north", "north of Bria"
        self._ways.direction = directions()[self._low]
        self._close(at)
        self._begin(at + 1, None)
        return True

    def _goal(self) -> bool:
        """*Home*, *abroad*: a goal in one word."""
        if self._low not in goals() or self._slot is not None or self._ways.has("to"):
            return False
        if self._tag not in {"ADV", "NOUN", "X"}:
            return False
        self._close(self._at)
        self._ways.grounds["to"] = (self._at, self._at + 1)
        self._begin(self._at + 1, None)
        return True

    def _other_phrase(self) -> bool:
        """A phrase of another preposition: inside that of a place, or whose, for whom or by whom it is done."""
        sentence, at, ways = self._sentence, self._at, self._ways
        if self._tag != "ADP" and self._low not in word_class("prepositions"):
            return False
        inside = self._low in words("inner") and not self._filled and self._slot is not None
        of_object = self._low == "of" and self._slot is None and not self._bare  # "took four of the men"
        if at > self._start and (inside or of_object):
            self._at += 1
            return True
        self._close(at)
        end = phrase_end(sentence, at + 1, self._last)
        if self._low == "of" and ways.whose is None:
            ways.whose = (at + 1, end)
        elif self._low == "for" and ways.beneficiary is None:
            ways.beneficiary = (at + 1, end)
        elif self._low == "by" and ways.agent is None:
            ways.agent = (at + 1, end)
        self._filled = True
        self._begin(max(end, at + 1), None)
        return True

    def _close(self, end: int) -> None:
        """Keep the phrase up to ``end``: as the object, or as an unnamed place."""
        sentence, ways, start = self._sentence, self._ways, self._start
        while end > start and sentence.tags[end - 1] in {"ADV", "PUNCT"}:
            end -= 1
        while start < end and sentence.tags[start] in {"ADV", "PUNCT"} and sentence.lows[start] in QUOTES | {","}:
            start += 1
        if start >= end:
            return
        if self._slot is not None:
            if not ways.has(self._slot) and (ground := ground_in(sentence, start, end)):
                ways.grounds[self._slot] = ground
        elif (
            not self._bare
            and ways.object is None
            and any(sentence.tags[i] in NOMINAL - {"DET"} for i in range(start, end))
        ):
            ways.object = (start, end)
