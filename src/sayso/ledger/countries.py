"""Which country a name is that of, so that who asks for Libya finds Sirte."""

from __future__ import annotations

import functools

from sayso.nouns.folding import clean, fold


def countries_named(name: str) -> tuple[str, ...]:
    """ISO 3166 alpha-2 codes of the countries that go by this name; none where it is no country's."""
    return _names().get(fold(clean(name)), ())


@functools.cache
def _names() -> dict[str, tuple[str, ...]]:
    from sayso.lexicon import load  # brings in a YAML parser, which few questions need

    names: dict[str, tuple[str, ...]] = {}
    for country in load("countries.csv"):
        for name in (country["name"], *country["names"].split("|")):
            if key := fold(name):
                names[key] = tuple(dict.fromkeys((*names.get(key, ()), country["code"])))
    return names
