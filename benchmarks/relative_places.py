"""Relative places: are they found, and does the region that is drawn hold the place that is meant?

Three sets: own cases (real places with their true points, in relative_places_cases.yaml), and the pages of newsroom and
chains with the named places of their gold as anchors, so that the naming of places does not count. No peer makes
regions.

    python benchmarks/relative_places.py [--shared ../shared] [--show]
"""

from __future__ import annotations

import argparse
import json
import math
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import shapely
import yaml

from data import SHARED
from results import record, table
from sayso.measures.places.gazetteer import Gazetteer
from sayso.measures.places.geo import from_geojson
from sayso.measures.places.relative import relative_places
from sayso.nouns import Document, Place
from sayso.nouns.capture import CaptureRef
from sayso.nouns.measures import GazetteerEntry
from sayso.reader.layers import Layers

CASES = Path(__file__).with_name("relative_places_cases.yaml")
SENTENCE = re.compile(r"[^\n]+?(?:[.!?][”\"’']?(?=\s+[A-Z“])|(?=\n)|$)")


class Case(NamedTuple):
    """A text, its named places, and one relative place with the point it means (null where none can be told)."""

    text: str
    places: tuple[Place, ...]
    phrase: tuple[int, int]
    point: tuple[float, float] | None
    gold_radius: float
    relation: dict[str, Any]
    name: str
    title: str | None = None


def document(text: str, whole: bool = False, title: str | None = None) -> tuple[Document, Layers]:
    """A document with sentences cut at full stops."""
    found = [(m.start(), m.end()) for m in SENTENCE.finditer(text) if m.end() > m.start()]
    sentences = ((0, len(text)),) if whole else tuple(found)
    capture = CaptureRef(sha256="0" * 64, media_type="text/plain", retrieved=None)
    made = Document(
        id="sha256:0", source="case", url=None, outlet=None, title=title, authors=(), published=None, language="en",
        text=text, headings=(), sentences=sentences, capture=capture,
    )  # fmt: skip
    return made, Layers(sentences=sentences, tokens=(), quotations=(), mentions=(), attributions=())


def named(gazetteer: Gazetteer, id: str, text: str, start: int, near: tuple[float, float] | None, country: str | None,
          country_kind: bool = False) -> Place:  # fmt: skip
    """A named place resolved by what the gold says of it: its country, its kind, or its point."""
    best = None
    for match in gazetteer.lookup(text):
        entry = match.entry
        if country and entry.country != country:
            continue
        if country is not None and country_kind != (entry.kind == "country"):
            continue
        gap = 0.0
        if near is not None:
            gap = math.hypot(entry.lat - near[0], (entry.lon - near[1]) * math.cos(math.radians(near[0])))
            if gap > (15 if entry.kind in ("country", "region", "admin1", "sea", "river") else 0.5):
                continue
        gap += 0.3 * (not country_kind and entry.kind in ("admin1", "admin2") and match.how != "demonym")
        if best is None or gap < best[0] - 0.01:
            best = (gap, entry)
    entry = best[1] if best else None
    return Place(
        id=id, start=start, end=start + len(text), text=text, use="literal",
        gazetteer=None if entry is None else GazetteerEntry(
            id=entry.id, name=entry.name, country=entry.country, kind=entry.kind, score=1.0),
    )  # fmt: skip


def own_cases(gazetteer: Gazetteer, part: str) -> Iterator[Case]:
    """One part of relative_places_cases.yaml: those that were tuned on, or those written afterwards."""
    for row in yaml.safe_load(CASES.read_text(encoding="utf-8"))[part]:
        text = row["text"]
        places: list[Place] = []
        for told in row["places"]:
            name, country, *kind = told.split("/")
            for match in re.finditer(rf"\b{re.escape(name)}(?!\w)", text):
                id = f"p{len(places) + 1}"
                places.append(named(gazetteer, id, name, match.start(), None, country, bool(kind)))
        start = text.index(row["phrase"])
        lat, lon = row["point"]
        yield Case(text, tuple(places), (start, start + len(row["phrase"])), (lat, lon), 0.0, {}, row["phrase"])


def gold_cases(gazetteer: Gazetteer, files: Sequence[Path]) -> Iterator[Case]:
    """The relative places of newsroom and chains."""
    for file in files:
        gold = json.loads(file.read_text(encoding="utf-8"))
        text = (
            gold["text"]
            if "text" in gold
            else file.with_name(file.name.replace(".gold.json", ".txt")).read_text("utf-8")
        )
        places, relative = [], []
        for index, place in enumerate(gold["places"], 1):
            start, end = place.get("span") or (place["start"], place["end"])
            if place.get("relation"):
                relative.append((start, end, place))
                continue
            near = (place["lat"], place["lon"]) if place.get("lat") is not None else None
            places.append(named(gazetteer, f"p{index}", text[start:end], start, near, None))
        for start, end, place in relative:
            point = (place["lat"], place["lon"]) if place.get("lat") is not None else None
            yield Case(text, tuple(places), (start, end), point, place.get("radius_km") or 0.0, place["relation"],
                       f"{file.parent.name}/{file.name.split('.')[0]}: {place['text']}", gold.get("title"))  # fmt: skip


