"""Who moves, in words that stand alone: the page's words, a pronoun by whom it means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.claims.movements.found import Found
from sayso.claims.movements.frames import words
from sayso.claims.movements.parties import Phrase
from sayso.claims.movements.sentence import Sentence
from sayso.nouns.measures import Quantity
from sayso.nouns.mention import Entity, Mention
from sayso.reader.common.words import word_class

_MANY = frozenset({"they", "them", "their", "themselves"})


class Names:
    """Pronouns as the room of speakers resolved them; *they* of nobody by those who moved last.

    Args:
        mentions: of the document.
        entities: whom they mean.
        quantities: numbers that a party begins with are told whole, *between 1,200 and 1,500 people*.
    """

    def __init__(
        self, mentions: Iterable[Mention], entities: Sequence[Entity], quantities: Iterable[Quantity] = ()
    ) -> None:
        self._numbers = sorted((q.start, q.end) for q in quantities)
        names = {entity.id: entity.name for entity in entities}
        self._single = {entity.name for entity in entities if entity.type in {"place", "person"}}
        self._meant = {
            m.start: names[m.entity]
            for m in mentions
            if m.form == "pronoun" and m.entity is not None and m.entity in names
        }

    def of(self, sentence: Sentence, phrase: Phrase | None, before: Sequence[Found]) -> str | None:
        """The words for one party; ``before`` are the movements found so far, the last at the end."""
        if phrase is None:
            return None
        text = sentence.quoted(phrase.first, phrase.last).strip("“”\"‘’'«» ,")
        low = text.lower()
        if phrase.last - phrase.first > 1 or low not in _pronouns():
            start, end = sentence.spans[phrase.first][0], sentence.spans[phrase.last - 1][1]
            number = next((a for a, b in self._numbers if a < start < b <= end), None)
            return text if number is None else " ".join(sentence.text[number:end].split())
        known = self._meant.get(sentence.spans[phrase.first][0])
        if low in _MANY and before and before[-1].sentence is sentence and (many := self._many(before)) is not None:
            return many  # those who moved in the same sentence
        if known is not None and not (low in _MANY and known in self._single):
            return known
        if low in _MANY:
            return self._many(before) or known or (None if low == "their" else text)
        return None if low in word_class("possessives") and low != "her" else text

    def _many(self, before: Sequence[Found]) -> str | None:
        """Those who moved in the movement before, if they may be many."""
        if not before:
            return None
        last = before[-1]
        who = last.who
        if who is None or not _may_be_many(last.sentence, who):
            return None
        return self.of(last.sentence, who, before[:-1])


def _pronouns() -> frozenset[str]:
    return (
        word_class("subject_pronouns")
        | word_class("object_pronouns")
        | word_class("possessives")
        | {"themselves", "he", "she"}
    )


def _may_be_many(sentence: Sentence, who: Phrase) -> bool:
    head = sentence.lows[who.head]
    return head.endswith("s") or head in _MANY | words("many") | {"police"} or sentence.tags[who.head] == "NUM"
