"""Answers that are kept until the ledger changes, and those that are asked for when the server starts."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.workbench import warming
from sayso.workbench.app import make_app
from sayso.workbench.pool import Pool
from sayso.workbench.settings import Settings


class Maker:
    """Makes answers, and remembers which."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def of(self, name: str) -> Callable[[], str]:
        def make() -> str:
            self.made.append(name)
            return name

        return make


def test_what_was_asked_once_is_not_made_again(filled: Path) -> None:
    pool, maker = Pool(filled), Maker()
    assert [pool.kept("a", maker.of("a")) for _ in range(2)] == ["a", "a"]
    assert maker.made == ["a"]


def test_large_answers_make_room_for_others_sooner(filled: Path) -> None:
    pool, maker = Pool(filled), Maker()
    for weight, names in ((100, "abcdef"), (1, "ghij")):
        for name in names:
            pool.kept(name, maker.of(name), weight=weight)
    maker.made.clear()
    for name in "cdefghija":
        pool.kept(name, maker.of(name))
    assert maker.made == ["a"]


@pytest.fixture
def garbage_as_before() -> Iterator[None]:
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("garbage_as_before")
def test_what_is_opened_first_is_at_hand_when_somebody_comes(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warming, "_PAUSE", 0)
    settings = Settings(ledger=filled)
    app = make_app(settings)
    asked: list[str] = []

    kept = app.state.pool.kept

    def counted(key: tuple[str, tuple[object, ...]], make: Callable[[], Any], *, weight: int = 1) -> Any:
        asked.append(str(key[1][0]))
        return kept(key, make, weight=weight)

    monkeypatch.setattr(app.state.pool, "kept", counted)
    asyncio.run(warming.warm(app, settings))
    assert {"things", "map", "network"} <= set(asked)
    assert asked.count("series") > 5  # the question that loads what all need, and those of the front page
    app.state.pool.close()
