"""Which outlet a hop cites: *Radio Ostro reported*, *told the Herald*, *a farming paper*, *online reports*."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from sayso.lexicon import load
from sayso.nouns import Hop, Page
from sayso.origins.actors.offices import pronoun
from sayso.origins.actors.outlets import Outlets, is_agency, made_like_an_outlet, named_in, outlet_key, same_outlet
from sayso.origins.actors.spelling import plain
from sayso.origins.words import stem

CitedKind = Literal["portal", "blog", "paper", "broadcaster", "agency", "any"]
_PART = r"[^\W_a-zß-öø-ÿ][\w&]*(?:['’.&-][\w&]+)*"
_NAME = re.compile(rf"{_PART}(?: (?:(?:of|de|della|the|and|&) )?{_PART})*")
_ENDS = re.compile(r"[.!?][”’\"]?\s+(?=[A-Z“‘\"])|\n")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_SIDE = re.compile(r",|\s(?:who|which|that|whose|quoting|citing)\s")


@dataclass(frozen=True, slots=True)
class Cited:
    """An outlet that a hop cites.

    ``key`` (:func:`outlet_key`) and ``name`` are null for an indefinite citation, whose ``kind`` says what sort of
    outlet it can be; ``plural`` is true of several. ``back`` is true of *the radio*, *the paper*: one that the text has
    named or that the reader is to know. ``topic`` are the stems that narrow it (*farming*, *local*). ``why`` is a
    sentence.
    """

    key: str | None
    name: str | None
    kind: CitedKind
    plural: bool
    back: bool
    topic: tuple[str, ...]
    words: str
    why: str


def cited_outlet(
    hop: Hop, text_around: str = "", known: Mapping[str, str] | None = None, *, own: Page | None = None
) -> Cited | None:
    """The outlet that a hop cites, by name or indefinitely; null where it cites none.

    Args:
        hop: who says it, by the page.
        text_around: what stands before the hop (some 500 code points do), its own sentence last: *the radio* is looked
            for in all of it, *quoted by The Harbour Post* in the sentence of the hop alone.
        known: the outlets of the ledger, key to name: whatever a page is from is an outlet, in no list or in one.
        own: the page itself; an outlet that was told something by its own source cites nobody.
    """
    outlets = dict(known or {})
    for said in _phrases(hop):
        if (found := _by_name(said, hop, outlets)) is not None:
            return None if _is_own(found, own) else found
    if (found := _told(hop, outlets)) is not None and not _is_own(found, own):
        return found
    if hop.kind not in ("named", "role", "document") or _noun(_first(hop)) is not None:
        found = _indefinite(hop, text_around, outlets, own)
        if found is not None:
            return found
    return _around(hop, text_around, outlets, own)


def _is_own(found: Cited, own: Page | None) -> bool:
    return (
        own is not None
        and found.name is not None
        and any(same_outlet(found.name, name) for name in (own.outlet, own.host) if name)
    )


def _first(hop: Hop) -> str:
    return hop.text or hop.name or ""


def _phrases(hop: Hop) -> tuple[str, ...]:
    return tuple(dict.fromkeys(said for said in (hop.text, hop.name, *hop.names) if said and not pronoun(said)))


def _by_name(said: str, hop: Hop, known: Mapping[str, str]) -> Cited | None:
    """The source is an outlet that is named, with or without a noun before it: *the portal Quillon Daily*."""
    core = _SIDE.split(said, maxsplit=1)[0].strip()
    bare = re.sub(r"^(?:the|The)\s+", "", core)
    name = _known_name(bare, hop, known)
    if name is not None:
        return _named(name[0], name[1], "any", said, f"The page names {name[1]} as its source.")
    words = _WORD.findall(core)
    lead = next((n for n, word in enumerate(words) if n and word[0].isupper()), None)
    if lead is not None and (kind := _noun(" ".join(words[:lead]))) is not None:
        rest = core[core.find(words[lead], len(words[0])) :].strip()
        key = named_in(known, rest) or outlet_key(rest)
        if _NAME.fullmatch(rest):
            shown = known.get(key, rest)
            return _named(key, shown, kind[0], said, f"The page names {shown}, a{_n(kind[0])}, as its source.")
    return None


def _n(kind: str) -> str:
    noun = {"any": "outlet", "paper": "newspaper", "agency": "news agency"}.get(kind, kind)
    return f"n {noun}" if noun[0] in "aeiou" else f" {noun}"


def _known_name(bare: str, hop: Hop, known: Mapping[str, str]) -> tuple[str, str] | None:
    """The key and name of an outlet that a phrase names: one of the ledger, of the list, or by what the reader says."""
    if (
        not bare
        or bare == bare.lower()
        or (_NAME.fullmatch(bare) is None and not bare.endswith((".com", ".net", ".org")))
    ):
        return None
    key = named_in(known, bare)
    if key is not None:
        return key, known[key]
    listed = Outlets().find(bare)
    if listed is not None:
        return listed.key, listed.name
    if (hop.kind == "outlet" or hop.type == "outlet") and _noun(bare.lower()) is None:
        return outlet_key(bare), bare
    if (made_like_an_outlet(bare) and hop.type != "person") or is_agency(bare):
        return outlet_key(bare), bare
    return None


def _named(key: str, name: str, kind: CitedKind, words: str, why: str) -> Cited:
    sort = kind if kind != "any" else (sort_of_outlet(name) or "any")
    return Cited(key=key, name=name, kind=sort, plural=False, back=False, topic=(), words=words, why=why)


def _told(hop: Hop, known: Mapping[str, str]) -> Cited | None:
    """*told the Herald*: the outlet that was told, or on whose programme it was said."""
    for said in (hop.addressee, hop.venue):
        if not said:
            continue
        for match in _NAME.finditer(re.sub(r"^(?:the|The)\s+", "", said)):
            found = _known_outlet(match[0], known)
            if found is not None:
                return _named(*found, "any", said, f"By the page it was said to {found[1]}.")
    return None


def _known_outlet(name: str, known: Mapping[str, str]) -> tuple[str, str] | None:
    """As above, of a name that only looks like an outlet's: cautious."""
    key = named_in(known, name)
    if key is not None:
        return key, known[key]
    listed = Outlets().find(name)
    if listed is not None:
        return listed.key, listed.name
    return (outlet_key(name), name) if made_like_an_outlet(name) and len(name.split()) > 1 else None


