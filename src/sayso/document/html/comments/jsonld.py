"""Comments that a page gives in schema.org's JSON-LD, as search engines read them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from lxml import html
from lxml.html import HtmlElement

from sayso.document.html.comments.times import normal_time
from sayso.document.html.projection import collapse
from sayso.nouns import Comment

_KEYS: Final = ("comment", "comments", "review", "reviews")
_DEEPEST: Final = 12
#: JSON longer than this is data of the site's own machinery, in characters.
_LONGEST: Final = 2_000_000


def comments_in(scripts: list[HtmlElement]) -> Iterator[tuple[Comment, HtmlElement]]:
    """The comments in the JSON-LD scripts of a page, with their scripts; malformed JSON is passed over."""
    for script in scripts:
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = script.text or ""
        if len(text) > _LONGEST or not any(f'"{key}"' in text for key in _KEYS):
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for found in _walk(data, 0):
            yield found, script


def _walk(data: Any, depth: int) -> Iterator[Comment]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for one in data:
            yield from _walk(one, depth + 1)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key in _KEYS:
                for one in value if isinstance(value, list) else [value]:
                    if (made := _comment(one)) is not None:
                        yield made
                    yield from _walk(one, depth + 1)
            elif isinstance(value, (dict, list)):
                yield from _walk(value, depth + 1)


def _comment(data: Any) -> Comment | None:
    if not isinstance(data, dict):
        return None
    words = next(
        (data[key] for key in ("text", "reviewBody", "commentText", "description") if isinstance(data.get(key), str)),
        None,
    )
    text = _plain(words) if words else ""
    if not text:
        return None
    time = next(
        (data[key] for key in ("dateCreated", "datePublished", "commentTime") if isinstance(data.get(key), str)), None
    )
    url = data.get("url")
    return Comment(
        author=_name(data.get("author") or data.get("creator")),
        text=text,
        on=None,
        spam=False,
        score=0.0,
        reasons=(),
        time=normal_time(time, time),
        url=url if isinstance(url, str) else None,
    )


def _name(data: Any) -> str | None:
    if isinstance(data, list):
        data = data[0] if data else None
    name = data.get("name") if isinstance(data, dict) else data
    return (collapse(name) or None) if isinstance(name, str) else None


def _plain(words: str) -> str:
    """Markup inside JSON is taken off."""
    if "<" not in words and "&" not in words:
        return collapse(words)
    try:
        return collapse(str(html.fragment_fromstring(words, create_parent="div").text_content()))
    except (ValueError, html.etree.ParserError):
        return collapse(words)
