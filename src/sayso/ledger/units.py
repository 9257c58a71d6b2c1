"""Units as people type them, and those that can be compared with one another."""

from __future__ import annotations

import functools

from sqlalchemy import Connection, select

from sayso.ledger.tables import quantities


def label_of(typed: str) -> str:
    """The unit as the ledger has it: *km* for *kilometres*, *barrel/day* for *barrels/day*; else what was typed."""
    return "/".join(_labels().get(part.strip().lower(), part.strip()) for part in typed.split("/"))


@functools.cache
def _labels() -> dict[str, str]:
    from sayso.lexicon import load  # brings in a YAML parser, which few questions need

    table = load("units.yaml")
    rows = [*table["units"], *table["currencies"]]
    labels = {str(word).lower(): str(row["label"]) for row in reversed(rows) for word in row["words"]}
    return labels | {str(row["label"]).lower(): str(row["label"]) for row in rows}


def comparable(connection: Connection, unit: str) -> dict[str, float]:
    """The units of the ledger's figures that convert into ``unit``, each with what one of it is worth in that."""
    from sayso.measures.quantities.convert import converted

    known = select(quantities.c.unit).where(quantities.c.unit.is_not(None)).distinct()
    worth = {label: converted(1, label, unit) for label in connection.execute(known).scalars()}
    return {label: float(value) for label, value in worth.items() if value is not None}
