"""Linked data in a page: the nodes that describe this page, read tolerantly.

Pages write JSON-LD by hand: wrapped in CDATA or comments, with trailing commas, raw newlines in strings or junk behind
the last bracket. What cannot be read as JSON at all is searched for its plain members (:attr:`LinkedData.loose`).
Only nodes of the page itself are returned: descent goes through lists, ``@graph`` and ``mainEntity``, never through
members that hold other pages (``mentions``, ``hasPart``, ``itemListElement``).

Names of types and members: https://schema.org, https://www.w3.org/TR/json-ld11/.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sayso.lexicon import load

Node = Mapping[str, Any]

#: Limits that no honest page reaches; beyond them the rest is ignored.
MAX_SCRIPT = 2_000_000
MAX_SCRIPTS = 60
MAX_NODES = 5_000

#: What scripts put before their JSON, and how it ends: marks that hide it from HTML (which end at once), comments.
_WRAPPERS = (
    ("<![CDATA[", ""),
    ("<!--", ""),
    ("//<![CDATA[", ""),
    ("// <![CDATA[", ""),
    ("/*<![CDATA[*/", ""),
    ("/* <![CDATA[ */", ""),
    ("//", "\n"),
    ("/*", "*/"),
)
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_LOOSE = re.compile(r'"(datePublished|dateModified|headline)"\s*:\s*"([^"\\]{4,300})"')
_DECODER = json.JSONDecoder(strict=False)
#: Members through which a page's own nodes are reached.
_OWN = ("@graph", "mainEntity", "mainEntityOfPage")


@dataclass(frozen=True, slots=True)
class LinkedData:
    """What a page's JSON-LD says.

    ``articles`` are the nodes of an article type, ``pages`` those of a page type, ``sites`` of a site or organisation
    type, each in the order of the page. ``by_id`` resolves references. ``loose`` are members found in unreadable JSON.
    """

    articles: tuple[Node, ...] = ()
    pages: tuple[Node, ...] = ()
    sites: tuple[Node, ...] = ()
    by_id: Mapping[str, Node] = field(default_factory=dict)
    loose: tuple[tuple[str, str], ...] = ()

    def resolve(self, value: object) -> object:
        """The node that ``{"@id": ...}`` refers to, or the value itself."""
        if isinstance(value, dict) and isinstance(value.get("@id"), str) and len(value) <= 2 and "name" not in value:
            return self.by_id.get(value["@id"], value)
        return value

    def items(self, value: object) -> list[object]:
        """A member's values as a list, references resolved."""
        return [self.resolve(item) for item in (value if isinstance(value, list) else [value])[:100] if item]


@cache
def _types(group: str) -> frozenset[str]:
    return frozenset(name.lower() for name in load("metadata_sources.toml")["schema"][group])


def types_of(node: Node) -> frozenset[str]:
    """The node's types in lower case, without namespace."""
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return frozenset(re.split(r"[/:#]", kind)[-1].lower() for kind in listed[:10] if isinstance(kind, str))


def text_of(value: object, *, limit: int = 1_000) -> str | None:
    """A string, or the first string of a list or of a ``@value``; entities resolved, white space collapsed."""
    if isinstance(value, list):
        value = next((item for item in value if item), None)
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(value[: limit * 4]).split())[:limit] or None


def read(scripts: Iterable[str]) -> LinkedData:
    """Read the contents of a page's ``application/ld+json`` scripts. Never raises for what they hold."""
    articles: list[Node] = []
    pages: list[Node] = []
    sites: list[Node] = []
    by_id: dict[str, Node] = {}
    loose: list[tuple[str, str]] = []
    budget = MAX_NODES
    for number, script in enumerate(scripts):
        if number >= MAX_SCRIPTS or budget <= 0:
            break
        data = _parse(script[:MAX_SCRIPT])
        if data is None:
            loose.extend(_LOOSE.findall(script[:MAX_SCRIPT]))
            continue
        for node in _own_nodes(data, budget):
            budget -= 1
            if isinstance(node.get("@id"), str) and len(node) > 2:
                by_id.setdefault(node["@id"], node)
            kinds = types_of(node)
            if kinds & _types("article"):
                articles.append(node)
            elif kinds & _types("page"):
                pages.append(node)
            elif kinds & _types("site"):
                sites.append(node)
    return LinkedData(tuple(articles), tuple(pages), tuple(sites), by_id, tuple(loose))


def _parse(script: str) -> object | None:
    """The script's JSON, or None."""
    text = _unwrapped(script)
    if text.startswith(("{&quot;", "[{&quot;")):
        text = html.unescape(text)
    if not text or text[0] not in "{[":
        return None
    for repair in (None, _TRAILING_COMMA):
        try:
            data: object = _DECODER.raw_decode(repair.sub("", text) if repair else text)[0]
        except (ValueError, RecursionError):
            continue
        return data
    return None


def _unwrapped(script: str) -> str:
    """The script from its first bracket on, where only comment marks, CDATA and blank space stand before that."""
    text = script.lstrip("\ufeff \t\r\n")
    while text and text[0] not in "{[":
        for opening, closing in _WRAPPERS:
            if text.startswith(opening):
                end = text.find(closing, len(opening)) if closing else len(opening) - 1
                text = "" if end < 0 else text[end + max(len(closing), 1) :].lstrip()
                break
        else:
            return ""
    return text


def _own_nodes(data: object, budget: int) -> Iterator[dict[str, Any]]:
    """The nodes that describe the page itself, in order, at most ``budget``; iterative, so depth costs nothing."""
    queue: list[object] = [data]
    while queue and budget > 0:
        value = queue.pop()
        if isinstance(value, list):
            queue.extend(reversed(value[:MAX_NODES]))
        elif isinstance(value, dict):
            budget -= 1
            yield value
            queue.extend(value[key] for key in reversed(_OWN) if isinstance(value.get(key), dict | list))


def article_types() -> frozenset[str]:
    """Types of nodes that are articles, in lower case."""
    return _types("article")


def site_types() -> frozenset[str]:
    """Types of nodes that are sites or organisations, in lower case."""
    return _types("site")
