"""A web site of our own on this machine, and options that let it be fetched."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from website import Site

from sayso.capture import CaptureOptions
from sayso.config import Settings


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.close()


@pytest.fixture
def settings() -> Settings:
    return Settings(max_bytes=200_000, max_decoded_bytes=400_000, timeout_seconds=5.0, delay_seconds=0.0)


@pytest.fixture
def options(settings: Settings) -> CaptureOptions:
    return CaptureOptions(settings=settings)


@pytest.fixture
def inside(settings: Settings) -> CaptureOptions:
    """Options under which this machine itself may be fetched from."""
    return CaptureOptions(allow_private=True, settings=settings)
