"""A reading in a terminal and in a notebook: marks that need no colour, chains, and nothing of a stranger's at work."""

from __future__ import annotations

import re
from io import StringIO

import msgspec
import pytest
from lxml import html
from rich.console import Console

import sayso
from made_readings import page
from sayso.nouns import ReaderInfo, Reading

CHAIN = "Rory Stewart ‹stated› ← Guardian ‹reported› ← The Corvane Herald"
#: how the first sentence looks
DRAWN = "[¹Guardian] ‹¹reported› {¹[²Rory Stewart] ‹²stated› {²the Vashti dam had failed near Korr²}¹}."


def made(**more: str) -> sayso.Reading:
    return sayso.Reading.of(change(page(outer="Guardian")[1], **more))


def change(reading: Reading, **more: str) -> Reading:
    return msgspec.structs.replace(reading, document=msgspec.structs.replace(reading.document, **more))


def drawn(reading: sayso.Reading, **options: object) -> str:
    console = Console(file=StringIO(), width=200, **options)  # type: ignore[arg-type]
    with console.capture() as caught:
        console.print(reading)
    return caught.get()


def element(reading: sayso.Reading) -> html.HtmlElement:
    return html.fragment_fromstring(reading._repr_html_())


def bare(text: str) -> str:
    """A drawn text without its marks."""
    return re.sub(r"[{\[‹][¹²³⁴⁵⁶⁷⁸⁹⁰]+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+\}|[\]›]", "", text)


def test_text_alone_shows_the_parts_and_the_chain() -> None:
    shown = str(made())
    assert DRAWN in shown.replace("\n", " ")
    assert CHAIN in " ".join(drawn(made(), no_color=True).split())
    assert "\x1b" not in shown
    assert "[source] ‹cue› {content}" in shown


def test_a_terminal_gets_colours_too() -> None:
    shown = drawn(made(), force_terminal=True, color_system="standard")
    for style, part in (("1;36", "Guardian"), ("3;35", "reported"), ("32", "the Vashti dam had failed near Korr")):
        assert f"\x1b[{style}m{part}\x1b[0m" in shown


def test_the_page_has_the_text_and_each_part_its_chain() -> None:
    reading = made()
    shown = element(reading).find_class("sayso-text")[0]
    assert bare(shown.text_content()) == reading.document.text.replace("\n", "")
    inner = [e for e in shown.find_class("sayso-source") if e.text_content() == "[²Rory Stewart]"]
    assert [e.get("title") for e in inner] == [CHAIN]
    content = inner[0].getparent()
    assert content.get("class") == "sayso-content"
    assert content.get("title") == "Guardian ‹reported› ← The Corvane Herald"
    assert [e.tag for e in content.find_class("sayso-content")] == ["u", "u"]


def test_every_claim_is_in_the_table() -> None:
    reading = made()
    rows = [[cell.text_content() for cell in row] for row in element(reading).iterfind(".//tbody/tr")]
    assert [row[0] for row in rows] == [claim.text for claim in reading.claims]
    assert rows[0][1] == CHAIN


HOSTILE = '<script>alert(1)</script> "&amp;" <img src=x onerror=alert(1)> \x1b[2J\u202eevil\x07'


def hostile() -> sayso.Reading:
    text = f"{HOSTILE} told {HOSTILE}.\n</div><style>*{{}}</style>"
    return sayso.Reading.of(
        change(page(((f"Ann {HOSTILE}", "said", HOSTILE),), outlet=HOSTILE, title=HOSTILE)[1], url=text)
    )


def test_a_strangers_markup_is_only_text() -> None:
    shown = element(hostile())
    allowed = {"div", "style", "p", "b", "br", "small", "u", "i", "span", "table", "thead", "tbody", "tr", "th", "td"}
    assert {e.tag for e in shown.iter()} <= allowed
    assert len(shown.findall(".//style")) == 1
    attributes = {name for e in shown.iter() for name in e.attrib}
    assert attributes <= {"class", "title", "scope", "dir", "tabindex", "role", "aria-label"}
    assert "<script>alert(1)</script>" in shown.text_content()


def test_nothing_is_loaded_and_nothing_runs() -> None:
    shown = made()._repr_html_()
    assert not re.search(r"<script|javascript:|url\(|@import|\bon\w+=|https?:", shown)


def test_a_strangers_text_cannot_steer_the_terminal_nor_hide() -> None:
    for shown in (str(hostile()), hostile()._repr_html_(), repr(hostile())):
        assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_lines_stay_lines() -> None:
    reading = sayso.read("He said that it rained.\n\nNobody answered.")
    assert "it rained¹}.\n\nNobody answered." in str(reading)
    assert element(reading).find_class("sayso-text")[0].xpath("count(.//br)") == 2


def test_a_reading_by_another_reader_says_so() -> None:
    info = ReaderInfo(profile="rules", version="2", instead_of="model", why="SAY-080 its language is de")
    reading = msgspec.structs.replace(made(), reader=info)
    said = "read with rules instead of model: SAY-080 its language is de"
    assert said in str(reading)
    assert said in reading._repr_html_()


def test_repr_is_one_line() -> None:
    assert repr(made()) == "<sayso.Reading 'Dam fails at Korr': 4 attributions, 3 claims, reader rules>"
    assert "\n" not in repr(sayso.read("He\nsaid so. " * 20))


@pytest.mark.parametrize(
    ("include", "exclude", "kinds"),
    [
        (None, None, {"text/html", "text/plain"}),
        ({"text/plain"}, None, {"text/plain"}),
        (None, {"text/plain"}, {"text/html"}),
    ],
)
def test_a_notebook_gets_what_it_asks_for(include: set[str] | None, exclude: set[str] | None, kinds: set[str]) -> None:
    assert set(made()._repr_mimebundle_(include, exclude)) == kinds


def test_an_empty_text_can_be_shown() -> None:
    assert "no claims found" in str(sayso.read(""))
    assert "no claims found" in sayso.read("")._repr_html_()
