"""Names in tweets: the Broad Twitter Corpus and WNUT-17. Neighbouring tweets share a line, each a paragraph.

The corpora know no groups: capitalised words that name one are added, and taken from the places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sayso.reader.common.page import Page
from training.data.bio import Tagged, names_of, read_columns, written
from training.data.conllu import LONGEST
from training.data.groups import group_words
from training.data.naming import with_groups
from training.data.record import Record, Tally

_BTC = {"PER": "person", "ORG": "organization", "LOC": "place"}
_WNUT = {"person": "person", "location": "place", "corporation": "organization", "group": "organization"}
_FILES = {"train": "wnut17train.conll", "dev": "emerging.dev.conll"}


def btc(nlp: Path, split: str, tally: Tally) -> Iterator[Record]:
    """The split of the corpus' README: dev is the second half of section H, F is the test and is not read."""
    root, words = nlp / "btc", group_words(nlp / "kb")
    half = list(read_columns((root / "h.conll").read_text("utf-8").splitlines(), "btc-h"))
    middle = len(half) // 2
    if split == "dev":
        yield from records(half[middle:], _BTC, tally, words)
        return
    for section in "abeg":
        found = read_columns((root / f"{section}.conll").read_text("utf-8").splitlines(), f"btc-{section}")
        yield from records(found, _BTC, tally, words)
    yield from records(half[:middle], _BTC, tally, words)


def wnut17(nlp: Path, split: str, tally: Tally) -> Iterator[Record]:
    """Train (tweets) or dev (comments under films)."""
    lines = (nlp / "wnut17" / _FILES[split]).read_text("utf-8").splitlines()
    yield from records(read_columns(lines, f"wnut17-{split}"), _WNUT, tally, group_words(nlp / "kb"))


def records(
    found: Iterable[Tagged], types: Mapping[str, str], tally: Tally, groups: frozenset[str] | None = None
) -> Iterator[Record]:
    """Sentences or tweets in groups of about ``LONGEST`` words; a ``-DOCSTART-`` ends a group.

    ``groups`` are the words for groups to look for where the corpus marks none.
    """
    group: list[Tagged] = []
    size = 0
    for tagged in [*found, Tagged("-DOCSTART-")]:
        if group and (not tagged.forms or size + len(tagged.forms) > LONGEST):
            yield record(group, types, tally, groups)
            group, size = [], 0
        if tagged.forms:
            group.append(tagged)
            size += len(tagged.forms)


def record(group: list[Tagged], types: Mapping[str, str], tally: Tally, groups: frozenset[str] | None = None) -> Record:
    """One line of training data from neighbouring sentences, each a paragraph."""
    text = ""
    places: list[tuple[int, int]] = []
    tags: list[str] = []
    for tagged in group:
        text += "\n" if text else ""
        more, spots = written(tagged.forms)
        places += [(len(text) + a, len(text) + b) for a, b in spots]
        text += more
        tags += tagged.tags
    page = Page(text)
    names = names_of(page, places, tags, types)
    kept = tuple(names) if groups is None else with_groups(page, names, groups)
    tally.add("words", len(page.words))
    tally.add("names", len(kept))
    return Record(group[0].id, page, names=kept)
