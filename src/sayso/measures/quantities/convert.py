"""Conversion of quantities into other units, by pint over our own table of units (lexicon/units.txt)."""

from __future__ import annotations

import functools
import math
import re
from typing import TYPE_CHECKING, Any

import msgspec

from sayso.lexicon import load
from sayso.nouns.measures import Quantity

if TYPE_CHECKING:
    from pint import UnitRegistry

#: Significant digits of a converted value: more than any text states.
DIGITS = 10


def convert(quantity: Quantity, unit: str) -> Quantity | None:
    """The quantity in another unit, or null where the two measure different things.

    ``unit`` is a label as sayso prints it: *km*, *tonne*, *barrel/day*, *USD/litre*. What is counted is a unit of its
    own, and so is every currency: *people/day* becomes *people/week*, no dollar becomes a euro. Derivation says what
    was done; bounds that are open stay open. A difference of temperatures is not told from a temperature.
    """
    if quantity.unit is None:
        return None
    values = [None if v is None else converted(v, quantity.unit, unit) for v in (quantity.low, quantity.high)]
    if all(v is None for v in values):
        return None
    step = f"{quantity.unit} in {unit}, by the table of units"
    low, high = values
    return msgspec.structs.replace(quantity, low=low, high=high, unit=unit, derivation=(*quantity.derivation, step))


def converted(value: float, unit: str, other: str) -> int | float | None:
    """A value in another unit; null where the two measure different things, or one cannot be read."""
    import pint

    if unit == other:
        return value
    registry = _registry()
    try:
        ours, theirs = (registry.Unit(_known(registry, label)) for label in (unit, other))
        result = float(registry.Quantity(value, ours).to(theirs).magnitude)
    except (pint.PintError, ArithmeticError, ValueError, TypeError, AttributeError):
        return None
    if not math.isfinite(result):
        return None
    rounded = float(f"{result:.{DIGITS}g}")
    return int(rounded) if rounded.is_integer() and abs(rounded) < 1e15 else rounded


@functools.cache
def _registry() -> UnitRegistry[Any]:
    import pint

    registry: UnitRegistry[Any] = pint.UnitRegistry(None, on_redefinition="ignore")
    registry.load_definitions(load("units.txt"))
    return registry


_NAME = re.compile(r"[^\W\d][\w .'-]*")


def _known(registry: UnitRegistry[Any], label: str) -> str:
    """A label as the registry spells it; a name that it does not know becomes a dimension of its own."""
    parts = []
    for part in label.split("/"):
        name = re.sub(r"\W", "_", part.strip())
        if not _NAME.fullmatch(part.strip()):
            raise ValueError(label)
        if name not in registry:
            registry.define(f"{name} = [{name}]")
        parts.append(name)
    return " / ".join(parts)
