"""The text of a page with what was read in it, as HTML whose text is the page's own, character for character.

Numbers and labels are attributes, which the style sheet shows: whoever copies a sentence gets what the page says, and
positions in the element are positions in ``document.text``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

import msgspec
from markupsafe import Markup, escape

from sayso.notebook.marks import Close, Open, marks_of, nested
from sayso.notebook.measured import figure_words
from sayso.nouns import Block, Document, Place, Range, Reading
from sayso.nouns.amount import days
from sayso.nouns.chain import Chains
from sayso.nouns.folding import fold

Kind = Literal["claim", "content", "source", "cue", "speaker", "figure", "time", "place"]

#: the longer encloses the shorter; of those with one range, the first of these the others
_RANK: Final = {
    kind: rank for rank, kind in enumerate(("claim", "content", "source", "cue", "place", "time", "figure", "speaker"))
}
#: what a block of each kind is; lists and tables are told by their class
_ELEMENT: Final = {"heading": "h3", "quote": "blockquote"}
_CARRIAGE = str.maketrans({"\r": "&#13;"})


class Piece(NamedTuple):
    """A range of the text and what it is. ``label`` is shown beside it, ``note`` when it is pointed at.

    ``begins`` and ``ends`` are false where the range was cut at a block's border.
    """

    start: int
    end: int
    kind: Kind
    ident: str
    label: str = ""
    note: str = ""
    begins: bool = True
    ends: bool = True

    @property
    def rank(self) -> int:
        return _RANK[self.kind]

    def within(self, block: Block) -> Piece:
        """What of it stands in a block, counted from the block's start."""
        return self._replace(
            start=max(self.start, block.start) - block.start,
            end=min(self.end, block.end) - block.start,
            begins=self.begins and self.start >= block.start,
            ends=self.ends and self.end <= block.end,
        )


def pieces(reading: Reading) -> Iterator[Piece]:
    """Everything that was read, where it stands."""
    chains = Chains(reading)
    for mark in marks_of(reading):
        # a title on a whole sentence would be in the way wherever one points
        line = "" if mark.role == "content" else chains.line(chains.outwards(mark.attribution))
        yield Piece(mark.start, mark.end, mark.role, mark.attribution, mark.number, line)
    for claim in reading.claims:
        yield Piece(claim.start, claim.end, "claim", claim.id, claim.id.removeprefix("c"))
    yield from _speakers(reading)
    for quantity in reading.quantities:
        if not quantity.derived:
            yield Piece(quantity.start, quantity.end, "figure", quantity.id, note=figure_words(quantity))
    for time in reading.times:
        yield Piece(time.start, time.end, "time", time.id, note=days(time.from_, time.to) or time.value or "")
    for place in reading.places:
        yield Piece(place.start, place.end, "place", place.id, note=place_words(place))


def _speakers(reading: Reading) -> Iterator[Piece]:
    """Pronouns and descriptions that were found to mean somebody: *she* is Ines Falk.

    The name stands beside those that speak; of all others it is a note, or a quotation would be full of it.
    """
    names = {entity.id: entity.name for entity in reading.entities}
    spans = (span for attribution in reading.attributions for span in attribution.source.spans)
    speaking = {at for start, end in spans for at in range(start, end)}
    for mention in reading.mentions:
        name = names.get(mention.entity or "")
        if name and mention.form != "name" and not _says(mention.text, name):
            speaks = {mention.start, mention.end - 1} <= speaking
            yield Piece(mention.start, mention.end, "speaker", mention.id, name if speaks else "", name)


def _says(words: str, name: str) -> bool:
    """Whether words of the page tell all that a name does: *the coast guard*; *a boy* of *boy with a whistle*."""
    return fold(name) in fold(words) or (name[:1].islower() and fold(words).removeprefix("a ") in fold(name))


def place_words(place: Place) -> str:
    """What a place was taken for: *Bani Walid, city, LY*."""
    if entry := place.gazetteer:
        return ", ".join(filter(None, (entry.name, entry.kind, entry.country)))
    if place.relation and place.geometry:
        return f"a region, by {place.relation.kind}"
    return "not found on the map"


