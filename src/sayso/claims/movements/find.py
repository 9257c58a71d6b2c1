"""The movements of one sentence: words that say one, with what their arguments are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from sayso.claims.movements.found import Found, made_of
from sayso.claims.movements.frames import ANY, Frame, Use, idioms, nouns, phrases, verbs, words
from sayso.claims.movements.merged import merged
from sayso.claims.movements.parties import Phrase, cannot_move, is_passive, phrase_of, subject_of, trimmed
from sayso.claims.movements.sentence import Sentence
from sayso.claims.movements.ways import Ways, ground_in, ways_behind
from sayso.nouns.measures import Place
from sayso.reader.common.words import word_class

#: Who moves, and who makes them move.
_Parties: TypeAlias = tuple[Phrase | None, Phrase | None]


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
    return [movement for row in merged(found) for movement in row]


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
    passive = _is_passive_use(sentence, at, use)
    ways = ways_behind(sentence, after, frame, passive=passive)
    parties = _of_passive(sentence, at, frame, ways) if passive else _of_active(sentence, at, use, ways)
    if parties is None:
        return []
    who, by = parties
    _object_as_place(sentence, ways, frame)
    if who is not None and _stays(sentence, who, frame, ways):
        return []
    return made_of(sentence, at, after, frame, who, by, ways)


def _is_passive_use(sentence: Sentence, at: int, use: Use) -> bool:
    if "participle" not in use.forms:
        return False
    if use.frame.object is not None and is_passive(sentence, at):
        return True
    # "driven by the army to Bria", "men taken to Bria"
    return "past" not in use.forms and use.frame.causes and not _has_have(sentence, at)


def _of_passive(sentence: Sentence, at: int, frame: Frame, ways: Ways) -> _Parties | None:
    """Who moves and who makes them move; null where the verb says no movement."""
    subject = subject_of(sentence, at)
    if frame.object == "from" and (subject is None or not _is_place(sentence, subject, ways)):
        return None
    return subject if frame.object == "who" else None, _agent(sentence, ways)


def _of_active(sentence: Sentence, at: int, use: Use, ways: Ways) -> _Parties | None:
    """Who moves and who makes them move; null where the verb says no movement."""
    frame, subject = use.frame, subject_of(sentence, at)
    if frame.object != "who":
        if subject is None and "ing" in use.forms and sentence.lows[at - 1] in {"for", "of", "by", "in"}:
            return None  # "prices for moving": nobody moves
        if ways.object is not None and frame.object is None and _moves_object(sentence, ways):
            return None  # "moved the flock": another use of the verb says it
        return subject, None
    thing = trimmed(sentence, ways.object) if ways.object else _fronted(sentence, at)
    if thing is None or sentence.lows[thing.head] in words("no_objects"):
        return None
    if frame.subject == "to" and not _are_many(sentence, thing):
        return None  # "received strong backing from", unlike "many recruits from"
    by = subject if frame.subject == "by" else None
    if by is None and "ing" in use.forms and at and sentence.tags[at - 1] in {"ADP", "SCONJ"}:
        return None  # "prices for moving a container": nobody moves it
    return thing, by


def _stays(sentence: Sentence, who: Phrase, frame: Frame, ways: Ways) -> bool:
    """Whether the verb is figurative by its mover: *the road runs from A to B*, *the number went to twelve*."""
    if sentence.lows[who.head] in words("no_pairs"):
        return True
    return cannot_move(sentence, who, loose=frame.object is None) and not (ways.has("from") and ways.has("to"))


def _are_many(sentence: Sentence, thing: Phrase) -> bool:
    """Whether a noun phrase counts, or is in the plural."""
    head = sentence.lows[thing.head]
    counted = any(sentence.tags[i] == "NUM" for i in range(thing.first, thing.last))
    return counted or head in words("many") or (head.endswith("s") and not head.endswith("ss"))


def _has_have(sentence: Sentence, at: int) -> bool:
    i = at - 1
    while i >= 0 and sentence.tags[i] in {"ADV", "PART"}:
        i -= 1
    return i >= 0 and (sentence.lows[i] in word_class("have"))


def _moves_object(sentence: Sentence, ways: Ways) -> bool:
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
    return made_of(sentence, at, at + 1, frame, who, by, ways)


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
    made = made_of(sentence, verb, at, ANY, who, by, ways)
    return made[0] if made else None
