"""What is data is not code: word lists and tables, each with label, meaning, source and example in its header.

One loader for all of them; documentation, validation and exports read the same files. A user's own file of the same
name in the folder that ``SAYSO_LEXICON`` names is read instead of ours.
"""

from __future__ import annotations

import csv
import functools
import io
import os
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from sayso.errors import ConfigError


def names() -> tuple[str, ...]:
    """File names of all lexicon entries that ship with sayso, sorted."""
    here = resources.files(__package__)
    return tuple(sorted(f.name for f in here.iterdir() if f.name.endswith((".yaml", ".toml", ".csv", ".txt"))))


def source_text(name: str) -> str:
    """The file as text: the user's own where there is one, ours otherwise.

    Raises:
        ConfigError: SAY-001, there is no such file.
    """
    own = os.environ.get("SAYSO_LEXICON")
    if own and (path := Path(own) / name).is_file():
        return path.read_text(encoding="utf-8")
    shipped = resources.files(__package__) / name
    if not shipped.is_file():
        raise ConfigError("SAY-001", name, "no such lexicon file")
    return shipped.read_text(encoding="utf-8")


@functools.cache
def load(name: str) -> Any:
    """Parse one lexicon file.

    Returns:
        for ``.yaml`` and ``.toml`` the parsed value; for ``.csv`` a list of dictionaries keyed by the first line (lines
        that begin with ``#`` are comments); for ``.txt`` the list of lines that are neither empty nor comments.
    """
    text = source_text(name)
    try:
        if name.endswith(".yaml"):
            return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
        if name.endswith(".toml"):
            return tomllib.loads(text)
        lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
        if name.endswith(".csv"):
            return list(csv.DictReader(io.StringIO("\n".join(lines))))
        return lines
    except (yaml.YAMLError, tomllib.TOMLDecodeError, csv.Error) as error:
        raise ConfigError("SAY-001", name, f"the lexicon file cannot be parsed: {error}") from error
