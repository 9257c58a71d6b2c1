"""re3d: names in reports on one war, to measure by; never to train on. Its nominal mentions are left out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.reader.common.page import Page
from training.data.groups import group_words
from training.data.naming import proper, with_groups
from training.data.record import Name, Record, Tally, touched

_TYPES = {"Organisation": "organization", "Location": "place", "Person": "person", "Nationality": "group"}
_PRONOUNS = frozenset(["i", "we", "he", "she", "they", "it", "you", "who", "all", "both", "everyone", "some"])
#: Mentions that fewer of the crowd agreed on are no gold.
_SURE = 0.5


def documents(nlp: Path, tally: Tally) -> Iterator[Record]:
    """The documents of every source under ``nlp``/re3d."""
    words = group_words(nlp / "kb")
    for folder in sorted((nlp / "re3d").iterdir()):
        if not (folder / "documents.json").is_file():
            continue
        entities: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for entity in _lines(folder / "entities.json"):
            entities[entity["documentId"]].append(entity)
        for document in _lines(folder / "documents.json"):
            yield record(document["_id"], document["text"], entities[document["_id"]], words, tally)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text("utf-8-sig").splitlines():
        if line.strip():
            yield json.loads(line)


def _common(page: Page, first: int, last: int) -> bool:
    """A pronoun, or one word that is lower case elsewhere in the text."""
    return last - first == 1 and ((low := page.words[first].lower()) in _PRONOUNS or low in page.words)


def record(name: str, text: str, entities: list[dict[str, Any]], words: frozenset[str], tally: Tally) -> Record:
    """One document; a mention is a name where all its words are proper."""
    page = Page(text)
    names: list[Name] = []
    for entity in entities:
        kind = _TYPES.get(entity["type"])
        if kind is None or entity["confidence"] < _SURE:
            continue
        if text[entity["begin"] : entity["end"]] != entity["value"]:
            tally.add("mentions off their place")
            continue
        where = proper(page, touched(page, entity["begin"], entity["end"]), kind, trim=False)
        if where and not _common(page, *where):
            names.append((*where, kind))
    kept = with_groups(page, names, words)
    tally.add("words", len(page.words))
    tally.add("names", len(kept))
    return Record(name, page, names=kept)
