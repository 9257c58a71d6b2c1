"""How something in a reading was arrived at: the thing itself and all that its derivation refers to."""

from __future__ import annotations

from typing import Literal

from sayso.nouns.attribution import Attribution
from sayso.nouns.base import Noun, Range
from sayso.nouns.claim import Claim
from sayso.nouns.found import DocumentRef
from sayso.nouns.measures import Check, Place, Quantity, Time

WHY_SCHEMA: Literal["sayso/why/1"] = "sayso/why/1"

#: by the first letter of the id
Kind = Literal["claim", "quantity", "time", "place", "attribution"]


class Explained(Noun, frozen=True, kw_only=True):
    """What ``sayso why --json`` prints.

    ``id`` names the thing asked for, which stands first in the list of its ``kind``; the lists hold besides what its
    derivation refers to: anchors of times and places, the figure that another follows from, the hops of a chain, the
    measures of a claim. ``claims`` are those that speak of it, ``checks`` those of these claims. ``sentence`` is the
    range of the sentences around, ``text`` their words, and ``spans`` where the thing stands; all offsets are those of
    the document.
    """

    schema: Literal["sayso/why/1"] = WHY_SCHEMA
    id: str
    kind: Kind
    document: DocumentRef
    sentence: Range
    text: str
    spans: tuple[Range, ...]
    claims: tuple[Claim, ...]
    attributions: tuple[Attribution, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    checks: tuple[Check, ...]
