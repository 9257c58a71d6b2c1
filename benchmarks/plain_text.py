"""Plain-text captures: what is left of the comments in the article, what is lost of it, and which comments are found.

Seven sets: the plain-text pages of newsroom, which were looked at while the segmenter was written; the stories of all
its pages rendered into common layouts, on which it was tuned; into rarer ones, odd ones, two families of whole sites
and one of threads that nothing announces, each written later (the first figures on them, before anything was changed
for them, are in docs/explanation/plain-text.md). Beside it, a reader without segmenter: every line is article.

    python benchmarks/plain_text.py [--data .data] [--newsroom ../shared/data/newsroom] [--seeds 4]
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from data import ROOT, parser
from results import record, table

sys.path.append(str(ROOT / "tests" / "document" / "plain"))

from layout_scores import score, stories
from layouts import Rendered, Story, StoryComment, render
from layouts_ends import render_ends
from layouts_odd import render_odd
from layouts_rare import render_rare
from layouts_site import render_site
from layouts_wild import render_wild


def captures(newsroom: Path) -> Iterator[Rendered]:
    """The plain-text pages as they are, with their gold."""
    for path in sorted(newsroom.glob("*/*.txt")):
        gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
        own = gold["title"]
        comments = [StoryComment(c["author"], c["text"], None if c["on"] == own else c["on"]) for c in gold["comments"]]
        story = Story(
            title=own,
            authors=tuple(a["name"] for a in gold["authors"]),
            published=stories_date(gold["published"]),
            paragraphs=tuple(gold["text"].split("\n")),
            thread=tuple(c for c in comments if c.on is None),
            widget=tuple(c for c in comments if c.on is not None),
        )
        yield Rendered(path.read_text(encoding="utf-8"), story)


def stories_date(value: str) -> date:
    return date.fromisoformat(value[:10])


def everything_left(pages: list[Rendered]) -> float:
    """Share of the comments that stay in the text of a reader that takes every line for article."""
    comments = [(c.text, p.text) for p in pages for c in (*p.story.thread, *p.story.widget)]
    return sum(" ".join(c.split()) in " ".join(text.split()) for c, text in comments) / max(1, len(comments))


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--newsroom", type=Path, default=ROOT.parent / "shared" / "data" / "newsroom")
    options.add_argument("--seeds", type=int, default=4)
    arguments = options.parse_args()
    told = stories(arguments.newsroom)[: arguments.limit]
    rendered = {
        "newsroom captures": list(captures(arguments.newsroom)),
        "common layouts": [render(s, 1000 * k + i) for k in range(arguments.seeds) for i, s in enumerate(told)],
        "rare layouts": [render_rare(s, 1000 * k + i) for k in range(arguments.seeds) for i, s in enumerate(told)],
        "odd layouts": [render_odd(s, 1000 * k + i) for k in range(arguments.seeds) for i, s in enumerate(told)],
        "whole sites": [render_site(s, 1000 * k + i) for k in range(arguments.seeds) for i, s in enumerate(told)],
        "threads unannounced": [
            render_ends(s, 1000 * k + i) for k in range(arguments.seeds) for i, s in enumerate(told)
        ],
        "further sites": [render_wild(s, 1000 * k + i) for k in range(arguments.seeds) for i, s in enumerate(told)],
    }
    rows: list[tuple[object, ...]] = []
    for name, pages in rendered.items():
        started = time.process_time()
        got = score(pages)
        rate = len(pages) / (time.process_time() - started)
        rows.append(
            (
                name,
                len(pages),
                got["lost"],
                got["left"],
                everything_left(pages),
                got["found"],
                got["whole"],
                f"{rate:.0f}",
            )
        )
    header = [
        "set",
        "pages",
        "paragraphs lost",
        "comments left in the text",
        "the same, every line taken",
        "comments found",
        "with author and page right",
        "pages/s",
    ]
    record("Plain-text captures", "python benchmarks/plain_text.py", table(header, rows))


if __name__ == "__main__":
    main()
