"""Pages and clusters by their short names."""

from __future__ import annotations

import pytest

from sayso.nouns.called import cluster_number, file_of


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("page.html", "page.html"),
        ("/home/ann/pages/page.html", "page.html"),
        ("https://example.org/news/dam/", "dam"),
        ("/", "/"),
        ("-", "-"),
    ],
)
def test_a_page_is_called_by_its_file(source: str, name: str) -> None:
    assert file_of(source) == name


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("k1", 1),
        (" k12 ", 12),
        ("k", None),
        ("12", None),
        ("k-1", None),
        ("k1x", None),
        ("k٣", None),
        ("k" + "9" * 19, None),
    ],
)
def test_a_cluster_is_called_by_its_number(name: str, number: int | None) -> None:
    assert cluster_number(name) == number
