"""A change that has no value of its own: tied to the stated value beside it, and the base derived from the two."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.measures.quantities.change import Bare, divided
from sayso.measures.quantities.draft import Draft
from sayso.measures.quantities.words import Words

#: Words between a stated value and the change that compares it, at most: "…, triple its output".
_APART = 4
_MEASURED = frozenset(
    {"count", "money", "price", "rate", "mass", "volume", "length", "area", "power", "energy", "speed"}
)


def compare(words: Words, bare: Bare, found: Sequence[Draft]) -> Draft:
    """The draft of a change. Where it compares the value right before it, that value gets the change, and the draft
    its base as a derived value; otherwise the draft holds the change alone."""
    draft = Draft(bare.first, bare.last, None, None, "change", bare.last - 1, kind="change")
    draft.change, draft.approximate = bare.change, bare.about
    draft.steps.append(_said(words, bare))
    stated = found[-1] if found else None
    if stated is None or not _tied(words, stated, bare):
        return draft
    stated.change = bare.change
    stated.steps.append(f"compared by “{words.span(bare.first, bare.last)}”")
    if not bare.exact or not bare.change.value:
        return draft
    ratio = bare.change.value if bare.change.kind == "ratio" else bare.change.value / 100
    draft.low, draft.high = divided(stated.low, ratio), divided(stated.high, ratio)
    draft.unit, draft.kind, draft.of = stated.unit, stated.kind, stated.of
    draft.derived, draft.base, draft.rule = True, stated, "base of a change"
    draft.approximate = draft.approximate or stated.approximate
    draft.steps.append(f"not stated: “{words.span(stated.first, stated.last)}” divided by {ratio:g} is {_shown(draft)}")
    return draft


def tell(words: Words, draft: Draft, bare: Bare, found: list[Draft]) -> None:
    """*has doubled to 18,000 francs*: give the value its change; a change that no value follows stands alone."""
    if words.low[bare.last : draft.first] == ("to",) and draft.change is None and not draft.derived:
        draft.change = bare.change
        draft.steps.append(_said(words, bare))
    else:
        found.append(compare(words, bare, found))


def _said(words: Words, bare: Bare) -> str:
    change = bare.change
    value = {
        "ratio": f"{change.value:g} times",
        "percent": f"{change.value:g} percent",
        "points": f"{change.value:g} points",
    }
    against = f", against “{change.baseline}”" if change.baseline else ""
    return f"“{words.span(bare.first, bare.last)}”: {value[change.kind]}, {change.direction}{against}"


def _tied(words: Words, stated: Draft, bare: Bare) -> bool:
    """Whether nothing but a comma or a dash stands between, and the value is one that can be compared."""
    if stated.kind not in _MEASURED or stated.change is not None or stated.derived:
        return False
    between = words.low[stated.last : bare.first]
    return 0 < len(between) <= _APART and between[0] in {",", "–", "—", "-", "("} and "\n" not in between


def _shown(draft: Draft) -> str:
    low, high = draft.low, draft.high
    shown = [f"{value:,}" for value in (low, high) if value is not None]
    return shown[0] if low == high else " to ".join(shown)
