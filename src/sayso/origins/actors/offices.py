"""Offices and descriptions: *Deputy Interior Minister*, *spokeswoman for the UN mission*, *a livestock trader*."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from itertools import islice

from sayso.nouns import Hop
from sayso.origins.actors.bodies import parse_body
from sayso.origins.actors.person_names import parse_person
from sayso.origins.actors.spelling import plain
from sayso.origins.actors.words import class_of, given_names, heads_of, offices, titles
from sayso.origins.words import stem, stop_words

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_SIDE = re.compile(r",|\s(?:who|which|that|whose)\s|\s[–—(]")
_OF = re.compile(r"^(?P<office>.+?)\s+(?P<tie>of|for|from|in|at|with|to|near|on)\s+(?P<of>.+)$")
_POSSESSED = re.compile(r"^(?P<of>.+?)(?:['’]s|(?<=s)['’])\s+(?P<office>.+)$")
_INDEFINITE = re.compile(r"^(?:an?|one|another|some|two|three|four|five|several|many|other)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|an?|one|another|its|his|her|their|our|my|this|that)\s+", re.IGNORECASE)
#: so many of the words for one source are looked at
_MOST = 24
#: hops whose names and offices are kept: a page's speakers are compared with those of many pages
_HOPS = 4_096
_INITIAL = re.compile(r"(?:^|\s)[A-Z]\.(?:\s|$)")
_WHOSE = re.compile(r"^(?:its|his|her|their|our|my)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Office:
    """Somebody by what they are. ``noun`` in the singular, ``field`` the words before it that say of what, as stems.

    ``of`` is the body or place named with it, as it stands; ``tie`` the word between, *'s* where it is a possessor.
    ``whose`` is true of *his lawyer*, *its chairman*: somebody's, and the phrase does not say whose.
    """

    text: str
    noun: str
    field: frozenset[str]
    words: tuple[str, ...]
    ranks: frozenset[str]
    of: str | None
    tie: str | None
    definite: bool
    whose: bool = False


@functools.lru_cache(maxsize=50_000)
def parse_office(text: str) -> Office | None:
    """The office that a phrase gives; null where it gives none. What is behind a comma or *who* does not count."""
    shown = " ".join(text.split()).strip(' ,.;:“”"')
    core = _SIDE.split(shown, maxsplit=1)[0]
    definite, whose = _INDEFINITE.match(core) is None, _WHOSE.match(core) is not None
    core = _ARTICLE.sub("", core)
    possessed, tied = _POSSESSED.match(core), _OF.match(core)
    if possessed and not (tied and tied.start("of") < possessed.start("office")):
        office, of, tie = possessed["office"], possessed["of"], "'s"
        inner = _OF.match(office)
        office = inner["office"] if inner else office
    elif tied:
        office, of, tie = tied["office"], tied["of"], tied["tie"]
    else:
        office, of, tie = core, "", ""
    words = _WORD.findall(office)
    at = next((n for n in range(len(words) - 1, -1, -1) if _is_office(words[n])), None)
    if at is None:
        return None
    before = [plain(word) for word in words[:at]]
    ranks = frozenset(word for word in before if word in class_of("ranks"))
    field = tuple(word for word in before if word not in class_of("ranks") and word not in titles() - _FIELDS)
    noun = _singular(plain(words[at]))
    if noun == "minister" and "prime" in ranks:
        noun, ranks = "prime minister", ranks - {"prime"}
    return Office(
        text=shown,
        noun=noun,
        field=frozenset(stem(word) for word in field if word not in stop_words()),
        words=tuple(words[:at]),
        ranks=ranks,
        of=_ARTICLE.sub("", of).strip() or None if of else None,
        tie=tie or None,
        definite=definite,
        whose=whose,
    )


_FIELDS = frozenset({"foreign", "home", "attorney"})


def _is_office(word: str) -> bool:
    low = plain(word).rstrip(".")
    if low in offices() or low in titles():
        return True
    one = _singular(low)
    return one in offices() or one.split("-")[-1] in offices()


@functools.lru_cache(maxsize=10_000)
def _singular(low: str) -> str:
    low = low.rstrip(".")
    if low.endswith("men") and low[:-3] + "man" in offices():
        return low[:-3] + "man"
    if low.endswith("women") and low[:-5] + "woman" in offices():
        return low[:-5] + "woman"
    if low.endswith("s") and not low.endswith("ss") and low[:-1] in offices() | titles():
        return low[:-1]
    return low


@functools.lru_cache(maxsize=50_000)
def describes(text: str) -> bool:
    """Whether a phrase describes somebody rather than names them: *the rescue chief*, *An official in the ministry*."""
    core = _SIDE.split(" ".join(text.split()), maxsplit=1)[0]
    bare = _ARTICLE.sub("", core)
    words = _WORD.findall(bare)
    if not words:
        return True
    tied = _OF.match(bare)
    head = _WORD.findall(tied["office"])[-1] if tied and _WORD.findall(tied["office"]) else words[-1]
    if head[0].islower() and head == head.lower():
        return True
    name = parse_person(core).parts
    if len(name) > 1 and name[0] in given_names():
        return False  # Secretary of State Antony Blinken
    if len(words) == 1:
        low = plain(words[0])
        return _is_office(words[0]) or _singular(low) in heads_of("groups") or low in class_of("people_nouns")
    if parse_body(tied["office"] if tied else bare).heads or plain(words[0]) in given_names() or _INITIAL.search(bare):
        return False
    low = plain(head)
    return low in offices() | class_of("people_nouns") or (parse_person(bare).titles == () and _is_office(head))


def core_of(text: str) -> str:
    """A description without what follows a comma or *who*: *An official in the ministry, who …*"""
    return _SIDE.split(" ".join(text.split()), maxsplit=1)[0].strip()


@functools.lru_cache(maxsize=_HOPS)
def said_of(hop: Hop) -> tuple[str, ...]:
    """All that a page calls somebody, pronouns left out; of very many the first ones."""
    found = (said for said in dict.fromkeys((hop.name, *hop.names)) if said and not pronoun(said))
    return tuple(islice(found, _MOST))


def indefinite(hop: Hop) -> bool:
    """Whether somebody is brought in as *a trader*, *two officials*: anybody of that kind."""
    return any(_INDEFINITE.match(said) for said in said_of(hop) if describes(said))


@functools.lru_cache(maxsize=_HOPS)
def names_of(hop: Hop) -> tuple[str, ...]:
    """The proper names of a hop, the fullest first: no pronouns and no descriptions."""
    all_said = said_of(hop)
    found = [name for name in all_said if not describes(name) and not _where(name, hop)]
    return tuple(sorted(found, key=lambda name: (name != hop.name, -len(name))))


def _where(name: str, hop: Hop) -> bool:
    """Whether a name is only where somebody is, taken for who they are: *Dakar* of *The ministry in Dakar*."""
    said = hop.text or ""
    return len(said) > len(name) and re.search(rf"\b(?:in|at|near)\s+{re.escape(name)}", said) is not None


@functools.lru_cache(maxsize=50_000)
def pronoun(text: str) -> bool:
    """Whether a phrase is a pronoun, or an article that lost its noun, and so names nobody."""
    return plain(text) in class_of("pronouns") | class_of("articles")


@functools.lru_cache(maxsize=_HOPS)
def offices_of(hop: Hop) -> tuple[Office, ...]:
    """All offices that a hop's roles, titles and descriptions give, each once."""
    found: dict[tuple[object, ...], Office] = {}
    for text in (*hop.roles, *said_of(hop)):
        office = parse_office(text) if text in hop.roles or describes(text) else _leading(text)
        if office is not None:
            found.setdefault((office.noun, office.field, office.of), office)
    return tuple(found.values())


