"""A claim's words as a sentence that stands alone, as far as rules can."""

from __future__ import annotations

import bisect
import re

from sayso.nouns.attribution import Attribution
from sayso.nouns.document import Document

_LEAD = re.compile(r"^(?:that|and that|but that)\s+", re.IGNORECASE)
_WHOLE_QUOTE = re.compile(r"^[\"“«‘'](?P<inner>[^\"“”«»]*?)[,.]?[\"”»’']?[,.]?$", re.DOTALL)


def stand_alone(body: str, *, attributed: bool = True) -> str:
    """Without the leading *that* and the marks round a whole quotation, with a capital and a final stop."""
    text = " ".join(body.split())
    if attributed:
        text = _LEAD.sub("", text)
    whole = _WHOLE_QUOTE.match(text)
    if whole and whole["inner"] and text[0] in '"“«' and text.count('"') in (0, 1, 2):
        text = whole["inner"]
    text = text.strip(" ,;:—–")
    for index, char in enumerate(text):
        if char.isalnum():
            text = text[:index] + char.upper() + text[index + 1 :]
            break
    if text and text[-1] not in ".!?…" and not (text[-1] in "\"”’'»" and len(text) > 1 and text[-2] in ".!?…"):
        text += "."
    return text


#: Contents that say nothing without their cue: an infinitive, a preposition, *Qatar of moving them*.
_LEANS = re.compile(r"^(?:not )?(?:to|of|for|as|about|on)\b|^[^,;.]{1,60}? (?:of|for) [a-z]+ing\b")
#: Longer stretches before a content hold more than its cue clause.
LONGEST_LEAD = 300


def body_of(document: Document, attribution: Attribution, parent: Attribution | None) -> str:
    """The words to make a sentence of: the content, and where it leans on its cue all from the source or clause on.

    *accused Qatar of moving them* and *are believed to have left* need the words before; *that it rained* does not.
    """
    spans = attribution.content.spans
    body = " ".join(document.text[a:b] for a, b in spans)
    cue = attribution.cue
    if cue is None or cue.start > spans[0][0] or not _LEANS.match(body):
        return body
    if any(first > cue.start for first, _ in attribution.source.spans):
        return body  # "According to Radio Kesh, on Monday it rained"
    start = _clause_start(document, attribution, parent)
    if not 0 <= spans[0][0] - start <= LONGEST_LEAD:
        return body
    words = document.text[start : spans[-1][1]]
    return f"{attribution.source.text} {words}" if start == cue.start and attribution.source.text else words


def _clause_start(document: Document, attribution: Attribution, parent: Attribution | None) -> int:
    assert attribution.cue is not None
    at = attribution.cue.start
    if attribution.source.spans:
        start = attribution.source.spans[0][0]
        between = document.text[start:at]
        # a source that is shared with an earlier cue stands too far off to be read together with this one
        return (
            start if start < at and not re.search(r"[,;:.“”\"]", between[len(attribution.source.text or "") :]) else at
        )
    if parent is not None:
        for first, last in parent.content.spans:
            if first <= at < last:
                return first
    number = bisect.bisect_right(document.sentences, (at, at)) - 1
    return document.sentences[number][0] if number >= 0 else at
