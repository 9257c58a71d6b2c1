"""How often something may be asked for: a moving window for each visitor, kept in memory."""

from __future__ import annotations

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from sayso.errors import WorkbenchError


class Rates:
    """Counts what visitors ask for. ``who`` is their address: behind a proxy that is the proxy's, for all of them."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def take(self, what: str, who: str, rate: str) -> None:
        """Count one, where ``rate`` (``10/minute``) allows it.

        Raises:
            WorkbenchError: SAY-133: it does not.
        """
        item = parse(rate)
        if not self._limiter.hit(item, what, who):
            raise WorkbenchError("SAY-133", what, f"this was asked for more than {_words(item)}")

    def hit(self, what: str, who: str, rate: str) -> None:
        """Count one, whether or not that is allowed."""
        self._limiter.hit(parse(rate), what, who)

    def used_up(self, what: str, who: str, rate: str) -> bool:
        """Whether the next one would be refused; counts nothing."""
        return not self._limiter.test(parse(rate), what, who)


def _words(item: RateLimitItem) -> str:
    return f"{item.amount} times in {item.multiples} {item.GRANULARITY.name}"
