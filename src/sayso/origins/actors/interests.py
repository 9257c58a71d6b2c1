"""Whom somebody speaks for: the ministry, army, party, company or body of the United Nations."""

from __future__ import annotations

import functools
import re

from sayso.nouns import Hop, Page
from sayso.origins.actors.bodies import compare_bodies, parse_body
from sayso.origins.actors.offices import Office, describes, names_of, offices_of
from sayso.origins.actors.persons import SAME, Compared
from sayso.origins.actors.spelling import plain
from sayso.origins.actors.words import class_of, countries, country_names, heads_of, interest_class, sets_of

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_HIS = re.compile(r"^(?:its|his|her|their|our|my|whose)\b", re.IGNORECASE)
_KIND_IS_BODY = frozenset({"organization", "outlet", "group"})
_GOVERNMENTS = frozenset({"government", "presidency", "parliament", "army", "navy", "embassy", "royal house"})


def speaks_for(hop: Hop, page: Page) -> tuple[str, ...]:
    """Names of the bodies that a hop's speaker belongs to, the one closest to what they say first.

    A body that speaks itself is its own; of *Deputy Interior Minister* it is the interior ministry; of *spokeswoman for
    the UN mission* the UN mission; of *mayor of Koper* the municipality of Koper. Nothing where the page does not say.
    """
    if hop.kind in ("unnamed", "document") or hop.type == "document":
        return ()
    found: dict[str, None] = {}
    if hop.type in _KIND_IS_BODY or hop.kind in ("group", "outlet"):
        for name in _own_names(hop):
            found[name] = None
        if found:
            return tuple(found)
    for office in sorted(offices_of(hop), key=lambda o: -_telling(o)):
        body = body_of(office)
        if body is not None:
            found[body] = None
    return tuple(found)


def _own_names(hop: Hop) -> list[str]:
    named = list(names_of(hop))
    if named:
        return named
    for name in (hop.name, *hop.names):
        if name and describes(name) and parse_body(name).heads and plain(name) not in ("it", "they"):
            return [_ARTICLE.sub("", parse_body(name).text)]
    return []


def _telling(office: Office) -> int:
    """What says most comes first: an office with its body, then one with its field."""
    return 2 * (office.of is not None) + (len(office.field) > 0)


def body_of(office: Office) -> str | None:
    """The body that an office speaks for, by the words of the office; null where it does not tell."""
    of = _body_words(office.of)
    country = _country(office)
    if office.noun in ("minister", "secretary") and (ministry := _ministry(office)) is not None:
        return _with(ministry, country)
    kind = interest_class("bodies").get(office.noun)
    if of is not None and _is_body(of):
        return of
    own = _before(office)
    if own is not None:
        return _with(own, country) if not parse_body(own).countries else own
    if kind in _GOVERNMENTS and country:
        return _with(kind, country)
    if kind and of is not None and office.tie in ("of", "'s", "for", "in"):
        return f"{kind} of {of}"
    if of is not None and office.tie in ("of", "'s", "for", "from", "at", "with"):
        known = office.noun in interest_class("speakers") or kind is not None
        return of if known and not _person(of) else None
    return kind if kind in ("army", "navy", "police", "fire service", "peacekeepers") else None


def _body_words(of: str | None) -> str | None:
    if of is None or _HIS.match(of):
        return None
    short = re.split(r",|\s(?:who|which|that)\s|\s\d", of)[0].strip()
    return _ARTICLE.sub("", short) or None


def _person(of: str) -> bool:
    from sayso.origins.actors.names import sort_of

    return sort_of(of) == "person" and not parse_body(of).heads


def _is_body(of: str) -> bool:
    body = parse_body(of)
    return bool(body.heads or body.known or body.acronym) or any(
        word in _organisation_words() for word in plain(of).split()
    )


@functools.cache
def _organisation_words() -> frozenset[str]:
    from sayso.lexicon import load

    return frozenset(str(word) for word in load("names.yaml")["organisation_words"]["words"]) - {"house", "lines"}


def _before(office: Office) -> str | None:
    """*coast guard Commander*, *hospital spokesman*, *UN spokesman*: the body named before the office."""
    words = [word for word in office.words if plain(word) not in office.ranks]
    if not words:
        return None
    text = " ".join(words)
    body = parse_body(text)
    if (
        plain(words[-1]) in class_of("generic_heads")
        or body.known
        or body.acronym
        or plain(words[-1]) in _organisation_words()
        or plain(words[-1]) in heads_of("groups")
    ):
        return text
    named = [word for word in words if word[0].isupper()]
    if named and interest_class("speakers").get(office.noun) in ("spokesperson", "head", "lawyer"):
        return text if plain(text) not in countries() else None
    return None


