"""A shelf in memory: for a handful of readings, for tests and for measuring without a ledger."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.nouns import ActorLink, Judgement, Page, PageEdge, Reading, Reuse, Review, Statement
from sayso.origins.actors import outlet_key
from sayso.origins.order import in_order, page_order
from sayso.origins.reuse import credits, fingerprints
from sayso.origins.statements import page_of, statements_of
from sayso.origins.stories import Signature, signature


class MemoryShelf:
    """Implements :class:`sayso.origins.shelf.Shelf` over dictionaries; looks at every statement to find those alike."""

    def __init__(self) -> None:
        self._pages: dict[str, Page] = {}
        self._texts: dict[str, str] = {}
        self._statements: dict[str, tuple[Statement, ...]] = {}
        self._by_key: dict[str, Statement] = {}
        self._prints: dict[int, set[str]] = defaultdict(set)
        self._vectors: dict[str, bytes] = {}
        self._reuses: list[Reuse] = []
        self._edges: list[PageEdge] = []
        self._judgements: list[Judgement] = []
        self._links: list[ActorLink] = []
        self._reviews: list[Review] = []

    def put(self, reading: Reading) -> str:
        """Add a reading; the id of its document."""
        page = page_of(reading, credits(reading.document))
        self._pages[page.document] = page
        self._texts[page.document] = reading.document.text
        self._statements[page.document] = statements_of(reading)
        self._by_key |= {s.key: s for s in self._statements[page.document]}
        for mark in fingerprints(reading.document.text):
            self._prints[mark].add(page.document)
        return page.document

    def keep(
        self,
        *,
        vectors: Mapping[str, bytes],
        reuses: Iterable[Reuse],
        edges: Iterable[PageEdge],
        judgements: Iterable[Judgement],
        links: Iterable[ActorLink],
    ) -> None:
        """Add what was found out about a page."""
        self._vectors |= vectors
        self._reuses += reuses
        self._edges += edges
        self._judgements += judgements
        self._links += links

    def review(self, review: Review) -> None:
        """Add a reviewer's judgement; one that undoes another takes it out."""
        if review.undoes is None:
            self._reviews.append(review)
        else:
            self._reviews = [r for r in self._reviews if r.number != review.undoes]

    def documents(self) -> tuple[str, ...]:
        """All documents, in order of publication."""
        return tuple(page.document for page in sorted(self._pages.values(), key=page_order))

    def page(self, document: str) -> Page:
        return self._pages[document]

    def text(self, document: str) -> str:
        return self._texts[document]

    def statements(self, document: str) -> tuple[Statement, ...]:
        return self._statements[document]

    def statement(self, key: str) -> Statement:
        return self._by_key[key]

    def vectors(self, keys: Sequence[str]) -> Mapping[str, bytes]:
        return {key: self._vectors[key] for key in keys if key in self._vectors}

    def signature(self, document: str) -> Signature:
        return signature(self._pages[document], self._statements[document], text=self._texts[document])

    def sharing(self, fingerprints: Sequence[int], *, limit: int) -> list[tuple[str, int]]:
        shared = Counter(document for mark in set(fingerprints) for document in self._prints.get(mark, ()))
        return sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:limit]

    def pages_of(self, outlet: str, *, limit: int) -> tuple[Page, ...]:
        theirs = [p for p in self._pages.values() if p.outlet and outlet_key(p.outlet) == outlet]
        return tuple(sorted(theirs, key=page_order, reverse=True)[:limit])

    def outlets(self, text: str) -> Mapping[str, str]:
        del text  # they are few
        return {outlet_key(page.outlet): page.outlet for page in self._pages.values() if page.outlet}

    def like(self, statement: Statement, *, limit: int) -> list[Statement]:
        words = set(statement.words)
        rarity: Counter[str] = Counter(word for s in self._by_key.values() for word in set(s.words))
        scored = [
            (sum(1 / rarity[word] for word in words & set(other.words)), other.key)
            for other in self._by_key.values()
            if other.document != statement.document
        ]
        best = sorted((item for item in scored if item[0] > 0), key=lambda item: (-item[0], item[1]))[:limit]
        return in_order((self._by_key[key] for _, key in best), self._pages)

    def reuses(self, documents: Iterable[str]) -> list[Reuse]:
        wanted = set(documents)
        return [reuse for reuse in self._reuses if {reuse.a, reuse.b} & wanted]

    def edges(self, documents: Iterable[str]) -> list[PageEdge]:
        wanted = set(documents)
        return [edge for edge in self._edges if {edge.from_, edge.to} <= wanted]

    def judgements(self, keys: Iterable[str]) -> list[Judgement]:
        wanted = set(keys)
        return [j for j in self._judgements if {j.a, j.b} & wanted]

    def actor_links(self, actors: Iterable[str]) -> list[ActorLink]:
        wanted = set(actors)
        return [link for link in self._links if {link.a, link.b} & wanted]

    def reviews(self) -> list[Review]:
        return list(self._reviews)
