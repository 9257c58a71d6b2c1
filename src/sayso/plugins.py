"""Plug-ins: readers are found by entry point, ours the same way as anybody's."""

from __future__ import annotations

from importlib.metadata import entry_points

from sayso.errors import ConfigError, ReaderError, SaysoError
from sayso.reader.layers import Reader

READERS = "sayso.readers"
#: the reader that is used unless the user chooses another
DEFAULT_PROFILE = "model"
#: the reader that takes over what the chosen one cannot read because of its language
FALLBACK_PROFILE = "rules"


def reader_profiles() -> tuple[str, ...]:
    """Names of the installed reader profiles, sorted."""
    return tuple(sorted({point.name for point in entry_points(group=READERS)}))


def load_reader(profile: str) -> Reader:
    """Make the reader of a profile.

    Raises:
        ConfigError: SAY-002, no such profile, or what is registered under that name is no reader.
        ReaderError: SAY-081 to SAY-083, its model cannot be used; SAY-084, the package that holds it cannot be loaded.
    """
    for point in entry_points(group=READERS, name=profile):
        try:
            made = point.load()()
            # asked here, before any page is open: a reader whose model is missing or damaged says so, once
            usable = isinstance(made, Reader) and bool(made.version)
        except SaysoError:
            raise
        except Exception as error:
            why = f"{point.value} cannot be loaded ({type(error).__name__}: {error})"
            raise ReaderError("SAY-084", profile, why) from error
        if not usable:
            raise ConfigError("SAY-002", profile, f"{point.value} does not have the interface of a reader")
        reader: Reader = made
        return reader
    raise ConfigError("SAY-002", profile, remedy=f"choose one of: {', '.join(reader_profiles())}")
