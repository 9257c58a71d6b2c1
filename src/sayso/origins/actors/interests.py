"""Whom somebody speaks for: the ministry, army, party, company or body of the United Nations."""

from __future__ import annotations

import functools
import re

from sayso.nouns import Hop, Page
from sayso.origins.actors.bodies import compare_bodies, parse_body
from sayso.origins.actors.office_bodies import body_of, ties_of, without_article
from sayso.origins.actors.offices import Office, describes, names_of, offices_of, said_of
from sayso.origins.actors.spelling import plain
from sayso.origins.actors.verdict import SAME, Compared
from sayso.origins.actors.words import countries, country_names, interest_class, sets_of

_BODIES = frozenset({"organization", "outlet", "group", "place"})
_MINISTRY = re.compile(r"ministry (?:of|for) (?:the )?(.+)")


def speaks_for(hop: Hop, page: Page) -> tuple[str, ...]:
    """Names of the bodies that a hop's speaker belongs to, the one closest to what they say first.

    A body that speaks itself is its own; of *Deputy Interior Minister* it is the interior ministry; of *spokeswoman for
    the UN mission* the UN mission; of *mayor of Koper* the municipality of Koper. Nothing where the page does not say.
    """
    if hop.kind in ("unnamed", "document") or hop.type == "document":
        return ()
    single = hop.kind in ("role", "anonymous")
    found: dict[str, str] = {}
    if not single and (hop.type in _BODIES or (hop.type is None and hop.kind == "group") or _is_group(hop)):
        for name in _own_names(hop):
            found.setdefault(plain(name), name)
    if not found:
        by_office = (body_of(office) for office in sorted(offices_of(hop), key=lambda o: -_telling(o)))
        for body in (*ties_of(hop), *by_office):
            if body is not None:
                found.setdefault(plain(body), body)
    return tuple(found.values())


def _is_group(hop: Hop) -> bool:
    """*Mr Benítez's party*, taken for a person."""
    return any(describes(said) and parse_body(said).heads and not offices_of(hop) for said in said_of(hop))


def _own_names(hop: Hop) -> list[str]:
    """A body's own names, in full first; of one without a name its description."""
    named = [without_article(parse_body(name).text) or name for name in names_of(hop)]
    if named:
        # the entity's name may be cut: *Paraná Basin* of *the Paraná Basin Grain Board*
        full = [name for name in named if name.startswith(named[0]) and parse_body(name).heads]
        first = max(full, key=len) if full and not parse_body(named[0]).heads else named[0]
        return list(dict.fromkeys((first, *named)))
    for said in said_of(hop):
        body = parse_body(said)
        if describes(said) and body.heads:
            own = without_article(body.text) or body.text
            begins = bool(hop.text) and (hop.text or "").startswith(own)
            return [_small(own) if begins else own]
    return []


def _small(text: str) -> str:
    """Without the capital that a word has only since it begins a sentence: *Prosecutors*, not *Italian prosecutors*."""
    first = text.split()[0]
    proper = "'" in plain(first) or plain(first) in countries() or sum(c.isupper() for c in text) > 1
    return text if proper else text[:1].lower() + text[1:]


def _telling(office: Office) -> int:
    """What says most comes first: an office with its body, then one with its field."""
    return 2 * (office.of is not None) + (len(office.field) > 0)


def interest(hop: Hop, page: Page) -> str | None:
    """The body that a hop speaks for, in a form that is the same for all who speak for it; null where unknown.

    A ministry with its country where the page names it (*interior ministry of Georgia*); a body known by several names
    by the first of them (*United Nations*); otherwise the name itself, without article.
    """
    bodies = speaks_for(hop, page)
    return standard(bodies[0]) if bodies else None


@functools.lru_cache(maxsize=20_000)
def standard(body: str) -> str:
    """One form for the names of one body: *Georgia's interior ministry* and *Interior Ministry of Georgia*."""
    parsed = parse_body(body)
    if parsed.known:
        number = min(parsed.known)
        return _shown(next(word for word, numbers in sets_of("known_bodies").items() if number in numbers))
    bare = without_article(parsed.text) or parsed.text
    low = plain(bare)
    if parsed.heads and len(parsed.countries) == 1:
        rest = _without_country(low)
        return f"{_ministry(rest)} of {country_names()[min(parsed.countries)]}" if rest else low
    return _ministry(low) if _MINISTRY.fullmatch(low) else bare


def _ministry(low: str) -> str:
    found = _MINISTRY.fullmatch(low)
    return f"{interest_class('ministries').get(found[1], found[1])} ministry" if found else low


_SMALL = frozenset({"of", "for", "and", "in", "on", "the", "to"})


def _shown(name: str) -> str:
    """A folded name of the lexicon as it is printed: *United Nations*."""
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in name.split())


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
    if best.score >= SAME and plain(a) == plain(b):
        return Compared(best.score, f"Both speak for {a}.")
    return best
