"""Figures in series: ``/figures``."""

from __future__ import annotations

import csv
import io
import re

import pytest
from starlette.testclient import TestClient

from sayso.origins.series import policies

KILLED = "/figures?q=people+killed"


def test_every_report_of_a_thing_stands_beside_the_others(client: TestClient) -> None:
    found = client.get("/figures.json?q=people+killed").json()
    assert found
    reports = found[0]["reports"]
    assert len(reports) > 1
    page = client.get(KILLED).text
    for report in reports:
        digits, claim = report["claim"].removeprefix("sha256:").split("#")
        assert f"/claims/{digits[:16]}/{claim}" in page
    assert 'data-island="chart"' in page


@pytest.mark.parametrize("policy", list(policies()))
def test_each_policy_says_what_it_rests_on_and_what_it_leaves_out(client: TestClient, policy: str) -> None:
    page = client.get(f"{KILLED}&policy={policy}")
    view = client.get(f"/figures.json?q=people+killed&policy={policy}").json()[0]["view"]
    assert view["policy"] == policy
    assert f'<option value="{policy}" selected>' in page.text
    assert policies()[policy].meaning.split(";")[0] in page.text
    for out in view["left_out"]:
        assert out["why"].split("“")[0].split("'")[0] in page.text


@pytest.mark.parametrize("order", ["time", "origin", "size"])
def test_reports_can_be_put_in_order(client: TestClient, order: str) -> None:
    page = client.get(f"{KILLED}&order={order}")
    assert page.status_code == 200
    origins = [int(number) for number in re.findall(r'<td class="n"><a href="/origins/k\d+">(\d+)</a>', page.text)]
    if order == "origin":
        found = client.get("/figures.json?q=people+killed").json()
        first = origins[: len(found[0]["reports"])]
        assert first == sorted(first)


def test_the_table_for_pasting_numbers_its_pages(client: TestClient) -> None:
    for ending in ("md", "html", "tsv"):
        answer = client.get(f"/figures/cited.{ending}?q=people+killed&series=1")
        assert answer.status_code == 200
        assert "[1]" in answer.text
        assert "attachment" in answer.headers["content-disposition"]
    reports = client.get("/figures.json?q=people+killed").json()[0]["reports"]
    lines = client.get("/figures/cited.tsv?q=people+killed&series=1").text.splitlines()
    assert len(lines) == 2 + len(reports)
    assert client.get("/figures/cited.exe?q=people+killed").status_code == 404


def test_the_page_as_csv_has_a_line_for_each_report(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/figures.csv?q=people+killed").text)))
    assert len(rows) == sum(len(each["reports"]) for each in client.get("/figures.json?q=people+killed").json())


def test_words_that_name_no_thing_find_figures_beside_them(client: TestClient) -> None:
    assert client.get("/figures?q=dam").status_code == 200
    assert client.get("/figures?q=-dam+flood*").status_code == 200


def test_what_is_measured_is_listed_where_nothing_is_asked(client: TestClient) -> None:
    page = client.get("/figures")
    assert page.status_code == 200
    things = client.get("/figures.json").json()["things"]
    assert things
    for each in things[:5]:
        assert f">{each['thing']}</a>" in page.text
        assert client.get("/figures.json", params={**each["query"], "q": each["asking"]}).json()
    assert len(client.get("/figures.csv").text.splitlines()) == 1 + len(things)


def test_disputed_things_are_chosen_among_them(client: TestClient) -> None:
    every = client.get("/figures.json").json()["things"]
    found = client.get("/figures.json?disputed=1")
    assert found.json()["things"] == [each for each in every if each["disagree"]]
    page = client.get("/figures?disputed=1").text
    assert "contradict each other about" in page or "No figure is contradicted" in page


def test_a_long_series_is_shown_in_part_and_then_whole(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.workbench.views.figures.ROWS", 2)
    page = client.get(f"{KILLED}&page=1").text
    assert "Show all" in page
    assert "Show all" not in client.get(f"{KILLED}&rows=all").text


@pytest.mark.parametrize("asked", ["q=people&policy=none", "q=people&order=none", "q=x&min=many", "q=x&page=0"])
def test_what_cannot_be_asked_is_told(client: TestClient, asked: str) -> None:
    answer = client.get(f"/figures?{asked}")
    assert answer.status_code == 400
    assert "What to do" in answer.text


def test_nothing_found_says_what_to_do(client: TestClient) -> None:
    answer = client.get("/figures?q=zzzzunheardof+in+Xanadu")
    assert answer.status_code == 200
    assert "No figures answer this" in answer.text
