"""The unit of a number without a noun, by the words right round it: a scale, *the number of …*, verbs of persons."""

from __future__ import annotations

import functools

from sayso.lexicon import load
from sayso.measures.quantities.counted import named_before, unit_of
from sayso.measures.quantities.draft import Draft
from sayso.measures.quantities.lists import listed
from sayso.measures.quantities.words import Words


def unit_beside(words: Words, draft: Draft) -> None:
    """The unit of a number without a noun, by the words right round it."""
    scale = _scales().get(words.at(draft.first - 1)) or (
        _scales().get(words.at(draft.first - 2)) if words.at(draft.first - 1) in {"of", "a"} else None
    )
    if scale is not None:
        draft.unit, draft.kind = scale, "magnitude"
        draft.steps.append(f"a value of the scale before it: {scale}")
        return
    of = named_before(words.text, words.start[draft.first])
    if of is not None:
        draft.of, draft.kind = of, "count"
        draft.unit = unit_of(_head(of))
        draft.steps.append(f"“number of {of}” before it")
        return
    verb = draft.last + (words.at(draft.last) in listed("being")) + (words.at(draft.last + 1) == "been")
    acts = words.at(verb) in listed("acts")
    if acts or _of_group(words, draft.first) or words.at(draft.last) in {"who", "others"}:
        draft.unit, draft.kind = "people", "count"
        draft.steps.append("said of persons by the words beside it")


def _head(phrase: str) -> str:
    """The noun that a phrase is about: *sheep* of *sheep inside the restricted zone*, *dead* of *the dead*."""
    named = phrase.split()
    if len(named) > 1 and named[0].lower() in listed("determiners") and named[0].lower() != "those":
        del named[0]
    head = named[0]
    for word in named[1:]:
        if word.lower() in _enders():
            break
        head = word
    return head


@functools.cache
def _enders() -> frozenset[str]:
    """Words that a noun phrase does not hold."""
    return frozenset(listed("stops")) | {str(word) for word in load("grammar.yaml")["prepositions"]["words"]}


def _of_group(words: Words, first: int) -> bool:
    """*a family of eleven*, *the population is 130,000*, *the toll could rise to 40*."""
    for at in range(first - 1, max(-1, first - 7), -1):
        if words.low[at] in listed("groups"):
            return True
        if words.low[at] not in listed("links"):
            return False
    return False


@functools.cache
def _scales() -> dict[str, str]:
    return {str(word): str(label) for word, label in load("units.yaml")["before"]["values"].items()}
