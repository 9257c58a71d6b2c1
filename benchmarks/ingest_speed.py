"""From capture to stored document without the reader: pages per second and core, and peak memory.

The steps are those of ``sayso add`` without reading: take the page apart (article, metadata, comments, byte ranges),
judge spam, store capture and document. Bare trafilatura (text and metadata) runs over the same pages in the same
process. Times are of the processor, after some pages that load what is loaded lazily (the language model, lexicons).
"""

from __future__ import annotations

import logging
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import data
import pages
import results
from sayso.document.build import build
from sayso.errors import SaysoError
from sayso.nouns import Capture, Given, Reading

#: Pages read before the clock starts.
WARM_UP = 15


def storing(folder: Path) -> Callable[[Capture], None]:
    """Take a capture apart and store it in a ledger of its own."""
    from sayso.ledger import Ledger

    ledger = Ledger.open(folder / "ledger.db")

    def run(capture: Capture) -> None:
        try:
            extracted = build(capture, Given())
        except SaysoError:
            return
        ledger.add(capture, Reading(document=extracted.document, comments=extracted.comments))

    return run


def building(capture: Capture) -> None:
    """Take a capture apart, and that is all."""
    try:
        build(capture, Given())
    except SaysoError:
        return


def by_trafilatura(capture: Capture) -> None:
    import trafilatura

    trafilatura.bare_extraction(capture.body, url=capture.url, with_metadata=True)


def main() -> None:
    given = data.parser(__doc__).parse_args()
    logging.disable(logging.CRITICAL)
    chosen = [
        p for i, p in enumerate(pages.fundus(data.corpus("pages", given.data))) if not given.limit or i < given.limit
    ]
    captures = [Capture.of(p.body, media_type="text/html", source=p.name, url=p.url) for p in chosen]
    held = sum(len(p.body) for p in chosen) / 2**20
    rows: list[list[object]] = []
    with tempfile.TemporaryDirectory() as folder:
        steps = {"sayso, to the stored document": storing(Path(folder)), "sayso, document alone": building}
        peak = 0.0
        for name, step in {**steps, "trafilatura with metadata": by_trafilatura}.items():
            for capture in captures[:WARM_UP]:
                step(capture)
            begin = time.process_time()
            for capture in captures[WARM_UP:]:
                step(capture)
            spent = time.process_time() - begin
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            rows.append(
                [
                    name,
                    f"{len(captures[WARM_UP:]) / spent:.1f}",
                    f"{1000 * spent / len(captures[WARM_UP:]):.1f}",
                    f"{peak:.0f}",
                ]
            )
    table = results.table(["", "pages a second and core", "ms a page", "peak MB so far"], rows)
    note = f"{len(captures)} pages of fundus, all of which ({held:.0f} MB) are held in memory by the benchmark itself."
    results.record("Ingest speed", "python benchmarks/ingest_speed.py", [*table, "", note])


if __name__ == "__main__":
    sys.exit(main())
