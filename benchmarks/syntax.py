"""Syntax: UPOS, UAS and LAS on the development part of UD English-EWT.

Run:  python benchmarks/syntax.py [--profile rules|model] [--data .data] [--limit N]

Words are aligned by their characters. *All words*: of all syntactic words of the treebank, punctuation included; one
for which the reader has no word of the same characters (*do* and *n't* of *don't*) is an error in every measure.
*Aligned*: of the others alone. Relations are compared without subtypes, as the shared tasks on them did. The
text is read twice: with each sentence a paragraph of its own, and with the treebank's paragraphs, so that the sentences
are the reader's too.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from data import corpus
from readings import document, options, reader_of, report
from results import table
from sayso.reader.layers import Reader
from ud import Counts, compare, documents, treebank


def read_all(reader: Reader, path: Path, limit: int | None, *, separate: bool) -> Counts | None:
    """The counts over all documents; None where the reader reads no syntax."""
    total = Counts()
    for number, sentences in enumerate(islice(documents(path), limit)):
        gold = treebank(sentences, separate=separate)
        tokens = reader.read(document(gold.text, f"document {number}")).tokens
        if all(token.upos is None and token.head is None for token in tokens):
            return None
        total += compare(gold.words, tokens)
    return total


def row(name: str, counts: Counts, of: int) -> Sequence[str]:
    return [name, *(f"{100 * right / of:.1f}" for right in (counts.upos, counts.head, counts.labelled)), str(of)]


def main() -> None:
    given = options(__doc__).parse_args()
    path = corpus("language", given.data) / "nlp" / "ewt" / "en_ewt-ud-dev.conllu"
    reader = reader_of(given)
    rows = []
    for name, separate in (("sentences given", True), ("sentences found", False)):
        counts = read_all(reader, path, given.limit, separate=separate)
        if counts is None:
            print(f"no syntax in profile {given.profile}")
            return
        rows += [row(f"{name}, all words", counts, counts.gold), row(f"{name}, aligned", counts, counts.aligned)]
    lines = ["UD English-EWT, development part.", "", *table(["words", "UPOS", "UAS", "LAS", "number"], rows)]
    report("Syntax", "syntax.py", given, lines)


if __name__ == "__main__":
    main()
