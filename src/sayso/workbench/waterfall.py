"""From the pages that carry a claim to the origins behind them, a step at a time, each with its reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sayso.nouns.amount import several

if TYPE_CHECKING:
    from sayso.nouns import Cluster, OriginGroup

#: edges, the plainest first: what they say of a page that has one, of one page and of several
_OWES: Final = {
    "copies": ("repeats another page", "repeat another page"),
    "agency": ("runs the copy of an agency", "run the copy of an agency"),
    "cites": ("names another page as its source", "name another page as their source"),
    "same-utterance": ("quotes the same utterance", "quote the same utterance"),
}
#: a page without an edge that is nevertheless known to go back to the same
_OTHERWISE: Final = ("goes back to the same origin", "go back to the same origin")
#: reasons of one step that are shown
_REASONS: Final = 4


@dataclass(frozen=True, slots=True)
class Step:
    """``change`` pages or origins more or fewer, which leaves ``left``; ``most`` is the largest number of all steps.

    ``low`` is set in the last step, where the number is an interval: ``low`` to ``left``.
    """

    text: str
    change: int
    left: int
    most: int
    why: tuple[str, ...] = ()
    more: int = 0
    low: int | None = None

    @property
    def bar(self) -> tuple[float, float, float]:
        """In parts of a hundred: how far what stays reaches; where what goes, comes or is not sure begins, and how wide
        it is."""
        solid = self.low if self.low is not None else min(self.left, self.left - self.change)
        moved = self.left - self.low if self.low is not None else abs(self.change)
        return 100 * solid / self.most, 100 * solid / self.most, 100 * moved / self.most


def waterfall(cluster: Cluster) -> tuple[Step, ...]:
    """Pages, minus those that have it from others, are the origins of the best guess; these are not always certain.

    A page is counted once in each origin that it has the claim from; in each, the first that owes nothing to others of
    the same stays.
    """
    groups = cluster.origins.groups
    pages = {source for group in groups for source in group.members}
    named = sum(len(group.members) for group in groups)
    owing: defaultdict[str, list[str]] = defaultdict(list)
    for group in groups:
        for kind, why in _owing(group):
            owing[kind].append(why)
    most = max(named, cluster.origins.high, 1)
    steps = [Step(f"{several(len(pages), 'page')} say it", len(pages), len(pages), most)]
    if len(pages) == 1:
        steps = [Step("1 page says it", 1, 1, most)]
    left = len(pages)
    if named > left:
        more = named - left
        steps.append(Step(f"{several(more, 'origin')} more that pages name beside their first", more, named, most))
        left = named
    for kind, (one, many) in {**_OWES, "": _OTHERWISE}.items():
        if fewer := len(owing[kind]):
            left -= fewer
            text = f"{several(fewer, 'page')} {one if fewer == 1 else many}"
            reasons = tuple(dict.fromkeys(filter(None, owing[kind])))
            steps.append(Step(text, -fewer, left, most, reasons[:_REASONS], max(0, len(reasons) - _REASONS)))
    return (*steps, _result(cluster, most))


def _owing(group: OriginGroup) -> Iterator[tuple[str, str]]:
    """Each page of an origin but one: the kind of what it owes to another, and the reason."""
    owed: dict[str, tuple[str, str]] = {}
    for kind in reversed(_OWES):
        owed |= {edge.from_: (kind, edge.why) for edge in group.edges if edge.kind == kind}
    free = [source for source in group.members if source not in owed]
    stays = free[0] if free else group.members[0]
    for source in group.members:
        if source != stays:
            yield owed.get(source, ("", ""))


def _result(cluster: Cluster, most: int) -> Step:
    low, high = cluster.origins.low, cluster.origins.high
    if low == high:
        text = f"{low} independent origin{'' if low == 1 else 's'}, surely"
    else:
        guess = len(cluster.origins.groups)
        text = f"{low} to {high} independent origins; {guess} by the best guess, but not all is sure"
    why = cluster.origins.why
    return Step(text, 0, high, most, why[:_REASONS], max(0, len(why) - _REASONS), low)
