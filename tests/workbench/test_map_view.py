"""Where: what is drawn has its row in the table, and leads to the claims."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient


@pytest.fixture(scope="module")
def features(client: TestClient) -> list[dict[str, Any]]:
    answer = client.get("/map.geojson")
    assert answer.headers["content-type"] == "application/geo+json"
    found: list[dict[str, Any]] = answer.json()["features"]
    return found


def test_every_feature_has_its_row(client: TestClient, features: list[dict[str, Any]]) -> None:
    page = client.get("/map").text
    assert {each["properties"]["kind"] for each in features} == {"place", "movement"}
    assert all(f'id="{each["properties"]["row"]}"' in page for each in features)


def test_a_place_leads_to_its_claims(client: TestClient, features: list[dict[str, Any]]) -> None:
    places = [each["properties"] for each in features if each["properties"]["kind"] == "place"]
    for place in places[:6]:
        page = client.get(place["href"].replace("/claims?", "/claims.json?"))
        assert page.status_code == 200
        assert page.json(), place["title"]


def test_coordinates_are_longitude_then_latitude(client: TestClient) -> None:
    answer = client.get("/map.json").json()
    drawn = client.get("/map.geojson").json()["features"]
    for number, place in enumerate(answer["places"]):
        if place["geometry"] is None:
            assert drawn[number]["geometry"]["coordinates"] == [place["lon"], place["lat"]]
    assert any(place["geometry"] is None for place in answer["places"])


def test_a_movement_that_is_not_certain_is_drawn_otherwise(features: list[dict[str, Any]]) -> None:
    for each in features:
        if each["properties"]["kind"] == "movement":
            assert each["geometry"]["type"] == "LineString"
            assert each["properties"]["status"] in ("asserted", "hedged", "denied", "planned", "hypothetical", "asked")
            assert isinstance(each["properties"]["inferred"], bool)


def test_movements_one_by_one(client: TestClient) -> None:
    found = client.get("/movements.json").json()
    page = client.get("/movements").text
    assert found
    assert page.count("<tr>") == min(len(found), 50) + 1


def test_nothing_to_show_says_so(client: TestClient) -> None:
    for view in ("/map", "/movements"):
        assert "meets these filters" in client.get(view, params={"q": "nobodyeverwroteso"}).text
    assert client.get("/map", params={"near": "95,0,1"}).status_code == 400
