"""The movements of one sentence: words that say one, with what their arguments are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.claims.movements.frames import ANY, Frame, Use, idioms, nouns, phrases, verb_list, verbs, words
from sayso.claims.movements.parties import Phrase, cannot_move, is_passive, phrase_of, subject_of, trimmed
from sayso.claims.movements.sentence import Sentence
from sayso.claims.movements.ways import Ways, ground_in, ways_behind
from sayso.nouns.measures import Place
from sayso.reader.common.words import word_class

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


def find(sentence: Sentence) -> list[Found]:
    """In text order, one for each goal; what several verbs of one subject say is one movement."""
    found: list[list[Found]] = []
    behind = 0
    for at in range(len(sentence)):
        if at < behind:
            continue
        made = next((row for row in _candidates(sentence, at) if row), None)
        if made:
            found.append(made)
            behind = made[0].at + 1
    taken = [(m.first, m.last) for row in found for m in row]
    for at in range(len(sentence)):
        if sentence.lows[at] == "from" and not any(a <= at < b for a, b in taken):
            pair = _pair(sentence, at)
            if pair is not None:
                found.append([pair])
    found.sort(key=lambda row: row[0].at)
    return [movement for row in _merged(found) for movement in row]


def _candidates(sentence: Sentence, at: int) -> Iterator[list[Found]]:
    low, tag = sentence.lows[at], sentence.tags[at]
    for use in phrases().get(low, ()):
        if tuple(sentence.lows[at + 1 : at + 1 + len(use.rest)]) == use.rest and _is_predicate(sentence, at):
            yield _of_verb(sentence, at, use)
    if tag in {"VERB", "X"} or (tag == "AUX" and low.startswith("go")) or (tag == "ADJ" and low == "headed"):
        for use in _uses(sentence, at):
            if _is_idiom(sentence, at, use):
                return
            yield _of_verb(sentence, at, use)
    elif tag in {"NOUN", "PROPN"} and low in nouns() and (sentence.words[at].islower() or at == 0):
        yield _of_noun(sentence, at, nouns()[low])


def _is_predicate(sentence: Sentence, at: int) -> bool:
    """Whether a phrase is said of a subject: *was on its way*, not *the land on the way to Raqqa*."""
    if sentence.lows[at] in {"on", "en", "bound", "headed"}:
        i = at - 1
        while i >= 0 and sentence.tags[i] in {"ADV", "PART"}:
            i -= 1
        return i >= 0 and sentence.lows[i] in word_class("be") and sentence.words[i] != "IS"
    return True


def _is_idiom(sentence: Sentence, at: int, use: Use) -> bool:
    after = at + 1 + len(use.rest)
    return any(tuple(sentence.lows[after : after + len(row)]) == row for row in idioms(use.base))


def _uses(sentence: Sentence, at: int) -> list[Use]:
    """The uses of a verb form: those with particles first, then those that move an object."""
    rows = [
        use
        for use in verbs().get(sentence.lows[at], ())
        if tuple(sentence.lows[at + 1 : at + 1 + len(use.rest)]) == use.rest
    ]
    if not rows:
        return []
    longest = max(len(use.rest) for use in rows)
    rows = [use for use in rows if len(use.rest) == longest] + [use for use in rows if len(use.rest) < longest]
    return sorted(rows, key=lambda use: (-len(use.rest), not use.frame.causes))


def _of_verb(sentence: Sentence, at: int, use: Use) -> list[Found]:
    frame, after = use.frame, at + 1 + len(use.rest)
    may_be_passive = "participle" in use.forms
    passive = may_be_passive and frame.object is not None and is_passive(sentence, at)
    if may_be_passive and "past" not in use.forms and not passive and frame.causes and not _has_have(sentence, at):
        passive = True  # "driven by the army to Bria", "men taken to Bria"
    ways = ways_behind(sentence, after, frame, passive=passive)
    who: Phrase | None = None
    by: Phrase | None = None
    if passive:
        subject = subject_of(sentence, at)
        if frame.object == "who":
            who = subject
        elif frame.object == "from" and (subject is None or not _is_place(sentence, subject, ways)):
            return []
        by = _agent(sentence, ways)
    else:
        subject = subject_of(sentence, at)
        if frame.object == "who":
            thing = trimmed(sentence, ways.object) if ways.object else _fronted(sentence, at)
            if thing is None or sentence.lows[thing.head] in words("no_objects"):
                return []
            if frame.subject == "to" and not _are_many(sentence, thing):
                return []  # "received strong backing from", unlike "many recruits from"
            who = thing
            if frame.subject == "by":
                by = subject
            if by is None and "ing" in use.forms and at and sentence.tags[at - 1] in {"ADP", "SCONJ"}:
                return []  # "prices for moving a container": nobody moves it
        else:
            who = subject
            if who is None and "ing" in use.forms and sentence.lows[at - 1] in {"for", "of", "by", "in"}:
                return []  # "prices for moving": nobody moves
            if ways.object is not None and frame.object is None and _moves_object(sentence, ways, use):
                return []  # "moved the flock": another use of the verb says it
    _object_as_place(sentence, ways, frame)
    if who is not None and _stays(sentence, who, frame, ways):
        return []
    return _made(sentence, at, after, frame, who, by, ways)


def _stays(sentence: Sentence, who: Phrase, frame: Frame, ways: Ways) -> bool:
    """Whether the verb is figurative by its mover: *the road runs from A to B*, *the number went to twelve*."""
    if sentence.lows[who.head] in words("no_pairs"):
        return True
    return cannot_move(sentence, who, loose=frame.object is None) and not (ways.has("from") and ways.has("to"))


def _are_many(sentence: Sentence, thing: Phrase) -> bool:
    head = sentence.lows[thing.head]
    counted = any(sentence.tags[i] == "NUM" for i in range(thing.first, thing.last))
    return counted or head in {"people", "men", "women", "children"} or (head.endswith("s") and not head.endswith("ss"))


def _has_have(sentence: Sentence, at: int) -> bool:
    i = at - 1
    while i >= 0 and sentence.tags[i] in {"ADV", "PART"}:
        i -= 1
    return i >= 0 and (sentence.lows[i] in word_class("have"))


def _moves_object(sentence: Sentence, ways: Ways, use: Use) -> bool:
    """Whether a verb of going has an object that is no measure of its way: not *walked two miles*."""
    assert ways.object is not None
    thing = trimmed(sentence, ways.object)
    if thing is None or ways.object_place is not None:
        return False
    return sentence.tags[thing.head] in {"NOUN", "PRON"} and sentence.lows[thing.head] not in word_class("time_nouns")


def _fronted(sentence: Sentence, at: int) -> Phrase | None:
    """The object of a verb that stands before it: *the men whom they took to Bria*."""
    objects = [i for i in sentence.children(at, "obj") if i < at]
    if not objects:
        return None
    head = sentence.heads[at]
    if sentence.rels[at].startswith("acl") and head is not None:
        return phrase_of(sentence, head)
    return phrase_of(sentence, objects[0]) if sentence.tags[objects[0]] != "PRON" else None


def _is_place(sentence: Sentence, phrase: Phrase, ways: Ways) -> bool:
    """Whether a phrase names a place, which then is where the movement comes from."""
    for i in range(phrase.first, phrase.last):
        if (place := sentence.place_at(i)) is not None and place[0] >= phrase.last:
            ways.places.setdefault("from", [place[1]])
            return True
    return False


def _agent(sentence: Sentence, ways: Ways) -> Phrase | None:
    """Who it is done by, unless that is a means: *by bus*."""
    if ways.agent is None:
        return None
    thing = trimmed(sentence, ways.agent)
    if thing is None or sentence.tags[thing.head] not in {"NOUN", "PROPN", "PRON"}:
        return None
    bare = thing.last - thing.first == 1
    return None if bare and sentence.lows[thing.head] in words("means") else thing


def _object_as_place(sentence: Sentence, ways: Ways, frame: Frame) -> None:
    if frame.object not in {"from", "to", "via"} or ways.object is None:
        return
    slot = frame.object
    assert slot is not None
    rest = ways.places.pop(slot, []) if slot != "via" else []
    if ways.object_place is not None:
        ways.places[slot] = [ways.object_place]
        ways.places[slot] += _more_places(sentence, ways)
    elif slot == "from" and slot not in ways.grounds and (ground := ground_in(sentence, *ways.object)) is not None:
        ways.grounds[slot] = ground
    if rest and slot not in ways.places:
        ways.places[slot] = rest


def _more_places(sentence: Sentence, ways: Ways) -> list[Place]:
    """The places that follow the first of an object: *infiltrating Egypt, Tunisia and other countries*."""
    assert ways.object_place is not None
    assert ways.object is not None
    i = ways.object[1]
    more: list[Place] = []
    while i < len(sentence) and i - ways.object[1] < 12:
        place = sentence.place_at(i)
        if place is None and sentence.lows[i] not in {",", "and", "or"} and sentence.tags[i] not in {"DET", "ADJ"}:
            break
        if place is None:
            i += 1
            continue
        more.append(place[1])
        i = place[0]
        if i < len(sentence) and sentence.tags[i] == "NOUN":
            i += 1  # "other North African countries"
    if more:
        ways.after = max(ways.after, i)
    return more


def _of_noun(sentence: Sentence, at: int, frame: Frame) -> list[Found]:
    ways = ways_behind(sentence, at + 1, frame)
    who: Phrase | None = None
    span = ways.whose if frame.who == "of" else ways.beneficiary if frame.who == "for" else None
    if span is not None:
        who = trimmed(sentence, span)
    if who is None and at and frame.who != "for":
        who = _possessor(sentence, at)
    if (
        span is not None
        and who is not None
        and (place := sentence.place_at(who.first)) is not None
        and place[0] >= who.last
    ):
        # "the evacuation of Pehčevo", "exports of Libya": a place is no mover
        if not ways.has("from"):
            ways.places["from"] = [place[1]]
        who = None
    by = _agent(sentence, ways)
    if who is not None and _stays(sentence, who, frame, ways):
        return []
    if frame.needs == "who" and who is not None and not (ways.places or _are_many(sentence, who)):
        return []  # "a movement of the chair"
    if who is None:
        return []  # "the trip from A to B takes six hours": nobody makes it
    return _made(sentence, at, at + 1, frame, who, by, ways)


def _possessor(sentence: Sentence, at: int) -> Phrase | None:
    """*Their return*, *the minister's visit*, *migrant flows*."""
    i = at - 1
    while i > 0 and sentence.tags[i] in {"ADJ", "NUM"} and sentence.lows[i] not in word_class("possessives"):
        i -= 1
    if sentence.lows[i] in word_class("possessives"):
        return Phrase(i, i + 1, i)
    if sentence.lows[i] in {"'s", "'"} and i > 0:
        return phrase_of(sentence, i - 1)
    return None


