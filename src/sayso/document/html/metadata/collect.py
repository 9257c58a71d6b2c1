"""Everything that is said about a page, decided field by field.

Each field has a finder of its own that gathers candidates from every place it knows; :mod:`.candidate` says how one is
chosen. What the user gave (:class:`sayso.nouns.Given`) wins over the page and is marked ``given``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml.html import HtmlElement

from sayso.document.html.metadata import authors, outlet, published, title, urls
from sayso.document.html.metadata.candidate import Candidate
from sayso.document.html.metadata.candidate import given as by_user
from sayso.document.html.metadata.page import Page, look
from sayso.nouns import Author, Evidence, Given, Rival


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says about itself; unknown is ``None`` or empty.

    ``published`` and ``modified`` are ISO 8601, a day or a moment as precise as the page says and in its zone.
    ``language`` is the language that the page declares (a tag of BCP 47), which may be a lie:
    :func:`sayso.document.language.detect` weighs it against the text. ``evidence`` has at most one item a field; one
    with an empty value and score 0 says that what was found was not sure enough to be stated.
    """

    title: str | None
    url: str | None
    outlet: str | None
    bylines: tuple[Author, ...]
    published: str | None
    modified: str | None
    language: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """What a page is: itself, its outlet and its title. Enough to tell its comments from what it says of itself."""

    page: Page
    outlet: Evidence | None
    headline: Evidence | None

    @property
    def title(self) -> str | None:
        """The title, or None where there is none."""
        return _value(self.headline)


def identify(root: HtmlElement, *, html: str, url: str | None, given: Given, retrieved: str | None = None) -> Identity:
    """Decide title and outlet of a page.

    Args:
        root: the parsed page; it is not changed.
        html: the text that it was parsed from.
        url: where the page was captured, if that is known.
        given: what the user says of the page.
        retrieved: when it was captured (ISO 8601); nothing can have been published later. Today by default.

    Does not raise for what a page holds.
    """
    captured = _moment(retrieved)
    latest = (captured or datetime.now(UTC)).date()
    page = look(root, html=html, url=given.url or url, latest=latest, captured=captured)
    publisher = outlet.find(page, given.outlet)
    return Identity(page, publisher, title.find(page, _value(publisher)))


def complete(identity: Identity, *, given: Given, regions: Iterable[HtmlElement] = ()) -> Metadata:
    """Decide the rest: address, authors, dates, declared language.

    Args:
        identity: the page with its outlet and title.
        given: what the user says of the page.
        regions: subtrees whose names and dates are not the page's own: threads of comments. One that holds the
            headline is no such thing and is ignored.

    Does not raise for what a page holds.
    """
    page = identity.page.without(regions)
    publisher = identity.outlet
    name = _value(publisher)
    written, byline = authors.find(page, name, _owners(publisher, page))
    when = published.find(page, given.published)
    address = _address(page, given.url)
    found = (identity.headline, address, publisher, byline, *when.evidence)
    return Metadata(
        title=identity.title,
        url=_value(address),
        outlet=name,
        bylines=written,
        published=when.published,
        modified=when.modified,
        language=page.declared,
        evidence=tuple(item for item in found if item is not None),
    )


def collect(root: HtmlElement, *, html: str, url: str | None, given: Given, retrieved: str | None = None) -> Metadata:
    """All of it, for a page whose threads of comments are not known: :func:`identify`, then :func:`complete`."""
    return complete(identify(root, html=html, url=url, given=given, retrieved=retrieved), given=given)


def _value(evidence: Evidence | None) -> str | None:
    return (evidence.value or None) if evidence is not None else None


def _owners(outlet_evidence: Evidence | None, page: Page) -> frozenset[str]:
    """All names that the page gives its outlet, and the host's own, for comparison with those of authors."""
    values = [outlet_evidence.value, *(rival.value for rival in outlet_evidence.rivals)] if outlet_evidence else []
    host = urls.host(page.url) or urls.host(page.canonical) or ""
    values += [host, host.split(".")[0]]
    return frozenset(outlet.key(value) for value in values if value)


def _moment(retrieved: str | None) -> datetime | None:
    """The moment of capture; None where it is unknown."""
    try:
        return datetime.fromisoformat(retrieved) if retrieved else None
    except ValueError:
        return None


def _address(page: Page, given_url: str | None) -> Evidence | None:
    """The page's address: the user's, else the one it was captured from, else the one that it calls canonical."""
    places = (
        ("header", "capture", urls.absolute(page.url, None), 0.95),
        ("header", "link[rel=canonical]", urls.absolute(page.canonical, page.url), 0.9),
        ("meta", "meta[og:url]", urls.absolute(page.meta("og:url"), page.url), 0.85),
    )
    found = [
        Candidate(value, "header" if kind == "header" else "meta", where, score)
        for kind, where, value, score in places
        if value
    ]
    if given_url:
        return by_user("url", given_url)
    if not found:
        return None
    best = found[0]
    rivals = tuple(
        Rival(value=other.value, evidence=other.evidence, where=other.where)
        for other in found[1:]
        if other.value != best.value
    )
    return Evidence(
        field="url", value=best.value, evidence=best.evidence, where=best.where, score=best.score, rivals=rivals
    )
