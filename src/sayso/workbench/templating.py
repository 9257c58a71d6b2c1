"""The templates' environment: what every page can call, and how values read."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from sayso import __version__
from sayso.workbench import words
from sayso.workbench.safety.csrf import csrf_field

STATIC: Final = Path(__file__).parent / "static"
#: the menu: address, name, what it is for
MENU: Final = (
    ("/claims", "Ledger", "Every claim, with who says it"),
    ("/documents", "Pages", "The pages that were read"),
    ("/timeline", "Timeline", "When it happened, was said, was published"),
    ("/map", "Map", "Places and movements"),
    ("/figures", "Figures", "How many, says who"),
    ("/sources", "Sources", "Who speaks, and who reports whom"),
    ("/origins", "Origins", "The same claim across pages"),
    ("/review", "Review", "Accept, reject, correct"),
    ("/add", "Add", "Read more pages"),
)


def environment() -> Environment:
    """Everything is escaped, and a name that a template misspells is an error."""
    made = Environment(
        loader=PackageLoader("sayso.workbench"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"menu": MENU, "version": __version__, "static": static, "built": built, "csrf_field": csrf_field}
    made.filters |= words.FILTERS
    return made


@functools.cache
def static(name: str) -> str:
    """The address of a file of ours, with its age so that browsers keep it until it changes."""
    try:
        stamp = int((STATIC / name).stat().st_mtime)
    except OSError:
        return f"/static/{name}"
    return f"/static/{name}?v={stamp:x}"


@functools.cache
def _manifest() -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads((STATIC / "built" / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found


def built(name: str) -> str | None:
    """The address of what ``islands/`` was built into; null where it was not built: pages work without."""
    found = _manifest().get(name)
    return f"/static/built/{found}" if found else None
