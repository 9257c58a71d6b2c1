"""Readers' comments told from the article, on trafilatura's evaluation set.

    python benchmarks/comments.py [--data .data] [--limit N]

Each page lists some segments that stand in its comments. A segment is *captured* where it stands in the text or the
author of a comment found, and *leaked* where it stands in the article. Many pages were saved without their comments,
which a script would have fetched: such segments cannot be found by anyone and are counted apart. *Article segments
taken* are those of the article that stand in a comment found and nowhere in the article. Pages are split in two halves by
their site to show that neither was favoured; the rules are hand-made, and misses on both were read when they were written.
trafilatura, readability-lxml and newspaper4k (the latter two know no comments) read the same pages.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass, field

from data import corpus, parser
from pages import Page, half, trafilatura_eval
from results import record, table
from sayso.document.build import build
from sayso.document.html.decode import decode
from sayso.document.html.parse import parse
from sayso.errors import DocumentError
from sayso.nouns import Capture, Given

Read = Callable[[Page, str], tuple[str, str]]


def flat(text: str) -> str:
    return " ".join(text.split())


@dataclass
class Tally:
    segments: int = 0
    captured: int = 0
    leaked: int = 0
    article: int = 0
    taken: int = 0
    others: set[str] = field(default_factory=set)


def sayso(page: Page, html: str) -> tuple[str, str]:
    capture = Capture.of(page.body, media_type="text/html", source=page.name, url=page.url)
    try:
        found = build(capture, Given())
    except DocumentError:
        return "", ""
    return found.document.text, "\n".join(f"{c.author or ''}\n{c.text}" for c in found.comments)


def trafilatura(page: Page, html: str) -> tuple[str, str]:
    from trafilatura import bare_extraction

    found = bare_extraction(html, include_comments=True)
    return (found.text or "", found.comments or "") if found else ("", "")


def readability(page: Page, html: str) -> tuple[str, str]:
    from lxml.html import fromstring
    from readability import Document

    return str(fromstring(Document(html).summary()).text_content()), ""


def newspaper(page: Page, html: str) -> tuple[str, str]:
    import newspaper

    article = newspaper.Article(page.url or "https://example.org/")
    article.download(input_html=html)
    article.parse()
    return article.text, ""


def usable(name: str, read: Read) -> bool:
    """Whether a peer is installed; the latter two live in the environment of the benchmarks only."""
    try:
        read(Page("probe", None, b""), "<html><body><p>probe</p></body></html>")
    except ImportError:
        print(f"{name} is not installed here: make bench")
        return False
    except Exception:  # noqa: BLE001 - the probe is no page
        return True
    return True


def measure(read: Read, pages: list[tuple[Page, str, str]], halves: tuple[Tally, Tally]) -> None:
    for page, html, shown in pages:
        tally = halves[half(page.name)]
        try:
            article, comments = map(flat, read(page, html))
        except Exception as error:  # noqa: BLE001 - a peer may fail on a page: it found nothing there
            print(f"{read.__name__} {page.name}: {type(error).__name__}")
            article = comments = ""
        for segment in filter(None, map(flat, page.comments)):
            tally.segments += segment in shown
            tally.captured += segment in shown and segment in comments
            tally.leaked += segment in shown and segment in article
        for segment in filter(None, map(flat, page.within)):
            tally.article += segment in shown
            tally.taken += segment in shown and segment in comments and segment not in article
        if comments and not page.comments:
            tally.others.add(page.name)


def main() -> None:
    asked = parser(__doc__).parse_args()
    warnings.filterwarnings("ignore")
    pages = []
    absent = total = 0
    for page in list(trafilatura_eval(corpus("pages", asked.data)))[: asked.limit]:
        html = decode(page.body, None, page.name).text
        try:
            shown = flat(str(parse(html, page.name).text_content()))
        except DocumentError:
            continue
        pages.append((page, html, shown))
        segments = [flat(s) for s in page.comments if flat(s)]
        total += len(segments)
        absent += sum(segment not in shown for segment in segments)
    rows = []
    for name, read in {
        "sayso": sayso,
        "trafilatura": trafilatura,
        "readability-lxml": readability,
        "newspaper4k": newspaper,
    }.items():
        if not usable(name, read):
            continue
        halves = (Tally(), Tally())
        with_comments = [p for p in pages if p[0].comments]
        measure(read, pages if name == "sayso" else with_comments, halves)
        for label, tallies in (("both", halves), ("first half", halves[:1]), ("second half", halves[1:])):
            n = sum(t.segments for t in tallies)
            captured, leaked = sum(t.captured for t in tallies), sum(t.leaked for t in tallies)
            article, taken = sum(t.article for t in tallies), sum(t.taken for t in tallies)
            others = sum(len(t.others) for t in tallies)
            rows.append(
                (
                    name,
                    label,
                    n,
                    captured / n if n else 0.0,
                    captured / total if label == "both" else "",
                    leaked / n if n else 0.0,
                )
                + ((f"{taken} of {article}", others) if name == "sayso" else ("", ""))
            )
    record(
        "Comments, trafilatura-eval",
        "python benchmarks/comments.py",
        [
            f"{len(pages)} pages; {total} segments of comments, of which {absent} are not in the saved page at all "
            "(a script would have fetched them); shares are of the others, and in brackets of all.",
            "",
            *table(
                (
                    "",
                    "pages",
                    "segments",
                    "captured",
                    "(of all)",
                    "leaked",
                    "article segments taken",
                    "unlabelled pages with comments",
                ),
                rows,
            ),
        ],
    )


if __name__ == "__main__":
    main()
