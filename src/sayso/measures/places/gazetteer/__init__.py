"""The gazetteer: the places of the world by name, in one SQLite file that is made at set-up."""

from __future__ import annotations

from sayso.measures.places.gazetteer.entry import Entry, How, Kind, Match
from sayso.measures.places.gazetteer.folding import fold
from sayso.measures.places.gazetteer.gazetteer import Gazetteer

__all__ = ["Entry", "Gazetteer", "How", "Kind", "Match", "fold"]
