"""Which numbers are quantities, seen with their unit and noun: no years, no names, no articles; ages beside a name."""

from __future__ import annotations

from sayso.measures.numbers import values
from sayso.measures.quantities import excluded
from sayso.measures.quantities.counted import Noun
from sayso.measures.quantities.draft import Draft
from sayso.measures.quantities.lists import listed
from sayso.measures.quantities.number import Number
from sayso.measures.quantities.singular import singular
from sayso.measures.quantities.words import Words


def kept(words: Words, draft: Draft, number: Number) -> tuple[Draft | None, int]:
    """The draft if it is a quantity, marked where it is a weak one; and where to go on."""
    counts = draft.kind == "count"
    measured = draft.unit is not None and not counts
    end = draft.last
    if number.kind == "vague people" and draft.unit != "people":
        return None, end
    bare = draft.low == draft.high and not draft.approximate
    if draft.rule == "number" and not measured and bare:
        plural = counts and (words.low[end - 1].endswith(("s", "men", "people", "children")) or draft.unit == "people")
        years = excluded.is_year(words, number, counts=plural) and draft.unit != "people"
        if years or excluded.is_named(words, number, counts=plural):
            return None, number.last
    if draft.unit is None and _is_age(words, draft):
        draft.unit, draft.kind, draft.rule = "year", "age", "age beside a name"
        draft.steps.append("an age: after a name, between commas")
    if number.kind == "one" and not measured and draft.low == draft.high:
        draft.weak = draft.weak or "one"
    if number.kind == "fraction" and draft.unit == "percent" and not _is_part(words, number):
        return None, number.last
    return draft, max(end, number.last)


def _is_age(words: Words, draft: Draft) -> bool:
    """*Violeta Andonova, 61, who …*: figures up to 110 between commas after a name."""
    at = draft.first
    if (
        draft.last != at + 1
        or words.kind[at] != "f"
        or not words.low[at].isdigit()
        or not 0 < int(words.low[at][:4]) <= 110
    ):
        return False
    name = words.raw(at - 2)
    return words.at(at - 1) == "," and words.at(at + 1) in {",", "."} and name[:1].isupper() and not name.isupper()


def _is_part(words: Words, number: Number) -> bool:
    """*a third of*, *two thirds*, *half the*: an article and an ordinal without *of* are none."""
    nxt = words.at(number.last)
    if words.low[number.first] in {"a", "an"}:
        return nxt == "of"
    if words.low[number.first] == "half":
        return (
            nxt in {"of", "the", "its", "their", "his", "all", "those", "that", "these", "our"}
            and words.at(number.last + 1) not in listed("halved_in_idioms")
            and words.at(number.first - 1) not in {"first", "second", "other", "a"}
        )
    if words.kind[number.first] == "f":
        return words.kind[number.last - 1] == "f"
    return True


def is_name(words: Words, noun: Noun, number: Number) -> bool:
    """A capitalised noun in the singular after a number in figures: *9 Rue Vernet*, *the 787 Dreamliner*."""
    head = words.raw(noun.head)
    if words.kind[number.first] != "f" or number.value == 1 or number.scale != 1:
        return False
    return (
        head[:1].isupper()
        and not head.isupper()
        and singular(head.lower()) == head.lower()
        and head.lower() not in listed("plurals_alike")
    )


def fraction_in_figures(words: Words, number: Number) -> bool:
    """*1/2 cup*: a fraction in figures that no *of* makes a share."""
    plain = (words.kind[number.first] == "f" and words.at(number.last - 2) == "/") or words.at(
        number.last - 1
    ) in values("signs")
    return plain and words.at(number.last) not in {"of", "majority", "vote", "share", "the"}
