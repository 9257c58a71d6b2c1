"""What it costs to compare one more page with all that a ledger holds, and to ask it for origins.

    python benchmarks/origins_scale.py [--profile model|rules] [--readings FILE] [--sizes 1000 10000 100000]

The ledger is filled with variants of the newsroom pages (:mod:`perturbed`): other names, words, numbers, places, days.
The newsroom's own pages are linked as ``sayso add`` does; for their variants the links found then are written under
their names, since to find them again a thousand times would take hours and tell nothing. At each size whole stories
that the ledger has not seen are then added and linked in the usual way, and that is what is measured: processor time of
one process, beyond that of reading and storing the page. Clusters are made anew after every page here; ``sayso add``
makes them once for all pages that it adds. *With every claim* is what it would cost to compare without
looking up candidates, reckoned from a sample of pairs.
"""

from __future__ import annotations

import argparse
import itertools
import resource
import shutil
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from sqlalchemy import func, select, update

from newsroom import NEWSROOM
from origins import readings_of
from perturbed import variants
from readings import with_profile
from results import record, table
from sayso.capture.warc import to_warc
from sayso.ledger import Ledger, linking, make_filters
from sayso.ledger.clusters import put_clusters
from sayso.ledger.link_rows import put_links, put_page
from sayso.ledger.shelf import LedgerShelf
from sayso.ledger.tables import events, marks
from sayso.nouns import Capture, Noun, Reading, to_json
from sayso.origins import matching
from sayso.origins.linker import Links
from sayso.origins.matching import Seen
from sayso.origins.reuse import credits, fingerprints
from sayso.origins.settle import Settled
from sayso.origins.statements import page_of, statements_of
from sayso.origins.stories import signature

Page = tuple[Capture, Reading]
N = TypeVar("N", bound=Noun)
SIZES = (1_000, 10_000, 100_000)
HEAD = (
    "claims",
    "link a page, ms",
    "95th of 100",
    "its clusters, ms",
    "store it, ms",
    "with every claim, ms",
    "file, MB",
    "memory, MB",
)
#: stories added for the measurement at each size
MEASURED = 3
#: pairs of which the cost of comparing with everything is reckoned
PAIRS = 2000


