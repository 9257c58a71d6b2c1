"""Place names found: LGL, GeoWebNews and the newsroom, and what each stands for.

Run:  python benchmarks/place_names.py [--profile rules|model] [--data .data] [--cache FOLDER] [--limit N]

A name that is found and a gold name are paired, one to one, where they have a character in common; relative places and
coordinates are left out. LGL marks adjectives of nationality, streets and names inside the names of bodies as well;
GeoWebNews too, and its gold are the names that were given coordinates. Newsroom marks neither. *Use* is the share of
the pairs whose use (literal, metonymic, associative) is that of the gold, and whose being literal or not is.

No weights are fitted here; the rules and word lists were made with all of these texts in view (halves by a checksum of
the story's name, those of the resolution). A gazetteer is needed (``sayso gazetteer build``).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec

from data import corpus
from place_corpora import GoldPlace, Story, stories
from readings import document, options, reader_of, report
from results import table
from sayso.measures import find_places
from sayso.nouns.measures import Place
from sayso.reader.layers import Layers, Reader

CORPORA = ("lgl", "geowebnews", "newsroom")
PEERS = "Overlap F1 of the stored outputs of other systems, measured elsewhere: LGL 0.747, GeoWebNews 0.761 at best."


def layers_of(story: Story, reader: Reader, cache: Path | None) -> Layers:
    """What the reader gives, kept in ``cache`` where there is one: reading is most of the work."""
    kept = cache / f"{reader.version}-{hashlib.sha256(story.text.encode()).hexdigest()}" if cache else None
    if kept is not None and kept.exists():
        return msgspec.msgpack.decode(kept.read_bytes(), type=Layers)
    layers = reader.read(document(story.text, story.name))
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(msgspec.msgpack.encode(layers))
    return layers


def pairs(found: Sequence[Place], gold: Sequence[GoldPlace]) -> list[tuple[Place, GoldPlace]]:
    """One to one, in text order, where they overlap."""
    free = list(found)
    made = []
    for name in gold:
        hit = next((p for p in free if p.start < name.end and name.start < p.end), None)
        if hit is not None:
            free.remove(hit)
            made.append((hit, name))
    return made


def names_of(places: Sequence[Place]) -> list[Place]:
    """The names among some places: no relative places, no coordinates."""
    return [p for p in places if p.relation is None and not (p.gazetteer is None and p.geometry is not None)]


def scores(counts: Counter[str]) -> list[float]:
    """Precision, recall and F1 of what was paired."""
    precision = counts["paired"] / max(counts["found"], 1)
    recall = counts["paired"] / max(counts["gold"], 1)
    return [precision, recall, 2 * counts["paired"] / max(counts["found"] + counts["gold"], 1)]


def main() -> None:
    """Score the corpora and write the section."""
    parser = options(__doc__)
    parser.add_argument("--cache", type=Path, help="keep what the reader gives in this folder")
    given = parser.parse_args()
    reader = reader_of(given)
    corpus("geo", given.data)
    rows = []
    uses = []
    for name in CORPORA:
        halves = (Counter[str](), Counter[str]())
        used: Counter[str] = Counter()
        for story in stories(name, given.data)[: given.limit]:
            found = names_of(find_places(document(story.text, story.name), layers_of(story, reader, given.cache)))
            matched = pairs(found, story.gold)
            halves[story.half].update(found=len(found), gold=len(story.gold), paired=len(matched))
            for place, gold in matched:
                if gold.use is not None:
                    used["all"] += 1
                    used["same"] += place.use == gold.use
                    used["literal"] += (place.use == "literal") == (gold.use == "literal")
        rows.append([name, *scores(halves[0] + halves[1]), scores(halves[0])[2], scores(halves[1])[2]])
        if used["all"]:
            uses.append([name, used["all"], used["same"] / used["all"], used["literal"] / used["all"]])
    lines = table(["overlap", "precision", "recall", "F1", "F1, even half", "F1, odd half"], rows)
    lines += ["", *table(["use of the names found", "names", "use right", "literal or not right"], uses), "", PEERS]
    report("Place names", "place_names.py", given, lines)


if __name__ == "__main__":
    main()
