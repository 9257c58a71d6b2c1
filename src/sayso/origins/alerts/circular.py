"""Circular reporting: an outlet confirmed by what goes back to itself."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from sayso.nouns import Alert, Page
from sayso.origins.actors import outlet_key
from sayso.origins.alerts.ties import Ties
from sayso.origins.alerts.wording import called, outlet
from sayso.origins.material import Material
from sayso.origins.order import before, page_order


def circular(material: Material, ties: Ties) -> Iterator[Alert]:
    """One alert at most: the longest of the shortest ways from a page back to an earlier one of its outlet."""
    own = sorted(material.documents(), key=lambda document: page_order(material.pages[document]))
    ways = [way for document in own if (way := _way_back(document, ties, material.pages))]
    way = max(ways, key=len, default=None)
    if way is not None:
        yield _alert([material.pages[document] for document in reversed(way)])


def _way_back(start: str, ties: Ties, pages: Mapping[str, Page]) -> list[str] | None:
    """The shortest path along what pages owe to each other that leaves the outlet and comes back to it.

    The page names its source; no page on the way came out before the one that it has it from.
    """
    home = _home(pages[start])
    reached: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        document = waiting.popleft()
        for other in ties.owes(document, cited=document == start):
            if other not in pages or before(pages[document], pages[other]) is True:
                continue
            away = document != start and _home(pages[document]) != home
            if away and (other == start or (home is not None and _home(pages[other]) == home)):
                return [*_path(start, document, reached), other]
            if other != start and other not in reached:
                reached[other] = document
                waiting.append(other)
    return None


def _path(start: str, end: str, reached: Mapping[str, str]) -> list[str]:
    path = [end]
    while path[-1] != start:
        path.append(reached[path[-1]])
    return path[::-1]


def _home(page: Page) -> str | None:
    return outlet_key(page.outlet or page.host or "") or None


def _alert(pages: Sequence[Page]) -> Alert:
    way = " → ".join(called(page) for page in pages)
    return Alert(
        kind="circular",
        why=f"{outlet(pages[-1])} goes back to itself: {way}.",
        pages=tuple(page.source for page in pages),
        score=0.9,
    )
