"""How a claim is put: asserted, hedged, denied, planned, hypothetical or asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.nouns.attribution import Attribution
from sayso.nouns.claim import Status
from sayso.reader.common.certainty import Outlook
from sayso.reader.common.main_clause import MainClause
from sayso.reader.common.stance import stance

_ASKED = re.compile(r"(?<!, right)(?<!, okay)(?<!, no)\?[\"”’'»]*\s*$")
_SENTENCE = re.compile(r"[.!][\"”’'»]*\s+[\"“‘']?[A-Z]")
_WHETHER = re.compile(r"^\W*(?:whether|if|how|why|what|who|where|when|which)\b", re.IGNORECASE)
_THAT = re.compile(r"^\W*that\b", re.IGNORECASE)
_TO = re.compile(r"^\W*(?:not\s+)?to\b", re.IGNORECASE)
_ANY = frozenset({"a", "an", "any", "each", "every", "such"})


def status_of(
    body: str, clause: MainClause, said: Outlook, attribution: Attribution | None, outer: Sequence[Attribution] = ()
) -> Status:
    """The status of a claim with the words ``body`` and their main clause; ``outer`` are the hops that pass it on.

    The cue goes before the words: what is denied, asked, feared or demanded is none of the source's assertions, however
    it is worded. A denial in the content's own words (*it never gave such a figure*) is asserted with a negation: the
    claim's text has the *never*.
    """
    if any(hop.polarity == "denied" and stance(hop.cue.text if hop.cue else "").denied for hop in outer):
        return "denied"  # "the general rejected claims that …" passes nothing on
    if attribution is not None:
        by_cue = _by_cue(body, said, attribution)
        if by_cue is not None:
            return by_cue
    elif _asks(body):
        return "asked"
    if said.counterfactual or (said.condition and (attribution is None or attribution.hedge.strength == "none")):
        return "hypothetical"
    if said.strength != "none" or said.hearsay is not None or (attribution and attribution.hedge.strength != "none"):
        return "hedged"
    if said.planned:
        return "planned"
    if said.would:
        return _of_would(clause, attribution)
    return "asserted"


def _asks(body: str) -> bool:
    """Whether the words are a question: not a statement with a question behind it."""
    return bool(_ASKED.search(body)) and not _SENTENCE.search(body)


def expects(attribution: Attribution | None) -> bool:
    """Whether the cue is about what is to come: *expects rain on Friday*."""
    return attribution is not None and attribution.cue is not None and stance(attribution.cue.text).among("expecting")


def _by_cue(body: str, said: Outlook, attribution: Attribution) -> Status | None:
    cue = stance(attribution.cue.text if attribution.cue else "")
    if attribution.polarity == "denied" and (cue.denied or said.negation is None or cue.strength != "none"):
        return "denied"
    if _asks(body) or (cue.among("asking") and _WHETHER.match(body)):
        return "asked"
    if cue.among("feeling"):
        return "hypothetical"
    if cue.among("doubting") or attribution.hedge.strength != "none":
        return "hedged"
    if cue.among("wanting") and not _THAT.match(body):
        return "planned"
    if cue.among("committing") and _TO.match(body):
        return "planned"
    if "ask" in cue.bases:
        return "planned"  # asked for, asked to
    return None


def _of_would(clause: MainClause, attribution: Attribution | None) -> Status:
    """*Said it would hire* is the future of the past; *would cost* of something indefinite is a supposition."""
    if attribution is None or clause.lows[clause.first] in _ANY:
        return "hypothetical"
    cue = stance(attribution.cue.text if attribution.cue else "")
    return "planned" if cue.past else "hypothetical"
