"""Times: expressions, what they say, and the intervals that they mean."""

from sayso.measures.times.find import find_times
from sayso.measures.times.said import date_sayings
from sayso.measures.times.timex3 import Tag, timex3

__all__ = ["Tag", "date_sayings", "find_times", "timex3"]
