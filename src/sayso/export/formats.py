"""The formats: what each is called, who can read it, and what it loses."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Protocol

from sayso.errors import ExportError

if TYPE_CHECKING:
    from sayso.export.selection import Selection
    from sayso.ledger import Filters
    from sayso.ledger.store import Store


class Writer(Protocol):
    """What the module of a format is: it writes what the filters choose to ``out``, which it leaves open.

    Functions of other names (:attr:`Format.notations`) are called in the same way.
    """

    def write(self, ledger: Store, filters: Filters, out: BinaryIO) -> None:
        """Write the claims, or the whole documents, that meet the filters, as far as it can one after the other.

        Raises:
            LedgerError: the ledger fails.
            ExportError: what was chosen cannot be written in this format.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format. ``lossy`` says in a sentence what it leaves behind; its page in the docs says all of it.

    ``module`` is below :mod:`sayso.export`; ``needs`` are the libraries that it imports, which come with
    ``pip install 'sayso[EXTRA]'``. ``binary`` is true of what no terminal can show. ``notations`` are other ways to
    write the same: the suffix of a file that is to have it, and the function of the module that writes it.
    """

    name: str
    label: str
    media_type: str
    suffix: str
    module: str
    lossy: str
    extra: str | None = None
    needs: tuple[str, ...] = ()
    binary: bool = False
    notations: tuple[tuple[str, str], ...] = ()


_ALL = (
    Format(
        name="csv",
        label="Table of claims (CSV)",
        media_type="text/csv; charset=utf-8; header=present",
        suffix=".csv",
        module="csv",
        lossy="One line a claim: the text of the pages, the captures and all geometry stay behind.",
    ),
    Format(
        name="parquet",
        label="Typed table of claims (Parquet)",
        media_type="application/vnd.apache.parquet",
        suffix=".parquet",
        module="parquet",
        lossy="One row a claim with its measures: the text of the pages and the captures stay behind.",
        extra="export",
        needs=("pyarrow",),
        binary=True,
    ),
    Format(
        name="jsonl",
        label="Everything of the chosen pages (JSON Lines)",
        media_type="application/jsonl",
        suffix=".jsonl",
        module="jsonl",
        lossy="Nothing: sayso import makes the same ledger of it.",
    ),
    Format(
        name="geojson",
        label="Places and movements (GeoJSON)",
        media_type="application/geo+json",
        suffix=".geojson",
        module="geojson",
        lossy="Claims that speak of no place with a position are left out.",
    ),
    Format(
        name="web-annotation",
        label="Annotations on the pages (W3C Web Annotation)",
        media_type='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        suffix=".jsonld",
        module="web_annotation",
        lossy="Measures are words of the claim; origins and regions of places stay behind.",
    ),
    Format(
        name="claimreview",
        label="Claims for fact-checkers (schema.org)",
        media_type="application/ld+json",
        suffix=".jsonld",
        module="claimreview",
        lossy="No verdicts: that is for fact-checkers. Chains and origins are sentences, measures stay behind.",
    ),
    Format(
        name="stix",
        label="Threat intelligence (STIX 2.1)",
        media_type="application/stix+json;version=2.1",
        suffix=".json",
        module="stix",
        lossy="Groups of origins are notes in words; the text of the pages and their captures stay behind.",
        extra="export",
        needs=("stix2",),
    ),
    Format(
        name="prov",
        label="Provenance (PROV-O)",
        media_type="text/turtle",
        suffix=".ttl",
        module="prov",
        lossy="Who has what from whom: measures, places and checks stay behind.",
        extra="export",
        needs=("rdflib",),
        notations=((".jsonld", "write_jsonld"),),
    ),
    Format(
        name="html",
        label="Page for publication (HTML)",
        media_type="text/html; charset=utf-8",
        suffix=".html",
        module="html",
        lossy="A page for readers: nothing can be read back from it.",
        extra="export",
        needs=("jinja2",),
    ),
)
#: by name, in the order in which they are listed
FORMATS: dict[str, Format] = {each.name: each for each in _ALL}


def format_named(name: str) -> Format:
    """The format of this name.

    Raises:
        ExportError: SAY-120, there is none.
    """
    if name not in FORMATS:
        raise ExportError("SAY-120", name, remedy=f"choose one of: {', '.join(FORMATS)}")
    return FORMATS[name]


def ready(format: Format) -> None:
    """See that the libraries of a format are installed.

    Raises:
        ExportError: SAY-121, they are not.
    """
    missing = [name for name in format.needs if importlib.util.find_spec(name) is None]
    if missing:
        what = f"it is written with {', '.join(missing)}, which is not installed"
        raise ExportError("SAY-121", format.name, what, f"install it with pip install 'sayso[{format.extra}]'")


def export(format: str, ledger: Store, selection: Selection, out: BinaryIO, *, suffix: str | None = None) -> None:
    """Write what was selected in a format; in another notation of it, where ``suffix`` is that of one.

    Raises:
        ExportError: SAY-120 no such format, SAY-121 its libraries are missing, or it cannot say what was selected.
        LedgerError: the ledger fails, or a name does not lead to one thing.
    """
    chosen = format_named(format)
    ready(chosen)
    module = importlib.import_module(f"sayso.export.{chosen.module}")
    write: Callable[[Store, Filters, BinaryIO], None] = getattr(
        module, dict(chosen.notations).get(suffix or "", "write")
    )
    write(ledger, selection.chosen(ledger), out)
