"""Tables of data inside an article, as against tables that lay a page out and lists of links in a grid."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from lxml.html import HtmlElement

from sayso.document.html.furniture import link_share
from sayso.document.html.projection import TextBlock

#: Rows and columns from which on a table is one, and characters of its longest cell, beyond which it holds prose.
_ROWS = 2
_COLUMNS = 2
_CELL = 200
#: Share of its cells that may be links, and that must hold figures, which are what data are mostly made of.
_LINKED = 0.3
_FIGURES = 0.25


def data_cells(blocks: Sequence[TextBlock], candidates: Collection[int]) -> set[int]:
    """The positions, among the candidates, of the cells of tables of data."""
    cells: dict[HtmlElement, list[int]] = {}
    for i in candidates:
        if blocks[i].kind == "table":
            element = blocks[i].element
            table = next((e for e in (element, *element.iterancestors()) if e.tag == "table"), None)
            if table is not None:
                cells.setdefault(table, []).append(i)
    return {i for table, inside in cells.items() if _is_data(table, [blocks[i] for i in inside]) for i in inside}


def _is_data(table: HtmlElement, cells: Sequence[TextBlock]) -> bool:
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [len(row.xpath("./td|./th")) for row in table.iter("tr")]
    if len(rows) < _ROWS or sum(n >= _COLUMNS for n in rows) < _ROWS or max(len(c.text) for c in cells) > _CELL:
        return False
    if sum(link_share(cell) > 0.5 for cell in cells) > _LINKED * len(cells):
        return False
    return sum(any(c.isdigit() for c in cell.text) for cell in cells) >= _FIGURES * len(cells)
