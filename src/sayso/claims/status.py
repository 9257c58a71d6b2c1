"""How a claim is put: asserted, hedged, denied, planned, hypothetical or asked."""

from __future__ import annotations

import re

from sayso.nouns.attribution import Attribution
from sayso.nouns.claim import Status

_ASKED = re.compile(r"\?[\"”’']?\s*$")
_HYPOTHETICAL = re.compile(r"^\W*(?:that\s+)?(?:if|unless|were|should)\b|\bwould have\b|, if\b", re.IGNORECASE)
_PLANNED = re.compile(r"\b(?:will|plans? to|planned to|intends? to|is to|are to|going to|about to)\b")
_ASKING_CUES = re.compile(
    r"^(?:ask|asks|asked|asking|inquired?|enquired?|wonder(?:s|ed)?|question(?:s|ed)?)\b", re.IGNORECASE
)
_PLANNING_CUES = re.compile(
    r"^(?:vow|promis|pledg|threaten|propos|urg|demand|order|offer|call|appeal|commit)", re.IGNORECASE
)
_WHETHER = re.compile(r"^\W*(?:whether|if|how|why|what|who|where|when)\b", re.IGNORECASE)
_HEDGED = re.compile(r"\b(?:may|might|could|perhaps|possibly|reportedly|allegedly)\b")


def status_of(body: str, attribution: Attribution | None) -> Status:
    """The status of a claim with the words ``body``; the attribution's polarity and hedge win over the words."""
    if attribution is not None:
        cue = attribution.cue.text if attribution.cue else ""
        if attribution.polarity == "denied":
            return "denied"
        if _ASKED.search(body) or (_ASKING_CUES.match(cue) and _WHETHER.match(body)):
            return "asked"
        if attribution.hedge.strength != "none":
            return "hedged"
        if _PLANNING_CUES.match(cue) and not re.match(r"\W*that\b", body):
            return "planned"
    elif _ASKED.search(body):
        return "asked"
    if _HYPOTHETICAL.search(body):
        return "hypothetical"
    if len(body) < 200 and _HEDGED.search(body):
        return "hedged"
    if _PLANNED.search(body):
        return "planned"
    return "asserted"
