"""Names by capitalisation and short lists; no gazetteer."""

from __future__ import annotations

import functools
import re

from sayso.lexicon import load
from sayso.nouns.mention import EntityType, Mention
from sayso.reader.common.cues import verbs
from sayso.reader.common.datelines import agency_of
from sayso.reader.common.outlets import is_outlet
from sayso.reader.common.page import Page, Sentence
from sayso.reader.common.references import with_references
from sayso.reader.common.words import word_class

#: A name found: words ``[first, last)`` and its type.
Name = tuple[int, int, EntityType]

_PARTICLES = frozenset(
    ["de", "van", "von", "der", "den", "bin", "ibn", "al", "el", "da", "di", "du", "la", "le", "dos", "del", "abu"]
)
_ADJECTIVES = frozenset(
    ["former", "chief", "vice", "deputy", "miss", "father", "mission", "head", "others", "other", "one", "most"]
)
_PLACE_BEFORE = frozenset(["in", "near", "at", "towards", "toward", "around", "outside", "inside", "across"])
_DIRECTIONS = frozenset(
    ["town", "city", "village", "port", "north", "south", "east", "west", "district", "province", "outskirts"]
)


@functools.cache
def _list(name: str) -> frozenset[str]:
    return frozenset(str(word).lower() for word in load("names.yaml")[name]["words"])


@functools.cache
def _titles() -> frozenset[str]:
    return frozenset(load("titles.yaml")["titles"]["words"])


@functools.cache
def _offices() -> frozenset[str]:
    """Words before a name that are an office or a trade: *Journalist*, *Director*."""
    data = load("sources.yaml")
    return _titles() | {str(word) for key in ("roles", "people", "crowds") for word in data[key]["words"]}


def bare(low: str) -> str:
    """A word in lower case without the stop of an abbreviation."""
    low = low.lower()
    return low.rstrip(".") if len(low) > 2 and low.count(".") == 1 else low


def names_in(page: Page, first: int, last: int) -> list[Name]:
    """Names among the words ``[first, last)``, in order; titles and offices are left out of persons' names."""
    found: list[Name] = []
    i = first
    while i < last:
        if not _starts_name(page, i):
            i += 1
            continue
        end = _name_end(page, i, last)
        for start, stop in _parts(page, i, end):
            start = _past_adjectives(page, start, stop, first)
            kind = _classify(page, start, stop) if not _is_no_name(page, start, stop, end) else None
            if kind is not None:
                found.append((start, stop, kind))
        i = end
    return found


def _is_seat(page: Page, start: int, stop: int) -> bool:
    """*Downing Street*: who sits there speaks, not the place."""
    return " ".join(bare(low) for low in page.lows[start:stop]) in _list("seats")


def _past_adjectives(page: Page, start: int, stop: int, first: int) -> int:
    """Past *British*, *Former* and a heading's *Rebuilding*, where a name follows."""
    if _is_seat(page, start, stop):
        return start
    while start < stop - 1:
        low = bare(page.lows[start])
        heading = start == first and low.endswith("ing") and len(low) > 5
        if not (heading or low in _list("nationalities") or low in {"former", "ex", "new"}):
            break
        if any(bare(x) in _list("organisation_words") for x in page.lows[start + 1 : stop]) and not heading:
            break
        if low == "new" or (
            low in _list("nationalities") and " ".join(bare(x) for x in page.lows[start:stop]) in _list("places")
        ):
            break
        start += 1
    return start


def _starts_name(page: Page, at: int) -> bool:
    word, low = page.words[at], page.lows[at].lower()
    if not word[0].isupper() or bare(low) in word_class("months") or low in word_class("weekdays"):
        return False
    if word.isupper() and len(word) > 1:
        return True
    closed = (
        "determiners",
        "subject_pronouns",
        "connectives",
        "auxiliaries",
        "prepositions",
        "clause_starters",
        "possessives",
    )
    return not any(low in word_class(name) for name in closed)


