"""What every answer carries, whatever was asked."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize("address", ["/documents", "/documents.json", "/nothing", "/static/css/base.css"])
def test_nothing_runs_that_is_not_ours(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"


def test_a_form_of_another_site_does_nothing(client: TestClient) -> None:
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"}):
        assert client.post("/documents", headers=headers).status_code == 403


def test_nothing_of_the_ledger_stays_in_the_browser(client: TestClient) -> None:
    kept = {
        "/documents": "no-store",
        "/documents.csv": "no-store",
        "/nothing": "no-store",
        "/static/css/base.css": "no-cache",
        "/static/css/base.css?v=1": "public, max-age=31536000, immutable",
        "/static/css/none.css?v=1": "no-cache",
    }
    assert {address: client.get(address).headers["cache-control"] for address in kept} == kept
