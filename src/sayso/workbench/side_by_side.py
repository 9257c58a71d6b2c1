"""Two documents side by side: the text of each, cut where shared passages begin and end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.nouns.compared import Compared


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some text of a document; ``passage`` is the number of the shared one that it belongs to, null where none."""

    text: str
    passage: int | None
    exact: bool = True


def stretches(text: str, compared: Compared, side: Literal["a", "b"]) -> Iterator[Stretch]:
    """The whole text in pieces. Where two passages overlap, the one that begins first has what both have."""
    spans = sorted(
        ((*getattr(passage, side), number, passage.exact) for number, passage in enumerate(compared.passages, start=1)),
        key=lambda span: (span[0], span[2]),
    )
    at = 0
    for start, end, number, exact in spans:
        begin = max(start, at)
        if end <= begin:
            continue
        if begin > at:
            yield Stretch(text[at:begin], None)
        yield Stretch(text[begin:end], number, exact)
        at = end
    if at < len(text):
        yield Stretch(text[at:], None)
