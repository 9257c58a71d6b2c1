"""HTML: one page for publication, of a claim, a cluster or a story, with citations; it needs nothing but itself."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from sayso.export.page.gather import gather

if TYPE_CHECKING:
    from markupsafe import Markup

    from sayso.ledger import Filters
    from sayso.ledger.store import Store

#: what a claim has besides the words of its page: *on Friday [2025-05-16]*
_GLOSS = re.compile(r"(\[[^\[\]]{1,80}\])")
TEMPLATES = Path(__file__).with_name("page") / "templates"


def write(ledger: Store, filters: Filters, out: BinaryIO) -> None:
    """Write the page. What is on it is text of strangers: all of it is escaped, and the page may load nothing.

    Raises:
        ExportError: SAY-129, nothing was chosen.
    """
    import jinja2

    story = gather(ledger, filters)
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["glossed"] = _glossed
    style = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    # the one style sheet of the page is named by its hash: nothing that a page of strangers says can add another
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    made = environment.get_template("report.html").render(story=story, style=style, style_hash=f"sha256-{digest}")
    out.write(made.encode("utf-8"))


def _glossed(text: str) -> Markup:
    """A claim with what was added to the words of its page, in square brackets, set apart."""
    from markupsafe import Markup, escape

    parts = _GLOSS.split(text)
    # what the expression caught stands at every second place
    made = (
        Markup('<span class="gloss">{}</span>').format(part) if at % 2 else escape(part)
        for at, part in enumerate(parts)
    )
    return Markup("").join(made)