class Filler:
    """Fills a ledger with variants of stories that were linked once."""

    def __init__(self, ledger: Ledger, stories: Sequence[Sequence[Page]]) -> None:
        self._ledger = ledger
        self._links: dict[str, Links] = {}
        self._settled: dict[str, list[Settled]] = defaultdict(list)
        kept = linking.put_links

        def listening(connection: Any, names: Any, links: Links) -> None:
            self._links[links.document] = links
            kept(connection, names, links)

        linking.put_links = listening
        try:
            for capture, reading in itertools.chain.from_iterable(stories):
                ledger.add(capture, reading)
            for _ in ledger.link():
                pass
        finally:
            linking.put_links = kept
        for cluster in ledger.clusters(make_filters()):
            keys = tuple(f"{member.document}#{member.claim}" for member in cluster.members)
            self._settled[cluster.members[0].document].append(Settled(keys=keys, body=cluster))

    def fill(self, story: Sequence[Page], like: Sequence[Page]) -> int:
        """Add a variant of a story with the links of the story itself; the number of its claims."""
        names = {old.document.id: new.document.id for (_, old), (_, new) in zip(like, story, strict=True)}
        sources = {old.document.source: new.document.source for (_, old), (_, new) in zip(like, story, strict=True)}

        def named(text: str) -> str:
            for old, new in itertools.chain(names.items(), sources.items()):
                text = text.replace(old, new)
            return text

        for capture, reading in story:
            self._ledger.add(capture, reading)
        with self._ledger._dialect.writing() as connection:
            shelf = LedgerShelf(connection)
            for _, reading in story:
                row = shelf.names.id_of(reading.document.id)
                page, made = page_of(reading, credits(reading.document)), statements_of(reading)
                put_page(connection, row, page, made, signature(page, made, text=reading.document.text))
            for (_, old), (_, new) in zip(like, story, strict=True):
                put_links(connection, shelf.names, self._renamed(self._links[old.document.id], new, names, named))
            settled = [each for (_, old) in like for each in self._settled[old.document.id]]
            inside = [each for each in settled if all(key.partition("#")[0] in names for key in each.keys)]
            put_clusters(connection, shelf.names, [_settled(each, named) for each in inside])
            last = connection.execute(select(func.max(events.c.number))).scalar_one()
            connection.execute(update(marks).where(marks.c.name == "event").values(number=last))
        return sum(len(reading.claims) for _, reading in story)

    def _renamed(self, links: Links, reading: Reading, names: dict[str, str], named: Callable[[str], str]) -> Links:
        def those(found: Sequence[N], ends: Callable[[N], tuple[str, str]]) -> tuple[N, ...]:
            inside = [each for each in found if all(end.partition("#")[0] in names for end in ends(each))]
            return tuple(msgspec.json.decode(named(to_json(each).decode()), type=type(each)) for each in inside)

        return Links(
            document=reading.document.id,
            fingerprints=fingerprints(reading.document.text),
            vectors={named(key): vector for key, vector in links.vectors.items()},
            reuses=tuple(
                reuse if reuse.a < reuse.b else msgspec.structs.replace(reuse, a=reuse.b, b=reuse.a)
                for reuse in those(links.reuses, lambda reuse: (reuse.a, reuse.b))
            ),
            edges=those(links.edges, lambda edge: (edge.from_, edge.to)),
            judgements=those(links.judgements, lambda judgement: (judgement.a, judgement.b)),
            actors=those(links.actors, lambda link: (link.a, link.b)),
            affinities={
                (min(names[a], names[b]), max(names[a], names[b])): score
                for (a, b), score in links.affinities.items()
                if a in names and b in names
            },
        )


def _settled(settled: Settled, named: Callable[[str], str]) -> Settled:
    body = msgspec.json.decode(named(to_json(settled.body).decode()), type=type(settled.body))
    return Settled(keys=tuple(map(named, settled.keys)), body=body)


def measured(ledger: Ledger, stories: Sequence[Sequence[Page]]) -> list[tuple[float, float, float]]:
    """Milliseconds of processor to store a page, to link it, and to make its clusters anew, for each page."""
    took = []
    for capture, reading in itertools.chain.from_iterable(stories):
        began = time.process_time()
        to_warc(capture)
        ledger.add(capture, reading)
        stored = time.process_time()
        for _ in ledger.link(settled=False):
            pass
        compared = time.process_time()
        for _ in ledger.link():
            pass
        done = time.process_time()
        took.append(((stored - began) * 1000, (compared - stored) * 1000, (done - compared) * 1000))
    return took


def questions(ledger: Ledger) -> dict[str, float]:
    """Milliseconds of processor of each question, the least of five."""
    asked: dict[str, dict[str, Any]] = {
        "origins (first 20)": {},
        "origins people killed (first 20)": {"query": "people killed"},
        "origins the, by relevance (first 20)": {"query": "the", "sort": "relevance"},
        "origins --by minister (first 20)": {"by": "minister"},
    }
    found = {}
    for name, values in asked.items():
        took = []
        for _ in range(5):
            began = time.process_time()
            list(ledger.clusters(make_filters(limit=21, **values), pages=2))
            took.append(time.process_time() - began)
        found[name] = min(took) * 1000
    began = time.process_time()
    list(ledger.clusters(make_filters(limit=21), alerts=("contradiction",)))
    found["origins --alerts contradiction (first 20)"] = (time.process_time() - began) * 1000
    return found


