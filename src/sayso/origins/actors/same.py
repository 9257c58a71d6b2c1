"""Are the speakers of two statements one actor? A judgement with a reason, never a merge."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from itertools import islice, product

import msgspec

from sayso.nouns import ActorLink, Hop, Page
from sayso.origins.actors.bodies import parse_body
from sayso.origins.actors.nameless import (
    both,
    compare_descriptions,
    compare_documents,
    compare_name_and_office,
    shown_as,
)
from sayso.origins.actors.names import Sort, compare_names, sort_of
from sayso.origins.actors.offices import describes, maker_of, names_of, offices_of, said_of
from sayso.origins.actors.outlets import outlet_key, same_outlet
from sayso.origins.actors.posts import ONE_EVENT, offices_agree
from sayso.origins.actors.verdict import DIFFERENT, SAME, Compared, told_of
from sayso.origins.neighbour import actor_key

#: bodies and persons are known by type; a place may be a body that was taken for one
_BODIES = frozenset({"organization", "group", "place"})
#: so many names of a body are compared with those of another
_FULLEST = 5
#: so many further names of two pages are looked at
_OTHERS = 100


def actor_of(hop: Hop, page: Page) -> str:
    """The key of a hop's actor: ``document#entity``, of one that is no entity ``document#attribution``."""
    return actor_key(page.document, hop)


def one_speaker(hops: Sequence[Hop]) -> Hop:
    """The hops of one actor of one page as one: with all names and roles that any of them gives, in order.

    *The company* of one sentence and *Pontica Storage* of the next are one entity of the page, and what another page
    calls its company may be either.
    """
    first = next((hop for hop in hops if hop.kind == "named"), hops[0])
    names = tuple(dict.fromkeys(name for hop in (first, *hops) for name in hop.names))
    roles = tuple(dict.fromkeys(role for hop in (first, *hops) for role in hop.roles))
    return msgspec.structs.replace(first, names=names, roles=roles)


def same_actor(
    hop_a: Hop,
    page_a: Page,
    hop_b: Hop,
    page_b: Page,
    *,
    affinity: float,
    heard: tuple[str | None, str | None] = (None, None),
    others: Iterable[str] = (),
) -> ActorLink:
    """Whether two hops have one speaker.

    Args:
        hop_a: a speaker.
        page_a: the page it stands on.
        hop_b: another one.
        page_b: its page.
        affinity: in [0, 1], how sure it is that both pages tell of one event.
        heard: for each, the outlet that the chain cites (:func:`cited_outlet`): for an unnamed source the one of an
            outer hop, to which it spoke; for *the radio* the one that the hop itself means.
        others: further names on the two pages: a surname that two people bear does not tell which of them is meant.

    Returns:
        A link of the actors (:func:`actor_of`, in text order), *same* from a score of .75 on, *different* up to .25
        and *unsure* between. ``score`` says how sure the judgement is: that of *different* is one less the likelihood
        of being one.
    """
    a, b = actor_of(hop_a, page_a), actor_of(hop_b, page_b)
    if a > b:
        return same_actor(hop_b, page_b, hop_a, page_a, affinity=affinity, heard=(heard[1], heard[0]), others=others)
    if a == b:
        return ActorLink(a=a, b=b, kind="same", score=1.0, why="The page itself speaks of one and the same.")
    found = _compared(hop_a, page_a, hop_b, page_b, affinity, heard, tuple(islice(others, _OTHERS)))
    score = round(min(max(found.score, 0.0), 1.0), 3)
    if score >= SAME:
        return ActorLink(a=a, b=b, kind="same", score=score, why=found.why)
    if score <= DIFFERENT:
        return ActorLink(a=a, b=b, kind="different", score=round(1 - score, 3), why=found.why)
    return ActorLink(a=a, b=b, kind="unsure", score=score, why=found.why)


def _compared(
    hop_a: Hop,
    page_a: Page,
    hop_b: Hop,
    page_b: Page,
    affinity: float,
    heard: tuple[str | None, str | None],
    others: tuple[str, ...],
) -> Compared:
    if "unnamed" in (hop_a.kind, hop_b.kind) or not (said_of(hop_a) and said_of(hop_b)):
        return Compared(0.3, "At least one page does not say who its source is.")
    outlets = [_is_outlet(hop) for hop in (hop_a, hop_b)]
    if any(outlets):
        found = _outlets(hop_a, hop_b, heard)
        alone = found.score < SAME and not all(outlets)
        return Compared(0.1, "Only one of the two sources is an outlet.") if alone else found
    documents = [hop.kind == "document" or hop.type == "document" for hop in (hop_a, hop_b)]
    if all(documents):
        return compare_documents(hop_a, hop_b, affinity)
    if any(documents):
        return _maker(*((hop_a, hop_b) if documents[0] else (hop_b, hop_a)), affinity)
    sorts = [_sort(hop) for hop in (hop_a, hop_b)]
    if sorts[0] != sorts[1]:
        return _across(hop_a, hop_b)
    names_a, names_b = names_of(hop_a), names_of(hop_b)
    if sorts[0] == "body":
        named = bool(names_a and names_b)
        ours, theirs = (names_a, names_b) if named else (said_of(hop_a), said_of(hop_b))
        return _bodies(ours, theirs, named, affinity, others)
    if names_a and names_b:
        return _persons(hop_a, hop_b, names_a, names_b, affinity, others)
    if names_a or names_b:
        return compare_name_and_office(hop_a, hop_b, affinity)
    return compare_descriptions(hop_a, page_a, hop_b, page_b, affinity, heard)


