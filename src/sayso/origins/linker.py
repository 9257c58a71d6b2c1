"""One page against all that is known: what it shares, owes, repeats and disputes.

The outcome is the same in whatever order pages come: every pair of pages is looked at once, when the later *added* of
them comes, by what both of them say. Work is bounded: so many candidates for a statement, so many pages, so many pairs
that the verifier is asked about.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.nouns import ActorLink, Hop, Judgement, Page, PageEdge, Range, Reuse, Statement
from sayso.origins import matching
from sayso.origins.actors import one_speaker, outlet_key, same_actor
from sayso.origins.matching import Seen
from sayso.origins.matching.encoder import Verdict, cosine
from sayso.origins.neighbour import Neighbour, actor_key
from sayso.origins.order import page_order, pair
from sayso.origins.provenance import page_edges
from sayso.origins.reuse import copied, fingerprints, furniture, shared
from sayso.origins.shelf import Shelf
from sayso.origins.stories import affinity
from sayso.origins.words import stems

#: statements of other pages that are fetched for each statement
LIKE = 24
#: pages with shared text, and pages in all, that a page is compared with
SHARING, PAGES = 40, 24
#: other pages of an outlet that tell what its site repeats
SAME_SITE = 6
#: from here on two pages tell of one event, and all of their statements are compared
SAME_EVENT = 0.3
#: pairs of a page that the verifier is asked about: it takes some ten milliseconds for each
VERIFIED = 6
#: how sure a link of two actors must be to be kept
SURE_ENOUGH = 0.5

Embed = Callable[[Sequence[str]], list[bytes]]
Verify = Callable[[Sequence[tuple[str, str]]], list[Verdict]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """The model's two functions; null where it is not to be used."""

    embed: Embed | None = None
    verify: Verify | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What was found out about one page. ``affinities`` by pairs of documents in text order."""

    document: str
    fingerprints: tuple[int, ...]
    vectors: Mapping[str, bytes]
    reuses: tuple[Reuse, ...] = ()
    edges: tuple[PageEdge, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    actors: tuple[ActorLink, ...] = ()
    affinities: Mapping[tuple[str, str], float] = field(default_factory=dict)

    def touched(self) -> tuple[str, ...]:
        """Keys of the statements of other pages whose clusters may have changed."""
        keys = {key for j in self.judgements for key in (j.a, j.b)}
        return tuple(sorted(key for key in keys if not key.startswith(self.document + "#")))


def link(document: str, shelf: Shelf, tools: Tools) -> Links:
    """Compare a page that stands on the shelf with the others there."""
    return _Linking(document, shelf, tools).links()


class _Linking:
    def __init__(self, document: str, shelf: Shelf, tools: Tools) -> None:
        self._document = document
        self._shelf = shelf
        self._tools = tools
        self._page = shelf.page(document)
        self._text = shelf.text(document)
        self._statements = shelf.statements(document)
        #: vectors that were made here, and those that the shelf had
        self._vectors: dict[str, bytes] = {}
        self._known: dict[str, bytes] = {}
        self._signature = shelf.signature(document)

    def links(self) -> Links:
        prints = fingerprints(self._text)
        reuses = self._reuses(prints)
        alike = self._alike()
        others = {o: self._neighbour(o, reuses.get(o)) for o in self._chosen(reuses, alike)}
        pairs = [found for o, near in others.items() for found in self._pairs(near, alike.get(o, frozenset()))]
        pairs += self._own_pairs()
        judged = self._verified(pairs)
        told = {o: tuple(j for p, j in judged if p.other.document == o) for o in others}
        near = [dataclasses.replace(n, judgements=told[o]) for o, n in others.items()]
        return Links(
            document=self._document,
            fingerprints=prints,
            vectors=self._vectors,
            reuses=tuple(reuses.values()),
            edges=tuple(page_edges(self._page, self._statements, self._text, near, self._outlets(near))),
            judgements=tuple(j for _, j in judged),
            actors=tuple(link for n in near if n.affinity >= SAME_EVENT or n.judgements for link in self._actors(n)),
            affinities={pair(self._document, o): n.affinity for o, n in others.items() if n.affinity >= SAME_EVENT},
        )

    def _outlets(self, near: Sequence[Neighbour]) -> Mapping[str, str]:
        """The known outlets that these pages can name."""
        return self._shelf.outlets("\n".join((self._text, *(n.text for n in near))))

    def _reuses(self, prints: Sequence[int]) -> dict[str, Reuse]:
        """Text shared with other pages, by their documents, without what the pages of a site repeat anyway."""
        found = {}
        mine: tuple[Range, ...] | None = None
        for other, _ in self._shelf.sharing(prints, limit=SHARING):
            if other == self._document:
                continue
            text = self._shelf.text(other)
            reuse = shared(self._document, self._text, other, text)
            if reuse is None:
                continue
            # most pages that share a fingerprint share no passage: what their sites repeat is looked up for the rest
            mine = self._furniture(self._page, self._text) if mine is None else mine
            theirs = self._furniture(self._shelf.page(other), text)
            if mine or theirs:
                reuse = shared(self._document, self._text, other, text, furniture_a=mine, furniture_b=theirs)
            if reuse is not None:
                found[other] = reuse
        return found

    def _furniture(self, page: Page, text: str) -> tuple[Range, ...]:
        """What other pages of a page's outlet repeat of its text."""
        if page.outlet is None:
            return ()
        others = self._shelf.pages_of(outlet_key(page.outlet), limit=SAME_SITE + 1)
        texts = [self._shelf.text(other.document) for other in others if other.document != page.document]
        return furniture(text, texts[:SAME_SITE])

    def _alike(self) -> dict[str, set[str]]:
        """Keys of statements that may say the same as one of this page, by their documents."""
        found: dict[str, set[str]] = {}
        for statement in self._statements:
            for other in self._shelf.like(statement, limit=LIKE):
                found.setdefault(other.document, set()).add(other.key)
        return found

    def _chosen(self, reuses: Mapping[str, Reuse], alike: Mapping[str, set[str]]) -> list[str]:
        """The pages to compare with: those that share text, then those with most statements alike."""
        weight = Counter({other: len(keys) for other, keys in alike.items()})
        for other, reuse in reuses.items():
            weight[other] += 100 + reuse.longest
        return sorted(weight, key=lambda other: (-weight[other], other))[:PAGES]

    def _neighbour(self, other: str, reuse: Reuse | None) -> Neighbour:
        page, statements = self._shelf.page(other), self._shelf.statements(other)
        return Neighbour(
            page=page,
            statements=statements,
            text=self._shelf.text(other),
            reuse=reuse,
            affinity=affinity(self._signature, self._shelf.signature(other)).score,
        )

    def _pairs(self, near: Neighbour, alike: frozenset[str] | set[str]) -> Iterator[_Pair]:
        """The pairs of statements of this page and another that may have to do with each other, judged."""
        all_of_them = near.affinity >= SAME_EVENT or near.reuse is not None
        theirs = [s for s in near.statements if all_of_them or s.key in alike]
        for mine in self._statements:
            for other in theirs:
                if matching.possible(mine, other, near.affinity):
                    shared_text = copied(near.reuse, mine, other) if near.reuse else 0.0
                    seen = Seen(cosine=None, copied=shared_text, affinity=near.affinity)
                    yield _Pair(mine, other, near.page, seen)

    def _own_pairs(self) -> Iterator[_Pair]:
        """The pairs of statements of this page: it may itself set two sources against each other."""
        for n, mine in enumerate(self._statements):
            for other in self._statements[:n]:
                if matching.possible(mine, other, 1.0):
                    yield _Pair(mine, other, self._page, Seen(cosine=None, copied=0.0, affinity=1.0))

    def _judge(self, each: _Pair) -> Judgement:
        # always the later page first: what is judged must not hang on which of them was added first
        if page_order(self._page) >= page_order(each.page):
            return matching.judge(each.mine, self._page, each.other, each.page, each.seen)
        return matching.judge(each.other, each.page, each.mine, self._page, each.seen)

    def _verified(self, pairs: Sequence[_Pair]) -> list[tuple[_Pair, Judgement]]:
        """What is judged of each pair. What the slots leave in doubt is looked at by sentence vectors, and what is
        then worth it most by the verifier: both are dear."""
        judged = [(each, self._judge(each)) for each in pairs]
        if self._tools.embed:
            open_ones = [n for n, (_, judgement) in enumerate(judged) if matching.doubtful(judgement)]
            self._embed([s for n in open_ones for s in (judged[n][0].mine, judged[n][0].other)])
            for n in open_ones:
                judged[n] = self._again(judged[n][0], cosine=self._cosine(judged[n][0]))
        if self._tools.verify:
            worth = [(matching.worth_verifying(p.mine, p.other, p.seen, j), n) for n, (p, j) in enumerate(judged)]
            chosen = [n for value, n in sorted(worth, key=lambda item: (-item[0], item[1]))[:VERIFIED] if value > 0]
            verdicts = self._tools.verify([self._texts(judged[n][0]) for n in chosen])
            for n, verdict in zip(chosen, verdicts, strict=True):
                judged[n] = self._again(judged[n][0], verdict=verdict)
        return [(p, j) for p, j in judged if j.kind != "unrelated"]

    def _again(self, each: _Pair, **more: Any) -> tuple[_Pair, Judgement]:
        """A pair judged with more to go by."""
        each = dataclasses.replace(each, seen=dataclasses.replace(each.seen, **more))
        return each, self._judge(each)

    def _embed(self, statements: Sequence[Statement]) -> None:
        """Make the vectors of some statements, where the shelf has none."""
        assert self._tools.embed is not None
        wanted = {s.key: s.text for s in statements if s.key not in self._vectors}
        known = self._shelf.vectors(list(wanted))
        missing = [key for key in wanted if key not in known]
        made = self._tools.embed([wanted[key] for key in missing]) if missing else []
        self._vectors |= dict(zip(missing, made, strict=True))
        self._known |= known

    def _cosine(self, each: _Pair) -> float:
        mine, other = (self._vectors.get(s.key) or self._known[s.key] for s in (each.mine, each.other))
        return cosine(mine, other)

    def _texts(self, each: _Pair) -> tuple[str, str]:
        """The two claims, the later page's first."""
        texts = each.mine.text, each.other.text
        return texts if page_order(self._page) >= page_order(each.page) else texts[::-1]

    def _actors(self, near: Neighbour) -> Iterator[ActorLink]:
        """Whether the speakers of this page are those of another one."""
        theirs = _speakers(near.statements)
        others = sorted({*_people(self._statements), *_people(near.statements)})
        for mine, heard in _speakers(self._statements):
            for other, heard_there in theirs:
                found = same_actor(
                    mine,
                    self._page,
                    other,
                    near.page,
                    affinity=near.affinity,
                    heard=(heard, heard_there),
                    others=others,
                )
                if _worth_keeping(found, mine, other):
                    yield found


