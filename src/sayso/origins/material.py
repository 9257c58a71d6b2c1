"""All that is known of one cluster, gathered so that origins and alerts can be worked out from it alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.nouns import ActorLink, Judgement, Page, PageEdge, Reuse, Review, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """The members of a cluster, the pages that they stand on, and what was judged of them.

    ``members`` are keys in the order of publication (then of page and position), ``statements`` the members and those
    others that a judgement ties to them, ``pages`` the pages of them all by document. ``reuses`` and ``edges`` are
    those among these pages, ``judgements`` those with at least one end in the cluster. ``actors`` maps actors
    (``document#entity``) to the id that all mentions of one actor share; ``links`` are the links among them, unsure
    ones too. ``homes`` says of every other statement which statements make one claim: those with the same value.
    ``affinities`` say of pairs of documents (in text order) how sure it is that both tell of one event.
    """

    members: tuple[str, ...]
    statements: Mapping[str, Statement]
    pages: Mapping[str, Page]
    reuses: tuple[Reuse, ...] = ()
    edges: tuple[PageEdge, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    actors: Mapping[str, str] = field(default_factory=dict)
    links: tuple[ActorLink, ...] = ()
    reviews: tuple[Review, ...] = ()
    homes: Mapping[str, str] = field(default_factory=dict)
    affinities: Mapping[tuple[str, str], float] = field(default_factory=dict)

    def documents(self) -> tuple[str, ...]:
        """Documents of the members, each once, in the order of the members."""
        return tuple(dict.fromkeys(self.statements[key].document for key in self.members))

    def of(self, document: str) -> tuple[Statement, ...]:
        """The members that stand on a page."""
        found = (self.statements[key] for key in self.members)
        return tuple(statement for statement in found if statement.document == document)
