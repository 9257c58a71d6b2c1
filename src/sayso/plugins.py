"""Plug-ins: readers are found by entry point, ours the same way as anybody's."""

from __future__ import annotations

from importlib.metadata import entry_points

from sayso.errors import ConfigError
from sayso.reader.layers import Reader

READERS = "sayso.readers"


def reader_profiles() -> tuple[str, ...]:
    """Names of the installed reader profiles, sorted."""
    return tuple(sorted({point.name for point in entry_points(group=READERS)}))


def load_reader(profile: str) -> Reader:
    """Make the reader of a profile.

    Raises:
        ConfigError: SAY-002, no such profile, or what is registered under that name is no reader.
    """
    for point in entry_points(group=READERS, name=profile):
        made = point.load()()
        if not isinstance(made, Reader):
            raise ConfigError("SAY-002", profile, f"{point.value} does not have the interface of a reader")
        return made
    raise ConfigError("SAY-002", profile, remedy=f"choose one of: {', '.join(reader_profiles())}")