@dataclass(frozen=True, slots=True)
class _Pair:
    mine: Statement
    other: Statement
    page: Page
    seen: Seen


def _worth_keeping(link: ActorLink, mine: Hop, other: Hop) -> bool:
    """That two actors are two is worth a word only where their names could make one think otherwise."""
    if link.score < SURE_ENOUGH or link.kind != "different":
        return link.score >= SURE_ENOUGH
    return not set(stems(" ".join(mine.names))).isdisjoint(stems(" ".join(other.names)))


def _speakers(statements: Sequence[Statement]) -> list[tuple[Hop, str | None]]:
    """The speakers of a page, each once with all names that the page has, and the outlet that they are quoted from."""
    hops: dict[str, list[Hop]] = {}
    heard: dict[str, str] = {}
    for statement in statements:
        for hop, outer in itertools.zip_longest(statement.chain, statement.chain[1:]):
            key = actor_key(statement.document, hop)
            hops.setdefault(key, []).append(hop)
            if outer is not None and outer.kind == "outlet" and outer.name:
                heard.setdefault(key, outer.name)
    return [(one_speaker(found), heard.get(key)) for key, found in hops.items()]


def _people(statements: Sequence[Statement]) -> set[str]:
    """Names of the persons that a page tells of."""
    return {party.name for statement in statements for party in statement.parties if party.type == "person"}
