"""Texts that no reader should stumble over, for every reader that is installed."""

from __future__ import annotations

import functools
import random
import sys
from collections.abc import Callable
from types import FrameType

import msgspec
import pytest

from plain_documents import document
from sayso.document.extracted import Extracted
from sayso.nouns import Document, Reading, from_json, to_json
from sayso.pipeline import interpret
from sayso.plugins import load_reader, reader_profiles
from sayso.reader.layers import Layers, Reader

PROFILES = reader_profiles()
SENTENCES = (
    "The mayor of Port Amery, Ida Roux, said on Monday that the bridge was closed.",
    "“We will not let a ship in,” said Ines Falk, who heads the port authority.",
    "According to Reuters, 3,000 people left the town in March.",
    "Officials denied that the dam had failed, the Herald reported.",
    "The water rose again.",
)
TABLE = "\n".join(
    [
        "District\tDead\tMissing\tSource",
        *(f"Korr {n}\t{n * 3}\t–\tsaid the ministry" for n in range(200)),
        "Total\t59,700\t0\t| --- | --- |",
    ]
)
ARABIC = "قال وزير الداخلية يوم الاثنين إن الجسر مغلق. وأضاف: «لن نسمح لأي سفينة بالدخول»."
HEBREW = "ראש העיר אמר ביום שני כי הגשר סגור."

TEXTS: dict[str, str] = {
    "empty": "",
    "blank": " \n\t\r\n\u00a0\u3000\u200b\n",
    "one-character": "x",
    "punctuation": "?!… — “” «» ‘’ \"' () [] {} ;:,. " * 40,
    "quotes": '" ' * 3_000,
    "open-quotes": "“He said " * 500,
    "brackets": "(" * 2_000 + "he said" + ")" * 2_000,
    "table": TABLE,
    "capitals": " ".join(SENTENCES).upper(),
    "no-sentence-end": " ".join(SENTENCES * 60).replace(".", "").replace("”", "").replace("“", ""),
    "no-capitals": " ".join(SENTENCES).lower(),
    "a-word-a-line": "\n".join(" ".join(SENTENCES * 20).split()),
    "cues-alone": "said told according to denied " * 300,
    "nested": "the Herald reported that officials said that " * 200 + "it rained.",
    "one-long-word": "He said that " + "x" * 100_000 + " was closed.",
    "one-long-number": "He said that " + "9" * 10_000 + " people left.",
    "long-hyphens": "He said that the " + "well-" * 10_000 + "known bridge was closed.",
    "emoji": "😀 Ida Roux 👩‍👩‍👧‍👦 said 🇫🇷 that the 🌉 was closed 😀. “No 🚢,” she added 👍🏽.",
    "combining": "Ida Roux\u0301\u0301 sa\u0308id that the bridge was clo\u0301sed. " + "e" + "\u0301" * 5_000,
    "right-to-left": f"{ARABIC}\n{HEBREW}\nIda Roux said “{ARABIC}” on Monday, according to {HEBREW}",
    "bidirectional-controls": "\u202eIda Roux\u202c said \u2066that\u2069 the bridge was closed.",
    "control-characters": "Ida\0 Roux\x07 said\x1b[31m that\x9b the\x85 bridge\u2028was\u2029closed.\x0c\x0b",
    "private-and-unassigned": "Ida \ue000 said \U0010fffe that \U000e0001 \uffff the bridge was closed.",
    "other-spaces": "Ida\u00a0Roux\u2009said\u3000that\u00adthe\u200bbridge\ufeffwas closed.",
    "windows-lines": "\r\n".join(SENTENCES),
    "old-mac-lines": "\r".join(SENTENCES),
    "other-script": "市长周一表示大桥已关闭。他说：“我们不会让船进来。”" * 30,
}
NAMES = tuple(TEXTS)


@functools.cache
def reader(profile: str) -> Reader:
    return load_reader(profile)


def long_text(words: int) -> str:
    """News of about so many words, in paragraphs of four sentences."""
    chosen = random.Random(7)
    paragraphs: list[str] = []
    while words > 0:
        paragraph = " ".join(chosen.choice(SENTENCES) for _ in range(4))
        words -= len(paragraph.split())
        paragraphs.append(paragraph)
    return "\n".join(paragraphs)


