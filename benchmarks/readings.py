"""What the benchmarks of the reading share: documents made straight from a text, profiles, scorers, and one report.

A benchmark of the reader takes its text as it is, so that the figures are the reader's and not the page extraction's.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from data import SHARED, parser
from results import record
from sayso.nouns import CaptureRef, Document, Reading, to_json
from sayso.plugins import DEFAULT_PROFILE, load_reader, reader_profiles
from sayso.reader.layers import Reader


def options(doc: str | None) -> argparse.ArgumentParser:
    """An argument parser with ``--data``, ``--limit`` and ``--profile``."""
    return with_profile(parser(doc))


def with_profile(made: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """The parser with ``--profile``."""
    made.add_argument(
        "--profile", choices=reader_profiles(), default=DEFAULT_PROFILE, help="which reader (default: %(default)s)"
    )
    return made


def reader_of(given: argparse.Namespace) -> Reader:
    return load_reader(given.profile)


def report(section: str, script: str, given: argparse.Namespace, lines: Sequence[str]) -> None:
    """Print the section of one profile, and record it unless only a part of the data was read."""
    if given.limit is not None:
        print("\n".join([f"## {section}, profile {given.profile}, --limit {given.limit} (not recorded)", "", *lines]))
        return
    command = f"python benchmarks/{script} --profile {given.profile}"
    record(f"{section}, profile {given.profile}", command, lines)


def document(text: str, source: str, published: str | None = None) -> Document:
    """A document that holds a text and nothing else."""
    return Document(
        id="sha256:" + "0" * 64,
        source=source,
        url=None,
        outlet=None,
        title=None,
        authors=(),
        published=published,
        language="en",
        text=text,
        headings=(),
        sentences=(),
        capture=CaptureRef(sha256="0" * 64, media_type="text/plain", retrieved=None),
    )


def interpret(made: Document, reader: Reader) -> Reading:
    """Everything after the document, as the pipeline does it."""
    # the later rooms only where they are measured: most benchmarks need the reader alone
    from sayso.document.extracted import Extracted
    from sayso.pipeline import interpret as interpret_extracted

    return interpret_extracted(Extracted(document=made, comments=()), reader)


def write(folder: Path, name: str, reading: Reading) -> None:
    """One reading as ``NAME.json``, as the scorers want it."""
    (folder / f"{name}.json").write_bytes(to_json(reading))


def score(script: str, readings: Path, *arguments: str) -> dict[str, Any]:
    """Run one of the scorers of ``shared/scoring`` over a folder of readings and give its figures."""
    out = readings / "score.out"
    command = [sys.executable, str(SHARED / "scoring" / script), str(readings), *arguments, "--json", str(out)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


def scorer(script: str) -> ModuleType:
    """One of the scorers as a module, for what its command does not print."""
    path = SHARED / "scoring" / script
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
