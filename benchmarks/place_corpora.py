"""Place names marked by hand: LGL, GeoVirus, GeoWebNews, and the newsroom pages, in one shape.

LGL (Lieberman et al. 2010): 588 local news stories, 5,088 place names and adjectives of nationality, 4,462 with
GeoNames ids. GeoVirus (Gritta et al. 2018): 229 stories, coordinates of Wikipedia; its offsets count from one.
GeoWebNews (Gritta et al. 2019): 200 stories; names that were given coordinates are gold, whatever their use (literal,
metonymic, modifiers, names inside the names of bodies); nouns of people, languages and names of mere homonyms are not.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from data import SHARED


@dataclass(frozen=True)
class GoldPlace:
    """A name in the text; without coordinates where the annotators found none. ``use`` only where the corpus has it."""

    start: int
    end: int
    text: str
    lat: float | None
    lon: float | None
    use: str | None = None
    radius_km: float = 161.0


@dataclass(frozen=True)
class Story:
    """One text. ``host`` is the outlet's web address where the corpus gives it."""

    name: str
    text: str
    gold: tuple[GoldPlace, ...]
    host: str | None = None

    @property
    def half(self) -> int:
        """0 or 1, by a checksum of the name: weights are fitted on the even half."""
        return zlib.crc32(self.name.encode()) & 1


def number(text: str | None) -> float | None:
    """A number, or null where the field is empty."""
    return float(text) if text else None


def lgl(folder: Path) -> Iterator[Story]:
    """The stories of LGL."""
    for article in ET.parse(folder / "lgl.xml").getroot():
        text = article.findtext("text") or ""
        gold = []
        for toponym in article.iter("toponym"):
            start, end = int(toponym.findtext("start") or 0), int(toponym.findtext("end") or 0)
            tag = toponym.find("gaztag")
            lat = number(tag.findtext("lat")) if tag is not None else None
            lon = number(tag.findtext("lon")) if tag is not None else None
            gold.append(GoldPlace(start, end, text[start:end], lat, lon))
        yield Story("lgl-" + article.get("docid", ""), text, tuple(gold), article.findtext("domain"))


def geovirus(folder: Path) -> Iterator[Story]:
    """The stories of GeoVirus."""
    for place, article in enumerate(ET.parse(folder / "GeoVirus.xml").getroot()):
        text = article.findtext("text") or ""
        gold = []
        for location in article.iter("location"):
            start, end = int(location.findtext("start") or 1) - 1, int(location.findtext("end") or 1) - 1
            gold.append(
                GoldPlace(
                    start, end, text[start:end], number(location.findtext("lat")), number(location.findtext("lon"))
                )
            )
        yield Story(f"geovirus-{place}", text, tuple(gold), "en.wikinews.org")


#: Types of GeoWebNews that name a place, and the use that each has in sayso's words (None: it has no counterpart).
GEOWEBNEWS = {
    "Literal": "literal",
    "Literal_Modifier": "literal",
    "Embedded_Literal": "literal",
    "Mixed": "literal",
    "Coercion": "literal",
    "Metonymic": "metonymic",
    "Non_Literal_Modifier": "associative",
    "Embedded_Non_Lit": "associative",
}


def geowebnews(folder: Path) -> Iterator[Story]:
    """The stories of GeoWebNews."""
    for article in ET.parse(folder / "GWN.xml").getroot():
        text = article.findtext("text") or ""
        gold = []
        for toponym in article.iter("toponym"):
            use = GEOWEBNEWS.get(toponym.findtext("type") or "")
            lat, lon = number(toponym.findtext("latitude")), number(toponym.findtext("longitude"))
            if use is not None and lat is not None:
                start, end = int(toponym.findtext("start") or 0), int(toponym.findtext("end") or 0)
                gold.append(GoldPlace(start, end, text[start:end], lat, lon, use))
        link = article.findtext("link") or ""
        yield Story(
            "geowebnews-" + article.get("file", ""), text, tuple(gold), link.split("/")[2] if "//" in link else None
        )


def newsroom() -> Iterator[Story]:
    """Names only (relative places have a benchmark of their own), with the radius that the gold gives each."""
    for path in sorted((SHARED / "data" / "newsroom").glob("*/*.gold.json")):
        if path.name == "story.gold.json":
            continue
        page = json.loads(path.read_text(encoding="utf-8"))
        gold = tuple(
            GoldPlace(
                p["start"], p["end"], p["text"], p["lat"], p["lon"], p["use"], max(p.get("radius_km") or 0.0, 50.0)
            )
            for p in page["places"]
            if not p.get("relation")
        )
        yield Story(f"newsroom-{path.parent.name}/{path.name}", page["text"], gold)


def stories(name: str, data: Path) -> list[Story]:
    """The stories of one corpus, by its name."""
    if name == "newsroom":
        return list(newsroom())
    readers = {"lgl": lgl, "geovirus": geovirus, "geowebnews": geowebnews}
    return list(readers[name](data / "geo" / name))
