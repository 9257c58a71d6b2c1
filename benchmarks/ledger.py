"""What it costs to store a page, and to ask a ledger of 100,000 claims.

The pages are made up: words by Zipf's law, a page of 40 kB with 12 or 13 claims, chains of one or two speakers. Figures
are of one process; storing is one commit a page, with all that ``sayso add`` writes (capture, reading, index, search).

    python benchmarks/ledger.py [--claims 100000]
"""

from __future__ import annotations

import argparse
import itertools
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from results import record, table
from sayso.ledger import Ledger, make_filters
from sayso.nouns import (
    Attribution,
    Capture,
    Claim,
    Content,
    Cue,
    Document,
    Entity,
    Hedge,
    Mention,
    ReaderInfo,
    Reading,
    Said,
    Source,
)

FIRST = (
    "Ann",
    "Bo",
    "Carl",
    "Dana",
    "Eve",
    "Finn",
    "Gail",
    "Hugo",
    "Ines",
    "Jon",
    "Kim",
    "Lars",
    "Mia",
    "Noor",
    "Otto",
)
LAST = ("Bell", "Crane", "Dahl", "Engel", "Frost", "Grau", "Holm", "Ito", "Jung", "Kerr", "Lind", "Moss", "Nash", "Orr")
OUTLETS = tuple(
    f"The {name} {kind}" for name in ("Corvane", "Harbour", "Quillon", "Kestrel") for kind in ("Herald", "Post")
)
CLAIMS_A_PAGE = 12.5


class Writer:
    """Makes pages, always the same ones."""

    def __init__(self, seed: int = 7) -> None:
        self.random = random.Random(seed)
        syllables = ["".join(pair) for pair in itertools.product("bdfgklmnprstv", "aeiou")]
        self.words = ["".join(self.random.choices(syllables, k=self.random.randint(1, 4))) for _ in range(30_000)]
        self.weights = list(itertools.accumulate(1 / rank for rank in range(1, len(self.words) + 1)))
        #: what surrounds the article on every page of a site: markup is most of a page, and packs well
        links = (
            f'<li class="nav-item nav-item--{i % 7}"><a href="/{self.text(1)}">{self.text(2)}</a></li>'
            for i in range(450)
        )
        self.frame = "<html><body><nav><ul>" + "\n".join(links) + "</ul></nav>"
        self.names = [f"{first} {last}" for first in FIRST for last in LAST]

    def text(self, words: int) -> str:
        return " ".join(self.random.choices(self.words, cum_weights=self.weights, k=words))

    def day(self) -> str:
        return f"20{self.random.randint(10, 24)}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"

    def page(self, number: int) -> tuple[Capture, Reading]:
        """A capture and its reading."""
        pick = self.random.choice
        names = self.random.sample(self.names, 4)
        entities = tuple(
            Entity(id=f"e{i}", type="person", name=name, aliases=(name.split()[1],)) for i, name in enumerate(names)
        )
        text, claims, attributions, mentions = self.text(250) + "\n", [], [], []
        for index in range(12 + number % 2):
            who, what, begin = self.random.randrange(4), self.text(18), len(text)
            chain = (f"a{index}a", f"a{index}b") if index % 3 == 0 else (f"a{index}a",)
            for hop in chain:
                start = len(text)
                text += f"{names[who]} said "
                mentions.append(
                    Mention(
                        id=f"m{len(mentions)}",
                        start=start,
                        end=start + len(names[who]),
                        text=names[who],
                        type=pick(("person", "place")),
                        entity=f"e{who}",
                        form="name",
                    )
                )
                attributions.append(self.attribution(hop, who, names[who], what, start))
                who = (who + 1) % 4
            claims.append(
                Claim(
                    id=f"c{index}",
                    text=what + ".",
                    start=begin,
                    end=len(text) + len(what),
                    attribution=chain[0],
                    chain=chain,
                    status=pick(("asserted", "hedged", "denied")),
                    entities=(f"e{(who + 2) % 4}",),
                )
            )
            text += what + ".\n"
        body = f"{self.frame}<article><p>{text}</p></article>{self.text(400)}"
        capture = Capture.of(body.encode(), media_type="text/html", source=f"{number}.html")
        document = Document(
            id=f"sha256:{capture.sha256}",
            source=capture.source,
            url=f"https://example.org/{number}",
            outlet=pick(OUTLETS),
            title=self.text(8),
            authors=(pick(self.names),),
            published=self.day(),
            language="en",
            text=text,
            headings=(),
            sentences=(),
            capture=capture.ref,
        )
        return capture, Reading(
            document=document,
            entities=entities,
            mentions=tuple(mentions),
            attributions=tuple(attributions),
            claims=tuple(claims),
            reader=ReaderInfo(profile="made", version="1"),
        )

    def attribution(self, ident: str, who: int, name: str, what: str, start: int) -> Attribution:
        day = self.day()
        after = start + len(name) + 1
        return Attribution(
            id=ident,
            cue=Cue(start=after, end=after + 4, text="said"),
            source=Source(spans=((start, start + len(name)),), text=name, entity=f"e{who}", kind="named"),
            content=Content(spans=(), text=what),
            manner="indirect",
            parent=None,
            said=Said(from_=day, to=day, time=None),
            venue=None,
            addressee=None,
            hedge=Hedge(strength="none", text=None),
            polarity="affirmed",
            score=0.9,
        )


