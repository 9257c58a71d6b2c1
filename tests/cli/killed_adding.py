"""Kills ``sayso add`` at random moments, and looks at the ledger each time. Run by ``test_add_killed.py``.

A process of its own, so that it can fork: the command starts at once, with everything imported. The pages were read
before (what is killed is then nearly always a page being stored); a few kills are of the whole command as users run it.

    python killed_adding.py EXAMPLES FOLDER KILLS_WITHIN KILLS_WHOLE
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import sayso.pipeline
from sayso.capture import CaptureOptions
from sayso.cli import add as adding
from sayso.cli.main import run
from sayso.document.build import build
from sayso.ledger import Ledger, make_filters
from sayso.nouns import Given, to_dict
from sayso.plugins import load_reader

SEED = 20171028


def state(path: Path) -> list[Any]:
    """All that a ledger says, but for when it was told."""
    with Ledger.open(path, create=False) as ledger:
        documents = [to_dict(document) | {"added": None} for document in ledger.documents(make_filters())]
        documents.sort(key=lambda document: document["id"])
        claims = sorted((claim.document.id, claim.id, claim.text) for claim in ledger.claims(make_filters()))
        return [
            documents,
            claims,
            [to_dict(source) for source in ledger.sources(make_filters())],
            [(event.kind, event.subject, event.body) for event in ledger.events()],
            [to_dict(reading) for reading in ledger.readings()],
        ]


def faults(path: Path) -> list[str]:
    """What is wrong with a ledger that a killed process has left, if it got as far as making one."""
    if not path.exists():
        return []
    with Ledger.open(path) as ledger:
        found = ledger.verify()
        stored = Counter(claim.document.id for claim in ledger.claims(make_filters()))
        for reading in ledger.readings():
            if stored[reading.document.id] != len(reading.claims):
                found.append(f"{reading.document.id} has {stored[reading.document.id]} claims of {len(reading.claims)}")
        return found


def forked(examples: Path, path: Path, kill_after: float | None) -> bool:
    """Run the command in a child; whether it came to its end before it was killed."""
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os._exit(run(["add", str(examples), "--profile", "rules", "--ledger", str(path)], debug=False))
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0


def whole(examples: Path, path: Path, kill_after: float) -> bool:
    """Run the command as users do; whether it came to its end before it was killed."""
    command = [
        sys.executable,
        "-m",
        "sayso.cli.main",
        "add",
        str(examples),
        "--profile",
        "rules",
        "--ledger",
        str(path),
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        return process.wait(timeout=kill_after) == 0
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return False


def read_before(examples: Path) -> None:
    """Have every example page read, so that ``sayso add`` need not."""
    reader = load_reader("rules")
    readings = {}
    for capture in adding_inputs(examples):
        readings[capture.sha256] = sayso.pipeline.interpret(build(capture, Given()), reader)
    # the same work of the command, but for reading: it asks the pipeline, and the pipeline knows
    sayso.pipeline.read_capture = lambda capture, **_: readings[capture.sha256]  # type: ignore[assignment]


def adding_inputs(examples: Path) -> list[Any]:
    from sayso.capture import open_inputs

    return list(open_inputs([str(examples)], CaptureOptions(), stdin=sys.stdin.buffer))


def main() -> None:
    examples, folder, within, outside = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    chance = random.Random(SEED)
    assert adding.add.name == "add"
    read_before(examples)
    undisturbed = folder / "undisturbed.db"
    Ledger.open(undisturbed).close()
    began = time.perf_counter()
    assert forked(examples, undisturbed, None)
    lasts = time.perf_counter() - began
    wanted = state(undisturbed)
    seen: dict[str, Any] = {"killed": 0, "faults": [], "partial": 0, "completed": 0, "unequal": 0}
    fresh = iter(range(10_000))
    path = folder / f"{next(fresh)}.db"
    while seen["killed"] < within + outside:
        if seen["killed"] < outside:
            done = whole(examples, path, chance.uniform(0.2, 3.0))
        else:
            done = forked(examples, path, chance.uniform(0, lasts * 0.8))
        seen["faults"] += faults(path)
        if not done:
            seen["killed"] += 1
            if path.exists():
                with Ledger.open(path) as ledger:
                    seen["partial"] += 0 < len(list(ledger.documents(make_filters()))) < len(wanted[0])
            continue
        seen["completed"] += 1
        seen["unequal"] += state(path) != wanted
        path = folder / f"{next(fresh)}.db"
    if not forked(examples, path, None):
        seen["faults"].append("the last ledger could not be completed")
    seen["completed"] += 1
    seen["unequal"] += state(path) != wanted
    print(json.dumps(seen))


if __name__ == "__main__":
    main()
