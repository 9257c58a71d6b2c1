"""Who publishes the page: names the head, linked data, title, masthead, copyright line and address give.

The name is kept as the page writes it (``BBC News``). Names are compared without case, marks and a leading article. An
address supports a name that it spells (``harbourpost.example`` and *The Harbour Post*), and only where nothing else is
known gives one itself: the name that ``lexicon/outlets.csv`` has for it, else the address.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sayso.document.html.metadata import headline, jsonld, masthead, nameplate, urls, wording
from sayso.document.html.metadata.candidate import Candidate, evidence, given, pools
from sayso.document.html.metadata.page import Page
from sayso.document.html.projection import collapse
from sayso.lexicon import load
from sayso.nouns import Evidence

FLOOR = 0.4
#: Where a place with this score names the outlet, lines that readers see are not asked.
SURE = 0.7
#: Marks at the ends of names.
_MARKS = " |ǀ:–—-·•»›«_"
#: Longer stretches are slogans.
MAX_CHARACTERS, MAX_WORDS = 60, 7
#: Between a title and an outlet's name; a colon only behind a name that comes first.
SEPARATOR = re.compile(r"\s+[|ǀ–—·•»›«:/>-]+\s+|\s*[|ǀㅣ•»]\s*")
_LEADING = re.compile(r"^([^:|]{3,60}):\s+")
_DOMAIN_TAIL = re.compile(r"\.(?:com|org|net|info|news|example|co\.\w\w|com\.\w\w|org\.\w\w|[a-z]{2,12})$")
#: Pictures' labels name no outlet.
_PICTURE = re.compile(r"(?:foto|photo|bild|grafik|image)\w*:", re.IGNORECASE)
#: Scores: a line that says where the page is from; a name in the page's head that stands on the page again, and what
#: that is worth where it does not, or where the page has an address.
CREDITED, HEAD, LESS = 0.55, 0.44, 0.04


def key(name: str) -> str:
    """What makes two outlets' names the same."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if c.isalnum())
    return re.sub(
        r"^(?:the|der|die|das|la|le|el)(?=\w{3})",
        "",
        re.sub(r"(?:com|org|net|de)$", "", plain) if "." in name else plain,
    )


def find(page: Page, given_name: str | None = None) -> Evidence | None:
    """Decide the outlet; ``given_name`` is the user's and wins."""
    found = list(_all(page))
    if all(candidate.score < SURE for candidate in found):
        found.extend(_told(page))
    found = [replace(candidate, value=wording.tidied(candidate.value, page.html)) for candidate in found]
    found = [candidate for candidate in found if _is_name(candidate.value)]
    found.extend(_spelt(page, found))
    ranked = pools(found, lambda candidate: key(candidate.value))
    if given_name:
        return given("outlet", given_name, ranked)
    return evidence("outlet", ranked, floor=FLOOR)


def _is_name(value: str) -> bool:
    return (
        2 <= len(value) <= MAX_CHARACTERS
        and len(value.split()) <= MAX_WORDS
        and "://" not in value
        and value.casefold() not in wording.words("not_names")
        and value.casefold() not in wording.words("versions")
        and not _PICTURE.match(value)
        and not wording.is_number(value)
        and any(character.isalpha() for character in value)
    )


@cache
def _meta_scores() -> dict[str, float]:
    return {str(name): float(score) for name, score in load("metadata_sources.toml")["outlet"].items()}


def _all(page: Page) -> Iterator[Candidate]:
    if page.article is not None:
        for item in page.linked.items(page.article.get("publisher")):
            yield from _named(item, "ld+json publisher", 0.82)
        for item in page.linked.items(page.article.get("isPartOf")):
            if isinstance(item, dict) and jsonld.types_of(item) & jsonld.site_types():
                yield from _named(item, "ld+json isPartOf", 0.7)
    for node in page.linked.sites[:5]:
        site = "website" in jsonld.types_of(node)
        yield from _named(node, "ld+json WebSite" if site else "ld+json Organization", 0.8 if site else 0.7)
    for name, content in page.metas:
        if name in _meta_scores():
            value = content.lstrip("@") if name == "twitter:site" else content
            yield Candidate(collapse(value), "meta", f"meta[{name}]", _meta_scores()[name])
    for element in page.marked("publisher", "sourceOrganization")[:3]:
        inner = next((node for node in element.iter() if node.get("itemprop") == "name"), element)
        yield Candidate(
            collapse((inner.get("content") or inner.text_content())[:200]), "microdata", "itemprop=publisher", 0.7
        )
    yield from _from_title(page)
    yield from masthead.shown(page.root)
    yield from masthead.feeds(page.root)


