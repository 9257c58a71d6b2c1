"""What each name of a document may mean: names written alike are one, with all that was said of any of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sayso.lexicon import load
from sayso.measures.places.clues import Clues
from sayso.measures.places.gazetteer import Gazetteer, Match, fold
from sayso.measures.places.name import Name
from sayso.measures.places.wording import kinds_of, words_in

#: so many places of one name are weighed against each other
MOST = 24
#: so many names of a long document are weighed with each other, and so many places in all
BLOCK, _ALL = 150, 1200
#: of so many that are read
_READ = 100
#: a name that is known by no better match than this may be another spelling of a name of the document's countries
_DOUBTFUL = 0.8


@dataclass(frozen=True, slots=True)
class Sense:
    """One name of the document: where it stands (numbers of names), what it may mean, and what is said of it.

    ``part``: the words that were left out of it to find anything (*North Austin*); nothing otherwise.
    """

    key: str
    text: str
    at: tuple[int, ...]
    matches: tuple[Match, ...]
    kinds: frozenset[str]
    noun: str
    within: tuple[int, ...]
    loosely: tuple[int, ...]
    part: str = ""
    adjective: bool = False
    article: bool = False


def senses_of(names: Sequence[Name], clues: Sequence[Clues], gazetteer: Gazetteer) -> list[Sense]:
    """The different names, in the order in which they first occur. ``within`` and ``loosely`` number these senses."""
    groups: dict[tuple[str, str], list[int]] = {}
    for index, name in enumerate(names):
        groups.setdefault((fold(name.text) or name.text, name.form), []).append(index)
    numbers = {index: number for number, members in enumerate(groups.values()) for index in members}
    keys = {key for key, _ in groups}
    found = []
    for (key, form), members in groups.items():
        text = names[members[0]].text
        kinds: frozenset[str] = frozenset()
        noun = ""
        for index in members:
            if clues[index].kinds and not kinds:
                kinds, noun = clues[index].kinds, clues[index].noun
        if form == "adjective":
            matches, part = _by_demonym(gazetteer, text), ""
        else:
            matches, part = _by_name(gazetteer, text, key, keys, noun)
        found.append(
            Sense(
                key=key,
                text=text,
                at=tuple(members),
                matches=tuple(matches),
                kinds=kinds,
                noun=noun,
                within=tuple(dict.fromkeys(numbers[q] for i in members for q in clues[i].within)),
                loosely=tuple(dict.fromkeys(numbers[q] for i in members for q in clues[i].loosely)),
                part=part,
                adjective=form == "adjective",
                article=any(clues[index].article for index in members),
            )
        )
    return _pruned(found)


def _pruned(senses: list[Sense]) -> list[Sense]:
    """At most :data:`MOST` places a name, and fewer where names are many: first those in countries that the document
    names or surely speaks of."""
    most = min(MOST, max(3, _ALL // max(1, min(len(senses), BLOCK))))
    if all(len(sense.matches) <= most for sense in senses):
        return senses
    named = {m.entry.country for s in senses for m in s.matches if m.entry.kind == "country" or len(s.matches) == 1}

    def fewer(sense: Sense) -> Sense:
        here = [m for m in sense.matches if m.entry.country in named]
        others = [m for m in sense.matches if m.entry.country not in named]
        return replace(sense, matches=(*here, *others)[:most])

    return [fewer(sense) if len(sense.matches) > most else sense for sense in senses]


def _by_demonym(gazetteer: Gazetteer, text: str) -> list[Match]:
    return [Match(entry, entry.name, "demonym", 1.0) for entry in gazetteer.demonym(text)]


def _by_name(gazetteer: Gazetteer, text: str, key: str, keys: Collection[str], noun: str) -> tuple[list[Match], str]:
    matches = gazetteer.lookup(text, limit=_READ)
    known = {m.entry.id for m in matches}
    for word in load("place_words.yaml")["shortened"]["words"]:
        if f"{key} {word}" in keys or noun == word:
            matches += [m for m in gazetteer.lookup(f"{text} {word}", limit=6) if m.entry.id not in known]
    if matches:
        return matches, ""
    words = text.split()
    if len(words) > 1 and kinds_of(words[-1]):
        kinds = kinds_of(words[-1])
        return [m for m in gazetteer.lookup(" ".join(words[:-1])) if m.entry.kind in kinds], ""
    if len(words) > 1 and (
        words[0].lower() in words_in("parts") or words[0].lower().rstrip(".") in words_in("directions")
    ):
        town = [
            m for m in gazetteer.lookup(" ".join(words[1:])) if m.entry.kind in ("city", "admin2") and m.score >= 0.9
        ]
        return town, words[0]
    return [], ""


def respell(senses: list[Sense], countries: Sequence[str], gazetteer: Gazetteer) -> list[Sense]:
    """The senses; those that no place of the document's countries goes by, with places that are spelt like them."""
    spelt = [country for country in countries if country not in words_in("not_romanised")]
    if not spelt:
        return senses
    return [_respelt(sense, spelt, gazetteer) for sense in senses]


def _respelt(sense: Sense, countries: Sequence[str], gazetteer: Gazetteer) -> Sense:
    known = any(m.score > _DOUBTFUL or m.entry.country in countries for m in sense.matches)
    words = sense.text.split()
    if (
        known
        or sense.adjective
        or len(words) > 3
        or not all(word[:1].isupper() for word in words)
        or sense.text.isupper()
    ):
        return sense
    found = gazetteer.spelling(sense.text, countries)[:MOST]
    return replace(sense, matches=(*sense.matches, *found)) if found else sense
