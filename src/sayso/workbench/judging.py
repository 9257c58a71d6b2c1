"""A reviewer's word on how claims or sources stand to each other: kept, linked, and shown again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal
from urllib.parse import urlsplit

from sayso.errors import ConfigError, LedgerError
from sayso.nouns import Review

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.nouns import Cluster

#: what can be said of two claims, and how a form asks for it
RELATIONS: Final = {
    "same": "say the same",
    "different": "do not say the same",
    "contradicts": "contradict each other",
    "updates": "the first replaces the second",
    "supports": "the first supports the second",
}
ACTORS: Final = {"same": "are one", "different": "are not one"}
_ADDRESS: Final = re.compile(r"/claims/([0-9a-f]{6,64})/(c\d+)/?")


def claim_named(text: str) -> str:
    """``document#claim`` from that, or from the address of a claim's page."""
    found = _ADDRESS.fullmatch(urlsplit(text.strip()).path)
    return f"{found[1]}#{found[2]}" if found else text.strip()


def judge(
    ledger: Ledger,
    about: Literal["statements", "actors"],
    kind: str,
    a: str,
    b: str,
    *,
    why: str | None,
    by: str,
) -> Review:
    """Keep a judgement; clusters follow from it when pages are linked.

    Raises:
        ConfigError: SAY-001, it is no judgement.
        LedgerError: SAY-068, SAY-069, SAY-115: the names do not lead to two things.
    """
    known = RELATIONS if about == "statements" else ACTORS
    if kind not in known:
        raise ConfigError("SAY-001", "verdict", f"{kind!r} is none of: {', '.join(known)}", "choose one of them")
    if not a or not b:
        raise LedgerError("SAY-068", "claim", "two are needed to say how they stand to each other", "choose both")
    return ledger.review(Review(about=about, a=a, b=b, kind=kind, why=why, by=by, at=""))


def undo(ledger: Ledger, number: int, *, by: str) -> Review:
    """Take a judgement back.

    Raises:
        LedgerError: SAY-116, there is no such judgement, or it was taken back.
    """
    return ledger.review(Review(about="statements", a="", b=None, kind="undo", why=None, by=by, at="", undoes=number))


def standing(ledger: Ledger, cluster: Cluster) -> list[Review]:
    """The judgements that hold of claims of a cluster."""
    own = {f"{member.document}#{member.claim}" for member in cluster.members}
    return [review for review in ledger.reviews("statements") if own & {review.a, review.b}]


def cluster_of(ledger: Ledger, claim: str) -> str | None:
    """The name of the cluster that a claim is in now."""
    try:
        found = ledger.claim(claim)[0].cluster
    except LedgerError:
        return None
    return found.name if found else None
