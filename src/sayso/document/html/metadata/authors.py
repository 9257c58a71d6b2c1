"""Who wrote the page: every place that names authors, and the list that the places agree on best.

A list's score is ``1 - prod(1 - s * overlap)`` over the kinds of places, where ``overlap`` is the Jaccard coefficient of
the place's list with this one: places that name some of the same authors support it in part. What linked data and meta
elements say is cleaned of what content systems put there (the outlet, user numbers, addresses).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from lxml.html import HtmlElement

from sayso.document.html.metadata import dates, jsonld, names, visible
from sayso.document.html.metadata.candidate import MAX_RIVALS, MAX_VALUE
from sayso.document.html.metadata.page import Page
from sayso.document.html.metadata.visible import Line, Piece, hints
from sayso.lexicon import load
from sayso.nouns import Author, Evidence, Rival
from sayso.nouns.document import EvidenceKind

#: Authors are stated only from this score on.
FLOOR = 0.5
#: From this score on a list may take the place of a shorter one that won.
TELLING = 0.55
_ASIDE = re.compile(r"comment|kommentar|reply|related|recent|sidebar|widget|footer|share|social|photo|caption|bio\b|copyright|foto")
_COMMENTS = re.compile(r"comment|kommentar|reply|related|recent|sidebar|widget|share|social")
_CHUNK = re.compile(r"\s*[·•|]\s*|\s+[–—]\s+|\s{3,}")
_DATELINE = re.compile(r"\(([^()<>\d]{2,40})\)\s*(?:</\w+>\s*)?(?:[–—]|&[nm]dash;|-\s)")
#: How much of a page's source is searched for datelines.
MAX_HTML = 1_000_000
_CREDIT = re.compile(r"^\W*\(?\s*((?:Reporting|Writing|Additional reporting|Compiled|Reported)\b[^;)]*?\bby\b)\s*([^;)]{3,120})", re.IGNORECASE)
_SIGNED = re.compile(r"^\W*\(([^()]{2,60})\)\W*$")


@dataclass(frozen=True, slots=True)
class Listed:
    """One place's list of authors."""

    names: tuple[str, ...]
    evidence: EvidenceKind
    where: str
    score: float
    organisations: frozenset[str] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(names.key(name) for name in self.names)


def find(page: Page, outlet: str | None) -> tuple[tuple[Author, ...], Evidence | None]:
    """Decide the authors of a page.

    Returns:
        the authors, typed, in the order of the page (empty where it names none), and the evidence.
    """
    agencies = credited(page)
    lists = [_without_nobody(listed) for listed in _all(page, agencies)]
    lists = [_weighed(listed, outlet, agencies) for listed in lists if listed.names]
    if not lists:
        return (), None
    ranked = sorted(((_support(listed, lists), -order, listed) for order, listed in enumerate(lists)), key=lambda item: (-item[0], -item[1]))
    score, best = _fuller(ranked, outlet)
    rivals = tuple(
        Rival(value="; ".join(listed.names)[:MAX_VALUE], evidence=listed.evidence, where=listed.where)
        for _, _, listed in ranked
        if listed.keys != best.keys
    )[:MAX_RIVALS]
    if score < FLOOR:
        rivals = (Rival(value="; ".join(best.names)[:MAX_VALUE], evidence=best.evidence, where=best.where), *rivals)[:MAX_RIVALS]
        return (), Evidence(field="authors", value="", evidence="derived", where="nothing sure enough", score=0.0, rivals=rivals)
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


def _fuller(ranked: list[tuple[float, int, Listed]], outlet: str | None) -> tuple[float, Listed]:
    """The winner, or the list that tells more than it does.

    A list with the winner's authors and others tells more; so does a full name where the winner is one word of it, or
    a user's name made of it (``nils``, ``nilspickert``).
    """
    score, _, best = ranked[0]
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


def _without_nobody(listed: Listed) -> Listed:
    """The list without users that stand for nobody."""
    return replace(listed, names=tuple(name for name in listed.names if name.casefold() not in names.words("nobody")))


def credited(page: Page) -> frozenset[str]:
    """Names that the text credits in datelines (``GENEVA (AP) –``), case folded: those of agencies."""
    return frozenset(" ".join(name.casefold().split()) for name in _DATELINE.findall(page.html[:MAX_HTML])[:40])


