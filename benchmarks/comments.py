"""Readers' comments told from the article, on trafilatura's evaluation set.

    python benchmarks/comments.py [--data .data] [--limit N]

Each page lists some segments that stand in its comments. A segment is *captured* where it stands in the text or the
author of a comment found, and *leaked* where it stands in the article. Many pages were saved without their comments,
which a script would have fetched: such segments cannot be found by anyone and are counted apart. Pages are split in two
halves by their site to show that neither was favoured; the rules are hand-made, and misses on both were read when they
were written. trafilatura, readability-lxml and newspaper4k (the latter two know no comments) read the same pages.
"""

from __future__ import annotations

import itertools
import warnings
from collections.abc import Callable
from dataclasses import dataclass

from data import corpus, parser
from pages import Page, half, trafilatura_eval
from results import record, table
from sayso.document.build import build
from sayso.document.html.comments import find_comments
from sayso.document.html.decode import decode
from sayso.document.html.parse import parse
from sayso.document.html.projection import text_of
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
    cut: int = 0
    others: int = 0


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

    # pictures would be fetched to be measured
    article = newspaper.Article(page.url or "https://example.org/", fetch_images=False)
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


def measure(name: str, read: Read, page: Page, html: str, shown: str, tally: Tally) -> None:
    try:
        article, comments = map(flat, read(page, html))
    except Exception as error:  # noqa: BLE001 - a peer may fail on a page: it found nothing there
        print(f"{name} {page.name}: {type(error).__name__}")
        article = comments = ""
    for segment in filter(None, map(flat, page.comments)):
        tally.segments += segment in shown
        tally.captured += segment in shown and segment in comments
        tally.leaked += segment in shown and segment in article


def alarms(page: Page, html: str, tally: Tally) -> None:
    """What the search for comments alone takes of the article, and whether it finds comments where none are listed."""
    root = parse(html, page.name)
    found = find_comments(root, title=None)
    shown, rest = flat(text_of(root)), flat(text_of(root, skip=frozenset(found.regions), tails=found.tails))
    comments = flat("\n".join(comment.text for comment in found.comments))
    for segment in filter(None, map(flat, page.within)):
        tally.article += segment in shown
        tally.taken += segment in comments and segment not in rest
        tally.cut += segment in shown and segment not in rest
    if comments and not page.comments:
        tally.others += 1


def main() -> None:
    asked = parser(__doc__).parse_args()
    warnings.filterwarnings("ignore")
    readers = {"sayso": sayso, "trafilatura": trafilatura, "readability-lxml": readability, "newspaper4k": newspaper}
    readers = {name: read for name, read in readers.items() if usable(name, read)}
    tallies = {name: (Tally(), Tally()) for name in readers}
    pages = total = 0
    for page in itertools.islice(trafilatura_eval(corpus("pages", asked.data)), asked.limit):
        html = decode(page.body, None, page.name).text
        try:
            shown = flat(str(parse(html, page.name).text_content()))
        except DocumentError:
            continue
        pages += 1
        total += sum(bool(flat(s)) for s in page.comments)
        alarms(page, html, tallies["sayso"][half(page.name)])
        if page.comments:
            for name, read in readers.items():
                measure(name, read, page, html, shown, tallies[name][half(page.name)])
    rows: list[tuple[object, ...]] = []
    for name, halves in tallies.items():
        for label, some in (("both", halves), ("first half", halves[:1]), ("second half", halves[1:])):
            n = sum(t.segments for t in some)
            captured, leaked = sum(t.captured for t in some), sum(t.leaked for t in some)
            of_all: object = captured / total if label == "both" else ""
            rows.append((name, label, n, captured / n if n else 0.0, of_all, leaked / n if n else 0.0))
    reachable = sum(t.segments for t in tallies["sayso"])
    own = tallies["sayso"]
    article, taken, cut = sum(t.article for t in own), sum(t.taken for t in own), sum(t.cut for t in own)
    record(
        "Comments, trafilatura-eval",
        "python benchmarks/comments.py",
        [
            f"{pages} pages; {total} segments of comments, of which {total - reachable} are not in the saved page at "
            "all (a script would have fetched them): shares are of the others, and in the column *of all* of all.",
            "",
            *table(("", "pages", "segments", "captured", "of all", "leaked"), rows),
            "",
            f"False alarms of sayso: of {article} segments of article text {taken} stand in a comment found, and "
            f"{cut} in a region of comments; comments are found on {sum(t.others for t in own)} pages for which none "
            "are listed.",
        ],
    )


if __name__ == "__main__":
    main()
