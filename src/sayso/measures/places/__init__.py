"""Places: names, relative places and coordinates, resolved to points and areas, with the rivals each beat."""

from __future__ import annotations

from sayso.measures.places.find import find_places, gazetteer_or_fault

__all__ = ["find_places", "gazetteer_or_fault"]
