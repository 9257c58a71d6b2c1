"""The sets of real pages that benchmarks of the document room read: each as pages with their gold."""

from __future__ import annotations

import gzip
import itertools
import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Page:
    """One page: ``gold`` is the article's text, ``within`` and ``without`` are segments it must and must not hold."""

    name: str
    url: str | None
    body: bytes
    gold: str = ""
    optional: str = ""
    within: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    record: dict[str, object] = field(default_factory=dict)


def half(name: str) -> int:
    """0 or 1, by the page's site, so that what is fitted on one half is checked on sites that it never saw."""
    site = re.split(r"[_/]", name)[0]
    return sum(site.encode()) % 2


def words(text: str) -> Counter[str]:
    """The text's words in lower case, counted."""
    return Counter(re.findall(r"\w+", text.lower()))


def f1(gold: str, found: str, optional: str = "") -> float:
    """Token F1 of bags of words; ``optional`` words are neither asked for nor held against the text."""
    wanted, got = words(gold), words(found)
    hits = sum((wanted & got).values())
    extra = sum(((got - wanted) - words(optional)).values())
    total = hits + extra + sum(wanted.values())
    return 2 * hits / total if total else 1.0


def fundus(data: Path) -> Iterable[Page]:
    """Test pages of fundus: the gold is what publisher-specific parsers, written by hand, give."""
    root = data / "ingest/fundus/tests/resources/parser/test_data"
    for gold_file in sorted(root.glob("*/*.json")):
        urls = json.loads((gold_file.parent / "meta.info").read_text(encoding="utf-8"))
        golds = list(json.loads(gold_file.read_text(encoding="utf-8")).values())
        files = sorted(gold_file.parent.glob(gold_file.stem + "_*.html.gz"))
        bodies = [gzip.decompress(file.read_bytes()) for file in files]
        bags = [words(re.sub(r"<[^>]*>", " ", body.decode("utf-8", "replace"))) for body in bodies]
        texts = [_fundus_text(gold) for gold in golds]
        # the files do not say which gold is theirs: the pairing that finds most of the gold's words in the pages
        order = max(
            itertools.permutations(range(len(files)), min(len(files), len(golds))),
            key=lambda p: sum(sum((words(texts[i]) & bags[j]).values()) for i, j in enumerate(p)),
        )
        for gold, text, j in zip(golds, texts, order, strict=False):
            if text:
                url = urls.get(files[j].name, {}).get("url")
                yield Page(f"{files[j].name}", url, bodies[j], gold=text, record=gold)


def _fundus_text(gold: dict[str, object]) -> str:
    body = gold.get("body") or {}
    assert isinstance(body, dict)
    parts = list(body.get("summary") or [])
    for section in body.get("sections") or []:
        parts += [*section["headline"], *section["paragraphs"]]
    return "\n".join(parts)


def fundus_eval(data: Path) -> Iterable[Page]:
    """The pages of the fundus paper: paragraphs extracted by hand, some marked optional."""
    root = data / "ingest/fundus-eval/dataset"
    for name, gold in sorted(json.loads((root / "ground_truth.json").read_text(encoding="utf-8")).items()):
        body = gzip.decompress((root / "html" / name).read_bytes())
        marked = [p.startswith("[") and p.endswith("]") for p in gold["body"]]  # brackets mark what is optional
        text = "\n".join(p for p, free in zip(gold["body"], marked, strict=True) if not free)
        optional = "\n".join(p for p, free in zip(gold["body"], marked, strict=True) if free)
        yield Page(name, gold.get("url"), body, gold=text, optional=optional, record=gold)


def trafilatura_eval(data: Path) -> Iterable[Page]:
    """trafilatura's own evaluation set: segments that the text must hold and segments that it must not."""
    root = data / "ingest/trafilatura-eval/tests"
    for url, gold in json.loads((root / "evaldata.json").read_text(encoding="utf-8")).items():
        file = next((f for f in (root / "cache" / gold["file"], root / "eval" / gold["file"]) if f.exists()), None)
        if file is not None:
            yield Page(
                gold["file"],
                url,
                file.read_bytes(),
                within=tuple(gold["with"]),
                without=tuple(gold["without"]),
                comments=tuple(gold.get("comments") or ()),
                record=gold,
            )


def newsroom(data: Path) -> Iterable[Page]:
    """The invented news pages with exact gold."""
    for gold_file in sorted(data.glob("*/*.gold.json")):
        gold = json.loads(gold_file.read_text(encoding="utf-8"))
        page = gold_file.with_name(gold_file.name.replace(".gold.json", ".html"))
        if "text" in gold and page.exists():
            yield Page(f"{gold_file.parent.name}/{page.name}", None, page.read_bytes(), gold=gold["text"], record=gold)
