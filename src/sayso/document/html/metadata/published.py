"""When the page was published, and when it was changed.

Places, in the order in which they are tried: linked data, meta elements, microdata, ``time`` elements and written dates
around the headline, the address, and htmldate (https://htmldate.readthedocs.io; ``original_date``, extensive), which is
asked only where the others have not settled the day: it costs more than all of them together.

Days are compared as written. A page that gives the same moment in two zones is not taken to contradict itself: the
zone that is not UTC is kept, since it is the one that readers see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache

from sayso.document.html.metadata import dates, jsonld, urls, visible
from sayso.document.html.metadata.candidate import Candidate, Pool, evidence, given, pools
from sayso.document.html.metadata.dates import Stamp
from sayso.document.html.metadata.page import Page
from sayso.document.html.metadata.visible import Line, hints
from sayso.lexicon import load
from sayso.nouns import Evidence

#: A day is stated only from this score on.
FLOOR = 0.65
#: From this score on, and without a rival near it, htmldate is not asked.
SETTLED = 0.93
#: A day shown to readers with such a score contradicts a lone machine field that says another, whose score is then cut.
#: A later one must be surer, since it may be that of a change. (What was shown was right in nine such cases of ten.)
EARLIER, LATER, LONE = 0.7, 0.8, 0.75
#: Marks the place of a date of change that stands in for a date of publication.
_AFTER_CHANGE = " (changed)"
_MACHINE = frozenset({"json-ld", "meta", "microdata"})
#: Offsets from UTC run from -12 to +14 hours.
_FARTHEST_WEST, _FARTHEST_EAST = timedelta(hours=-12), timedelta(hours=14, minutes=1)
_MICRODATA = "//*[@itemprop='datePublished' or @itemprop='dateModified' or @itemprop='dateCreated' or @pubdate]"
#: Words of classes and ids that mark a date, and one that was changed.
_DATE_MARK = re.compile(r"date|time|publi|datum|fecha|stamp|posted")
_CHANGED = re.compile(r"updated|modified|lastmod")
_COMMENT = re.compile(r"comment|kommentar|reply|related|recent|sidebar|widget|footer|teaser|aside")


@dataclass(frozen=True, slots=True)
class Dates:
    """Both decisions; values are ISO 8601, as precise as the page says."""

    published: str | None
    modified: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Dated:
    """A candidate with the date it states."""

    candidate: Candidate
    stamp: Stamp


def find(page: Page, given_date: str | None = None) -> Dates:
    """Decide both dates of a page.

    Args:
        page: the page.
        given_date: the user's own, which wins as it is.
    """
    stated = list(_structured(page))
    dated = [item for field, item in stated if field == "published"]
    modified = [item for field, item in stated if field == "modified"]
    dated += _visible(page, modified)
    dated += _from_url(page)
    possible, refused = _sift(dated, page.latest)
    ranked = _pools(possible)
    if not given_date and not _settled(ranked):
        ranked = _pools(possible + _htmldate(page, possible))
    decisions = []
    if given_date:
        decided: Evidence | None = given("published", given_date, ranked)
    else:
        decided = evidence("published", ranked, floor=FLOOR, refused=refused)
    value = decided.value or None if decided else None
    if decided:
        decisions.append(decided)
    changed = _modified(modified, value, page.latest)
    if changed:
        decisions.append(changed)
    return Dates(value, changed.value or None if changed else None, tuple(decisions))


def _structured(page: Page) -> Iterator[tuple[str, _Dated]]:
    """Dates in linked data, meta elements and microdata, with the field each speaks for."""
    if page.article is not None:
        own = jsonld.types_of(page.article) & jsonld.article_types()
        for member, field, score in (
            ("datePublished", "published", 0.9 if own else 0.75),
            ("dateCreated", "published", 0.7),
            ("uploadDate", "published", 0.7),
            ("dateModified", "modified", 0.9),
        ):
            text = jsonld.text_of(page.article.get(member))
            yield from _read(page, field, text, Candidate("", "json-ld", f"ld+json {member}", score))
    for member, text in page.linked.loose:
        if member.startswith("date"):
            field = "published" if member == "datePublished" else "modified"
            yield from _read(page, field, text, Candidate("", "json-ld", f"unreadable ld+json {member}", 0.7))
    for field in ("published", "modified"):
        known = _meta_scores(field)
        for name, content in page.metas:
            if name in known:
                yield from _read(page, field, content, Candidate("", "meta", f"meta[{name}]", known[name]))
    yield from _microdata(page)


def _microdata(page: Page) -> Iterator[tuple[str, _Dated]]:
    """Dates of microdata in the body; where they differ, teasers carry them too and none is trusted far."""
    if "itemprop" not in page.html and "pubdate" not in page.html:
        return
    found: list[tuple[str, _Dated]] = []
    for element in page.root.xpath(_MICRODATA)[:40]:
        parent = element.getparent()
        if (element.tag == "meta" and parent is not None and parent.tag == "head") or _aside(element):
            continue
        prop = element.get("itemprop") or "datePublished"
        text = element.get("datetime") or element.get("content") or element.text_content()[:120]
        field = "modified" if prop == "dateModified" else "published"
        score = 0.7 if prop == "dateCreated" else 0.85
        found.extend(_read(page, field, text, Candidate("", "microdata", f"itemprop={prop}", score)))
    for field in ("published", "modified"):
        own = [item for name, item in found if name == field]
        if len({item.stamp.day for item in own}) > 1:
            own = [_Dated(replace(item.candidate, score=0.5), item.stamp) for item in own]
        yield from ((field, item) for item in own)


def _read(page: Page, field: str, text: str | None, place: Candidate) -> Iterator[tuple[str, _Dated]]:
    stamp = dates.read(text, page.declared) if text else None
    if stamp is not None:
        score = place.score if stamp.sure else place.score * 0.5
        yield field, _Dated(Candidate(stamp.iso, place.evidence, place.where, score), stamp)


def _visible(page: Page, modified: list[_Dated]) -> list[_Dated]:
    """Dates around the headline; those labelled as changes go to ``modified``."""
    found: list[_Dated] = []
    changes: list[_Dated] = []
    first_long = next((line.distance for line in page.around.after if len(line.text) >= visible.LONG), 99)
    for lines, base in ((page.around.after, 0.75), (page.around.before, 0.65), (page.around.tail, 0.4)):
        for line in lines:
            if len(line.text) > 200:
                continue
            far = 0.15 if lines is page.around.after and line.distance > first_long else 0.0
            for label, stamp, where, bonus in _of_line(line, page.declared):
                score = max(0.2, base - far + bonus - 0.01 * abs(line.distance)) * (1.0 if stamp.sure else 0.5)
                item = _Dated(Candidate(stamp.iso, "visible", where, min(score, 0.9)), stamp)
                (changes if label == "modified" else found).append(item)
    modified.extend(changes)
    if not found:  # a page that only says when it was changed was put online then or before
        found = [
            _Dated(replace(item.candidate, where=item.candidate.where + _AFTER_CHANGE, score=item.candidate.score * 0.7), item.stamp)
            for item in changes
        ]
    return found


def _of_line(line: Line, language: str | None) -> Iterator[tuple[str, Stamp, str, float]]:
    """The dates of a line: (what of, when, where, how much better than a bare date)."""
    clue = "unlabelled"  # "Published" may stand in an element of its own before the date's
    where = f"line {line.distance:+d} of the headline"
    any_found = False
    for piece in line.pieces:
        marks = hints(piece.element, levels=2)
        if _COMMENT.search(marks):
            continue
        machine = piece.element.get("datetime") if piece.element.tag == "time" else None
        stamp = dates.read(machine, language) if machine else None
        stamps = [stamp] if stamp else dates.find(piece.text, language)
        if not stamps:
            label = _label(piece.text.casefold())
            clue = label if label != "unlabelled" or len(piece.text) > 3 else clue
            continue
        any_found = True
        end = 0
        for number, one in enumerate(stamps):
            lead = piece.text if stamp else piece.text[end : one.start]
            label = _label(lead.casefold())
            if label == "unlabelled" and number == 0:
                label = clue
            if label == "unlabelled":
                label = "modified" if _CHANGED.search(marks) and "publish" not in marks else label
            end = one.end
            bonus = 0.1 if label != "unlabelled" else 0.0
            bonus += 0.1 if stamp else 0.05 if _DATE_MARK.search(marks) else 0.0
            bonus += 0.05 if len(line.text) < 40 else 0.0
            if label != "other":
                yield label, one, "time@datetime" if stamp else where, bonus
        clue = "unlabelled"
    if not any_found and len(line.pieces) > 1 and not _COMMENT.search(hints(line.pieces[0].element, levels=2)):
        for one in dates.find(line.text, language):
            label = _label(line.text[: one.start].casefold())
            if label != "other":
                yield label, one, where, 0.0


@cache
def _labels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = load("date_labels.yaml")
    return tuple(
        (kind, re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in sorted(table[kind]["words"], key=len, reverse=True))))
        for kind in ("other", "modified", "published")
    )


def _label(text: str) -> str:
    for kind, pattern in _labels():
        if pattern.search(text):
            return kind
    return "unlabelled"


@cache
def _meta_scores(field: str) -> dict[str, float]:
    return {str(name): float(score) for name, score in load("metadata_sources.toml")[field].items()}


def _aside(element: object) -> bool:
    """Whether the element belongs to a comment or a teaser rather than to the page."""
    return any(_COMMENT.search(hints(node, levels=1)) for node in _ancestors(element))


def _ancestors(element: object) -> Iterator[object]:
    node = element
    for _ in range(6):
        if node is None:
            return
        yield node
        node = node.getparent()  # type: ignore[attr-defined]


def _from_url(page: Page) -> list[_Dated]:
    found = []
    for where, address in (("url", page.url), ("link[rel=canonical]", page.canonical), ("meta[og:url]", page.meta("og:url"))):
        day = urls.day_in(address) if address else None
        if day:
            found.append(_Dated(Candidate(day.isoformat(), "url", where, 0.75), Stamp(day)))
    return found


def _htmldate(page: Page, known: list[_Dated]) -> list[_Dated]:
    """What htmldate finds in the whole page. It reads the head too, so there it adds nothing to what is known."""
    from htmldate import find_date  # heavy; only where it is needed

    try:
        value = find_date(
            page.root,
            original_date=True,
            extensive_search=True,
            url=page.url,
            min_date="1990-01-01",
            max_date=(page.latest + timedelta(days=1)).isoformat(),
        )
        day = date.fromisoformat(value) if value else None
    except Exception:  # noqa: BLE001 - a third party's search over hostile markup must not cost the page
        return []
    if day is None or any(item.stamp.day == day and item.candidate.evidence != "visible" for item in known):
        return []
    return [_Dated(Candidate(day.isoformat(), "derived", "htmldate", 0.6), Stamp(day))]


def _sift(items: list[_Dated], latest: date) -> tuple[list[_Dated], list[Candidate]]:
    """Possible dates, and the candidates that are refused because no page can have them."""
    possible = [item for item in items if dates.plausible(item.stamp.day, latest)]
    refused = [item.candidate for item in items if not dates.plausible(item.stamp.day, latest)]
    return possible, refused


def _pools(items: list[_Dated]) -> list[Pool]:
    """Candidates pooled by day, one moment told in two zones being one day."""
    shown = [item.stamp for item in items if item.candidate.evidence == "visible" and not _utc(item.stamp)]
    local = [item.stamp for item in items if item.stamp.zone and not _utc(item.stamp)]
    stamps = {id(item.candidate): item.stamp for item in items}
    days = {id(item.candidate): _local_day(item.stamp, local, shown) for item in items}

    def prefer(candidate: Candidate) -> tuple[bool, bool, float]:
        stamp = stamps[id(candidate)]
        return stamp.day == days[id(candidate)], bool(stamp.time), candidate.score

    ranked = pools([item.candidate for item in items], lambda candidate: days[id(candidate)], prefer)
    seen = [p for p in ranked if p.kinds == {"visible"} and not p.best.where.endswith(_AFTER_CHANGE)]
    return sorted((_doubted(pool, seen) for pool in ranked), key=lambda pool: -pool.score)


def _doubted(pool: Pool, seen: list[Pool]) -> Pool:
    """The pool, its score cut where it is a lone machine field and readers are shown another day."""
    if len(pool.kinds) > 1 or not pool.kinds <= _MACHINE:
        return pool
    day = pool.best.value[:10]
    if any(shown.score >= (EARLIER if shown.best.value[:10] < day else LATER) for shown in seen):
        return replace(pool, score=pool.score * LONE)
    return pool


def _utc(stamp: Stamp) -> bool:
    return stamp.zone in ("Z", "+00:00")


def _local_day(stamp: Stamp, local: list[Stamp], shown: list[Stamp]) -> date:
    """The day that readers of the page see for a moment given in UTC; any other stamp's own day.

    A moment with another zone settles it. Else a time of day shown does, if an offset that exists somewhere leads to it;
    else a neighbouring day shown without a time, unless the page also shows the day in UTC.
    """
    moment = stamp.instant
    if moment is None or not _utc(stamp):
        return stamp.day
    for other in local:
        there = other.instant
        if there is not None and abs(there - moment) < timedelta(minutes=1):
            return other.day
    if any(other.day == stamp.day for other in shown):
        return stamp.day
    for other in shown:
        away = datetime.combine(other.day, time.fromisoformat(other.time or "12:00")) - moment.replace(tzinfo=None)
        if other.time and away % timedelta(minutes=15) < timedelta(minutes=1) and _FARTHEST_WEST <= away <= _FARTHEST_EAST:
            return other.day
        days = (other.day - stamp.day).days
        if not other.time and ((days == 1 and moment.hour >= 12) or (days == -1 and moment.hour < 10)):
            return other.day
    return stamp.day


def _settled(ranked: list[Pool]) -> bool:
    return bool(ranked) and ranked[0].score >= SETTLED and (len(ranked) == 1 or ranked[1].score < 0.8)


def _modified(items: list[_Dated], published: str | None, latest: date) -> Evidence | None:
    """The change: never before publication, and not stated where it is the same moment."""
    possible, refused = _sift(items, latest)
    first = published[:10] if published else ""
    kept = [item for item in possible if item.candidate.value[:10] >= first and item.candidate.value != published]
    early = [item.candidate for item in possible if item.candidate.value[:10] < first]
    return evidence("modified", _pools(kept), floor=0.5, refused=[*early, *refused])
