"""Facets as links: each value asks for the claims that have it, or for all again where it is asked for already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sayso.nouns.facets import Facets, FacetValue
    from sayso.workbench.asked import Asked

#: facet -> its heading, in the order in which they stand
HEADINGS: Final = {
    "source": "Who says it",
    "outlet": "Outlet",
    "place": "Place",
    "time": "Published",
    "status": "Status",
    "origins": "Independent origins",
    "verdict": "Checks",
    "alerts": "Alerts",
}
#: values of a facet that are always there
_SHOWN: Final = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet. ``address`` is null where no filter asks for it."""

    label: str
    count: int
    address: str | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """A facet with its values."""

    name: str
    heading: str
    values: tuple[Choice, ...]

    @property
    def shown(self) -> tuple[Choice, ...]:
        """Those that are always there: the first ones, and what is asked for."""
        return tuple(value for place, value in enumerate(self.values) if place < _SHOWN or value.chosen)

    @property
    def folded(self) -> tuple[Choice, ...]:
        """Those that are there when somebody wants more."""
        return tuple(value for place, value in enumerate(self.values) if place >= _SHOWN and not value.chosen)


def choices(facets: Facets, asked: Asked) -> Iterator[Choices]:
    """The facets that have values. One value that all claims have narrows nothing, and is left out."""
    for name, heading in HEADINGS.items():
        values = tuple(_choice(value, asked) for value in getattr(facets, name))
        if len(values) > 1 or any(value.chosen for value in values):
            yield Choices(name, heading, values)


def _choice(value: FacetValue, asked: Asked) -> Choice:
    query = value.query
    chosen = bool(query) and all(given in asked.all(name) for name, given in query.items())
    label = value.label.replace("-", " ") if value.label.islower() else value.label
    if chosen:
        return Choice(label, value.count, asked.query(**dict.fromkeys(query)) or "?", chosen=True)
    return Choice(label, value.count, asked.query(**query) if query else None, chosen=False)
