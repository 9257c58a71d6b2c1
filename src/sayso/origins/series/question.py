"""A question for a measured thing, taken apart: what is counted, and where."""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass

from sayso.lexicon import load
from sayso.nouns.folding import fold
from sayso.origins.matching.measured import Measured
from sayso.origins.matching.tables import PERSONS, never, triggers
from sayso.origins.series.things import general_stems, tells_which, wanted
from sayso.origins.words import head, stem, stems

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Question:
    """*IS fighters in Libya*. ``counted`` is what is counted and by which measure, ``noun`` the stem of its noun
    (*fighter*; empty where a measure alone is asked for: *killed*), ``words`` the stems before it that say of whom
    (*British* nationals), ``about`` those behind it that say of what (people killed in the *flood*), ``acronyms`` its
    words in capitals, which may look like others (*IS*), ``where`` the place in words.
    """

    text: str
    counted: Measured
    noun: str
    words: tuple[str, ...]
    about: tuple[str, ...]
    acronyms: tuple[str, ...]
    where: str | None

    @property
    def names_one_thing(self) -> bool:
        """Whether it says what and where: that is one measured thing, and no search for words."""
        return bool((self.noun or self.counted.measure) and self.where)


def question(text: str) -> Question | None:
    """Take a question apart; null where it is written in the language of searches, or holds no word."""
    plain = " ".join(text.replace('"', " ").split())
    if re.search(r"(?:^|\s)-|\*|\bOR\b", text) or not _WORD.search(plain):
        return None
    what, where = _divided(plain)
    unit, kind, what = _measured_in(what)
    acronyms = tuple(word for word in _WORD.findall(what) if len(word) > 1 and word.isupper())
    said = fold(" ".join(word for word in what.split() if word not in acronyms))
    noun = _noun(said)
    every = stems(said)
    counted = wanted(noun, (word for word in every if word != noun), plain, kind, unit)
    at = every.index(noun) if noun in every else 0
    words = tuple(filter(tells_which, every[:at]))
    about = tuple(word for word in every[at + bool(noun) :] if not _is_named_by(word, counted))
    return Question(plain, counted, noun, words, about, acronyms, where)


def _is_named_by(word: str, counted: Measured) -> bool:
    """Whether a stem is what names the measure: *killed* in *people killed in the flood*."""
    labels = {label for _, label in triggers().get(word, ())}
    return word in general_stems() or (counted.measure is not None and counted.measure.label in labels)


def _noun(said: str) -> str:
    """The stem of what is counted: *people* of *people killed by floods*; none where only a measure is named."""
    words = said.split()
    ends = [words.index(head(said)) + 1] if head(said) else [len(words)]
    ends += [at for at, word in enumerate(words) if at and stem(word) in triggers()]
    for word in reversed(words[: min(ends)]):
        if (key := stem(word)) not in triggers() and stems(word):
            return key
    return ""


def _measured_in(what: str) -> tuple[str | None, str, str]:
    """*tonnes of diesel*: the unit, its kind, and what is measured; without a unit it is a count."""
    first, _, rest = what.partition(" of ")
    if rest and (found := _units().get(first.lower())):
        return found[0], found[1], rest
    return None, "count", what


@functools.cache
def _units() -> dict[str, tuple[str, str]]:
    rows = load("units.yaml")["units"]
    return {word.lower(): (row["label"], row["kind"]) for row in reversed(rows) for word in row["words"]}


def _divided(text: str) -> tuple[str, str | None]:
    """What, and where: behind the first preposition of place that a name follows."""
    words = text.split()
    for at in range(1, len(words) - 1):
        if words[at].lower() not in _prepositions():
            continue
        name = words[at + 2 :] if words[at + 1].lower() == "the" else words[at + 1 :]
        if name and name[0][:1].isupper():
            return " ".join(words[:at]), " ".join(name)
    return text, None


@functools.cache
def _prepositions() -> frozenset[str]:
    return frozenset(load("figure_policies.yaml")["where"])


def wordings(asked: Question) -> tuple[str, ...]:
    """Words by which claims are looked up that may answer: those for the measure and those for what is counted.

    Words for measures and populations that are never the ones asked for are among them, so that it can be said what was
    kept apart.
    """
    classes = load("measure_classes.yaml")
    measure, group = asked.counted.measure, asked.counted.group
    labels = {measure.label} if measure is not None else set()
    found: dict[str, None] = {}
    if asked.noun and (measure is None or group not in PERSONS):
        found[_beginning(asked.noun, asked.text)] = None
        for row in classes["things"]:
            if row["label"] == group and asked.noun in {stem(word) for word in row["general"]}:
                found |= dict.fromkeys((*row["general"], *row["words"]))
        labels |= {group} if group and measure is None else set()
    near = labels | {label for two in never() if labels & two for label in two}
    for row in classes["classes"]:
        if row["label"] in near:
            found |= dict.fromkeys(row["words"])
    for label, words in load("figure_policies.yaml")["populations"].items():
        if label in near:
            found |= dict.fromkeys(words)
    return tuple(found) or asked.acronyms or asked.words or asked.about


def _beginning(key: str, text: str) -> str:
    """With what all forms of a word begin: the letters that its stem and the word in the text share."""
    spelt = next((word for word in fold(text).split() if stems(word) == (key,)), key)
    alike = itertools.takewhile(lambda letters: letters[0] == letters[1], zip(key, spelt, strict=False))
    return "".join(letter for letter, _ in alike)
