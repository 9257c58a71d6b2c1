"""Figures as the ledger finds them, made for the tests: of which everything is known."""

from __future__ import annotations

from typing import Any

from sayso.nouns import Said
from sayso.nouns.found import ClaimRef, DocumentRef, FoundFigure, Hop, When, Where

_COUNTRIES = {"Libya": "LY", "Syria": "SY", "Guatemala": "GT"}


def figure(
    low: float | None,
    high: float | None = None,
    *,
    claim: str = "{} fighters were there",
    of: str | None = "fighters",
    unit: str | None = "people",
    kind: str = "count",
    page: str = "a",
    ident: str = "q1",
    outlet: str | None = None,
    title: str | None = None,
    published: str | None = "2017-10-28",
    speaker: str | None = None,
    said: str | None = None,
    when: str | tuple[str, str] | None = None,
    where: str | None = None,
    status: Any = "asserted",
    claim_id: str = "c1",
    open_above: bool = False,
    text: str | None = None,
    **more: Any,
) -> FoundFigure:
    """A figure on page ``page``, a point unless ``high`` is given; ``claim`` holds it at the braces."""
    high = None if open_above else low if high is None else high
    words = text or ("so much" if low is None else f"{low:,}" if high in (None, low) else f"{low} to {high}")
    days = (when, when) if isinstance(when, str) else when
    hop = Hop(
        attribution="a1",
        source=speaker,
        speaker=speaker,
        kind="named",
        cue="said",
        said=Said(from_=said, to=said, time=None) if said else None,
        venue=None,
    )
    place = Where(
        id="p1",
        text=where or "",
        use="literal",
        name=where,
        gazetteer=None,
        kind="country",
        country=_COUNTRIES.get(where or ""),
        lat=None,
        lon=None,
        radius_km=None,
    )
    return FoundFigure(
        **(
            {
                "id": ident,
                "start": 0,
                "end": len(words),
                "text": words,
                "low": low,
                "high": high,
                "approximate": False,
                "unit": unit,
                "of": of,
                "kind": kind,
            }
            | more
        ),
        claim=ClaimRef(id=claim_id, text=claim.format(words), status=status, start=0, end=20),
        times=(When(id="t1", text="then", value=None, from_=days[0], to=days[1]),) if days else (),
        places=(place,) if where else (),
        hops=(hop,) if speaker else (),
        checks=(),
        document=DocumentRef(
            id=f"sha256:{page}",
            source=f"{page}.html",
            outlet=outlet or f"Outlet {page}",
            title=title,
            published=published,
            url=None,
        ),
    )
