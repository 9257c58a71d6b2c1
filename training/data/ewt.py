"""UD English-EWT: syntax on web text, factuality from UDS, and names from Universal NER where there are any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from sayso.reader.common.page import Page
from training.data import factuality
from training.data.bio import Tagged, read_iob2, spans
from training.data.conllu import Chunk, Sentence, chunks, sentences
from training.data.naming import bare
from training.data.record import Name, Record, Tally, touched
from training.data.syntax import Carried, carry

_TYPES = {"PER": "person", "ORG": "organization", "LOC": "place"}


def documents(data: Path, split: str, tally: Tally) -> Iterator[Record]:
    """Groups of sentences of ``split``: train from the sources the file list names, dev from the released file."""
    root = data / "nlp" / "ewt"
    known = factuality.read(data / "nlp" / "uds_factuality")
    named = {}
    if split == "dev":
        tagged = read_iob2((data / "nlp" / "uner_ewt" / "en_ewt-ud-dev.iob2").read_text("utf-8").splitlines())
        named = {sentence.id: sentence for sentence in tagged}
    for chunk in chunks(_sentences(root, split)):
        yield record(chunk, known, named if split == "dev" else None, tally)


def _sentences(root: Path, split: str) -> Iterator[Sentence]:
    if split == "dev":
        yield from sentences((root / "en_ewt-ud-dev.conllu").read_text("utf-8").split("\n"))
        return
    hidden = root / "not-to-release"
    for name in (hidden / "file-lists" / "files.train").read_text("utf-8").split():
        yield from sentences((hidden / "sources" / name).read_text("utf-8").split("\n"))


def record(chunk: Chunk, known: factuality.Judged, named: Mapping[str, Tagged] | None, tally: Tally) -> Record:
    """One line of training data from a group of sentences."""
    page = Page(chunk.text)
    carried = carry(page, chunk.tokens, tally)
    return Record(
        chunk.id,
        page,
        upos=carried.upos,
        heads=carried.heads,
        deprels=carried.deprels,
        names=None if named is None else _names(page, chunk, named, tally),
        fact=_fact(chunk, carried, known, tally),
    )


def _fact(chunk: Chunk, carried: Carried, known: factuality.Judged, tally: Tally) -> list[float | None] | None:
    fact: list[float | None] = [None] * len(carried.upos)
    for sentence, first in chunk.firsts:
        for n, value in factuality.placed(sentence, known.get(sentence.id, []), tally).items():
            words = carried.where[first + n]
            if words is not None and carried.carrier[words[0]] == first + n:
                fact[words[0]] = round(value, 3)
    return fact if any(value is not None for value in fact) else None


def _names(page: Page, chunk: Chunk, named: Mapping[str, Tagged], tally: Tally) -> tuple[Name, ...] | None:
    """Names by the characters of the sentence without its spaces, so that a newer cut into tokens does no harm."""
    names: list[Name] = []
    for number, (sentence, first) in enumerate(chunk.firsts):
        last = chunk.firsts[number + 1][1] if number + 1 < len(chunk.firsts) else len(chunk.tokens)
        tagged = named.get(sentence.id)
        start = chunk.tokens[first].start
        places = [i for i in range(start, chunk.tokens[last - 1].end) if not chunk.text[i].isspace()]
        forms = "".join(tagged.forms).replace(" ", "") if tagged else ""
        if tagged is None or forms != "".join(chunk.text[i] for i in places):
            tally.add("sentences without names")
            return None
        lengths = [len(form.replace(" ", "")) for form in tagged.forms]
        for a, b, kind in spans(tagged.tags):
            begin, end = places[sum(lengths[:a])], places[sum(lengths[:b]) - 1] + 1
            words = bare(page, touched(page, begin, end))
            if words and kind in _TYPES and (not names or names[-1][1] <= words[0]):
                names.append((*words, _TYPES[kind]))
                tally.add("names")
    return tuple(names)
