"""Who wrote the page: every place that names authors, and the list that the places agree on best.

A list's score is ``1 - prod(1 - s * overlap)`` over the kinds of places, where ``overlap`` is the Jaccard coefficient
of the place's list with this one: places that name some of the same authors support it in part. What linked data and
meta elements say is cleaned of what content systems put there (the outlet, user numbers, addresses).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sayso.document.html.metadata import bylines, jsonld, names, phrases, signatures, visible
from sayso.document.html.metadata.candidate import MAX_RIVALS, MAX_VALUE
from sayso.document.html.metadata.listed import Listed
from sayso.document.html.metadata.outlet import key as outlet_key
from sayso.document.html.metadata.page import Page
from sayso.lexicon import load
from sayso.nouns import Author, Evidence, Rival
from sayso.nouns.document import EvidenceKind

#: Authors are stated only from this score on.
FLOOR = 0.7
#: From this score on a list may take the place of a shorter one that won.
TELLING = 0.65
_DATELINE = re.compile(r"\(([^()<>\d]{2,40})\)\s*(?:</\w+>\s*)?(?:[–—]|&[nm]dash;|-\s)")
#: ``Corvane News Agency``, ``the news agency Corvane``: elsewhere it may be plain ``Corvane``.
_CALLED = ("News Agency", "Press Agency", "news agency ")
_LAST, _FIRST = re.compile(r"[A-Z][\w-]{2,20} $"), re.compile(r"[A-Z][\w-]{2,20}")
#: What is left of the score of a list of owners: in linked data that calls them organisations, in other, elsewhere.
OWNER_STATED, OWNER_LINKED, OWNER = 0.78, 0.65, 0.5
#: How much of a page's source is searched for datelines.
MAX_HTML = 1_000_000


def find(
    page: Page, outlet: str | None, owners: frozenset[str] = frozenset()
) -> tuple[tuple[Author, ...], Evidence | None]:
    """Decide the authors of a page.

    Args:
        page: the page.
        outlet: its outlet, as decided.
        owners: other names of the outlet that the page uses, as :func:`.outlet.key` writes them.

    Returns:
        the authors, typed, in the order of the page (empty where it names none), and the evidence.
    """
    agencies = credited(page)
    lists = [_without_nobody(listed) for listed in _all(page, agencies)]
    lists = [_weighed(listed, outlet, owners, agencies) for listed in lists if listed.names]
    if not lists:
        return (), None
    ranked = sorted(
        ((_support(listed, lists), -order, listed) for order, listed in enumerate(lists)),
        key=lambda item: (-item[0], -item[1]),
    )
    score, best = _fuller(ranked, outlet, owners)
    rivals = tuple(
        Rival(value="; ".join(listed.names)[:MAX_VALUE], evidence=listed.evidence, where=listed.where)
        for _, _, listed in ranked
        if listed.keys != best.keys
    )[:MAX_RIVALS]
    if ranked[0][0] < FLOOR:
        rivals = (Rival(value="; ".join(best.names)[:MAX_VALUE], evidence=best.evidence, where=best.where), *rivals)[
            :MAX_RIVALS
        ]
        return (), Evidence(
            field="authors", value="", evidence="derived", where="nothing sure enough", score=0.0, rivals=rivals
        )
    organisations = frozenset().union(*(listed.organisations for listed in lists if listed.keys & best.keys))
    typed = names.authors(list(best.names), outlet, organisations, agencies)
    evidence = Evidence(
        field="authors",
        value="; ".join(author.name for author in typed)[:MAX_VALUE],
        evidence=best.evidence,
        where=best.where,
        score=round(score, 3),
        rivals=rivals,
    )
    return typed, evidence


def _support(listed: Listed, lists: list[Listed]) -> float:
    by_kind: dict[EvidenceKind, float] = {}
    for other in lists:
        overlap = len(listed.keys & other.keys) / len(listed.keys | other.keys)
        by_kind[other.evidence] = max(by_kind.get(other.evidence, 0.0), other.score * overlap)
    doubt = 1.0
    for score in by_kind.values():
        doubt *= 1.0 - score
    return 1.0 - doubt


def _fuller(
    ranked: list[tuple[float, int, Listed]], outlet: str | None, owners: frozenset[str]
) -> tuple[float, Listed]:
    """The winner, or the list that tells more than it does.

    A list of persons tells more than the site's owner alone, which content systems put where they know no author. A
    list with the winner's authors and others tells more; so does a full name where the winner is one word of it, or a
    user's name made of it (``nils``, ``nilspickert``).
    """
    score, _, best = ranked[0]
    if all(_owned(name, outlet, owners, best) for name in best.names):
        for other_score, _, other in ranked[1:]:
            if (
                other_score >= TELLING
                and other.evidence in ("visible", "json-ld")
                and all(names.person_like(name) and outlet_key(name) not in owners for name in other.names)
            ):
                return other_score, other
    for other_score, _, other in ranked[1:]:
        if other_score < TELLING or len(other.names) > 8 or not all(names.person_like(name) for name in other.names):
            continue
        if other.evidence != "microdata" and best.keys < other.keys:
            return other_score, other
        if len(best.names) == 1 and len(best.names[0].split()) == 1 and len(other.names) == 1:
            word = re.sub(r"\W", "", names.key(best.names[0]))
            full = names.key(other.names[0])
            if len(word) > 2 and (word in full.split() or word in full.replace(" ", "")):
                return other_score, other
    return score, best


def _owned(name: str, outlet: str | None, owners: frozenset[str], listed: Listed) -> bool:
    """Whether a name is the outlet's own, or an organisation's or a desk's."""
    return (
        outlet_key(name) in owners
        or names.kind(name, outlet, organisation=names.key(name) in listed.organisations) == "desk"
    )


