"""Do two people hold one office? By its noun, by what it is an office of, and by ranks such as *deputy*."""

from __future__ import annotations

from sayso.origins.actors.bodies import compare_bodies, parse_body
from sayso.origins.actors.office_bodies import body_of
from sayso.origins.actors.offices import Office
from sayso.origins.actors.spelling import plain
from sayso.origins.actors.verdict import DIFFERENT, SAME, Compared
from sayso.origins.actors.words import in_one_set

#: pages are of one event from here on
ONE_EVENT = 0.5


def offices_agree(ours: tuple[Office, ...], theirs: tuple[Office, ...], affinity: float) -> Compared | None:
    """Whether two people hold one office; null where one page gives none. One office in common is enough."""
    found = [_one_office(a, b, affinity) for a in ours for b in theirs]
    return max(found, key=lambda one: (one.score, one.why)) if found else None


def _one_office(a: Office, b: Office, affinity: float) -> Compared:
    one, two = sorted((a.text, b.text))
    shown = f"“{one}” and “{two}”" if one != two else f"“{one}”"
    if a.noun != b.noun and not in_one_set("kindred_offices", a.noun, b.noun):
        return Compared(0.2, f"{shown} are different offices.")
    if ("former" in a.ranks) != ("former" in b.ranks) and affinity < ONE_EVENT:
        return Compared(0.4, f"Only one of {shown} is former.")
    if ("deputy" in a.ranks or "vice" in a.ranks) != ("deputy" in b.ranks or "vice" in b.ranks):
        return Compared(0.35, f"Only one of {shown} is a deputy.")
    if a.whose or b.whose:
        return Compared(0.45, f"Of {shown} it is open whose they are.")
    body_a, body_b = body_of(a) or a.of, body_of(b) or b.of
    if body_a and body_b:
        return _one_body(body_a, body_b, affinity, shown)
    if a.field and b.field and not a.field & b.field:
        return Compared(0.2, f"{shown} are offices of different fields.")
    if a.field & b.field:
        return Compared(0.85, f"Both pages give the office: {shown}.")
    if not (body_a or body_b or a.field or b.field) and a.noun == b.noun:
        return Compared(0.8, f"Both pages give the office: {shown}.")
    score = 0.78 if affinity >= ONE_EVENT else 0.5
    return Compared(score, f"One of {shown} can be short for the other.")


def _one_body(a: str, b: str, affinity: float, shown: str) -> Compared:
    found = compare_bodies(a, b, affinity=affinity)
    if plain(a) == plain(b) or found.score >= SAME:
        return Compared(0.9, f"Both pages give the office: {shown}.")
    # *the company's director* does not speak against *director of Minas del Ibias*
    if found.score <= DIFFERENT and parse_body(a).own and parse_body(b).own:
        return Compared(0.15, f"{shown} are offices of different bodies.")
    return Compared(0.5, f"{shown} may be one office.")
