"""The cue lexicon, compiled: from an inflected word to the verbs it may be a form of."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any, Literal

from sayso.lexicon import load
from sayso.reader.common.inflect import Forms, plural, verb_forms

FormName = Literal["base", "third", "past", "participle", "ing"]
Strength = Literal["none", "weak", "strong"]


@dataclass(frozen=True, slots=True)
class CueVerb:
    """One verb of the lexicon; the fields are described in the head of cues.yaml."""

    base: str
    label: str
    frames: frozenset[str]
    prepositions: frozenset[str]
    hedge: Strength
    denied: bool
    refusal: bool
    noun: bool
    strong: bool
    required: frozenset[str]


@dataclass(frozen=True, slots=True)
class CueForm:
    """An inflected form: the words that follow the first (particles), and which forms of the verb it may be."""

    verb: CueVerb
    rest: tuple[str, ...]
    names: frozenset[FormName]


@dataclass(frozen=True, slots=True)
class CueNoun:
    """A noun of saying or thinking."""

    base: str
    hedge: Strength
    denied: bool


def _verb(base: str, group: dict[str, Any]) -> CueVerb:
    own = {**group, **group.get("overrides", {}).get(base, {})}
    return CueVerb(
        base=base,
        label=str(group["label"]),
        frames=frozenset(own.get("frames", ())),
        prepositions=frozenset(own.get("prepositions", ())),
        hedge=own.get("hedge", "none"),
        denied=own.get("polarity") == "denied",
        refusal=own.get("act") == "refusal",
        noun=bool(own.get("noun", False)),
        strong=bool(own.get("strong", False)),
        required=frozenset(own.get("required", ())),
    )


@functools.cache
def verbs() -> dict[str, tuple[CueForm, ...]]:
    """First word of each inflected cue verb, lower case, to its forms; verbs with particles come first."""
    data = load("cues.yaml")
    irregular = data["irregular"]["verbs"]
    table: dict[str, dict[tuple[str, tuple[str, ...]], tuple[CueVerb, set[FormName]]]] = {}
    for group in data["groups"]:
        for base in group["verbs"]:
            verb = _verb(base, group)
            first, *rest = base.split()
            forms = Forms(first, *irregular[first]) if first in irregular else verb_forms(first)
            for name, form in zip(Forms._fields, forms, strict=True):
                entry = table.setdefault(form, {}).setdefault((base, tuple(rest)), (verb, set()))
                entry[1].add(name)  # type: ignore[arg-type]
    return {
        form: tuple(
            CueForm(verb, rest, frozenset(names))
            for (_, rest), (verb, names) in sorted(entries.items(), key=lambda item: -len(item[0][1]))
        )
        for form, entries in table.items()
    }


@functools.cache
def nouns() -> dict[str, CueNoun]:
    """Cue nouns, singular and plural, lower case."""
    data = load("cues.yaml")["nouns"]
    made: dict[str, CueNoun] = {}
    for group in data["entries"].values():
        for base in group:
            hedge: Strength = "none"
            if base in data["hedged"]["weak"]:
                hedge = "weak"
            elif base in data["hedged"]["strong"]:
                hedge = "strong"
            noun = CueNoun(base, hedge, base in data["denied"])
            made[base] = made[plural(base)] = noun
    return made


@functools.cache
def participles(name: str) -> frozenset[str]:
    """One of the lists of participles under ``passive``: ``impersonal``, ``told``, ``with_of``."""
    return frozenset(load("cues.yaml")["passive"][name])


@functools.cache
def noun_prepositions() -> dict[str, frozenset[str]]:
    """Base forms of nouns to the prepositions that may tie a content to them."""
    return {base: frozenset(words) for base, words in load("cues.yaml")["nouns"]["prepositions"].items()}


@functools.cache
def unsourced_nouns() -> frozenset[str]:
    """Base forms of the nouns that are cues even where nobody is named."""
    return frozenset(load("cues.yaml")["nouns"]["unsourced"])


@functools.cache
def adjectives() -> dict[str, frozenset[str]]:
    """Adjectives after *be* and the words that tie a content to them."""
    return {word: frozenset(links) for word, links in load("cues.yaml")["adjectives"]["entries"].items()}


@functools.cache
def passives() -> dict[str, Strength]:
    """Participles of impersonal passives and the hedge that they carry."""
    data = load("cues.yaml")["passive"]
    made: dict[str, Strength] = dict.fromkeys(data["none"], "none")
    made |= dict.fromkeys(data["weak"], "weak")
    made |= dict.fromkeys(data["strong"], "strong")
    return made


@functools.cache
def phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases before a source by their first word, longest first."""
    made: dict[str, list[tuple[str, ...]]] = {}
    for entry in load("cues.yaml")["phrases"]["entries"]:
        words = tuple(str(entry).split())
        made.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(rows, key=len, reverse=True)) for first, rows in made.items()}


@functools.cache
def hearsay() -> frozenset[str]:
    """Adverbs that say that somebody says: *reportedly*."""
    return frozenset(load("cues.yaml")["adverbs"]["strong"])


@functools.cache
def citing() -> frozenset[str]:
    """Participles that take up another's words: *quoting*."""
    return frozenset(load("cues.yaml")["citing"]["entries"])


@functools.cache
def carriers() -> frozenset[tuple[str, ...]]:
    """Words by which one passes on another's statement, as they stand before its noun."""
    return frozenset(tuple(str(form).split()) for form in load("cues.yaml")["carriers"]["forms"])


@functools.cache
def refusals() -> tuple[frozenset[str], frozenset[str]]:
    """Verbs of saying after *declined to*, and those that refuse when negated."""
    data = load("cues.yaml")["refusal"]
    return frozenset(data["verbs"]), frozenset(data["negated"])
