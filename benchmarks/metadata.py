"""Dates, authors and titles of pages, beside trafilatura, htmldate, newspaper4k and readability-lxml.

    python benchmarks/metadata.py [--data .data] [--limit N]

All systems get the same decoded text and address. *Right when answered* is the share of right answers among those
given, *coverage* the share of pages with gold for which an answer was given, *right of all* their product.

- Date: the same day. *Stated* counts only pages on which the gold day is written somewhere in the source.
- Authors: the same set of names, after bylines have been split and names freed of titles, case and accents in the same
  way for gold and every system. *Loose* counts as right where one byline holds the other as a string, over all pages
  with gold (the measure by which trafilatura comes nearest to .865 and .640, as it was measured before).
- Title: the same words, and (*near*) at least .9 of them by Dice's coefficient.

Rules and scores were chosen on half 0 (by the hash of the page's name); half 1 was only looked at.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from data import SHARED, corpus, parser
from page_gold import GoldPage, fundus, trafilatura_eval
from results import record, table
from sayso.document.html.decode import decode
from sayso.document.html.metadata import collect, names
from sayso.document.html.metadata.headline import likeness, words
from sayso.document.html.metadata.outlet import key as outlet_key
from sayso.document.html.parse import parse
from sayso.lexicon import load
from sayso.nouns import Given


@dataclass
class Answer:
    """What one system says of one page, and the CPU seconds it took."""

    published: str | None = None
    authors: tuple[str, ...] = ()
    title: str | None = None
    seconds: float = 0.0


def by_sayso(html: str, page: GoldPage) -> Answer:
    root = parse(html)
    start = time.process_time()
    found = collect(root, html=html, url=page.url, given=Given(), retrieved=page.captured)
    spent = time.process_time() - start
    return Answer(found.published, tuple(author.name for author in found.bylines), found.title, spent)


def by_trafilatura(html: str, page: GoldPage) -> Answer:
    from trafilatura.metadata import extract_metadata
    from trafilatura.utils import load_html

    root = load_html(html)
    start = time.process_time()
    found = extract_metadata(root, default_url=page.url)
    spent = time.process_time() - start
    return Answer(found.date, tuple((found.author or "").split("; ")) if found.author else (), found.title, spent)


def by_htmldate(html: str, page: GoldPage) -> Answer:
    from htmldate import find_date

    start = time.process_time()
    found = find_date(html, original_date=True, url=page.url)
    return Answer(found, seconds=time.process_time() - start)


def by_newspaper(html: str, page: GoldPage) -> Answer:
    import newspaper

    start = time.process_time()
    article = newspaper.Article(page.url or "https://page.example/", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    day = article.publish_date.date().isoformat() if article.publish_date else None
    return Answer(day, tuple(article.authors), article.title or None, time.process_time() - start)


def by_readability(html: str, page: GoldPage) -> Answer:
    from readability import Document

    start = time.process_time()
    return Answer(title=Document(html).short_title() or None, seconds=time.process_time() - start)


#: Systems, and the fields that each of them gives.
SYSTEMS: dict[str, tuple[Callable[[str, GoldPage], Answer], str]] = {
    "sayso": (by_sayso, "date authors title"),
    "trafilatura": (by_trafilatura, "date authors title"),
    "htmldate": (by_htmldate, "date"),
    "newspaper4k": (by_newspaper, "date authors title"),
    "readability-lxml": (by_readability, "title"),
}


#: Peers that need not be installed, and their modules.
MODULES = {"newspaper4k": "newspaper", "readability-lxml": "readability"}


@dataclass
class Tally:
    """Counts of one field, one system, one set of pages."""

    pages: int = 0
    answered: int = 0
    right: int = 0
    second: int = 0  # stated, loose or near, by field
    second_of: int = 0
    seconds: list[float] = field(default_factory=list)

    def row(self) -> list[object]:
        of_all = self.right / max(self.pages, 1)
        return [
            self.pages,
            self.right / max(self.answered, 1),
            self.answered / max(self.pages, 1),
            of_all,
            self.second / max(self.second_of, 1),
        ]


def same_authors(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether two bylines name the same people."""
    left, right = ({names.key(name) for byline in side for name in names.split(byline)} for side in (a, b))
    return left == right


def _loose(a: Iterable[str], b: Iterable[str]) -> bool:
    left, right = (" ".join(re.findall(r"\w+", " ".join(side).casefold())) for side in (a, b))
    return bool(left) and (left in right or right in left)


def _months() -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for row in load("months.csv"):
        found[int(row["month"])].append(re.escape(row["name"]))
    return found


MONTHS = _months()


def is_stated(html: str, day: str) -> bool:
    """Whether a day is written somewhere in a page's source, in figures or with the month's name."""
    year, month, number = (int(part) for part in day.split("-"))
    d, m = f"0?{number}", f"0?{month}"
    years = rf"(?:{year}|{year % 100:02d})"
    figures = rf"(?<!\d)(?:{year}\W?{m}\W?{d}|{d}[./-]\s?{m}[./-]\s?{years}|{m}[/-]{d}[/-]{years})(?!\d)"
    if re.search(figures, html):
        return True
    month_names = "|".join(MONTHS[month])
    return bool(
        re.search(
            rf"(?i)(?<!\d){d}(?:st|nd|rd|th)?\W{{1,6}}(?:de\W)?(?:{month_names})|(?:{month_names})\w{{0,4}}\W{{1,6}}{d}(?!\d)",
            html,
        )
    )


