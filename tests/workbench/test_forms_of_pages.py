"""Every page under the ending of each form: in that form, or not at all."""

from __future__ import annotations

import json

import pytest
from starlette.testclient import TestClient

_LISTS = ["/claims", "/documents", "/timeline", "/map", "/movements", "/figures", "/sources", "/network", "/origins"]


@pytest.mark.parametrize("address", [*_LISTS, "/review", "/review/log", "/questions"])
def test_every_list_is_there_as_data(client: TestClient, address: str) -> None:
    found = client.get(f"{address}.json")
    assert (found.status_code, found.headers["content-type"]) == (200, "application/json")
    assert isinstance(found.json(), list | dict)
    table = client.get(f"{address}.csv")
    assert (table.status_code, table.headers["content-type"]) == (200, "text/csv; charset=utf-8")


def test_the_map_is_there_as_geojson(client: TestClient) -> None:
    found = client.get("/map.geojson")
    assert found.headers["content-type"] == "application/geo+json"
    assert json.loads(found.content)["type"] == "FeatureCollection"


@pytest.mark.parametrize("address", ["/claims.geojson", "/add.json", "/add.csv", "/network/graph.csv", "/export.json"])
def test_what_is_not_there_in_a_form_is_not_given_in_another(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404
