"""What a capture is allowed to do."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.config import Settings


@dataclass(frozen=True, kw_only=True)
class CaptureOptions:
    """``allow_private``: fetch from addresses that are not on the public internet too. ``settings`` come from the
    environment if they are not given.

    Raises:
        ConfigError: SAY-001, the environment holds a setting that cannot be used.
    """

    allow_private: bool = False
    settings: Settings = field(default_factory=Settings.load)
