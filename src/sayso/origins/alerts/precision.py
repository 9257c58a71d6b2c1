"""A range that became a point: a figure more precise than what its source said."""

from __future__ import annotations

import functools
import re

from sayso.lexicon import load
from sayso.nouns import Alert
from sayso.origins.alerts.figures import Shown, digits, of_statement
from sayso.origins.alerts.stale import marked
from sayso.origins.alerts.ties import Ties
from sayso.origins.alerts.wording import called, quoted
from sayso.origins.matching.intervals import match
from sayso.origins.material import Material

#: how near the middle of a range counts as the middle
_MIDDLE = 0.005


def false_precision(material: Material, ties: Ties) -> tuple[Alert, ...]:
    """One alert at most, for the point value in the cluster that a range of the same source was made to."""
    known = material.statements.values()
    spans = [s for one in known for s in of_statement(one, material.pages[one.document]) if s.span]
    for key in material.members if spans else ():
        statement = material.statements[key]
        for point in of_statement(statement, material.pages[statement.document]):
            if point.point is None or point.figure.figure.approximate:
                continue
            for span in spans:
                other = span.statement
                if other.document == statement.document or not ties.later(other, statement):
                    continue
                why = _made(point, span)
                if why and ties.one_origin(other, statement):
                    return (_alert(point, span, why),)
    return ()


def _made(point: Shown, span: Shown) -> str | None:
    """What speaks for the point being made from the range; null where it is a figure of its own."""
    value, ends = point.point, span.span
    agreed = match(point.figure, span.figure)
    if value is None or ends is None or agreed is None or agreed.agreement == "disjoint":
        return None
    if point.figure.part != "claimed" or marked(point.statement):
        return None
    if value in ends:
        return "gives one end of it as the figure"
    if not ends[0] < value < ends[1]:
        return None
    finer = digits(value) > max(digits(end) for end in ends)
    middle = abs(value - sum(ends) / 2) <= _MIDDLE * value
    if _exact().search(point.figure.figure.text) or (_exact().search(point.statement.text) and finer):
        return "calls it exact"
    return "gives its middle" if middle and finer else None


@functools.cache
def _exact() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load("alerts.yaml")["exact"]["words"]))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _alert(point: Shown, span: Shown, why: str) -> Alert:
    return Alert(
        kind="false-precision",
        why=(
            f"{called(span.page)} gives a range, {quoted(span.figure.figure.text)}; {called(point.page)} {why}: "
            f"{quoted(point.figure.figure.text)}."
        ),
        pages=(span.page.source, point.page.source),
        score=0.9,
    )
