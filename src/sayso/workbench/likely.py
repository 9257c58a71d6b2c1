"""Claims that may say the same as one, for a reviewer to choose from: looked for by its rarest words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sayso.ledger import Filters, make_filters
from sayso.nouns.called import cluster_number
from sayso.origins.words import stems

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.nouns.found import FoundClaim

#: words that a claim is looked for by, and how many claims are offered
_WORDS: Final = 6
_OFFERED: Final = 8


class Offered(NamedTuple):
    """A claim, and whether it is in the same cluster already."""

    claim: FoundClaim
    together: bool


def likely_same(ledger: Ledger, claim: FoundClaim) -> list[Offered]:
    """Members of its cluster first, then claims of other pages that share words with it."""
    words = sorted({word for word in claim.text.split() if word.isalnum() and stems(word)}, key=len)[-_WORDS:]
    found: list[FoundClaim] = []
    if claim.cluster is not None and claim.cluster.pages > 1:
        found += ledger.claims(Filters(cluster=cluster_number(claim.cluster.name), limit=_OFFERED))
    if words:
        query = " OR ".join(f'"{word}"' for word in words)
        found += ledger.claims(make_filters(query=query, sort="relevance", limit=2 * _OFFERED))
    own = claim.cluster.name if claim.cluster else None
    offered: dict[tuple[str, str], Offered] = {}
    for each in found:
        if (each.document.id, each.id) != (claim.document.id, claim.id):
            together = own is not None and each.cluster is not None and each.cluster.name == own
            offered.setdefault((each.document.id, each.id), Offered(each, together))
    return list(offered.values())[:_OFFERED]
