"""A claim's words as a sentence that stands alone, as far as rules can."""

from __future__ import annotations

import re

_LEAD = re.compile(r"^(?:that|and that|but that)\s+", re.IGNORECASE)
_WHOLE_QUOTE = re.compile(r"^[\"“«‘'](?P<inner>[^\"“”«»]*?)[,.]?[\"”»’']?[,.]?$", re.DOTALL)


def stand_alone(body: str) -> str:
    """Without the leading *that*, without the marks round a whole quotation, with a capital and a final stop."""
    text = " ".join(body.split())
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