def _made(
    sentence: Sentence, at: int, after: int, frame: Frame, who: Phrase | None, by: Phrase | None, ways: Ways
) -> list[Found]:
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
            sentence,
            at,
            first,
            last,
            frame,
            who,
            by,
            sources[0] if sources else None,
            goal,
            via,
            ways.direction,
        )
        for goal in targets
    ]


def _is_near(sentence: Sentence, phrase: Phrase, at: int) -> bool:
    """Whether a party stands before the verb in the verb's own clause, which may begin with a verb of planning."""
    return phrase.first < at and all(
        sentence.tags[i] != "VERB" or sentence.lows[i] in verb_list("planning") or sentence.rels[i] in {"acl", "amod"}
        for i in range(phrase.last, at)
    )


def _pair(sentence: Sentence, at: int) -> Found | None:
    """*From A to B* behind a verb that the lexicon does not have."""
    ways = ways_behind(sentence, at, ANY, passive=True)
    sources, goals = ways.places.get("from", ()), ways.places.get("to", ())
    if not sources or not goals:
        return None
    verb = next((i for i in range(at - 1, max(-1, at - 10), -1) if sentence.tags[i] == "VERB"), None)
    if verb is None or words("no_pairs") & {*sentence.lows[verb:at], sentence.lows[verb]}:
        return None
    if any(sentence.lows[i] in {",", ";", "that"} for i in range(verb, at)):
        return None
    passive = is_passive(sentence, verb)
    subject = subject_of(sentence, verb)
    before = ways_behind(sentence, verb + 1, replace(ANY, object="who"), passive=passive)
    thing = trimmed(sentence, before.object) if before.object is not None and not passive else None
    who, by = (thing, subject) if thing is not None else (subject, None)
    if who is None or sentence.lows[who.head] in words("no_pairs"):
        return None
    made = _made(sentence, verb, at, ANY, who, by, ways)
    return made[0] if made else None


def _merged(rows: list[list[Found]]) -> list[list[Found]]:
    """What several verbs say of one mover as one way: *left A, came through B and is heading for C*."""
    made: list[list[Found]] = []
    for row in rows:
        last = made[-1] if made else None
        if last is not None and len(last) == len(row) == 1 and (both := _joined(last[0], row[0])) is not None:
            made[-1] = [both]
        else:
            made.append(row)
    return made


def _joined(one: Found, two: Found) -> Found | None:
    if one.who is None or two.who is None or one.who.head != two.who.head or one.frame.noun or two.frame.noun:
        return None
    between = range(one.at + 1, two.at)
    if not any(one.sentence.lows[i] in {"and", ",", "then"} for i in between):
        return None
    if two.from_ is not None and (one.from_ is not None or one.to is not None):
        return None
    via = [*one.via]
    if one.to is not None and two.to is not None:
        if not isinstance(one.to, Place) or one.to == two.to:
            return None
        via.append(one.to)
    via += two.via
    return replace(
        one,
        last=two.last,
        by=one.by or two.by,
        from_=one.from_ if one.from_ is not None else two.from_,
        to=two.to if two.to is not None else one.to,
        via=tuple(via),
        direction=one.direction or two.direction,
    )
