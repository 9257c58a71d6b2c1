"""The text layer of a PDF as lines with their places, read with pdfium (through pypdfium2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType

import pypdfium2
import pypdfium2.raw as pdfium

from sayso.document.plain.offsets import clean
from sayso.errors import DocumentError

#: Pages beyond this are not read: no article is that long.
MOST_PAGES = 1_000
#: Characters of one page beyond this are not read (a page of a broadsheet has about 20,000).
MOST_CHARACTERS = 200_000
#: pdfium puts one of these for a hyphen at the end of a line, and no line end after it.
_HYPHEN_MARKS = frozenset({0x02, 0xFFFE})
_SOFT_HYPHEN = 0xAD


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line as set: page from 1, places in points from the page's lower left corner, ``size`` of its type in points.

    ``soft`` is true where the line ends in a soft hyphen, which is set only to break a word.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    size: float
    soft: bool
    page_height: float


class PdfText:
    """An open PDF; a context manager.

    Raises:
        DocumentError: SAY-016, pdfium cannot open it, or it wants a password.
    """

    def __init__(self, body: bytes, source: str) -> None:
        self._source = source
        try:
            self._document = pypdfium2.PdfDocument(body)
            self._pages = len(self._document)
        except pypdfium2.PdfiumError as error:
            if "password" in str(error).lower():
                raise DocumentError("SAY-016", source, "the PDF wants a password") from None
            raise DocumentError("SAY-016", source) from None

    def __enter__(self) -> PdfText:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._document.close()

    def metadata(self) -> Mapping[str, str]:
        """The document information dictionary: ``Title``, ``Author``, ``CreationDate`` and the like."""
        found: Mapping[str, str] = self._document.get_metadata_dict(skip_empty=True)
        return {k: clean(v) for k, v in found.items() if clean(v)}

    def lines(self) -> Iterator[PdfLine]:
        """All lines in the order in which the file draws them, page by page. A page that cannot be read has none."""
        for number in range(min(self._pages, MOST_PAGES)):
            try:
                page = self._document[number]
                text = page.get_textpage()
            except pypdfium2.PdfiumError:
                continue
            try:
                yield from _page_lines(text, number + 1, page.get_height())
            finally:
                text.close()
                page.close()


def _page_lines(text: pypdfium2.PdfTextPage, number: int, height: float) -> Iterator[PdfLine]:
    codes = [pdfium.FPDFText_GetUnicode(text, i) for i in range(min(text.count_chars(), MOST_CHARACTERS))]
    start = 0
    for i, code in enumerate([*codes, 0x0A]):
        broken = code in _HYPHEN_MARKS
        if code not in (0x0A, 0x0D) and not broken:
            continue
        end = i + 1 if broken else i
        if end > start and (line := _line(text, codes, start, end, number, height)):
            yield line
        start = i + 1


def _line(
    text: pypdfium2.PdfTextPage, codes: list[int], start: int, end: int, number: int, height: float
) -> PdfLine | None:
    characters = "".join(
        "-" if c in _HYPHEN_MARKS or c == _SOFT_HYPHEN else chr(c)
        for c in codes[start:end]
        if c and not 0xD800 <= c < 0xE000
    )
    words = clean(characters)
    inked = [i for i in range(start, end) if (codes[i] > 0x20 and codes[i] != 0xA0) or codes[i] in _HYPHEN_MARKS]
    if not words or not inked:
        return None
    try:
        left, bottom, _, top = text.get_charbox(inked[0], loose=True)
        _, _, right, _ = text.get_charbox(inked[-1], loose=True)
    except pypdfium2.PdfiumError:
        left = bottom = right = top = 0.0
    size = float(pdfium.FPDFText_GetFontSize(text, inked[len(inked) // 2])) or (top - bottom)
    if size <= 1.5:  # type set at size 1 and scaled: the height of the character is the truth
        size = top - bottom
    soft = codes[inked[-1]] == _SOFT_HYPHEN
    return PdfLine(words, number, left, right, bottom, top, round(size, 1), soft, height)
