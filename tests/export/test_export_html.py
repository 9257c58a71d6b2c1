"""The page for publication: whole in itself, valid, with every word of strangers as text."""

from __future__ import annotations

import base64
import hashlib
import html.parser
import re
from pathlib import Path

import msgspec
import pytest

from carried_pages import carried, written
from linked_readings import REPORT, RULES, copies, linked
from made_readings import page
from sayso.errors import ExportError
from sayso.ledger import Ledger, make_filters

EVIL = '<script>alert(1)</script><img src=x onerror="alert(2)">"\'&{{7*7}}'
#: elements without an end
VOID = {"meta", "line", "rect", "br", "hr", "img", "link", "input"}
ALLOWED = {
    "html", "head", "body", "meta", "title", "style", "header", "main", "footer", "nav", "section", "article", "div",
    "p", "h1", "h2", "h3", "h4", "ol", "ul", "li", "a", "b", "span", "blockquote", "q", "cite", "mark", "table",
    "caption", "thead", "tbody", "tr", "th", "td", "svg", "line", "rect",
}  # fmt: skip


class Page(html.parser.HTMLParser):
    """Reads a page, and fails where an element is not closed or not one of ours."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.metas: list[dict[str, str | None]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED, tag
        named = dict(attrs)
        self.attributes |= named.keys()
        if "id" in named:
            self.ids.append(named["id"] or "")
        if "href" in named:
            self.links.append(named["href"] or "")
        if tag == "meta":
            self.metas.append(named)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.text += data


def made(ledger: Ledger, **selection: str) -> tuple[str, Page]:
    text = written("html", ledger, **selection).decode("utf-8")
    return text, Page(text)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    ledger = Ledger.open(tmp_path / "ledger.db")
    linked(ledger, copies(3))
    return ledger


def test_a_cluster_is_a_page_with_its_reports_origins_and_citations(ledger: Ledger) -> None:
    cluster = next(each for each in ledger.clusters(make_filters()) if "nine" in each.claim)
    text, read = made(ledger, cluster=cluster.cluster)
    assert f"<title>{cluster.claim}</title>" in text
    assert text.count("<blockquote") == len(cluster.members)
    assert "independent origin" in read.text
    for member in cluster.members:
        document = ledger.reading(member.document).document
        assert document.capture.sha256 in text
        assert document.title is not None
        assert document.title in read.text
    assert re.search(r"characters \d+–\d+", text)


def test_the_quoted_sentence_stands_where_the_page_says(ledger: Ledger) -> None:
    text, _ = made(ledger)
    quotes = re.findall(r'<li id="q\d+\w+">.*?<q dir="auto">(.*?)</q> <span class="range">characters (\d+)–(\d+)', text)
    article = ledger.reading("copy0.html").document.text
    assert quotes
    for quote, start, end in quotes:
        assert html.unescape(re.sub(r"</?mark>", "", quote)) == article[int(start) : int(end)]


def test_a_claim_alone_has_all_reports_of_it(ledger: Ledger) -> None:
    text, _ = made(ledger, claim="copy1.html#c1")
    assert text.count("<blockquote") == 3
    assert "Who reports it" in text


def test_every_link_within_the_page_leads_somewhere_and_every_id_is_one(examples: Path) -> None:
    with carried(examples) as ledger:
        _, read = made(ledger)
    assert len(read.ids) == len(set(read.ids))
    within = {link[1:] for link in read.links if link.startswith("#")}
    assert within
    assert within <= set(read.ids)


def test_the_page_asks_for_nothing_and_runs_nothing(examples: Path) -> None:
    with carried(examples) as ledger:
        text, read = made(ledger)
    policy = next(meta["content"] or "" for meta in read.metas if meta.get("http-equiv") == "Content-Security-Policy")
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';")
    assert "url(" not in style[1]
    assert "@import" not in style[1]
    assert not {"style", "src", "srcset", "onclick", "onload"} & read.attributes
    assert not [name for name in read.attributes if name.startswith("on")]
    assert all(link.startswith(("#", "http://", "https://")) for link in read.links)


def test_tricks_of_a_page_stay_text(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        capture, reading = page(
            ((EVIL, "said", f"{EVIL} was seen"),), title=EVIL, outlet=EVIL, source=f"/home/me/{EVIL}"
        )
        document = msgspec.structs.replace(reading.document, url="javascript:alert(1)", authors=(EVIL,))
        ledger.add(capture, msgspec.structs.replace(reading, document=document))
        list(ledger.link(RULES))
        text, read = made(ledger)
    assert "<script" not in text
    assert "<img" not in text
    assert "{{7*7}}" in read.text
    assert "alert(1)" in read.text
    assert not [link for link in read.links if link.startswith("javascript")]


def test_the_folders_of_whoever_made_it_stay_at_home(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        ledger.add(*page(REPORT, source="/home/alice/secret project/page.html"))
        text, read = made(ledger)
    assert "alice" not in text
    assert "page.html" in read.text


def test_figures_are_a_table_with_bars(ledger: Ledger, examples: Path) -> None:
    with carried(examples) as story:
        text, read = made(story)
    assert "<table>" in text
    assert "<rect" in text
    assert "On whose say-so" in read.text


def test_decisions_of_reviewers_reach_the_page(examples: Path) -> None:
    with carried(examples) as ledger:
        _, read = made(ledger)
    assert "Ilinka <Petrova>" in read.text


def test_of_nothing_there_is_no_page(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "empty.db") as empty, pytest.raises(ExportError, match=r"^SAY-129 "):
        made(empty)
