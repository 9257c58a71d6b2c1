"""The agencies and outlets that a page says it owes text to: in its byline, a dateline or a credit line.

The forms are told by their shape, so that an agency nobody has listed is known as well; the words are in
``lexicon/credit_lines.yaml``, known agencies in ``lexicon/byline.yaml`` and ``lexicon/outlets.csv``. A credit that a
page gives to its own outlet is none: everybody signs their own work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.nouns import Credit, Document
from sayso.origins.reuse import names
from sayso.origins.reuse.datelines import dateline

#: Characters of a line that can be a credit as a whole, and of the sentence at the end of a paragraph.
MAX_LINE = 220
#: Credit lines stand among so many first and last lines.
HEAD, TAIL = 3, 6
MAX_CREDITS = 12

_LINE = re.compile(r"[^\n]+")
_SENTENCES = re.compile(r"[.!?…][\"”’»)]*\s+(?=[^\s])")


def credits(document: Document) -> tuple[Credit, ...]:
    """What a page credits to agencies and other outlets, each with the words that say so, in the order given here.

    Bylines of kind *agency* (and desks that are wire services), datelines, credit lines. Agencies that are left
    unnamed (*agencies*, *wire services*) are named as the page has it; :func:`is_unnamed` tells them.
    """
    own = names.Own.of(document)
    found = [
        Credit(name=author.name, where="byline", text=author.name)
        for author in document.bylines
        if author.kind == "agency" or (author.kind == "desk" and names.is_unnamed(author.name))
    ]
    for start, end in _lines(document.text):
        line = document.text[start:end]
        if made := dateline(line, first=start == 0):
            found += [Credit(name=name, where="dateline", text=made.text) for name in made.agencies]
    for line in _candidates(document.text):
        found += [Credit(name=name, where="credit-line", text=line) for name in names.credited(line)]
    kept: dict[tuple[str, str], Credit] = {}
    for credit in found:
        if not own.is_own(credit.name):
            kept.setdefault((names.key(credit.name), credit.where), credit)
    return tuple(kept.values())[:MAX_CREDITS]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _LINE.finditer(text))


def _candidates(text: str) -> Iterator[str]:
    """Lines and last sentences that may be credits: those at the beginning and the end, each once."""
    lines = [text[start:end].strip() for start, end in _lines(text)]
    near = lines if len(lines) <= HEAD + TAIL else lines[:HEAD] + lines[-TAIL:]
    for line in near:
        if len(line) <= MAX_LINE:
            yield line
        else:
            # the last sentence of a paragraph, where the credit was set without a break
            sentence = _SENTENCES.split(line[-MAX_LINE:])[-1]
            if len(sentence) < MAX_LINE:
                yield sentence