def check(layers: Layers, text: str) -> None:
    """What every layer promises: ranges of code points inside the text, in order, equal to what they quote."""

    def inside(start: int, end: int) -> None:
        assert 0 <= start < end <= len(text)

    for previous, (start, end) in zip([(0, 0), *layers.sentences], layers.sentences, strict=False):
        inside(start, end)
        assert previous[1] <= start
    last = 0
    for token in layers.tokens:
        inside(token.start, token.end)
        assert last <= token.start
        assert token.head is None or -1 <= token.head < len(layers.tokens)
        last = token.end
    for quotation in layers.quotations:
        inside(quotation.start, quotation.end)
    for mention in layers.mentions:
        assert text[mention.start : mention.end] == mention.text != ""
    ids = [a.id for a in layers.attributions]
    assert len(set(ids)) == len(ids)
    for attribution in layers.attributions:
        assert 0.0 <= attribution.score <= 1.0
        assert attribution.parent is None or attribution.parent in ids
        if attribution.cue:
            assert text[attribution.cue.start : attribution.cue.end] == attribution.cue.text != ""
        for start, end in (*attribution.source.spans, *attribution.content.spans):
            inside(start, end)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("profile", PROFILES)
def test_each_text_is_read_and_every_range_holds(profile: str, name: str) -> None:
    text = TEXTS[name]
    check(reader(profile).read(document(text)), text)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("profile", PROFILES)
def test_each_text_becomes_a_reading_that_can_be_written_down(profile: str, name: str) -> None:
    made = interpret(Extracted(document=document(TEXTS[name])), reader(profile))
    assert from_json(Reading, to_json(made)) == made
    for layer in (made.mentions, made.times, made.quantities):
        assert all(made.document.text[x.start : x.end] == x.text for x in layer)


@pytest.mark.parametrize("name", ["empty", "blank", "punctuation", "quotes", "brackets-empty", "digits"])
@pytest.mark.parametrize("profile", PROFILES)
def test_where_nobody_speaks_nobody_is_heard(profile: str, name: str) -> None:
    text = {"brackets-empty": "()" * 2_000, "digits": "1 2,000 3.5 " * 300}.get(name) or TEXTS.get(name, "")
    assert reader(profile).read(document(text)).attributions == ()


@pytest.mark.parametrize("profile", PROFILES)
def test_letters_outside_the_basic_plane_count_once(profile: str) -> None:
    plain = "Ida Roux said on Monday that the bridge was closed."
    (bare,) = reader(profile).read(document(plain)).attributions
    (moved,) = reader(profile).read(document(f"😀👍🏽🌉\n{plain}")).attributions
    assert bare.cue is not None
    assert moved.cue is not None
    assert moved.cue.start == bare.cue.start + 5
    assert [(a - 5, b - 5) for a, b in moved.content.spans] == list(bare.content.spans)


@pytest.mark.parametrize(("language", "text"), [("ar", ARABIC), ("he", HEBREW * 3), ("zh", TEXTS["other-script"])])
@pytest.mark.parametrize("profile", PROFILES)
def test_another_language_is_read_and_marked_or_read_as_any_other(profile: str, language: str, text: str) -> None:
    given = msgspec.structs.replace(document(text), language=language)
    info = interpret(Extracted(document=given), reader(profile)).reader
    assert info is not None
    assert info.profile == profile or (info.instead_of == profile and "SAY-080" in (info.why or ""))


def calls_of(work: Callable[[], object]) -> int:
    """How many functions are called, ours and those in C: a count that no other program's load changes."""
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda n: document(long_text(300 * n)), id="news"),
        pytest.param(lambda n: document(long_text(300 * n).replace(".", "").replace("\n", " ")), id="no-sentence-end"),
        pytest.param(lambda n: document("“He said " * (100 * n)), id="open-quotes"),
        pytest.param(lambda n: document("\n".join([TABLE] * n)), id="table"),
    ],
)
@pytest.mark.parametrize("profile", PROFILES)
def test_twice_the_text_is_twice_the_work(profile: str, make: Callable[[int], Document]) -> None:
    chosen = reader(profile)
    chosen.read(make(1))  # what is loaded and kept at the first reading does not count
    once, twice = (calls_of(functools.partial(chosen.read, make(n))) for n in (4, 8))
    assert twice < 2.5 * once


@pytest.mark.slow
@pytest.mark.parametrize("profile", PROFILES)
def test_a_book_is_read_to_its_end(profile: str) -> None:
    text = long_text(200_000)
    layers = reader(profile).read(document(text))
    check(layers, text)
    assert layers.tokens[-1].end == len(text)
    # its attributions go on to the end: nothing is cut off or thinned out
    cues = [a.cue.start for a in layers.attributions if a.cue]
    quarter = len(text) // 4
    first, last = (sum(n * quarter <= cue < (n + 1) * quarter for cue in cues) for n in (0, 3))
    assert 0.9 < last / first < 1.1
