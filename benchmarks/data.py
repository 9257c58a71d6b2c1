"""Where the research corpora are: unpacked under ``--data`` (default ``.data``) from ``../shared/data``."""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def corpus(name: str, where: Path) -> Path:
    """The folder that holds the archive ``name``, unpacking it on first use.

    Raises:
        SystemExit: neither the folder nor the archive is there.
    """
    unpack = SHARED / "data" / "unpack"
    if unpack.exists():
        subprocess.run(["bash", str(unpack), name, str(where)], check=True)
    elif not where.is_dir():
        sys.exit(f"no corpora under {where}: pass --data PATH")
    return where


def half(key: str) -> str:
    """The half of a set that the entry of a name or text falls in, by a hash: *one half* or *other half*."""
    return ("one half", "other half")[hashlib.sha256(key.encode()).digest()[0] % 2]


def parser(doc: str | None) -> argparse.ArgumentParser:
    """An argument parser with ``--data`` and ``--limit``."""
    made = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--data", type=Path, default=ROOT / ".data", help="folder of the unpacked corpora")
    made.add_argument("--limit", type=int, default=None, help="only so many pages")
    return made
