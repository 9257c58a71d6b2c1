"""Texts that were made to take long: every function comes to an end with a small answer."""

from __future__ import annotations

import msgspec
import pytest
from test_reuse_credits import page

from sayso.origins.reuse import credits, fingerprints, furniture, reworded, shared
from sayso.origins.reuse.furniture import stock

HOSTILE = {
    "dots": "All rights reserved " + "." * 50_000 + "a",
    "spaces": "All rights reserved." + " " * 50_000 + "a",
    "stops": ". " * 50_000 + "all rights reserved",
    "lines": "a\n" * 50_000 + "all rights reserved",
    "brackets": "(" * 50_000 + "AP) -",
    "capitals": "A B " * 20_000 + "(AP)",
    "numbers": "1,234," * 30_000,
    "quotation marks": '"' * 50_000,
    "single marks": "‘a’ " * 30_000,
    "accents": "a\u0301" * 50_000,
    "blank beginning": " " * 50_000 + "(AP) - x",
    "slashes": "A/" * 50_000,
    "credits": "with reporting by " * 5_000,
    "one line over and over": "All rights reserved. " * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_everything_comes_to_an_end(name: str) -> None:
    text = HOSTILE[name]
    assert len(fingerprints(text)) <= 20
    assert len(stock(text)) <= 1
    assert len(furniture(text, [text + "x", text + "y"])) <= 1
    document = msgspec.structs.replace(page("x"), text=text)
    assert len(credits(document)) <= 12
    reuse = shared("a", text, "b", text + " end")
    assert reuse is None or len(reuse.passages) <= 2
    rewording = reworded(text, text + " x")
    assert rewording is None or len(rewording.why) < 1_000
