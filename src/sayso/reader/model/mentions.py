"""Names that the net finds, as mentions; outlets among them, pronouns and descriptions by the shared lists."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.nouns.mention import EntityType, Mention
from sayso.reader.common.outlets import is_outlet
from sayso.reader.common.page import Page
from sayso.reader.common.references import with_references
from sayso.reader.model.tagging import Tagged


def find_mentions(page: Page, names: Sequence[Tagged]) -> tuple[Mention, ...]:
    """All mentions of the page in text order; entities are set later."""
    found = []
    for name in names:
        start, end = page.span(name.first, name.last)
        text = page.text[start:end]
        found.append(
            Mention(
                id="",
                start=start,
                end=end,
                text=text,
                type=_type(name.kind, text),
                entity=None,
                form="name",
                score=round(name.score, 3),
            )
        )
    return with_references(page, found)


def _type(kind: str, text: str) -> EntityType:
    if kind == "person":
        return "person"
    if is_outlet(text):
        return "outlet"
    return "organization" if kind == "organization" else "place" if kind == "place" else "group"
