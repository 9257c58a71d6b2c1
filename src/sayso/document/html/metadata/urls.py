"""What a page's address says: its day of publication, and the address itself made plain."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

_SLASHED = re.compile(r"[/_.-]((?:19|20)\d{2})[/_.-]?(0[1-9]|1[0-2])[/_.-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_LOOSE = re.compile(r"/((?:19|20)\d{2})/([1-9]|1[0-2])/([1-9]|[12]\d|3[01])(?=/)")
_NAMED = re.compile(
    r"/((?:19|20)\d{2})/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/(0?[1-9]|[12]\d|3[01])(?=/)",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref_src|cmpid|ocid|xtor|wt_mc)$", re.IGNORECASE)
#: The longest address that is looked at (RFC 9110 asks for at least 8,000).
MAX_URL = 8_000


def day_in(url: str) -> date | None:
    """The day that the path of an address spells out; None where it spells none."""
    try:
        path = urlsplit(url[:MAX_URL]).path
    except ValueError:
        return None
    for pattern in (_SLASHED, _LOOSE, _NAMED):
        match = pattern.search(path)
        if match is None:
            continue
        month = _MONTHS.index(match[2].lower()[:3]) + 1 if match[2].isalpha() else int(match[2])
        try:
            return date(int(match[1]), month, int(match[3]))
        except ValueError:
            continue
    return None


def host(url: str | None) -> str | None:
    """The host without ``www.``; None where there is none."""
    if not url:
        return None
    try:
        name = urlsplit(url[:MAX_URL]).hostname
    except ValueError:
        return None
    return name.removeprefix("www.").removeprefix("m.").removeprefix("amp.") if name else None


def absolute(url: str | None, base: str | None) -> str | None:
    """An http(s) address made absolute, without fragment and tracking parameters; None where it cannot be one."""
    if not url:
        return None
    try:
        joined = urljoin(base, url[:MAX_URL].strip()) if base else url[:MAX_URL].strip()
        parts = urlsplit(joined)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
        query = urlencode(
            [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(pair[0])]
        )
        return urlunsplit((parts.scheme, parts.netloc, parts.path, query if query != parts.query else parts.query, ""))
    except ValueError:
        return None
