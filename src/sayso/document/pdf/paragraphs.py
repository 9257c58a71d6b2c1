"""From lines as set to paragraphs: running heads dropped, wrapped lines joined, broken words mended where safe."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from sayso.document.pdf.lines import PdfLine
from sayso.lexicon import load

#: Running heads and feet stand in these parts of the page's height.
MARGIN = 0.12
#: A line that ends this much of the column's width before its right edge ends a paragraph, if it ends a sentence.
SHORT = 0.08
#: A gap between lines this much wider than usual parts paragraphs.
WIDE = 1.35
#: Type larger than the body's by this factor is a heading.
LARGE = 1.12
_STOP = re.compile(r"[.!?:;…][\"”’')\]]*$")
_FOLIO = re.compile(r"(?:page |p\. ?|seite )?[-–— ]*\d{1,4}[-–— ]*(?:(?:of|/|von) ?\d{1,4})?", re.IGNORECASE)
_BROKEN = re.compile(r"(\w+)-$")
_WORD = re.compile(r"\w+(?:-\w+)*")
_BULLET = re.compile(r"(?:[•▪◦‣·–*-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``size`` is that of its type in points; ``mended`` lists words put together at line ends."""

    text: str
    page: int
    size: float
    heading: bool
    mended: tuple[str, ...] = ()


def drop_running(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Lines without page numbers and without what stands at the head or foot of half the pages or more."""
    pages = {line.page for line in lines}
    seen: Counter[str] = Counter()
    for page, form in {(line.page, _form(line)) for line in lines if _in_margin(line)}:
        del page
        seen[form] += 1
    often = max(2, (len(pages) + 1) // 2)
    return [
        line
        for line in lines
        if not (_in_margin(line) and (_FOLIO.fullmatch(line.text) or (len(pages) > 1 and seen[_form(line)] >= often)))
    ]


def _form(line: PdfLine) -> str:
    return re.sub(r"\d+", "#", line.text.casefold())


def _in_margin(line: PdfLine) -> bool:
    if line.page_height <= 0:
        return False
    middle = (line.top + line.bottom) / 2 / line.page_height
    return middle < MARGIN or middle > 1 - MARGIN


def body_size(lines: Sequence[PdfLine]) -> float:
    """The size of type in which most characters are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def make_paragraphs(lines: Sequence[PdfLine]) -> list[Paragraph]:
    """Join lines into paragraphs, in order; a paragraph may run over the end of a page."""
    usual = body_size(lines)
    vocabulary = Counter(word.lower() for line in lines for word in _WORD.findall(line.text))
    pitches = [a.bottom - b.bottom for a, b in pairwise(lines) if a.page == b.page and a.bottom > b.bottom]
    pitch = median(pitches) if pitches else 0.0
    edges: dict[tuple[int, int], float] = {}
    for line in lines:  # columns are told apart by where their lines begin
        column = (line.page, round(line.left / 60))
        edges[column] = max(edges.get(column, 0.0), line.right)
    groups: list[list[PdfLine]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line, groups[-1][0], pitch, edges):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group, usual, vocabulary) for group in groups]


def _goes_on(a: PdfLine, b: PdfLine, first: PdfLine, pitch: float, edges: dict[tuple[int, int], float]) -> bool:
    if abs(a.size - b.size) > 0.06 * max(a.size, b.size):
        return False
    if _BULLET.match(b.text) and not (b.text[0] in "-–" and b.text[1:2].isalnum()):
        return False
    ended = bool(_STOP.search(a.text))
    edge = edges.get((a.page, round(first.left / 60)), edges.get((a.page, round(a.left / 60)), a.right))
    short = a.right < edge - SHORT * max(edge - first.left, 1.0)
    if a.page != b.page or b.bottom > a.top:  # the next page or column
        return not ended and not short
    if pitch and a.bottom - b.bottom > WIDE * pitch:
        return False
    indented = b.left > min(a.left, first.left if a is not first else a.left) + 0.7 * b.size
    if indented and not (a is first and a.left > b.left):
        return False
    return not (ended and short)


def _paragraph(group: Sequence[PdfLine], usual: float, vocabulary: Counter[str]) -> Paragraph:
    text, mended = group[0].text, []
    for a, b in pairwise(group):
        broken = _BROKEN.search(text)
        if not broken or not b.text[:1].islower():
            text = f"{text}{'' if broken and b.text[:1].isalnum() else ' '}{b.text}"
            continue
        rest = _WORD.match(b.text)
        second = rest[0] if rest else ""
        whole, compound = f"{broken[1]}{second}", f"{broken[1]}-{second}"
        # safe where the document itself writes the word whole, where the hyphen is only ever set at line ends, and
        # where what follows is an ending and no word
        ending = second in load("word_endings.txt")
        if vocabulary[whole.lower()] or ((a.soft or ending) and not vocabulary[compound.lower()]):
            text = f"{text[:-1]}{b.text}"
            mended.append(f"{compound} → {whole}")
        else:
            text = f"{text}{b.text}"
    size = max(line.size for line in group)
    words = len(text.split())
    heading = size >= LARGE * usual and words <= 30 and not text.endswith((".", ",", ";"))
    return Paragraph(text, group[0].page, size, heading, tuple(mended))
