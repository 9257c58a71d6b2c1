"""How far do stated distances and directions lie from the true ones? The measures of lexicon/relative_places.yaml.

Statements like *about 50 km north-east of Turin* in the encyclopaedia articles of GeoCoDe (Laparra & Bethard 2020),
whose subject and anchor are both towns of the gazetteer. Of several towns of a name the pair is taken whose distance
comes nearest to the statement, so that the figures are a little too good.

    python benchmarks/stated_distances.py [--data .data]
"""

from __future__ import annotations

import argparse
import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from pathlib import Path

from results import record, table
from sayso.measures.places.gazetteer import Entry, Gazetteer
from sayso.measures.places.geo import bearing, compass, distance_km, in_km

STATED = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>km|kilomet(?:er|re)s?|miles?|mi)\b(?:\s*\([^)]*\))?\s*(?:to the |due )?"
    r"(?P<dir>(?:north|south|east|west)(?:[ -]?(?:east|west))?)\s+(?:of|from)\s+"
    r"(?:the (?:city|town|village|capital|provincial capital|district capital)(?: of)? )?\ue000(?P<link>\d+)\ue001",
    re.IGNORECASE,
)
SHARES = (0.05, 0.15, 0.5, 0.85, 0.95)


def towns(gazetteer: Gazetteer, title: str) -> list[Entry]:
    """The towns that the title of an article may mean."""
    name = title.split(",")[0].split(" (")[0]
    return [m.entry for m in gazetteer.lookup(name) if m.entry.kind == "city"]


def statements(path: Path, gazetteer: Gazetteer) -> Iterator[tuple[float, float, bool]]:
    """True distance by stated one, degrees between true and stated bearing, and whether the word is one of the four."""
    for entity in ET.parse(path).getroot().iter("entity"):
        title = (entity.get("wikipedia") or "").replace("_", " ")
        for paragraph in entity.iter("p"):
            links = [(link.get("wikipedia") or "").replace("_", " ") for link in paragraph]
            text = (paragraph.text or "") + "".join(
                f"\ue000{n}\ue001{link.tail or ''}" for n, link in enumerate(paragraph)
            )
            for match in STATED.finditer(text):
                stated = in_km(float(match["number"].replace(",", "")), match["unit"])
                way = compass(match["dir"])
                pairs = [
                    (one, other)
                    for one in towns(gazetteer, title)
                    for other in towns(gazetteer, links[int(match["link"])])
                    if one.id != other.id and one.country == other.country
                ]
                if not pairs or stated is None or way is None:
                    continue
                measured = [(distance_km((b.lat, b.lon), (a.lat, a.lon)), a, b) for a, b in pairs]
                true, a, b = min(measured, key=lambda row: abs(math.log(max(row[0], 0.1) / stated)))
                if true < 3 * stated + 20:
                    turn = (bearing((b.lat, b.lon), (a.lat, a.lon)) - way.bearing + 180) % 360 - 180
                    yield true / stated, abs(turn), way.bearing % 90 == 0


def quantiles(values: Sequence[float]) -> list[float]:
    """The values below which the shares lie."""
    ordered = sorted(values)
    return [ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in SHARES]


def main() -> None:
    """Print the spread and write the section."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(".data"))
    args = parser.parse_args()
    rows = list(statements(args.data / "geo" / "geocode_complex" / "test.xml", Gazetteer.open()))
    groups = {
        "true distance / stated distance": [ratio for ratio, _, _ in rows],
        "degrees off, north, east, south, west": [turn for _, turn, quarter in rows if quarter],
        "degrees off, north-east, …": [turn for _, turn, quarter in rows if not quarter],
    }
    lines = table(
        ["measure", "statements", *(f"{share:.0%} below" for share in SHARES)],
        [[name, len(values), *(f"{v:.2f}" for v in quantiles(values))] for name, values in groups.items()],
    )
    record("Stated distances and directions", "python benchmarks/stated_distances.py", lines)


if __name__ == "__main__":
    main()
