"""Fixtures that every room's tests share."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def pytest_make_parametrize_id(val: object) -> str | None:
    """Bytes by their length: what was packed holds the time, and every worker must name its tests alike."""
    return f"{len(val)}bytes" if isinstance(val, bytes) else None


@pytest.fixture(scope="session")
def examples() -> Path:
    """The example pages that ship with the project."""
    return ROOT / "examples"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """``shared/data`` beside the project; skips where it is absent."""
    if not (SHARED / "data").is_dir():
        pytest.skip("the research data (shared/data) is not beside the project")
    return SHARED / "data"


@pytest.fixture(scope="session")
def corpus(shared_data: Path) -> Callable[[str], Path]:
    """``corpus(NAME)`` unpacks one archive under ``.data`` and gives that folder."""

    def unpack(name: str) -> Path:
        subprocess.run(["bash", str(shared_data / "unpack"), name, str(ROOT / ".data")], check=True)
        return ROOT / ".data"

    return unpack
