"""Every claim shown resolves to the same characters in the stored capture: all example pages, through the ledger."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from sayso.capture import CaptureOptions, open_inputs
from sayso.document.html.locate import Resolver
from sayso.ledger import Ledger
from sayso.nouns import Capture, Given
from sayso.pipeline import read_capture
from sayso.plugins import DEFAULT_PROFILE, FALLBACK_PROFILE, load_reader

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PAGES = sorted(p for p in EXAMPLES.rglob("*") if p.suffix in (".html", ".txt"))


def shown(body: bytes, *, markup: bool) -> str:
    """What a reader sees of some bytes of a page, without white space. (The example pages are UTF-8.)"""
    text = body.decode("utf-8")
    if markup:
        text = html.unescape(re.sub(r"<[^>]*>", "", text))
    return "".join(text.split())


@pytest.fixture(scope="module", params=[DEFAULT_PROFILE, FALLBACK_PROFILE])
def ledger(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    store = Ledger.open(tmp_path_factory.mktemp("traceable") / "ledger.db", create=True)
    reader = load_reader(request.param)
    for capture in open_inputs([str(p) for p in PAGES], CaptureOptions()):
        assert isinstance(capture, Capture)
        store.add(capture, read_capture(capture, given=Given(), reader=reader))
    return store


def test_there_is_something_to_trace(ledger: Ledger) -> None:
    readings = list(ledger.readings())
    assert len(readings) == len(PAGES)
    assert sum(len(reading.claims) for reading in readings) > 150


def test_every_claim_leads_back_to_its_bytes(ledger: Ledger) -> None:
    for reading in ledger.readings():
        document = reading.document
        capture = ledger.capture(document.id)
        resolver = Resolver(document, capture)
        contents = {a.id: a.content.spans for a in reading.attributions}
        for claim in reading.claims:
            for start, end in ((claim.start, claim.end), *contents.get(claim.attribution or "", ())):
                found = resolver.resolve(start, end)
                assert found is not None, (document.source, claim.id)
                held = shown(capture.body[slice(*found)], markup=capture.media_type == "text/html")
                assert held == "".join(document.text[start:end].split()), (document.source, claim.id)


def test_every_mention_cue_and_measure_is_its_own_text(ledger: Ledger) -> None:
    for reading in ledger.readings():
        text = reading.document.text
        spans = [*reading.mentions, *reading.times, *reading.quantities, *reading.places]
        spans += [a.cue for a in reading.attributions if a.cue is not None]
        assert spans
        assert all(text[span.start : span.end] == span.text for span in spans)
