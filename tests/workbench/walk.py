"""Walks a workbench as a visitor does: every link, form and drawing of a page leads on to the next."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qs, urljoin, urlsplit

from fastapi.routing import APIRoute
from httpx import Response
from lxml import html
from starlette.routing import Match
from starlette.testclient import TestClient

from sayso.workbench.app import VIEWS
from sayso.workbench.forms import split

#: addresses of one route in one form and with the same parameters, and of one route in all
MOST = 1
_OF_ROUTE = 12
_LINKS = ("href", "action", "data-src", "data-href", "data-geojson", "src")


def routes() -> list[APIRoute]:
    """The addresses that can be looked at."""
    found = [each for router in VIEWS for each in router.routes if isinstance(each, APIRoute)]
    return [each for each in found if "GET" in (each.methods or ())]


def route_of(path: str) -> APIRoute | None:
    """The route that answers a path."""
    scope = {"type": "http", "method": "GET", "path": path, "headers": []}
    return next((each for each in routes() if each.matches(scope)[0] is Match.FULL), None)


def walk(client: TestClient, starts: Iterable[str], most: int = MOST) -> Iterator[tuple[str, str, Response]]:
    """Each address that can be reached, with its route and its answer.

    Not more than ``most`` of one route in one form with the same parameters.
    """
    waiting, seen, counted = deque(starts), set(), Counter[object]()
    while waiting:
        address = waiting.popleft()
        path = urlsplit(address).path
        if address in seen or path.endswith("/events"):
            continue
        seen.add(address)
        bare, form = split(path)
        known = route_of(bare)
        kind = (known.path if known else "", form, frozenset(parse_qs(urlsplit(address).query)))
        if known is None or counted[kind] >= most or counted[known.path] >= _OF_ROUTE:
            continue
        counted.update((kind, known.path))
        answer = client.get(address)
        yield known.path, address, answer
        if answer.headers.get("content-type", "").startswith("text/html"):
            waiting += leads_to(answer)


def leads_to(answer: Response) -> list[str]:
    """Addresses of this workbench that a page names."""
    found = []
    for element in html.fromstring(answer.content).iter():
        if not isinstance(element.tag, str) or (element.tag == "form" and element.get("method", "").lower() == "post"):
            continue
        for name in _LINKS:
            if (value := element.get(name)) is not None:
                whole = urlsplit(urljoin(str(answer.url), value))
                if whole.netloc == answer.url.netloc.decode():
                    found.append(whole._replace(scheme="", netloc="", fragment="").geturl())
    return found