@functools.cache
def _table(key: str) -> dict[str, str]:
    return {str(word): str(kind) for word, kind in load("citations.yaml")[key]["words"].items()}


@functools.cache
def _indefinites() -> frozenset[str]:
    return frozenset(_listing("indefinite")) | {"media", "press"}


@functools.cache
def _listing(key: str) -> tuple[str, ...]:
    return tuple(str(word) for word in load("citations.yaml")[key]["words"])


def _noun(phrase: str) -> tuple[CitedKind, bool, tuple[str, ...]] | None:
    """The kind of outlet that a phrase without a name speaks of, whether of several, and the words that narrow it."""
    core = re.split(r",|\s(?:who|which|that|in|from|of|on|by|at)\s", plain(phrase), maxsplit=1)[0]
    words = list(_WORD.findall(core))
    if not words:
        return None
    head = words[-1]
    one = head.removesuffix("s") if head not in ("press", "news") else head
    plural = head != one or head in ("media", "press")
    noun = head if head in _table("kinds") else one
    if noun not in _table("kinds"):
        return None
    before = words[:-1]
    if any(word in _listing("no_outlets") for word in before[-1:]):
        return None
    quality = next((_table("qualities")[word] for word in before if word in _table("qualities")), None)
    if noun in _listing("places_between") and quality is None and noun not in ("estimate",):
        return None
    if noun in ("estimate", "report", "account", "claim", "figure") and not _loose(before):
        return None
    kind = _table("kinds")[noun]
    if kind == "any" or noun in ("station", "agency"):
        kind = quality if quality not in (None, "any") else kind
    topic = tuple(
        stem(word) for word in before if word not in _indefinites() | _DEFINITE and word not in _table("qualities")
    )
    return kind, plural, topic  # type: ignore[return-value]


def _loose(before: list[str]) -> bool:
    """*one estimate*, *online reports*, *some accounts*: nobody's in particular."""
    return not before or all(word in _indefinites() or word in _table("qualities") for word in before)


def _indefinite(hop: Hop, around: str, known: Mapping[str, str], own: Page | None) -> Cited | None:
    said = _first(hop)
    if hop.kind == "unnamed" and not said:
        words = set(plain(hop.cue or "").split())
        if words & set(_listing("unnamed")):
            return Cited(None, None, "any", False, False, (), hop.cue or "", "The page does not say who reported it.")
        return None
    cited = indefinite_citation(said)
    if cited is None or not cited.back or (named := _last_named(cited.kind, around, known, own)) is None:
        return cited
    return _named(*named, cited.kind, said, f"By “{said}” the page means {named[1]}, which it has named.")


