"""A movement found, and what must be told for the words to say one at all."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.claims.movements.frames import Frame, verb_list
from sayso.claims.movements.parties import Phrase
from sayso.claims.movements.sentence import Sentence
from sayso.claims.movements.ways import Ways
from sayso.nouns.measures import Place

#: Where somebody comes from or goes to: a place of the reading, or the words ``[first, last)`` of one without a name.
Where = Place | tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """One movement: its verb or noun at the word ``at``, the words ``[first, last)`` that say it."""

    sentence: Sentence
    at: int
    first: int
    last: int
    frame: Frame
    who: Phrase | None
    by: Phrase | None
    from_: Where | None
    to: Where | None
    via: tuple[Place, ...]
    direction: str | None

    @property
    def filled(self) -> int:
        """How many slots are filled."""
        return sum(x is not None for x in (self.who, self.by, self.from_, self.to, self.direction)) + len(self.via)


def made_of(
    sentence: Sentence, at: int, after: int, frame: Frame, who: Phrase | None, by: Phrase | None, ways: Ways
) -> list[Found]:
    """One movement for each goal, with what was found; none where less is told than the frame needs.

    Args:
        sentence: the words.
        at: the verb or noun.
        after: the word behind it and its particle.
        frame: what its arguments are.
        who: who moves, where the sentence says it.
        by: who makes them move.
        ways: what was found behind the verb.
    """
    sources: list[Where] = [*ways.places.get("from", ())] or [w for w in (ways.grounds.get("from"),) if w]
    goals: list[Where] = [*ways.places.get("to", ())] or [w for w in (ways.grounds.get("to"),) if w]
    via = tuple(ways.places.get("via", ()))
    named = any(isinstance(w, Place) for w in (*sources, *goals)) or via
    if frame.needs == "pair" and not (sources and goals):
        return []
    if frame.needs in {"from", "to"} and not ways.places.get("from" if frame.needs == "from" else "to"):
        return []
    if frame.needs == "place" and not (named or ways.direction or (frame.unnamed and (sources or goals))):
        return []
    if who is None and by is None and not (sources and goals):
        return []
    targets: list[Where | None] = [*goals] if goals else [None]
    first = min([at, *(p.first for p in (who, by) if p is not None and _is_near(sentence, p, at))])
    last = max(ways.after, after)
    while last > after and sentence.tags[last - 1] == "PUNCT":
        last -= 1
    while frame.noun and first and sentence.tags[first - 1] in {"ADJ", "NOUN", "DET"}:
        first -= 1  # "a mass migration of people"
    return [
        Found(
            sentence=sentence,
            at=at,
            first=first,
            last=last,
            frame=frame,
            who=who,
            by=by,
            from_=sources[0] if sources else None,
            to=goal,
            via=via,
            direction=ways.direction,
        )
        for goal in targets
    ]


def _is_near(sentence: Sentence, phrase: Phrase, at: int) -> bool:
    """Whether a party stands before the verb in the verb's own clause, which may begin with a verb of planning."""
    return phrase.first < at and all(
        sentence.tags[i] != "VERB" or sentence.lows[i] in verb_list("planning") or sentence.rels[i] in {"acl", "amod"}
        for i in range(phrase.last, at)
    )
