"""When: what claims speak of, when they were said, when their pages were published: ``/timeline``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, get_args

from fastapi import APIRouter, Response
from starlette.responses import JSONResponse

from sayso.export.flat_overviews import flat_dated
from sayso.nouns.overviews import Bucketing, Dated
from sayso.workbench.desk import At
from sayso.workbench.words import key

if TYPE_CHECKING:
    from sayso.nouns.overviews import Days, Histogram, Timeline, TimelineItem
    from sayso.workbench.desk import Desk

router = APIRouter()
#: claims that are drawn on one page: more rows than that nobody follows
_ROWS = 40


@router.get("/timeline")
def show_timeline(desk: At) -> Response:
    """Claims with their three times, and how many claims there are along the time."""
    found, histogram = _timeline(desk), _histogram(desk)
    shown = found.items[:_ROWS]
    return desk.page(
        "timeline.html",
        title="Timeline",
        found=found,
        rows=lambda: map(flat_dated, shown),
        items=shown,
        total=found.total,
        more=len(found.items) > _ROWS,
        histogram=histogram,
        most=max((bucket.count for bucket in histogram.buckets), default=0),
        kinds=get_args(Dated),
    )


@router.get("/timeline/items")
def items_to_draw(desk: At) -> JSONResponse:
    """Every date of every claim of the page, one mark each, for the chart."""
    marks = (mark for number, item in enumerate(_timeline(desk).items[:_ROWS], 1) for mark in _marks(number, item))
    return JSONResponse(list(marks))


@router.get("/timeline/counts")
def counts_to_draw(desk: At) -> JSONResponse:
    """The buckets of the histogram, for the chart."""
    histogram = _histogram(desk)
    buckets = (
        {
            "from": bucket.from_,
            "to": bucket.to,
            "until": _after(bucket.to),
            "count": bucket.count,
            "href": "/timeline" + desk.asked.query(**{histogram.by: f"{bucket.from_}..{bucket.to}"})
            if histogram.by != "about"
            else None,
        }
        for bucket in histogram.buckets
    )
    return JSONResponse(list(buckets))


def _after(day: str) -> str:
    """The day after: a bar reaches to the end of its last day."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _timeline(desk: Desk) -> Timeline:
    filters = desk.filters(size=_ROWS)
    return desk.kept(("timeline", filters), lambda: desk.ledger.timeline(filters, _ROWS + 1))


def _histogram(desk: Desk) -> Histogram:
    by: Dated = desk.asked.choice("along", get_args(Dated), "published")
    bucket: Bucketing | None = desk.asked.choice("by_each", get_args(Bucketing), None)
    filters = desk.filters(size=None)
    return desk.kept(("histogram", filters, by, bucket), lambda: desk.ledger.histogram(filters, by, bucket))


def _marks(number: int, item: TimelineItem) -> Iterator[dict[str, Any]]:
    days: dict[str, Days | None] = {"speaks of": item.about, "said": item.said, "published": item.published}
    for kind, when in days.items():
        if when is None:
            continue
        yield {
            "row": number,
            "label": f"{number}  {item.claim.text}",
            "kind": kind,
            # an end that is open is drawn at the other one; the words tell that it is open
            "from": when.from_ or when.to,
            "to": when.to or when.from_,
            "when": when.text,
            "exact": when.granularity,
            "claim": item.claim.text,
            "chain": item.chain,
            "status": item.claim.status,
            "href": f"/claims/{key(item.document.id)}/{item.claim.id}",
        }