def everything(pages: Sequence[Page], claims: int) -> float:
    """Milliseconds to compare one page with every claim, reckoned from some pairs of claims."""
    sample = [(page_of(reading), statement) for _, reading in pages for statement in statements_of(reading)]
    pairs = list(itertools.islice(itertools.product(sample, sample), PAIRS))
    seen = Seen(cosine=None, copied=0.0, affinity=1.0)
    began = time.process_time()
    for (page, mine), (other, theirs) in pairs:
        matching.judge(mine, page, theirs, other, seen)
    each = (time.process_time() - began) / len(pairs) * 1000
    return each * claims * len(sample) / len(pages)


def rss() -> float:
    """Memory of this process at its highest, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def filled(path: Path, stories: Sequence[Sequence[Page]], size: int) -> None:
    """Fill a ledger with so many claims."""
    with Ledger.open(path) as ledger:
        filler = Filler(ledger, stories)
        claims = sum(len(reading.claims) for story in stories for _, reading in story)
        more = zip(variants([[r for _, r in s] for s in stories]), itertools.cycle(stories), strict=False)
        while claims < size:
            claims += filler.fill(*next(more))


def row_of(path: Path, stories: Sequence[Sequence[Page]]) -> tuple[list[str], dict[str, float]]:
    """The row of one ledger, and what the questions took."""
    unseen: Iterator[list[Page]] = variants([[r for _, r in s] for s in stories], first=9_000_000)
    with Ledger.open(path) as ledger:
        claims = sum(document.claims for document in ledger.documents(make_filters()))
        measured(ledger, [next(unseen)])  # whatever is loaded once
        took = measured(ledger, list(itertools.islice(unseen, MEASURED)))
        asked = questions(ledger)
    links = sorted(link for _, link, _ in took)
    row = [
        f"{claims:,}",
        f"{statistics.fmean(links):.0f}",
        f"{links[int(len(links) * 0.95)]:.0f}",
        f"{statistics.fmean(settled for *_, settled in took):.0f}",
        f"{statistics.fmean(store for store, *_ in took):.0f}",
        f"{everything(stories[0], claims):,.0f}",
        f"{path.stat().st_size / 1e6:,.0f}",
        f"{rss():,.0f}",
    ]
    return row, asked


def main() -> None:
    """Run and record."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    with_profile(arguments)
    arguments.add_argument("--gold", type=Path, default=NEWSROOM)
    arguments.add_argument("--readings", type=Path, help="readings of the pages, one JSON a line")
    arguments.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    arguments.add_argument(
        "--keep", type=Path, help="keep the filled ledgers in this folder, and use those that are there"
    )
    arguments.add_argument("--data", type=Path)  # accepted because all benchmarks are called alike
    given = arguments.parse_args()
    grouped: defaultdict[str, list[Page]] = defaultdict(list)
    for reading in readings_of(given):
        capture = Capture.of(reading.document.text.encode(), media_type="text/html", source=reading.document.source)
        document = msgspec.structs.replace(reading.document, id=f"sha256:{capture.sha256}", capture=capture.ref)
        story = Path(reading.document.source).parent.name
        grouped[story].append((capture, msgspec.structs.replace(reading, document=document)))
    stories = [grouped[name] for name in sorted(grouped)]
    rows: list[list[str]] = []
    asked: dict[str, list[str]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as scratch:
        for size in given.sizes:
            kept = (given.keep or Path(scratch)) / f"{size}.db"
            if not kept.exists():
                filled(kept, stories, size)
            shutil.copy(kept, path := Path(scratch) / "measured.db")
            row, took = row_of(path, stories)
            rows.append(row)
            print(row, flush=True)
            for name, milliseconds in took.items():
                asked[name].append(f"{milliseconds:.1f}")
    questioned = table(("question, ms", *(row[0] for row in rows)), [(name, *took) for name, took in asked.items()])
    lines = [*table(HEAD, rows), "", *questioned]
    if tuple(given.sizes) == SIZES:
        record(
            "Origins: cost by size of the ledger",
            f"python benchmarks/origins_scale.py --profile {given.profile}",
            lines,
        )
    else:
        print("\n".join(lines))


if __name__ == "__main__":
    main()