def _maker(document: Hop, speaker: Hop, affinity: float) -> Compared:
    """*a statement by the owner, Pontica Storage* is what Pontica Storage says."""
    names = names_of(speaker)
    sort = _sort(speaker)
    if sort == "body":
        names = names or said_of(speaker)
    maker = next((made for said in said_of(document) if (made := maker_of(said))), None)
    if maker is None or not names:
        return Compared(0.1, "One source is a document, the other somebody who speaks.")
    if sort == "person" and describes(maker):
        return Compared(0.3, f"“{shown_as(document)}” need not be what {names[0]} says.")
    found = max((compare_names(maker, n, sort=sort, affinity=affinity) for n in names), key=lambda f: (f.score, f.why))
    if found.score >= SAME:
        return Compared(min(found.score, 0.9), f"“{shown_as(document)}” is what {names[0]} says.")
    return Compared(min(max(found.score, 0.3), 0.5), f"“{shown_as(document)}” need not be what {names[0]} says.")


def _is_outlet(hop: Hop) -> bool:
    return hop.kind == "outlet" or hop.type == "outlet"


@functools.lru_cache(maxsize=4_096)
def _sort(hop: Hop) -> Sort:
    """Whether a body or a person speaks: by the words first, since types are guessed, then by type and kind."""
    names = names_of(hop)
    if hop.type == "person":
        looks = sort_of(names[0]) if names else "person"
        return "body" if looks == "body" and parse_body(names[0]).heads else "person"
    if hop.type in _BODIES:
        single = hop.kind == "role" or (hop.kind == "anonymous" and not names)
        return "person" if single else "body"
    return "body" if hop.kind == "group" else "person"


def _outlets(hop_a: Hop, hop_b: Hop, heard: tuple[str | None, str | None]) -> Compared:
    """By any of the names, since *the portal Quillon Daily* may stand beside *Quillon Daily*."""
    ours, theirs = (
        [name for name in said_of(hop) if not describes(name)] or ([meant] if meant and _is_outlet(hop) else [])
        for hop, meant in zip((hop_a, hop_b), heard, strict=True)
    )
    if not ours or not theirs:
        return Compared(0.4, f"{both(shown_as(hop_a), shown_as(hop_b))} do not both name their outlet.")
    shown = both(ours[0], theirs[0])
    if any(same_outlet(a, b) for a in ours for b in theirs):
        return Compared(0.95, f"{shown} are one outlet." if ours[0] != theirs[0] else f"Both are {ours[0]}.")
    return Compared(0.04, f"{shown} are two outlets.")


def _across(hop_a: Hop, hop_b: Hop) -> Compared:
    a, b = shown_as(hop_a), shown_as(hop_b)
    if outlet_key(a) == outlet_key(b) and names_of(hop_a) and names_of(hop_b):
        return Compared(0.85, told_of(min(a, b), max(a, b), "are one name"))
    return Compared(0.1, f"Of {both(a, b)} one is a body and the other a person.")


def _bodies(
    ours: tuple[str, ...], theirs: tuple[str, ...], named: bool, affinity: float, others: tuple[str, ...]
) -> Compared:
    """Two bodies, by the names that agree best; names that are surely two bodies' weigh more than a short form."""
    rest = tuple(name for name in others if name not in ours and name not in theirs)
    pairs = product(ours[:_FULLEST], theirs[:_FULLEST])
    found = [compare_names(a, b, sort="body", affinity=affinity, others=rest) for a, b in pairs]
    best = max(found, key=lambda one: (one.score, one.why))
    worst = min(found, key=lambda one: (one.score, one.why))
    return worst if named and worst.score < 0.05 and best.score < 0.9 else best


def _persons(
    hop_a: Hop,
    hop_b: Hop,
    names_a: tuple[str, ...],
    names_b: tuple[str, ...],
    affinity: float,
    others: tuple[str, ...],
) -> Compared:
    """Two persons with names: by the fullest name of each, then by what they are."""
    rest = tuple(name for name in others if name not in names_a and name not in names_b)
    found = compare_names(names_a[0], names_b[0], sort="person", affinity=affinity, others=rest)
    agree = offices_agree(offices_of(hop_a), offices_of(hop_b), affinity)
    if found.score <= DIFFERENT or agree is None:
        return found
    if agree.score >= SAME:
        raised = found.score + (1 - found.score) * 0.5
        return Compared(round(min(raised, 0.99), 3), f"{found.why[:-1]}; {_lower(agree.why)}")
    if agree.score <= DIFFERENT and affinity < ONE_EVENT:
        # people change offices, and a full name that is rare outweighs one that differs
        kept = 0.88 if found.score >= 0.9 else 0.75
        return Compared(round(found.score * kept, 3), f"{found.why[:-1]}, but {_lower(agree.why)}")
    return found


def _lower(sentence: str) -> str:
    first = sentence.split(" ", 1)[0]
    return sentence if first.isupper() and len(first) > 1 else sentence[:1].lower() + sentence[1:]
