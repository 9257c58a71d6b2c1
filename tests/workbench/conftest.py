"""A workbench over the example pages, asked without a network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.workbench.app import make_app
from sayso.workbench.settings import Settings


@pytest.fixture(scope="session")
def filled(example_ledger: Path) -> Path:
    """A ledger of the example pages, linked. Whoever writes to one takes ``own_ledger``."""
    return example_ledger


@pytest.fixture
def own_ledger(filled: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    path = tmp_path / "examples.db"
    shutil.copy(filled, path)
    return path


@pytest.fixture(scope="session")
def client(filled: Path) -> Iterator[TestClient]:
    """A visitor of the workbench, who only looks."""
    with TestClient(make_app(Settings(ledger=filled)), base_url="http://localhost") as visitor:
        yield visitor


@pytest.fixture
def reviewer(own_ledger: Path) -> Iterator[TestClient]:
    """A visitor who may change a ledger of their own."""
    # whatever else the machine does, what follows from a decision is there on the next page
    with TestClient(make_app(Settings(ledger=own_ledger, patience=120)), base_url="http://localhost") as visitor:
        yield visitor
