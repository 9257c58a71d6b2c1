"""Quantities: numbers with what they count."""

from sayso.measures.quantities.convert import convert
from sayso.measures.quantities.find import find_quantities

__all__ = ["convert", "find_quantities"]
