"""The tables that ship inside the gazetteer's package."""

from __future__ import annotations

import csv
from importlib import resources

from sayso.errors import GazetteerError


def packaged_table(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file of ours; lines that begin with # are comments.

    Raises:
        GazetteerError: SAY-104, the file is missing or damaged.
    """
    try:
        text = (resources.files("sayso.measures.places.gazetteer") / "data" / name).read_text(encoding="utf-8")
        return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise GazetteerError("SAY-104", name) from error
