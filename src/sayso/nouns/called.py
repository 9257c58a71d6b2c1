"""What pages and clusters are called where there is room for a word."""

from __future__ import annotations

import re

_CLUSTER = re.compile(r"k([0-9]{1,18})")


def file_of(source: str) -> str:
    """The last part of where a page was read from: a whole path tells strangers how somebody's folders are called."""
    return source.rstrip("/").rpartition("/")[2] or source


def cluster_number(name: str) -> int | None:
    """The number of the cluster that is called ``k12``; null where this is no name of one."""
    found = _CLUSTER.fullmatch(name.strip())
    return int(found[1]) if found else None
