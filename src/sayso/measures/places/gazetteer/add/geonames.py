"""GeoNames dumps: ``allCountries.txt``, ``LY.txt`` (19 columns), and ``alternateNames.txt`` (8 or 10 columns).

Columns: https://download.geonames.org/export/dump/readme.txt
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sayso.errors import GazetteerError
from sayso.measures.places.gazetteer.add.candidate import Candidate, MoreNames, candidate, kinds
from sayso.measures.places.gazetteer.add.lines import lines
from sayso.measures.places.gazetteer.build.divisions import read_divisions

COLUMNS = 19
NAME_COLUMNS = (8, 10)
#: what the column of the language holds where the "name" is none
_NO_NAMES = frozenset({"link", "wkdt", "post", "iata", "icao", "faac", "tcid", "unlc", "phon", "piny"})


def is_dump(line: str) -> bool:
    """Whether this first line is that of a dump of places."""
    cells = line.split("\t")
    return len(cells) == COLUMNS and cells[0].isdecimal() and len(cells[6]) <= 1


def is_names(line: str) -> bool:
    """Whether this first line is that of a dump of alternate names."""
    cells = line.split("\t")
    return len(cells) in NAME_COLUMNS and cells[0].isdecimal() and cells[1].isdecimal()


def read_dump(path: Path) -> Iterator[Candidate]:
    """The places of a dump.

    Raises:
        GazetteerError: SAY-106, a line is damaged; its number is told.
    """
    known = kinds("geonames")
    divisions = {code: division.name for code, division in read_divisions().items()}
    for number, line in lines(path):
        cells = line.split("\t")
        try:
            if len(cells) != COLUMNS:
                raise ValueError(f"it has {len(cells)} columns, not {COLUMNS}")
            id, name, plain, others = int(cells[0]), cells[1], cells[2], cells[3]
            kind, radius = known.get(f"{cells[6]}.{cells[7]}") or known.get(cells[6]) or (None, 1.0)
            if kind is None:
                continue
            found = candidate(
                f"geonames:{id}",
                name,
                kind,
                cells[4],
                cells[5],
                names=[plain, *others.split(",")],
                country=cells[8],
                admin1=divisions.get(f"{cells[8]}.{cells[10]}"),
                population=cells[14],
                radius_km=radius,
                same=f"geonames:{id}",
            )
        except ValueError as error:
            raise GazetteerError("SAY-106", str(path), f"line {number}: {error}") from error
        if found is not None:
            yield found


def read_names(path: Path) -> Iterator[MoreNames]:
    """The alternate names of a dump: those in English, and those whose language is not told.

    Raises:
        GazetteerError: SAY-106, a line is damaged; its number is told.
    """
    for number, line in lines(path):
        cells = line.split("\t")
        if len(cells) not in NAME_COLUMNS or not cells[1].isdecimal():
            raise GazetteerError("SAY-106", str(path), f"line {number}: it is none of alternate names")
        language, text, historic = cells[2], cells[3], cells[7:8] == ["1"]
        if language in _NO_NAMES or historic:
            continue
        if language == "abbr":
            yield MoreNames(f"geonames:{int(cells[1])}", (), (text,))
        elif language in ("", "en"):
            yield MoreNames(f"geonames:{int(cells[1])}", (text,))
