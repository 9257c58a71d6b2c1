"""The labelled comment sets: our own newsroom, and the public ones of the ``pages`` archive."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Labelled:
    """One comment; ``topic`` is what is known of the page it stands on."""

    author: str | None
    text: str
    topic: str
    spam: bool


def load_sets(data: Path, newsroom: Path) -> dict[str, list[Labelled]]:
    """All sets by name; a set whose files are absent is left out."""
    spam = data / "ingest" / "spam"
    sets: dict[str, list[Labelled]] = {}
    if newsroom.is_dir():
        sets["newsroom"] = list(_newsroom(newsroom))
    dump = (spam / "spambot-template-dump" / "dump.txt").read_text(encoding="utf-8")
    sets["template dump"] = [Labelled(None, t.strip(), "", True) for t in re.split(r"\|\s*\n", dump) if t.strip()]
    probe = json.loads((spam / "real-comments-probe.json").read_text(encoding="utf-8"))
    sets["real comments"] = [Labelled(None, text, "", False) for text in probe]
    with (spam / "datacamp-article-comments" / "final_data_extended_labeledPhase1.csv").open(
        encoding="utf-8", errors="replace", newline=""
    ) as file:
        sets["datacamp"] = [
            Labelled(None, row["comment"], row["articleName"] or "", row["label"] == "1")
            for row in csv.DictReader(file)
            if row["label"] in {"0", "1"}
        ]
    with (spam / "tubespam" / "TubeSpam.csv").open(encoding="utf-8", errors="replace", newline="") as file:
        sets["tubespam"] = [
            Labelled(row["AUTHOR"], row["CONTENT"], "", row["CLASS"] == "1") for row in csv.DictReader(file)
        ]
    return sets


def _newsroom(newsroom: Path) -> list[Labelled]:
    found = []
    for path in sorted(newsroom.glob("*/*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        for c in gold.get("comments", ()):
            topic = f"{c['on'] or ''}\n{gold['title']}\n{gold['text']}"
            found.append(Labelled(c["author"], c["text"], topic, c["spam"]))
    return found