def store(ledger: Ledger, pages: int) -> tuple[float, float]:
    """Milliseconds of clock and of processor to store a page, in the last tenth, when the ledger is fullest."""
    writer = Writer()
    made: Iterator[tuple[Capture, Reading]] = (writer.page(number) for number in range(pages))
    clock, cpu = [], []
    for capture, reading in made:
        began, used = time.perf_counter(), time.process_time()
        ledger.add(capture, reading)
        clock.append(time.perf_counter() - began)
        cpu.append(time.process_time() - used)
    last = slice(-max(1, pages // 10), None)
    return statistics.fmean(clock[last]) * 1000, statistics.fmean(cpu[last]) * 1000


def questions(writer: Writer) -> dict[str, Callable[[Ledger], Any]]:
    """What is asked: the first 50 of each answer, as a table shows them."""
    common, usual, rare = writer.words[0], writer.words[200], writer.words[20_000]

    def claims(**asked: Any) -> Callable[[Ledger], Any]:
        return lambda ledger: list(ledger.claims(make_filters(limit=50, **asked)))

    return {
        "claims, newest": claims(),
        f"claims {common} (in most claims)": claims(query=common),
        f"claims {usual}": claims(query=usual),
        f"claims {rare} (rare)": claims(query=rare),
        f"claims {usual} by relevance": claims(query=usual, sort="relevance"),
        f"claims {common} by relevance": claims(query=common, sort="relevance"),
        "claims Ann Bell (a name)": claims(query="Ann Bell"),
        "claims --by Bell": claims(by="Bell"),
        "claims --about Crane --status denied": claims(about="Crane", status=("denied",)),
        "claims --outlet harbour --published 2015": claims(outlet="harbour", published="2015"),
        "claims --said 2015-03..2015-06": claims(said="2015-03..2015-06"),
        "claims --place 'Eve Holm'": claims(place="Eve Holm"),
        "documents " + usual: lambda ledger: list(ledger.documents(make_filters(limit=50, query=usual))),
        "sources (all)": lambda ledger: list(ledger.sources(make_filters(limit=50))),
        "sources Bell": lambda ledger: list(ledger.sources(make_filters(limit=50, query="Bell"))),
    }


def best_ms(question: Callable[[Ledger], Any], ledger: Ledger, times: int = 7) -> tuple[float, int]:
    """Milliseconds of processor, the least of several runs: what others do on the machine is not measured."""
    took, rows = [], 0
    for _ in range(times):
        began = time.process_time()
        rows = len(question(ledger))
        took.append(time.process_time() - began)
    return min(took) * 1000, rows


def main() -> None:
    """Run and record."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--claims", type=int, default=100_000)
    arguments.add_argument("--keep", type=Path, help="keep the ledger here, and only ask it where it is there")
    # the corpora are not needed; accepted because all benchmarks are called alike
    arguments.add_argument("--data", type=Path)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "ledger.db"
        lines = []
        if not path.exists():
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            pages = round(options.claims / CLAIMS_A_PAGE)
            with Ledger.open(path) as ledger:
                clock, cpu = store(ledger, pages)
            grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before
            lines = [
                f"{pages} pages stored; the last tenth took {clock:.1f} ms a page ({cpu:.1f} ms of processor)."
                f" Memory grew by {grown:.0f} MB. The file has {path.stat().st_size / 1e6:.0f} MB.",
                "",
            ]
        rows = []
        with Ledger.open(path, create=False) as ledger:
            for name, question in questions(Writer()).items():
                took, found = best_ms(question, ledger)
                rows.append((name, f"{took:.1f}", found))
    record(
        "Ledger", "python benchmarks/ledger.py", lines + table(("question", "ms of processor, best of 7", "rows"), rows)
    )


if __name__ == "__main__":
    main()
