"""The words of lexicon/movements.yaml, compiled: from an inflected word to what its arguments are to the movement."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sayso.lexicon import load
from sayso.reader.common.inflect import Forms, plural, verb_forms

Slot = Literal["who", "by", "from", "to", "via"]
Need = Literal["place", "pair", "from", "to", "who"]


@dataclass(frozen=True, slots=True)
class Frame:
    """One class of words; the fields are described in the head of the lexicon file.

    ``who`` says of a noun where what moves stands: behind *of*, behind *for*, or as its possessor.
    """

    label: str
    subject: Slot | None
    object: Slot | None
    needs: Need
    places: Mapping[str, Slot]
    who: str | None = None
    unnamed: bool = False

    @property
    def noun(self) -> bool:
        """Whether a noun says the movement: *the evacuation of*."""
        return self.who is not None

    @property
    def causes(self) -> bool:
        """Whether the subject makes something else move."""
        return self.subject == "by" and self.object == "who"


@dataclass(frozen=True, slots=True)
class Use:
    """A frame under one inflected form: the words that follow the first, and which forms of the verb it may be."""

    frame: Frame
    rest: tuple[str, ...]
    forms: frozenset[str]
    base: str = ""


#: What "from A to B" says of a verb that the lexicon does not have.
ANY = Frame("any verb with where from and where to", "who", None, "pair", {})


def _frame(group: Mapping[str, Any]) -> Frame:
    places = {str(word): slot for word, slot in group.get("places", {}).items()}
    return Frame(
        group["label"],
        group.get("subject"),
        group.get("object"),
        group["needs"],
        places,
        who=group.get("who"),
        unnamed=group.get("unnamed", False),
    )


@functools.cache
def verbs() -> dict[str, tuple[Use, ...]]:
    """First word of each inflected verb, lower case, to its uses; those with particles come first."""
    data = load("movements.yaml")
    irregular: dict[str, list[str]] = data["irregular"]["verbs"]
    table: dict[str, list[Use]] = {}
    for group in data["verbs"]:
        frame = _frame(group)
        for verb in group["verbs"]:
            base, *rest = verb.split()
            names: dict[str, set[str]] = {}
            for name, form in zip(Forms._fields, _forms(base, irregular), strict=True):
                names.setdefault(form, set()).add(name)
            for form, which in names.items():
                use = Use(frame, tuple(rest), frozenset(which), verb)
                if use not in table.setdefault(form, []):
                    table[form].append(use)
    for variant, base in data["variants"]["words"].items():
        ing = variant.endswith("ing")
        like = irregular[base][2 if ing else 0]
        table[variant] = table.get(like, [])
    return {form: tuple(sorted(uses, key=lambda use: -len(use.rest))) for form, uses in table.items()}


def _forms(base: str, irregular: Mapping[str, list[str]]) -> Forms:
    if base not in irregular:
        return verb_forms(base)
    past, participle, ing = irregular[base]
    return Forms(base, plural(base), past, participle, ing)


@functools.cache
def nouns() -> dict[str, Frame]:
    """Nouns of movement, singular and plural."""
    made = {}
    for group in load("movements.yaml")["nouns"]:
        frame = _frame(group)
        for noun in group["nouns"]:
            made[noun] = made[plural(noun)] = frame
    return made


@functools.cache
def phrases() -> dict[str, tuple[Use, ...]]:
    """Set phrases by their first word."""
    table: dict[str, list[Use]] = {}
    for group in load("movements.yaml")["phrases"]:
        frame = _frame(group)
        for phrase in group["words"]:
            first, *rest = phrase.split()
            table.setdefault(first, []).append(Use(frame, tuple(rest), frozenset({"phrase"})))
    return {first: tuple(sorted(uses, key=lambda use: -len(use.rest))) for first, uses in table.items()}


@functools.cache
def prepositions() -> dict[str, tuple[tuple[tuple[str, ...], Slot], ...]]:
    """The prepositions of places that hold for all classes, by their first word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Slot]]] = {}
    entry = load("movements.yaml")["prepositions"]
    slots: tuple[Slot, ...] = ("from", "to", "via")
    for slot in slots:
        for phrase in entry[slot]:
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append((words, slot))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}


@functools.cache
def words(name: str) -> frozenset[str]:
    """One of the plain lists: ``no_pairs``, ``no_movers``, ``no_objects``, ``grounds``, ``accusing`` …"""
    return frozenset(str(word) for word in load("movements.yaml")[name]["words"])


@functools.cache
def verb_list(name: str) -> frozenset[str]:
    """A list of base forms (``accusing``, ``preventing``, ``planning``) with all their inflected forms."""
    irregular = load("movements.yaml")["irregular"]["verbs"]
    return frozenset(form for base in words(name) for form in _forms(base, irregular))


@functools.cache
def idioms(base: str) -> tuple[tuple[str, ...], ...]:
    """What makes a verb say something else where it follows."""
    found = load("movements.yaml")["idioms"]["words"].get(base, ())
    return tuple(tuple(str(words).split()) for words in found)


@functools.cache
def goals() -> frozenset[str]:
    """Adverbs that are a goal: *home*, *abroad*."""
    return frozenset(load("movements.yaml")["adverbs"]["to"])


@functools.cache
def directions() -> Mapping[str, str]:
    """Compass adverbs to the direction that they say."""
    found: Mapping[str, str] = load("movements.yaml")["directions"]["words"]
    return found
