"""The newsroom's statements with the clusters and relations that its gold puts them in.

A statement is a member of a gold cluster where both share at least half of the words of the shorter of the two, on the
same page: the scorer's rule. Readings are made by the pipeline, or taken from a ledger that has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from data import SHARED
from readings import scorer
from sayso.capture import CaptureOptions
from sayso.ledger import Ledger
from sayso.nouns import Given, Page, Reading, Statement
from sayso.origins.matching import Seen
from sayso.origins.matching.encoder import cosine, embed, installed
from sayso.origins.reuse import copied, credits, shared
from sayso.origins.statements import page_of, statements_of
from sayso.origins.stories import affinity, signature
from sayso.pipeline import Item, read_inputs
from sayso.plugins import DEFAULT_PROFILE, load_reader

GOLD = SHARED / "data" / "newsroom"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Told:
    """A statement, its page, the page's name (``story/page.html``), and the ids of the gold clusters it is in."""

    statement: Statement
    page: Page
    name: str
    clusters: frozenset[str]

    @property
    def story(self) -> str:
        return self.name.split("/", 1)[0]


@dataclass(frozen=True)
class Newsroom:
    """All statements by page, and gold relations as (story, kind, cluster, cluster)."""

    told: tuple[Told, ...]
    texts: Mapping[str, str]
    relations: frozenset[tuple[str, str, str, str]]

    def stories(self) -> dict[str, list[Told]]:
        """Statements by story."""
        found: dict[str, list[Told]] = {}
        for one in self.told:
            found.setdefault(one.story, []).append(one)
        return found


def newsroom(ledger: Path | None = None, gold: Path = GOLD) -> Newsroom:
    """Read the pages, or take them from a ledger, and join them with the gold."""
    readings = {_name(reading): reading for reading in (_kept(ledger) if ledger else _read(gold))}
    _, stories = scorer("score_newsroom.py").load_gold(gold)[:2]
    members = [(m["page"], m["claim"], c["id"]) for s in stories for c in s["clusters"] for m in c["members"]]
    told, texts = [], {}
    for name, reading in sorted(readings.items()):
        page = page_of(reading, credits(reading.document))
        text = texts[page.document] = reading.document.text
        mine = [(_words(text, *span), cluster) for span, cluster in _spans(name, text, members)]
        for statement in statements_of(reading):
            words = _words(text, statement.start, statement.end)
            inside = frozenset(c for w, c in mine if w & words and 2 * len(w & words) >= min(len(w), len(words)))
            told.append(Told(statement, page, name, inside))
    relations = frozenset(
        (s["story"], r["kind"], r["a"]["cluster"], r["b"]["cluster"]) for s in stories for r in s["relations"]
    )
    return Newsroom(tuple(told), texts, relations)


def pairs(told: list[Told], texts: Mapping[str, str], *, within: bool = False) -> Iterator[tuple[Told, Told, Seen]]:
    """All pairs of statements of different pages (``within``: of one page too), with what the linker would see."""
    documents = {one.statement.document: one.page for one in told}
    by_page = {d: tuple(t.statement for t in told if t.statement.document == d) for d in documents}
    signs = {d: signature(page, by_page[d]) for d, page in documents.items()}
    vectors = {}
    if installed():
        made = embed([one.statement.text for one in told])
        vectors = {one.statement.key: vector for one, vector in zip(told, made, strict=True)}
    reuses, near = {}, {}
    for ours, theirs in combinations(documents, 2):
        reuses[ours, theirs] = shared(ours, texts[ours], theirs, texts[theirs])
        near[ours, theirs] = affinity(signs[ours], signs[theirs])[0]
    for one, other in combinations(told, 2):
        a, b = one.statement, other.statement
        if a.document == b.document:
            if within:
                yield one, other, Seen(affinity=1.0)
            continue
        reuse = reuses[a.document, b.document]
        yield (
            one,
            other,
            Seen(
                cosine=cosine(vectors[a.key], vectors[b.key]) if vectors else None,
                copied=copied(reuse, a, b) if reuse else 0.0,
                affinity=near[a.document, b.document],
            ),
        )


def _name(reading: Reading) -> str:
    return "/".join(Path(reading.document.source).parts[-2:])


def _kept(ledger: Path) -> list[Reading]:
    return list(Ledger.open(str(ledger), create=False).readings())


def _read(gold: Path) -> list[Reading]:
    pages = [str(path) for path in sorted(gold.glob("*/*.html"))]
    items = read_inputs(pages, options=CaptureOptions(), given=Given(), reader=load_reader(DEFAULT_PROFILE))
    return [item.reading for item in items if isinstance(item, Item)]


def _spans(name: str, text: str, members: list[tuple[str, str, str]]) -> Iterator[tuple[tuple[int, int], str]]:
    for page, claim, cluster in members:
        at = text.find(claim) if page == name else -1
        if at >= 0:
            yield (at, at + len(claim)), cluster


def _words(text: str, start: int, end: int) -> frozenset[int]:
    return frozenset(match.start() for match in _WORD.finditer(text, start, end))
