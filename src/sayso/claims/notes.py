"""The page's words as they go into a claim: as they stand, with notes in brackets behind them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.nouns.base import Range
from sayso.nouns.claim import Edit


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """What is put in brackets behind the words ``[start, end)`` of the document: *[2017-10-24]*."""

    start: int
    end: int
    text: str


class Copy:
    """Copies ranges of a document's text with the notes that stand in them."""

    def __init__(self, text: str, notes: Iterable[Note] = ()) -> None:
        self.text = text
        self.notes = sorted(notes)

    def of(self, span: Range) -> str:
        """The words of one range, each note behind the words that it explains."""
        start, end = span
        made, at = [], start
        for note in self._within(span):
            made += [self.text[at : note.end], f" [{note.text}]"]
            at = note.end
        return "".join([*made, self.text[at:end]])

    def edits(self, span: Range) -> list[Edit]:
        """What :meth:`of` adds, as edits."""
        return [
            Edit(kind="glossed", was=self.text[note.start : note.end], now=f"[{note.text}]")
            for note in self._within(span)
        ]

    def _within(self, span: Range) -> list[Note]:
        return [note for note in self.notes if span[0] <= note.start and note.end <= span[1]]
