"""Where pages state dates: linked data, meta elements, microdata, lines around the headline, the address, htmldate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Literal

from lxml.html import HtmlElement

from sayso.document.html.metadata import dates, jsonld, matter, urls, visible
from sayso.document.html.metadata.candidate import Candidate
from sayso.document.html.metadata.dates import Stamp
from sayso.document.html.metadata.page import Page
from sayso.document.html.metadata.visible import Line
from sayso.lexicon import load

Field = Literal["published", "modified"]
#: Marks the place of a date of change that stands in for a date of publication.
AFTER_CHANGE = " (changed)"
#: The place of a machine form in the text.
MACHINE = "time@datetime"
UNLABELLED = "unlabelled"
#: A label stands at most so many characters before its date.
MAX_LABEL = 60
#: How much better a date behind the text is where it has a line to itself.
SIGNED = 0.25
FIELDS: tuple[Field, ...] = ("published", "modified")


@dataclass(frozen=True, slots=True)
class Dated:
    """A candidate with the date it states."""

    candidate: Candidate
    stamp: Stamp


def structured(page: Page) -> Iterator[tuple[Field, Dated]]:
    """Dates in linked data, meta elements and microdata, with the field each speaks for."""
    if page.article is not None:
        own = jsonld.types_of(page.article) & jsonld.article_types()
        members: tuple[tuple[str, Field, float], ...] = (
            ("datePublished", "published", 0.9 if own else 0.75),
            ("dateCreated", "published", 0.7),
            ("uploadDate", "published", 0.7),
            ("dateModified", "modified", 0.9),
        )
        for member, field, score in members:
            text = jsonld.text_of(page.article.get(member))
            yield from _read(page, field, text, Candidate("", "json-ld", f"ld+json {member}", score))
    for member, text in page.linked.loose:
        if member.startswith("date"):
            loose: Field = "published" if member == "datePublished" else "modified"
            yield from _read(page, loose, text, Candidate("", "json-ld", f"unreadable ld+json {member}", 0.7))
    for field in FIELDS:
        known = _meta_scores(field)
        for name, content in page.metas:
            if name in known:
                yield from _read(page, field, content, Candidate("", "meta", f"meta[{name}]", known[name]))
    yield from _microdata(page)


def _microdata(page: Page) -> Iterator[tuple[Field, Dated]]:
    """Dates of microdata in the body; where they differ, teasers carry them too and none is trusted far."""
    found: list[tuple[Field, Dated]] = []
    for element in page.marked("datePublished", "dateModified", "dateCreated")[:40]:
        parent = element.getparent()
        if (element.tag == "meta" and parent is not None and parent.tag == "head") or visible.inside(
            element, "undated"
        ):
            continue
        prop = element.get("itemprop") or "datePublished"
        text = element.get("datetime") or element.get("content") or element.text_content()[:120]
        field: Field = "modified" if prop == "dateModified" else "published"
        score = 0.7 if prop == "dateCreated" else 0.85
        found.extend(_read(page, field, text, Candidate("", "microdata", f"itemprop={prop}", score)))
    for field in FIELDS:
        own = [item for name, item in found if name == field]
        if len({item.stamp.day for item in own}) > 1:
            own = [Dated(replace(item.candidate, score=0.5), item.stamp) for item in own]
        yield from ((field, item) for item in own)


def _read(page: Page, field: Field, text: str | None, place: Candidate) -> Iterator[tuple[Field, Dated]]:
    stamp = dates.read(text, page.habit) if text else None
    if stamp is not None:
        score = place.score if stamp.sure else place.score * 0.5
        yield field, Dated(Candidate(stamp.iso, place.evidence, place.where, score), stamp)


def shown(page: Page, modified: list[Dated]) -> list[Dated]:
    """Dates around the headline; those labelled as changes go to ``modified``."""
    found: list[Dated] = []
    changes: list[Dated] = []
    signatures = list(matter.own(page.around.tail, behind_text=True))
    first_long = next((line.distance for line in page.around.after if len(line.text) >= visible.LONG), 99)
    for lines, base in ((page.around.after, 0.75), (page.around.before, 0.65), (page.around.tail, 0.4)):
        before = ""
        for line in lines:
            if len(line.text) > 200:
                continue
            far = 0.15 if lines is page.around.after and line.distance > first_long else 0.0
            if line in signatures and _is_date(line.text, page.habit):
                far = -SIGNED
            clue, before = _clue(before), line.text
            for label, stamp, where, bonus in _of_line(line, page.habit, clue):
                score = max(0.2, base - far + bonus - 0.01 * abs(line.distance)) * (1.0 if stamp.sure else 0.5)
                item = Dated(Candidate(stamp.iso, "visible", where, min(score, 0.9)), stamp)
                (changes if label == "modified" else found).append(item)
    modified.extend(changes)
    if not found:  # a page that only says when it was changed was put online then or before
        found = [
            Dated(
                replace(item.candidate, where=item.candidate.where + AFTER_CHANGE, score=item.candidate.score * 0.7),
                item.stamp,
            )
            for item in changes
        ]
    return found


def _is_date(text: str, language: str | None) -> bool:
    """Whether a line is a date and nothing else."""
    stamps = dates.find(text, language)
    return len(stamps) == 1 and not text[: stamps[0].start].strip(" ,(") and len(text) < stamps[0].end + 12


def _clue(text: str) -> str:
    """The label that a line which is nothing else gives the next (``Date:``)."""
    return _label(text.casefold()) if len(text) <= 24 and text.rstrip().endswith(":") else UNLABELLED


def _of_line(line: Line, language: str | None, clue: str) -> Iterator[tuple[str, Stamp, str, float]]:
    """The dates of a line: (what of, when, where, how much better than a bare date).

    ``clue`` is the label that stands before it; "Published" may also stand in an element of its own before the date's.
    """
    where = f"line {line.distance:+d} of the headline"
    any_found = False
    for piece in line.pieces:
        element = piece.element
        if visible.marked(element, "undated"):
            continue
        machine = element.get("datetime") if element.tag == "time" else None
        stamp = dates.read(machine, language) if machine else None
        stamps = (stamp,) if stamp else dates.find(piece.text, language)
        if not stamps:
            label = _label(piece.text.casefold())
            clue = label if label != UNLABELLED or len(piece.text) > 3 else clue
            continue
        any_found = True
        end = 0
        for number, one in enumerate(stamps):
            lead = piece.text if stamp else piece.text[end : one.start]
            label = _label(lead.casefold())
            if label == UNLABELLED and number == 0:
                label = clue
            if label == UNLABELLED:
                label = "modified" if _changed(element) else label
            end = one.end
            bonus = 0.1 if label != UNLABELLED else 0.0
            bonus += 0.1 if stamp else 0.05 if visible.marked(element, "date") else 0.0
            bonus += 0.05 if len(line.text) < 40 else 0.0
            if label != "other":
                yield label, one, MACHINE if stamp else where, bonus
                if stamp and stamp.zone == "Z":  # readers may be shown the day of their own zone
                    yield from (
                        (label, local, where, bonus)
                        for local in dates.find(piece.text, language)[:1]
                        if local.day != stamp.day
                    )
        clue = UNLABELLED
    if not any_found and len(line.pieces) > 1 and not visible.marked(line.pieces[0].element, "undated"):
        for one in dates.find(line.text, language):
            label = _label(line.text[: one.start].casefold())
            if label != "other":
                yield label, one, where, 0.0


def _changed(element: HtmlElement) -> bool:
    """Whether an element is marked as holding the date of a change (``published updated`` is a publication's)."""
    return visible.marked(element, "changed") and "publish" not in visible.hints(element)


@cache
def _labels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = load("date_labels.yaml")
    return tuple(
        (
            kind,
            re.compile(
                rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(table[kind]['words'], key=len, reverse=True)))})(?!\w)"
            ),
        )
        for kind in ("other", "modified", "published")
    )


