"""The same claim across the newsroom pages, and its independent origins, scored by the newsroom scorer.

    python benchmarks/origins.py [--profile rules|model] [--gold DIR] [--readings FILE] [--tell STORY] [--by-story]

Reads every HTML page (or takes readings that were printed before), links all pages of all stories in one
shelf, and hands the clusters to ``score_newsroom.py --origins``. Baseline rows in the same run: claims joined by text
similarity alone (cosine of TF-IDF vectors, at the threshold that suits these data best) with every page an origin of
its own, and every claim alone. ``--tell`` prints the clusters of one story in words instead; ``--by-story`` adds the
figures of the stories with odd and with even numbers.
"""

from __future__ import annotations

import argparse
import math
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from newsroom import NEWSROOM, cell
from readings import reader_of, score, with_profile
from results import record, table
from sayso.capture import CaptureOptions
from sayso.nouns import Cluster, Given, Member, OriginCount, OriginGroup, Reading, Statement, from_json, to_json
from sayso.origins.linker import Tools, link
from sayso.origins.memory import MemoryShelf
from sayso.origins.settle import settle
from sayso.pipeline import Item, read_inputs
from sayso.reader.layers import Reader

MEASURES = (
    "cluster found",
    "cluster members (pages)",
    "true number of origins within the interval",
    "interval width",
    "interval equals the gold interval",
    "same origin, page pairs",
    "dependence edges",
    "edge kind (of edges found)",
    "relations (between clusters)",
    "relations (page and claim exact)",
    "alerts",
    "clusters predicted without a gold counterpart",
)
THRESHOLDS = tuple(step / 20 for step in range(4, 17))


def readings_of(given: argparse.Namespace) -> list[Reading]:
    """The readings of the HTML pages."""
    pages = {str(p) for p in sorted(given.gold.glob("*/*.html"))}
    if given.readings:
        return [from_json(Reading, line) for line in given.readings.read_bytes().splitlines()]
    reader: Reader = reader_of(given)
    items = read_inputs(sorted(pages), options=CaptureOptions(), given=Given(), reader=reader)
    return [item.reading for item in items if isinstance(item, Item)]


def tools() -> Tools:
    """The model's functions, where its weights are there."""
    from sayso.origins.matching import encoder

    return Tools(embed=encoder.embed, verify=encoder.verify) if encoder.installed() else Tools()


def linked(readings: Sequence[Reading], using: Tools) -> tuple[MemoryShelf, list[Cluster]]:
    """All pages linked one after the other, and the clusters that come of it."""
    shelf = MemoryShelf()
    for reading in readings:
        document = shelf.put(reading)
        found = link(document, shelf, using)
        shelf.keep(
            vectors=found.vectors,
            reuses=found.reuses,
            edges=found.edges,
            judgements=found.judgements,
            links=found.actors,
        )
    keys = [s.key for document in shelf.documents() for s in shelf.statements(document)]
    return shelf, [settled.body for settled in settle(keys, shelf)]


def alone(statements: Iterable[Sequence[Statement]], sources: Mapping[str, str]) -> list[Cluster]:
    """Clusters of a baseline: every page its own origin."""
    made = []
    for number, group in enumerate(statements):
        members = tuple(Member(document=s.document, source=sources[s.document], claim=s.claim) for s in group)
        pages = tuple(dict.fromkeys(member.source for member in members))
        groups = tuple(OriginGroup(origin=page, members=(page,), edges=()) for page in pages)
        count = OriginCount(low=len(pages), high=len(pages), groups=groups)
        made.append(Cluster(cluster=f"b{number}", claim=group[0].text, members=members, origins=count))
    return made


def similar(statements: Sequence[Statement], threshold: float) -> list[list[Statement]]:
    """Groups of statements whose TF-IDF vectors have a cosine of at least ``threshold`` (single link)."""
    spread = Counter(word for s in statements for word in set(s.words))
    weights = []
    for s in statements:
        raw = {word: math.log(len(statements) / spread[word]) for word in s.words}
        norm = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        weights.append({word: value / norm for word, value in raw.items()})
    home = list(range(len(statements)))

    def root(n: int) -> int:
        while home[n] != n:
            home[n] = home[home[n]]
            n = home[n]
        return n

    for i, a in enumerate(weights):
        for j in range(i):
            b = weights[j]
            if sum(value * b.get(word, 0.0) for word, value in a.items()) >= threshold:
                home[root(i)] = root(j)
    groups: dict[int, list[Statement]] = {}
    for n, statement in enumerate(statements):
        groups.setdefault(root(n), []).append(statement)
    return list(groups.values())


