"""In whose words a place of the text stands: the attributions whose contents cover it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable

from sayso.nouns.attribution import Attribution, Source
from sayso.nouns.mention import Mention
from sayso.reader.layers import Layers
from sayso.speakers.lexicon import pronouns
from sayso.speakers.scene import Scene

#: What makes an owner of the words before it.
_OWNER = re.compile(r"['’]s\b|(?<=s)['’](?=\s)")
#: Contents that begin further back than this many others are not looked at.
_DEPTH = 24


class Words:
    """The contents and sources of a document, looked up by character."""

    def __init__(self, scene: Scene, layers: Layers) -> None:
        self.scene = scene
        self._contents = sorted(
            ((start, end, n) for n, a in enumerate(layers.attributions) for start, end in a.content.spans)
        )
        self._begin = [start for start, _, _ in self._contents]
        self._attributions = layers.attributions
        sources = sorted(span for a in layers.attributions for span in a.source.spans[:1])
        self._sources = [start for start, _ in sources]
        self._source_ends = [end for _, end in sources]
        self._nominals = [m for m in layers.mentions if m.form == "nominal"]
        self._nominal_ends = [m.end for m in self._nominals]

    def over(self, at: int) -> list[Attribution]:
        """The attributions whose content covers a character, the innermost last."""
        last = bisect_right(self._begin, at)
        rows = self._contents[max(0, last - _DEPTH) : last]
        return [self._attributions[n] for _, end, n in rows if at < end]

    def around(self, at: int, speaker: Callable[[Attribution], int]) -> tuple[frozenset[int], frozenset[int]]:
        """Who is quoted with, and who is reported with, the words at a character."""
        quote = self.scene.quote_of(at)
        quoting: set[int] = set()
        reporting: set[int] = set()
        for attribution in self.over(at):
            who = speaker(attribution)
            cue = attribution.cue
            outside = quote >= 0 and (cue is None or self.scene.quote_of(cue.start) != quote)
            (quoting if outside else reporting).add(who)
        return frozenset(quoting - {0}), frozenset(reporting - {0})

    def quotation(self, at: int) -> Attribution | None:
        """The innermost attribution that a quotation round a character belongs to."""
        quote = self.scene.quote_of(at)
        if quote < 0:
            return next((a for a in reversed(self.over(at)) if a.manner == "direct"), None)
        outside = [a for a in self.over(at) if a.cue is None or self.scene.quote_of(a.cue.start) != quote]
        return outside[-1] if outside else self._before(at)

    def _before(self, at: int) -> Attribution | None:
        """Who was quoted last in the same paragraph: a quotation without a cue of its own goes on with them."""
        sentence = self.scene.sentence_of(at)
        for _, end, number in reversed(self._contents[: bisect_right(self._begin, at)][-_DEPTH:]):
            attribution = self._attributions[number]
            cue = attribution.cue
            if end <= at and attribution.manner != "indirect" and (cue is None or self.scene.quote_of(cue.start) < 0):
                return attribution if self.scene.same_block(self.scene.sentence_of(end - 1), sentence) else None
        return None

    def is_source(self, mention: Mention) -> bool:
        """Whether a mention is, from its first letter on, the source of something."""
        at = bisect_left(self._sources, mention.start)
        return at < len(self._sources) and self._sources[at] == mention.start and self._source_ends[at] == mention.end

    def in_source(self, mention: Mention) -> bool:
        """Whether a description is the beginning of a source, which is linked as a whole."""
        at = bisect_left(self._sources, mention.start)
        begins = at < len(self._sources) and self._sources[at] == mention.start
        return begins and self._source_ends[at] >= mention.end and not self._owns(mention)

    def is_nested(self, attribution: Attribution) -> bool:
        """Whether an attribution is part of what another says."""
        cue = attribution.cue
        return attribution.parent is not None or (cue is not None and self.scene.quote_of(cue.start) >= 0)

    def nominal_in(self, source: Source) -> Mention | None:
        """The description that a source begins with."""
        start, end = source.spans[0]
        at = bisect_left(self._nominal_ends, start + 1)
        if at < len(self._nominals) and start <= self._nominals[at].start and self._nominals[at].end <= end:
            mention = self._nominals[at]
            return mention if mention.start == start and not self._owns(mention) else None
        return None

    def _owns(self, mention: Mention) -> bool:
        """Whether a description is of an owner: in *the board's economist, Ada Kerr*, the board does not speak."""
        return _OWNER.match(self.scene.text, mention.end) is not None

    def holds(self, source: Source, token: int) -> bool:
        """Whether a word stands in the (first) span of a source."""
        start, end = source.spans[0]
        return start <= self.scene.starts[token] < end

    @staticmethod
    def is_pronoun(source: Source) -> bool:
        """Whether a source is a personal pronoun and nothing else."""
        return (source.text or "").lower() in pronouns()
