"""Pinned floors of dates, authors and titles on a sample of the development pages."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.document.html.decode import decode
from sayso.document.html.metadata import collect, names
from sayso.document.html.metadata.headline import words
from sayso.document.html.parse import parse
from sayso.nouns import Given

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "benchmarks"))
#: One page in so many.
EVERY = 4
#: Dates and authors: right when answered, coverage; titles: right of all. A little below what this sample gives.
FLOORS = {
    "fundus": {"date": (0.96, 0.98), "authors": (0.90, 0.88), "title": 0.79},
    "trafilatura_eval": {"date": (0.89, 0.93), "authors": (0.88, 0.77), "title": 0.82},
}


@pytest.mark.slow
@pytest.mark.shared
@pytest.mark.parametrize("name", FLOORS)
def test_metadata_floors(name: str, corpus: Callable[[str], Path]) -> None:
    import page_gold

    pages = list(getattr(page_gold, name)(corpus("pages")))[::EVERY]
    counts = {field: [0, 0, 0] for field in ("date", "authors", "title")}  # pages, answered, right
    for page in pages:
        html = decode(page.body, source=page.name).text
        found = collect(parse(html), html=html, url=page.url, given=Given(), retrieved=page.captured)
        gold_names = {names.key(part) for byline in page.authors or () for part in names.split(byline)}
        got_names = {names.key(author.name) for author in found.bylines}
        for field, gold, answered, right in (
            ("date", page.published, found.published, (found.published or "")[:10] == page.published),
            ("authors", page.authors, found.bylines, got_names == gold_names),
            ("title", page.title, found.title, words(found.title or "") == words(page.title or "")),
        ):
            if gold:
                for index, count in enumerate((1, bool(answered), bool(answered) and right)):
                    counts[field][index] += count
    for field in ("date", "authors"):
        total, answered, right = counts[field]
        precision, coverage = FLOORS[name][field]  # type: ignore[misc]
        assert (right / answered >= precision, answered / total >= coverage) == (True, True), (field, counts[field])
    total, _, right = counts["title"]
    assert right / total >= FLOORS[name]["title"], counts["title"]  # type: ignore[operator]