def scored(
    readings: Path, clusters: Sequence[Cluster], scratch: Path, gold: Path, stories: Sequence[str] = ()
) -> dict[str, Any]:
    """What the scorer says of some clusters; of some stories alone where they are named."""
    named = [c for c in clusters if not stories or any(_story(m.source) in stories for m in c.members)]
    lines = scratch / "origins.jsonl"
    lines.write_bytes(b"\n".join(to_json(cluster) for cluster in named))
    folder = gold
    if stories:
        folder = scratch / "-".join(["gold", *stories])[:40]
        folder.mkdir(exist_ok=True)
        for story in stories:
            (folder / story).symlink_to((gold / story).resolve()) if not (folder / story).exists() else None
    return score("score_newsroom.py", readings, "--origins", str(lines), "--only", "html", "--gold", str(folder))


def _story(source: str) -> str:
    return Path(source).parent.name


def tell(clusters: Sequence[Cluster], story: str) -> None:
    """The clusters of one story in words."""
    mine = [c for c in clusters if any(story in m.source for m in c.members)]
    for cluster in sorted(mine, key=lambda c: -len({m.source for m in c.members})):
        if len({m.source for m in cluster.members}) < 2 and not cluster.alerts and not cluster.relations:
            continue
        print(f"\n* {cluster.claim}\n  {cluster.origins.low}–{cluster.origins.high} origins {cluster.origins.why}")
        for member in cluster.members:
            print(f"    - {Path(member.source).stem}#{member.claim}: {member.text!r} ← {member.chain} [{member.why}]")
        for group in cluster.origins.groups:
            print(f"    = {group.origin} [{group.kind}] {[Path(m).stem for m in group.members]} {group.why}")
            for edge in group.edges:
                print(
                    f"        {Path(edge.from_).stem} → {Path(edge.to).stem} {edge.kind} {edge.score:.2f}: {edge.why}"
                )
        for relation in cluster.relations:
            a, b = (f"{Path(x.split('#')[0]).stem}#{x.split('#')[1]}" for x in (relation.a, relation.b))
            print(f"    ~ {a} {relation.kind} {b} {relation.score:.2f}: {relation.why}")
        for alert in cluster.alerts:
            print(f"    ! {alert.kind} {alert.score:.2f}: {alert.why}")
        for why in cluster.apart:
            print(f"    / {why}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    with_profile(parser)
    parser.add_argument("--gold", type=Path, default=NEWSROOM)
    parser.add_argument("--readings", type=Path, help="what sayso read --json printed of these pages (not recorded)")
    parser.add_argument("--tell", metavar="STORY", help="print the clusters of one story in words")
    parser.add_argument("--by-story", action="store_true", help="the odd and the even stories apart")
    parser.add_argument("--no-model", action="store_true", help="without sentence vectors and verifier")
    given = parser.parse_args()
    readings = readings_of(given)
    shelf, clusters = linked(readings, Tools() if given.no_model else tools())
    if given.tell:
        tell(clusters, given.tell)
        return
    statements = [s for document in shelf.documents() for s in shelf.statements(document)]
    sources = {r.document.id: r.document.source for r in readings}
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        into = scratch / "readings"
        into.mkdir()
        for number, reading in enumerate(readings):
            (into / f"{number:04d}.json").write_bytes(to_json(reading))
        columns: dict[str, dict[str, Any]] = {"sayso": scored(into, clusters, scratch, given.gold)}
        if given.by_story:
            stories = sorted({_story(source) for source in sources.values()})
            for label, start in (("odd stories", 0), ("even stories", 1)):
                columns[label] = scored(into, clusters, scratch, given.gold, stories[start::2])
        if not given.readings:
            tried = [scored(into, alone(similar(statements, t), sources), scratch, given.gold) for t in THRESHOLDS]
            best = max(range(len(tried)), key=lambda n: tried[n]["cluster members (pages)"]["f1"])
            columns[f"text similarity alone (≥ {THRESHOLDS[best]:.2f})"] = tried[best]
            every = scored(into, alone([[s] for s in statements], sources), scratch, given.gold)
            columns["every claim alone"] = every
    rows = [(name, *(cell(column.get(name)) for column in columns.values())) for name in MEASURES]
    lines = table(["measure", *columns], rows)
    if given.readings or given.no_model:
        print("\n".join(lines))
        return
    record(
        f"Independent origins: newsroom, profile {given.profile}",
        f"python benchmarks/origins.py --profile {given.profile}" + (" --by-story" if given.by_story else ""),
        lines,
    )


if __name__ == "__main__":
    main()
