"""The manifest of the corpora: where each came from, what it may be used for, and the hashes of what is read."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MANIFEST = Path(__file__).resolve().parent.parent / "MANIFEST.toml"
#: What a data set may be used for.
USES = ("train", "measure only", "never shipped")


@dataclass(frozen=True, slots=True)
class Finding:
    """What the check found: ``state`` is ``ok``, ``missing`` or ``changed``; ``sha256`` is of what is there."""

    name: str
    state: str
    sha256: str


def digest(root: Path, patterns: list[str]) -> tuple[int, str]:
    """Number of files under ``root`` that match the glob patterns, and one SHA-256 over all of them.

    It is taken over lines of hash, two spaces and path relative to ``root``, in order of the paths: what
    ``sha256sum`` prints for the files.
    """
    files = sorted({path for pattern in patterns for path in root.glob(pattern) if path.is_file()})
    total = hashlib.sha256()
    for path in files:
        own = hashlib.sha256(path.read_bytes()).hexdigest()
        total.update(f"{own}  {path.relative_to(root).as_posix()}\n".encode())
    return len(files), total.hexdigest()


def read(path: Path = MANIFEST) -> list[dict[str, Any]]:
    """The data sets of the manifest.

    Raises:
        ValueError: a data set lacks a field or names an unknown use.
    """
    sets: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8"))["set"]
    for one in sets:
        missing = {"name", "origin", "licence", "use", "split", "files", "sha256"} - one.keys()
        if missing:
            raise ValueError(f"{one.get('name')}: no {', '.join(sorted(missing))}")
        if one["use"] not in USES:
            raise ValueError(f"{one['name']}: no such use: {one['use']}")
    return sets


def check(data: Path, path: Path = MANIFEST) -> Iterator[Finding]:
    """Compare every data set under ``data`` with the manifest; the project's own texts lie beside the manifest."""
    for one in read(path):
        root = path.parent if one.get("own") else data
        number, found = digest(root, one["files"])
        state = "missing" if number == 0 else "ok" if found == one["sha256"] else "changed"
        yield Finding(one["name"], state, found)
