"""Universal Dependencies: CoNLL-U read with the characters of each word, and words of a reader aligned to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.reader.layers import Token


@dataclass(frozen=True)
class Word:
    """A syntactic word: characters ``[start, end)`` of the text, head as an index of words (-1 the root)."""

    start: int
    end: int
    upos: str
    head: int
    deprel: str


@dataclass(frozen=True)
class Treebank:
    """One document: its text and words, over all sentences."""

    text: str
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Counts:
    """How many gold words there are, have a word of the same characters, and have its UPOS, head, and relation too."""

    gold: int = 0
    aligned: int = 0
    upos: int = 0
    head: int = 0
    labelled: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.gold + other.gold,
            self.aligned + other.aligned,
            self.upos + other.upos,
            self.head + other.head,
            self.labelled + other.labelled,
        )


def documents(path: Path) -> Iterator[list[list[str]]]:
    """Documents as lists of sentences, each the lines of its block."""
    sentences: list[list[str]] = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.splitlines()
        if any(line.startswith("# newdoc") for line in lines) and sentences:
            yield sentences
            sentences = []
        sentences.append(lines)
    if sentences:
        yield sentences


def treebank(sentences: Sequence[Sequence[str]], *, separate: bool) -> Treebank:
    """One document with its text: each sentence a paragraph (``separate``), or paragraphs as the treebank has them."""
    text = ""
    words: list[Word] = []
    for lines in sentences:
        new_paragraph = separate or any(line.startswith("# newpar") for line in lines)
        text = text.rstrip(" ") + ("\n" if new_paragraph else " ") if text else ""
        first = len(words)
        text, own = _sentence(lines, text, first)
        words += own
    return Treebank(text, tuple(words))


def _sentence(lines: Sequence[str], text: str, first: int) -> tuple[str, list[Word]]:
    """The text with one sentence added, and the words of the sentence, which starts with word ``first``."""
    words: list[Word] = []
    parts: list[tuple[int, int]] = []  # the ranges of the words that a token still owes (don't: do, n't)
    for line in lines:
        if line.startswith("#"):
            continue
        number, form, _, upos, _, _, head, deprel, _, misc = line.split("\t")
        if "." in number:
            continue
        space = "" if "SpaceAfter=No" in misc else " "
        if "-" in number:
            low, high = map(int, number.split("-"))
            forms = [row.split("\t")[1] for row in lines if row.split("\t")[0] in map(str, range(low, high + 1))]
            parts = split(form, forms, len(text))
            text += form + space
            continue
        if parts:
            start, end = parts.pop(0)
        else:
            start, end = len(text), len(text) + len(form)
            text += form + space
        words.append(Word(start, end, upos, int(head) - 1 + first if head != "0" else -1, deprel))
    return text, words


def split(token: str, forms: Sequence[str], start: int) -> list[tuple[int, int]]:
    """Ranges of the words of a token; where they are not its parts (*zum*: *zu dem*), each has the whole token."""
    if "".join(forms).lower() != token.lower():
        return [(start, start + len(token))] * len(forms)
    ranges = []
    for form in forms:
        ranges.append((start, start + len(form)))
        start += len(form)
    return ranges


def universal(deprel: str | None) -> str | None:
    """A relation without its subtype: *acl* for *acl:relcl*."""
    return deprel and deprel.partition(":")[0]


def compare(gold: Sequence[Word], read: Sequence[Token]) -> Counts:
    """Words with the same characters, and what they have right. A head is right if it is aligned to the gold head."""
    places = {(token.start, token.end): i for i, token in enumerate(read)}
    partner = [places.get((word.start, word.end)) for word in gold]
    counts = Counts(gold=len(gold))
    for word, at in zip(gold, partner, strict=True):
        if at is None:
            continue
        token = read[at]
        wanted = -1 if word.head == -1 else partner[word.head]
        right = wanted is not None and token.head == wanted
        same = universal(token.deprel) == universal(word.deprel)
        counts += Counts(0, 1, int(token.upos == word.upos), int(right), int(right and same))
    return counts
