"""Two names, of persons or of bodies: can they be one actor's?"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import Literal

from sayso.origins.actors.bodies import compare_bodies, parse_body
from sayso.origins.actors.offices import describes, parse_office
from sayso.origins.actors.outlets import listed, made_like_an_outlet, same_outlet
from sayso.origins.actors.person_names import parse_person
from sayso.origins.actors.persons import compare_persons
from sayso.origins.actors.spelling import plain
from sayso.origins.actors.verdict import Compared
from sayso.origins.actors.words import class_of, given_names, offices, titles

Sort = Literal["person", "body", "outlet"]
#: two names of bodies that are one but for the legal form
_ONE_NAME = 0.95
#: *Abdullah II*
_REGNAL = re.compile(r"^[^\d,]{2,30}\s(?:II|III|IV|VI|VII|VIII|IX|XI|XII|XIII|XIV|XV|XVI)\b(?:\s+of\s+[\w ]+)?$")


@functools.lru_cache(maxsize=50_000)
def sort_of(name: str) -> Sort:
    """What a bare name looks like: a person's, an outlet's, or another body's."""
    body = parse_body(name)
    if body.known or body.acronym or not body.named:
        return "body" if not listed(name) else "outlet"
    person = parse_person(name)
    if _REGNAL.search(name):
        return "person"
    if not set(person.titles).isdisjoint(titles() | offices() | class_of("people_nouns")) or (
        person.parts and person.parts[0] in given_names() and not body.heads
    ):
        return "person"
    if listed(name) or made_like_an_outlet(name):
        return "outlet"
    if body.heads or body.countries:
        return "body"
    words = plain(name).split()
    if words and words[-1].rstrip(".") in class_of("legal_forms"):
        return "body"
    return "body" if words[:1] == ["the"] or not 1 <= len(person.parts) <= 6 else "person"


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
    if ("outlet" in sorts or (sort == "body" and (listed(a) or listed(b)))) and (found := _outlets(a, b)) is not None:
        return found
    if not sort and "outlet" not in sorts and describes(a) != describes(b) and _person_beside(a, b):
        one, two = sorted((a, b))
        return Compared(0.3, f"Of “{one}” and “{two}” one is a name and the other a description.")
    if sort == "person" or set(sorts) == {"person"}:
        return compare_persons(a, b, affinity=affinity, others=rest)
    if "person" in sorts:
        return _mixed(a, b, affinity, rest)
    # somebody of the union is no rival of the union
    rest = tuple(name for name in rest if sort_of(name) != "person")
    found = compare_bodies(a, b, affinity=affinity, others=rest)
    if found.score > 0.35 and made_like_an_outlet(a) != made_like_an_outlet(b) and plain(a) != plain(b):
        one, two = sorted((a, b))
        return Compared(0.35, f"Only one of “{one}” and “{two}” is made like an outlet's name.")
    return found


def _person_beside(a: str, b: str) -> bool:
    """Whether an office stands beside what looks like a person's name: *Minister of Health* and *Ana Vell*."""
    name, office = (b, a) if describes(a) else (a, b)
    return sort_of(name) == "person" and parse_office(office) is not None


def _mixed(a: str, b: str, affinity: float, others: tuple[str, ...]) -> Compared:
    """One looks like a person's name, the other like a body's: a single word may be either."""
    bodies = compare_bodies(a, b, affinity=affinity, others=others)
    given = any(parse_person(name).parts[:1] and parse_person(name).parts[0] in given_names() for name in (a, b))
    if (
        plain(a) == plain(b)
        or (bodies.score >= _ONE_NAME and not given)
        or any(len(parse_person(name).parts) == 1 and not parse_person(name).titles for name in (a, b))
    ):
        return bodies
    one, two = sorted((a, b))
    return Compared(min(bodies.score, 0.2), f"Of “{one}” and “{two}” one is a person's name and the other a body's.")


def _outlets(a: str, b: str) -> Compared | None:
    """Two names of outlets: by the list, or by their keys; null where neither tells."""
    one, two = listed(a), listed(b)
    if one and two:
        if one.name == two.name:
            return Compared(0.97, f"“{a}” and “{b}” are names of {one.name}.")
        return Compared(0.03, f"“{a}” and “{b}” are two outlets, {one.name} and {two.name}.")
    if same_outlet(a, b):
        return Compared(0.93, f"“{a}” and “{b}” are one outlet's name, written in two ways.")
    known = one or two
    short = any(parse_body(name).acronym for name in (a, b))
    if known is not None and not short and parse_body(a).own != parse_body(b).own:
        return Compared(0.2, f"“{known.name}” is an outlet, and “{b if one else a}” is not its name.")
    return None
