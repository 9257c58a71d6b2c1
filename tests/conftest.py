"""Fixtures that every room's tests share."""

from __future__ import annotations

import fcntl
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from sayso.measures.places.gazetteer import Gazetteer

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def pytest_make_parametrize_id(val: object) -> str | None:
    """Bytes by their kind alone: what was packed holds the time, and every worker must name its tests alike."""
    return "bytes" if isinstance(val, bytes) else None


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


@pytest.fixture(scope="session")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    """The whole gazetteer: that of ``make setup``, or, where it is missing or stale, one built once for all workers."""
    from sayso.measures.places.gazetteer import Gazetteer
    from sayso.measures.places.gazetteer.build import build, is_stale
    from sayso.measures.places.gazetteer.file import gazetteer_path

    path = gazetteer_path()
    if is_stale(path):
        # the folder above the worker's own is the one that the workers of this run share
        shared = tmp_path_factory.getbasetemp().parent
        path = shared / "gazetteer.db"
        with (shared / "gazetteer.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if is_stale(path):
                build(path)
    with Gazetteer.open(path) as opened:
        yield opened


@pytest.fixture(scope="session")
def example_ledger(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the example pages, linked: made once for all workers. Whoever writes to one makes a copy."""
    from sayso.cli.main import run

    own = tmp_path_factory.getbasetemp()
    # the folder above a worker's own is that of the run; without workers it would be that of all runs
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    path = shared / "examples.db"
    with (shared / "examples.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "examples.made").exists():
            assert run(["add", str(examples), "--ledger", str(path)], debug=True) == 0
            (shared / "examples.made").touch()
    return path
