"""Two pages side by side: ``/compare``."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from sayso.nouns.compared import Compared, Shared
from sayso.nouns.found import DocumentRef
from sayso.workbench.side_by_side import stretches


def pair(client: TestClient) -> tuple[str, str]:
    """Two pages, one of which has text of the other."""
    for cluster in client.get("/origins.json").json():
        by_source = {member["source"]: member["document"] for member in cluster["members"]}
        for group in cluster["origins"]["groups"]:
            for edge in group["edges"]:
                if edge["kind"] in ("copies", "agency"):
                    return by_source[edge["from"]], by_source[edge["to"]]
    raise AssertionError


def test_both_texts_stand_there_with_what_they_share(client: TestClient) -> None:
    a, b = pair(client)
    page = client.get("/compare", params={"a": a, "b": b})
    assert page.status_code == 200
    found = client.get("/compare.json", params={"a": a, "b": b}).json()
    assert found["passages"]
    for number in range(1, len(found["passages"]) + 1):
        assert f'id="A-{number}"' in page.text
    assert "What one owes the other" in page.text
    lines = client.get("/compare.csv", params={"a": a, "b": b}).text.splitlines()
    assert len(lines) == 1 + len(found["pairs"])


def test_without_pages_it_asks_for_two(client: TestClient) -> None:
    for asked in ("", "?a=abcdef", "?b=abcdef"):
        page = client.get(f"/compare{asked}")
        assert page.status_code == 200
        assert "Set two pages" in page.text


@pytest.mark.parametrize(("b", "status"), [("000000", 404), ("nonsense", 404), (None, 400)])
def test_what_cannot_be_compared_is_told(client: TestClient, b: str | None, status: int) -> None:
    a, _ = pair(client)
    answer = client.get("/compare", params={"a": a, "b": b or a})
    assert answer.status_code == status
    assert "What to do" in answer.text


ranges = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: (min(pair), max(pair))), max_size=8
)


@given(text=st.text(min_size=40, max_size=60), spans=ranges)
def test_nothing_is_lost_whatever_overlaps(text: str, spans: list[tuple[int, int]]) -> None:
    page = DocumentRef(id="sha256:1", source="a", outlet=None, title=None, published=None, url=None)
    shared = tuple(Shared(a=span, b=span, a_text="", b_text="", words=1, exact=True) for span in spans)
    compared = Compared(a=page, b=page, share_a=0, share_b=0, passages=shared, edges=(), pairs=(), actors=())
    pieces = list(stretches(text, compared, "a"))
    assert "".join(piece.text for piece in pieces) == text
    marked = {at for start, end in spans for at in range(start, end)}
    assert sum(len(piece.text) for piece in pieces if piece.passage) == len(marked)
