"""What a reader gives: layers over one document's text, made in one pass.

This is the interface of every reader, by rules or trained. Ids are local to the reading (``a1``, ``m1``, in text
order); every range is in code points of ``document.text``; every layer item that was decided carries a score.
"""

from __future__ import annotations

from typing import Literal, Protocol, runtime_checkable

from sayso.nouns.attribution import Attribution
from sayso.nouns.base import Noun, Range
from sayso.nouns.document import Document
from sayso.nouns.mention import Mention


class Token(Noun, frozen=True, kw_only=True):
    """A word or a mark of punctuation.

    ``upos`` and ``head``/``deprel`` (UD; head is a token index, -1 the root) are null where the reader knows no syntax.
    ``factuality`` of a predicate: from -3, it certainly did not happen, to +3, it certainly did; null where unknown.
    """

    start: int
    end: int
    upos: str | None = None
    head: int | None = None
    deprel: str | None = None
    factuality: float | None = None


class Quotation(Noun, frozen=True, kw_only=True):
    """A stretch between quotation marks, marks included. ``open`` is true where the closing mark is missing because
    the quotation runs on in the next paragraph."""

    start: int
    end: int
    style: Literal["double", "single", "guillemet", "block"]
    open: bool = False


class Layers(Noun, frozen=True, kw_only=True):
    """All layers of one document."""

    sentences: tuple[Range, ...]
    tokens: tuple[Token, ...]
    quotations: tuple[Quotation, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]


@runtime_checkable
class Reader(Protocol):
    """A reader is registered under the entry-point group ``sayso.readers`` by the name of its profile."""

    #: the profile (``rules``), and a version that changes whenever its output can
    profile: str
    version: str

    def read(self, document: Document) -> Layers:
        """Read a document whole, in one pass.

        Raises:
            ReaderError: the document cannot be read (another language, say).
        """
        ...