def _told(page: Page) -> Iterator[Candidate]:
    """Where a line around the headline or behind the text says that the page is from, and the name in its head."""
    for line in (*page.around.before, *page.around.after[:6], *page.around.tail):
        name = wording.credited(line.text)
        if name:
            yield Candidate(name, "visible", "line that says where the page is from", CREDITED)
            break
    body = page.root.find("body")
    for name in nameplate.shown(body, page.heading) if body is not None else ():
        score = HEAD - (LESS if page.html.count(name) < 2 else 0.0) - (2 * LESS if _host(page) else 0.0)
        yield Candidate(name, "visible", "head of the page", score)


def _named(item: object, where: str, score: float) -> Iterator[Candidate]:
    name = jsonld.text_of(item.get("name") if isinstance(item, dict) else item)
    if name:
        yield Candidate(name, "json-ld", where, score)


def _from_title(page: Page) -> Iterator[Candidate]:
    """What the title element says beside the headline."""
    title = page.title_tag
    if not title:
        return
    letter = wording.without_number(title)
    if letter:
        yield Candidate(letter, "header", "title less the number of an issue", 0.5)
    known = [page.meta("og:title"), jsonld.text_of(page.article.get("headline")) if page.article else None]
    if page.heading is not None:
        known.append(collapse(page.heading.text_content())[: headline.MAX_CHARACTERS])
    for own in known:
        if not own or own == title:
            continue
        if title.startswith(own):
            rest = title[len(own) :]
        elif title.endswith(own):
            rest = title[: -len(own)]
        else:
            continue
        parts = [part for part in SEPARATOR.split(f" {rest.strip(' :')} ") if part.strip(_MARKS)]
        if parts:
            # sections stand between headline and name, so the name is the part farthest from the headline
            yield Candidate(
                (parts[-1] if title.startswith(own) else parts[0]).strip(_MARKS),
                "header",
                "title beside the headline",
                0.72,
            )
            return
    parts = [part.strip() for part in SEPARATOR.split(title) if part.strip()]
    if len(parts) > 1:
        yield Candidate(parts[-1], "header", "end of the title", 0.5)
        yield Candidate(parts[0], "header", "beginning of the title", 0.3)
    leading = _LEADING.match(title)
    if leading:
        yield Candidate(leading[1], "header", "beginning of the title", 0.3)


def _spelt(page: Page, found: list[Candidate]) -> Iterator[Candidate]:
    """The address, as support for a name that it spells, or as the last resort."""
    host = _host(page)
    if not host:
        return
    label = _DOMAIN_TAIL.sub("", host)
    letters = re.sub(r"[^a-z0-9]", "", label.split(".")[-1])
    supported = False
    for name in dict.fromkeys(candidate.value for candidate in found):
        own = key(name)
        plain = re.sub(r"^the", "", letters)
        if (
            own
            and len(own) >= 3
            and (own in (letters, plain) or (len(own) >= 5 and own in letters) or (len(plain) >= 5 and own == plain))
        ):
            supported = True
            yield Candidate(name, "url", host, 0.4)
    if not supported and max((candidate.score for candidate in found), default=0.0) < FLOOR:
        listed = _listed(host)
        yield Candidate(listed or host, "url", f"{host}, a known address" if listed else host, FLOOR)


def _host(page: Page) -> str | None:
    return urls.host(page.url) or urls.host(page.canonical) or urls.host(page.meta("og:url"))


@cache
def _domains() -> dict[str, str]:
    return {row["domain"]: row["name"] for row in load("outlets.csv") if row["domain"]}


def _listed(host: str) -> str | None:
    """The name of the outlet to which a host is known to belong."""
    labels = host.split(".")
    return next((name for i in range(len(labels) - 1) if (name := _domains().get(".".join(labels[i:])))), None)
