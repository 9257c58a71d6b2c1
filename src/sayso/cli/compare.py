"""``sayso compare``: two documents side by side."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.filters import ledger_option, open_ledger
from sayso.cli.linking import Linking
from sayso.cli.provenance import Line, indented
from sayso.printable import printable

if TYPE_CHECKING:
    from sayso.nouns.compared import Compared, Pair
    from sayso.nouns.found import DocumentRef

#: words of a passage that are quoted at its beginning and its end
_QUOTED = 30
_HEADS = {
    "same": "The same claims",
    "contradicts": "Contradictions",
    "updates": "Updates",
    "supports": "Support",
    "different": "Held apart by a reviewer",
    "unsure": "Perhaps the same",
}


@click.command()
@click.argument("a", metavar="DOCUMENT")
@click.argument("b", metavar="DOCUMENT")
@click.option("--json", "as_json", is_flag=True, help="One JSON object (schema sayso/compared/1).")
@ledger_option
def compare(a: str, b: str, as_json: bool, ledger: Path | None) -> None:
    """Set two documents of the ledger side by side: the text that they share, what they say alike, what they dispute.

    A document goes by the first digits of its id, or by the file or address that it was read from. Shown are the
    passages that stand in both, what one owes the other, the claims that say the same, contradict, update or support
    each other (each with the reason, and with their figures side by side), and the speakers whom both quote.
    """
    from sayso.nouns import to_json

    with open_ledger(ledger, create=False) as store:
        Linking(store, asking=True).catch_up()
        found = store.compare(a, b)
    if as_json:
        sys.stdout.write(to_json(found).decode("utf-8") + "\n")
        return
    for indent, line in _lines(found):
        click.echo(indented(indent, printable(line)))


def _lines(found: Compared) -> Iterator[Line]:
    for mark, page in (("A", found.a), ("B", found.b)):
        yield 0, f"{mark}  {_page(page)}"
    yield 0, ""
    yield from _shared(found)
    names = {found.a.id: "A", found.b.id: "B"}
    if found.edges:
        yield 0, "What one owes the other"
        for edge in found.edges:
            yield 1, f"{names[edge.from_]} → {names[edge.to]}  {edge.kind}: {edge.why}"
    for kind, head in _HEADS.items():
        pairs = [pair for pair in found.pairs if pair.kind == kind]
        if pairs:
            yield 0, head
        for pair in pairs:
            yield from _pair(pair)
    if not found.pairs:
        yield 0, "No claim of the one says the same as one of the other, disputes, updates or supports it."
    same = [link for link in found.actors if link.kind == "same"]
    if same:
        yield 0, "Speakers whom both quote"
        for link in same:
            yield 1, f"{link.why} (A#{link.a.rpartition('#')[2]}, B#{link.b.rpartition('#')[2]})"


def _page(page: DocumentRef) -> str:
    described = (page.title, page.outlet, (page.published or "")[:10], page.url or page.source)
    return " · ".join(filter(None, described))


def _shared(found: Compared) -> Iterator[Line]:
    if not found.passages:
        yield 0, "They share no passage."
        return
    yield 0, f"Shared text: {found.share_a:.0%} of A's words stand in B, {found.share_b:.0%} of B's in A"
    for passage in found.passages:
        yield 1, f"{passage.words} words" + ("" if passage.exact else ", not all the same")
        yield 2, f"A  “{_cut(passage.a_text)}”"
        if not passage.exact:
            yield 2, f"B  “{_cut(passage.b_text)}”"


def _cut(text: str) -> str:
    words = text.split()
    if len(words) <= 2 * _QUOTED:
        return " ".join(words)
    return " ".join((*words[:_QUOTED], "…", *words[-_QUOTED:]))


def _pair(pair: Pair) -> Iterator[Line]:
    turned = " (B to A)" if pair.turned else ""
    judged = "" if pair.by in ("rule", "model") else f" — {pair.by}"
    yield 1, f"{(pair.why or pair.kind)}{turned}{judged}"
    for mark, side in (("A", pair.a), ("B", pair.b)):
        figures = f"  [{'; '.join(side.figures)}]" if side.figures else ""
        yield 2, f"{mark}#{side.claim}  {side.text}{figures}"
        yield 3, side.chain
