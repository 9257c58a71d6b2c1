"""trafilatura's choice, found again among our own blocks.

trafilatura (Barbaresi 2021, https://aclanthology.org/2021.acl-demo.15/) decides what is article text but rewrites the
page on the way, so its output is only evidence here: each of our blocks is kept where its characters stand in that
output in the order of the page. The characters themselves stay ours.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import accumulate, pairwise
from typing import cast

import trafilatura
from lxml.html import HtmlElement

from sayso.document.html.projection import TextBlock, squeeze

#: Marks the subtrees that trafilatura must not see, while it copies the tree.
_MARK = "data-sayso-skip"
#: Characters from which on a block is found by its text alone; shorter ones must stand where they ought to.
_LONG = 30
#: Length of the samples by which a block is found of which trafilatura dropped a part, and the share to be found.
_SAMPLE = 20
_SHARE = 0.6


def lines_by_trafilatura(root: HtmlElement, skip: Collection[HtmlElement] = (), *, fast: bool = False) -> list[str]:
    """The lines of text that trafilatura takes for the article; none where it finds no article."""
    for element in skip:
        element.set(_MARK, "")
    try:
        # favor_recall saves the fast mode from measuring the whole page again to see whether it should have been set:
        # what it takes in besides is furniture, which is taken out here anyway (the same texts on four sets of pages)
        found = trafilatura.bare_extraction(
            root,
            fast=fast,
            favor_recall=fast,
            include_comments=False,
            with_metadata=False,
            prune_xpath=f"//*[@{_MARK}]" if skip else None,
        )
    finally:
        for element in skip:
            del element.attrib[_MARK]
    text = cast(trafilatura.settings.Document, found).text if found is not None else ""
    return [line.strip("|- ") for line in (text or "").split("\n") if line.strip("|- ")]


def align_lines(blocks: Sequence[TextBlock], lines: Sequence[str]) -> set[int]:
    """Which blocks are among the lines.

    Long blocks are found by their characters, and the longest chain of them that keeps the order of both sides is
    believed (so that a paragraph which the page shows twice counts once). Short ones are then looked for between them.
    """
    pieces = [squeeze(line) for line in lines]
    text = "".join(pieces)
    starts = {0, *accumulate(map(len, pieces))}
    streams = [squeeze(block.text) for block in blocks]
    anchors = _chain(
        [(i, at, len(s)) for i, s in enumerate(streams) if len(s) >= _LONG for at in _occurrences(text, s)]
    )
    chosen = {i for i, _, _ in anchors}
    ends = [(-1, 0, 0), *anchors, (len(blocks), len(text), 0)]
    for (i, at, length), (j, limit, _) in pairwise(ends):
        position = at + length
        for k in range(i + 1, j):
            stream = streams[k]
            if (found := _between(text, stream, position, limit, starts)) >= 0:
                chosen.add(k)
                position = found + len(stream)
            elif len(stream) >= 2 * _LONG and _sampled(stream, text[position:limit]) >= _SHARE:
                chosen.add(k)
    return chosen


def _occurrences(text: str, stream: str) -> list[int]:
    found: list[int] = []
    at = text.find(stream)
    while at >= 0 and len(found) < 4:
        found.append(at)
        at = text.find(stream, at + 1)
    return found


def _between(text: str, stream: str, low: int, high: int, starts: set[int]) -> int:
    """Where a block stands in a part of the text: at once, or at the beginning of a later line."""
    at = text.find(stream, low, high)
    while at >= 0 and at != low and at not in starts:
        at = text.find(stream, at + 1, high)
    return at


def _sampled(stream: str, text: str) -> float:
    samples = [stream[i : i + _SAMPLE] for i in range(0, len(stream) - _SAMPLE + 1, _SAMPLE)]
    return sum(sample in text for sample in samples) / len(samples)


def _chain(found: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The heaviest chain (by length) of finds that rises in block and in place.

    Several finds of one block compete. Ties go to the later block, since teasers stand before the article.
    """
    tops: list[int] = []  # places, ascending, with the best weight of a chain that ends at or before each
    weights: list[int] = []
    backs: list[int] = []
    previous: list[int] = [-1] * len(found)
    best: list[int] = [0] * len(found)
    # finds of one block are taken from the last place to the first, so that none follows another
    order = sorted(range(len(found)), key=lambda k: (found[k][0], -found[k][1]))
    for k in order:
        _, at, length = found[k]
        index = bisect_right(tops, at) - 1
        weight = length + (weights[index] if index >= 0 else 0)
        previous[k] = backs[index] if index >= 0 else -1
        best[k] = weight
        end = at + length
        place = bisect_right(tops, end)
        if place and weights[place - 1] > weight:
            continue
        tops.insert(place, end)
        weights.insert(place, weight)
        backs.insert(place, k)
        while place + 1 < len(tops) and weights[place + 1] <= weight:
            del tops[place + 1], weights[place + 1], backs[place + 1]
    chain = []
    k = backs[-1] if backs else -1
    while k >= 0:
        chain.append(found[k])
        k = previous[k]
    return chain[::-1]
