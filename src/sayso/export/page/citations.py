"""The references of a page: each cited page once, with the sentences that are quoted of it and where they stand."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sayso.export.page.values import Cite, Cited, Quote
from sayso.ledger.spoken import spoken_interval
from sayso.nouns.days import days_of

if TYPE_CHECKING:
    from sayso.ledger.store import Store
    from sayso.nouns import Document, Range

#: a sentence is quoted whole up to so many code points; of a longer one so many around the claim
_LONGEST, _AROUND = 700, 200
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Citations:
    """Numbers pages in the order in which they are first cited, and their quotations with letters."""

    def __init__(self, ledger: Store) -> None:
        self._ledger = ledger
        self._numbers: dict[str, int] = {}
        self._documents: dict[str, _Page] = {}

    def page(self, document: str) -> int:
        """The number of a document, by its id."""
        if document not in self._numbers:
            self._numbers[document] = len(self._numbers) + 1
            self._documents[document] = _Page(self._ledger.reading(document).document)
        return self._numbers[document]

    def quote(self, document: str, start: int, end: int) -> tuple[Cite, Quote]:
        """The sentence that holds a range of a document's text."""
        number = self.page(document)
        quote = self._documents[document].quote(start, end)
        return Cite(number, quote.number), quote

    def references(self) -> tuple[Cited, ...]:
        return tuple(self._documents[document].cited(number) for document, number in self._numbers.items())


class _Page:
    """A cited page; of its text only what is quoted is kept."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._quotes: dict[Range, Quote] = {}

    def quote(self, start: int, end: int) -> Quote:
        text = self._document.text
        start, end = max(0, start), min(max(start, end), len(text))
        if (start, end) not in self._quotes:
            first, last = _sentence(self._document, start, end)
            self._quotes[start, end] = Quote(
                _letter(len(self._quotes)), text[first:start], text[start:end], text[end:last], first, last
            )
        return self._quotes[start, end]

    def cited(self, number: int) -> Cited:
        page = self._document
        address = page.url if page.url and urlsplit(page.url).scheme in ("http", "https") else None
        # a path tells strangers how somebody's folders are called
        file = PurePosixPath(page.source).name or page.source
        return Cited(
            number=number,
            outlet=page.outlet,
            authors=", ".join(page.authors) or None,
            title=page.title or file,
            published=in_words(page.published),
            url=address,
            file=None if address else file,
            retrieved=in_words(page.capture.retrieved),
            sha256=page.capture.sha256,
            quotes=tuple(self._quotes.values()),
        )


def in_words(written: str | None) -> str | None:
    """*12 June 2024* for a date or date-time; null where there is none."""
    return spoken_interval(*days_of(written)) or None


def _sentence(document: Document, start: int, end: int) -> Range:
    """The sentences around a range; where they are endless, some words around it."""
    around = [(a, b) for a, b in document.sentences if a < max(end, start + 1) and start < b]
    first, last = min([start, *(a for a, _ in around)]), max([end, *(b for _, b in around)])
    if last - first <= _LONGEST:
        return first, last
    return max(first, start - _AROUND), min(last, end + _AROUND)


def _letter(number: int) -> str:
    """a, b, … z, aa, ab, …"""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, len(_LETTERS))
        letters = _LETTERS[rest] + letters
    return letters
