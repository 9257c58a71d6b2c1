"""A request as views see it: the ledger, what was asked, and the answer in the form that was asked for."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypeVar
from urllib.parse import unquote

from fastapi import Depends, HTTPException, Request, Response
from starlette.responses import StreamingResponse

from sayso.export import Selection
from sayso.export.flat import csv_lines
from sayso.nouns import to_json
from sayso.workbench.asked import CHOSEN, PAGE, Asked
from sayso.workbench.fields import field, name_of
from sayso.workbench.forms import Form

if TYPE_CHECKING:
    from jinja2 import Environment
    from starlette.datastructures import FormData

    from sayso.ledger import Filters, Ledger
    from sayso.nouns import Noun
    from sayso.workbench.following import Follower
    from sayso.workbench.pool import Pool
    from sayso.workbench.settings import Settings

V = TypeVar("V")
#: lines of CSV that go out together
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Desk:
    """What a view works with."""

    request: Request
    ledger: Ledger
    asked: Asked

    @property
    def form(self) -> Form:
        """In which form the answer is wanted."""
        found: Form = self.request.state.form
        return found

    @property
    def settings(self) -> Settings:
        found: Settings = self.request.app.state.settings
        return found

    def filters(self, *, size: int | None = PAGE, **fixed: Any) -> Filters:
        """What is asked, with the document and the cluster that are named in the address.

        Raises:
            ConfigError: SAY-001: a value cannot be used.
            LedgerError: SAY-068, SAY-069: a name does not lead to one thing.
        """
        filters = self.asked.filters(size=size, **fixed)
        named = {name: self.asked.get(name) for name in CHOSEN}
        return Selection(filters=filters, **named).chosen(self.ledger)

    @property
    def reviewer(self) -> str:
        """Who decides: the name that this browser was given, else the one on this machine."""
        name = unquote(self.request.cookies.get("sayso_reviewer", ""))
        return name_of(name) or self.settings.reviewer

    def by(self, form: FormData) -> str:
        """Who decides: the name in the form, else whoever does in this browser."""
        return name_of(field(form, "by")) or self.reviewer

    def follow(self) -> None:
        """Have worked out what follows from what was just decided; in a small ledger that is so when this returns."""
        follower: Follower = self.request.app.state.follower
        follower.follow(self.settings.patience)

    def kept(self, key: Hashable, make: Callable[[], V], *, weight: int = 1) -> V:
        """An answer that only changes when the ledger does. ``weight``: see :meth:`Pool.kept`."""
        pool: Pool = self.request.app.state.pool
        return pool.kept((self.ledger.version(), key), make, weight=weight)

    def page(
        self,
        template: str,
        *,
        title: str,
        found: Noun | Iterable[Noun] | Mapping[str, Any] | None = None,
        rows: Callable[[], Iterable[Mapping[str, Any]]] | None = None,
        geojson: Callable[[], Mapping[str, Any]] | None = None,
        **context: Any,
    ) -> Response:
        """The answer: ``found`` as JSON, ``rows`` as CSV, ``geojson`` as that, or all of it through a template.

        A list as JSON is one array. ``rows`` and ``geojson`` are called only where they were asked for.

        Raises:
            HTTPException: 404: the page is not there in the form that was asked for.
        """
        if self.form == "json" and found is not None:
            return Response(_json(found), media_type="application/json")
        if self.form == "geojson" and geojson is not None:
            return Response(_json(geojson()), media_type="application/geo+json")
        if self.form == "csv" and rows is not None:
            return StreamingResponse(_csv(rows()), media_type="text/csv; charset=utf-8")
        if self.form != "html":
            raise HTTPException(404)
        return self.html(template, title=title, **context)

    def html(self, template: str, *, title: str, **context: Any) -> Response:
        """A page through a template."""
        environment: Environment = self.request.app.state.templates
        made = environment.get_template(template).render(
            request=self.request,
            asked=self.asked,
            settings=self.settings,
            reviewer=self.reviewer,
            title=title,
            **context,
        )
        return Response(made, media_type="text/html; charset=utf-8")


def _json(found: Any) -> bytes:
    if isinstance(found, Mapping):
        return json.dumps(found, ensure_ascii=False, default=_plain).encode("utf-8")
    if hasattr(found, "__struct_fields__"):
        return bytes(to_json(found))
    return b"[" + b",\n".join(to_json(each) for each in found) + b"]"


def _plain(value: Any) -> Any:
    if hasattr(value, "__struct_fields__"):
        return json.loads(to_json(value))
    return str(value)


def _csv(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    lines = csv_lines(rows)
    while batch := "".join(itertools.islice(lines, _BATCH)):
        yield batch


def desk(request: Request) -> Iterator[Desk]:
    """The desk of one request; its ledger is free again when the answer has gone out."""
    pool: Pool = request.app.state.pool
    with pool.ledger() as ledger:
        yield Desk(request, ledger, Asked.of(request.query_params.multi_items()))


#: what a view takes: ``def show(desk: At) -> Response``
At = Annotated[Desk, Depends(desk)]
