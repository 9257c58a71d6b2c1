"""Reads CoNLL-U and puts the raw text together again from the forms and their spacing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

#: About how many words a training line holds; a longer sentence stands alone.
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Token:
    """A syntactic word: ``head`` is an index in its sentence from 1, 0 for the root; ``piece`` is the number of the
    surface token it belongs to, counted from 0."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str
    misc: dict[str, str]
    piece: int


@dataclass(slots=True)
class Sentence:
    """A sentence; ``pieces`` are its surface tokens, each with the space behind it."""

    id: str
    document: str
    paragraph: bool
    tokens: list[Token] = field(default_factory=list)
    pieces: list[tuple[str, bool]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Placed:
    """A token in a text: characters ``[start, end)``; ``head`` is an index in the list of placed tokens, -1 the root;
    ``depth`` counts the steps to the root."""

    start: int
    end: int
    head: int
    depth: int
    token: Token


@dataclass(frozen=True, slots=True)
class Chunk:
    """Neighbouring sentences of one document: the raw text, its tokens, and where each sentence's tokens begin."""

    id: str
    text: str
    tokens: list[Placed]
    firsts: list[tuple[Sentence, int]]


def sentences(lines: Iterable[str]) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file. Empty nodes are left out.

    Raises:
        ValueError: a line has not ten columns.
    """
    document, paragraph, now = "", True, Sentence("", "", True)
    inside = 0
    for line in [*lines, ""]:
        line = line.rstrip("\r\n")
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            match key.strip().split(" ")[0]:
                case "newdoc":
                    document, paragraph = value.strip(), True
                case "newpar":
                    paragraph = True
                case "sent_id":
                    now.id = value.strip()
        elif not line:
            if now.tokens:
                now.document, now.paragraph = document, paragraph
                yield now
                paragraph = False
            now, inside = Sentence("", "", True), 0
        else:
            inside = _token(now, line.split("\t"), inside)


def _token(sentence: Sentence, cells: list[str], inside: int) -> int:
    """Adds one line to the sentence; gives the number of the last syntactic word of a running surface token."""
    if len(cells) != 10:
        raise ValueError(f"{sentence.id}: a line with {len(cells)} columns")
    misc = dict(part.split("=", 1) for part in cells[9].split("|") if "=" in part)
    space = misc.get("SpaceAfter") != "No"
    if "-" in cells[0]:
        sentence.pieces.append((cells[1], space))
        return int(cells[0].split("-")[1])
    if "." in cells[0]:
        return inside
    if int(cells[0]) > inside:
        sentence.pieces.append((cells[1], space))
    sentence.tokens.append(
        Token(cells[1], cells[2], cells[3], cells[4], int(cells[6]), cells[7], misc, len(sentence.pieces) - 1)
    )
    return inside


def chunks(found: Iterable[Sentence], longest: int = LONGEST) -> Iterator[Chunk]:
    """Groups of neighbouring sentences of one document with about ``longest`` words or fewer."""
    group: list[Sentence] = []
    size = 0
    for sentence in found:
        if group and (sentence.document != group[0].document or size + len(sentence.tokens) > longest):
            yield _chunk(group)
            group, size = [], 0
        group.append(sentence)
        size += len(sentence.tokens)
    if group:
        yield _chunk(group)


def _chunk(group: list[Sentence]) -> Chunk:
    text = ""
    placed: list[Placed] = []
    firsts: list[tuple[Sentence, int]] = []
    for number, sentence in enumerate(group):
        if number:
            text = text.rstrip(" ") + ("\n" if sentence.paragraph else " ")
        base = len(placed)
        firsts.append((sentence, base))
        starts: list[int] = []
        for form, space in sentence.pieces:
            starts.append(len(text))
            text += form + (" " if space else "")
        depths = _depths(sentence.tokens)
        for (start, end), token, depth in zip(_spans(sentence, starts), sentence.tokens, depths, strict=True):
            placed.append(Placed(start, end, base + token.head - 1 if token.head else -1, depth, token))
    return Chunk(group[0].id, text.rstrip(" "), placed, firsts)


def _spans(sentence: Sentence, starts: list[int]) -> Iterator[tuple[int, int]]:
    """Characters of each token: its own part of the surface token, the whole where the parts do not add up to it."""
    for n, token in enumerate(sentence.tokens):
        form, start = sentence.pieces[token.piece][0], starts[token.piece]
        mates = [m for m, other in enumerate(sentence.tokens) if other.piece == token.piece]
        if "".join(sentence.tokens[m].form for m in mates) == form:
            offset = sum(len(sentence.tokens[m].form) for m in mates if m < n)
            yield start + offset, start + offset + len(token.form)
        else:
            yield start, start + len(form)


def _depths(tokens: list[Token]) -> list[int]:
    depths = []
    for token in tokens:
        depth, head = 0, token.head
        while head and depth <= len(tokens):
            head, depth = tokens[head - 1].head, depth + 1
        depths.append(depth)
    return depths
