"""Every hostile input, in one batch, through the command line: one coded line each, and the rest goes on."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from corpus import CORPUS, Hostile, page

#: a code, what it happened to, what happened; what to do
LINE = re.compile(r"(SAY-\d{3}) (.+?): .+; .+")
GOOD = ("0-first.html", "~-last.html")


@dataclass(frozen=True)
class Batch:
    """What a command said: its exit code, the codes by file, the files that were read, and everything else."""

    code: int
    refused: dict[str, list[str]]
    read: dict[str, dict[str, object]]
    other: list[str]
    output: str


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made: Path = tmp_path_factory.mktemp("hostile")
    for hostile in CORPUS:
        (made / hostile.name).write_bytes(hostile.make())
    for name in GOOD:
        (made / name).write_bytes(page().replace("Port Amery", f"Port {name}").encode())
    return made


def run(folder: Path, *command: str) -> Batch:
    names = [GOOD[0], *(hostile.name for hostile in CORPUS), GOOD[1]]
    done = subprocess.run(
        [sys.executable, "-m", "sayso.cli.main", command[0], *names, *command[1:]],
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
    read = {}
    output = done.stdout.decode("utf-8")
    if "--json" in command and command[0] == "read":
        for line in output.splitlines():
            reading = json.loads(line)
            read[reading["document"]["source"].partition("#")[0]] = reading
    return Batch(done.returncode, refused, read, other, output)


@pytest.fixture(scope="module")
def readings(folder: Path) -> Batch:
    return run(folder, "read", "--json")


@pytest.fixture(scope="module")
def added(folder: Path) -> Batch:
    return run(folder, "add", "--ledger", "kept.db")


@pytest.mark.parametrize("hostile", CORPUS, ids=lambda hostile: hostile.name)
def test_read(hostile: Hostile, readings: Batch) -> None:
    codes = readings.refused.get(hostile.name, [])
    read = readings.read.get(hostile.name)
    outcome = ["ok"] if read and not codes else codes
    assert len(outcome) == 1
    assert outcome[0] in hostile.outcomes


@pytest.mark.parametrize("hostile", CORPUS, ids=lambda hostile: hostile.name)
def test_add(hostile: Hostile, added: Batch, readings: Batch) -> None:
    assert added.refused.get(hostile.name, []) == readings.refused.get(hostile.name, [])


@pytest.mark.parametrize("command", ["added", "readings"])
def test_the_batch_says_so_and_nothing_else(command: str, request: pytest.FixtureRequest) -> None:
    batch: Batch = request.getfixturevalue(command)
    assert batch.code == 1
    assert batch.other == []


def test_the_good_pages_of_the_batch_are_kept(folder: Path, added: Batch) -> None:
    listed = subprocess.run(
        [sys.executable, "-m", "sayso.cli.main", "documents", "--ledger", "kept.db", "--json", "--limit", "1000"],
        cwd=folder,
        capture_output=True,
        check=True,
    )
    sources = {name for name in GOOD if name.encode() in listed.stdout}
    assert sources == set(GOOD)


def published(readings: Batch, name: str) -> object:
    document = readings.read[name]["document"]
    assert isinstance(document, dict)
    return document["published"]


@pytest.mark.parametrize("name", ["future-date.html", "absurd-date.html", "ancient-date.html", "endless-date.html"])
def test_a_date_that_cannot_be_is_no_date(name: str, readings: Batch) -> None:
    assert published(readings, name) is None


def test_every_reading_is_text_that_can_be_stored(readings: Batch) -> None:
    for reading in readings.read.values():
        document = reading["document"]
        assert isinstance(document, dict)
        document["text"].encode("utf-8")
        assert "\0" not in document["text"]


def test_nothing_of_the_machine_comes_in_through_an_entity(readings: Batch) -> None:
    assert "root:" not in json.dumps(readings.read.get("external-entity.xhtml", {}))
