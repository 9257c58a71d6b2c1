"""How an alert names pages, figures and claims."""

from __future__ import annotations

from sayso.nouns import Page, Statement
from sayso.origins.provenance.wording import called, outlet, speaker
from sayso.origins.wording import capital, in_its_words, listed, quoted

__all__ = ["called", "in_its_words", "listed", "outlet", "quoted", "said_by", "words_of"]


def words_of(statement: Statement) -> str:
    """A statement in quotation marks."""
    return in_its_words(statement)


def said_by(statement: Statement, page: Page) -> str:
    """Who says it and where: *Mayor Goran Ristevski in Corvane of 12 March 2024*."""
    who = speaker(statement.chain[0]) if statement.chain else ""
    said = f"{capital(who)} in {called(page)}" if who else called(page)
    return f"{said} denies" if statement.polarity == "denied" else said
