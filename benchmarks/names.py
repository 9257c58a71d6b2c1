"""Names: persons, organisations and places in CoNLL++ (development part) and in re3d (the part at hand).

Run:  python benchmarks/names.py [--profile rules|model] [--data .data] [--limit N]

What is scored are the mentions of the reader with the form ``name``; an outlet is an organisation. Groups
(nationalities, religions), documents and others have no counterpart and are left out.

CoNLL++: entities with the same first and last token and type; miscellaneous ones are left out. Its tokens are joined to
text, one document of the corpus a document, one sentence a paragraph. All three together are micro-averaged.

re3d marks names and descriptions alike (*the regime*), several readings of one place in the text, and nests (*west of
Damascus*). A gold name is an entity of Person, Organisation or Location that its annotators were sure of (confidence of
a half or more), without leading article, whose words all start with a capital or a digit but for particles such as
*of*, and which the corpus nowhere writes in small letters; of several that overlap, the longest. Mentions that touch
only other marked entities are neither rewarded nor punished. Person holds titles there (*President Obama*), which sayso
keeps apart from the name: a title in front may be left out. What the data do not tell from names stays: offices in
capitals as persons (*Minister of Foreign Affairs of Iraq*), countries that act as organisations. *Overlap* pairs by a
common character and the type, *any type* by a common character, each one to one.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from data import corpus
from joining import Range, join_lines
from readings import document, options, reader_of, report
from results import table
from sayso.nouns.mention import Mention
from sayso.reader.layers import Reader

TYPES = ("person", "organization", "place")
TYPE_OF = {"person": "person", "organization": "organization", "outlet": "organization", "place": "place"}
CONLL = {"PER": "person", "ORG": "organization", "LOC": "place"}
RE3D = {"Person": "person", "Organisation": "organization", "Location": "place"}
PARTICLES = frozenset(
    (
        "of",
        "the",
        "and",
        "for",
        "in",
        "on",
        "at",
        "to",
        "a",
        "an",
        "de",
        "la",
        "al",
        "el",
        "ul",
        "bin",
        "ibn",
        "'s",
        "’s",
    )
)
PRONOUNS = frozenset(("i", "he", "she", "it", "we", "you", "they", "his", "her", "its", "our", "your", "their", "my"))
PEERS = (
    "Published, on their own test data: spaCy with RoBERTa 91.6 (CoNLL-2003), spaCy's small CNN about 84 (OntoNotes)."
)

#: A name: first and last offset (tokens or characters), type.
Name = tuple[int, int, str]


def typed(mentions: Iterable[Mention]) -> list[Name]:
    """The names among the mentions, in characters."""
    return sorted({(m.start, m.end, TYPE_OF[m.type]) for m in mentions if m.form == "name" and m.type in TYPE_OF})


# --- CoNLL++


def conll_documents(path: Path) -> Iterator[list[list[tuple[str, str]]]]:
    """Documents of sentences of (token, label)."""
    sentences: list[list[tuple[str, str]]] = []
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        rows = [(line.split()[0], line.split()[-1]) for line in block.splitlines() if line.strip()]
        if rows and rows[0][0] == "-DOCSTART-":
            if sentences:
                yield sentences
            sentences, rows = [], rows[1:]
        if rows:
            sentences.append(rows)
    if sentences:
        yield sentences


def labelled(labels: Sequence[str]) -> list[Name]:
    """Entities of BIO labels in tokens, those of the three types."""
    found: list[Name] = []
    kind, first = "", 0
    for i, label in enumerate([*labels, "O"]):
        if kind and label == f"I-{kind}":
            continue
        if kind in CONLL:
            found.append((first, i, CONLL[kind]))
        kind, first = ("", i) if label == "O" else (label[2:], i)
    return found


def in_tokens(names: Iterable[Name], ranges: Sequence[Range]) -> list[Name]:
    """Names in characters as names in tokens."""
    found = []
    for start, end, kind in names:
        hit = [i for i, (a, b) in enumerate(ranges) if a < end and b > start]
        if hit:
            found.append((hit[0], hit[-1] + 1, kind))
    return found


def conll(reader: Reader, path: Path, limit: int | None) -> Iterator[tuple[list[Name], list[Name]]]:
    """Gold and read names of each document."""
    for number, sentences in enumerate(islice(conll_documents(path), limit)):
        text, ranges = join_lines([[token for token, _ in sentence] for sentence in sentences])
        flat = [each for line in ranges for each in line]
        gold = labelled([label for sentence in sentences for _, label in sentence])
        mentions = reader.read(document(text, f"document {number}")).mentions
        yield gold, in_tokens(typed(mentions), flat)


# --- re3d


def is_named(value: str, lower: frozenset[str]) -> bool:
    """Whether an entity is put as a name: capitals throughout, and no word that is also written small."""
    words = [word for word in re.findall(r"[^\s\-/,()\"“”]+", value) if word.strip(".").lower() not in PRONOUNS]
    strong = [word for word in words if word.lower() not in PARTICLES]
    if not strong or not all(word[0].isupper() or word[0].isdigit() for word in strong):
        return False
    return any(word.isupper() or word.lower() not in lower for word in strong)


def named_only(entities: Sequence[Name], text: str, lower: frozenset[str]) -> list[Name]:
    """The names among the entities, articles cut off, of overlapping ones the longest."""
    kept: list[Name] = []
    for start, end, kind in entities:
        article = re.match(r"(?:the|a|an)\s+", text[start:end], re.IGNORECASE)
        start += article.end() if article else 0
        if is_named(text[start:end], lower):
            kept.append((start, end, kind))
    found: list[Name] = []
    for name in sorted(set(kept), key=lambda n: (n[0] - n[1], n)):
        if not any(touch(name, other) for other in found):
            found.append(name)
    return sorted(found)


def touch(a: Name | Range, b: Name | Range) -> bool:
    return a[0] < b[1] and a[1] > b[0]


def re3d(reader: Reader, folder: Path, limit: int | None) -> Iterator[tuple[list[Name], list[Name]]]:
    """Gold and read names of each document, in characters."""
    texts: dict[str, str] = {}
    entities: dict[str, list[Name]] = {}
    others: dict[str, list[Range]] = {}
    for path in sorted(folder.glob("*/documents.json")):
        for one in rows(path):
            texts[one["_id"]] = one["text"]
        for one in rows(path.with_name("entities.json")):
            others.setdefault(one["documentId"], []).append((one["begin"], one["end"]))
            if one["type"] in RE3D and one["confidence"] >= 0.5:
                name = (one["begin"], one["end"], RE3D[one["type"]])
                entities.setdefault(one["documentId"], []).append(name)
    lower = frozenset(word for text in texts.values() for word in re.findall(r"\b[a-z][a-z]+\b", text))
    for key, text in islice(texts.items(), limit):
        gold = named_only(entities.get(key, []), text, lower)
        read = typed(reader.read(document(text, key)).mentions)
        unsure = [name for name in others.get(key, []) if not any(touch(name, g) for g in gold)]
        free = [n for n in read if any(touch(n, o) for o in unsure) and not any(touch(n, g) for g in gold)]
        yield gold, [name for name in read if name not in free]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        yield json.loads(line)


# --- figures


def same(gold: Name, read: Name) -> bool:
    return gold == read


def same_but_title(gold: Name, read: Name) -> bool:
    """The same, or a person whose title is left out."""
    return gold == read or (gold[2] == read[2] == "person" and gold[1] == read[1] and gold[0] < read[0])


def touch_of_type(gold: Name, read: Name) -> bool:
    return gold[2] == read[2] and touch(gold, read)


def paired(gold: Sequence[Name], read: Sequence[Name], fits: Callable[[Name, Name], bool]) -> list[Name]:
    """The gold names that have a name read for them, which serves one alone."""
    free, found = list(read), []
    for name in gold:
        hit = next((other for other in free if fits(name, other)), None)
        if hit is not None:
            free.remove(hit)
            found.append(name)
    return found


def figures(pairs: Sequence[tuple[list[Name], list[Name]]], fits: Callable[[Name, Name], bool]) -> list[list[str]]:
    """Precision, recall and F1 in per cent, and the gold names, of each type and of all."""
    right: Counter[str] = Counter()
    read: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for marked, found in pairs:
        right.update(kind for _, _, kind in paired(marked, found, fits))
        gold.update(kind for _, _, kind in marked)
        read.update(kind for _, _, kind in found)
    lines = [[kind, *percent(right[kind], read[kind], gold[kind])] for kind in TYPES]
    return [*lines, ["**all three**", *percent(right.total(), read.total(), gold.total())]]


def percent(right: int, read: int, gold: int) -> list[str]:
    values = (right / read if read else 0, right / gold if gold else 0, 2 * right / (read + gold) if read + gold else 0)
    return [*(f"{100 * value:.1f}" for value in values), str(gold)]


def lines_of(reader: Reader, folder: Path, limit: int | None) -> Iterator[str]:
    header = ["type", "precision", "recall", "F1", "gold"]
    news = list(conll(reader, folder / "conllpp" / "data" / "conllpp_dev.txt", limit))
    yield from [f"CoNLL++, development part, {len(news)} documents.", "", *table(header, figures(news, same))]
    reports = list(re3d(reader, folder / "re3d", limit))
    yield from ["", f"re3d, {len(reports)} documents; exact.", "", *table(header, figures(reports, same_but_title))]
    any_type = ["**all, any type**", *figures(reports, touch)[-1][1:]]
    yield from ["", "re3d, overlap.", "", *table(header, [*figures(reports, touch_of_type), any_type])]
    yield from ["", PEERS]


def main() -> None:
    given = options(__doc__).parse_args()
    folder = corpus("language", given.data) / "nlp"
    report("Names", "names.py", given, list(lines_of(reader_of(given), folder, given.limit)))


if __name__ == "__main__":
    main()