def _leading(text: str) -> Office | None:
    """*the prosecutor, Caterina Loiudice*; *Deputy Interior Minister Elena Karova*: the office before the name."""
    parts = [part.strip() for part in text.split(",")]
    for part in parts[:3]:
        if part and describes(part) and (office := parse_office(part)) is not None:
            return office
    words = _WORD.findall(parts[0])
    name = parse_person(parts[0])
    lead = words[: len(name.titles)]
    return parse_office(" ".join(lead)) if lead else None


def maker_of(text: str) -> str | None:
    """Whose own words a document is: *Pontica Storage* of *a statement by the owner, Pontica Storage*; else null."""
    bare = _ARTICLE.sub("", " ".join(text.split()))
    possessed, made = _POSSESSED.match(bare), re.match(r"(?P<office>.+?)\s+(?:by|of|from)\s+(?P<of>.+)$", bare)
    found = possessed if possessed and not (made and made.start("of") < possessed.start("office")) else made
    words = _WORD.findall(_SIDE.split(found["office"])[0]) if found else []
    nouns = class_of("statement_nouns")
    tied = next((n for n, word in enumerate(words) if n and word in ("of", "on", "for", "in", "to")), len(words))
    if not found or not words or plain(words[tied - 1]) not in nouns:
        return None
    maker = found["of"].strip(" ,.")
    return None if pronoun(maker) or maker[:1].isdigit() else maker
