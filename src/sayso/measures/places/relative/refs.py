"""What a match tells a place from: the anchor, the border or the coast that its groups name."""

from __future__ import annotations

import re

from sayso.measures.places.relative.masked import Masked
from sayso.measures.places.relative.phrase import Ref, Target
from sayso.measures.places.relative.words import is_word

#: the groups of :func:`.grammar.border` and :func:`.grammar.coast` that name whose line it is
BORDER = ("one", "two", "with", "of", "and")
COAST = ("whose", "adjective", "of")


def group_of(match: re.Match[str], name: str) -> str | None:
    """A group that this pattern may lack."""
    return match[name] if name in match.re.groupindex else None


def anchor_of(masked: Masked, match: re.Match[str], p: str) -> Ref | None:
    """The anchor of :func:`.grammar.anchor` with this prefix."""

    def named(group: str) -> Ref | None:
        if group_of(match, p + group) is None:
            return None
        place = masked.names.get(match.start(p + group))
        return None if place is None else Ref("name", place.text, place)

    if ref := named("name"):
        inside = masked.names.get(match.start(p + "inside")) if group_of(match, p + "inside") else None
        return Ref("name", ref.words, ref.place, inside)
    for group in ("capital_of", "capital_whose", "capital_adjective"):
        if words := group_of(match, p + group):
            place = masked.names.get(match.start(p + group))
            return Ref("capital", place.text if place else words, place)
    if noun := group_of(match, p + "noun"):
        noun = " ".join(noun.lower().split())
        if is_word("capitals").fullmatch(noun):
            return Ref("capital", "")
        return Ref("noun" if is_word("settlements").fullmatch(noun) else "feature", noun)
    if group_of(match, p + "country"):
        return Ref("country", "the country")
    if pronoun := group_of(match, p + "pronoun"):
        return Ref("here" if pronoun.lower() == "here" else "pronoun", pronoun.lower())
    return None


def line_of(masked: Masked, match: re.Match[str], p: str, groups: tuple[str, ...]) -> tuple[Ref, ...]:
    """The countries that a border or coast is told by."""
    refs = []
    for group in groups:
        if words := group_of(match, p + group):
            place = masked.names.get(match.start(p + group))
            refs.append(Ref("name", place.text, place) if place else Ref("people", words))
    return tuple(refs)


def target_of(masked: Masked, match: re.Match[str], p: str) -> tuple[Target, tuple[Ref, ...], str] | None:
    """Target, anchors and the side of a coast (*southern*)."""
    if group_of(match, p + "border"):
        return "border", line_of(masked, match, p + "b_", BORDER), ""
    if group_of(match, p + "coast"):
        return "coast", line_of(masked, match, p + "c_", COAST), side_of(match, p + "c_")
    ref = anchor_of(masked, match, p + "a_")
    return None if ref is None else ("place", (ref,), "")


def side_of(match: re.Match[str], p: str) -> str:
    """The side of a coast that the words name, wherever they stand in the pattern; empty where they name none."""
    return next((side for g in ("side", "side2", "side3") if (side := group_of(match, p + g))), "")
