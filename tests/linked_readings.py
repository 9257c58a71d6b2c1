"""What the tests of links across pages share: pages that speak of one thing, and what a ledger makes of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from made_readings import page
from sayso.ledger import Ledger, make_filters
from sayso.nouns import Capture, Cluster, Reading
from sayso.origins.linker import Tools

#: paragraphs long enough to be told again word for word
COUNT = "at least nine people had died when the Vashti dam gave way above the town of Korr early on Tuesday"
MOVED = "some 1,300 residents had been moved to two schools and a sports hall on the high ground by noon"
SIREN = "no siren had sounded anywhere in the valley before the water came down on the lower streets"
REPORT = (("Rory Stewart", "said", COUNT), ("Rory Stewart", "added", MOVED), ("Ann Bell", "insisted", SIREN))
OTHER = (("Ines Frost", "announced", "the harvest of barley in Osteria would be smaller than that of last year"),)

Page = tuple[Capture, Reading]
#: without the model, which takes a tenth of a second for a page
RULES = Tools()


def copies(count: int, *, outlet: str = "Outlet {}") -> list[Page]:
    """Pages of as many outlets with one text, an hour after each other."""
    return [
        page(
            REPORT,
            title=f"Dam fails, report {number}",
            source=f"copy{number}.html",
            outlet=outlet.format(number),
            published=f"2024-06-{12 + number // 24:02}T{number % 24:02}:00:00",
        )
        for number in range(count)
    ]


def linked(ledger: Ledger, pages: Iterable[Page], tools: Tools | None = RULES) -> list[Cluster]:
    """Add pages one after the other, each compared with those before, by rules alone; all clusters."""
    for each in pages:
        ledger.add(*each)
        list(ledger.link(tools))
    return list(ledger.clusters(make_filters()))


def told(ledger: Ledger) -> dict[frozenset[tuple[str, str]], Any]:
    """What the ledger says of every cluster but its number, by the members."""
    return {
        frozenset((member.document, member.claim) for member in cluster.members): (
            cluster.claim,
            cluster.origins,
            cluster.relations,
            cluster.alerts,
            cluster.apart,
        )
        for cluster in ledger.clusters(make_filters())
    }


def members(clusters: Iterable[Cluster]) -> list[set[str]]:
    """The members of each cluster as ``source#claim``, the largest first."""
    found = [{f"{member.source}#{member.claim}" for member in cluster.members} for cluster in clusters]
    return sorted(found, key=lambda each: (-len(each), sorted(each)))


def rows(ledger: Ledger) -> list[object]:
    """All that the tables of links hold."""
    from sayso.ledger.tables import LINKING

    with ledger._dialect.reading() as connection:
        return [(t.name, connection.exec_driver_sql(f"SELECT * FROM {t.name}").all()) for t in LINKING]
