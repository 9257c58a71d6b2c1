"""The marks of a text and how they nest: what a terminal and a page both draw."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, Literal, NamedTuple, Protocol, TypeVar

from sayso.nouns import Reading

Role = Literal["content", "source", "cue"]

#: role -> the marks before and after; they stand in the text, so that nothing rests on colour alone
BRACKETS: dict[Role, tuple[str, str]] = {"content": ("{", "}"), "source": ("[", "]"), "cue": ("‹", "›")}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ORDER: dict[Role, int] = {"content": 0, "source": 1, "cue": 2}


class Ranged(Protocol):
    """A stretch of a text, ``[start, end)``. Of those with one range, the one with the lowest ``rank`` is outermost."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def rank(self) -> int: ...


M = TypeVar("M", bound=Ranged)


class Mark(NamedTuple):
    """A stretch of the text, ``[start, end)`` in code points, and the part that it has in an attribution."""

    start: int
    end: int
    role: Role
    attribution: str

    @property
    def rank(self) -> int:
        return _ORDER[self.role]

    @property
    def number(self) -> str:
        """The number of the attribution: *3* of ``a3``; an id of another form is left whole."""
        return self.attribution.removeprefix("a") or self.attribution

    @property
    def opening(self) -> str:
        return BRACKETS[self.role][0] + self.number.translate(_RAISED)

    @property
    def closing(self) -> str:
        # a content may be long, and contents may cross: its end says whose it is
        return (self.number.translate(_RAISED) if self.role == "content" else "") + BRACKETS[self.role][1]


class Open(NamedTuple, Generic[M]):
    """A mark begins, or, where ``first`` is false, goes on behind the end of one that it crosses."""

    mark: M
    first: bool


class Close(NamedTuple, Generic[M]):
    """A mark ends, or, where ``last`` is false, is interrupted by the end of one that it crosses."""

    mark: M
    last: bool


class Stretch(NamedTuple):
    """Text in which no mark begins or ends."""

    start: int
    end: int


def marks_of(reading: Reading) -> list[Mark]:
    """All marks of a reading, inside its text and none of them empty."""
    length = len(reading.document.text)
    found: list[Mark] = []
    for attribution in reading.attributions:
        parts: list[tuple[Role, tuple[int, int]]] = [("content", span) for span in attribution.content.spans]
        parts += [("source", span) for span in attribution.source.spans]
        if attribution.cue:
            parts.append(("cue", (attribution.cue.start, attribution.cue.end)))
        for role, (start, end) in parts:
            start, end = max(0, start), min(end, length)
            if start < end:
                found.append(Mark(start, end, role, attribution.id))
    return found


def nested(length: int, marks: Sequence[M]) -> Iterator[Open[M] | Close[M] | Stretch]:
    """Walk through a text of ``length`` code points: every stretch once, and every ``Open`` with its ``Close``.

    Marks that begin together open the longer first; marks that cross are closed and opened again, so that the answer
    is always a tree.
    """
    waiting = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.rank))
    opened: list[M] = []
    at = position = 0
    while position < len(waiting) or opened:
        begin = waiting[position].start if position < len(waiting) else length
        end = min((mark.end for mark in opened), default=length)
        here = min(begin, end)
        if at < here:
            yield Stretch(at, here)
            at = here
        if opened and end == here:
            lowest = next(index for index, mark in enumerate(opened) if mark.end == here)
            above = opened[lowest:]
            del opened[lowest:]
            for mark in reversed(above):
                yield Close(mark, last=mark.end == here)
            for mark in above:
                if mark.end > here:
                    opened.append(mark)
                    yield Open(mark, first=False)
        else:
            opened.append(waiting[position])
            yield Open(waiting[position], first=True)
            position += 1
    if at < length:
        yield Stretch(at, length)
