"""Which stretches of a text name places: what the reader found, joined with what the gazetteer knows.

The reader tells places from persons and bodies by how a sentence is built, and errs where a name stands for a
government or is rare; the gazetteer knows names and not what is meant by them. So the reader's places are taken; its
groups where they are adjectives of countries (*Libyan*); its bodies where a place's name stands inside theirs
(*Mansfield Police Department*) or is theirs (*Liverpool*); its persons only where the gazetteer knows the name and the
words around it speak of a place; and the rest only where a name is a country's or a large place's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.measures.places.gazetteer import Gazetteer, Match, fold
from sayso.measures.places.wording import PARTICLES, Word, kinds_of, words_in, words_of
from sayso.nouns.mention import Mention
from sayso.reader.layers import Layers

#: a name of the gazetteer has no more words than this
_LONGEST = 6
#: kinds of places that are known by name wherever they stand
_WIDE = frozenset(("country", "continent", "admin1", "group"))
_NATURE = frozenset(("sea", "river", "lake", "island", "mountain", "desert", "region"))
#: population from which a town's name is taken for a town without the reader's word, by how little else speaks for it
_LARGE, _KNOWN, _TOWN = 300_000, 50_000, 5_000


#: why a body that goes by a place's name was taken for the place
WHOLE_BODY = "the gazetteer knows it, and it is the whole name of a body"


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of text that names a place.

    ``form`` is *adjective* where the word is of a place (*Libyan*), ``inside`` the body in whose name it stands, and
    ``why`` says in words what it was taken for a place by.
    """

    start: int
    end: int
    text: str
    form: Literal["name", "adjective"]
    inside: str | None
    why: str


class _Scan:
    """One text with its mentions and the gazetteer, and the names found so far."""

    def __init__(self, text: str, layers: Layers, gazetteer: Gazetteer) -> None:
        self.text = text
        self.gazetteer = gazetteer
        self.words = words_of(text)
        self.taken = bytearray(len(text))
        self.found: list[Name] = []
        self.mentions = [m for m in layers.mentions if m.form == "name" and m.end > m.start]
        self.covered = bytearray(len(text))
        for m in self.mentions:
            self.covered[m.start : m.end] = b"\x01" * (m.end - m.start)
        self.places = {fold(m.text) for m in self.mentions if m.type == "place"}
        #: the words of persons' full names: alone, they are the person
        self.persons = {fold(w.text) for m in self.mentions if m.type == "person" for w in _several(m)}
        self.index_at = {word.start: index for index, word in enumerate(self.words)}

    def free(self, start: int, end: int) -> bool:
        return not any(self.taken[start:end])

    def add(
        self, start: int, end: int, form: Literal["name", "adjective"], why: str, inside: str | None = None
    ) -> None:
        if start < end and self.free(start, end):
            self.taken[start:end] = b"\x01" * (end - start)
            self.found.append(Name(start, end, self.text[start:end], form, inside, why))

    def between(self, start: int, end: int) -> range:
        """The words that stand whole in a stretch of the text."""
        inside = [i for i, w in enumerate(self.words) if start <= w.start and w.end <= end]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def before(self, index: int, back: int = 1) -> str:
        """The word before, in small letters; nothing where a stop, a line or a bracket lies between."""
        if index < back:
            return ""
        first, then = self.words[index - back], self.words[index - back + 1]
        gap = self.text[first.end : then.start]
        return "" if any(mark in gap for mark in ".\n;:!?()") else first.text.lower()

    def after(self, index: int) -> str:
        if index + 1 >= len(self.words):
            return ""
        gap = self.text[self.words[index].end : self.words[index + 1].start]
        return self.words[index + 1].text if gap in (" ", "-", "’s ", "'s ") else ""

    def longest(
        self, first: int, last: int, accept: Callable[[list[Match], int, int], bool]
    ) -> tuple[int, list[Match]] | None:
        """The longest name of the gazetteer that begins at a word: the index behind it, and what it may be."""
        if not self.gazetteer.starts(self.words[first].text):
            return None
        stop = first + 1
        while stop < min(last, first + _LONGEST) and self.words[stop].joined:
            stop += 1
        for end in range(stop, first, -1):
            final = self.words[end - 1]
            if end > first + 1 and not final.capital:
                continue
            if any(not w.capital and w.text.lower() not in PARTICLES for w in self.words[first:end]):
                continue
            matches = self.gazetteer.lookup(self.text[self.words[first].start : final.end])
            if matches and accept(matches, first, end):
                return end, matches
        return None


