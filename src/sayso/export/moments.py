"""Times as other formats want them: a moment in UTC, from a date or a time of any precision."""

from __future__ import annotations

import datetime as dt

from sayso.nouns.days import days_of


def moment_of(written: str | None) -> str | None:
    """ISO 8601 in UTC, ``…Z``; of a day or month its beginning; ``None`` where it is no date.

    A time without a zone is taken for UTC: what is lost by that is less than by leaving out the time.
    """
    if not written:
        return None
    first, _ = days_of(written)
    if first is None:
        return None
    try:
        moment = dt.datetime.fromisoformat(written.strip())
        moment = moment.astimezone(dt.UTC) if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    except (ValueError, OverflowError):
        return f"{first}T00:00:00Z"
    return moment.isoformat().replace("+00:00", "Z")
