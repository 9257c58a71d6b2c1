"""Two names, of persons or of bodies: can they be one actor's?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from sayso.origins.actors.bodies import compare_bodies, parse_body
from sayso.origins.actors.outlets import listed, made_like_an_outlet, outlet_key
from sayso.origins.actors.persons import Compared, compare_persons, parse_person
from sayso.origins.actors.spelling import plain
from sayso.origins.actors.words import given_names, offices, titles

Sort = Literal["person", "body", "outlet"]


def sort_of(name: str) -> Sort:
    """What a bare name looks like: a person's, an outlet's, or another body's."""
    body = parse_body(name)
    if body.known or body.acronym or not body.named:
        return "body" if not listed(name) else "outlet"
    person = parse_person(name)
    if not set(person.titles).isdisjoint(titles() | offices()) or (
        person.parts and person.parts[0] in given_names() and not body.heads
    ):
        return "person"
    if listed(name) or made_like_an_outlet(name):
        return "outlet"
    if body.heads or body.countries:
        return "body"
    first = plain(name).split()[:1]
    return "body" if first == ["the"] or not 1 <= len(person.parts) <= 6 else "person"


def compare_names(
    a: str,
    b: str,
    *,
    sort: Sort | None = None,
    affinity: float = 0.0,
    others: Iterable[str] = (),
) -> Compared:
    """Whether two names can be one actor's, by their words alone.

    Args:
        a: a name as it stands in a text, titles and all.
        b: another one.
        sort: whose names they are, where that is known; by their looks otherwise.
        affinity: in [0, 1], how sure it is that both stand in texts on one event. A surname alone, or *the agency*,
            means something only within one.
        others: further names in those texts, for whether a surname or a common noun is unique there.

    Returns:
        A score in [0, 1] (from .75 on: one actor; up to .25: two) and the reason, a sentence.
    """
    sorts = (sort,) * 2 if sort else (sort_of(a), sort_of(b))
    rest = tuple(sorted(set(others) - {a, b}))
    if "outlet" in sorts and (found := _outlets(a, b)) is not None:
        return found
    if sorts == ("person", "person"):
        return compare_persons(a, b, affinity=affinity, others=rest)
    if "person" in sorts and not sort:
        both = (
            compare_persons(a, b, affinity=affinity, others=rest),
            compare_bodies(a, b, affinity=affinity, others=rest),
        )
        if plain(a) == plain(b):
            return max(both)
        low = min(both)
        return Compared(min(low.score, 0.4), low.why)
    return compare_bodies(a, b, affinity=affinity, others=rest)


def _outlets(a: str, b: str) -> Compared | None:
    """Two names of outlets: by the list, or by their keys; null where neither tells."""
    one, two = listed(a), listed(b)
    if one and two:
        if one.name == two.name:
            return Compared(0.97, f"“{a}” and “{b}” are names of {one.name}.")
        return Compared(0.03, f"“{a}” and “{b}” are two outlets, {one.name} and {two.name}.")
    if outlet_key(a) == outlet_key(b):
        return Compared(0.93, f"“{a}” and “{b}” are one outlet's name, written in two ways.")
    return None