def _several(mention: Mention) -> list[Word]:
    words = words_of(mention.text)
    return words if len(words) > 1 else []


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
    scan = _Scan(text, layers, gazetteer)
    for mention in scan.mentions:
        _TAKERS[mention.type](scan, mention)
    _rest(scan)
    return tuple(sorted(scan.found, key=lambda name: name.start))


def _place(scan: _Scan, mention: Mention) -> None:
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
    start, end = scan.words[first].start, scan.words[last - 1].end
    adjective = (
        first + 1 == last
        and bool(scan.gazetteer.demonym(scan.text[start:end]))
        and not scan.gazetteer.lookup(scan.text[start:end])
    )
    if first + 1 == last and fold(scan.text[start:end]) in words_in("directions"):
        return
    if "," in scan.text[start:end]:
        for s, e in _parts(scan, first, last):
            scan.add(s, e, "name", "the reader calls it a place")
        return
    scan.add(start, end, "adjective" if adjective else "name", "the reader calls it a place")


def _parts(scan: _Scan, first: int, last: int) -> Iterator[tuple[int, int]]:
    """*Bangor, Maine* as its two names."""
    start = first
    for index in range(first, last):
        if index + 1 == last or "," in scan.text[scan.words[index].end : scan.words[index + 1].start]:
            yield scan.words[start].start, scan.words[index].end
            start = index + 1


def _group(scan: _Scan, mention: Mention) -> None:
    """*Libyan*, *South Sudanese*; a group that goes by a place's own name is taken for the place."""
    _adjectives(scan, scan.between(mention.start, mention.end), None)
    if scan.free(mention.start, mention.end) and _is_wide(scan.gazetteer.lookup(mention.text)):
        scan.add(mention.start, mention.end, "name", "the gazetteer knows it")


def _adjectives(scan: _Scan, words: Sequence[int], inside: str | None) -> None:
    index = 0
    while index < len(words):
        here = words[index]
        step = 1
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


def _body(scan: _Scan, mention: Mention) -> None:
    """Places inside the name of a body, or a body that goes by a place's name."""
    words = scan.between(mention.start, mention.end)
    if not words:
        return
    whole = scan.gazetteer.lookup(mention.text)
    if whole and mention.type == "organization" and _goes_by(scan, mention.text, whole, _KNOWN):
        scan.add(mention.start, mention.end, "name", WHOLE_BODY)
        return

    def accept(matches: list[Match], first: int, end: int) -> bool:
        text = scan.text[scan.words[first].start : scan.words[end - 1].end]
        behind = scan.words[end].text.lower() if end <= words[-1] else ""
        ahead = scan.words[first - 1].text.lower() if first > words[0] else ""
        if fold(text) in scan.places or _is_wide(matches):
            return True
        if fold(text) in words_in("no_places") or fold(text) in scan.persons:
            return False
        if kinds_of(text.split()[-1]) and end > first + 1:
            return True
        fits = behind in words_in("civic") and first == words[0]
        fits |= ahead in ("of", "in", "de", "for") and end == words[-1] + 1
        return _people(matches) >= (_TOWN if fits else _LARGE)

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


