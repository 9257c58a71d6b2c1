"""When the page was published, and when it was changed.

Places, in the order in which they are tried: linked data, meta elements, microdata, ``time`` elements and written dates
around the headline, the address, and htmldate (https://htmldate.readthedocs.io; ``original_date``), which is
asked only where the others have not settled the day: it costs more than all of them together.

Days are compared as written. A page that gives the same moment in two zones is not taken to contradict itself: the
zone that is not UTC is kept, since it is the one that readers see.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from sayso.document.html.metadata import dated, dates, relative
from sayso.document.html.metadata.candidate import Candidate, Pool, evidence, given, pools
from sayso.document.html.metadata.dated import AFTER_CHANGE, MACHINE, Dated
from sayso.document.html.metadata.dates import Stamp
from sayso.document.html.metadata.page import Page
from sayso.nouns import Evidence

#: A day is stated only from this score on.
FLOOR = 0.65
#: From this score on, and without a rival near it, htmldate is not asked.
SETTLED = 0.93
#: A day shown to readers with such a score contradicts a lone machine field that says another, whose score is then cut.
#: A later one must be surer, since it may be that of a change. (What was shown was right in nine such cases of ten.)
EARLIER, LATER, LONE = 0.7, 0.8, 0.75
_MACHINE = frozenset({"json-ld", "meta", "microdata"})
#: Offsets from UTC run from -12 to +14 hours.
_FARTHEST_WEST, _FARTHEST_EAST = timedelta(hours=-12), timedelta(hours=14, minutes=1)


@dataclass(frozen=True, slots=True)
class Dates:
    """Both decisions; values are ISO 8601, as precise as the page says."""

    published: str | None
    modified: str | None
    evidence: tuple[Evidence, ...]


def find(page: Page, given_date: str | None = None) -> Dates:
    """Decide both dates of a page.

    Args:
        page: the page.
        given_date: the user's own, which wins as it is.
    """
    stated = list(dated.structured(page))
    found = [item for field, item in stated if field == "published"]
    modified = [item for field, item in stated if field == "modified"]
    found += dated.shown(page, modified)
    found += dated.from_address(page)
    if not found:
        found = list(relative.find(page))
    possible, refused = _sift(found, page.latest)
    ranked = _pools(possible)
    if not given_date and not _settled(ranked):
        ranked = _pools(possible + dated.by_htmldate(page, possible))
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


def _sift(items: list[Dated], latest: date) -> tuple[list[Dated], list[Candidate]]:
    """Possible dates, and the candidates that are refused because no page can have them."""
    possible = [item for item in items if dates.plausible(item.stamp.day, latest)]
    refused = [item.candidate for item in items if not dates.plausible(item.stamp.day, latest)]
    return possible, refused


def _pools(items: list[Dated]) -> list[Pool]:
    """Candidates pooled by day, one moment told in two zones being one day."""
    shown = [
        item.stamp
        for item in items
        if item.candidate.evidence == "visible" and not (item.candidate.where == MACHINE and _utc(item.stamp))
    ]
    local = [item.stamp for item in items if item.stamp.zone and not _utc(item.stamp)]
    stamps = {id(item.candidate): item.stamp for item in items}
    days = {id(item.candidate): _local_day(item.stamp, local, shown) for item in items}

    def prefer(candidate: Candidate) -> tuple[bool, bool, float]:
        stamp = stamps[id(candidate)]
        return stamp.day == days[id(candidate)], bool(stamp.time), candidate.score

    ranked = pools([item.candidate for item in items], lambda candidate: days[id(candidate)], prefer)
    seen = [p for p in ranked if p.kinds == {"visible"} and not p.best.where.endswith(AFTER_CHANGE)]
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

    A moment with another zone settles it. Else a time of day shown does, if an offset that exists leads to it; else a
    neighbouring day shown without a time, unless the page also shows the day in UTC.
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
    for other in (one for one in shown if not _utc(one)):
        away = datetime.combine(other.day, time.fromisoformat(other.time or "12:00")) - moment.replace(tzinfo=None)
        if (
            other.time
            and away % timedelta(minutes=15) < timedelta(minutes=1)
            and _FARTHEST_WEST <= away <= _FARTHEST_EAST
        ):
            return other.day
        days = (other.day - stamp.day).days
        if not other.time and ((days == 1 and moment.hour >= 12) or (days == -1 and moment.hour < 10)):
            return other.day
    return stamp.day


def _settled(ranked: list[Pool]) -> bool:
    return bool(ranked) and ranked[0].score >= SETTLED and (len(ranked) == 1 or ranked[1].score < 0.8)


def _modified(items: list[Dated], published: str | None, latest: date) -> Evidence | None:
    """The change: never before publication, and not stated where it is the same moment."""
    possible, refused = _sift(items, latest)
    first = published[:10] if published else ""
    kept = [item for item in possible if item.candidate.value[:10] >= first and item.candidate.value != published]
    early = [item.candidate for item in possible if item.candidate.value[:10] < first]
    return evidence("modified", _pools(kept), floor=0.5, refused=[*early, *refused])
