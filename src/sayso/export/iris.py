"""The names under which things go in linked data: the same thing has one name in every format, and on every day.

``urn:sayso:`` is no registered namespace: such a name says which thing of which page is meant, and leads nowhere. What
has an address on the web goes by that; a capture by its digest (RFC 6920), which whoever holds a copy can check.
"""

from __future__ import annotations

import base64
import re
import uuid
from urllib.parse import quote, urlsplit

from sayso.nouns.folding import fold

#: of the names that are UUIDs (version 5, RFC 9562)
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:sayso:")
_GEONAMES = re.compile(r"geonames:([0-9]+)")
#: what an IRI may hold beside letters and digits (RFC 3987, section 2.2); all else is escaped
_KEPT = "!#$%&'()*+,-./:;=?@[]_~"


def capture_iri(sha256: str) -> str:
    """``ni:///sha-256;…``: the bytes themselves (RFC 6920)."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode("ascii").rstrip("=")
    return f"ni:///sha-256;{digest}"


def document_iri(document: str) -> str:
    """A page as it was read; ``document`` is its id."""
    return f"urn:sayso:{document}"


def part_iri(document: str, part: str) -> str:
    """Something of a page by its id within the reading: a claim (``c1``), an attribution (``a1``), its ``text``."""
    return f"{document_iri(document)}:{quote(part, safe='-._~')}"


def named_iri(kind: str, name: str) -> str:
    """Somebody or something that goes by a name on many pages: case, accents and a leading *the* do not count."""
    words = (fold(name) or name).replace(" ", "_")
    return f"urn:sayso:{kind}:{''.join(c if c.isalnum() or c in '-._~' else quote(c) for c in words)}"


def web_iri(url: str | None) -> str | None:
    """An address on the web as an IRI, with what may not stand in one escaped; ``None`` where it is no such address."""
    if not url:
        return None
    try:
        if urlsplit(url.strip()).scheme not in ("http", "https") or not urlsplit(url.strip()).hostname:
            return None
    except ValueError:
        return None
    return quote(url.strip(), safe=_KEPT)


def place_iri(entry: str) -> str | None:
    """Where the gazetteer's entry is known on the web: GeoNames. Others have no address."""
    found = _GEONAMES.fullmatch(entry)
    return f"https://sws.geonames.org/{found[1]}/" if found else None


def page_source(url: str | None, sha256: str) -> str:
    """What stands for a page: its address, or its bytes where it has none."""
    return web_iri(url) or capture_iri(sha256)
