"""Whether a page writes the day or the month first in dates in figures."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.lexicon import load
from sayso.measures.times.words import Item
from sayso.nouns.document import Document


def day_first(expressions: Sequence[Item], document: Document) -> bool | None:
    """What the page itself decides: a date like 25/12/2017, its language tag, the domain it lies under; else null."""
    votes = {"day": 0, "month": 0}
    for item in expressions:
        if item.kind == "DAY" and item.rule == "date in figures":
            text = document.text[item.start : item.end]
            first, second = (int(part) for part in text.replace(".", "/").replace("-", "/").split("/")[:2])
            if first > 12:  # no month
                votes["day"] += 1
            elif second > 12:
                votes["month"] += 1
    if votes["day"] != votes["month"]:
        return votes["day"] > votes["month"]
    data = load("date_order.yaml")
    if document.language and document.language.lower() in data["month_first_tags"]["words"]:
        return False
    host = (document.url or "").split("//")[-1].split("/")[0].split(":")[0].lower()
    top = host.rsplit(".", 1)[-1] if "." in host else ""
    if top in data["month_first_domains"]["words"]:
        return False
    return True if top in data["day_first_domains"]["words"] else None
