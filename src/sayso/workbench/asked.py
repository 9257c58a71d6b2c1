"""What an address asks for: the same filters as on the command line, under the same names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar
from urllib.parse import urlencode

from sayso.errors import ConfigError
from sayso.ledger import Filters, make_filters

C = TypeVar("C", bound=str)
D = TypeVar("D")

#: name in the address -> name in :func:`~sayso.ledger.make_filters`
FILTERS: Final[Mapping[str, str]] = {
    "q": "query",
    "about": "about",
    "by": "by",
    "outlet": "outlet",
    "place": "place",
    "near": "near",
    "said": "said",
    "published": "published",
    "status": "status",
    "verdict": "verdict",
    "unit": "unit",
    "in": "shown_in",
    "of": "of",
    "min": "minimum",
    "max": "maximum",
    "from": "origin",
    "to": "goal",
    "origins": "origins",
    "alert": "alert",
}
#: names of one thing, which the ledger has to look up: see :meth:`sayso.workbench.desk.Desk.filters`
CHOSEN: Final = ("document", "cluster")
#: those that may be given several times
MANY: Final = ("status", "verdict", "alert")
PAGE: Final = 50
#: so far people page; further on a filter finds what they look for
LAST_PAGE: Final = 400
#: of a number: SQLite's have 64 bits
_DIGITS: Final = 18
#: longer than any question that a person types
_LONGEST: Final = 500


def whole(text: str | None, most: int) -> int | None:
    """The whole number from 0 to ``most`` that stands in a text; null where none does."""
    if not text or not (text.isascii() and text.isdecimal()) or len(text) > _DIGITS or int(text) > most:
        return None
    return int(text)


@dataclass(frozen=True, slots=True)
class Asked:
    """The parameters of an address, in its order. Those that are no filters go through to the view."""

    pairs: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Asked:
        """Empty ones are left out: a form sends all of its fields."""
        return cls(tuple((name, value.strip()) for name, value in pairs if value.strip()))

    def get(self, name: str) -> str | None:
        """The first value of a parameter."""
        return next((value for key, value in self.pairs if key == name), None)

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a parameter."""
        return tuple(value for key, value in self.pairs if key == name)

    @property
    def active(self) -> tuple[tuple[str, str], ...]:
        """The filters that are set."""
        return tuple((name, value) for name, value in self.pairs if name in FILTERS or name in CHOSEN)

    def query(self, **changes: str | Iterable[str] | None) -> str:
        """The query of the same question with parameters changed; ``None`` takes one out. Back on the first page."""
        if "page" not in changes:
            changes["page"] = None
        kept = [(name, value) for name, value in self.pairs if name not in changes]
        for name, value in changes.items():
            if value is None:
                continue
            kept += [(name, value)] if isinstance(value, str) else [(name, each) for each in value]
        return "?" + urlencode(kept) if kept else ""

    def without(self, name: str, value: str) -> str:
        """The query with one value of one parameter taken out."""
        kept = [pair for pair in self.pairs if pair != (name, value) and pair[0] != "page"]
        return "?" + urlencode(kept) if kept else "?"

    @property
    def page(self) -> int:
        """The number of the page of a list, from 1.

        Raises:
            ConfigError: SAY-001: it is no such number.
        """
        number = whole(self.get("page") or "1", LAST_PAGE)
        if not number:
            raise ConfigError("SAY-001", "page", f"there are pages 1 to {LAST_PAGE}", "narrow the question down")
        return number

    def choice(self, name: str, choices: Iterable[C], default: D) -> C | D:
        """Which of the ``choices`` a parameter names.

        Raises:
            ConfigError: SAY-001: none of them.
        """
        given = self.get(name)
        if given is None:
            return default
        known = tuple(choices)
        for each in known:
            if each == given:
                return each
        raise ConfigError("SAY-001", name, f"{given!r} is none of: {', '.join(known)}", "go back and choose one")

    @property
    def order(self) -> str | None:
        """How claims are put in order: the best match of no words is no order."""
        return "relevance" if self.get("q") and self.get("sort") == "relevance" else None

    def filters(self, *, size: int | None = PAGE, **fixed: Any) -> Filters:
        """The filters; with a ``size``, those of one page of a list, and one row more to know whether it goes on.

        Raises:
            ConfigError: SAY-001, naming every value that cannot be used.
        """
        if too_long := [name for name, value in self.active if len(value) > _LONGEST]:
            raise ConfigError("SAY-001", too_long[0], "this is longer than any question", "ask for fewer words")
        values: dict[str, Any] = {}
        for name, field in FILTERS.items():
            if name in MANY:
                values[field] = self.all(name)
            elif (value := self.get(name)) is not None:
                values[field] = value
        if (sort := self.get("sort")) is not None:
            values["sort"] = sort
        if size is not None:
            values |= {"limit": size + 1, "offset": (self.page - 1) * size}
        return make_filters(**(values | fixed))
