"""Times: expressions, their TIMEX3 values and intervals."""

from sayso.measures.times.find import find_times
from sayso.measures.times.said import date_sayings

__all__ = ["date_sayings", "find_times"]
