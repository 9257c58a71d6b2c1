"""Coordinates written in the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.measures.places.coordinates import find_coordinates


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("The wreck lies at 32.76° N, 12.48° E.", 32.76, 12.48),
        ("The wreck lies at 32°45′N 12°29′E.", 32.75, 12.483333),
        ("at 32°45'30\"S, 12°29'15\"W", -32.758333, -12.4875),
        ("at 32.76 degrees north, 12.48 degrees west", 32.76, -12.48),
        ("at latitude 32.5 north and longitude 12.5 east", None, None),
        ("N 32° 45', E 12° 30'", 32.75, 12.5),
        ("coordinates: 32.7601, -12.4801", 32.7601, -12.4801),
        ("The wreck lies at 31.7456, 13.9840, divers said.", 31.7456, 13.984),
        ("the depot (−31.74561, 113.98402)", -31.74561, 113.98402),
    ],
)
def test_forms(text: str, lat: float | None, lon: float | None) -> None:
    found = find_coordinates(text)
    assert [(c.lat, c.lon) for c in found] == ([] if lat is None else [(lat, lon)])


@pytest.mark.parametrize(
    "text",
    [
        "95.1° N, 12.48° E",
        "12.5° N, 181° E",
        "32°75′N 12°29′E",
        "32.76° N",
        "version 3.2 N",
        "5 N, 6 p.m.",
        "at 3.25, 4.75",
        "(0.0312, 0.0047)",
        "at 31.7456, 13.9840, 2.1",
    ],
)
def test_what_is_no_point(text: str) -> None:
    assert find_coordinates(text) == ()


def test_a_point_is_as_exact_as_it_is_written() -> None:
    (coarse,) = find_coordinates("32.7° N, 12.4° E")
    (fine,) = find_coordinates("32.7601° N, 12.4801° E")
    assert coarse.radius_km == pytest.approx(5.56)
    assert fine.radius_km < 0.02


@settings(deadline=None)
@given(st.floats(-89.99, 89.99), st.floats(-179.99, 179.99))
def test_what_is_written_is_read(lat: float, lon: float) -> None:
    text = f"Found at {abs(lat):.4f}° {'S' if lat < 0 else 'N'}, {abs(lon):.4f}° {'W' if lon < 0 else 'E'} on Sunday."
    (found,) = find_coordinates(text)
    assert found.lat == pytest.approx(lat, abs=6e-5)
    assert found.lon == pytest.approx(lon, abs=6e-5)
    assert text[found.start : found.end].startswith(f"{abs(lat):.4f}")


@settings(deadline=None)
@given(st.text(alphabet="0123456789.°'′\"NSEW ,-", max_size=60))
def test_any_text_is_read_without_fault(text: str) -> None:
    for c in find_coordinates(text):
        assert -90 <= c.lat <= 90
        assert -180 <= c.lon <= 180
        assert c.radius_km > 0
