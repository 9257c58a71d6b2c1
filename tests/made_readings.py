"""Readings made for the tests: short articles of which everything is known."""

from __future__ import annotations

import re
from typing import Any

from sayso.nouns import (
    Attribution,
    Block,
    Capture,
    Claim,
    Comment,
    Content,
    Cue,
    Document,
    Entity,
    GazetteerEntry,
    Hedge,
    Mention,
    Place,
    Quantity,
    ReaderInfo,
    Reading,
    Role,
    Said,
    Source,
    Time,
)

#: one sentence of a page: who, the verb, what (``None`` as who: the writer's own)
Sentence = tuple[str | None, str, str]

DAM: tuple[Sentence, ...] = (
    ("Rory Stewart", "stated", "the Vashti dam had failed near Korr"),
    ("officials", "said", "5,000 people were evacuated"),
    (None, "", "The river was high"),
)


def capture_of(body: str, source: str = "page.html", **more: Any) -> Capture:
    return Capture.of(body.encode("utf-8"), media_type="text/html", source=source, **more)


#: two speakers, some whom nobody names, and a sentence of the writer's own
SPOKEN = (
    ("Rory Stewart", "stated", "the Vashti dam had failed near Korr"),
    ("Ann Bell", "said", "she had never seen such a flood"),
    ("officials", "said", "5,000 people were evacuated"),
    (None, "", "The river was high"),
)


def page(
    sentences: tuple[Sentence, ...] = DAM,
    *,
    title: str | None = "Dam fails at Korr",
    source: str = "page.html",
    outlet: str | None = "The Corvane Herald",
    published: str | None = "2024-06-12",
    said: tuple[str | None, str | None] | None = None,
    outer: str | None = None,
    status: str = "asserted",
    place: tuple[str, float, float] | None = None,
    version: str = "1",
    body: str | None = None,
    comments: tuple[Comment, ...] = (),
    plain: bool = False,
) -> tuple[Capture, Reading]:
    """A capture and its reading.

    ``outer`` is a speaker who passes on everything that is said. With ``plain`` the capture is the text itself, and
    every line a block of it (ASCII only).
    """
    text, claims, attributions, entities, mentions = "", [], [], {}, []

    def entity(name: str) -> str | None:
        if not name[0].isupper():
            return None
        last = name.split()[-1]
        entities.setdefault(
            name,
            Entity(
                id=f"e{len(entities) + 1}",
                type="person",
                name=name,
                aliases=(last,) if last != name else (),
                roles=(Role(role="minister", of="Water"),) if "Stewart" in name else (),
            ),
        )
        return entities[name].id

    def attribution(ident: str, who: str, cue: str, what: str, start: int, parent: str | None) -> Attribution:
        begin = start + len(who) + 1
        content = begin + len(cue) + 1
        return Attribution(
            id=ident,
            cue=Cue(start=begin, end=begin + len(cue), text=cue),
            source=Source(
                spans=((start, start + len(who)),),
                text=who,
                entity=entity(who),
                kind="named" if who[0].isupper() else "anonymous",
            ),
            content=Content(spans=((content, content + len(what)),), text=what),
            manner="indirect",
            parent=parent,
            said=Said(from_=said[0], to=said[1], time=None) if said else None,
            venue=None,
            addressee=None,
            hedge=Hedge(strength="none", text=None),
            polarity="affirmed",
            score=0.9,
        )

    for number, (who, cue, what) in enumerate(sentences, 1):
        start = len(text)
        said_by: tuple[str, ...] = ()
        if who is not None:
            inner, parent = f"a{2 * number}", f"a{2 * number - 1}" if outer else None
            if outer and parent:
                text += f"{outer} reported "
                attributions.append(attribution(parent, outer, "reported", f"{who} {cue} {what}", start, None))
                start = len(text)
            attributions.append(attribution(inner, who, cue, what, start, parent))
            said_by = (inner, parent) if parent else (inner,)
            text += f"{who} {cue} "
        begin = len(text)
        text += f"{what}.\n"
        within = []
        for found in re.finditer(r"Korr|Vashti", what):
            name = found[0]
            mention = Mention(
                id=f"m{len(mentions) + 1}",
                start=begin + found.start(),
                end=begin + found.end(),
                text=name,
                type="place",
                entity=entity(name),
                form="name",
            )
            mentions.append(mention)
            if mention.entity:
                within.append(mention.entity)
        claims.append(
            Claim(
                id=f"c{number}",
                text=what[0].upper() + what[1:] + ".",
                start=begin,
                end=begin + len(what),
                attribution=said_by[0] if said_by else None,
                chain=said_by,
                status=status,  # type: ignore[arg-type]
                entities=tuple(within),
                quantities=("q1",) if number == 1 else (),
                places=("p1",) if place and number == 1 else (),
            )
        )
    places = ()
    if place:
        name, lat, lon = place
        places = (
            Place(
                id="p1",
                start=0,
                end=4,
                text=text[:4],
                use="literal",
                gazetteer=GazetteerEntry(id="x:1", name=name, country=None, kind="city", score=1.0),
                geometry={"type": "Point", "coordinates": [lon, lat]},
            ),
        )
    blocks: tuple[Block, ...] = ()
    if plain:
        body = text
        for line in re.finditer(r".+", text):
            blocks += (Block(start=line.start(), end=line.end(), kind="paragraph", path=None, source=line.span()),)
    made = capture_of(body if body is not None else f"<p>{text}{title}{source}</p>", source)
    document = Document(
        id=f"sha256:{made.sha256}",
        source=source,
        url=None,
        outlet=outlet,
        title=title,
        authors=("Ada Lind",),
        published=published,
        language="en",
        text=text,
        headings=(),
        sentences=(),
        capture=made.ref,
        projection="plain/1" if plain else "html/1",
        blocks=blocks,
    )
    reading = Reading(
        document=document,
        comments=comments,
        entities=tuple(entities.values()),
        mentions=tuple(mentions),
        times=(Time(id="t1", start=0, end=4, text=text[:4], type="DATE", value=None),),
        places=places,
        quantities=(
            Quantity(
                id="q1",
                start=0,
                end=4,
                text=text[:4],
                low=1,
                high=2.5,
                approximate=False,
                unit=None,
                of=None,
                kind="count",
            ),
        ),
        attributions=tuple(attributions),
        claims=tuple(claims),
        reader=ReaderInfo(profile="rules", version=version),
    )
    return made, reading