def overlap(place: Place, start: int, end: int) -> float:
    """Dice of two ranges."""
    common = min(place.end, end) - max(place.start, start)
    return 2 * max(0, common) / (place.end - place.start + end - start)


def score(
    cases: Sequence[Case], gazetteer: Gazetteer, show: bool
) -> tuple[Counter[str], list[tuple[str, bool, float]]]:
    """Counts of what was found and right; and of each region its kind, whether it holds the point, its km across."""
    counts: Counter[str] = Counter()
    drawn: list[tuple[str, bool, float]] = []
    for case in cases:
        made, layers = document(case.text, not case.relation, case.title)
        found = relative_places(made, layers, case.places, gazetteer)
        best = max(found, key=lambda p: overlap(p, *case.phrase), default=None)
        counts["asked"] += 1
        if best is None or overlap(best, *case.phrase) < 0.5:
            if show:
                print("MISSED  ", case.name, "|", [p.text for p in found])
            continue
        counts["found"] += 1
        exact = (best.start, best.end) == case.phrase
        counts["exact"] += exact
        if show and not exact:
            print("SPAN    ", case.name, "| found:", best.text)
        if case.relation:
            right = best.relation is not None and best.relation.kind == case.relation["kind"]
            counts["kind"] += right
            if show and not right:
                print("KIND    ", case.name, best.relation, case.relation)
        if case.point is None:
            continue
        counts["located"] += 1
        if best.geometry is None:
            if show:
                print("NOTHING ", case.name, "|", best.relation, best.derivation)
            continue
        counts["drawn"] += 1
        shape = from_geojson(best.geometry)
        inside = shape.covers(shapely.Point(case.point[1], case.point[0]))
        counts["holds"] += inside
        kind = best.relation.kind if best.relation else ""
        drawn.append((kind, inside, 2 * (best.radius_km or 0.0)))
        if show and not inside:
            print("OUTSIDE ", case.name, best.relation, best.derivation, case.point)
    return counts, drawn


def across(drawn: Sequence[tuple[str, bool, float]]) -> float:
    """The median of the regions' km across."""
    return sorted(size for _, _, size in drawn)[len(drawn) // 2]


def main() -> None:
    """Score the sets and write the section."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--show", action="store_true", help="print every miss; write nothing")
    args = parser.parse_args()
    gazetteer = Gazetteer.open()
    data = args.shared / "data"
    newsroom = [f for f in sorted((data / "newsroom").glob("*/*.gold.json")) if f.name != "story.gold.json"]
    sets = {
        "own cases": list(own_cases(gazetteer, "cases")),
        "own cases, written afterwards": list(own_cases(gazetteer, "held_out")),
        "newsroom": list(gold_cases(gazetteer, newsroom)),
        "chains": list(gold_cases(gazetteer, sorted((data / "chains").glob("*.gold.json")))),
    }
    rows = []
    everything: list[tuple[str, bool, float]] = []
    for name, cases in sets.items():
        if not cases:
            continue
        begin = time.process_time()
        counts, drawn = score(cases, gazetteer, args.show)
        took = (time.process_time() - begin) / len(cases) * 1000
        located = max(1, counts["located"])
        everything += drawn
        size = f"{across(drawn):.0f}" if drawn else "-"
        rows.append([
            name, counts["asked"], counts["found"] / counts["asked"], counts["exact"] / counts["asked"],
            f"{counts['kind']}/{counts['found']}" if cases[0].relation else "-", counts["located"],
            counts["holds"] / located if counts["located"] else "-", size, f"{took:.1f}",
        ])  # fmt: skip
    lines = table(
        ["set", "relative places", "found", "span exact", "kind right", "with a point", "region holds the point",
         "km across (median)", "ms a text"],
        rows,
    )  # fmt: skip
    kinds = sorted({kind for kind, _, _ in everything})
    by_kind = [(kind, [row for row in everything if row[0] == kind]) for kind in kinds]
    lines += [
        "",
        "The same regions by kind:",
        "",
        *table(
            ["kind", "regions", "hold the point", "km across (median)"],
            [
                [kind, len(of), sum(inside for _, inside, _ in of) / len(of), f"{across(of):.0f}"]
                for kind, of in by_kind
            ],
        ),
        "",
        "The points of newsroom are those that the words describe, also where a check finds the words false:"
        " two of them lie at sea. How wide a part is, how near is near and the strips at coasts were settled on the"
        " first set.",
    ]
    if args.show:
        print("\n".join(lines))
    else:
        record("Relative places", "python benchmarks/relative_places.py", lines)


if __name__ == "__main__":
    main()
