"""The page as the finders of this room see it: head, linked data, headline and what stands around the headline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from lxml.html import HtmlElement

from sayso.document.html.metadata import headline, jsonld, order, urls, visible, wording
from sayso.document.html.metadata.jsonld import LinkedData, Node
from sayso.document.html.metadata.visible import Surroundings

#: The longest attribute value that is looked at; a page can put a megabyte into one.
MAX_CONTENT = 2_000
#: More meta elements than any honest page has.
MAX_METAS = 400
MAX_MARKS = 2_000


@dataclass(frozen=True, slots=True)
class Page:
    """What the finders need, gathered in one pass over the head and a short walk around the headline.

    ``html`` is the text that ``root`` was parsed from: searching it tells what the tree need not be searched for.
    ``metas`` are (name in lower case, content) of meta elements in order; ``title_tag`` the text of ``<title>``;
    ``declared`` the language tag of ``<html lang>`` or its meta equivalents; ``article`` the linked-data node of this
    page; ``heading`` the element that shows the headline; ``latest`` the day after which nothing can have been
    published (the capture's, or today); ``captured`` the moment of capture, where it is known; ``habit`` the tag by
    whose habit its dates are read; ``marks`` the elements of microdata and ``rel=author`` with their marks.
    """

    root: HtmlElement
    html: str
    url: str | None
    metas: tuple[tuple[str, str], ...]
    title_tag: str | None
    declared: str | None
    canonical: str | None
    linked: LinkedData
    article: Node | None
    heading: HtmlElement | None
    around: Surroundings
    latest: date
    captured: datetime | None = None
    habit: str | None = None
    marks: tuple[tuple[str, HtmlElement], ...] = ()

    def marked(self, *properties: str) -> list[HtmlElement]:
        """The elements that microdata or ``rel`` mark with one of these properties, in order."""
        return [element for mark, element in self.marks if mark in properties]

    def without(self, regions: Iterable[HtmlElement]) -> Page:
        """The page without the lines and marks that stand in one of some subtrees.

        A subtree that holds the headline is left in.
        """
        heading = self.heading
        own = set() if heading is None else {heading, *heading.iterancestors()}
        cut = {region for region in regions if region not in own}
        if not cut:
            return self

        def kept(element: HtmlElement) -> bool:
            return element not in cut and not any(above in cut for above in element.iterancestors())

        return replace(
            self,
            around=self.around.filtered(kept),
            marks=tuple((mark, element) for mark, element in self.marks if kept(element)),
        )

    def meta(self, *names: str) -> str | None:
        """The first content of the first of these names that has any."""
        for wanted in names:
            for name, content in self.metas:
                if name == wanted:
                    return content
        return None


def look(root: HtmlElement, *, html: str, url: str | None, latest: date, captured: datetime | None = None) -> Page:
    """Gather a page. The tree is not changed; ``html`` only says what need not be searched for."""
    metas = tuple(_metas(root))
    title_tag = _clean(next((element.text_content() for element in root.iter("title")), None))
    title_tag = (wording.without_version(title_tag) or None) if title_tag else None
    linked = jsonld.LinkedData()
    if "ld+json" in html:
        linked = jsonld.read(script.text or "" for script in root.xpath("//script[contains(@type, 'ld+json')]"))
    canonical = next(
        (link.get("href", "")[:MAX_CONTENT].strip() for link in root.iter("link") if _is(link.get("rel"), "canonical")),
        None,
    )
    by_name = dict(reversed(metas))
    address = canonical or by_name.get("og:url") or url
    hints = [by_name.get("og:title"), by_name.get("twitter:title"), title_tag]
    article = _article(linked, (url, address), [hint for hint in hints if hint])
    if article is not None:
        hints.insert(0, jsonld.text_of(article.get("headline")) or jsonld.text_of(article.get("name")))
    heading = headline.find(root, [hint for hint in hints if hint], html)
    declared = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    declared = declared or by_name.get("content-language") or by_name.get("og:locale") or by_name.get("language")
    return Page(
        root=root,
        html=html,
        url=url,
        metas=metas,
        title_tag=title_tag,
        declared=_tag(declared),
        canonical=canonical or None,
        linked=linked,
        article=article,
        heading=heading,
        around=visible.around(heading) if heading is not None else Surroundings(),
        latest=latest,
        captured=captured,
        habit=order.habit(_tag(declared), _tag(by_name.get("og:locale")), urls.host(address), html),
        marks=tuple(_marks(root, html)),
    )


def _metas(root: HtmlElement) -> list[tuple[str, str]]:
    found = []
    for element in root.iter("meta"):
        content = element.get("content")
        if not content or not content.strip():
            continue
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = element.get(key)
            if name and not (key == "itemprop" and _in_other_item(element)):
                found.append((name.strip().lower()[:80], " ".join(content[:MAX_CONTENT].split())))
                break
        if len(found) >= MAX_METAS:
            break
    return found


def _marks(root: HtmlElement, html: str) -> Iterator[tuple[str, HtmlElement]]:
    """Elements with ``itemprop``, ``rel=author`` or ``pubdate``, with the name of the mark."""
    if "itemprop" in html:
        for element in root.xpath("//*[@itemprop]")[:MAX_MARKS]:
            yield element.get("itemprop").strip(), element
    if "author" in html:
        for element in root.xpath("//a[@rel]")[:MAX_MARKS]:
            if "author" in element.get("rel").lower().split():
                yield "rel=author", element
    if "pubdate" in html:
        for element in root.xpath("//time[@pubdate]")[:MAX_MARKS]:
            yield "datePublished", element


def _in_other_item(element: HtmlElement) -> bool:
    """Microdata inside the body is read by its item, not as a meta of the page."""
    parent = element.getparent()
    return parent is not None and parent.tag != "head"


def _is(rel: str | None, wanted: str) -> bool:
    return rel is not None and wanted in rel.lower().split()


def _clean(text: str | None) -> str | None:
    return " ".join(text[:MAX_CONTENT].split()) or None if text else None


def _tag(declared: str | None) -> str | None:
    """A language tag in the form of BCP 47 (``en-US``), or None."""
    if not declared:
        return None
    parts = declared.strip().split(",")[0].split(";")[0].replace("_", "-").split("-")
    if not 2 <= len(parts[0]) <= 3 or not parts[0].isalpha():
        return None
    return "-".join(
        [parts[0].lower(), *(part.upper() if len(part) == 2 else part for part in parts[1:3] if part.isalnum())]
    )


def _article(linked: LinkedData, urls: tuple[str | None, ...], titles: list[str]) -> Node | None:
    """The linked-data node of this page: the one with its address, else with its title, else the first."""
    addresses = {_bare(url) for url in urls if url}
    wanted = [headline.words(title) for title in titles]
    best: Node | None = None
    best_rank = -1.0
    for number, node in enumerate([*linked.articles[:200], *linked.pages[:5]]):
        rank = 0.0 if number else 0.05
        for member in ("url", "mainEntityOfPage", "@id"):
            value = node.get(member)
            value = value.get("@id") or value.get("url") if isinstance(value, dict) else value
            if isinstance(value, str) and _bare(value) in addresses:
                rank = max(rank, 2.0)
        name = jsonld.text_of(node.get("headline")) or jsonld.text_of(node.get("name"))
        if name:
            own = headline.words(name)
            rank += max((headline.likeness(own, other) for other in wanted), default=0.0)
        if node.get("datePublished"):
            rank += 0.5
        if jsonld.types_of(node) & jsonld.article_types():
            rank += 1.0
        if rank > best_rank:
            best, best_rank = node, rank
    return best


def _bare(url: str) -> str:
    """An address without scheme, ``www``, query, fragment and final slash, for comparison."""
    bare = url.split("#")[0].split("?")[0].lower().rstrip("/")
    return bare.split("://", 1)[-1].removeprefix("www.").removeprefix("amp.")
