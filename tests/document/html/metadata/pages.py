"""Pages written for these tests."""

from __future__ import annotations

from sayso.document.html.metadata import Metadata, collect
from sayso.document.html.parse import parse
from sayso.nouns import Evidence, Given

BODY = (
    "<p>The bridge over the Orle was closed on Tuesday after divers found a crack in the second pier, the county "
    "engineer said in a statement, and lorries will have to go round by Tennick until the autumn.</p>"
    "<p>Traffic had been let through one way since the flood in March, when driftwood hit the pier and the county put "
    "up lights; a second opinion is expected in June.</p>"
)


def page(head: str = "", before: str = "", after: str = "", *, tail: str = "", lang: str = "en") -> str:
    """A page with a headline, something around it, two paragraphs and something behind them."""
    return (
        f'<html lang="{lang}"><head>{head}</head><body><div class="top"><a href="/">Orle Courier</a></div><article>'
        f"{before}<h1>Bridge over the Orle closed</h1>{after}<div>{BODY}</div>{tail}</article></body></html>"
    )


def read(html: str, *, url: str | None = None, given: Given | None = None, retrieved: str | None = None) -> Metadata:
    """What is collected from a page."""
    return collect(parse(html), html=html, url=url, given=given or Given(), retrieved=retrieved)


def evidence(found: Metadata, field: str) -> Evidence:
    """The evidence of one field."""
    return next(item for item in found.evidence if item.field == field)
