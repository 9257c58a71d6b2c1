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

from sayso.errors import SaysoError
from sayso.ledger import Ledger

V = TypeVar("V")
#: answers at hand, of some 100 KB and less; larger ones count as several
_KEPT = 512
#: what says that the ledger itself is not well
BROKEN = frozenset({"SAY-060", "SAY-061", "SAY-062", "SAY-063", "SAY-064", "SAY-065", "SAY-066", "SAY-067"})
#: ledgers that stay open while nobody asks: each holds some MB
_FREE = 8


class Pool:
    """Open ledgers of one file. As many are open as are needed at one time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._free: LifoQueue[tuple[tuple[int, int], Ledger]] = LifoQueue()
        self._kept: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._last = (0, 0)
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
        except BaseException as error:
            if not isinstance(error, SaysoError) or error.code in BROKEN:
                ledger.close()  # whatever state it is in, the next one gets a new one
                raise
            self._give_back(which, ledger)  # a question that cannot be answered harms nothing
            raise
        self._give_back(which, ledger)

    def _give_back(self, which: tuple[int, int], ledger: Ledger) -> None:
        if self._free.qsize() < _FREE:
            self._free.put((which, ledger))
        else:
            ledger.close()

    def _take(self) -> tuple[tuple[int, int], Ledger]:
        while True:
            try:
                which, ledger = self._free.get_nowait()
            except Empty:
                ledger = Ledger.open(self.path, create=False)
                which = self._which()
                with self._lock:
                    if which != self._last:
                        self._kept.clear()  # another ledger, whose versions may go by the same names
                        self._last = which
                return which, ledger
            if which == self._which() and ledger.is_current():
                return which, ledger
            ledger.close()  # the file was replaced, removed or changed by a newer sayso since

    def _which(self) -> tuple[int, int]:
        try:
            found = os.stat(self.path)
        except OSError:
            return (0, 0)
        return found.st_dev, found.st_ino

    def kept(self, key: Hashable, make: Callable[[], V], *, weight: int = 1) -> V:
        """What ``make`` gave for this key before, or gives now. The key holds the ledger's version.

        ``weight`` is as how many answers it counts: one for each 100 KB that it may have.
        """
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                found: V = self._kept[key][0]
                return found
        made = make()
        with self._lock:
            self._kept.pop(key, None)
            self._kept[key] = made, weight
            held = sum(weight for _, weight in self._kept.values())
            while held > _KEPT:
                held -= self._kept.popitem(last=False)[1][1]
        return made

    def close(self) -> None:
        """Let all ledgers go that nobody uses."""
        while True:
            try:
                self._free.get_nowait()[1].close()
            except Empty:
                return
