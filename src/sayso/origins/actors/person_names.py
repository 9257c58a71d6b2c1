"""Names of persons and their parts: titles, given names, surname, generation."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from sayso.origins.actors.spelling import plain
from sayso.origins.actors.words import class_of, offices, table_of, titles

_WORD = re.compile(r"[^\W\d_]+(?:['’.\-‑‐][^\W\d_]+)*\.?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?|[^\W\d_]\.?")
#: *Gov.Sarah Palin*
_CLOSE = re.compile(r"\b([^\W\d_]{2,})\.(?=[^\W\d_]{2})")
#: *Vincent "The Chin" Gigante*
_CALLED = re.compile(r"(?<=[\w.])\s*(?:[“\"][^”\"]{1,30}[”\"]|['‘][^'’]{1,30}['’](?=\s)|\([^)]{1,30}\))\s*(?=\w)")
#: *Abdullah II of Jordan*
_REALM = re.compile(r"(?<=[IVX])\s+of\s+.*$")
_MAX_PARTS = 8


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in its parts, folded. ``optional`` are places of parts that may be particles."""

    text: str
    parts: tuple[str, ...]
    generation: str | None
    titles: tuple[str, ...]
    optional: frozenset[int]

    @property
    def middles(self) -> tuple[str, ...]:
        return self.parts[1:-1]


@functools.lru_cache(maxsize=50_000)
def parse_person(text: str) -> PersonName:
    """The parts of a name: *Gen. Thomas D. Waldhauser Jr.*; what is behind a comma does not count, generations do."""
    shown = re.sub(r"['’]s?$", "", " ".join(text.split())).strip(' ,;:“”"')
    before, comma, behind = shown.partition(",")
    generation = None
    if comma:
        first = plain(behind).split()[:1]
        generation = table_of("generations").get(first[0].rstrip(".")) if first else None
        if generation is None and _inverted(before, behind):
            before = f"{behind} {before}"
    before = _REALM.sub("", before)
    words = _WORD.findall(_CLOSE.sub(r"\1. ", before))[: _MAX_PARTS * 2]
    while len(words) > 1 and (found := table_of("generations").get(plain(words[-1]).rstrip("."))):
        if words[-1].casefold() in ("v", "v.") and len(words) < 3:
            break
        generation, words = generation or found, words[:-1]
    cut = _end_of_titles(words)
    parts, optional = _parts(words[cut:])
    return PersonName(
        text=shown,
        parts=tuple(parts[:_MAX_PARTS]),
        generation=generation,
        titles=tuple(plain(word).rstrip(".") for word in words[:cut]),
        optional=frozenset(optional),
    )


def _inverted(before: str, behind: str) -> bool:
    """*Llera, Covadonga*"""
    last, given = before.split(), behind.split()
    return (
        len(last) == 1
        and 1 <= len(given) <= 2
        and all(word[0].isupper() and plain(word).rstrip(".") not in titles() | offices() for word in given)
    )


def _end_of_titles(words: list[str]) -> int:
    """Where the name begins behind titles and offices: *rescue chief | Covadonga Llera*, *Secretary of State | X Y*."""
    cut = 0
    for number, word in enumerate(words[:-1]):
        bare = plain(word).rstrip(".")
        office = bare in titles() or bare in offices() or bare.split("-")[-1] in offices()
        office = office or (word.islower() and bare in class_of("people_nouns"))
        small = not word[0].isupper() and bare not in class_of("particles")
        of_state = number > 1 and words[number - 1] == "of" and len(words) - number > 2
        if office or (number == cut and (small or of_state)):
            cut = number + 1
    return cut


def _parts(words: list[str]) -> tuple[list[str], set[int]]:
    parts: list[str] = []
    optional: set[int] = set()
    particles, servants = class_of("particles"), class_of("servants")
    waiting = False
    for number, word in enumerate(words):
        bare = plain(word).replace("‑", "-").replace("‐", "-")
        if "." in word and _INITIALS.fullmatch(word) and len(bare.replace(".", "")) <= 4:
            parts += list(bare.replace(".", ""))
            continue
        bare = bare.rstrip(".")
        while (head := bare.partition("-"))[1] and head[0] in particles:
            bare = head[2]
        if waiting and bare in particles:
            continue
        if waiting:
            parts[-1] += _without_article(bare)
            waiting = False
            continue
        if bare in servants and bare != "abdullah" and number + 1 < len(words):
            parts.append("abd")
            waiting = True
            continue
        if bare in particles and number + 1 < len(words):
            if number == 0 and word[0].isupper():
                optional.add(len(parts))
                parts.append(bare)
            continue
        joined = re.fullmatch(r"abd(?:[aeo]u?|u)?[lr]-?(.{3,})", bare)
        parts.append("abd" + joined[1] if joined else bare)
    return parts, optional


def _without_article(word: str) -> str:
    return re.sub(r"^(?:al|el|ul|ar|ur)-?(?=.{4})", "", word) if word[:2] in ("al", "el", "ul", "ar", "ur") else word
