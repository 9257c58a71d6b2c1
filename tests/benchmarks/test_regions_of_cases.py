"""Relative places of the real world: how many are found and how many regions hold the true point must not fall."""

from __future__ import annotations

import pytest

from relative_places import named, own_cases, score
from sayso.measures.places.gazetteer import Gazetteer
from sayso.measures.places.geo import distance_km


@pytest.mark.slow
@pytest.mark.parametrize(("part", "floor"), [("cases", 0.96), ("held_out", 0.92)])
def test_regions_hold_the_true_points(gazetteer: Gazetteer, part: str, floor: float) -> None:
    cases = list(own_cases(gazetteer, part))
    counts, _ = score(cases, gazetteer, show=False)
    assert counts["found"] >= floor * counts["asked"]
    assert counts["holds"] >= floor * counts["located"]


def test_sabratha_lies_57_miles_from_the_border(gazetteer: Gazetteer) -> None:
    place = named(gazetteer, "p1", "Sabratha", 0, None, "LY")
    assert place.gazetteer is not None
    entry, border = gazetteer.entry(place.gazetteer.id), gazetteer.border("LY", "TN")
    assert entry is not None
    assert border is not None
    assert distance_km((entry.lat, entry.lon), border) / 1.609344 == pytest.approx(57.0, abs=1.0)
