"""Stories of the newsroom corpus for rendering, and how well a rendered page was taken apart."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from layouts import Rendered, Story, StoryComment

from sayso.document.plain import document_from_plain
from sayso.nouns import Capture, Given


def stories(newsroom: Path) -> list[Story]:
    found = []
    for path in sorted(newsroom.glob("*/*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "authors" not in gold:
            continue
        comments = [(StoryComment(c["author"], c["text"], c["on"]), c["where"]) for c in gold["comments"]]
        found.append(
            Story(
                title=gold["title"],
                authors=tuple(a["name"] for a in gold["authors"]),
                published=date.fromisoformat(gold["published"][:10]),
                paragraphs=tuple(gold["text"].split("\n")),
                headings=frozenset(gold["text"][h["start"] : h["end"]] for h in gold["headings"]),
                thread=tuple(c for c, where in comments if where == "thread"),
                widget=tuple(c for c, where in comments if where != "thread"),
                outlet=gold["outlet"],
            )
        )
    return found


def score(pages: Iterable[Rendered]) -> dict[str, float]:
    """Shares over all pages: paragraphs lost, comments left in the text, comments found, with author and page."""
    count: Counter[str] = Counter()
    for page in pages:
        got = document_from_plain(Capture.of(page.text.encode(), media_type="text/plain", source="x.txt"), Given())
        words = " ".join(got.document.text.split())
        for paragraph in page.story.paragraphs:
            count["paragraphs"] += 1
            count["lost"] += " ".join(paragraph.split()) not in words
        on = {c: c.on for c in page.story.widget} | dict.fromkeys(page.story.thread)
        for comment, where in on.items():
            count["comments"] += 1
            count["left"] += comment.text in words
            same = [c for c in got.comments if comment.text in c.text.replace("\n", " ")]
            count["found"] += bool(same)
            count["whole"] += any(c.author == comment.author and c.on == where for c in same)
    return {
        "lost": count["lost"] / count["paragraphs"],
        "left": count["left"] / count["comments"],
        "found": count["found"] / count["comments"],
        "whole": count["whole"] / count["comments"],
    }
