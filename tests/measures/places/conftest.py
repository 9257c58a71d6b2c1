"""The small gazetteer that the tests of this room share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from small_world import build

from sayso.measures.places.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    """Some thirty real places."""
    with build(tmp_path_factory.mktemp("gazetteer") / "small.db") as gazetteer:
        yield gazetteer
