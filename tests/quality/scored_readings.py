"""Readings of a bare text, and the scorers of ``shared/scoring`` over a folder of them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from plain_documents import document
from sayso.nouns import Reading, to_json
from sayso.reader.layers import Reader
from sayso.speakers import resolve


def read(reader: Reader, text: str, published: str | None = None) -> Reading:
    """What the reader and the speakers' room say of a text."""
    made = document(text, published)
    layers = reader.read(made)
    speakers = resolve(made, layers)
    return Reading(document=made, entities=speakers.entities, attributions=speakers.attributions)


def write(folder: Path, reading: Reading, source: str) -> None:
    """The reading as a file, as if it had been read from ``source``: scorers know pages by that."""
    data = json.loads(to_json(reading))
    data["document"]["source"] = source
    (folder / f"{source.replace('/', '__')}.json").write_text(json.dumps(data), encoding="utf-8")


def write_newsroom(folder: Path, reader: Reader, stories: Path, pattern: str = "*") -> None:
    """The pages of the stories, read from their gold text."""
    for path in sorted(stories.glob(f"{pattern}/*.gold.json")):
        if path.name != "story.gold.json":
            gold = json.loads(path.read_text(encoding="utf-8"))
            source = f"{path.parent.name}/{path.name.removesuffix('.gold.json')}.html"
            write(folder, read(reader, gold["text"], gold["published"][:10]), source)


def score(shared: Path, script: str, folder: Path, *arguments: str) -> dict[str, Any]:
    """The figures that a scorer gives of a folder of readings."""
    out = folder / "score.out"
    command = [sys.executable, str(shared.parent / "scoring" / script), str(folder), *arguments, "--json", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


def below(figures: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    """The figures that are under their floor."""
    return {name: figures[name] for name, floor in floors.items() if figures[name] < floor}
