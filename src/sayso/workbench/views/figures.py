"""How many, when, on whose say-so: ``/figures``."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

from fastapi import APIRouter, HTTPException, Response
from msgspec.structs import replace

from sayso.export.flat import flat_series
from sayso.export.flat_overviews import flat_thing
from sayso.ledger import Filters
from sayso.nouns.called import cluster_number
from sayso.origins.series import Policy, policies, policy_named, question
from sayso.origins.series.policies import DEFAULT
from sayso.workbench.asked import whole
from sayso.workbench.cited import HEADINGS, WRITERS, cited, markdown
from sayso.workbench.desk import At, Desk
from sayso.workbench.figures import ORDERS, Told, told

if TYPE_CHECKING:
    from sayso.nouns import Alert
    from sayso.nouns.series import Series
    from sayso.origins.series import Gathered

router = APIRouter()

#: series on one page: each has a chart
SIZE: Final = 4
#: things on the front page, and those among which disputed ones are found
THINGS: Final = 60
LOOKED_AT: Final = 500
#: reports of a series in its chart and table, and where all are asked for
ROWS: Final = 30
EVERY: Final = 300
#: a thousand reports are kept as 1.5 MB
WEIGHT: Final = 6
#: clusters of one series whose alerts are looked up
_CLUSTERS: Final = 8
#: filters that make a question; the others only narrow one down
_ASKING: Final = ("q", "of", "about", "by", "place", "unit", "in", "min", "max")


@router.get("/figures")
def show_figures(desk: At) -> Response:
    """Every report of a measured thing beside the others; without a question, what is measured most."""
    asked = desk.asked
    if not any(asked.get(name) for name in _ASKING):
        return _front(desk)
    policy = policy_named(asked.get("policy") or DEFAULT)
    found = _series(desk, policy)
    start = (asked.page - 1) * SIZE
    rows = EVERY if asked.get("rows") == "all" else ROWS
    page = found[start : start + SIZE] if desk.form == "html" else ()
    shown = [told(each, asked.choice("order", ORDERS, "time"), drawn=rows) for each in page]
    tables = [cited(each) for each in shown]
    return desk.page(
        "figures.html",
        title="Figures",
        found=found,
        rows=lambda: (cells for series in found for cells in flat_series(series)),
        shown=shown,
        tables=tables,
        written=[markdown([table]) for table in tables],
        headings=HEADINGS,
        alerts=[_alerts(desk, each) for each in shown],
        total=len(found),
        others=[(start + SIZE + place, each) for place, each in enumerate(found[start + SIZE :][:30], start=1)],
        more=len(found) > start + SIZE,
        shown_rows=rows,
        size=SIZE,
        policy=policy,
        policies=policies(),
        orders=ORDERS,
    )


def _front(desk: Desk) -> Response:
    filters = desk.asked.filters(size=None)
    disputed = desk.asked.get("disputed") == "1"
    things = desk.kept(("things", filters), lambda: desk.ledger.things(filters, limit=LOOKED_AT))
    chosen = tuple(each for each in things.things if each.disagree or not disputed)
    more = len(chosen) - THINGS + (0 if disputed else things.more)
    things = replace(things, things=chosen[:THINGS], more=max(0, more))
    return desk.page(
        "figures_front.html",
        title="Figures",
        found=things,
        rows=lambda: map(flat_thing, things.things),
        things=things,
        disputed=disputed,
        policies=policies(),
    )


@router.get("/figures/cited.{ending}")
def copy_figures(desk: At, ending: str) -> Response:
    """The series as a table with numbered citations, in a file."""
    if ending not in WRITERS:
        raise HTTPException(404)
    found = _series(desk, policy_named(desk.asked.get("policy") or DEFAULT))
    if one := desk.asked.get("series"):
        number = whole(one, len(found))
        found = found[number - 1 : number] if number else ()
    write, media_type = WRITERS[ending]
    text = write(cited(told(each, desk.asked.choice("order", ORDERS, "time"))) for each in found)
    headers = {"Content-Disposition": f'attachment; filename="figures.{ending}"'}
    return Response(text, media_type=media_type, headers=headers)


def _series(desk: Desk, policy: Policy) -> tuple[Series, ...]:
    """The series that are asked for, those with most reports first."""
    asked = desk.asked
    words = asked.get("q")
    filters = dataclasses.replace(asked.filters(size=None), sort=None)
    thing = question(words) if words else None

    def made() -> Gathered:
        found = desk.ledger.gathered(filters, thing)
        if thing is not None and not found.series:  # no thing of this name: the words may still stand beside figures
            found = desk.ledger.gathered(filters)
        return found

    # gathering takes some hundred times as long as seeing it by another policy
    return desk.kept(("series", filters, words), made, weight=WEIGHT).seen(policy)


def _alerts(desk: Desk, shown: Told) -> list[tuple[str, Alert]]:
    """What is to beware of in the claims that the reports stand in, each once, with the name of its cluster."""
    names = dict.fromkeys(line.report.cluster for line in shown.lines if line.report.cluster)
    found: dict[str, tuple[str, Alert]] = {}
    for name in list(names)[:_CLUSTERS]:
        for cluster in desk.ledger.clusters(Filters(), number=cluster_number(name)):
            for alert in cluster.alerts:
                found.setdefault(alert.why, (name, alert))
    return list(found.values())
