"""When, where, how many: expressions of a text and what they mean, each with the rule that says so."""

from sayso.measures.places import find_places
from sayso.measures.quantities import find_quantities
from sayso.measures.times import date_sayings, find_times

__all__ = ["date_sayings", "find_places", "find_quantities", "find_times"]
