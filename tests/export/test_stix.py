"""STIX objects are valid, refer to each other, and are the same whenever they are made."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from carried_pages import nasty, written
from sayso.config import Settings
from sayso.errors import ConfigError
from sayso.ledger import Ledger, make_filters

stix2 = pytest.importorskip("stix2")
Object = dict[str, Any]


@pytest.fixture(scope="module")
def bundle(ledger: Ledger) -> bytes:
    return written("stix", ledger)


@pytest.fixture(scope="module")
def objects(bundle: bytes) -> list[Object]:
    found: list[Object] = json.loads(bundle)["objects"]
    return found


def of(objects: list[Object], kind: str) -> list[Object]:
    return [each for each in objects if each["type"] == kind]


def test_stix2_reads_it_back_as_what_it_was(bundle: bytes) -> None:
    parsed = stix2.parse(bundle, allow_custom=False)
    assert parsed.type == "bundle"
    again = {each.id: json.loads(each.serialize()) for each in parsed.objects}
    assert again == {each["id"]: each for each in json.loads(bundle)["objects"]}


def test_all_kinds_are_there(objects: list[Object]) -> None:
    assert set(Counter(each["type"] for each in objects)) == {
        *("extension-definition", "file", "identity", "location", "marking-definition", "note", "observed-data"),
        *("opinion", "relationship", "report", "url"),
    }


def test_no_object_is_there_twice_and_every_reference_leads_to_one_before_it(objects: list[Object]) -> None:
    seen: set[str] = set()
    for each in objects:
        assert each["id"] not in seen
        for name, value in each.items():
            if name.endswith("_ref"):
                assert value in seen | {each["id"]}, name
            if name.endswith("_refs"):
                assert set(value) <= seen, name
        for extension in each.get("extensions", {}):
            assert extension in seen
        seen.add(each["id"])


def test_ids_follow_from_what_they_are_of(bundle: bytes, ledger: Ledger) -> None:
    assert written("stix", ledger) == bundle
    ids = re.findall(r'"id":"[a-z-]+--([0-9a-f-]{36})"', bundle.decode())
    fixed = {stix2.TLP_AMBER.id.partition("--")[2]}
    assert all(each[14] == "5" for each in ids if each not in fixed)


def test_the_same_thing_is_the_same_object_in_every_selection(ledger: Ledger, objects: list[Object]) -> None:
    known = {each["id"]: each for each in objects}
    claim = next(ledger.claims(make_filters(by="Ristevski")))
    shared = ("identity", "location", "observed-data", "file", "url", "note")
    for chosen in ({"document": claim.document.id}, {"claim": f"{claim.document.id}#{claim.id}"}):
        made = json.loads(written("stix", ledger, **chosen))["objects"]
        for each in made:
            if each["type"] in shared and "origins" not in each.get("labels", ()):
                assert each == known[each["id"]]


def test_every_claim_has_a_note_with_its_chain(ledger: Ledger, objects: list[Object]) -> None:
    notes = {
        (each["document"], each["claim"]): (note, each)
        for note in of(objects, "note")
        for each in note.get("extensions", {}).values()
    }
    known = {each["id"]: each for each in objects}
    for claim in ledger.claims(make_filters()):
        note, extension = notes.pop((claim.document.id, claim.id))
        assert note["abstract"] == claim.text
        assert extension["status"] == claim.status
        assert [hop["kind"] for hop in extension.get("chain", [])] == [hop.kind for hop in claim.hops]
        for made, hop in zip(extension.get("chain", []), claim.hops, strict=True):
            assert (made.get("speaker_ref") is None) == (hop.speaker is None)
            if hop.speaker:
                assert known[made["speaker_ref"]]["name"] == hop.speaker
    assert not notes


def test_one_speaker_is_one_identity_over_all_pages_and_a_description_is_not(objects: list[Object]) -> None:
    names = Counter(each["name"] for each in of(objects, "identity"))
    assert names["Goran Ristevski"] == 1
    (mayor,) = (each for each in of(objects, "identity") if each["name"] == "Goran Ristevski")
    assert mayor["identity_class"] == "individual"


def test_what_was_captured_is_named_by_its_digest(ledger: Ledger, objects: list[Object]) -> None:
    digests = {each["hashes"]["SHA-256"] for each in of(objects, "file")}
    assert digests == {page.document.capture.sha256 for page in ledger.readings()}


def test_places_have_a_country_or_a_position(objects: list[Object]) -> None:
    for place in of(objects, "location"):
        assert "country" in place or "latitude" in place
        assert ("latitude" in place) == ("longitude" in place)


def test_what_reviewers_decided_are_their_opinions(objects: list[Object]) -> None:
    known = {each["id"]: each for each in objects}
    opinions = of(objects, "opinion")
    assert {each["opinion"] for each in opinions} == {"agree"}
    assert {known[each["created_by_ref"]]["name"] for each in opinions} == {"Ada Review"}
    (corrected,) = (each for each in opinions if each["explanation"].startswith("Corrected"))
    assert "Ilinka <Petrova>" in known[corrected["object_refs"][0]]["content"]
    (grade,) = (each for each in of(objects, "note") if "reliability-b" in each.get("labels", ()))
    assert {known[ref]["name"] for ref in grade["object_refs"]} == {"Goran Ristevski"}


def test_pages_that_owe_each_other_text_are_related(objects: list[Object]) -> None:
    kinds = Counter(each["relationship_type"] for each in of(objects, "relationship"))
    assert {"derived-from", "duplicate-of", "quotes"} <= set(kinds)
    assert all(each["source_ref"] != each["target_ref"] for each in of(objects, "relationship"))
    assert any(each["abstract"].startswith("Independent origins: ") for each in of(objects, "note"))


def test_the_marking_is_amber_unless_set_otherwise(
    ledger: Ledger, objects: list[Object], monkeypatch: pytest.MonkeyPatch
) -> None:
    marked = [each for each in objects if each["type"] != "marking-definition"]
    assert {ref for each in marked for ref in each["object_marking_refs"]} == {stix2.TLP_AMBER.id}
    monkeypatch.setenv("SAYSO_TLP", "White")
    made = json.loads(written("stix", ledger, filters=make_filters(by="Ristevski", limit=1)))["objects"]
    assert made[0]["id"] == stix2.TLP_WHITE.id
    with pytest.raises(ConfigError, match="SAYSO_TLP"):
        Settings.load({"SAYSO_TLP": "blue"})


def test_nothing_unknown_is_written(bundle: bytes) -> None:
    assert b":null" not in bundle
    assert b'"None"' not in bundle
    assert b"<" not in bundle


def test_any_text_comes_back_as_it_was(tmp_path: Path) -> None:
    with nasty(tmp_path / "ledger.db") as ledger:
        parsed = stix2.parse(written("stix", ledger), allow_custom=False)
        told = {each.abstract for each in parsed.objects if each.type == "note"}
        assert {claim.text for claim in ledger.claims(make_filters())} <= told


def test_nothing_chosen_is_a_bundle_of_nothing(ledger: Ledger) -> None:
    made = stix2.parse(written("stix", ledger, filters=make_filters(about="zebra")))
    assert {each.type for each in made.objects} == {"marking-definition", "identity", "extension-definition"}
