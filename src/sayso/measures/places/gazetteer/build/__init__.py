"""Making the file of the gazetteer from packages and from our own lists."""

from __future__ import annotations

from sayso.measures.places.gazetteer.build.make import build, is_stale

__all__ = ["build", "is_stale"]
