"""One claim: its sentence, its chain outwards, the pages that carry it, and the sum from pages to origins."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from sayso.ledger import Filters, Ledger
from sayso.nouns import Cluster, Correction, Decision, Edge, OriginCount, OriginGroup, Review
from sayso.nouns.found import FoundClaim
from sayso.workbench.waterfall import waterfall


@pytest.fixture(scope="module")
def claims(filled: Path) -> list[FoundClaim]:
    with Ledger.open(filled, create=False) as ledger:
        return list(ledger.claims(Filters()))


@pytest.fixture(scope="module")
def clusters(filled: Path) -> list[Cluster]:
    with Ledger.open(filled, create=False) as ledger:
        return list(ledger.clusters(Filters()))


def address(claim: FoundClaim) -> str:
    return f"/claims/{claim.document.id[7:23]}/{claim.id}"


def page(client: TestClient, where: str) -> html.HtmlElement:
    answer = client.get(where)
    assert answer.status_code == 200, answer.text[:300]
    return html.fromstring(answer.text)


def test_every_claim_has_a_page_with_its_sentence_marked(client: TestClient, claims: list[FoundClaim]) -> None:
    for claim in claims[::7]:
        found = page(client, address(claim))
        assert found.xpath("//h1")[0].text_content() == claim.text
        marked = "".join(found.xpath("//span[@class='claim']//text()"))
        text = client.get(f"/documents/{claim.document.id[7:23]}.json").json()["document"]["text"]
        assert marked == text[claim.start : claim.end].replace("\n", "")
        assert len(found.xpath(f"//div[contains(@class, 'text')]//span[@id='{claim.id}']")) == 1
        assert len(found.xpath("//@id")) == len(set(found.xpath("//@id")))


def test_the_chain_runs_from_who_said_it_first_to_the_page(client: TestClient, claims: list[FoundClaim]) -> None:
    claim = max(claims, key=lambda each: len(each.hops))
    assert len(claim.hops) >= 2
    hops = page(client, address(claim)).xpath("//ol[@class='hops']/li")
    assert len(hops) == len(claim.hops) + 1
    for shown, hop in zip(hops, claim.hops, strict=False):
        assert (hop.speaker or hop.source or "Somebody unnamed") in shown.text_content()
        assert f"#note-{hop.attribution}" in shown.xpath(".//a/@href")[0]
    assert "outlet" in hops[-1].get("class").split()
    assert (claim.document.outlet or "") in hops[-1].text_content()


def test_a_claim_of_the_writer_says_so(client: TestClient, claims: list[FoundClaim]) -> None:
    claim = next(each for each in claims if not each.hops)
    assert "The writer’s own words" in page(client, address(claim)).xpath("//ol[@class='hops']")[0].text_content()


def test_all_pages_that_carry_it_are_there(
    client: TestClient, claims: list[FoundClaim], clusters: list[Cluster]
) -> None:
    cluster = max(clusters, key=lambda each: len(each.members))
    claim = next(each for each in claims if each.cluster and each.cluster.name == cluster.cluster)
    found = page(client, address(claim))
    table = found.xpath("//section[@aria-labelledby='carried-head']//tbody")[0].text_content()
    assert all(member.text in table for member in cluster.members if member.text)
    assert f"/origins/{cluster.cluster}" in found.xpath("//a/@href")


def test_the_steps_add_up_for_every_cluster(clusters: list[Cluster]) -> None:
    for cluster in clusters:
        start, *steps, result = waterfall(cluster)
        left = start.left
        assert left == len({source for group in cluster.origins.groups for source in group.members})
        for step in steps:
            left += step.change
            assert step.left == left
        assert left == len(cluster.origins.groups)
        assert (result.low, result.left) == (cluster.origins.low, cluster.origins.high)
        for step in (start, *steps, result):
            solid, begin, width = step.bar
            assert 0 <= solid == begin <= begin + width <= 100.001


def test_pages_in_a_circle_leave_one_of_them() -> None:
    edges = tuple(
        Edge(from_=a, to=b, kind="cites", why=f"{a} names {b}.", score=1.0) for a, b in (("a", "b"), ("b", "a"))
    )
    circle = OriginGroup(origin="nobody", members=("a", "b"), edges=edges)
    other = OriginGroup(origin="somebody", members=("b", "c"), edges=())
    counted = OriginCount(low=1, high=2, groups=(circle, other))
    steps = waterfall(Cluster(cluster="k1", claim="It rained.", members=(), origins=counted))
    assert [(step.change, step.left) for step in steps] == [(3, 3), (1, 4), (-1, 3), (-1, 2), (0, 2)]
    assert steps[2].why == ("b names a.",)


def test_the_citation_quotes_the_page_and_names_the_bytes(client: TestClient, claims: list[FoundClaim]) -> None:
    claim = next(each for each in claims if each.edits and each.hops)
    with_capture = page(client, address(claim)).xpath("//pre[@id='citation']")[0].text
    reading = client.get(f"/documents/{claim.document.id[7:23]}.json").json()
    text = reading["document"]["text"]
    assert " ".join(text[claim.start : claim.end].split()).strip("“”\"' ") in with_capture
    assert reading["document"]["capture"]["sha256"] in with_capture
    assert f"characters {claim.start}–{claim.end}" in with_capture
    button = page(client, address(claim)).xpath("//button[@data-copy]")[0]
    assert button.get("data-copy") == with_capture


def test_decisions_and_judgements_are_its_history(
    reviewer: TestClient, own_ledger: Path, claims: list[FoundClaim], clusters: list[Cluster]
) -> None:
    cluster = next(each for each in clusters if len({member.document for member in each.members}) > 1)
    one, other = cluster.members[:2]
    with Ledger.open(own_ledger) as ledger:
        correction = Correction(speaker="Ines Falk", type="person")
        ledger.decide(
            Decision(
                document=one.document,
                target=one.claim,
                verdict="correct",
                correction=correction,
                by="Nils",
                why="heard it",
            )
        )
        ledger.review(
            Review(
                about="statements",
                a=f"{one.document}#{one.claim}",
                b=f"{other.document}#{other.claim}",
                kind="same",
                why="word for word",
                by="Orr",
                at="",
            )
        )
        list(ledger.link())
    events = page(reviewer, f"/claims/{one.document[7:23]}/{one.claim}").xpath("//ol[@class='events']/li")
    told = [" ".join(each.text_content().split()) for each in events]
    assert any("Nils: correct" in each and "heard it" in each for each in told)
    assert any("Orr: same" in each and "word for word" in each for each in told)


def test_other_forms(client: TestClient, claims: list[FoundClaim]) -> None:
    claim = claims[0]
    assert client.get(f"{address(claim)}.json").json()["text"] == claim.text
    assert len(client.get(f"{address(claim)}.csv").text.splitlines()) >= 2


@pytest.mark.parametrize(
    "where", ["ffffffffffffffff/c1", "{known}/c999", "{known}/x", "{known}/<b>", "{known}/%23", "0/c1"]
)
def test_a_claim_that_is_not_there(client: TestClient, claims: list[FoundClaim], where: str) -> None:
    answer = client.get("/claims/" + where.format(known=claims[0].document.id[7:23]))
    assert answer.status_code == 404
    assert "<b>" not in answer.text
