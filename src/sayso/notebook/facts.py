"""What stands above a text, in a terminal and on a page."""

from __future__ import annotations

from sayso.nouns import Document, Reading


def facts_of(document: Document) -> str:
    """Outlet, authors, date and address on one line, as far as they are known."""
    facts = [document.outlet, ", ".join(document.authors), document.published, document.url]
    return " · ".join(fact for fact in facts if fact)


def note_of(reading: Reading) -> str | None:
    """A line where the reader is not the one that was asked for."""
    reader = reading.reader
    if not reader or not reader.instead_of:
        return None
    return f"read with {reader.profile} instead of {reader.instead_of}: {reader.why}"