def _person(scan: _Scan, mention: Mention) -> None:
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
    cue = _cue(scan, first, last)
    if key in scan.places and (cue or matches or len(words) == 1):
        scan.add(mention.start, mention.end, "name", "the reader calls it a place elsewhere")
    elif matches and cue:
        scan.add(mention.start, mention.end, "name", f"the gazetteer knows it, and {cue}")
    elif cue in (_TOWN_CUE, _DATELINE):
        scan.add(mention.start, mention.end, "name", cue)
    elif len(words) == 1 and _is_wide(matches):
        scan.add(mention.start, mention.end, "name", "the gazetteer knows it")


_TOWN_CUE = "a noun such as town stands before it"
_DATELINE = "it opens a dateline"


def _cue(scan: _Scan, first: int, last: int) -> str:
    """What in the words around says that a name is a place's; nothing where nothing does."""
    before = scan.before(first)
    if before in ("of", "the") and scan.before(first, 2) in words_in("towns"):
        return _TOWN_CUE
    if before in words_in("before"):
        return f"{before} stands before it"
    word, final = scan.words[first], scan.words[last]
    opens = word.start == 0 or scan.text[word.start - 1] == "\n"
    if opens and final.text.isupper() and len(final.text) > 2:
        return _DATELINE
    rest = scan.text[final.end : final.end + 2]
    if rest == ", " and last + 1 < len(scan.words) and scan.words[last + 1].start == final.end + 2:
        follows = scan.longest(last + 1, len(scan.words), lambda found, _, __: _is_wide(found))
        if follows:
            return "a country or state follows it"
    if scan.text.startswith("-based", final.end):
        return "based follows it"
    return "and a place is named beside it" if before == "and" and _beside(scan, first) else ""


def _beside(scan: _Scan, first: int) -> bool:
    """Whether a place was found just before the word *and*."""
    ahead = scan.words[first - 2].end if first >= 2 else 0
    return ahead > 0 and bool(scan.taken[ahead - 1])


def _other(scan: _Scan, mention: Mention) -> None:
    _adjectives(scan, scan.between(mention.start, mention.end), mention.text)


_TAKERS: dict[str, Callable[[_Scan, Mention], None]] = {
    "place": _place,
    "group": _group,
    "organization": _body,
    "outlet": _body,
    "person": _person,
    "document": _other,
    "other": _other,
}


def _rest(scan: _Scan) -> None:
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
        if _is_wide(matches):
            return len(key) > 2 or text in ("US", "UK", "EU", "UN", "U.S.", "U.K.") or "." in text
        cue = _cue(scan, first, end - 1)
        return _people(matches) >= (_TOWN if cue else _LARGE) or (bool(cue) and end > first + 1)

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


def _is_wide(matches: Sequence[Match]) -> bool:
    """Whether a country, continent, first division or group of countries goes by the name itself."""
    return any(m.entry.kind in _WIDE and m.score >= 0.7 for m in matches[:5])


def _people(matches: Sequence[Match]) -> int:
    """The inhabitants of the largest place of that name; seas, rivers and mountains count as large."""
    best = 0
    for m in matches:
        if m.how in ("name", "folded") or m.score >= 0.9:
            best = max(best, _LARGE if m.entry.kind in _NATURE else m.entry.population or 0)
    return best


def _goes_by(scan: _Scan, text: str, matches: Sequence[Match], people: int) -> bool:
    key = fold(text)
    if key in scan.places or _is_wide(matches):
        return True
    if key in words_in("no_places"):
        return False
    return _people(matches) >= people or bool(kinds_of(text.split()[-1]) and " " in text)


def names_at(text: str, spans: Sequence[tuple[int, int]], gazetteer: Gazetteer) -> tuple[Name, ...]:
    """The names of places that are known to stand at these ranges, in order: for texts whose names somebody marked."""

    def form(start: int, end: int) -> Literal["name", "adjective"]:
        adjective = gazetteer.demonym(text[start:end]) and not _is_wide(gazetteer.lookup(text[start:end]))
        return "adjective" if adjective else "name"

    return tuple(Name(s, e, text[s:e], form(s, e), None, "given") for s, e in sorted(set(spans)))
