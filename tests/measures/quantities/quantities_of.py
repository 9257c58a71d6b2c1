"""Quantities of a text, for the tests of this room."""

from __future__ import annotations

from plain_documents import document
from sayso.measures.quantities import find_quantities
from sayso.nouns import Quantity


def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text in which no times were found."""
    return find_quantities(document(text), ())


def one(text: str) -> Quantity:
    """The only quantity of a text."""
    (found,) = quantities(text)
    return found
