"""A reading that shows itself, and that other tools can take in."""

from __future__ import annotations

import sys
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from sayso import nouns
from sayso.nouns import to_dict, to_json
from sayso.nouns.base import from_json

if TYPE_CHECKING:
    import pyarrow as pa
    from rich.console import RenderableType

    from sayso.notebook.arrow import Rows
    from sayso.nouns.explained import Explained

#: how many characters of an untitled text name it in ``repr``
_NAME = 40
#: columns of ``str(reading)``
_WIDTH = 100


class Reading(nouns.Reading, frozen=True, kw_only=True):
    """Everything that was found in one document: the reading of the contract, with ways to show it and to pass it on.

    In a notebook and under rich it shows the text with its marks: ``[source]``, ``‹cue›``, ``{content}``, each with the
    number of its attribution (``a3`` is ³), coloured; then the claims with their chains.
    """

    @classmethod
    def of(cls, reading: nouns.Reading) -> Reading:
        """The same reading (of the ledger, say, or of a plug-in) as this kind of object."""
        return cls(**{name: getattr(reading, name) for name in reading.__struct_fields__})

    @classmethod
    def from_json(cls, line: str | bytes) -> Reading:
        """Read back one line of ``sayso read --json`` or what :meth:`to_json` gave.

        Raises:
            msgspec.ValidationError: it is no reading.
        """
        return from_json(cls, line)

    def to_dict(self) -> dict[str, Any]:
        """The JSON of the contract, schema ``sayso/reading/1``, as dictionaries, lists, strings, numbers, ``None``."""
        return to_dict(self)

    def to_json(self) -> str:
        """The reading as ``sayso read --json`` prints it, on one line without its end."""
        return to_json(self).decode("utf-8")

    def why(self, ident: str) -> Explained | None:
        """How a figure (``q3``), time, place, claim or attribution was arrived at; ``None`` where there is no such."""
        from sayso.notebook.explain import explain

        return explain(self, ident)

    def to_arrow(self, rows: Rows = "claims") -> pa.Table:
        """The claims as an Arrow table, one row each; or the ``"figures"`` or ``"movements"``.

        See :mod:`sayso.notebook.rows` for the columns.

        Raises:
            ModuleNotFoundError: pyarrow is not installed.
        """
        from sayso.notebook.arrow import table

        return table(self, rows)

    def __repr__(self) -> str:
        document = self.document
        name = document.title or " ".join(document.text[: 2 * _NAME].split())
        name = name if len(name) <= _NAME else name[: _NAME - 1] + "…"
        profile = self.reader.profile if self.reader else None
        return (
            f"<sayso.Reading {name!r}: {len(self.attributions)} attributions, {len(self.claims)} claims, "
            f"reader {profile}>"
        )

    def __str__(self) -> str:
        """What the terminal shows, without colours."""
        return self._drawn(colour=False)

    def __rich__(self) -> RenderableType:
        from sayso.notebook.terminal import renderable

        return renderable(self)

    def _repr_html_(self) -> str:
        from sayso.notebook.page import fragment

        return fragment(self)

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:
        """For IPython: HTML in a notebook; text in a terminal, with colours where it is one."""
        bundle = {"text/html": self._repr_html_(), "text/plain": self._drawn(colour=sys.stdout.isatty())}
        return {k: v for k, v in bundle.items() if (not include or k in include) and k not in (exclude or ())}

    def _drawn(self, *, colour: bool) -> str:
        from io import StringIO

        from rich.console import Console

        # the width of the terminal counts only where the drawing goes to one
        width = None if colour else _WIDTH
        out = Console(file=StringIO(), force_terminal=colour, width=width, highlight=False, legacy_windows=False)
        with out.capture() as caught:
            out.print(self)
        return caught.get().rstrip("\n")
