"""What follows from a decision, clusters and origins, is worked out beside the requests.

To compare one page with a large ledger takes a second or more, which nobody should wait for who only pressed a key; in
a small one it is done before the answer goes out.
"""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from sayso.errors import SaysoError
from sayso.ledger import Ledger

log = logging.getLogger("sayso.workbench")


class Follower:
    """Links what has come since the last time, in a thread of its own, whenever it is called."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._changed = threading.Condition()
        #: how often it was called, and up to which call everything is linked
        self._called = self._done = 0
        self._closed = False
        self._thread: threading.Thread | None = None

    def follow(self, seconds: float) -> bool:
        """Link, and wait for it so long at most; whether it is done."""
        with self._changed:
            self._called += 1
            mine = self._called
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="sayso-follow", daemon=True)
                self._thread.start()
            self._changed.notify_all()
            return self._changed.wait_for(lambda: self._done >= mine or self._closed, seconds)

    def close(self) -> None:
        """Stop after the page at hand: each is one transaction, and the rest is linked the next time."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._called > self._done or self._closed)
                if self._closed:
                    return
                upto = self._called
            try:
                self._link()
            # whatever it is: the decision is kept, and the next one, or the next start, links what was left
            except SaysoError as fault:
                log.warning("%s", fault)
            except Exception:
                log.exception("what follows from a decision could not be worked out")
            with self._changed:
                self._done = upto
                self._changed.notify_all()

    def _link(self) -> None:
        with Ledger.open(self._path, create=False) as ledger:
            for _ in ledger.link():
                if self._closed:
                    return
