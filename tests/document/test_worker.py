"""Pages are taken apart in a process of their own, and a page that misbehaves costs one line."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import signal
import threading
from pathlib import Path

import pytest

from sayso.config import Settings
from sayso.document.build import build
from sayso.document.worker import Extractor
from sayso.errors import DocumentError
from sayso.nouns import Capture, Given

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
LIMITS = dataclasses.replace(Settings(), page_seconds=20, page_memory_mb=400)


def capture_of(body: bytes) -> Capture:
    return Capture.of(body, media_type="text/html", source="page.html")


@pytest.fixture(scope="module")
def good() -> Capture:
    return capture_of(sorted(EXAMPLES.glob("*/*.html"))[0].read_bytes())


def test_it_gives_what_build_gives_and_errors_cross_with_their_codes(good: Capture) -> None:
    with Extractor(LIMITS) as extractor:
        assert extractor.extract(good, Given()) == build(good, Given())
        child = extractor.pid
        for body, code in (
            (b"", "SAY-010"),
            (bytes(5000), "SAY-011"),
            (b"<p>hi", "SAY-012"),
            (b"<b>" * 100_000 + b"x", "SAY-018"),
        ):
            with pytest.raises(DocumentError) as caught:
                extractor.extract(capture_of(body), Given())
            assert caught.value.code == code
            assert caught.value.subject == "page.html"
        assert extractor.extract(good, Given()).document.blocks
        assert extractor.pid == child, "an ordinary refusal costs no restart"
    assert extractor.pid is None


def test_too_long_is_killed_and_the_next_page_is_read(good: Capture) -> None:
    slow = capture_of(
        b"<body>" + b"<p>A short paragraph, one of very many on a page that takes long to read.</p>" * 60_000
    )
    with Extractor(dataclasses.replace(LIMITS, page_seconds=0.3, page_memory_mb=4000)) as extractor:
        with pytest.raises(DocumentError) as caught:
            extractor.extract(slow, Given())
        assert caught.value.code == "SAY-013"
    with Extractor(LIMITS) as extractor:
        assert extractor.extract(good, Given()).document.text


def test_too_much_memory_costs_one_page(good: Capture) -> None:
    large = capture_of(b"<body>" + b"<p>word <b>word</b></p>" * 700_000)
    with Extractor(dataclasses.replace(LIMITS, page_seconds=60, page_memory_mb=100)) as extractor:
        with pytest.raises(DocumentError) as caught:
            extractor.extract(large, Given())
        assert caught.value.code in {"SAY-014", "SAY-018"}
        assert extractor.extract(good, Given()).document.text


def test_a_child_that_dies_costs_one_page(good: Capture) -> None:
    with Extractor(LIMITS) as extractor:
        extractor.extract(good, Given())
        assert extractor.pid is not None
        os.kill(extractor.pid, signal.SIGKILL)
        with contextlib.suppress(DocumentError):  # where the kill comes after the look whether it lives
            extractor.extract(good, Given())
        again = extractor.extract(good, Given())
        assert again.document.text


def test_the_child_ends_with_its_parent(good: Capture) -> None:
    extractor = Extractor(LIMITS)
    extractor.extract(good, Given())
    child = extractor._child
    assert child is not None
    assert extractor._connection is not None
    extractor._connection.close()  # what the end of the parent does
    ended = threading.Event()
    threading.Thread(target=lambda: (child.wait(), ended.set()), daemon=True).start()
    assert ended.wait(20)
    extractor.close()
