"""A page beside another one, with what is known of the two."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.nouns import Hop, Judgement, Page, Reuse, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A page that a page is compared with. ``affinity`` in [0, 1]: how sure it is that both tell of one event.

    ``judgements`` are those between statements of the two pages.
    """

    page: Page
    statements: tuple[Statement, ...]
    text: str
    reuse: Reuse | None = None
    judgements: tuple[Judgement, ...] = ()
    affinity: float = 0.0


def actor_key(document: str, hop: Hop) -> str:
    """The name of a speaker across pages: ``document#entity``, or ``document#attribution`` where there is no entity."""
    return f"{document}#{hop.entity or hop.attribution}"
