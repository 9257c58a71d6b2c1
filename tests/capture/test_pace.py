"""The pause between two pages of one host, by a clock of our own."""

from __future__ import annotations

from sayso.capture.pace import LONGEST, Pace


class Clock:
    def __init__(self) -> None:
        self.time = 100.0

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.time += seconds


def pace(clock: Clock, least: float = 1.0) -> Pace:
    return Pace(least, now=clock.now, sleep=clock.sleep)


def test_the_first_page_does_not_wait() -> None:
    assert pace(Clock()).wait("a") == 0.0


def test_the_second_waits_for_what_is_left() -> None:
    clock = Clock()
    polite = pace(clock)
    polite.wait("a")
    clock.time += 0.4
    assert round(polite.wait("a"), 6) == 0.6
    assert polite.wait("b") == 0.0


def test_the_sites_own_delay_counts_up_to_a_limit() -> None:
    polite = pace(Clock())
    polite.wait("a")
    assert polite.wait("a", 5.0) == 5.0
    assert polite.wait("a", 86_400.0) == LONGEST
    assert polite.wait("a", 0.1) == 1.0