@lru_cache(maxsize=1024)
def _label(text: str) -> str:
    text = text[-MAX_LABEL:]
    for kind, pattern in _labels():
        if pattern.search(text):
            return kind
    return UNLABELLED


@cache
def _meta_scores(field: str) -> dict[str, float]:
    return {str(name): float(score) for name, score in load("metadata_sources.toml")[field].items()}


def from_address(page: Page) -> list[Dated]:
    found = []
    for where, address in (
        ("url", page.url),
        ("link[rel=canonical]", page.canonical),
        ("meta[og:url]", page.meta("og:url")),
    ):
        day = urls.day_in(address) if address else None
        if day:
            found.append(Dated(Candidate(day.isoformat(), "url", where, 0.75), Stamp(day)))
    return found


def by_htmldate(page: Page, known: list[Dated]) -> list[Dated]:
    """What htmldate finds in the page. It reads the head too, so there it adds nothing to what is known."""
    from htmldate import find_date  # heavy; only where it is needed

    try:
        value = find_date(
            page.root,
            original_date=True,
            extensive_search=False,  # else it may try a phrase in the languages of the world, for seconds
            url=page.url,
            min_date="1990-01-01",
            max_date=(page.latest + timedelta(days=1)).isoformat(),
        )
        day = date.fromisoformat(value) if value else None
    except Exception:  # noqa: BLE001 - a third party's search over hostile markup must not cost the page
        return []
    if day is None or any(item.stamp.day == day and item.candidate.evidence != "visible" for item in known):
        return []
    return [Dated(Candidate(day.isoformat(), "derived", "htmldate", 0.6), Stamp(day))]
