"""The figure that the members of a cluster have in common, as each of them gives it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.measures.numbers import NUMBER_WORDS
from sayso.nouns import Page, Statement
from sayso.origins.matching.facts import facts
from sayso.origins.matching.intervals import Match, match, told
from sayso.origins.matching.measured import Measured
from sayso.origins.material import Material

#: members that are looked at: a cluster of thousands says nothing more
_MOST = 400
#: figures that may be the one in common are taken from so many members
_ASKED = 12
_NUMBER = re.compile(r"\d[\d.,]*|[a-z]+")
_CLOSENESS = {"equal": 4, "near": 3, "open": 2, "inside": 1, "disjoint": 0}


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement, its page, and the figure in it."""

    statement: Statement
    page: Page
    figure: Measured

    @property
    def point(self) -> float | None:
        """The value, where it is one."""
        return self.figure.low if self.figure.low is not None and self.figure.low == self.figure.high else None

    @property
    def span(self) -> tuple[float, float] | None:
        """Both ends, where it is a range whose ends are stated: *dozens* is none."""
        low, high = self.figure.low, self.figure.high
        if low is None or high is None or low >= high:
            return None
        numbers = [w for w in _NUMBER.findall(self.figure.figure.text.lower()) if w[0].isdigit() or w in NUMBER_WORDS]
        return (low, high) if len(numbers) > 1 else None


def in_common(material: Material) -> list[Shown]:
    """Each member that gives the cluster's figure, in order, with it; none where no two pages share one.

    The figure is that which most pages give a match of, the one that tells most among equals.
    """
    members = [material.statements[key] for key in material.members[:_MOST]]
    best: list[Shown] = []
    rank: tuple[int, float] = (1, 0.0)
    tried: set[tuple[object, ...]] = set()
    for statement in members[:_ASKED]:
        for figure in facts(statement).figures:
            same = (figure.named, figure.thing, figure.measure, figure.figure.approximate)
            if same in tried:
                continue
            tried.add(same)
            found = [shown for other in members if (shown := _given(other, figure, material)) is not None]
            place = (len({one.page.document for one in found}), told(figure))
            if place > rank:
                best, rank = found, place
    return best


def of_statement(statement: Statement, page: Page) -> list[Shown]:
    """Every figure of a statement."""
    return [Shown(statement, page, figure) for figure in facts(statement).figures]


def nearest(statement: Statement, page: Page, figure: Measured) -> tuple[Shown, Match] | None:
    """The figure of a statement that measures the same thing as a given one, and how they stand to each other."""
    found = [(shown, match(figure, shown.figure)) for shown in of_statement(statement, page)]
    known = [(shown, agreed) for shown, agreed in found if agreed is not None]
    return max(known, key=lambda one: (_CLOSENESS[one[1].agreement], one[1].measure), default=None)


def _given(statement: Statement, figure: Measured, material: Material) -> Shown | None:
    found = nearest(statement, material.pages[statement.document], figure)
    return found[0] if found is not None and found[1].agreement != "disjoint" else None


def digits(value: float) -> int:
    """Significant digits of a number as it is written: 3 of 11.3, 1 of 3,000."""
    return len(f"{abs(value):.10g}".split("e")[0].replace(".", "").lstrip("0").rstrip("0")) or 1


def is_round(value: float) -> bool:
    """Whether a number looks like an estimate: at most two digits of it are not zeros at the end."""
    return abs(value) >= 10 and float(value).is_integer() and value % 10 == 0 and digits(value) <= 2