def indefinite_citation(said: str) -> Cited | None:
    """The citation that a phrase without a name is: *a farming paper*, *online reports*; null where it is none."""
    found = _noun(said)
    low = plain(said).split()
    if found is None or low[0] == "this":  # this blog is the page's own
        return None
    kind, plural, topic = found
    back = low[0] in _DEFINITE and not plural
    why = f"The page cites “{said}” without saying which."
    return Cited(key=None, name=None, kind=kind, plural=plural, back=back, topic=topic, words=said, why=why)


def _last_named(kind: CitedKind, around: str, known: Mapping[str, str], own: Page | None) -> tuple[str, str] | None:
    """The outlet of that kind named last before *the radio*."""
    fitting = []
    for match in _NAME.finditer(around):
        found = _known_outlet(match[0], known)
        if found and not (own and any(same_outlet(found[1], n) for n in (own.outlet, own.host) if n)):
            sort = sort_of_outlet(found[1])
            if sort is None or kind in ("any", sort) or {kind, sort} <= {"portal", "paper", "blog"}:
                fitting.append((sort == kind, match.start(), found))
    return max(fitting)[2] if fitting else None


@functools.cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    def either(words: tuple[str, ...]) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))

    name = _NAME.pattern
    nouns = r"(?:[a-zà-ÿ]+\s+){0,2}"
    before = re.compile(
        rf"(?i:\b(?:{either((*_listing('told'), *_listing('by')))}))\s+(?i:the\s+|an?\s+)?{nouns}(?P<name>{name})"
    )
    after = re.compile(rf"(?P<name>{name})\s+(?:{either(_listing('after'))})\b")
    return before, after


def _around(hop: Hop, around: str, known: Mapping[str, str], own: Page | None) -> Cited | None:
    """An outlet that the sentence cites beside the speaker: *quoted by The Harbour Post*."""
    return next((cited for _, cited in outlets_beside(_sentence(hop, around), known, own)), None)


def outlets_beside(sentence: str, known: Mapping[str, str], own: Page | None) -> Iterator[tuple[int, Cited]]:
    """Outlets that a sentence cites by name, with a cue before or behind it, and where they stand."""
    for pattern in _cues():
        for match in pattern.finditer(sentence):
            found = _known_outlet(re.sub(r"^The\s+", "", match["name"]), known)
            if found is None:
                continue
            words = " ".join(match[0].split())
            cited = _named(*found, "any", match[0], f"The page has it from {found[1]}: “{words}”.")
            if not _is_own(cited, own):
                yield match.start("name"), cited


def _sentence(hop: Hop, around: str) -> str:
    """The sentence that the hop stands in: the last one that holds its words, else the last one."""
    parts = [part for part in _ENDS.split(around) if part.strip()]
    said = _first(hop)
    return next((part for part in reversed(parts) if said and said in part), parts[-1] if parts else "")


@functools.lru_cache(maxsize=10_000)
def sort_of_outlet(name: str) -> CitedKind | None:
    """What kind of outlet a name is: by the list, by its words (*Radio X*, *X Broadcasting*); null where open."""
    listed = Outlets().find(name)
    if listed is not None:
        return {"newspaper": "paper", "magazine": "paper", "social": "portal"}.get(listed.kind, listed.kind)  # type: ignore[return-value]
    if is_agency(name):
        return "agency"
    words = _WORD.findall(plain(name))
    kinds = [_NAME_KINDS[word] for word in words if word in _NAME_KINDS]
    return kinds[-1] if kinds else None


_NAME_KINDS: dict[str, CitedKind] = {
    "radio": "broadcaster", "tv": "broadcaster", "television": "broadcaster", "broadcasting": "broadcaster",
    "channel": "broadcaster", "fm": "broadcaster", "times": "paper", "post": "paper", "herald": "paper",
    "tribune": "paper", "gazette": "paper", "chronicle": "paper", "telegraph": "paper", "observer": "paper",
    "journal": "paper", "courier": "paper", "ledger": "paper", "examiner": "paper", "review": "paper",
    "echo": "paper", "daily": "paper", "weekly": "paper", "mail": "paper", "mirror": "paper", "star": "paper",
    "lantern": "paper", "blog": "blog", "online": "portal",
}  # fmt: skip


def fits(cited: Cited, page: Page) -> bool | None:
    """Whether an indefinite citation can mean a page's outlet: a broadcaster is no farming paper; null where open."""
    if cited.key is not None:
        return page.outlet is not None and outlet_key(page.outlet) == cited.key
    if cited.kind == "any":
        return None
    sort = sort_of_outlet(page.outlet or page.host or "")
    if sort is None:
        return None
    if cited.kind == sort:
        return True
    # papers have sites: a portal may be a paper's, and the other way round
    return None if {cited.kind, sort} <= {"portal", "paper", "blog"} else False
