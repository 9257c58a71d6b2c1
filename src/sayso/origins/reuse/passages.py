"""Text that two pages share: passages aligned word by word, found by seed and extension, with room for small edits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.nouns import Passage, Reuse
from sayso.nouns.base import Range
from sayso.origins.reuse.folding import Words, words_of
from sayso.origins.reuse.furniture import stock
from sayso.origins.reuse.quoted import quoted_before
from sayso.origins.reuse.runs import Run, common_runs

#: Words that were put in, taken out or replaced between two runs of one passage, at most, in either text.
GAP = 6
#: A passage has at least so many words in common, and so many of them in a row: less is idiom, a name with its title,
#: or what anybody would write of the same event.
MIN_WORDS, MIN_RUN = 12, 7
#: ... unless it is as long as this, where shorter runs will do; or both quote so many words of it.
LONG, LONG_RUN = 16, 5
MIN_QUOTED = 7
#: Different words in a passage: one word said over and over is nobody's sentence.
MIN_DISTINCT = 6
#: The part of a passage's words, in either text, that is in common.
MIN_DENSITY = 0.55


@dataclass(slots=True)
class _Chain:
    """Runs that follow each other in both texts."""

    runs: list[Run] = field(default_factory=list)

    @property
    def words(self) -> int:
        return sum(run.length for run in self.runs)

    @property
    def spans(self) -> tuple[Range, Range]:
        first, last = self.runs[0], self.runs[-1]
        return (first.a, last.a + last.length), (first.b, last.b + last.length)


def shared(
    a: str, a_text: str, b: str, b_text: str, *, furniture_a: Sequence[Range] = (), furniture_b: Sequence[Range] = ()
) -> Reuse | None:
    """The text that two documents share, or None where they share no passage.

    Stock sentences (``lexicon/stock_lines.yaml``) are left out; the shares are of the words that are not.

    Args:
        a, b: the documents' ids; the answer names them in text order, whichever comes first here.
        furniture_a, furniture_b: more ranges to leave out (see :func:`sayso.origins.reuse.furniture`).
    """
    if b < a:
        a, a_text, furniture_a, b, b_text, furniture_b = b, b_text, furniture_b, a, a_text, furniture_a
    # which text is read first must not decide what is found
    mirrored = (len(b_text), b_text) < (len(a_text), a_text)
    sides = [(words_of(a_text), (*stock(a_text), *furniture_a)), (words_of(b_text), (*stock(b_text), *furniture_b))]
    numbers: dict[str, int] = {}
    (first, first_left), (second, second_left) = (
        _numbered(words, ranges, numbers, mark) for (words, ranges), mark in zip(sides, (-1, 1), strict=True)
    )
    if mirrored:
        chains = [_mirror(chain) for chain in _chains(common_runs(second, first, gap=GAP))]
    else:
        chains = _chains(common_runs(first, second, gap=GAP))
    if not any(max(run.length for run in chain.runs) >= LONG_RUN for chain in chains):
        return None
    quoted = (quoted_before(a_text), quoted_before(b_text))
    chains = [chain for chain in chains if _counts(chain, quoted) and _says_something(chain, sides[0][0])]
    if not chains:
        return None
    chains.sort(key=lambda chain: chain.spans)
    passages = tuple(_passage(chain, sides[0][0], sides[1][0], quoted) for chain in chains)
    return Reuse(
        a=a,
        b=b,
        passages=passages,
        share_a=_share(chains, "a", len(first) - first_left),
        share_b=_share(chains, "b", len(second) - second_left),
        longest=max(passage.words for passage in passages),
    )


def covered(reuse: Reuse, document: str, ranges: Sequence[Range]) -> float:
    """What part of the code points of ``ranges`` of one of the two documents lies in their passages, 0 to 1.

    Raises:
        ValueError: the document is neither of the two.
    """
    if document not in (reuse.a, reuse.b):
        raise ValueError(f"{document} is neither {reuse.a} nor {reuse.b}")
    taken = _union([p.a if document == reuse.a else p.b for p in reuse.passages])
    asked = _union(ranges)
    total = sum(end - start for start, end in asked)
    inside = sum(max(0, min(e, end) - max(s, start)) for s, e in asked for start, end in taken)
    return inside / total if total else 0.0


def _numbered(words: Words, furniture: Sequence[Range], numbers: dict[str, int], mark: int) -> tuple[list[int], int]:
    """The words as numbers, and how many are furniture: these get numbers that no other word has."""
    made = [numbers.setdefault(word, len(numbers) + 1) for word in words.folded]
    left, at = 0, 0
    blocked = _union(furniture)
    for position, start in enumerate(words.starts):
        while at < len(blocked) and blocked[at][1] <= start:
            at += 1
        if at == len(blocked):
            break
        if blocked[at][0] <= start:
            left += 1
            # below zero, odd in one text and even in the other
            made[position] = -2 * left - (mark > 0)
    return made, left


def _chains(runs: list[Run]) -> list[_Chain]:
    """Runs put together that follow each other in both texts with small gaps."""
    done: list[_Chain] = []
    opened: list[_Chain] = []
    for run in runs:
        fitting: tuple[int, _Chain] | None = None
        still: list[_Chain] = []
        for chain in opened:
            last = chain.runs[-1]
            gap_a, gap_b = run.a - last.a - last.length, run.b - last.b - last.length
            if gap_a > GAP:
                done.append(chain)
                continue
            still.append(chain)
            if 0 <= gap_b <= GAP and (fitting is None or gap_a + gap_b < fitting[0]):
                fitting = (gap_a + gap_b, chain)
        opened = still
        if fitting:
            fitting[1].runs.append(run)
        else:
            opened.append(_Chain([run]))
    return done + opened


def _quoted(chain: _Chain, quoted: tuple[Sequence[int], Sequence[int]]) -> tuple[int, int]:
    """How many words of the runs stand inside quotation marks in either text."""
    return (
        sum(quoted[0][run.a + run.length] - quoted[0][run.a] for run in chain.runs),
        sum(quoted[1][run.b + run.length] - quoted[1][run.b] for run in chain.runs),
    )


def _counts(chain: _Chain, quoted: tuple[Sequence[int], Sequence[int]]) -> bool:
    """Whether so much in common is more than chance."""
    words, longest = chain.words, max(run.length for run in chain.runs)
    if not (
        (words >= MIN_WORDS and longest >= MIN_RUN)
        or (words >= LONG and longest >= LONG_RUN)
        or (longest >= MIN_RUN and min(_quoted(chain, quoted)) >= MIN_QUOTED)
    ):
        return False
    (a_start, a_end), (b_start, b_end) = chain.spans
    return words >= MIN_DENSITY * max(a_end - a_start, b_end - b_start)


def _says_something(chain: _Chain, a: Words) -> bool:
    return len({word for run in chain.runs for word in a.folded[run.a : run.a + run.length]}) >= MIN_DISTINCT


def _mirror(chain: _Chain) -> _Chain:
    return _Chain([Run(run.b, run.a, run.length) for run in chain.runs])


def _passage(chain: _Chain, a: Words, b: Words, quoted: tuple[Sequence[int], Sequence[int]]) -> Passage:
    (a_start, a_end), (b_start, b_end) = chain.spans
    quoted_a, quoted_b = _quoted(chain, quoted)
    return Passage(
        a=(a.starts[a_start], a.ends[a_end - 1]),
        b=(b.starts[b_start], b.ends[b_end - 1]),
        words=chain.words,
        exact=len(chain.runs) == 1,
        quoted_a=quoted_a,
        quoted_b=quoted_b,
    )


def _share(chains: list[_Chain], side: str, words: int) -> float:
    """The part of a text's words that are in the runs; a word that is in several counts once."""
    ranges = [(getattr(run, side), getattr(run, side) + run.length) for chain in chains for run in chain.runs]
    return sum(end - start for start, end in _union(ranges)) / words if words > 0 else 0.0


def _union(ranges: Sequence[Range]) -> list[Range]:
    """The same characters as ranges in order that do not touch."""
    made: list[Range] = []
    for start, end in sorted(ranges):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        elif end > start:
            made.append((start, end))
    return made
