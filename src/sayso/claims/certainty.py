"""Who is how sure of a claim: the source by its own words, and apart from it whoever passes the claim on."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.nouns.attribution import Attribution, Hedge
from sayso.nouns.claim import Certainty
from sayso.reader.common.certainty import Outlook
from sayso.reader.common.cues import Strength
from sayso.reader.common.stance import stance

_RANK: dict[Strength, int] = {"none": 0, "weak": 1, "strong": 2}
_NONE = Hedge(strength="none", text=None)


def certainty_of(
    said: Outlook, attribution: Attribution | None, outer: Sequence[Attribution], factuality: float | None
) -> Certainty:
    """The certainty of a claim whose main clause is put as ``said``.

    Args:
        said: the main clause of the content, or of the writer's own sentence.
        attribution: the innermost hop; None for a claim of the writer's own.
        outer: the hops that pass it on, from the inside outwards.
        factuality: that of the main predicate, where a reader gives it.
    """
    own = _of_words(said)
    if attribution is None:
        return Certainty(source=None, writer=own, negation=said.negation, factuality=factuality)
    by_source, by_writer = _of_cue(attribution)
    for hop in outer:
        by_writer = _stronger(by_writer, *_of_cue(hop))
    source = _stronger(by_source, own)
    return Certainty(source=source, writer=by_writer, negation=said.negation, factuality=factuality)


def _of_words(said: Outlook) -> Hedge:
    if said.hearsay is not None and said.strength != "strong":
        return Hedge(strength="strong", text=said.hearsay)
    return Hedge(strength=said.strength, text=said.hedge)


def _of_cue(attribution: Attribution) -> tuple[Hedge, Hedge]:
    """What the cue says: of the source's certainty, and of the distance that the one who writes it keeps.

    *Believes* and *is believed* are about those who believe; *claims*, *is said* and *allegedly* about whoever passes
    the claim on.
    """
    if attribution.cue is None:
        return _NONE, _NONE
    text = attribution.cue.text
    cue = stance(text)
    if cue.among("distancing_strong"):
        return _NONE, Hedge(strength="strong", text=text)
    if cue.among("distancing") and not cue.passive:
        return _NONE, Hedge(strength="weak", text=text)
    strength = cue.strength
    if cue.among("doubting"):
        strength = "weak"
    if strength == "none":
        return _NONE, _NONE
    hedge = Hedge(strength=strength, text=text)
    return (_NONE, hedge) if cue.passive and cue.among("hearsay_passives") else (hedge, _NONE)


def _stronger(*hedges: Hedge) -> Hedge:
    """The strongest, of equals the first."""
    return max(hedges, key=lambda hedge: _RANK[hedge.strength])
