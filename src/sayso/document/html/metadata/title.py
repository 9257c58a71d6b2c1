"""What the page is called: the headline that readers see, without the outlet's name that pages hang on to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sayso.document.html.metadata import headline, jsonld, wording
from sayso.document.html.metadata.candidate import Candidate, evidence, pools
from sayso.document.html.metadata.outlet import SEPARATOR
from sayso.document.html.metadata.outlet import key as outlet_key
from sayso.document.html.metadata.page import Page
from sayso.document.html.projection import collapse, text_of
from sayso.lexicon import load
from sayso.nouns import Evidence

FLOOR = 0.3
#: A title longer than this is cut nowhere but refused: it is a paragraph.
MAX_CHARACTERS = 400


def find(page: Page, outlet: str | None) -> Evidence | None:
    """Decide the title."""
    found = [
        Candidate(value, candidate.evidence, candidate.where, candidate.score)
        for candidate in _all(page)
        if (value := without_outlet(candidate.value, outlet)) and len(value) <= MAX_CHARACTERS
    ]
    found = _agreed(found, outlet)
    shown = {candidate.value for candidate in found if candidate.where == "headline"}
    ranked = pools(
        found,
        lambda candidate: headline.words(candidate.value),
        lambda candidate: (candidate.value in shown, candidate.score),
    )
    return evidence("title", ranked, floor=FLOOR)


def _agreed(found: list[Candidate], outlet: str | None) -> list[Candidate]:
    """The candidates in the words of the headline where they say no more than it and something beside it.

    A head's title may hang a section on to the headline; a headline may hold a kicker before what the head calls the
    title. The outlet's name alone is no title where there is another.
    """
    own = outlet_key(outlet) if outlet else ""
    named = [candidate for candidate in found if outlet_key(candidate.value) != own]
    found = named or found
    shown = next((candidate.value for candidate in found if candidate.where == "headline"), None)
    if shown is None:
        return found
    for candidate in found:
        if candidate.evidence in ("meta", "json-ld") and _ends_with(shown, candidate.value):
            return [replace(other, value=candidate.value) if other.value == shown else other for other in found]
    words = headline.words(shown)
    return [
        replace(candidate, value=shown)
        if any(headline.words(part) == words for part in SEPARATOR.split(candidate.value))
        else candidate
        for candidate in found
    ]


def _ends_with(shown: str, title: str) -> bool:
    """Whether a headline is a title with a kicker before it."""
    long, short = shown.casefold().split(), title.casefold().split()
    return 3 <= len(short) < len(long) and 2 * len(short) >= len(long) and long[-len(short) :] == short


def without_outlet(title: str, outlet: str | None) -> str:
    """The title without the outlet's name at its beginning or end, and the sections that stand between."""
    title = collapse(title)
    if not outlet:
        return title
    own = outlet_key(outlet)
    parts = SEPARATOR.split(title)
    marks = SEPARATOR.findall(title)
    while len(parts) > 1 and (outlet_key(parts[-1]) == own or _is_site(parts[-1], own)):
        parts.pop()
        marks.pop()
    while len(parts) > 1 and (outlet_key(parts[0]) == own):
        parts.pop(0)
        marks.pop(0)
    rebuilt = parts[0] + "".join(mark + part for mark, part in zip(marks, parts[1:], strict=True))
    lead, _, rest = rebuilt.partition(": ")
    return (rest if rest and outlet_key(lead) == own else rebuilt).strip()


def _is_site(part: str, own: str) -> bool:
    """Whether a short end of a title is the outlet's address or a longer or shorter form of its name."""
    candidate = outlet_key(wording.tidied(part))
    if candidate == own:
        return True
    if len(part.split()) > 6 or min(len(own), len(candidate)) < 4:
        return False
    return candidate.startswith(own) or candidate.endswith(own) or own.startswith(candidate)


@cache
def _meta_scores() -> dict[str, float]:
    return {str(name): float(score) for name, score in load("metadata_sources.toml")["title"].items()}


def _all(page: Page) -> Iterator[Candidate]:
    if page.heading is not None:
        shown = " ".join(text_of(page.heading).split()) or collapse(page.heading.text_content())
        if shown:
            yield Candidate(shown, "visible", "headline", 0.85 if page.heading.tag in ("h1", "h2") else 0.7)
    if page.article is not None:
        stated = jsonld.text_of(page.article.get("headline")) or jsonld.text_of(page.article.get("name"))
        if stated:
            yield Candidate(re.sub(r"<[^>]{1,40}>", "", stated), "json-ld", "ld+json headline", 0.8)
    for name, content in page.metas:
        if name in _meta_scores():
            yield Candidate(content, "meta", f"meta[{name}]", _meta_scores()[name])
    for member, text in page.linked.loose:
        if member == "headline":
            yield Candidate(text, "json-ld", "unreadable ld+json headline", 0.5)
    if page.title_tag:
        yield Candidate(page.title_tag, "header", "title", 0.55)
