"""Where the phrases behind a verb or a noun of movement begin and end, by the order of words."""

from __future__ import annotations

from sayso.claims.movements.frames import Frame, Slot, prepositions
from sayso.claims.movements.sentence import NOMINAL, QUOTES, RELATIVES, Sentence
from sayso.nouns.measures import Place
from sayso.reader.common.words import word_class

_JOINS = frozenset({"and", "or", "nor"})


def preposition_at(sentence: Sentence, at: int, frame: Frame) -> tuple[int, Slot] | None:
    """The preposition of a place that begins with a word, and the word behind it."""
    low = sentence.lows[at]
    for phrase, slot in prepositions().get(low, ()):
        if tuple(sentence.lows[at : at + len(phrase)]) == phrase:
            return at + len(phrase), slot
    return (at + 1, frame.places[low]) if low in frame.places else None


def is_infinitive(sentence: Sentence, at: int) -> bool:
    """Whether the *to* at a word stands before a verb."""
    return at + 1 < len(sentence) and (
        sentence.tags[at] == "PART" or (sentence.tags[at + 1] in {"VERB", "AUX"} and sentence.place_at(at + 1) is None)
    )


def is_stop(sentence: Sentence, at: int) -> bool:
    """Whether another clause begins with a word."""
    low, tag = sentence.lows[at], sentence.tags[at]
    if tag in {"AUX", "SCONJ"} or low in RELATIVES:
        return True
    if low == "to" and is_infinitive(sentence, at):
        return True
    if tag == "PRON" and low in word_class("subject_pronouns") - word_class("object_pronouns"):
        return True
    return tag == "VERB" and sentence.rels[at] not in {"amod", "compound"}


def places_between(sentence: Sentence, at: int) -> tuple[Place, Place, int] | None:
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


def goes_on(sentence: Sentence, at: int, frame: Frame, slot: Slot | None, last: int) -> int | None:
    """Where the phrases of a movement go on behind a comma or a conjunction; None where they end."""
    i = at
    while i < last and (sentence.lows[i] in _JOINS | {","} or sentence.lows[i] in QUOTES or sentence.tags[i] == "ADV"):
        i += 1
    if i >= last:
        return None
    if preposition_at(sentence, i, frame) is not None and not (sentence.lows[i] == "to" and is_infinitive(sentence, i)):
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


def phrase_end(sentence: Sentence, at: int, last: int) -> int:
    """Behind the noun phrase that begins with a word."""
    i = at
    while i < last and (sentence.tags[i] in NOMINAL or sentence.lows[i] in QUOTES or sentence.tags[i] == "ADV"):
        if i > at and (sentence.lows[i] in RELATIVES or sentence.tags[i] == "ADV"):
            break
        i += 1
        if i < last and sentence.lows[i] == "of":
            i += 1
    return i
