"""Pull quotes: blocks that show a stretch of another paragraph again, in larger letters."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from sayso.document.html.projection import TextBlock

#: Letters from which on a stretch that stands in another paragraph too is no chance.
_STRETCH = 24
#: Letters that a pull quote has at most.
_PULLED = 400
_LETTERS = re.compile(r"[\W_]+")
_QUOTED = re.compile(r"[“\"«„](.{20,}?)[”\"»“]")
#: Characters of a pull quote beside what it repeats: who said it.
_WHO = 60


def repeated(blocks: Sequence[TextBlock], candidates: Collection[int]) -> set[int]:
    """The positions, among the candidates, of blocks that repeat a stretch of another block.

    The other is as long or longer, and made otherwise. A block in an element of the same name and class is a paragraph
    of its own: speakers do repeat themselves.
    """
    if not candidates:
        return set()
    letters = [_LETTERS.sub("", block.text).casefold() for block in blocks]
    found = set()
    for i in sorted(candidates):
        block = blocks[i]
        least = 2 * _STRETCH if block.kind == "heading" else _STRETCH
        if not least <= len(letters[i]) <= _PULLED:
            continue
        stretches = [letters[i]]
        if (
            block.kind != "heading"
            and (quoted := _QUOTED.search(block.text))
            and len(block.text) - len(quoted[1]) < _WHO
        ):
            stretches.append(_LETTERS.sub("", quoted[1]).casefold())
        for k, other in enumerate(letters):
            if k == i or k in found or len(other) < len(letters[i]):
                continue
            if any(len(s) >= _STRETCH and s in other for s in stretches) and _looks(block) != _looks(blocks[k]):
                found.add(i)
                break
    return found


def _looks(block: TextBlock) -> tuple[str, str, str, str]:
    element = block.element
    above = element.getparent()
    outer = ("", "") if above is None else (str(above.tag), above.get("class", ""))
    return (str(element.tag), element.get("class", ""), *outer)
