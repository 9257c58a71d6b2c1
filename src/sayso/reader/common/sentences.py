"""Sentences: syntok within each block of text, so that no sentence crosses a line."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from syntok import segmenter

from sayso.lexicon import load
from sayso.nouns.base import Range
from sayso.reader.common.cues import verbs
from sayso.reader.common.datelines import dateline_end

_ASKED = re.compile(r"[!?…][\"”’']+$|[!?…]''$")
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
#: A block longer than this is cut at white space before it is read: no sentence of prose is that long.
LONGEST = 20_000
#: A sentence longer than this is cut likewise, so that the time stays linear in the length of any text.
LONGEST_SENTENCE = 2_500


def blocks_of(text: str) -> tuple[Range, ...]:
    """Lines that hold something, without the white space around them."""
    found = []
    for match in _LINE.finditer(text):
        line = match.group()
        inner = line.strip()
        if inner:
            start = match.start() + len(line) - len(line.lstrip())
            found.append((start, start + len(inner)))
    return tuple(found)


def _pieces(text: str, start: int, end: int, longest: int = LONGEST) -> Iterator[Range]:
    while end - start > longest:
        cut = text.rfind(" ", start + longest // 2, start + longest)
        cut = cut if cut > 0 else start + longest
        yield start, cut
        start = cut
    yield start, end


def _joined(piece: str, starts: list[int]) -> list[int]:
    """Without breaks that the splitter makes after a title (*Gov. Bush*) and before a cue (*"Now!" she said*)."""
    kept = starts[:1]
    filed = dateline_end(piece, 0, len(piece))
    for at, following in zip(starts[1:], [*starts[2:], len(piece)], strict=False):
        before = piece[kept[-1] : at].rstrip()
        last = before.rsplit(None, 1)[-1].lstrip("(\"“‘'").lower() if before else ""
        if at < filed:
            continue  # "BANGUI (Corvane) | – The last fighters …"
        if last.endswith(".") and (
            last[:-1] in _titles() or (len(last) == 2 and last[0].isalpha() and last[0] not in "iou")
        ):
            continue
        if _ASKED.search(before) and _says(piece[at:following]):
            continue
        kept.append(at)
    return kept


@functools.cache
def _titles() -> frozenset[str]:
    """Abbreviations that only stand before something: a sentence never ends with one."""
    return frozenset(load("titles.yaml")["before_names"]["words"])


def _says(sentence: str) -> bool:
    """Whether a cue that takes a quotation stands among the first words and no *that* follows it."""
    words = re.findall(r"[\w'’-]+|[^\w\s]", sentence.lower())[:9]
    for at, word in enumerate(words):
        forms = verbs().get(word)
        if forms and "quote" in forms[0].verb.frames and at > 0:
            return words[at + 1 : at + 2] != ["that"]
    return False


def find_sentences(text: str, blocks: tuple[Range, ...]) -> Iterator[tuple[Range, int]]:
    """Each sentence with the number of its block, white space at the edges left out."""
    for number, (block_start, block_end) in enumerate(blocks):
        for start, end in _pieces(text, block_start, block_end):
            piece = text[start:end]
            starts = [
                sentence[0].offset for paragraph in segmenter.analyze(piece) for sentence in paragraph if sentence
            ]
            starts = _joined(piece, sorted({0, *starts[1:]}))
            for a, b in zip(starts, [*starts[1:], len(piece)], strict=True):
                for first, last in _pieces(text, start + a, start + b, LONGEST_SENTENCE):
                    inner = text[first:last].strip()
                    if inner:
                        lead = last - first - len(text[first:last].lstrip())
                        yield (first + lead, first + lead + len(inner)), number
