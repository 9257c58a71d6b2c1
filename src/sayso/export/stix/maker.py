"""How every object of a bundle is made: its id, its times, who made it, its marking; and each but once."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from typing import Any

import stix2
from stix2 import v21

from sayso import __version__
from sayso.export.iris import NAMESPACE
from sayso.export.voices import Voice

Object = dict[str, Any]

#: when the way was settled in which names become objects: what a name alone stands for was not made on any later day
SETTLED = "2026-01-01T00:00:00.000Z"
#: kinds of speakers as the vocabulary identity-class-ov has them
_CLASSES = {"person": "individual", "organization": "organization", "group": "group"}
_EXTENSION = """\
On a note that states a claim, what sayso read of it. \
document: the page, "sha256:" and the digest of the captured bytes. claim: its id within the reading of that page. \
status: asserted, hedged, denied, planned, hypothetical or asked. \
start, end: half-open range of Unicode code points of the page's text. \
chain: who says it, from the innermost speaker outwards to the one whom the page itself cites; each has kind (named, \
role, anonymous, group, document, outlet, unnamed) and, where known, source (the words of the page), cue (the word \
that says that something is said), speaker_ref (an identity), said_from and said_to (days, ISO 8601). \
measures: figures in the claim; each has text (the words of the page), amount (in words) and, where known, low, high, \
unit, of."""


def ident(kind: str, *of: str) -> str:
    """The id of an object: always the same for the same thing."""
    return f"{kind}--{uuid.uuid5(NAMESPACE, ' '.join((kind, *of)))}"


#: sayso, which makes what no reviewer does, and the extension that its notes have
SELF, EXTENSION = ident("identity", "sayso"), ident("extension-definition", "claim", "1")


class Maker:
    """Makes the objects of one bundle and knows which are in it."""

    def __init__(self, tlp: str) -> None:
        self._marking = getattr(stix2, f"TLP_{tlp.upper()}")
        #: the objects of the bundle so far, and when each was last changed
        self.times: dict[str, str] = {}

    def preamble(self) -> Iterator[Object]:
        """What everything else refers to: the marking, sayso, and its extension."""
        yield from self._once(self._marking)
        yield from self.domain(
            v21.Identity,
            SELF,
            SETTLED,
            name="sayso",
            description=f"Reads news pages for who says what. Version {__version__}.",
            identity_class="system",
            created_by_ref=None,
        )
        yield from self.domain(
            v21.ExtensionDefinition,
            EXTENSION,
            SETTLED,
            name="sayso claim",
            description="A claim with its status, its place on the page and its chain of say-so.",
            schema=_EXTENSION,
            version="1.0.0",
            extension_types=["property-extension"],
        )

    def domain(
        self, kind: Any, ident: str, created: str, modified: str | None = None, **fields: Any
    ) -> Iterator[Object]:
        """A domain or relationship object, unless it was made before. Fields that are ``None`` are left out.

        Raises:
            stix2.exceptions.STIXError: it is no valid object.
        """
        if ident in self.times:
            return
        known = {"created_by_ref": SELF, **fields}
        yield from self._once(
            kind(
                id=ident,
                created=created,
                modified=max(created, modified or created),
                object_marking_refs=[self._marking.id],
                **{name: value for name, value in known.items() if value is not None and value != []},
            )
        )

    def observable(self, kind: Any, **fields: Any) -> tuple[str, list[Object]]:
        """A cyber-observable object, whose id follows from what it is, and the object itself if it is new."""
        made = kind(object_marking_refs=[self._marking.id], **fields)
        return made.id, list(self._once(made))

    def identity(self, voice: Voice, by: str = SELF) -> Iterator[Object]:
        """A speaker, outlet or reviewer, by its name alone: roles and titles change from page to page."""
        yield from self.domain(
            v21.Identity,
            identity_id(voice),
            SETTLED,
            name=voice.name,
            identity_class=_CLASSES.get(voice.kind, "unknown"),
            created_by_ref=by,
        )

    def _once(self, made: Any) -> Iterator[Object]:
        if made.id not in self.times:
            built: Object = json.loads(made.serialize())
            self.times[made.id] = built.get("modified", "")
            yield built


def identity_id(voice: Voice) -> str:
    """The id of a speaker's identity."""
    return ident("identity", voice.iri)
