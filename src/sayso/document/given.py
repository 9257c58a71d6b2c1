"""What the user says of a page, checked."""

from __future__ import annotations

import datetime as dt

from sayso.errors import ConfigError


def checked_date(written: str | None, option: str) -> str | None:
    """A date or date-time as it was written, if it is one in ISO 8601.

    Raises:
        ConfigError: SAY-001, ``written`` is no date; ``option`` is what the user calls it.
    """
    if written is not None:
        try:
            dt.datetime.fromisoformat(written)
        except ValueError:
            raise ConfigError("SAY-001", f"{option} {written}", "not a date", "write it as 2017-10-28") from None
    return written