def _without_nobody(listed: Listed) -> Listed:
    """The list without users that stand for nobody."""
    return replace(listed, names=tuple(name for name in listed.names if name.casefold() not in phrases.words("nobody")))


def credited(page: Page) -> frozenset[str]:
    """Names that the text credits in datelines (``GENEVA (AP) –``) or calls an agency, case folded."""
    html = page.html[:MAX_HTML]
    found = _DATELINE.findall(html)[:40]
    for words in _CALLED:
        at = -1
        for _ in range(20):
            at = html.find(words, at + 1)
            if at < 0:
                break
            near = (
                _LAST.search(html, max(0, at - 24), at) if words[0].isupper() else _FIRST.match(html, at + len(words))
            )
            found.extend([near[0]] if near else [])
    return frozenset(" ".join(name.casefold().split()) for name in found)


def _weighed(listed: Listed, outlet: str | None, owners: frozenset[str], agencies: frozenset[str]) -> Listed:
    """The list without the outlet where it has others (unless that is an agency); what names no person counts for less.

    Content systems put the site's owner where no author is known, in meta elements more often than in linked data.
    """
    if names.kind(outlet or "-", datelines=agencies) != "agency":
        others = tuple(name for name in listed.names if outlet_key(name) not in owners)
        if len(others) < len(listed.names) and any(
            names.person_like(name) or names.signs_bare(name) for name in others
        ):
            listed = replace(listed, names=others)
    kinds = {
        names.kind(name, outlet, organisation=names.key(name) in listed.organisations, datelines=agencies)
        for name in listed.names
    }
    owned = any(outlet_key(name) in owners for name in listed.names) and "agency" not in kinds
    if (owned or kinds == {"desk"}) and not (
        listed.evidence == "visible" or all(names.signs_bare(name) for name in listed.names)
    ):
        said = listed.evidence == "json-ld" and listed.keys <= listed.organisations
        return replace(
            listed,
            score=listed.score * (OWNER_STATED if said else OWNER_LINKED if listed.evidence == "json-ld" else OWNER),
        )
    return listed


def _all(page: Page, agencies: frozenset[str]) -> Iterator[Listed]:
    yield from _linked(page)
    yield from _meta(page)
    yield from _marked(page)
    yield from bylines.find(page, agencies)
    yield from signatures.find(page, agencies)


def _linked(page: Page) -> Iterator[Listed]:
    """Authors in linked data."""
    if page.article is None:
        return
    for member, score in (("author", 0.88), ("creator", 0.7)):
        found: list[str] = []
        organisations: set[str] = set()
        for item in page.linked.items(page.article.get(member)):
            text = (
                jsonld.text_of(item.get("name") or item.get("alternateName"))
                if isinstance(item, dict)
                else jsonld.text_of(item)
            )
            if not text or text.startswith(("http://", "https://", "#")):
                continue
            is_organisation = isinstance(item, dict) and bool(
                jsonld.types_of(item) & {"organization", "newsmediaorganization", "corporation"}
            )
            own = names.trimmed(names.split(text))
            found.extend(name for name in own if name not in found)
            if is_organisation:
                organisations.update(names.key(name) for name in own)
        yield Listed(tuple(found), "json-ld", f"ld+json {member}", score, frozenset(organisations))


@cache
def _meta_scores() -> dict[str, float]:
    return {str(name): float(score) for name, score in load("metadata_sources.toml")["author"].items()}


def _meta(page: Page) -> Iterator[Listed]:
    """Authors in meta elements, those of one name put together."""
    by_name: dict[str, list[str]] = {}
    for name, content in page.metas:
        if name == "twitter:data1" and not phrases.without_prefix(page.meta("twitter:label1") or "")[1]:
            continue
        if name in _meta_scores() and "://" not in content and not content.startswith(("www.", "@", "/")):
            by_name.setdefault(name, []).extend(names.trimmed(names.split(content)))
    for name, found in by_name.items():
        yield Listed(tuple(dict.fromkeys(found)), "meta", f"meta[{name}]", _meta_scores()[name])


def _marked(page: Page) -> Iterator[Listed]:
    """Elements that the page itself marks as naming its author, outside comments and teasers."""
    found: dict[str, list[str]] = {}
    for element in page.marked("author", "creator", "rel=author")[:30]:
        if element.tag in ("link", "meta") and element.getparent() is page.root.find("head"):
            continue
        if visible.inside(element, "aside"):
            continue
        inner = element.xpath(".//*[@itemprop='name']")
        texts = [node.get("content") or node.text_content() for node in inner[:10]] or [
            element.get("content") or element.text_content()
        ]
        where = f"itemprop={element.get('itemprop')}" if element.get("itemprop") else "rel=author"
        for text in texts:
            if text and len(text) < 200 and "://" not in text:
                rest = phrases.without_prefix(" ".join(text.split()))[0]
                found.setdefault(where, []).extend(names.trimmed(names.split(rest)))
    for where, listed in found.items():
        few = len(set(listed)) <= 6
        yield Listed(tuple(dict.fromkeys(listed)), "microdata", where, 0.8 if few else 0.3)
