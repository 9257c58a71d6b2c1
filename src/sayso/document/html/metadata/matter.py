"""Which lines behind the headline and behind the text are still of this page's own matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sayso.document.html.metadata import names, visible
from sayso.document.html.metadata.visible import Line

#: Headings that do not begin another matter.
_ABOUT_AUTHOR = re.compile(r"aut(?:h?or|eu?r|ore)|\bby\b|writer", re.IGNORECASE)


def own(lines: Sequence[Line], *, behind_text: bool) -> Iterator[Line]:
    """The lines up to the first heading behind a long line, or from the beginning where they stand ``behind_text``."""
    passed = behind_text
    if lines:
        if passed and _heads_others(lines[:1]):
            return
        yield lines[0]
        passed = passed or len(lines[0].text) >= visible.LONG
    for pair in pairwise(lines):
        if passed and _heads_others(pair):
            return
        yield pair[1]
        passed = passed or len(pair[1].text) >= visible.LONG


def _heads_others(lines: Iterable[Line]) -> bool:
    """Whether the last line heads what is of other pages; a heading may also head or hold the byline or a date."""
    *_, line = lines
    element = visible.block(line.pieces[0].element)
    if element.tag not in ("h2", "h3", "h4") or any(character.isdigit() for character in line.text):
        return False
    if any(_ABOUT_AUTHOR.search(near.text) for near in lines):
        return False
    return not names.person_like(line.text) and not visible.marked(element, "author", levels=3)
