"""Quantities: numbers with what they count."""

from sayso.measures.quantities.find import find_quantities

__all__ = ["find_quantities"]