def _weighed(listed: Listed, outlet: str | None, agencies: frozenset[str]) -> Listed:
    """The list without the outlet where it has others (unless that is an agency); what names no person counts for less.

    Content systems put the site's owner where no author is known, in meta elements more often than in linked data.
    """
    own = names.key(outlet) if outlet else ""
    others = tuple(name for name in listed.names if names.key(name) != own)
    if others and own and names.kind(outlet or "", datelines=agencies) != "agency":
        listed = replace(listed, names=others)
    kinds = {names.kind(name, outlet, organisation=names.key(name) in listed.organisations, datelines=agencies) for name in listed.names}
    if kinds == {"desk"} and not (listed.evidence == "visible" or all(names.signs_bare(name) for name in listed.names)):
        return replace(listed, score=listed.score * (0.65 if listed.evidence == "json-ld" else 0.5))
    return listed


def _all(page: Page, agencies: frozenset[str]) -> Iterator[Listed]:
    yield from _linked(page)
    yield from _meta(page)
    yield from _marked(page)
    yield from _lines(page, agencies)
    yield from _tail(page, agencies)


def _linked(page: Page) -> Iterator[Listed]:
    """Authors in linked data."""
    if page.article is None:
        return
    for member, score in (("author", 0.88), ("creator", 0.7)):
        found: list[str] = []
        organisations: set[str] = set()
        for item in page.linked.items(page.article.get(member)):
            text = jsonld.text_of(item.get("name") or item.get("alternateName")) if isinstance(item, dict) else jsonld.text_of(item)
            if not text or text.startswith(("http://", "https://", "#")):
                continue
            is_organisation = isinstance(item, dict) and bool(jsonld.types_of(item) & {"organization", "newsmediaorganization", "corporation"})
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
        if name == "twitter:data1" and not names.without_prefix(page.meta("twitter:label1") or "")[1]:
            continue
        if name in _meta_scores() and "://" not in content and not content.startswith(("www.", "@", "/")):
            by_name.setdefault(name, []).extend(names.trimmed(names.split(content)))
    for name, found in by_name.items():
        yield Listed(tuple(dict.fromkeys(found)), "meta", f"meta[{name}]", _meta_scores()[name])


def _marked(page: Page) -> Iterator[Listed]:
    """Elements that the page itself marks as naming its author, outside comments and teasers."""
    found: dict[str, list[str]] = {}
    for element in page.root.xpath(
        "//*[@itemprop='author' or @itemprop='creator' or @rel='author' or @rel='author external' or contains(@rel, ' author')]"
    )[:30]:
        if element.tag == "link" or any(_ASIDE.search(hints(node, levels=1)) for node in _up(element, 6)):
            continue
        inner = element.xpath(".//*[@itemprop='name']")
        texts = [node.get("content") or node.text_content() for node in inner[:10]] or [element.get("content") or element.text_content()]
        where = "rel=author" if element.get("rel") else f"itemprop={element.get('itemprop')}"
        for text in texts:
            if text and len(text) < 200 and "://" not in text:
                rest = names.without_prefix(" ".join(text.split()))[0]
                found.setdefault(where, []).extend(names.trimmed(names.split(rest)))
    for where, listed in found.items():
        few = len(set(listed)) <= 6
        yield Listed(tuple(dict.fromkeys(listed)), "microdata", where, 0.8 if few else 0.3)


def _up(element: HtmlElement, levels: int) -> Iterator[HtmlElement]:
    node: HtmlElement | None = element
    for _ in range(levels):
        if node is None or node.tag in ("body", "html"):
            return
        yield node
        node = node.getparent()


def _lines(page: Page, agencies: frozenset[str]) -> Iterator[Listed]:
    """Bylines around the headline."""
    dated = _dated_lines(page)
    best: dict[str, Listed] = {}
    first_long = next((line.distance for line in page.around.after if len(line.text) >= visible.LONG), 99)
    for line in (*page.around.after, *page.around.before):
        if len(line.text) > 200:
            continue
        near = 0.7 if line.distance in dated else 0.6 if {line.distance - 1, line.distance + 1} & dated and line.distance > 0 else 0.0
        for found, how, score in _of_line(line, near, agencies):
            score -= 0.01 * abs(line.distance) + (0.1 if line.distance > first_long else 0.0)
            listed = Listed(tuple(found), "visible", f"{how}, line {line.distance:+d} of the headline", score)
            known = best.get(how)
            if known is None or listed.score > known.score:
                best[how] = listed
            elif how == "byline" and abs(known.score - listed.score) < 0.025 and not known.keys & listed.keys:
                best[how] = replace(known, names=known.names + listed.names)
    yield from best.values()


def _dated_lines(page: Page) -> frozenset[int]:
    return frozenset(
        line.distance
        for line in (*page.around.after, *page.around.before)
        if len(line.text) < 160 and dates.find(line.text, page.declared)
    )


