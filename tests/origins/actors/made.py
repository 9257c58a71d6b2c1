"""Hops and pages for these tests."""

from __future__ import annotations

from typing import Any

from sayso.nouns import Hop, Page


def page(document: str = "p1", outlet: str | None = "The Orle Courier", **more: Any) -> Page:
    values: dict[str, Any] = {
        "document": document, "source": f"{document}.html", "url": None, "host": None, "outlet": outlet, "title": None,
        "published": None, "first": None, "last": None, "language": "en",
    }  # fmt: skip
    return Page(**(values | more))


def hop(
    text: str | None, name: str | None = None, kind: str = "named", type_: str | None = "person", **more: Any
) -> Hop:
    names = tuple(dict.fromkeys(n for n in (name, *more.pop("names", ()), text) if n))
    values: dict[str, Any] = {
        "attribution": "a1", "kind": kind, "entity": "e1" if text else None, "type": type_, "name": name or text,
        "names": names, "roles": (), "text": text, "count": None, "cue": "said", "manner": "indirect",
        "polarity": "affirmed", "hedge": "none",
    }  # fmt: skip
    return Hop(**(values | more))
