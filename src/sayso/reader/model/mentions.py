"""Names that the net finds, as mentions; outlets among them, pronouns and descriptions by the shared lists."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from sayso.lexicon import load
from sayso.nouns.mention import EntityType, Mention
from sayso.reader.common.outlets import is_outlet
from sayso.reader.common.page import Page
from sayso.reader.common.references import with_references
from sayso.reader.common.words import word_class
from sayso.reader.model.tagging import Tagged


def find_mentions(page: Page, names: Sequence[Tagged]) -> tuple[Mention, ...]:
    """All mentions of the page in text order; entities are set later."""
    found = []
    for name in joined(page, names):
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


def joined(page: Page, names: Sequence[Tagged]) -> list[Tagged]:
    """Names as they are, but an article or a title that the net took for a name is joined to the one right after it.

    *The* | *Harbour Post* is one name, of the kind of what follows; standing alone such a word is none.
    """
    made: list[Tagged] = []
    leading: Tagged | None = None
    for name in names:
        if name.last - name.first == 1 and page.lows[name.first].rstrip(".") in _leads():
            leading = name
            continue
        if leading is not None and leading.last == name.first:
            name = Tagged(leading.first, name.last, name.kind, name.score)
        leading = None
        made.append(name)
    return made


@functools.cache
def _leads() -> frozenset[str]:
    """Words that lead up to a name and are none."""
    titles = (str(word) for word in load("titles.yaml")["titles"]["words"])
    return frozenset(word for word in titles if " " not in word) | word_class("determiners")


def _type(kind: str, text: str) -> EntityType:
    if kind == "person":
        return "person"
    if is_outlet(text):
        return "outlet"
    return "organization" if kind == "organization" else "place" if kind == "place" else "group"
