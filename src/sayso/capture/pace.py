"""Politeness in time: pages from one host come one after another, with a pause between."""

from __future__ import annotations

import time
from collections.abc import Callable

#: a Crawl-delay longer than this is not waited for in full: it is meant for crawlers, not for a page someone asked for
LONGEST = 30.0


class Pace:
    """Remembers when each host was last asked for a page."""

    def __init__(
        self,
        least: float,
        *,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._least = least
        self._now = now
        self._sleep = sleep
        self._last: dict[str, float] = {}

    def wait(self, host: str, delay: float | None = None) -> float:
        """Wait until the host may be asked again; the seconds that were waited.

        Args:
            delay: the site's own Crawl-delay in seconds, honoured up to ``LONGEST``.
        """
        pause = max(self._least, min(delay or 0.0, LONGEST))
        due = self._last.get(host, float("-inf")) + pause
        waited = max(0.0, due - self._now())
        if waited:
            self._sleep(waited)
        self._last[host] = self._now()
        return waited