def _name_end(page: Page, at: int, last: int) -> int:
    """The end of a run of capitalised words; *of*, *and* and *for* go on inside an organisation's name."""
    words, lows = page.words, page.lows
    quote = page.quote_of[at]
    i = at + 1
    while i < last and page.quote_of[i] == quote:
        word, low = words[i], lows[i]
        if word[0].isupper() and low not in word_class("weekdays") and low not in word_class("months") and low != "i":
            i += 1
        elif i + 1 < last and words[i + 1][0].isupper() and (low in _PARTICLES or _is_channel(page, at, i)):
            i += 2
        elif "-" in word and word.split("-")[0] in _PARTICLES and word.split("-")[1][:1].isupper():
            i += 1
        elif i + 1 < last and low in {"of", "for", "and", "&"} and _goes_on(page, at, i, last):
            i += 3 if lows[i + 1] == "the" else 2
        else:
            break
    return min(i, last)


def _is_channel(page: Page, first: int, at: int) -> bool:
    """Whether a number belongs to a name: *Radio 5 Live*, *Channel 4 News*."""
    word = page.words[at]
    return word.isdigit() and len(word) < 3 and first < at and page.lows[at - 1] in {"radio", "channel", "tv"}


def _goes_on(page: Page, first: int, link: int, last: int) -> bool:
    """Whether an organisation's name runs on over *of*, *for* or *and*: *Ministry of the Interior*."""
    nxt = link + 1
    if page.lows[nxt] == "the":
        nxt += 1
    if nxt >= last or not page.words[nxt][0].isupper():
        return False
    body = any(page.lows[i] in _list("organisation_words") for i in range(first, link))
    if page.lows[link] == "and":
        return body and link - first > 1 and page.lows[link - 1] not in _list("organisation_words")
    return body


def _parts(page: Page, first: int, end: int) -> list[tuple[int, int]]:
    """A run cut where a person's name begins: *CIA Director | Mike Morell*, *Commonwealth Office | Rory Stewart*."""
    lows = page.lows
    cut = first
    for i in range(first, end - 1):
        low = bare(lows[i])
        if low in _offices() and not any(lows[k] in {"of", "for"} for k in range(i, end)):
            cut = i + 1
        elif i > cut and low in _list("first_names") and lows[i - 1] not in {"of", "for", "and"}:
            if any(bare(lows[k]) in _list("organisation_words") or page.words[k].isupper() for k in range(cut, i)):
                cut = i
            break
    head_end = cut
    while head_end > first and bare(lows[head_end - 1]) in _offices():
        head_end -= 1
    while cut < end - 1 and bare(lows[cut]) in _list("nationalities") and first < cut:
        cut += 1
    return [part for part in ((first, head_end), (cut, end)) if part[0] < part[1]]


def _is_no_name(page: Page, start: int, stop: int, end: int) -> bool:
    """Whether capitalised words are a part of an office, an adjective, a work's title or a party's tag."""
    lows, words = page.lows, page.words
    low, after = bare(lows[stop - 1]), lows[stop] if stop < len(lows) else ""
    if any(bare(x) in _list("organisation_words") for x in lows[start:stop]):
        return False
    if stop - start <= 2 and low in _list("adjectives") and words[min(stop, len(words) - 1)][0].islower():
        # "an Islamic extremism expert", but not "Western said"
        return not (after in word_class("finite") or after in word_class("prepositions") or after in verbs())
    if stop - start == 1 and re.fullmatch(r"[RD]-[A-Z][A-Za-z]*\.?", words[start]):
        return True
    before = [lows[i] for i in range(max(0, start - 6), start)]
    if before and before[-1] in {"for", "of"} and {"minister", "secretary", "undersecretary"} & set(before):
        # "Minister of State for International Development"
        office = next(i for i in range(start - 1, -1, -1) if lows[i] in {"minister", "secretary", "undersecretary"})
        return words[office][0].isupper()
    if before and (
        before[-1] in _list("work_nouns") or (before[-1] == "'s" and _list("work_nouns") & set(before[-4:]))
    ):
        return True
    # "Deputy Interior | Minister": what leads up to an office is none's name, unless a body's
    return stop < end and bare(lows[stop]) in _offices() and not words[start].isupper() and stop - start > 1


