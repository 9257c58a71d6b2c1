"""Which stretches of a text name places: what the reader found, joined with what the gazetteer knows.

The reader tells places from persons and bodies by how a sentence is built, and errs where a name stands for a
government or is rare; the gazetteer knows names and not what is meant by them. So the reader's places are taken; its
groups where they are adjectives of countries (*Libyan*); its bodies where a place's name stands inside theirs
(*Mansfield Police Department*) or is theirs (*Liverpool*); its persons only where the gazetteer knows the name and the
words around it speak of a place; and the rest only where a name is a country's or a large place's.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from sayso.lexicon import load
from sayso.measures.places.cues import DATELINE, TOWN_CUE, cue_of, like_a_person
from sayso.measures.places.gazetteer import Gazetteer, Match, fold
from sayso.measures.places.known import KNOWN, LARGE, TOWN, VILLAGE, goes_by, is_wide, people_of
from sayso.measures.places.name import WHOLE_BODY, Name
from sayso.measures.places.scan import Scan
from sayso.measures.places.wording import kinds_of, words_in
from sayso.nouns.mention import Mention
from sayso.reader.layers import Layers


def find_names(text: str, layers: Layers, gazetteer: Gazetteer | None) -> tuple[Name, ...]:
    """The names of places in a text, in order, no two over each other.

    Without a gazetteer, what the reader calls a place.
    """
    if gazetteer is None:
        return tuple(
            Name(m.start, m.end, text[m.start : m.end], "name", None, "the reader calls it a place")
            for m in sorted(layers.mentions, key=lambda m: m.start)
            if m.type == "place" and m.form == "name" and m.end > m.start
        )
    scan = Scan(text, layers, gazetteer)
    for mention in scan.mentions:
        if not scan.is_agency(mention):
            _TAKERS[mention.type](scan, mention)
    _rest(scan)
    return tuple(sorted(scan.found, key=lambda name: name.start))


def _place(scan: Scan, mention: Mention) -> None:
    """What the reader calls a place; a name that goes on behind it is taken whole (*Orange County*)."""
    words = scan.between(mention.start, mention.end)
    if not words:
        return
    first, last = words[0], words[-1] + 1
    while first < last - 1 and scan.words[first].text.lower() in ("the", "and", "of", "in"):
        first += 1
    longer = scan.longest(first, min(last + 2, len(scan.words)), lambda _, __, end: end > last)
    if longer and not any(scan.covered[scan.words[last - 1].end : scan.words[longer[0] - 1].end]):
        last = longer[0]
    if last == first + 1 and _with_direction(scan, first, scan.gazetteer.lookup):
        first -= 1
    start, end = scan.words[first].start, scan.words[last - 1].end
    matches = scan.gazetteer.lookup(scan.text[start:end])
    # a small place may go by the same word: "the Argentine city of Salta", but "in Argentine, Kansas"
    before_noun = scan.after(first)[:1].islower() and not is_wide(matches) and people_of(matches) < LARGE
    adjective = (
        first + 1 == last
        and bool(scan.gazetteer.demonym(scan.text[start:end]))
        and (not matches or (before_noun and not cue_of(scan, first, last - 1)))
    )
    if first + 1 == last and fold(scan.text[start:end]) in words_in("directions"):
        return
    if scan.text[start:end].lower() in _seats() and not cue_of(scan, first, last - 1):
        return
    if "," in scan.text[start:end]:
        for s, e in _parts(scan, first, last):
            scan.add(s, e, "name", "the reader calls it a place")
        return
    scan.add(start, end, "adjective" if adjective else "name", "the reader calls it a place")


@functools.cache
def _seats() -> frozenset[str]:
    """Seats that stand for who sits there: *the White House*."""
    return frozenset(str(word) for word in load("names.yaml")["seats"]["words"])


def _parts(scan: Scan, first: int, last: int) -> Iterator[tuple[int, int]]:
    """*Bangor, Maine* as its two names."""
    start = first
    for index in range(first, last):
        if index + 1 == last or "," in scan.text[scan.words[index].end : scan.words[index + 1].start]:
            yield scan.words[start].start, scan.words[index].end
            start = index + 1


def _group(scan: Scan, mention: Mention) -> None:
    """*Libyan*, *South Sudanese*; a group that goes by a place's own name is taken for the place."""
    _adjectives(scan, scan.between(mention.start, mention.end), None)
    if scan.free(mention.start, mention.end) and is_wide(scan.gazetteer.lookup(mention.text)):
        scan.add(mention.start, mention.end, "name", "the gazetteer knows it")


def _with_direction(scan: Scan, here: int, known: Callable[[str], Sequence[object]]) -> bool:
    """Whether a direction before a word belongs to its name: *North African* is not what is of Africa."""
    if here == 0 or not scan.words[here].joined or not scan.words[here - 1].capital:
        return False
    two = scan.text[scan.words[here - 1].start : scan.words[here].end]
    return scan.words[here - 1].text.lower() in words_in("directions") and bool(known(two))


def _adjectives(scan: Scan, words: Sequence[int], inside: str | None) -> None:
    index = 0
    while index < len(words):
        here = words[index]
        step = 1
        if _with_direction(scan, here, scan.gazetteer.demonym):
            scan.add(scan.words[here - 1].start, scan.words[here].end, "adjective", "an adjective of a place", inside)
        for count in (2, 1):
            end = here + count
            if end > words[-1] + 1 or not scan.words[here].capital:
                continue
            start, stop = scan.words[here].start, scan.words[end - 1].end
            if scan.gazetteer.demonym(scan.text[start:stop]):
                scan.add(start, stop, "adjective", "an adjective of a place", inside)
                step = count
                break
        index += step