def tally(pages: list[GoldPage]) -> tuple[dict[tuple[str, str, str, str], Tally], dict[str, list[float]]]:
    """Run all systems over all pages."""
    tallies: dict[tuple[str, str, str, str], Tally] = defaultdict(Tally)
    spent: dict[str, list[float]] = defaultdict(list)
    missing = {system for system, module in MODULES.items() if find_spec(module) is None}
    for page in pages:
        html = decode(page.body, source=page.name).text
        stated = page.published is not None and is_stated(html, page.published)
        for system, (run, fields) in SYSTEMS.items():
            if system in missing:
                continue
            try:
                answer = run(html, page)
            except Exception as error:  # noqa: BLE001 - a peer that fails on a page has no answer for it
                print(f"{system} on {page.name}: {type(error).__name__}", file=sys.stderr)
                answer = Answer()
            spent[f"{system}|{page.corpus}"].append(answer.seconds)
            for half in ("all", f"half {page.half}"):
                for name in fields.split():
                    _count(tallies[(page.corpus, name, system, half)], name, page, answer, stated)
    return tallies, spent


def _count(count: Tally, name: str, page: GoldPage, answer: Answer, stated: bool) -> None:
    if name == "date" and page.published:
        count.pages += 1
        right = (answer.published or "")[:10] == page.published
        count.answered += bool(answer.published)
        count.right += right
        count.second_of += stated and bool(answer.published)
        count.second += stated and right
    elif name == "authors" and page.authors:
        count.pages += 1
        count.answered += bool(answer.authors)
        count.right += bool(answer.authors) and same_authors(answer.authors, page.authors)
        count.second_of += 1
        count.second += _loose(answer.authors, page.authors)
    elif name == "title" and page.title:
        count.pages += 1
        count.answered += bool(answer.title)
        own, gold = words(answer.title or ""), words(page.title)
        count.right += bool(own) and own == gold
        count.second_of += 1
        count.second += likeness(own, gold) >= 0.9


def newsroom(folder: Path) -> list[object]:
    """Shares of right values on the invented corpus: date, title, outlet, authors."""
    right = [0, 0, 0, 0]
    pages = sorted(folder.glob("*/*.gold.json"))
    pages = [page for page in pages if page.name != "story.gold.json"]
    for page in pages:
        gold: dict[str, Any] = json.loads(page.read_text(encoding="utf-8"))
        html = decode(page.with_name(page.name.replace(".gold.json", ".html")).read_bytes()).text
        found = collect(parse(html), html=html, url=None, given=Given())
        need = {names.key(author["name"]) for author in gold["authors"]}
        got = {names.key(author.name) for author in found.bylines}
        right[0] += (found.published or "")[:10] == gold["published"][:10]
        right[1] += likeness(words(found.title or ""), words(gold["title"])) >= 0.9
        right[2] += found.outlet is not None and outlet_key(found.outlet) == outlet_key(gold["outlet"])
        right[3] += need <= got <= need | {names.key(gold["outlet"])}
    return [len(pages), *(count / len(pages) for count in right)]


def main() -> None:
    logging.disable(logging.CRITICAL)
    options = parser(__doc__).parse_args()
    data = corpus("pages", options.data)
    pages = [page for found in (fundus(data), trafilatura_eval(data)) for page in list(found)[: options.limit]]
    tallies, spent = tally(pages)
    lines: list[str] = []
    for name, second in (
        ("date", "right when answered, stated"),
        ("authors", "loose, of all"),
        ("title", "near, of all"),
    ):
        rows = [
            [found, half, system, *count.row()]
            for (found, what, system, half), count in sorted(
                tallies.items(), key=lambda item: (item[0][0], item[0][3], item[0][2])
            )
            if what == name and count.pages and (half == "all" or system == "sayso")
        ]
        lines += [
            f"### {name}",
            "",
            *table(["corpus", "pages", "system", "n", "right when answered", "coverage", "right of all", second], rows),
            "",
        ]
    lines += [
        "### Time",
        "",
        "CPU milliseconds a page; newspaper4k and readability-lxml also choose the text, htmldate also parses.",
        "",
    ]
    lines += table(
        ["system", "corpus", "ms"],
        [[*key.split("|"), 1000 * sum(times) / len(times)] for key, times in sorted(spent.items())],
    )
    if (SHARED / "data/newsroom").is_dir():
        lines += [
            "",
            "### newsroom",
            "",
            *table(["pages", "date", "title", "outlet", "authors exact"], [newsroom(SHARED / "data/newsroom")]),
        ]
    command = "python benchmarks/metadata.py" + (f" --limit {options.limit}" if options.limit else "")
    if options.limit:
        print("\n".join(lines))  # a sample is not a result
    else:
        record("Dates, authors, titles", command, lines)


if __name__ == "__main__":
    main()
