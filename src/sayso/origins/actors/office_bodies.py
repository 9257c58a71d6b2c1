"""The body that an office belongs to: *interior ministry* of *Deputy Interior Minister*, *UN* of *UN spokesman*."""

from __future__ import annotations

import functools
import re

from sayso.lexicon import load
from sayso.nouns import Hop
from sayso.origins.actors.bodies import parse_body
from sayso.origins.actors.names import sort_of
from sayso.origins.actors.offices import Office, names_of, said_of
from sayso.origins.actors.person_names import parse_person
from sayso.origins.actors.spelling import plain
from sayso.origins.actors.words import class_of, countries, country_names, given_names, heads_of, interest_class

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_HIS = re.compile(r"^(?:its|his|her|their|our|my|whose)\b", re.IGNORECASE)
_GOVERNMENTS = frozenset({"government", "presidency", "parliament", "army", "navy", "embassy", "royal house"})
#: bodies that there is one of, so that they need no name beside them
_ALONE = frozenset({"navy", "police", "fire service", "peacekeepers", "prosecutors", "customs"})
_BELONGS = ("of", "'s", "for", "from")
_TIED = re.compile(r"^,?\s*(?:of|for|from)\s+(?P<of>.+)$")
_LEADS = re.compile(
    r"\b(?:who|which)\s+(?:also\s+)?(?:heads|leads|runs|commands|chairs|directs|represents|manages|speaks for|"
    r"works for|owns|founded|presides over|oversees)\s+(?P<of>[^,.;]+)"
)


def body_of(office: Office) -> str | None:
    """The body that an office speaks for, by the words of the office; null where it does not tell."""
    of = without_article(office.of)
    country = _country(office)
    if office.noun in ("minister", "secretary") and (ministry := _ministry(office)) is not None:
        return _with(ministry, country)
    kind = interest_class("bodies").get(office.noun)
    if of is not None and is_body(of) and not (kind and _is_place(of)):
        return of if office.tie in _BELONGS or not _is_place(of) else None
    own = _before(office)
    if own is not None:
        placed = of is not None and of[0].isupper() and office.tie in ("in", "at")
        where = f"{own} in {of}" if placed else own
        return _with(own, country) if country and not parse_body(own).countries else where
    if kind in _GOVERNMENTS and country:
        return _with(kind, country)
    if kind and of is not None and office.tie in (*_BELONGS, "in"):
        return f"{kind} of {of}"
    if of is not None and office.tie in _BELONGS:
        known = interest_class("speakers").get(office.noun, kind)
        one_word = known in ("spokesperson", "lawyer", "adviser") and len(of.split()) == 1
        return of if known and not one_word and not _is_person(of) and not _is_place(of) else None
    return kind if kind in _ALONE else None


def ties_of(hop: Hop) -> tuple[str, ...]:
    """Bodies that a page ties to somebody's name: *Annika Thorsen of the United Nations*, *who heads the Count*."""
    found: dict[str, None] = {}
    for said in said_of(hop):
        for name in names_of(hop):
            at = said.find(name)
            tied = _TIED.match(said[at + len(name) :]) if at >= 0 else None
            if tied and (of := without_article(tied["of"])) and is_body(of) and not _is_place(of):
                found[of] = None
        led = _LEADS.search(said)
        if led and (of := without_article(led["of"])) and not _is_place(of) and (is_body(of) or _is_named(of)):
            found[of] = None
    return tuple(found)


def without_article(of: str | None) -> str | None:
    """A body's name without article, apposition and clause; null of *its union*, since that is nobody's name."""
    if of is None or _HIS.match(of):
        return None
    short = re.split(r",|\s(?:who|which|that)\s|\s\d", of)[0].strip()
    # *parliament for Saint-Louis* is a parliament; *Institute for Transport Economics* is a name
    body, tie, _ = short.partition(" for ")
    if tie and body == body.lower() and is_body(body):
        short = body
    return _ARTICLE.sub("", short) or None


def is_body(of: str) -> bool:
    """Whether a phrase is a body by its words."""
    body = parse_body(of)
    return bool(body.heads or body.known or body.acronym) or any(word in _body_words() for word in plain(of).split())


def _is_named(of: str) -> bool:
    return parse_body(of).named and not _is_person(of)


def _is_person(of: str) -> bool:
    """Whether a phrase is surely a person's name: two capital words may be a company's."""
    parts = parse_person(of).parts
    return sort_of(of) == "person" and bool(parts) and parts[0] in given_names() and not parse_body(of).heads


def _is_place(of: str) -> bool:
    """*the town*, *Cebu City*: where somebody is and not whom they speak for."""
    words = plain(of).split()
    return bool(words) and words[-1] in class_of("settlements")


@functools.cache
def _body_words() -> frozenset[str]:
    words = frozenset(str(word) for word in load("names.yaml")["organisation_words"]["words"])
    return words - class_of("trades_and_goods")


def _before(office: Office) -> str | None:
    """*coast guard Commander*, *hospital spokesman*, *UN spokesman*: the body named before the office."""
    words = [word for word in office.words if plain(word) not in office.ranks]
    while words and (words[0].lower() in class_of("articles") or words[0].lower() in class_of("numbers")):
        words = words[1:]
    if not words:
        return None
    text, last = " ".join(words), plain(words[-1])
    body = parse_body(text)
    if last in class_of("generic_heads") - class_of("settlements") | heads_of("groups") | _body_words():
        return text
    if body.known or body.acronym:
        return text
    named = [word for word in words if word[0].isupper()]
    if named and interest_class("speakers").get(office.noun) in ("spokesperson", "head", "lawyer"):
        return text if plain(text) not in countries() else None
    return None


def _ministry(office: Office) -> str | None:
    """*interior ministry* of *Deputy Interior Minister* and of *Minister of the Interior*."""
    fields = [plain(word) for word in office.words if plain(word) not in office.ranks]
    fields = [word for word in fields if word not in countries() and word not in ("state", "government", "the")]
    text = " ".join(fields)
    named = interest_class("ministries")
    if office.noun == "secretary":
        led = interest_class("secretaries")
        return led.get(text) or (led.get(plain(office.of or "")) if not text else None)
    if not text and office.of and office.tie in ("of", "for"):
        text = re.sub(r"^the\s+", "", plain(re.split(r"\s+of\s+", office.of)[0]))
        text = "" if text in countries() else text
    return f"{named.get(text, text)} ministry" if text else None


def _country(office: Office) -> str | None:
    """The code of the country named with an office."""
    found = parse_body(" ".join((*office.words, office.noun, "of", office.of or ""))).countries
    return min(found) if len(found) == 1 else None


def _with(body: str, country: str | None) -> str:
    return f"{body} of {country_names()[country]}" if country and country in country_names() else body