def article(document: Document, wanted: Iterable[Piece], name: str) -> Markup:
    """The text as HTML, a block after the other, with the pieces marked. ``name``: the document's in addresses.

    The text of the element that holds it is ``document.text`` exactly.
    """
    return _Writer(document.text, f"/claims/{name}", "").written(blocks_of(document), wanted, (0, len(document.text)))


def passage(document: Document, wanted: Iterable[Piece], name: str, window: Range) -> Markup:
    """A range of the text in the same way, for another page than that of the reading, which its marks lead to."""
    start, end = window
    inside = [
        msgspec.structs.replace(block, start=max(start, block.start), end=min(end, block.end))
        for block in blocks_of(document)
        if block.start < end and start < block.end
    ]
    return _Writer(document.text, f"/claims/{name}", f"/documents/{name}").written(inside, wanted, window)


def blocks_of(document: Document) -> Sequence[Block]:
    """The blocks of a text; its lines, where nothing says which blocks it has."""
    if document.blocks:
        return document.blocks
    lines, here = [], 0
    for line in document.text.split("\n"):
        if line:
            lines.append(Block(start=here, end=here + len(line), kind="paragraph", path=None, source=None))
        here += len(line) + 1
    return lines


class _Writer:
    """Writes one text. Each claim and attribution can be led to where it first stands."""

    def __init__(self, text: str, claims: str, notes: str) -> None:
        self._text = text
        self._claims, self._notes = escape(claims), escape(notes)
        self._led_to: set[str] = set()

    def written(self, blocks: Sequence[Block], wanted: Iterable[Piece], window: Range) -> Markup:
        here, until = window
        parts = []
        for block, inside in zip(blocks, _by_block(blocks, wanted), strict=True):
            parts += [_text(self._text[here : block.start]), *self._block(block, inside)]
            here = block.end
        parts.append(_text(self._text[here:until]))
        return Markup("".join(parts))  # noqa: S704 - each part was escaped

    def _block(self, block: Block, inside: Sequence[Piece]) -> Iterator[str]:
        element = _ELEMENT.get(block.kind, "p")
        # where its text begins in the document's: selections are told in code points of that
        yield f'<{element} class="block {block.kind}" dir="auto" data-start="{block.start}">'
        for step in nested(block.end - block.start, inside):
            if isinstance(step, Open):
                yield from self._opening(step.mark, first=step.first and step.mark.begins)
            elif isinstance(step, Close):
                if step.mark.kind == "content" and step.last and step.mark.ends:
                    yield f'<span class="closing" data-label="{escape(step.mark.label)}"></span>'
                yield "</span>"
            else:
                yield _text(self._text[block.start + step.start : block.start + step.end])
        yield f"</{element}>"

    def _opening(self, piece: Piece, *, first: bool) -> Iterator[str]:
        ident, label = escape(piece.ident), escape(piece.label)
        attributes = f' class="{piece.kind}"'
        if first and piece.kind in ("claim", "content") and piece.ident not in self._led_to:
            self._led_to.add(piece.ident)
            attributes += f' id="{ident}"'
        if piece.note:
            attributes += f' title="{escape(piece.note)}"'
        if first and label:
            attributes += f' data-label="{label}"'
        yield f"<span{attributes}>"
        if first and piece.kind == "claim":
            href, name = f"{self._claims}/{ident}", f"Claim {label}"
            yield f'<a class="to-claim" href="{href}" data-label="{label}" aria-label="{name}"></a>'
        elif first and piece.kind == "content":
            name = f"Attribution {label}"
            yield f'<a class="to-note" href="{self._notes}#note-{ident}" data-label="{label}" aria-label="{name}"></a>'


def _by_block(blocks: Sequence[Block], wanted: Iterable[Piece]) -> list[list[Piece]]:
    found: list[list[Piece]] = [[] for _ in blocks]
    starts = [block.start for block in blocks]
    for piece in wanted:
        for index in range(max(0, bisect_right(starts, piece.start) - 1), len(starts)):
            block = blocks[index]
            if block.start >= piece.end:
                break
            if max(piece.start, block.start) < min(piece.end, block.end):
                found[index].append(piece.within(block))
    return found


def _text(text: str) -> str:
    return str(escape(text)).translate(_CARRIAGE)
