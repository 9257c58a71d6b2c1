"""A small ledger that the formats are tried on: a story of several pages, a page of tricks, and two reviewers."""

from __future__ import annotations

import atexit
import functools
import io
import shutil
import tempfile
from pathlib import Path
from typing import Any

from linked_readings import RULES
from made_readings import page
from sayso.capture import CaptureOptions, open_inputs
from sayso.document.build import build
from sayso.export import Selection, export
from sayso.ledger import Ledger, make_filters
from sayso.nouns import Capture, Correction, Decision, Given, Review
from sayso.pipeline import interpret
from sayso.plugins import load_reader

STORY = "01-dam-failure"
#: markup and scripts as text, two directions of writing, characters beyond the first plane, and an address of tricks
TRICKS = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Tricks &lt;/script&gt;</title><link rel="canonical" href="https://tricks.example/a b?&quot;x&lt;y&gt;=é">
<meta property="og:site_name" content="The &quot;Daily&quot; \\ Trick"></head><body><article>
<h1>A page of tricks 😀 &lt;/script&gt;</h1>
<p>😀😀 Ines “Ace” Frost said the bridge at محطة القطار had fallen &lt;/script&gt;&lt;b&gt; twice.
The river rose on Monday.</p>
<p>قالت Ines Frost said that 1,200 people had left 🚉 before noon, {@}% \\u0041 and \\" and \\n were on the sign.</p>
<p>The mayor said that the bridge had fallen twice. The mayor said that the bridge had fallen twice.</p>
<p>The   mayor   said&shy; that&nbsp;the bridge would be closed for four weeks, according to Ines Frost.</p>
</article></body></html>"""


#: what writers of every notation must escape, and what no reader of one may take for its own
NASTY = 'a """q""" \\ b\\" \x01\x1f\x7f\x85 \u2028 \ufffe 😀 \u202e رقم </script> {x} %41 \r\n tab\t end\\'


def nasty(path: Path) -> Ledger:
    """A ledger of which every word is :data:`NASTY`; whoever asks for it closes it."""
    sentences = ((NASTY, "said", f"{NASTY} is so"), (f"Rory {NASTY}", "said", f"it {NASTY}"), (None, "", f"He {NASTY}"))
    ledger = Ledger.open(path)
    ledger.add(*page(sentences, title=NASTY, outlet=NASTY, source=f"folder/{NASTY}"))
    list(ledger.link(RULES))
    return ledger


@functools.cache
def carried_path(examples: Path) -> Path:
    """Where the ledger lies: made once for all tests of a process."""
    folder = tempfile.mkdtemp(prefix="sayso-carried-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = Path(folder) / "ledger.db"
    reader = load_reader("rules")
    story = sorted((examples / STORY).glob("*.*"))
    captures = [c for c in open_inputs(list(map(str, story)), CaptureOptions(), stdin=None) if isinstance(c, Capture)]
    captures.append(Capture.of(TRICKS.encode(), media_type="text/html", source="tricks.html", charset="utf-8"))
    with Ledger.open(path) as ledger:
        for capture in captures:
            ledger.add(capture, interpret(build(capture, Given()), reader))
        list(ledger.link(RULES))
        _review(ledger)
        list(ledger.link(RULES))
    return path


def _review(ledger: Ledger) -> None:
    first, second, third = (
        found for found, _ in zip(ledger.claims(make_filters(by="Ristevski")), range(3), strict=False)
    )
    for verdict, found, correction in (
        ("accept", first, None),
        ("correct", second, Correction(speaker="Ilinka <Petrova>", type="person")),
        ("reject", third, None),
    ):
        target: Any = {"document": found.document.id, "target": found.id, "verdict": verdict, "correction": correction}
        ledger.decide(Decision(**target, why=f"I {verdict} it: </script> 😀", by="Ada Review"))
    ledger.review(Review(about="source", a="Goran Ristevski", b=None, kind="B", why="mostly right", by="Ben", at=""))


def carried(examples: Path) -> Ledger:
    """The ledger, opened; whoever opens it closes it."""
    return Ledger.open(carried_path(examples))


def written(format: str, ledger: Ledger, **selection: Any) -> bytes:
    """What an export writes."""
    out = io.BytesIO()
    export(format, ledger, Selection(**selection), out)
    return out.getvalue()
