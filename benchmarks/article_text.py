"""Article text on pages of the real world and on the newsroom, with other extractors in the same run.

fundus, fundus-eval, newsroom: F1 of the words of the text (bags of words, mean of pages). trafilatura-eval: precision,
recall and F1 of text segments that must and must not be found, as its own evaluation counts them, and the share of
comment segments that stand in the text. ``sites`` 0 and 1 are the halves of a set by site; rules were tried on both.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import data
import pages
import peers
import results
from sayso.document.build import build
from sayso.errors import SaysoError
from sayso.nouns import Capture, Given


def by_sayso(body: bytes) -> str:
    """What sayso takes for the article; nothing where it refuses the page."""
    try:
        return build(Capture.of(body, media_type="text/html", source="page.html"), Given()).document.text
    except SaysoError:
        return ""


def guarded(extract: peers.Extract, body: bytes) -> str:
    """The text; nothing where an extractor fails."""
    try:
        return extract(body)
    except Exception:  # noqa: BLE001 - readability and newspaper raise many things
        return ""


def words_table(chosen: Sequence[pages.Page], tools: dict[str, peers.Extract]) -> list[str]:
    """Mean token F1, overall and by half."""
    rows: list[list[object]] = []
    for name, extract in tools.items():
        begin = time.process_time()
        scores = [(pages.half(p.name), pages.f1(p.gold, guarded(extract, p.body), p.optional)) for p in chosen]
        spent = time.process_time() - begin
        halves = [[s for h, s in scores if h == half] for half in (0, 1)]
        means = [sum(part) / max(1, len(part)) for part in ([s for _, s in scores], *halves)]
        rows.append([name, *means, f"{1000 * spent / len(chosen):.0f}"])
    return results.table(["", "F1", "F1, sites 0", "F1, sites 1", "ms a page"], rows)


def segments_table(chosen: Sequence[pages.Page], tools: dict[str, peers.Extract]) -> list[str]:
    """Segments with and without, and comments leaked."""
    rows: list[list[object]] = []
    for name, extract in tools.items():
        hits = wanted = false = leaked = comments = 0
        for page in chosen:
            text = guarded(extract, page.body)
            hits += sum(segment in text for segment in page.within)
            wanted += len(page.within)
            false += sum(segment in text for segment in page.without)
            leaked += sum(segment in text for segment in page.comments)
            comments += len(page.comments)
        precision, recall = hits / max(1, hits + false), hits / max(1, wanted)
        score = 2 * precision * recall / max(1e-9, precision + recall)
        rows.append([name, precision, recall, score, leaked / max(1, comments)])
    return results.table(["", "precision", "recall", "F1", "comments leaked"], rows)


def main() -> None:
    options = data.parser(__doc__)
    options.add_argument("--only", choices=["fundus", "fundus-eval", "newsroom", "trafilatura-eval"])
    given = options.parse_args()
    where = data.corpus("pages", given.data)
    tools = {"sayso": by_sayso, **peers.peers()}

    def some(loaded: Iterable[pages.Page]) -> list[pages.Page]:
        found = list(loaded)
        return found[:: max(1, len(found) // given.limit)] if given.limit else found

    newsroom = Path(data.SHARED) / "data" / "newsroom"
    sets = {
        "fundus": lambda: words_table(some(pages.fundus(where)), tools),
        "fundus-eval": lambda: words_table(some(pages.fundus_eval(where)), tools),
        "newsroom": lambda: words_table(some(pages.newsroom(newsroom)), tools),
        "trafilatura-eval": lambda: segments_table(some(pages.trafilatura_eval(where)), tools),
    }
    for name, run in sets.items():
        if given.only in (None, name):
            command = "python benchmarks/article_text.py" + (f" --limit {given.limit}" if given.limit else "")
            results.record(f"Article text: {name}", command, run())


if __name__ == "__main__":
    sys.exit(main())
