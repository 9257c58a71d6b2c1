"""From what an expression says to a stretch of the calendar, given the scene."""

from sayso.measures.times.reckon.dispatch import reckon
from sayso.measures.times.reckon.reading import Reading

__all__ = ["Reading", "reckon"]