def _ministry(office: Office) -> str | None:
    """*interior ministry* of *Deputy Interior Minister* and of *Minister of the Interior*."""
    fields = [word for word in office.words if plain(word) not in office.ranks and plain(word) not in countries()]
    fields = [plain(word) for word in fields if plain(word) not in ("state", "government")]
    text = " ".join(fields)
    if office.noun == "secretary":
        return interest_class("secretaries").get(text) or (
            interest_class("secretaries").get(plain(office.of or "")) if not text else None
        )
    if not text and office.of and office.tie in ("of", "for"):
        text = re.sub(r"^the\s+", "", plain(re.split(r"\s+of\s+", office.of)[0]))
        text = "" if text in countries() else text
    if not text:
        return None
    return f"{interest_class('ministries').get(text, text)} ministry"


def _country(office: Office) -> str | None:
    """The code of the country named with an office."""
    found = parse_body(" ".join((*office.words, office.noun, "of", office.of or ""))).countries
    return min(found) if len(found) == 1 else None


def _with(body: str | None, country: str | None) -> str:
    body = body or ""
    return f"{body} of {country_names()[country]}" if country and country in country_names() else body


def interest(hop: Hop, page: Page) -> str | None:
    """The body that a hop speaks for, in a form that is the same for all who speak for it; null where unknown.

    A ministry with its country where the page names it (*interior ministry of Georgia*); a body known by several names
    by the first of them (*united nations*); otherwise the name itself, without article.
    """
    bodies = speaks_for(hop, page)
    if not bodies:
        return None
    return standard(bodies[0])


@functools.lru_cache(maxsize=20_000)
def standard(body: str) -> str:
    """One form for the names of one body: *Georgia's interior ministry* and *Interior Ministry of Georgia*."""
    parsed = parse_body(body)
    if parsed.known:
        number = min(parsed.known)
        first = next(word for word, numbers in sets_of("known_bodies").items() if number in numbers)
        return first
    low = plain(_ARTICLE.sub("", parsed.text))
    if parsed.countries and parsed.heads and len(parsed.countries) == 1:
        rest = _without_country(low)
        ministry = re.fullmatch(r"ministry (?:of|for) (?:the )?(.+)", rest)
        if ministry:
            rest = f"{interest_class('ministries').get(ministry[1], ministry[1])} ministry"
        return f"{rest} of {country_names()[min(parsed.countries)]}" if rest else low
    ministry = re.fullmatch(r"ministry (?:of|for) (?:the )?(.+)", low)
    if ministry:
        return f"{interest_class('ministries').get(ministry[1], ministry[1])} ministry"
    bare = _ARTICLE.sub("", parsed.text)
    return bare if parsed.named or sum(letter.isupper() for letter in bare) > 1 else low


def _without_country(low: str) -> str:
    for word in sorted(countries(), key=len, reverse=True):
        bare = plain(word)
        if bare in low:
            low = re.sub(rf"(?:\b(?:of|in|for)\s+(?:the\s+)?)?(?<![\w-]){re.escape(bare)}(?![\w-])(?:['’]s)?", " ", low)
    return " ".join(low.split())


def same_body(hop_a: Hop, page_a: Page, hop_b: Hop, page_b: Page, *, affinity: float) -> Compared:
    """Whether two hops speak for one body: *the coast guard* and *coast guard Commander Ariel Montecillo*.

    Args:
        hop_a: a speaker.
        page_a: the page that it stands on.
        hop_b: another speaker.
        page_b: its page.
        affinity: how sure it is that both pages tell of one event.
    """
    ours, theirs = speaks_for(hop_a, page_a), speaks_for(hop_b, page_b)
    if not ours or not theirs:
        return Compared(0.3, "The pages do not say for whom both speak.")
    pairs = [(compare_bodies(a, b, affinity=affinity), a, b) for a in ours for b in theirs]
    best, a, b = max(pairs, key=lambda found: (found[0].score, found[1], found[2]))
    if best.score >= SAME:
        return Compared(best.score, f"Both speak for {a}." if plain(a) == plain(b) else best.why)
    return best
