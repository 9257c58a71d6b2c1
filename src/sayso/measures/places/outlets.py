"""The countries that a page's outlet is at home in: weak evidence of which places it means."""

from __future__ import annotations

import functools
from urllib.parse import urlsplit

from sayso.lexicon import load
from sayso.measures.places.wording import words_in
from sayso.nouns.document import Document

#: country codes of the top level that are not ISO 3166's
_OWN = {"uk": "GB"}


@functools.cache
def _known() -> dict[str, str]:
    """The countries of the outlets that are known, by name, by alias and by address."""
    table: dict[str, str] = {}
    for row in load("outlets.csv"):
        if row["country"]:
            for name in (row["name"], row["domain"], *row["aliases"].split("|")):
                if name:
                    table[name.lower()] = row["country"]
    return table


def outlet_countries(document: Document) -> frozenset[str]:
    """ISO 3166 alpha-2 codes, by the outlet's name and by the page's address; mostly one or none."""
    found = {_known().get((document.outlet or "").lower())}
    host = (urlsplit(document.url).hostname or "") if document.url else ""
    labels = host.split(".")
    found |= {_known().get(".".join(labels[start:])) for start in range(len(labels))}
    top = labels[-1]
    if top in _OWN:
        found.add(_OWN[top])
    elif len(top) == 2 and top not in words_in("sold_domains"):
        found.add(top.upper())
    elif top in ("gov", "mil"):
        found.add("US")
    return frozenset(country for country in found if country)
