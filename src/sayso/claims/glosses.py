"""What a claim needs explained to stand alone: who a pronoun is, and which day *Tuesday* was."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence

from sayso.claims.notes import Note
from sayso.lexicon import load
from sayso.nouns.attribution import Attribution
from sayso.nouns.base import Range
from sayso.nouns.measures import Time
from sayso.nouns.mention import Entity, Mention
from sayso.reader.common.words import word_class

_CONTRACTED = r"(?:[’'](?:s|m|d|ll|ve|re))?"
_CLITIC = re.compile(_CONTRACTED)
_FIRST = re.compile(rf"\b(I|[Ww]e|[Mm]y|[Oo]ur)\b{_CONTRACTED}(?=[\s,.])(?! Father\b)")
_THIRD = re.compile(
    rf"\b(he|she|him|his|her|they|their|it|its|He|She|His|Her|They|Their|It|Its)\b{_CONTRACTED}(?=[\s,.])"
)
_POSSESSIVE = frozenset({"my", "our", "his", "its", "their"})
_PERSONAL = frozenset({"he", "she", "him", "his", "her"})
_PRONOUNS = _POSSESSIVE | {"i", "we", "he", "she", "him", "her", "they", "them", "it", "us", "me", "you", "who"}
#: After *it* and *they* these show that something is meant: *it is clear*, *it rained* mean nothing in particular.
_DOING = re.compile(r" (?:had|has|have|will|would|did|does|never|planned|plans|holds|held|owns|expects|stood|stands)\b")
_MODAL = re.compile(r" (?:could|can|may|might|must|should) ")
_MEANS_NOBODY = re.compile(
    r" (?:will|would|did|does|has|had|could|can|may|might|must|should) "
    r"(?:not )?(?:be|been|rain(?:ed)?|snow(?:ed)?|take[ns]?|seem|happen)\b"
)
_OPENERS = re.compile(r"^\W*(?:that\s+)?\W*$", re.IGNORECASE)
_TAIL = re.compile(r",| who | which | whose |\s\(| reached | asked ")
_NO_NAME = re.compile(r"(?:the )?(?:that|who|whose|what|those|others?)\b", re.IGNORECASE)
_VALUE = re.compile(r"^\d{4}(?:-\d{2}(?:-\d{2})?)?")
_YEAR = re.compile(r"\b\d{4}\b")
#: A name longer than this explains nothing.
_LONGEST = 60


def date_notes(times: Iterable[Time]) -> list[Note]:
    """The day, month or year behind each time expression that leaves it open: *on Tuesday [2017-10-24]*."""
    made = []
    for time in times:
        if time.type not in {"DATE", "TIME"} or time.value is None or _YEAR.search(time.text):
            continue
        if time.from_ is not None and time.from_ == time.to:
            day = time.from_
        elif (
            (value := _VALUE.match(time.value))
            and value[0] == time.value
            and (len(value[0]) > 4 or "year" in time.text)
        ):
            day = value[0]
        elif time.from_ and time.to and re.match(r"^\d{4}-W\d\d$", time.value):
            day = f"{time.from_} to {time.to}"
        else:
            continue
        made.append(Note(time.start, time.end, day))
    return made


def mention_notes(text: str, mentions: Iterable[Mention], cast: dict[str, Entity], inside: str) -> list[Note]:
    """The names of the persons whom resolved pronouns mean, once each, where no name for them stands in ``inside``.

    Only *he* and *she* and only persons with a name: what *it* and *they* are is too often guessed wrong to be printed.
    """
    made: list[Note] = []
    known: set[str] = set()
    for mention in mentions:
        entity, low = cast.get(mention.entity or ""), mention.text.lower()
        if entity is None or entity.id in known or low not in _PERSONAL or entity.type != "person":
            continue
        known.add(entity.id)
        name = _shown(entity.name)
        if name is None or not name[0].isupper() or any(alias in inside for alias in (entity.name, *entity.aliases)):
            continue
        owner = low == "his" or (low == "her" and _owns(text[mention.end :]))
        clitic = _CLITIC.match(text, mention.end)
        made.append(Note(mention.start, clitic.end() if clitic else mention.end, _genitive(name) if owner else name))
    return made


def source_notes(
    text: str, spans: Sequence[Range], attribution: Attribution, entity: Entity | None, people: Sequence[Range]
) -> list[Note]:
    """Who a pronoun is that can only be the source: the first *I* or *we* of direct speech, else the first *he*.

    Args:
        text: the document's.
        spans: those of the content.
        attribution: whose content it is.
        entity: whom its source stands for.
        people: where other persons are named in the content.
    """
    name = _name(attribution, entity)
    for start, end in spans:
        for match in (_FIRST if attribution.manner != "indirect" else _THIRD).finditer(text, start, end):
            if match[1] == "I" and not text[match.end() : match.end() + 2].strip(" .,"):
                continue
            if attribution.manner == "mixed" and not _quoted(text[start : match.start()]):
                continue
            if attribution.manner != "indirect":
                if name is None:
                    return []
                return [Note(match.start(), match.end(), _first_person(match[1].lower(), name, entity))]
            if (
                name is not None
                and entity is not None
                and _means_source(text, start, match, attribution, entity, people)
            ):
                low = match[1].lower()
                owner = low in _POSSESSIVE or (low == "her" and _owns(text[match.end() :]))
                return [Note(match.start(), match.end(), _genitive(name) if owner else name)]
            return []
        if attribution.manner == "mixed":
            lead = _THIRD.search(text, start, end)
            if lead and _OPENERS.match(text[start : lead.start()]) and name is not None and entity is not None:
                if _means_source(text, start, lead, attribution, entity, people):
                    owner = lead[1].lower() in _POSSESSIVE
                    return [Note(lead.start(), lead.end(), _genitive(name) if owner else name)]
                return []
    return []


def speaker_note(text: str, attribution: Attribution, entity: Entity | None) -> list[Note]:
    """The name behind a source that is a pronoun, where the cue clause stays in the claim."""
    source = attribution.source
    if entity is None or source.text is None or source.text.lower() not in _PRONOUNS:
        return []
    name, low = _shown(_with_article(entity.name)), source.text.lower()
    if name is None:
        return []
    start, end = source.spans[0]
    clitic = _CLITIC.match(text, end)
    shown = _first_person(low, name, entity) if low in {"i", "we"} else name
    return [Note(start, clitic.end() if clitic else end, shown)]


def _first_person(low: str, name: str, entity: Entity | None) -> str:
    """*I [Ida Roux]*; *we [Ida Roux speaking]*, for whom else she speaks is not said; *we [Harbour Company]*."""
    if low in {"we", "our"}:
        whole = entity is not None and entity.type in {"organization", "outlet", "group"}
        return (_genitive(name) if low == "our" else name) if whole else f"{name} speaking"
    return _genitive(name) if low == "my" else name


def _means_source(
    text: str, start: int, match: re.Match[str], attribution: Attribution, entity: Entity, people: Sequence[Range]
) -> bool:
    low, source = match[1].lower(), (attribution.source.text or "").lower()
    before = text[start : match.start()]
    leads = bool(_OPENERS.match(before))
    rest = text[match.end() :]
    if low in {"he", "she", "him", "his", "her"}:
        other = any(span[0] < match.start() for span in people) or bool(_person_nouns() & set(before.lower().split()))
        if source in {"he", "she"} and not {source, low} <= (
            {"he", "him", "his"} if source == "he" else {"she", "her"}
        ):
            return False
        return entity.type == "person" and source not in {"i", "we", "they"} and (leads or not other)
    if not leads:
        return False
    if low in {"it", "its"}:
        # an outlet speaks of others: "according to Fox News, its oil production …" is not of the channel's oil
        body = entity.type in {"organization", "group"}
        acts = bool(_DOING.match(rest) or _MODAL.match(rest)) and not _MEANS_NOBODY.match(rest)
        return body and (low == "its" or acts)
    plural = entity.type == "group" and source.split()[-1:] != [] and source.split()[-1].endswith("s")
    return plural and (low == "their" or bool(_DOING.match(rest)))


@functools.cache
def _person_nouns() -> frozenset[str]:
    return frozenset(str(word) for key in ("roles", "people", "crowds") for word in load("sources.yaml")[key]["words"])


def _owns(rest: str) -> bool:
    """Whether *her* before these words owns what follows: *her shop*, not *her 400 euros* or *her on Monday*."""
    following = re.match(r" ([a-z]+)", rest)
    small = {
        "the",
        "a",
        "an",
        "that",
        "to",
        "on",
        "in",
        "at",
        "and",
        "for",
        "by",
        "with",
        "as",
        "if",
        "when",
        "from",
        "but",
    }
    return following is not None and following[1] not in small


def _quoted(before: str) -> bool:
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1 or before.count("''") % 2 == 1


def _name(attribution: Attribution, entity: Entity | None) -> str | None:
    """What to call the source: its name, else its description as written."""
    source = attribution.source.text
    if attribution.source.kind == "document":
        return None  # a statement says "we" for somebody else
    if entity is not None and entity.name[:1].isupper():
        return _shown(entity.name)
    if source is not None and source.lower() not in _PRONOUNS:
        return _shown(source[:1].lower() + source[1:] if source.split()[0].lower() in {"a", "an", "the"} else source)
    return _shown(_with_article(entity.name)) if entity is not None and entity.name.lower() not in _PRONOUNS else None


def _with_article(name: str) -> str:
    """A description as one says it: *the fisherman*; a name, or *his sister*, as it is."""
    plain = name[:1].islower() and name.split()[0] not in word_class("determiners")
    return f"the {name}" if plain else name


def _shown(name: str) -> str | None:
    """A name without what follows in apposition; None where there is nothing left to show."""
    short = _TAIL.split(name)[0].strip()
    names = 0 < len(short) <= _LONGEST and short.lower() not in _PRONOUNS and not _NO_NAME.match(short)
    return short if names else None


def _genitive(name: str) -> str:
    return name + ("’" if name.endswith("s") else "’s")
