"""The page that explains origins says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sayso.origins.provenance import bonds, count, owing, partition
from sayso.origins.provenance.speakers import WEIGHTS

PAGE = (Path(__file__).parents[3] / "docs" / "explanation" / "origins.md").read_text(encoding="utf-8")

SAID = {
    "shared text, copied or sent by an agency": owing.COPIED,
    "one actor": WEIGHTS["same"],
    "the outlet of the other page is named for it": owing.CITED,
    "a description that fits the name": WEIGHTS["role"],
    "one speaks for the other's body": WEIGHTS["body"],
    "unnamed sources that can be one": WEIGHTS["may"],
    "a person and a body of which nothing says": WEIGHTS["open"],
    "two bodies with different names": WEIGHTS["bodies"],
    "two different people, witnesses, documents": WEIGHTS["other"],
    "said on days that exclude each other": bonds.OTHER_DAY,
    "… and the one repeats what the other said": bonds.SAID_AGAIN,
    "said to two outlets, each alone": bonds.OTHER_OUTLET,
    "an interview here, another medium there": bonds.INTERVIEW_OR_NOT,
    "both say that it was said on the same day": bonds.SAME_DAY,
    "… and the later page has other things": bonds.OTHERWISE,
    "one says it was said to one outlet": bonds.UNCREDITED,
    "weeks between the pages": bonds.LONG_AFTER,
    "the same figure": bonds.SAME_FIGURE,
    "no figure in common": bonds.OTHER_FIGURES,
    "no source named, the other page had it before": owing.SILENT,
}


@pytest.mark.parametrize("reason", SAID)
def test_weights_are_those_of_the_code(reason: str) -> None:
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| {reason}"))
    found = re.search(r"[+−]\d\.\d", row.split("|")[2])
    assert found is not None
    assert float(found.group().replace("−", "-")) == pytest.approx(SAID[reason])


def test_bounds_are_those_of_the_code() -> None:
    assert f"From +{partition.SURE} on (90 %)" in PAGE
    assert f"from −{-partition.PERHAPS} on (15 %)" in PAGE
    assert (bonds.ALL_PAIRS, bonds.SOME, owing.CANDIDATES, count.SEVERAL) == (24, 12, 12, 5)
    assert "at most 24 others or 12 that share a rare word" in PAGE
