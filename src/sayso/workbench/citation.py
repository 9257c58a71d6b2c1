"""A claim as a citation in plain text: quotation, say-so, page, address, and the capture that proves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.ledger.spoken import spoken, spoken_interval
from sayso.nouns.called import file_of
from sayso.nouns.days import days_of
from sayso.origins.wording import capital

if TYPE_CHECKING:
    from sayso.nouns import Document
    from sayso.nouns.found import FoundClaim


def citation(claim: FoundClaim, document: Document) -> str:
    """Three lines: what and on whose say-so; where; and which bytes it was read in.

    The quotation is that of the page, never of the claim as it was reworded.
    """
    quote = " ".join(document.text[claim.start : claim.end].split()).strip("“”\"' ")
    file = file_of(document.source)
    page = (
        ", ".join(document.authors) or None,
        f"“{document.title}”" if document.title else file,
        document.outlet,
        spoken_interval(*days_of(document.published)) or "no date",
        document.url or file,
    )
    captured = f"captured {document.capture.retrieved[:10]}, " if document.capture.retrieved else ""
    return "\n".join(
        (
            f"“{quote}” – {capital(spoken(claim.hops, claim.document.outlet))}.",
            ", ".join(part for part in page if part) + ".",
            f"Capture sha256:{document.capture.sha256}, {captured}characters {claim.start}–{claim.end} of its text.",
        )
    )
