"""The questions along the time: claims with their three times, and how many there are in each year, month or day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import func

from sayso.ledger.ask import BATCH, claims_that, complete
from sayso.ledger.choosing import Chosen, choosing
from sayso.ledger.counts import count
from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import Filters
from sayso.ledger.parts import times_of
from sayso.ledger.spoken import days_between, spoken
from sayso.ledger.tables import documents, tags
from sayso.nouns.days import days_of, period
from sayso.nouns.found import ClaimRef, FoundClaim, When
from sayso.nouns.overviews import Bucket, Bucketing, Dated, Days, Histogram, Timeline, TimelineItem

#: how much of an ISO 8601 day names its bucket
_DIGITS: dict[Bucketing, int] = {"year": 4, "month": 7, "day": 10}
#: days where the claims are of so many months at most, months where of so many; else years
_DAYS_OF, _MONTHS_OF = 2, 60


def histogram(dialect: Dialect, filters: Filters, by: Dated, bucket: Bucketing | None) -> Histogram:
    """See :meth:`sayso.ledger.store.Store.histogram`."""
    with choosing(dialect, filters) as found:
        chosen: Bucketing = bucket or "month"
        counts = _counted(found, by, chosen)
        if bucket is None:
            chosen = _fitting(counts)
            counts = counts if chosen == "month" else _counted(found, by, chosen)
        size = found.size
    buckets = tuple(made for key in sorted(counts) if (made := _bucket(key, counts[key])))
    return Histogram(by=by, bucket=chosen, buckets=buckets, undated=size - sum(each.count for each in buckets))


def _fitting(months: Iterable[str]) -> Bucketing:
    numbers = [int(month[:4]) * 12 + int(month[5:7]) for month in months if month[:4].isdecimal()]
    across = max(numbers) - min(numbers) + 1 if numbers else 0
    return "day" if across <= _DAYS_OF else "month" if across <= _MONTHS_OF else "year"


def _counted(found: Chosen, by: Dated, bucket: Bucketing) -> Counter[str]:
    digits = _DIGITS[bucket]
    if by == "published":
        day = documents.c.published_from
        key = func.substr(day, 1, digits).label("key")
        rows: Sequence[Any] = found.connection.execute(found.on_pages(key).where(day.is_not(None))).all()
    else:
        rows = found.counted(by, key=func.substr(tags.c.key, 1, digits))
    return Counter({row.key: row.n for row in rows})


def _bucket(key: str, number: int) -> Bucket | None:
    try:
        first, last = period(key)
    except ValueError:  # historians date before Christ
        return None
    return Bucket(from_=first, to=last, count=number)


def find_timeline(dialect: Dialect, filters: Filters, limit: int) -> Timeline:
    """See :meth:`sayso.ledger.store.Store.timeline`."""
    items: list[TimelineItem] = []
    with dialect.reading() as connection:
        some = replace(filters, limit=limit)
        for rows in connection.execute(claims_that(dialect, some)).partitions(BATCH):
            when = times_of(connection, [(row.document_id, row.ident) for row in rows])
            for row, claim in zip(rows, complete(connection, rows), strict=True):
                items.append(_item(claim, when.get((row.document_id, row.ident), ())))
    return Timeline(items=tuple(items), total=count(dialect, filters))


def _item(claim: FoundClaim, when: Iterable[When]) -> TimelineItem:
    said = claim.hops[0].said if claim.hops else None
    return TimelineItem(
        claim=ClaimRef(id=claim.id, text=claim.text, status=claim.status, start=claim.start, end=claim.end),
        document=claim.document,
        about=_about(when),
        said=days_between(said.from_, said.to) if said else None,
        published=days_between(*days_of(claim.document.published)),
        chain=spoken(claim.hops, claim.document.outlet),
        cluster=claim.cluster,
    )


def _about(when: Iterable[When]) -> Days | None:
    """From the first to the last day of all of them; a time that is open to one side counts by its other end."""
    ends = [(time.from_ or time.to, time.to or time.from_) for time in when]
    firsts, lasts = [first for first, _ in ends if first], [last for _, last in ends if last]
    return days_between(min(firsts), max(lasts)) if firsts and lasts else None
