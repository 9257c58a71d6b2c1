"""Two pages side by side: ``/compare?a=…&b=…``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fastapi import APIRouter, Response

from sayso.export.flat_overviews import flat_compared
from sayso.workbench.desk import At, Desk
from sayso.workbench.side_by_side import Stretch, stretches

if TYPE_CHECKING:
    from sayso.nouns.compared import Compared

router = APIRouter()

#: kinds of pairs in the order in which they are told, and how each reads
KINDS: Final = {
    "contradicts": "Contradictions",
    "updates": "Updates",
    "same": "The same claims",
    "supports": "Support",
    "different": "Held apart by a reviewer",
    "unsure": "Perhaps the same",
}


@router.get("/compare")
def show_compared(desk: At) -> Response:
    """The text that both share, what one owes the other, and how their claims stand to each other."""
    a, b = desk.asked.get("a"), desk.asked.get("b")
    if not a or not b:
        return desk.page("compare.html", title="Two pages side by side", found=[], rows=tuple, compared=None, a=a, b=b)
    compared = desk.ledger.compare(a, b)
    return desk.page(
        "compare.html",
        title="Two pages side by side",
        found=compared,
        rows=lambda: flat_compared(compared),
        compared=compared,
        texts=_texts(desk, compared) if desk.form == "html" else (),
        pairs={kind: [pair for pair in compared.pairs if pair.kind == kind] for kind in KINDS},
        kinds=KINDS,
        letters={compared.a.id: "A", compared.b.id: "B"},
        a=a,
        b=b,
    )


def _texts(desk: Desk, compared: Compared) -> tuple[list[Stretch], list[Stretch]]:
    one, other = (desk.ledger.reading(page.id).document.text for page in (compared.a, compared.b))
    return list(stretches(one, compared, "a")), list(stretches(other, compared, "b"))
