"""Persons counted by what befell them: *killing 107*, *nine people were injured*."""

from __future__ import annotations

from sayso.measures.quantities.draft import Draft
from sayso.measures.quantities.lists import listed, named
from sayso.measures.quantities.words import Words


def count_harmed(words: Words, draft: Draft) -> None:
    """Count persons by what befell them, which becomes part of what is counted: *people killed*."""
    if draft.kind not in {None, "count"} or draft.unit not in {None, "people"} or draft.derived:
        return
    state = _befell(words, draft)
    if state is None:
        return
    noun = draft.of or draft.noun
    if noun is None or noun.split()[-1].lower() in listed("deaths") | {state, "of"}:
        noun = "people"
    draft.unit, draft.kind, draft.of = "people", "count", f"{noun} {state}"
    draft.steps.append(f"by the words beside it: {draft.of}")
    if draft.weak == "one":
        draft.weak = None


def _befell(words: Words, draft: Draft) -> str | None:
    """What befell the persons of a number, by the words beside it: *nine people were killed*, *killing 107*."""
    word = next((low for low in words.low[draft.number + 1 : draft.last] if low in named("befell")), None)
    for at in range(draft.last, min(draft.last + 7, len(words))):
        low = words.low[at]
        if low in named("befell"):
            word = low  # "shot and killed": the last of them
        elif low in {"and", "or"} and word is None:
            break  # "killed one and injured four"
        elif low not in listed("between_befell") and not (word is None and low.endswith("ly")):
            break
    before = words.at(draft.first - 1)
    if before == "of" and words.at(draft.first - 2) in listed("deaths"):
        before = words.at(draft.first - 2)
    word = word or (before if before in named("befell") else None)
    if word is None or (draft.unit is None and draft.noun is None and word in listed("befell_things")):
        return None
    return named("befell")[word]
