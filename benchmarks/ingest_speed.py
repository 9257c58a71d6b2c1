"""From capture to stored document without the reader: pages per second and core, and peak memory.

The steps are those of ``sayso add`` without reading: take the page apart (article, metadata, comments, byte ranges),
judge spam, store capture and document. Bare trafilatura (text and metadata) reads each page in the same process
directly after, so that other load on the machine slows both alike. Times are of the processor, after some pages that
load what is loaded lazily (the language model, lexicons, trafilatura's stop words).
"""

from __future__ import annotations

import logging
import resource
import sys
import tempfile
import time
from pathlib import Path

import data
import pages
import results
from sayso.document.build import build
from sayso.document.extracted import Extracted
from sayso.errors import SaysoError
from sayso.nouns import Capture, Given, Reading

#: Pages read before the clock starts.
WARM_UP = 15
#: Loads the model of languages, which no function word tells.
_LITTLE_KNOWN = "Ngiyabonga kakhulu ngokufika kwenu lapha namhlanje, siyajabula ukunibona nonke futhi sithemba ukuthi"


class Clock:
    """Seconds of the processor, added up by name."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._at = 0.0

    def start(self) -> None:
        self._at = time.process_time()

    def stop(self, name: str) -> None:
        now = time.process_time()
        self.spent[name] = self.spent.get(name, 0.0) + now - self._at
        self._at = now


def building(capture: Capture) -> Extracted | None:
    """Take a capture apart; None where it holds no article."""
    try:
        return build(capture, Given())
    except SaysoError:
        return None


def by_trafilatura(capture: Capture) -> None:
    import trafilatura

    trafilatura.bare_extraction(capture.body, url=capture.url, with_metadata=True)


def load_lazily() -> None:
    """Load what a first page would have to wait for."""
    from trafilatura.external import jt_stoplist_init

    from sayso.document.language import detect

    jt_stoplist_init()
    detect(_LITTLE_KNOWN * 4)


def main() -> None:
    from sayso.ledger import Ledger

    given = data.parser(__doc__).parse_args()
    logging.disable(logging.CRITICAL)
    chosen = list(pages.fundus(data.corpus("pages", given.data)))
    chosen = chosen[:: max(1, len(chosen) // given.limit)] if given.limit else chosen
    captures = [Capture.of(p.body, media_type="text/html", source=p.name, url=p.url) for p in chosen]
    held = sum(len(p.body) for p in chosen) / 2**20
    load_lazily()
    clock = Clock()
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger.open(Path(folder) / "ledger.db")
        for number, capture in enumerate(captures):
            if number == WARM_UP:
                clock = Clock()
            clock.start()
            extracted = building(capture)
            clock.stop("document")
            if extracted is not None:
                ledger.add(capture, Reading(document=extracted.document, comments=extracted.comments))
            clock.stop("store")
            by_trafilatura(capture)
            clock.stop("trafilatura")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    document, peer, count = clock.spent["document"], clock.spent["trafilatura"], len(captures[WARM_UP:])
    named = {
        "sayso, to the stored document": document + clock.spent["store"],
        "sayso, document alone": document,
        "trafilatura with metadata": peer,
    }
    rows: list[list[object]] = [
        [name, f"{count / spent:.1f}", f"{1000 * spent / count:.1f}", f"{spent / peer:.2f}"]
        for name, spent in named.items()
    ]
    table = results.table(["", "pages a second and core", "ms a page", "times trafilatura"], rows)
    note = (
        f"{len(captures)} pages of fundus, each read by both in turn. "
        f"Peak memory {peak:.0f} MB, of which the pages take {held:.0f} MB."
    )
    command = "python benchmarks/ingest_speed.py" + (f" --limit {given.limit}" if given.limit else "")
    results.record("Ingest speed", command, [*table, "", note])


if __name__ == "__main__":
    sys.exit(main())
