"""What the tutorial shows of the example pages is what comes of them."""

from __future__ import annotations

import re
from pathlib import Path

import sayso
from sayso.nouns.chain import Chains

ROOT = Path(__file__).resolve().parents[2]
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")


def test_the_files_that_are_named_are_there() -> None:
    named = set(re.findall(r"\bexamples/[\w/.-]+", TUTORIAL))
    assert named
    assert {name for name in named if not (ROOT / name).exists()} == set()


def test_the_chain_that_is_explained_is_read() -> None:
    shown = re.search(r"\*([^*\n]+ ‹[^*\n]+)\*", TUTORIAL)
    page = re.search(r"sayso read (examples/\S+)", TUTORIAL)
    assert shown is not None
    assert page is not None
    reading = sayso.read_page(ROOT / page[1])
    chains = Chains(reading)
    assert shown[1] in {chains.line(claim.chain) for claim in reading.claims}
