"""Turtle of one graph after the other, with the names of pages' parts short: ``this:c1`` is c1 of the page at hand.

Turtle lets a prefix be declared anew at any place (section 2.4 of the Recommendation).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import IO

from rdflib import Graph, URIRef
from rdflib.plugins.serializers.turtle import TurtleSerializer
from rdflib.term import Node

from sayso.export.prov.terms import PREFIXES

#: local names that need no escapes: a part of what the grammar allows
_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


class ShortTurtle(TurtleSerializer):
    """The serializer of ``rdflib`` with the prefixes that it is told, and no guessing of others.

    Finding a prefix for every name, each in a table of its own, is most of what the general one does.
    """

    def __init__(self, store: Graph, prefixes: Mapping[str, str]) -> None:
        super().__init__(store)
        self._known = {namespace: prefix for prefix, namespace in prefixes.items()}

    def get_pname(self, uri: Node, gen_prefix: bool = True) -> str | None:
        if not isinstance(uri, URIRef):
            return None
        at = max(uri.rfind(":"), uri.rfind("/"), uri.rfind("#")) + 1
        prefix = self._known.get(uri[:at])
        local = uri[at:]
        return f"{prefix}:{local}" if prefix and _LOCAL.fullmatch(local) else None


def header() -> str:
    """The prefixes of the whole file."""
    return "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())


def write_turtle(graph: Graph, out: IO[bytes], prefixes: Mapping[str, str]) -> None:
    """One graph, with the prefixes that hold in it beside those of the whole file."""
    if prefixes:
        out.write(b"\n" + "".join(f"@prefix {name}: <{space}> .\n" for name, space in prefixes.items()).encode())
    ShortTurtle(graph, {**PREFIXES, **prefixes}).serialize(out, encoding="utf-8")
