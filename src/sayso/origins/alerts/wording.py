"""How an alert names pages, figures and claims."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.nouns import Page, Statement
from sayso.origins.provenance.wording import called, outlet, speaker

__all__ = ["called", "listed", "outlet", "quoted", "said_by", "words_of"]

#: a quotation is cut to so many code points
_LONGEST = 140
_OPEN, _CLOSE = '“"‘', '”"’'


def quoted(text: str) -> str:
    """Words in quotation marks, cut to what one takes in at a glance."""
    words = " ".join(text.split()).rstrip(" ,;:.")
    if words[:1] in _OPEN and words[-1:] in _CLOSE and not any(mark in words[1:-1] for mark in _OPEN + _CLOSE):
        words = words[1:-1].rstrip(" ,;:.")
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;: ") + " …"
    return f"“{words.replace('“', '‘').replace('”', '’')}”"


def words_of(statement: Statement) -> str:
    """A statement in quotation marks."""
    return quoted(statement.text)


def said_by(statement: Statement, page: Page) -> str:
    """Who says it and where: *Mayor Goran Ristevski in Corvane of 12 March 2024*."""
    who = speaker(statement.chain[0]) if statement.chain else ""
    said = f"{who[0].upper()}{who[1:]} in {called(page)}" if who else called(page)
    return f"{said} denies" if statement.polarity == "denied" else said


def listed(words: Sequence[str]) -> str:
    """*a*, *a and b*, *a, b and c*."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
