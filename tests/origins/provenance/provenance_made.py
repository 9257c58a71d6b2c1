"""Pages, statements and clusters made for the tests of provenance: of each only what matters is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sayso.nouns import Credit, Figure, Hop, Judgement, Page, PageEdge, Statement
from sayso.origins.material import Material
from sayso.origins.words import stems


def page(name: str, published: str | None = "2024-03-12", *, outlet: str | None = None, **more: Any) -> Page:
    day = published[:10] if published else None
    exact = published is not None and "T" in published
    return Page(
        document=name,
        source=f"{name}.html",
        url=more.pop("url", None),
        host=more.pop("host", None),
        outlet=outlet or f"The {name.capitalize()} Herald",
        title=None,
        published=published,
        first=(published if exact else f"{day}T00:00:00") if published else None,
        last=(published if exact else f"{day}T23:59:59") if published else None,
        language="en",
        **more,
    )


def credit(name: str, words: str | None = None) -> Credit:
    return Credit(name=name, where="dateline", text=words or f"KORR ({name}) –")


def hop(text: str | None, kind: str = "named", **more: Any) -> Hop:
    name = more.pop("name", text if kind in ("named", "outlet", "group") else None)
    types = {"named": "person", "group": "organization", "outlet": "outlet", "document": "document"}
    return Hop(
        attribution=more.pop("attribution", "a1"),
        kind=kind,  # type: ignore[arg-type]
        entity=more.pop("entity", None),
        type=more.pop("type", types.get(kind)),
        name=name,
        names=tuple(dict.fromkeys(n for n in (name, text, *more.pop("names", ())) if n)),
        roles=more.pop("roles", ()),
        text=text,
        count=more.pop("count", None),
        cue=more.pop("cue", "said"),
        manner="indirect",
        polarity="affirmed",
        hedge="none",
        from_=more.pop("said", None),
        to=more.pop("until", None),
        venue=more.pop("venue", None),
        addressee=more.pop("addressee", None),
        act=more.pop("act", "say"),
    )


def on(day: str) -> dict[str, str]:
    """The day on which something was said."""
    return {"said": day, "until": day}


def figure(text: str, low: float, high: float | None = None, head: str = "peopl") -> Figure:
    return Figure(
        quantity="q1",
        text=text,
        low=low,
        high=high if high is not None else low,
        approximate=False,
        unit="people",
        kind="count",
        of=None,
        head=head,
        words=(),
    )


def says(
    document: str,
    *chain: Hop,
    claim: str = "c1",
    text: str = "The dam failed.",
    figures: Sequence[Figure] = (),
    **more: Any,
) -> Statement:
    quote = more.pop("quote", text)
    return Statement(
        document=document,
        claim=claim,
        position=more.pop("position", int(claim[1:])),
        start=0,
        end=len(quote),
        content=((0, len(quote)),),
        text=text,
        quote=quote,
        status="asserted",
        polarity="affirmed",
        negation=None,
        chain=chain,
        figures=tuple(figures),
        times=(),
        places=(),
        parties=(),
        words=stems(text),
        context=(),
    )


def cluster(pages: Sequence[Page], *statements: Statement, beside: Sequence[Statement] = (), **more: Any) -> Material:
    return Material(
        members=tuple(statement.key for statement in statements),
        statements={statement.key: statement for statement in (*statements, *beside)},
        pages={one.document: one for one in pages},
        **more,
    )


def edge(later: str, earlier: str, kind: str = "copies", claims: Sequence[tuple[str, str]] = ()) -> PageEdge:
    return PageEdge(
        from_=later,
        to=earlier,
        kind=kind,  # type: ignore[arg-type]
        why=f"The page {later} has it from {earlier}.",
        score=0.95,
        claims=tuple(claims),
    )


def same(a: Statement, b: Statement, score: float = 0.9) -> Judgement:
    return Judgement(a=a.key, b=b.key, kind="same", score=score, why="Both say so.")
