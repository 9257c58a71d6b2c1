"""How values read on a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from sayso.ledger.spoken import spoken
from sayso.nouns import amount
from sayso.nouns.called import file_of
from sayso.origins.wording import capital
from sayso.workbench.matched import marked

if TYPE_CHECKING:
    from sayso.nouns import Document
    from sayso.nouns.found import DocumentRef, FoundClaim, FoundDocument

#: digits of a document's id that stand in an address: no two of ten million pages share them but by a chance in 10^5
_DIGITS: Final = 16
#: characters of an address that one line has room for
_LINE: Final = 60


def key(document: str) -> str:
    """The document's id as it stands in addresses."""
    return document.removeprefix("sha256:")[:_DIGITS]


def claim_key(name: str) -> str:
    """``document#claim``, as short as it stands in addresses."""
    document, _, claim = name.rpartition("#")
    return f"{key(document)[:8]}#{claim}"


def number(value: float | None) -> str:
    """``12,000`` and ``2.5``; empty where it is not known."""
    return "" if value is None else amount.number(value)


def day(moment: str | None) -> str:
    """The day of an ISO 8601 moment."""
    return (moment or "")[:10]


def span(low: int, high: int) -> str:
    """*2* or *2–4*."""
    return str(low) if low == high else f"{low}–{high}"


def page_name(document: Document | DocumentRef | FoundDocument) -> str:
    """What a page is called: its title, else the last part of where it came from."""
    return document.title or file_of(document.source)


def chain(claim: FoundClaim) -> str:
    """*Waldhauser, to a Senate panel, March 2017, according to The New York Times*."""
    return capital(spoken(claim.hops, claim.document.outlet))


def web(url: str | None) -> bool:
    """Whether an address leads to the web, and not to a script."""
    try:
        return urlsplit(url or "").scheme in ("http", "https")
    except ValueError:
        return False


def shortened(url: str) -> str:
    """An address as a line shows it: without its scheme, and no longer than a line."""
    text = url.partition("://")[2] or url
    return text if len(text) <= _LINE else text[: _LINE - 1] + "…"


FILTERS: Final[dict[str, Callable[..., Any]]] = {
    "chain": chain,
    "marked": marked,
    "key": key,
    "claim_key": claim_key,
    "span": span,
    "number": number,
    "day": day,
    "count": amount.several,
    "file_of": file_of,
    "page_name": page_name,
    "web": web,
    "shortened": shortened,
}