def _classify(page: Page, start: int, end: int) -> EntityType | None:
    """The type of a name; None where the words are no name."""
    lows, words = page.lows, page.words
    if is_outlet(page.text[page.starts[start] : page.ends[end - 1]]):
        return "outlet"
    if _is_seat(page, start, end):
        return "organization"
    rest = [bare(low) for low in lows[start:end]]
    joined = " ".join(rest)
    if joined in _list("places") or rest[-1] in _list("place_words"):
        return "place"
    if any(word in _list("organisation_words") for word in rest):
        return "organization"
    if end - start > 1 and rest[-1] in _list("things"):
        return "other"
    if rest[-1] in _list("nationalities"):
        return None
    if end - start == 2 and rest[0] in _list("directions"):
        return "place" if rest[1].removesuffix("s") not in _list("nationalities") else None
    if all(word in _offices() for word in rest):
        return None
    before = lows[start - 1] if start else ""
    titled = bool(before) and bare(before) in _offices() - _ADJECTIVES and words[start - 1][0].isupper()
    if titled or (rest[0] in _list("first_names") and end - start >= 2):
        return "person"
    if end - start == 1:
        word = words[start]
        if word.isupper() and 2 <= len(word) <= 6:
            return "organization"
        return "place" if _is_placed(page, start) else "other"
    if all(words[i].isupper() for i in range(start, end)):
        return "other"
    if _is_placed(page, start):
        return "place"
    return (
        "person"
        if end - start <= 4 and before not in {"the", "for", "of"} and rest[0] not in _list("nationalities")
        else "other"
    )


def _is_placed(page: Page, start: int) -> bool:
    """Whether a place preposition leads up to the name: *in Sirte*, *south of Sirte*, *the town of Bani Waleed*."""
    if start == 0:
        return False
    before = page.lows[start - 1]
    if before == "to" and "from" in page.lows[max(0, start - 5) : start - 2] and page.words[start - 2][0].isupper():
        return True  # "from San Lorenzo to Bahía Blanca"
    return before in _PLACE_BEFORE or (before == "of" and start > 1 and page.lows[start - 2] in _DIRECTIONS)


def find_mentions(page: Page) -> tuple[Mention, ...]:
    """Names, pronouns and descriptions of the whole page, in text order; entities are set later.

    A single capitalised word at the head of a sentence is a name only where it also stands elsewhere in one.
    """
    names: list[tuple[Name, bool]] = []
    known: set[str] = set()
    for sentence in page.sentences:
        if sentence.body > sentence.first:
            names += [(name, False) for name in _filed(page, sentence)]
        for name in names_in(page, sentence.body, sentence.last):
            initial = name[1] - name[0] == 1 and _is_initial(page, name[0], sentence.body)
            names.append((name, initial))
            if not initial:
                known.update(page.words[name[0] : name[1]])
    rows: list[tuple[int, int, EntityType, float]] = []
    for (first, last, kind), initial in names:
        if not initial or kind in {"outlet", "organization"} or page.words[first] in known:
            rows.append((*page.span(first, last), kind, 0.7 if kind != "other" else 0.4))
    rows.sort()
    found = [
        Mention(id="", start=a, end=b, text=page.text[a:b], type=kind, entity=None, form="name", score=score)
        for a, b, kind, score in rows
    ]
    return with_references(page, found)


def _filed(page: Page, sentence: Sentence) -> list[Name]:
    """The places and the agency of a dateline."""
    agency = agency_of(page.text, sentence.start, sentence.end)
    found: list[Name] = []
    for first, last, _ in names_in(page, sentence.first, sentence.body):
        inside = agency is not None and agency[0] <= page.starts[first] < agency[1]
        found.append((first, last, "outlet" if inside else "place"))
    return found


def _is_initial(page: Page, at: int, first: int) -> bool:
    return at == first or page.lows[at - 1] in {'"', "“", "‘", ":", "''", "—"}
