"""Pages with gold titles, authors and dates: fundus and trafilatura's evaluation set, read from the archive ``pages``.

- fundus (``tests/resources/parser/test_data``): each publisher's gold file has one entry a parser version and as many
  pages; they are paired in order of version and capture. The gold is what hand-written parsers gave and reviewers
  accepted.
- trafilatura's evaluation set (``tests/evaldata.json``): written by hand. A value that is empty means that the
  annotators named none. Four dates are no dates (``2022-29-11``) and are left out.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class GoldPage:
    """One page; ``None`` where the gold says nothing. ``half`` 0 is the half that rules and scores were chosen on."""

    corpus: str
    name: str
    url: str | None
    body: bytes
    published: str | None
    authors: tuple[str, ...] | None
    title: str | None
    captured: str | None

    @property
    def half(self) -> int:
        return int(hashlib.sha256(self.name.encode()).hexdigest(), 16) % 2


def fundus(data: Path) -> Iterator[GoldPage]:
    """The pages of fundus."""
    base = data / "ingest/fundus/tests/resources/parser/test_data"
    for file in sorted(base.glob("*/*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        pages = sorted(file.parent.glob(file.stem + "_[0-9]*.html.gz"))
        versions = sorted(gold, key=lambda version: [int(n) for n in re.findall(r"\d+", version)])
        info = json.loads((file.parent / "meta.info").read_text(encoding="utf-8"))
        if len(versions) != len(pages):
            continue
        for version, page in zip(versions, pages, strict=True):
            entry, about = gold[version], info.get(page.name, {})
            yield GoldPage(
                corpus="fundus",
                name=f"{file.parent.name}/{page.name}",
                url=about.get("url"),
                body=gzip.decompress(page.read_bytes()),
                published=_day(entry.get("publishing_date")),
                authors=tuple(entry["authors"]) if entry.get("authors") else None,
                title=entry.get("title"),
                captured=(about.get("crawl_date") or "")[:10] or None,
            )


def trafilatura_eval(data: Path) -> Iterator[GoldPage]:
    """The pages of trafilatura's evaluation set."""
    base = data / "ingest/trafilatura-eval/tests"
    for url, entry in json.loads((base / "evaldata.json").read_text(encoding="utf-8")).items():
        page = next(
            (base / folder / entry["file"] for folder in ("cache", "eval") if (base / folder / entry["file"]).exists()),
            None,
        )
        if page is None:
            continue
        named = entry.get("author")
        authors = ((named,) if isinstance(named, str) else tuple(named)) if named else ()
        yield GoldPage(
            corpus="trafilatura-eval",
            name=entry["file"],
            url=url,
            body=page.read_bytes(),
            published=_day(entry.get("date")),
            authors=authors if "author" in entry else None,
            title=entry.get("title") or None,
            captured=None,
        )


def _day(value: str | None) -> str | None:
    try:
        return date.fromisoformat((value or "")[:10]).isoformat()
    except ValueError:
        return None
