"""Ledgers to borrow, one for each request at a time, and answers that are kept until the ledger changes."""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, LifoQueue
from typing import Any, TypeVar

from sayso.ledger import Ledger

V = TypeVar("V")
#: answers at hand; the largest are some 100 KB
_KEPT = 512


class Pool:
    """Open ledgers of one file. As many are open as were ever needed at one time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._free: LifoQueue[tuple[tuple[int, int], Ledger]] = LifoQueue()
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    @contextmanager
    def ledger(self) -> Iterator[Ledger]:
        """A ledger that nobody else uses for as long.

        Raises:
            LedgerError: SAY-060 to SAY-067: the file is gone, of another version, damaged or busy.
        """
        which, ledger = self._take()
        try:
            yield ledger
        except BaseException:
            ledger.close()  # whatever state it is in, the next one gets a new one
            raise
        self._free.put((which, ledger))

    def _take(self) -> tuple[tuple[int, int], Ledger]:
        while True:
            try:
                which, ledger = self._free.get_nowait()
            except Empty:
                ledger = Ledger.open(self.path, create=False)
                return self._which(), ledger
            if which == self._which():
                return which, ledger
            ledger.close()  # the file was replaced or removed since

    def _which(self) -> tuple[int, int]:
        try:
            found = os.stat(self.path)
        except OSError:
            return (0, 0)
        return found.st_dev, found.st_ino

    def kept(self, key: Hashable, make: Callable[[], V]) -> V:
        """What ``make`` gave for this key before, or gives now. The key holds the ledger's version."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                found: V = self._kept[key]
                return found
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return made

    def close(self) -> None:
        """Let all ledgers go that nobody uses."""
        while True:
            try:
                self._free.get_nowait()[1].close()
            except Empty:
                return
