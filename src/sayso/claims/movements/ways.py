"""Where a movement comes from, leads to and passes, read from the words behind its verb or noun."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.claims.movements.frames import Frame, Slot, directions, goals, prepositions, words
from sayso.claims.movements.sentence import NOMINAL, QUOTES, RELATIVES, Sentence
from sayso.nouns.measures import Place
from sayso.reader.common.words import word_class

#: Words within a phrase that lead on to its place: *hotels in Mamaia*, *the edge of Midia*.
_INNER = frozenset({"of", "in", "at", "near", "around", "on", "outside", "within", "inside"})
_ENDS = frozenset({";", ":", "(", ")", "[", "]", "—", "–", ".", "!", "?", "…"})
_JOINS = frozenset({"and", "or", "nor"})
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
        return slot in self.places or slot in self.grounds


def preposition_at(sentence: Sentence, at: int, frame: Frame) -> tuple[int, Slot] | None:
    """The preposition of a place that begins with a word, and the word behind it."""
    low = sentence.lows[at]
    for phrase, slot in prepositions().get(low, ()):
        if tuple(sentence.lows[at : at + len(phrase)]) == phrase:
            return at + len(phrase), slot
    return (at + 1, frame.places[low]) if low in frame.places else None


def ways_behind(sentence: Sentence, at: int, frame: Frame, *, passive: bool = False) -> Ways:
    """Read on from the word ``at``, the first behind the verb or noun and its particle."""
    ways = Ways(after=at)
    slot: Slot | None = None  # what the phrase being read is
    bare = frame.noun or passive  # no object is to come
    start = i = at  # where the phrase being read begins
    last = min(len(sentence), at + REACH)
    filled = False
    while i < last:
        low, tag = sentence.lows[i], sentence.tags[i]
        if low in QUOTES or tag == "INTJ":
            i += 1
            continue
        if low in _ENDS:
            break
        found = None if low == "to" and _is_infinitive(sentence, i) else preposition_at(sentence, i, frame)
        if found is not None:
            _close(sentence, ways, start, i, slot, bare=bare)
            bare, filled = True, False
            i, slot = found
            start = i
            continue
        if low == "between" and frame.needs == "pair" and (pair := _between(sentence, i)) is not None:
            ways.places["from"], ways.places["to"] = [pair[0]], [pair[1]]
            i = start = pair[2]
            bare, slot = True, None
            continue
        if low in {",", "and", "or", "nor", "but"}:
            _close(sentence, ways, start, i, slot, bare=bare)
            bare = True
            go_on = _goes_on(sentence, i, frame, slot, last)
            if go_on is None:
                break
            i = start = go_on
            continue
        if (place := sentence.place_at(i)) is not None and _is_adjective(place[1], tag):
            i = place[0]  # "the Syrian capital": no place to go to yet
            continue
        if place is not None and (slot is not None or not bare):
            if slot is not None:
                ways.places.setdefault(slot, []).append(place[1])
                filled = True
            elif ways.object_place is None and _leads(sentence, start, i):
                ways.object_place = place[1]
            else:
                i += 1
                continue
            if slot is not None:
                i = start = place[0]
                if i < last and sentence.lows[i] in {"'s", "'"}:  # "to Libya's coast": the place is only the possessor
                    i += 1
            else:
                i = place[0]
            continue
        if _is_stop(sentence, i):
            break
        compass = low in directions() and sentence.words[i].islower() and not (i and sentence.tags[i - 1] == "DET")
        if compass and ways.direction is None and sentence.lows[i + 1 : i + 2] != ["of"]:
            ways.direction = directions()[low]
            _close(sentence, ways, start, i, slot, bare=bare)
            bare, slot = True, None
            i = start = i + 1
            continue
        if low in goals() and slot is None and not ways.has("to") and sentence.tags[i] in {"ADV", "NOUN", "X"}:
            _close(sentence, ways, start, i, slot, bare=bare)
            ways.grounds["to"] = (i, i + 1)
            bare, i = True, i + 1
            start = i
            continue
        if tag == "ADP" or low in word_class("prepositions"):
            if low in _INNER and i > start and not filled and slot is not None:
                i += 1
                continue
            if low == "of" and i > start and slot is None and not bare:
                i += 1  # "took four of the men"
                continue
            _close(sentence, ways, start, i, slot, bare=bare)
            phrase_end = _phrase_end(sentence, i + 1, last)
            if low == "of" and ways.whose is None:
                ways.whose = (i + 1, phrase_end)
            elif low == "for" and ways.beneficiary is None:
                ways.beneficiary = (i + 1, phrase_end)
            elif low == "by" and ways.agent is None:
                ways.agent = (i + 1, phrase_end)
            bare, slot, filled = True, None, True
            i = start = max(phrase_end, i + 1)
            continue
        i += 1
    _close(sentence, ways, start, min(i, last), slot, bare=bare)
    ways.after = min(i, last)
    return ways


def _close(sentence: Sentence, ways: Ways, start: int, end: int, slot: Slot | None, *, bare: bool) -> None:
    """Keep the phrase ``[start, end)``: as the object, or as an unnamed place."""
    while end > start and sentence.tags[end - 1] in {"ADV", "PUNCT"}:
        end -= 1
    while start < end and sentence.tags[start] in {"ADV", "PUNCT"} and sentence.lows[start] in QUOTES | {","}:
        start += 1
    if start >= end:
        return
    if slot is not None:
        if slot not in ways.places and slot not in ways.grounds and (ground := ground_in(sentence, start, end)):
            ways.grounds[slot] = ground
    elif not bare and ways.object is None and any(sentence.tags[i] in NOMINAL - {"DET"} for i in range(start, end)):
        ways.object = (start, end)


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
        stop = _phrase_end(sentence, stop + 1, end)  # "the hamlet of Vetren"
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


def _is_infinitive(sentence: Sentence, at: int) -> bool:
    return at + 1 < len(sentence) and (
        sentence.tags[at] == "PART" or (sentence.tags[at + 1] in {"VERB", "AUX"} and sentence.place_at(at + 1) is None)
    )


def _is_stop(sentence: Sentence, at: int) -> bool:
    """Whether another clause begins with a word."""
    low, tag = sentence.lows[at], sentence.tags[at]
    if tag in {"AUX", "SCONJ"} or low in RELATIVES:
        return True
    if low == "to" and _is_infinitive(sentence, at):
        return True
    if tag == "PRON" and low in word_class("subject_pronouns") - word_class("object_pronouns"):
        return True
    return tag == "VERB" and sentence.rels[at] not in {"amod", "compound"}


def _between(sentence: Sentence, at: int) -> tuple[Place, Place, int] | None:
    """*Between A and B*, and the word behind."""
    first = _next_place(sentence, at + 1, 4)
    if first is None or first[0] >= len(sentence) or sentence.lows[first[0]] != "and":
        return None
    second = _next_place(sentence, first[0] + 1, 4)
    return (first[1], second[1], second[0]) if second is not None else None


def _next_place(sentence: Sentence, at: int, reach: int) -> tuple[int, Place] | None:
    for i in range(at, min(at + reach, len(sentence))):
        if (place := sentence.place_at(i)) is not None:
            return place
        if sentence.tags[i] not in {"DET", "ADJ", "NOUN", "PROPN", "ADP"}:
            return None
    return None


def _goes_on(sentence: Sentence, at: int, frame: Frame, slot: Slot | None, last: int) -> int | None:
    """Where the phrases of a movement go on behind a comma or a conjunction; None where they end."""
    i = at
    while i < last and (sentence.lows[i] in _JOINS | {","} or sentence.lows[i] in QUOTES or sentence.tags[i] == "ADV"):
        i += 1
    if i >= last:
        return None
    if preposition_at(sentence, i, frame) is not None and not (
        sentence.lows[i] == "to" and _is_infinitive(sentence, i)
    ):
        return i
    if slot is None:
        return None
    # "Egypt, Tunisia and other North African countries": places alone, with nothing said of the last of them
    j = i
    while j < last and sentence.place_at(j) is None and sentence.tags[j] in {"DET", "ADJ"}:
        j += 1
    place = sentence.place_at(j) if j < last else None
    if place is None:
        return None
    after = place[0]
    if sentence.lows[i - 1] not in _JOINS and not _listed(sentence, after):
        return None  # "Trieste, some 12 kilometres to the north"
    if after < len(sentence) and (sentence.tags[after] in {"AUX", "VERB"} or sentence.lows[after] in {"'s", "'"}):
        return None
    return j


def _listed(sentence: Sentence, at: int) -> bool:
    """Whether a list of places goes on with a word: *, Tunisia and*."""
    i = at
    while i < len(sentence) and i - at < 10:
        if sentence.lows[i] in _JOINS:
            return any(sentence.place_at(j) is not None for j in range(i + 1, min(i + 5, len(sentence))))
        if sentence.lows[i] != "," and sentence.place_at(i) is None:
            return False
        place = sentence.place_at(i)
        i = place[0] if place is not None else i + 1
    return False


def _phrase_end(sentence: Sentence, at: int, last: int) -> int:
    """Behind the noun phrase that begins with a word."""
    i = at
    while i < last and (sentence.tags[i] in NOMINAL or sentence.lows[i] in QUOTES or sentence.tags[i] == "ADV"):
        if i > at and (sentence.lows[i] in RELATIVES or sentence.tags[i] == "ADV"):
            break
        i += 1
        if i < last and sentence.lows[i] == "of":
            i += 1
    return i
