"""A figure that changes as it is handed on: its hedge falls, its bounds move, or what it counts turns."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from sayso.lexicon import load
from sayso.nouns import Alert
from sayso.origins.alerts.figures import Shown, digits, is_round, nearest, of_statement
from sayso.origins.alerts.stale import corrected
from sayso.origins.alerts.ties import Ties
from sayso.origins.alerts.wording import called, in_its_words, quoted
from sayso.origins.matching.intervals import told
from sayso.origins.material import Material

#: how much a number must tell for two pages to have it from one another when they count different things
_TELLING = 0.3


def drift(material: Material, ties: Ties, shown: list[Shown]) -> Iterator[Alert]:
    """One alert at most: of copies, of what is counted, of an estimate or a page's figure that its own source moves.

    ``shown`` is the figure that the members have in common, as each gives it.
    """
    for found in (_copied(shown, ties), _turned(material, ties), _moved(material, ties), _corrected(material)):
        if found is not None:
            yield found
            return


def _copied(shown: list[Shown], ties: Ties) -> Alert | None:
    """The same figure, from one origin, in other words: without its *about*, or with other bounds."""
    for number, later in enumerate(shown):
        for first in shown[:number]:
            if first.page.document == later.page.document:
                continue
            if _unhedged(first, later):
                what = "without the doubt that it was first given with"
            elif _moved_bounds(first, later):
                what = "with other bounds"
            else:
                continue
            if ties.one_origin(first.statement, later.statement):
                return _alert(f"The figure is handed on {what}", _steps(shown, first, later))
    return None


def _unhedged(first: Shown, later: Shown) -> bool:
    value = first.point
    return (
        value is not None
        and value == later.point
        and is_round(value)
        and first.figure.figure.approximate
        and not later.figure.figure.approximate
    )


def _moved_bounds(first: Shown, later: Shown) -> bool:
    """An estimate that becomes an open bound at another value or at one end of it, or the reverse; another number."""
    if first.figure.named == later.figure.named or (first.span and later.span):
        return False
    if first.span or later.span:
        ends = set(first.span or later.span or ())
        other = later if first.span else first
        return other.point is None and set(other.figure.named) <= ends
    if first.point is not None and later.point is not None and _rounded(first.point, later.point):
        return False
    if first.point is None and later.point is None:
        return False
    found = nearest(later.statement, later.page, first.figure)
    return found is not None and found[1].agreement in ("near", "open")


def _rounded(value: float, other: float) -> bool:
    """Whether one number is the other with fewer digits: 31,204 and 31,000."""
    fewer = min(digits(value), digits(other))
    return float(f"{value:.{fewer}g}") == float(f"{other:.{fewer}g}")


def _steps(shown: list[Shown], first: Shown, later: Shown) -> list[Shown]:
    """The first, the changed one, and the pages between that put it in yet other words."""
    between = shown[shown.index(first) + 1 : shown.index(later)]
    kept, said = [first], {_as_said(first), _as_said(later)}
    for one in between:
        if _as_said(one) not in said:
            said.add(_as_said(one))
            kept.append(one)
    return [*kept[:3], later]


def _as_said(one: Shown) -> str:
    return one.figure.figure.text.casefold()


def _turned(material: Material, ties: Ties) -> Alert | None:
    """The same number of the same noun, of which something else is told: homeless families, then families fled."""
    numbers: dict[tuple[object, ...], list[Shown]] = {}
    for other in material.statements.values():
        for then in of_statement(other, material.pages[other.document]):
            if then.figure.measure is not None and told(then.figure) >= _TELLING:
                numbers.setdefault(_number(then), []).append(then)
    for key in material.members:
        later = material.statements[key]
        for now in of_statement(later, material.pages[later.document]):
            for then in numbers.get(_number(now), ()):
                if _turns(then, now) and ties.later(then.statement, later) and ties.one_origin(then.statement, later):
                    return _alert("The same number is told of something else", [then, now], sentences=True)
    return None


def _number(one: Shown) -> tuple[object, ...]:
    return (one.figure.named, one.figure.thing)


def _turns(then: Shown, now: Shown) -> bool:
    if then.page.document == now.page.document or then.figure.measure is None or now.figure.measure is None:
        return False
    return frozenset({then.figure.measure.label, now.figure.measure.label}) in _pairs()


@functools.cache
def _pairs() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in load("alerts.yaml")["turned"]["pairs"])


def _moved(material: Material, ties: Ties) -> Alert | None:
    """A range that its own source later replaces by values outside it."""
    members = set(material.members)
    for judgement in material.judgements:
        if judgement.kind != "updates" or judgement.a not in members:
            continue
        new, old = material.statements[judgement.a], material.statements[judgement.b]
        for then in of_statement(old, material.pages[old.document]):
            found = nearest(new, material.pages[new.document], then.figure)
            if then.span is None or found is None or found[1].agreement != "disjoint":
                continue
            if ties.one_side(old, new):
                return _alert("The source has moved its own estimate", [then, found[0]])
    return None


def _corrected(material: Material) -> Alert | None:
    """A page that says which figure it had before."""
    members = set(material.members)
    for judgement in material.judgements:
        own, other = (judgement.a, judgement.b) if judgement.a in members else (judgement.b, judgement.a)
        if other in members or judgement.kind not in ("updates", "contradicts"):
            continue
        new, old = material.statements[own], material.statements[other]
        if new.document != old.document or not corrected(old):
            continue
        page = material.pages[new.document]
        for then in of_statement(old, page):
            found = nearest(new, page, then.figure)
            if found is not None and found[1].agreement == "disjoint":
                was, now = (quoted(shown.figure.figure.text) for shown in (then, found[0]))
                why = f"{called(page)} has changed its figure: an earlier version had {was}, it now has {now}."
                return Alert(kind="drift", why=why, pages=(page.source,), score=0.8)
    return None


def _alert(what: str, steps: list[Shown], *, sentences: bool = False) -> Alert:
    parts = [
        f"{called(one.page)} has {in_its_words(one.statement) if sentences else quoted(one.figure.figure.text)}"
        for one in steps
    ]
    return Alert(
        kind="drift",
        why=f"{what}: {', then '.join(parts)}.",
        pages=tuple(dict.fromkeys(one.page.source for one in steps)),
        score=0.8,
    )
