"""Relative places: *25 miles east of the town*, *southern Libya*, *near the border with Turkey* -> regions."""

from __future__ import annotations

from sayso.measures.places.relative.find import relative_places

__all__ = ["relative_places"]
