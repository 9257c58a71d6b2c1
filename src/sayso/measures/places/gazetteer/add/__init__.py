"""Adding lists of places that others made: GeoNames dumps, Who's On First, GeoJSON."""

from __future__ import annotations

from sayso.measures.places.gazetteer.add.add import Added, add, remove

__all__ = ["Added", "add", "remove"]
