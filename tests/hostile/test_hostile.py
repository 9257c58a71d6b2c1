"""Every hostile input, in one batch, through the command line: one coded line each, and the rest goes on."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from corpus import CORPUS, Hostile, page

#: a code, what it happened to, what happened; what to do
LINE = re.compile(r"(SAY-\d{3}) (.+?): .+; .+")
GOOD = ("0-first.html", "~-last.html")
#: of these the reading itself is looked at
LOOKED_AT = (
    "nul-bytes.html",
    "nul-bytes.txt",
    "surrogate-entities.html",
    "surrogate-bytes.html",
    "surrogate-bytes.txt",
    "entities-out-of-range.html",
    "utf16-without-mark.html",
    "cp1252-says-utf8.html",
    "external-entity.xhtml",
    "laughs.xhtml",
)


@dataclass(frozen=True)
class Batch:
    """What a command said: its exit code, the codes by file, whatever else it wrote, and its output line by line."""

    code: int
    refused: dict[str, list[str]]
    other: list[str]
    output: list[str]

    def objects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.output]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made: Path = tmp_path_factory.mktemp("hostile")
    for hostile in CORPUS:
        (made / hostile.name).write_bytes(hostile.make())
    for name in GOOD:
        (made / name).write_bytes(page().replace("Port Amery", f"Port {name}").encode())
    return made


def run(folder: Path, *arguments: str) -> Batch:
    done = subprocess.run(
        [sys.executable, "-m", "sayso.cli.main", *arguments],
        cwd=folder,
        env={**os.environ, "SAYSO_PAGE_SECONDS": "10", "NO_COLOR": "1"},
        capture_output=True,
        timeout=600,
        check=False,
    )
    refused: dict[str, list[str]] = {}
    other: list[str] = []
    for line in done.stderr.decode("utf-8").splitlines():
        match = LINE.fullmatch(line)
        if match:
            refused.setdefault(match[2].partition("#")[0], []).append(match[1])
        else:
            other.append(line)
    return Batch(done.returncode, refused, other, done.stdout.decode("utf-8").splitlines())


@pytest.fixture(scope="module")
def added(folder: Path) -> Batch:
    return run(folder, "add", GOOD[0], *(hostile.name for hostile in CORPUS), GOOD[1], "--ledger", "kept.db")


@pytest.fixture(scope="module")
def kept(folder: Path, added: Batch) -> dict[str, dict[str, Any]]:
    """What the ledger has, by the name of the file."""
    listed = run(folder, "documents", "--ledger", "kept.db", "--json", "--limit", "1000")
    return {document["source"].partition("#")[0]: document for document in listed.objects()}


@pytest.fixture(scope="module")
def readings(folder: Path) -> dict[str, dict[str, Any]]:
    batch = run(folder, "read", "--json", *LOOKED_AT)
    assert batch.code == 0
    return {reading["document"]["source"]: reading for reading in batch.objects()}


@pytest.mark.parametrize("hostile", CORPUS, ids=lambda hostile: hostile.name)
def test_each_is_read_or_costs_one_line(hostile: Hostile, added: Batch, kept: dict[str, dict[str, Any]]) -> None:
    codes = added.refused.get(hostile.name, [])
    if hostile.name in kept:
        codes = [*codes, "ok"]
    assert len(codes) == 1
    assert codes[0] in hostile.outcomes


def test_the_batch_fails_and_says_nothing_else(added: Batch) -> None:
    assert added.code == 1
    assert added.other == []


def test_the_good_pages_of_the_batch_are_kept(kept: dict[str, dict[str, Any]]) -> None:
    assert set(GOOD) <= set(kept)


@pytest.mark.parametrize("name", ["future-date.html", "absurd-date.html", "ancient-date.html", "endless-date.html"])
def test_a_date_that_cannot_be_is_no_date(name: str, kept: dict[str, dict[str, Any]]) -> None:
    assert kept.get(name, {}).get("published") is None


@pytest.mark.parametrize("name", LOOKED_AT)
def test_what_is_read_is_clean_text(name: str, readings: dict[str, dict[str, Any]]) -> None:
    text = readings[name]["document"]["text"]
    text.encode("utf-8")
    assert "\0" not in text
    assert "will stay closed until Friday, the harbour master said on Tuesday." in text


def test_nothing_of_the_machine_comes_in_through_an_entity(readings: dict[str, dict[str, Any]]) -> None:
    assert "root:" not in json.dumps(readings["external-entity.xhtml"])
