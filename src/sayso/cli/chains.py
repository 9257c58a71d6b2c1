"""How a claim's chain and its name look on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.nouns.chain import written

if TYPE_CHECKING:
    from sayso.nouns.found import FoundClaim

#: digits of a document's id that people see and type
SHORT = 8


def chain_line(claim: FoundClaim) -> str:
    """*Rory Stewart ‹stated› ← The Guardian ‹reported› ← The Herald*: from the innermost speaker to the outlet."""
    return written(((hop.speaker or hop.source, hop.cue) for hop in claim.hops), claim.document.outlet)


def short_id(ident: str) -> str:
    """The beginning of a document's id, without the name of the hash."""
    return ident.removeprefix("sha256:")[:SHORT]


def claim_name(claim: FoundClaim) -> str:
    """What ``--show`` takes: *b1fa71ec#c1*."""
    return f"{short_id(claim.document.id)}#{claim.id}"


def day(written: str | None) -> str:
    """The day of a date or date-time; empty where it is not known."""
    return (written or "")[:10]
