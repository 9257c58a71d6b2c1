"""Every view of the workbench by an address that shows something, on the example pages."""

from __future__ import annotations

from pathlib import Path

from sayso.ledger import Ledger, make_filters
from sayso.workbench.words import key


def addresses(path: Path) -> dict[str, str]:
    """View -> address. Things are found by what they are, not by number."""
    with Ledger.open(path, create=False) as ledger:
        cluster = next(ledger.clusters(make_filters(query="dead OR killed OR died", limit=1), pages=2))
        member = cluster.members[0]
        source = next(each for each in ledger.sources(make_filters(limit=20)) if each.speaker)
        spam = max(ledger.documents(make_filters()), key=lambda each: each.spam)
    assert source.speaker
    return {
        "ledger": "/claims",
        "ledger, asked": "/claims?q=dead+OR+killed&sort=relevance&status=asserted",
        "ledger, nothing": "/claims?q=nobodyeverwroteso",
        "pages": "/documents",
        "reading": f"/documents/{key(member.document)}",
        "reading with spam": f"/documents/{key(spam.id)}",
        "claim": f"/claims/{key(member.document)}/{member.claim}",
        "timeline": "/timeline?q=dam",
        "map": "/map",
        "movements": "/movements",
        "figures": "/figures",
        "figures, asked": "/figures?of=people",
        "sources": "/sources",
        "source": f"/sources/{source.speaker.replace(' ', '%20')}",
        "origins": "/origins",
        "cluster": f"/origins/{cluster.cluster}",
        "review": "/review",
        "add": "/add",
        "export": "/export",
        "questions": "/questions",
        "missing": "/documents/ffffffffffffffff",
    }
