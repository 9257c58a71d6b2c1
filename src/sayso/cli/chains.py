"""How the name of a claim, its checks and its day look on one line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.nouns.amount import MARKS

if TYPE_CHECKING:
    from sayso.nouns import Check
    from sayso.nouns.found import FoundClaim, FoundFigure

#: digits of a document's id that people see and type
SHORT = 8


def short_id(ident: str) -> str:
    """The beginning of a document's id, without the name of the hash."""
    return ident.removeprefix("sha256:")[:SHORT]


def claim_name(claim: FoundClaim) -> str:
    """What ``--show`` takes: *b1fa71ec#c1*."""
    return f"{short_id(claim.document.id)}#{claim.id}"


def figure_name(figure: FoundFigure) -> str:
    """What ``sayso why`` takes: *b1fa71ec#q3*."""
    return f"{short_id(figure.document.id)}#{figure.id}"


def marks(checks: Iterable[Check]) -> str:
    """A mark for each verdict on a claim."""
    given = {check.verdict for check in checks}
    return "".join(mark for verdict, mark in MARKS.items() if verdict in given)


def status_line(status: str, checks: Iterable[Check]) -> str:
    """*asserted ✗*: the status, and what the checks say."""
    return f"{status} {marks(checks)}".rstrip()


def day(written: str | None) -> str:
    """The day of a date or date-time; empty where it is not known."""
    return (written or "")[:10]
