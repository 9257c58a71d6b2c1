"""How a statement's main clause is put: hedged, negated, coming, conditional.

The distinctions are those of FactBank (Saurí and Pustejovsky 2009): how sure, and whether so or not so. They are read
off the main clause alone; what a subordinate clause hedges is not the statement.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.lexicon import load
from sayso.reader.common.cues import Strength
from sayso.reader.common.main_clause import REACH, MainClause, modality
from sayso.reader.common.words import word_class

_NOUN_MARKS = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "my", "this", "that"})
_DEGREES = frozenset({"more", "most", "very", "quite", "less", "as"})
_PAST = frozenset({"would", "'d"})


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the words of one main clause say of it; texts are as written, None where there is none.

    ``hearsay`` is an adverb such as *reportedly*; ``counterfactual`` *would have*, ``would`` any other *would*.
    """

    strength: Strength = "none"
    hedge: str | None = None
    hearsay: str | None = None
    negation: str | None = None
    planned: bool = False
    would: bool = False
    counterfactual: bool = False
    condition: bool = False


@functools.cache
def _hedges(name: str) -> frozenset[str]:
    return frozenset(str(word) for word in load("hedges.yaml")[name]["words"])


def outlook(clause: MainClause) -> Outlook:
    """Read one main clause."""
    strength, hedge = _hedge(clause)
    group = clause.group
    near = _near(clause)
    would = next((i for i, low in enumerate(group) if low in _PAST and _is_would(clause, i)), None)
    counter = would is not None and "have" in group[would:]
    return Outlook(
        strength=strength,
        hedge=hedge,
        hearsay=next(
            (clause.words[i] for i in range(clause.first, near) if clause.lows[i] in _hedges("hearsay")), None
        ),
        negation=_negation(clause),
        planned=any(low in modality("future") for low in group) or _plans(clause),
        would=would is not None and not counter,
        counterfactual=counter,
        condition=clause.condition,
    )


def _near(clause: MainClause) -> int:
    """Behind the verb group and the few words that may still belong to it."""
    return min(clause.last, clause.after + REACH)


def _is_would(clause: MainClause, at: int) -> bool:
    """*'d* before a participle is *had*: "he'd gone"; *would* always is."""
    if clause.group[at] == "would":
        return True
    after = clause.verb + at + 1
    return after < len(clause.lows) and not clause.lows[after].endswith(("ed", "en")) and clause.lows[after] != "been"


def _hedge(clause: MainClause) -> tuple[Strength, str | None]:
    """The strongest hedge of the clause: a modal or adverb up to its verb, else a phrase at it."""
    lows, words = clause.lows, clause.words
    found: tuple[Strength, str | None] = ("none", None)
    for i in range(clause.first, _near(clause)):
        low = lows[i]
        # "May" the month, and a "might" that is a noun
        if low in _hedges("strong") and (words[i].islower() or i == clause.first) and not _is_able(clause, i):
            return "strong", words[i]
        if low in _hedges("weak") and not (i > clause.first and lows[i - 1] in _NOUN_MARKS and low != "apparently"):
            found = "weak", words[i]
    near = _phrase(clause, "strong_phrases")
    if near is not None:
        return "strong", near
    if found[0] == "none":
        weak = _phrase(clause, "weak_phrases") or _must_have(clause)
        found = ("weak", weak) if weak else found
    return found


def _is_able(clause: MainClause, at: int) -> bool:
    """A *could* of ability: negated, or before a verb of perception; a modal that is no part of the verb group."""
    low = clause.lows[at]
    if low in {"may", "might", "could"} and clause.verb < clause.after and not clause.verb <= at < clause.after:
        return True
    if low != "could":
        return False
    following = clause.lows[at + 1 : at + 4]
    return (
        "not" in following[:1]
        or "never" in following[:1]
        or bool(_hedges("perceived") & set(following))
        or ("no" in clause.lows[clause.first : clause.verb] or "nobody" in clause.lows[clause.first : clause.verb])
    )


def _must_have(clause: MainClause) -> str | None:
    group = clause.group
    at = next((i for i, low in enumerate(group) if low == "must"), None)
    return clause.words[clause.verb + at] if at is not None and "have" in group[at + 1 : at + 3] else None


@functools.cache
def _phrases(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of a list by their first word."""
    made: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in _hedges(name):
        words = tuple(phrase.split())
        made[words[0]] = (*made.get(words[0], ()), words)
    return made


def _phrase(clause: MainClause, name: str) -> str | None:
    """The first of the phrases that stands in the clause near its verb, as written."""
    phrases = _phrases(name)
    for i in range(clause.first, min(len(clause.lows), _near(clause) + 2)):
        for phrase in phrases.get(clause.lows[i], ()):
            if tuple(clause.lows[i : i + len(phrase)]) == phrase:
                return " ".join(clause.words[i : i + len(phrase)])
    return None


@functools.cache
def _pairs(name: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in modality(name))


def _plans(clause: MainClause) -> bool:
    """Whether a plan stands at the verb: *is set to*, *plans to*, *is to* before another verb."""
    low = clause.lows
    for i in range(clause.verb, min(clause.after + 3, len(low) - 1)):
        pair = (low[i], low[i + 1])
        if pair in _pairs("plans") and i < clause.last:
            following = low[i + 2 : i + 3]
            # "is due to the rain": a noun, and no plan
            if not following or following[0] in word_class("determiners") or following[0][:1].isdigit():
                continue
            # "is to blame", "was going to school" are rare; a past plan that failed is still no fact
            return True
    return False


def _negation(clause: MainClause) -> str | None:
    """The word that turns the clause round: of its verb, its subject, or its object with *no*."""
    lows, words = clause.lows, clause.words
    end = clause.after if clause.after > clause.verb else min(clause.last, clause.first + REACH)
    for i in range(clause.verb if clause.after > clause.verb else clause.first, end):
        low = lows[i]
        if low in modality("negations") and not (
            low == "not" and lows[i + 1 : i + 2] in (["only"], ["just"], ["least"])
        ):
            return words[i]
        if low == "no" and lows[i + 1 : i + 2] == ["longer"]:
            return " ".join(words[i : i + 2])
    head = clause.first
    if head < clause.verb and _is_no(lows, head):
        return words[head]
    for i in range(max(clause.verb + 1, clause.after - 1), min(clause.last, clause.after + 3)):
        if _is_no(lows, i):
            return words[i]
        if lows[i] in {",", "and", "but", "in", "on", "at", "with", "for"}:
            break
    for i in range(clause.verb, min(clause.after + 1, len(lows) - 1)):
        if (lows[i], lows[i + 1]) in _pairs("implied") or (lows[i],) in _pairs("implied"):
            return words[i]
    return None


def _is_no(lows: Sequence[str], at: int) -> bool:
    return lows[at] in modality("no_subjects") and not (
        lows[at] == "no" and lows[at + 1 : at + 2] and lows[at + 1] in modality("no_idioms")
    )


def is_one_of(name: str, cue: str, bases: Iterable[str]) -> bool:
    """Whether a cue belongs to a list of modality.yaml, by its text or the base forms of its first word."""
    low = cue.lower()
    listed = modality(name)
    first, _, rest = low.partition(" ")
    forms = {low, first, *bases, *(f"{base} {rest}" for base in bases if rest)}
    return bool(forms & listed)