def _of_line(line: Line, near_date: float, agencies: frozenset[str], *, aside: re.Pattern[str] | None = None) -> Iterator[tuple[list[str], str, float]]:
    """What a line says of authors: (names, how it says so, score)."""
    waiting = False  # "By" stood alone, or a name with "and" behind it
    bare: list[str] = []
    told: list[str] = []
    for text, piece in _chunks(line):
        if (aside or _ASIDE).search(hints(piece.element, levels=2)):
            waiting = False
            continue
        if _is_photo(text):
            return
        rest, prefixed = names.without_prefix(text)
        rest = rest.strip(" :,&")
        if prefixed or waiting:
            if not rest or rest.casefold() in names.words("joiners"):
                waiting = True
                continue
            found = names.names_from_line(rest, agencies)
            if found and _plausible(found, marked=not prefixed or bool(_marks(piece))):
                told.extend(name for name in found if name not in told)
                waiting = _whole(found, rest)
            else:
                waiting = False
            continue
        found = names.names_from_line(text, agencies)
        if not found:
            continue
        if _marks(piece):
            if _plausible(found, marked=True):
                yield found, "marked element", 0.72
        elif near_date and piece.element.tag not in ("h2", "h3", "h4") and _whole(names.split(text), text):
            linked = piece.element.tag == "a"
            if all((names.person_like(name) and name.isascii() | name[0].isupper()) or (names.signs_bare(name, agencies) and not linked) for name in found):
                bare.extend(found)
    if told:
        yield told, "byline", 0.85 if all(names.person_like(name) for name in told) else 0.8
    if bare and len(bare) <= 5:
        yield bare, "name beside the date", near_date


def _whole(found: list[str], text: str) -> bool:
    """Whether the names are all that the stretch says."""
    return sum(len(name) for name in found) >= 0.75 * len(text.strip())


def _plausible(found: list[str], *, marked: bool) -> bool:
    """Whether what follows ``By`` is a list of names: marked as such, or all of it like names."""
    if marked:
        return all(len(name.split()) <= 6 and name.casefold() not in names.words("not_names") for name in found)
    return all(names.person_like(name) or names.kind(name) != "person" or (len(name.split()) == 1 and name[0].isupper()) for name in found)


def _chunks(line: Line) -> Iterator[tuple[str, Piece]]:
    """The stretches of a line between marks and dates."""
    for piece in line.pieces:
        text = piece.text
        cut = text
        for stamp in reversed(dates.find(text)):
            cut = cut[: stamp.start] + " | " + cut[stamp.end :]
        for chunk in _CHUNK.split(cut):
            if chunk.strip(" ,:;-–"):
                yield chunk.strip(), piece


def _is_photo(text: str) -> bool:
    """Whether a stretch credits a picture."""
    first = re.match(r"\W*(\w+)", text.casefold())
    return text.lstrip().startswith("©") or bool(first and first[1] in names.words("photo"))


@cache
def _mark_pattern() -> re.Pattern[str]:
    alternatives = "|".join(re.escape(word) for word in sorted(names.words("author_marks"), key=len, reverse=True))
    return re.compile(rf"(?:^|[\s_-])(?:{alternatives})(?=$|[\s_-])")


def _marks(piece: Piece) -> bool:
    return bool(_mark_pattern().search(hints(piece.element, levels=2)))


def _tail(page: Page, agencies: frozenset[str]) -> Iterator[Listed]:
    """Signatures and credits behind the text."""
    for line in page.around.tail:
        text = line.text
        if len(text) > 140 or _COMMENTS.search(hints(line.pieces[0].element)):
            continue
        credit = _CREDIT.match(text)
        if credit is not None:
            found = names.names_from_line(credit[2], agencies)
            yield Listed(tuple(found), "visible", "credit behind the text", 0.7)
            return
        for found, how, score in _of_line(line, 0.0, agencies, aside=_COMMENTS):
            if how == "byline" or all(names.person_like(name) for name in found):
                yield Listed(tuple(found), "visible", f"{how} behind the text", score - 0.2)
                return
        signed = _SIGNED.match(text)
        found = names.names_from_line(signed[1] if signed else text, agencies)
        if line.pieces[0].element.tag == "a" or not found or not _whole(found, text):
            continue
        if any(names.signs_bare(name, agencies) for name in found) and all(
            names.person_like(name) or names.signs_bare(name, agencies) for name in found
        ):
            yield Listed(tuple(found), "visible", "signature behind the text", 0.55)
            return
