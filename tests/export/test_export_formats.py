"""The list of formats: each has a module, a page in the docs, and a line for whoever lacks its libraries."""

from __future__ import annotations

import importlib
import importlib.util
import io
import subprocess
import sys
from pathlib import Path

import pytest

from made_readings import page
from sayso.errors import ExportError, LedgerError
from sayso.export import FORMATS, Format, Selection, export, format_named, ready
from sayso.ledger import Ledger, make_filters

DOCS = Path(__file__).resolve().parents[2] / "docs"
NAMES = ("csv", "parquet", "jsonl", "geojson", "web-annotation", "claimreview", "stix", "prov", "html")


def test_the_formats_are_those_of_the_contract() -> None:
    assert tuple(FORMATS) == NAMES


@pytest.mark.parametrize("format", FORMATS.values(), ids=FORMATS)
def test_every_format_is_documented_with_what_it_loses(format: Format) -> None:
    told = (DOCS / "reference" / "formats" / f"{format.name}.md").read_text(encoding="utf-8")
    assert "## What is lost" in told
    assert format.suffix in told
    assert format.name in (DOCS / "how-to" / "export.md").read_text(encoding="utf-8")
    assert format.lossy.endswith(".")


@pytest.mark.parametrize("format", FORMATS.values(), ids=FORMATS)
def test_every_format_has_its_module(format: Format) -> None:
    assert callable(importlib.import_module(f"sayso.export.{format.module}").write)


def test_an_unknown_format_is_answered_with_the_known_ones() -> None:
    with pytest.raises(ExportError, match=r"^SAY-120 xml: .*csv, parquet") as caught:
        format_named("xml")
    assert caught.value.code == "SAY-120"


@pytest.mark.parametrize("format", [each for each in FORMATS.values() if each.needs], ids=lambda each: each.name)
def test_a_missing_library_is_one_line_that_says_how_to_get_it(format: Format, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ExportError, match=r"^SAY-121 .*pip install 'sayso\[export\]'$"):
        ready(format)


def test_the_list_costs_no_library() -> None:
    program = (
        "import sys, sayso.export, sayso.export.flat\n"
        "print(sorted({'pyarrow', 'rdflib', 'stix2', 'jinja2', 'sqlalchemy', 'shapely'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    made = Ledger.open(tmp_path / "ledger.db")
    made.add(*page())
    made.add(*page(title="Another", source="other.html", body="another"))
    return made


def test_one_document_or_claim_of_it_can_be_selected(ledger: Ledger) -> None:
    one = next(ledger.documents(make_filters(query="Another")))
    of_document = Selection(document="other.html").chosen(ledger)
    assert {claim.document.id for claim in ledger.claims(of_document)} == {one.id}
    of_claim = Selection(claim="other.html#c2").chosen(ledger)
    assert [(claim.document.id, claim.id) for claim in ledger.claims(of_claim)] == [(one.id, "c2")]
    assert [document.id for document in ledger.documents(of_claim)] == [one.id]


def test_one_cluster_can_be_selected(ledger: Ledger) -> None:
    list(ledger.link())
    cluster = next(iter(ledger.clusters(make_filters())))
    chosen = Selection(cluster=cluster.cluster).chosen(ledger)
    assert {(m.document, m.claim) for m in cluster.members} == {(c.document.id, c.id) for c in ledger.claims(chosen)}
    assert {m.document for m in cluster.members} == {document.id for document in ledger.documents(chosen)}


@pytest.mark.parametrize("wrong", [{"document": "nowhere.html"}, {"claim": "other.html#c99"}, {"cluster": "k99999"}])
@pytest.mark.parametrize("more", ["", "'; --", "😀"])
def test_a_name_that_leads_nowhere_is_one_line(ledger: Ledger, wrong: dict[str, str], more: str) -> None:
    with pytest.raises(LedgerError) as caught:
        export("csv", ledger, Selection(**{name: value + more for name, value in wrong.items()}), io.BytesIO())
    assert caught.value.code == "SAY-068"
