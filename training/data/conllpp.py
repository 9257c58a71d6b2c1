"""CoNLL++ (CoNLL-2003 with corrected labels), to measure names by; never to train on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from training.data.bio import Tagged, read_columns, spans
from training.data.groups import group_words, is_group
from training.data.record import Record, Tally
from training.data.tweets import records

_TYPES = {"PER": "person", "ORG": "organization", "LOC": "place", "GROUP": "group"}


def documents(nlp: Path, tally: Tally) -> Iterator[Record]:
    """The development documents under ``nlp`` (.data/nlp); of the type MISC only what names a group."""
    words = group_words(nlp / "kb")
    lines = (nlp / "conllpp" / "data" / "conllpp_dev.txt").read_text("utf-8").splitlines()
    found = (grouped(tagged, words) for tagged in read_columns(lines, "conllpp-dev"))
    yield from records(found, _TYPES, tally)


def grouped(tagged: Tagged, words: frozenset[str]) -> Tagged:
    """The sentence with MISC turned to GROUP where every token names a group."""
    tags = list(tagged.tags)
    for first, last, kind in spans(tagged.tags):
        if kind == "MISC" and all(is_group(form, words) for form in tagged.forms[first:last]):
            tags[first:last] = ["B-GROUP", *["I-GROUP"] * (last - first - 1)]
    return Tagged(tagged.id, tagged.forms, tags)
