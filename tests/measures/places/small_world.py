"""A small gazetteer of real places, and documents read by hand, for the tests of this room."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import shapely

from sayso.measures.places.gazetteer import Gazetteer
from sayso.measures.places.gazetteer.build.writer import NewPlace, Source, Writer
from sayso.measures.places.gazetteer.entry import Kind
from sayso.measures.places.gazetteer.rating import listed
from sayso.measures.places.gazetteer.schema import APPLICATION_ID, INDEXES, TABLES, VERSION
from sayso.nouns import CaptureRef, Document
from sayso.nouns.mention import EntityType, Mention
from sayso.reader.layers import Layers, Token

#: name, kind, country, first division, latitude, longitude, people, other names
ROWS: tuple[tuple[str, Kind, str | None, str | None, float, float, int | None, tuple[str, ...]], ...] = (
    ("Libya", "country", "LY", None, 25.0, 17.0, 6_700_000, ()),
    ("Turkey", "country", "TR", None, 39.0, 35.0, 82_000_000, ("Türkiye",)),
    ("Lebanon", "country", "LB", None, 33.8, 35.8, 6_800_000, ()),
    ("France", "country", "FR", None, 46.0, 2.0, 67_000_000, ()),
    ("United States", "country", "US", None, 39.8, -98.6, 327_000_000, ("U.S.", "US", "America")),
    ("Georgia", "country", "GE", None, 42.0, 43.5, 3_700_000, ()),
    ("Russia", "country", "RU", None, 60.0, 100.0, 144_000_000, ()),
    ("Africa", "continent", None, None, 7.2, 21.1, None, ()),
    ("North America", "continent", None, None, 46.1, -100.6, None, ()),
    ("North Africa", "group", None, None, 27.0, 13.0, None, ()),
    ("Georgia", "admin1", "US", "Georgia", 32.8, -83.5, 10_000_000, ()),
    ("Texas", "admin1", "US", "Texas", 31.3, -99.3, 22_000_000, ()),
    ("Maine", "admin1", "US", "Maine", 45.5, -69.2, 1_300_000, ("Me.",)),
    ("Tripoli", "city", "LY", "Tripoli", 32.89, 13.19, 1_150_000, ()),
    ("Tripoli", "city", "LB", "Liban-Nord", 34.43, 35.84, 229_000, ()),
    ("Sirte", "city", "LY", "Surt", 31.21, 16.59, 106_000, ()),
    ("Kufra", "city", "LY", "Al Kufrah", 24.18, 23.31, 50_000, ()),
    ("Kufra", "city", "TR", "Siirt", 37.93, 42.02, 60_000, ()),
    ("Sidra", "city", "LY", "Surt", 30.65, 18.36, 5_000, ()),
    ("Sidra", "city", "US", "Puerto Rico", 18.17, -66.15, 9_000, ()),
    ("Bani Walid", "city", "LY", "Mişrātah", 31.76, 13.98, 45_734, ()),
    ("Paris", "city", "FR", "Île-de-France", 48.85, 2.35, 2_138_000, ()),
    ("Paris", "city", "US", "Texas", 33.66, -95.56, 24_000, ()),
    ("Dallas", "city", "US", "Texas", 32.78, -96.8, 1_300_000, ()),
    ("Bangor", "city", "GB", "Wales", 53.23, -4.13, 15_000, ()),
    ("Bangor", "city", "US", "Maine", 44.8, -68.77, 32_000, ()),
    ("Moscow", "city", "RU", "Moscow", 55.75, 37.62, 10_381_000, ()),
    ("Houston", "city", "US", "Texas", 29.76, -95.37, 2_296_000, ()),
    ("Atlanta", "city", "US", "Georgia", 33.75, -84.39, 463_000, ()),
    ("Tbilisi", "city", "GE", "Tbilisi", 41.69, 44.83, 1_049_000, ()),
    ("Reading", "city", "GB", "England", 51.46, -0.97, 244_000, ()),
    ("Encarnación", "city", "PY", "Itapúa", -27.33, -55.87, 93_000, ()),
    ("Paraná", "river", None, None, -20.4, -58.06, None, ()),
    ("Paraná", "city", "AR", "Entre Rios", -31.73, -60.53, 247_000, ()),
    ("Mansfield", "city", "US", "Texas", 32.56, -97.14, 64_000, ()),
    ("Turkish", "city", "US", "Texas", 30.1, -97.9, 2_000, ()),
)
DEMONYMS = (
    ("Libyan", "country:LY"), ("Libyans", "country:LY"), ("Russian", "country:RU"), ("Georgian", "country:GE"),
    ("American", "country:US"), ("African", "test:7"),
    ("North African", "test:9"), ("French", "country:FR"), ("Turkish", "country:TR"),
)  # fmt: skip


#: roughly: from the mouth of the Paranaíba past Encarnación and Rosario
PARANA = shapely.LineString([(-51.0, -20.1), (-54.6, -25.5), (-55.9, -27.35), (-58.6, -27.3), (-60.6, -33.0)])


def build(path: Path) -> Gazetteer:
    """The rows above as a gazetteer's file, opened."""
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.executescript(TABLES)
    writer = Writer(connection)
    source = writer.source(Source("test", "Places of the tests", "CC0", "https://example.org/"), base=True)
    writer.places(source, [_place(number, *row) for number, row in enumerate(ROWS)])
    writer.demonyms(DEMONYMS)
    river = next(number for number, row in enumerate(ROWS) if row[1] == "river")
    writer.shapes(source, [(f"test:{river}", shapely.to_wkb(PARANA))])
    connection.commit()
    connection.executescript(INDEXES)
    connection.close()
    return Gazetteer.open(path)


def _place(
    number: int, name: str, kind: Kind, country: str | None, admin1: str | None, lat: float, lon: float,
    people: int | None, others: Sequence[str],
) -> NewPlace:  # fmt: skip
    return NewPlace(
        id=f"country:{country}" if kind == "country" else f"test:{number}",
        name=name,
        kind=kind,
        lat=lat,
        lon=lon,
        radius_km=5.0,
        names=tuple(listed(name, others)),
        country=country,
        admin1=admin1,
        population=people,
    )


def document(text: str, url: str | None = None) -> Document:
    return Document(
        id="sha256:" + "0" * 64, source="test", url=url, outlet=None, title=None, authors=(), published=None,
        language="en", text=text, headings=(), sentences=(),
        capture=CaptureRef(sha256="0" * 64, media_type="text/plain", retrieved=None),
    )  # fmt: skip


def layers(text: str, *names: tuple[str, EntityType], tokens: Sequence[Token] = ()) -> Layers:
    """Every occurrence of each name as a mention of that type; overlaps are left out."""
    found: list[Mention] = []
    for name, kind in names:
        at = text.find(name)
        while at >= 0:
            if not any(m.start < at + len(name) and at < m.end for m in found):
                found.append(
                    Mention(id="", start=at, end=at + len(name), text=name, type=kind, entity=None, form="name")
                )
            at = text.find(name, at + 1)
    found.sort(key=lambda m: m.start)
    return Layers(sentences=(), tokens=tuple(tokens), quotations=(), mentions=tuple(found), attributions=())


def parsed(text: str, rows: Sequence[tuple[str, str, int, str]]) -> tuple[Token, ...]:
    """Tokens from (word, part of speech, head, relation), in text order."""
    tokens = []
    at = 0
    for word, upos, head, relation in rows:
        start = text.index(word, at)
        at = start + len(word)
        tokens.append(Token(start=start, end=at, upos=upos, head=head, deprel=relation))
    return tuple(tokens)
