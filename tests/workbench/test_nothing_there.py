"""Views on figures, sources and origins over a ledger that holds nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from sayso.ledger import Ledger
from sayso.workbench.app import make_app
from sayso.workbench.settings import Settings


@pytest.fixture(scope="module")
def newcomer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A visitor of a workbench over an empty ledger."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    Ledger.open(path).close()
    with TestClient(make_app(Settings(ledger=path)), base_url="http://localhost") as visitor:
        yield visitor


@pytest.mark.parametrize(
    "address", ["/figures", "/figures?q=people", "/figures?disputed=1", "/sources", "/network", "/origins", "/compare"]
)
def test_an_empty_ledger_says_what_to_do(newcomer: TestClient, address: str) -> None:
    page = newcomer.get(address)
    assert page.status_code == 200
    for form in ("json", "csv"):
        path, _, query = address.partition("?")
        assert newcomer.get(f"{path}.{form}?{query}").status_code == 200
    assert any(told in page.text for told in ("Add pages", "No figures answer", "No figure is", "Set two", "Also show"))


@pytest.mark.parametrize("address", ["/sources/Ann", "/sources/-", "/origins/k1", "/origins/k1/graph"])
def test_what_is_not_there_is_told(newcomer: TestClient, address: str) -> None:
    page = newcomer.get(address)
    assert page.status_code == 404
    assert "What to do" in page.text