def _body(scan: Scan, mention: Mention) -> None:
    """Places inside the name of a body, or a body that goes by a place's name."""
    words = scan.between(mention.start, mention.end)
    if not words:
        return
    whole = scan.gazetteer.lookup(mention.text)
    if whole and mention.type == "organization" and _is_called(scan, mention.text, whole):
        scan.add(mention.start, mention.end, "name", WHOLE_BODY)
        return

    def accept(matches: list[Match], first: int, end: int) -> bool:
        text = scan.text[scan.words[first].start : scan.words[end - 1].end]
        behind = scan.words[end].text.lower() if end <= words[-1] else ""
        ahead = scan.words[first - 1].text.lower() if first > words[0] else ""
        if fold(text) in scan.places or is_wide(matches):
            return True
        if fold(text) in words_in("no_places") or fold(text) in scan.persons:
            return False
        if kinds_of(text.split()[-1]) and end > first + 1:
            return True
        fits = behind in words_in("civic") and first == words[0]
        fits |= ahead in ("of", "in", "de", "for") and end == words[-1] + 1
        return people_of(matches) >= (TOWN if fits else LARGE)

    index = words[0]
    while index <= words[-1]:
        word = scan.words[index]
        step = index + 1
        if word.capital:
            found = scan.longest(index, words[-1] + 1, accept)
            if found is not None:
                step = found[0]
                scan.add(word.start, scan.words[step - 1].end, "name", "part of the name of a body", mention.text)
            else:
                _adjectives(scan, range(index, index + 1), mention.text)
        index = step


def _person(scan: Scan, mention: Mention) -> None:
    """A name that the reader takes for a person's, and that the words around it say is a place's."""
    words = scan.between(mention.start, mention.end)
    if not words:
        return
    first, last = words[0], words[-1]
    text = scan.text[scan.words[first].start : scan.words[last].end]
    key = fold(text)
    matches = scan.gazetteer.lookup(text)
    if key in scan.persons or (key in words_in("no_places") and key not in scan.places):
        return
    cue = cue_of(scan, first, last)
    if key in scan.places and (cue or matches or len(words) == 1):
        scan.add(mention.start, mention.end, "name", "the reader calls it a place elsewhere")
    elif matches and cue:
        scan.add(mention.start, mention.end, "name", f"the gazetteer knows it, and {cue}")
    elif cue in (TOWN_CUE, DATELINE):
        scan.add(mention.start, mention.end, "name", cue)
    elif len(words) == 1 and is_wide(matches):
        scan.add(mention.start, mention.end, "name", "the gazetteer knows it")
    elif people_of(matches) >= VILLAGE and not like_a_person(scan, first, last):
        scan.add(mention.start, mention.end, "name", "the gazetteer knows it, and nothing says that it is a person")


def _other(scan: Scan, mention: Mention) -> None:
    _adjectives(scan, scan.between(mention.start, mention.end), mention.text)


_TAKERS: dict[str, Callable[[Scan, Mention], None]] = {
    "place": _place,
    "group": _group,
    "organization": _body,
    "outlet": _body,
    "person": _person,
    "document": _other,
    "other": _other,
}


def _rest(scan: Scan) -> None:
    """Capitalised words that the reader says nothing of."""

    def accept(matches: list[Match], first: int, end: int) -> bool:
        text = scan.text[scan.words[first].start : scan.words[end - 1].end]
        key = fold(text)
        if key in scan.places:
            return True
        if key in words_in("no_places") and not text.isupper():
            return False
        if key in scan.persons or (len(key) < 3 and not text.isupper()):
            return False
        if is_wide(matches):
            return len(key) > 2 or text in ("US", "UK", "EU", "UN", "U.S.", "U.K.") or "." in text
        cue = cue_of(scan, first, end - 1)
        return people_of(matches) >= (TOWN if cue else LARGE) or (bool(cue) and end > first + 1)

    index = 0
    while index < len(scan.words):
        word = scan.words[index]
        step = index + 1
        if word.capital and not scan.covered[word.start] and scan.free(word.start, word.end):
            found = scan.longest(index, len(scan.words), accept)
            if found is not None and not any(scan.covered[word.start : scan.words[found[0] - 1].end]):
                step = found[0]
                scan.add(word.start, scan.words[step - 1].end, "name", "the gazetteer knows it")
            else:
                _adjectives(scan, range(index, index + 1), None)
        index = step


def _is_called(scan: Scan, text: str, matches: Sequence[Match]) -> bool:
    return fold(text) in scan.places or goes_by(text, matches, KNOWN)


def names_at(text: str, spans: Sequence[tuple[int, int]], gazetteer: Gazetteer) -> tuple[Name, ...]:
    """The names of places that are known to stand at these ranges, in order: for texts whose names somebody marked."""

    def form(start: int, end: int) -> Literal["name", "adjective"]:
        adjective = gazetteer.demonym(text[start:end]) and not is_wide(gazetteer.lookup(text[start:end]))
        return "adjective" if adjective else "name"

    return tuple(Name(s, e, text[s:e], form(s, e), None, "given") for s, e in sorted(set(spans)))
