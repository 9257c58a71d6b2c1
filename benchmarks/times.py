"""Times: extents and values of TIMEX3 on TimeBank, AQUAINT and WikiWars, with HeidelTime, SUTime and dateparser.

Run:  python benchmarks/times.py [--data .data] [--limit N]

The measures are those of TempEval-3, made by the scorer that lies beside the corpora. *Strict*: the same characters;
*relaxed*: any overlap, one to one; *value*: relaxed, and the same TIMEX3 value, letter by letter. Documents are halved
by a hash of their names. Before the rules were written, tables of the expressions of all documents and their gold
values were read; from then on errors were looked at in the first half alone. The few constants of the
reckoner were chosen by the figures of both halves, so that the second is no blind test.

WikiWars is its development part (16 of 22 documents); its values are those of TIMEX2.

HeidelTime 2.2 (with TreeTagger) and SUTime are scored from stored outputs, since both need Java. dateparser runs where
it is installed, over AQUAINT alone (it needs seconds a document); it gives days only, so its value is a day.

The corpora break lines within sentences; those breaks are read as spaces, which moves no offset.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
import sys
import time
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import Any

import readings
from data import corpus, parser
from results import record, table
from sayso.measures.times import timex3
from sayso.reader.common.sentences import blocks_of, find_sentences
from sayso.reader.layers import Layers

SETS = {
    "TimeBank": ("tbaq-cleaned/TimeBank", "tb"),
    "AQUAINT": ("tbaq-cleaned/AQUAINT", "aq"),
    "WikiWars": ("wikiwars/tml", "ww"),
}
Span = tuple[int, int, str | None, str | None, str]
Spans = dict[str, list[Span]]


def whole(text: str) -> str:
    """The text with breaks inside paragraphs as spaces."""
    return re.sub(r"(?<=[^\n])\n(?=[^\n])", " ", text)


def created(value: str | None) -> str | None:
    """The day a document was made, ISO 8601."""
    digits = re.match(r"(\d{4})-?(\d\d)-?(\d\d)", value or "")
    return "-".join(digits.groups()) if digits else None


def layers_of(text: str) -> Layers:
    """Sentences by the rules, and nothing else."""
    sentences = tuple(span for span, _ in find_sentences(text, blocks_of(text)))
    return Layers(sentences=sentences, tokens=(), quotations=(), mentions=(), attributions=())


def by_sayso(gold: dict[str, Any], name: str) -> list[Span]:
    """The tags of sayso: start, end, type, value and words."""
    text = whole(gold["text"])
    tags = timex3(readings.document(text, name, created(gold["dct"])), layers_of(text))
    return [(*tag, text[tag.start : tag.end]) for tag in tags]


def by_dateparser(gold: dict[str, Any], name: str) -> list[Span]:
    """The dates of dateparser in the same form; it says what it found and not where, so the words are looked up."""
    from datetime import datetime

    from dateparser.search import search_dates

    del name
    text, made, at = whole(gold["text"]), created(gold["dct"]), 0
    base = datetime.fromisoformat(made or "2000-01-01")
    found: list[Span] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        at = paragraph.start()
        for words, date in search_dates(paragraph[0], languages=["en"], settings={"RELATIVE_BASE": base}) or ():
            start = text.find(words, at, paragraph.end())
            if start >= 0:
                at = start + len(words)
                found.append((start, at, "DATE", f"{date:%Y-%m-%d}", words))
    return found


def half(name: str) -> int:
    """0 for a document of the first half, 1 for one of the second."""
    return int(hashlib.md5(name.encode(), usedforsecurity=False).hexdigest(), 16) % 2


def cells(name: str, result: dict[str, Any]) -> list[object]:
    """One line of the table, in percent."""

    def three(key: str) -> str:
        return " / ".join(f"{x:.1f}" for x in result[key])

    return [name, three("strict"), three("relaxed"), f"{result['value'][2]:.1f}", f"{result['type'][2]:.1f}"]


def stored_tsv(path: Path, gold: Iterable[str]) -> Spans:
    """A peer's stored output, by document; documents without any are empty."""
    found: Spans = {name: [] for name in gold}
    for line in path.read_text(encoding="utf-8").splitlines():
        name, start, end, kind, value, words = line.split("\t")
        found.setdefault(name, []).append((int(start), int(end), kind, value, words))
    return found


def read_all(gold: dict[str, Any], read: Callable[[dict[str, Any], str], list[Span]]) -> tuple[Spans, float]:
    """What a system reads in all documents, and its words per CPU-second."""
    start = time.process_time()
    found = {name: read(one, name) for name, one in gold.items()}
    words = sum(len(one["text"].split()) for one in gold.values())
    return found, words / max(1e-9, time.process_time() - start)


def main() -> None:
    arguments = parser(__doc__).parse_args()
    data = corpus("timex", arguments.data) / "timex"
    sys.path.insert(0, str(data))
    import score_inline
    import timexlib

    lines: list[str] = []
    for name, (folder, short) in SETS.items():
        gold = dict(islice(timexlib.read_dir(str(data / folder)).items(), arguments.limit))
        spans: Spans = {key: one["spans"] for key, one in gold.items()}
        ours, speed = read_all(gold, by_sayso)
        rows = [cells("sayso", timexlib.score(spans, ours))]
        for number, which in enumerate(("first half, errors looked at", "second half")):
            part = {key: value for key, value in spans.items() if half(key) == number}
            rows.append(cells(f"sayso, {which}", timexlib.score(part, ours)))
        heidel, _ = score_inline.load_sys(str(data / "outputs" / f"heideltime22_treetagger_{short}"), gold)
        rows.append(cells("HeidelTime 2.2, stored", timexlib.score(spans, heidel)))
        rows.append(
            cells("SUTime, stored", timexlib.score(spans, stored_tsv(data / "outputs" / f"su_{short}.tsv", gold)))
        )
        if name == "AQUAINT" and importlib.util.find_spec("dateparser"):
            found, slow = read_all(gold, by_dateparser)
            rows.append(cells(f"dateparser ({slow:,.0f} words per CPU-second)", timexlib.score(spans, found)))
        count = sum(map(len, spans.values()))
        lines += [
            f"### {name}",
            "",
            f"{len(gold)} documents, {count} expressions; {speed:,.0f} words per CPU-second",
            "",
        ]
        head = ("", "strict P / R / F1", "relaxed P / R / F1", "value F1", "type F1")
        lines += [*table(head, rows), ""]
    halves = "Halves: see the head of the benchmark; the second is not blind either."
    note = "The types of WikiWars were made by a converter that calls everything a DATE."
    record("Times", "python benchmarks/times.py", [*lines, halves, note])


if __name__ == "__main__":
    main()
