"""The trained reader: profile ``model``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from sayso.nouns.document import Document
from sayso.reader.common.attributions import attributions_of
from sayso.reader.common.figures import with_figures
from sayso.reader.common.hop import Hop, overlaps
from sayso.reader.common.nesting import parents
from sayso.reader.common.page import Page
from sayso.reader.common.spoken import require_language
from sayso.reader.common.unnamed import without_wishes
from sayso.reader.layers import Layers, Token
from sayso.reader.model.encode import Words, encode, parts
from sayso.reader.model.features import sentence_numbers
from sayso.reader.model.hops import Candidates, accepted, calibrated, hop_of, moved
from sayso.reader.model.mentions import find_mentions
from sayso.reader.model.reconcile import with_rules
from sayso.reader.model.roles import read_roles
from sayso.reader.model.syntax import parse
from sayso.reader.model.tagging import Tagged, probabilities, tag
from sayso.reader.model.weights import FOLDER, Model, load_model
from sayso.reader.rules.find import find_hops

#: English, and two languages so near to it that English is taken for them
LANGUAGES = frozenset({"en", "pcm", "sco"})


class ModelReader:
    """Finds attributions, names and syntax of English news with a small net; the rules add circumstances and polarity.

    The model is loaded with the first document.
    """

    profile = "model"

    def __init__(
        self, folder: Path = FOLDER, model: Model | None = None, encoder: Callable[..., Words] = encode
    ) -> None:
        """A reader with the weights of a folder, or with a model at hand; ``encoder`` does the work of
        :func:`~sayso.reader.model.encode.encode`, and may remember what it did."""
        self._folder = folder
        self._model = model
        self._encode = encoder

    @property
    def model(self) -> Model:
        """The weights.

        Raises:
            ReaderError: they are missing or damaged (SAY-082).
        """
        if self._model is None:
            self._model = load_model(self._folder)
        return self._model

    @property
    def version(self) -> str:
        """The version of the weights."""
        return self.model.card.version

    def read(self, document: Document) -> Layers:
        """Read a document whole, in one pass. See :class:`sayso.reader.layers.Reader`."""
        require_language(document, LANGUAGES)
        page = Page(document.text)
        tokens: list[Token] = []
        names: list[Tagged] = []
        hops: list[Hop] = []
        by_rule = find_hops(page)
        for begin, end in parts(page):
            words = self._encode(page, begin, end, self.model.tokenizer, self.model.graphs)
            tokens += self._tokens(page, begin, end, words)
            names += self._names(page, begin, end, words)
            hops += self._hops(page, begin, end, words, by_rule)
        hops.sort(key=lambda hop: hop.cue)
        hops = with_figures(page, without_wishes(page, with_rules(page, hops, by_rule)))
        return Layers(
            sentences=tuple((s.start, s.end) for s in page.sentences),
            tokens=tuple(tokens),
            quotations=page.quotations,
            mentions=find_mentions(page, names),
            attributions=attributions_of(page, hops, parents(hops)),
        )

    def _tokens(self, page: Page, begin: int, end: int, words: Words) -> list[Token]:
        labels = self.model.card.labels
        scores = labels.split(words.scores)
        heads, rels = parse(words.arcs, _ranges(page, begin, end, words.first), self.model.parser)
        made = []
        for at, (upos, head, rel) in enumerate(
            zip(scores["upos"].argmax(axis=1).tolist(), heads.tolist(), rels.tolist(), strict=True)
        ):
            kind = labels.upos[upos]
            made.append(
                Token(
                    start=page.starts[words.first + at],
                    end=page.ends[words.first + at],
                    upos=kind,
                    head=words.first + head if head >= 0 else -1,
                    deprel=labels.deprels[rel] if head >= 0 else "root",
                    factuality=_factuality(scores["factuality"][at, 0]) if kind == "VERB" else None,
                )
            )
        return made

    def _names(self, page: Page, begin: int, end: int, words: Words) -> list[Tagged]:
        labels = self.model.card.labels
        ranges = _ranges(page, begin, end, words.first)
        scores = labels.split(words.scores)["names"]
        found = tag(scores, labels.names, ranges, self.model.card.biases.names)
        return [name._replace(first=name.first + words.first, last=name.last + words.first) for name in found]

    def _hops(self, page: Page, begin: int, end: int, words: Words, by_rule: Sequence[Hop]) -> list[Hop]:
        card = self.model.card
        candidates = self._candidates(page, begin, end, words, by_rule).hopeful(card.biases)
        cues = candidates.cues()
        if not cues:
            return []
        found = read_roles(
            cues,
            words.states,
            sentence_numbers(_ranges(page, begin, end, words.first)),
            self.model.graphs,
            card.labels,
            self.model.transitions,
        )
        kept = accepted(candidates, found, card.biases)
        return [hop_of(page, moved(one, words.first), calibrated(score, card.calibration)) for one, score in kept]

    def _candidates(self, page: Page, begin: int, end: int, words: Words, by_rule: Sequence[Hop]) -> Candidates:
        """Cues, counted from the first word of the part."""
        card = self.model.card
        scores = card.labels.split(words.scores)
        ranges = _ranges(page, begin, end, words.first)
        outer = tag(scores["outer"], card.labels.cue, ranges, card.biases.outer)
        taken = np.zeros(words.last - words.first, dtype=bool)
        sure = np.maximum(*(1 - probabilities(scores[head])[:, 0] for head in ("outer", "cue")))
        own = [
            (hop.cue[0] - words.first, hop.cue[1] - words.first)
            for hop in by_rule
            if words.first <= hop.cue[0] and hop.cue[1] <= words.last
        ]
        # where the rules see a cue too, its bounds may be in doubt but not what it is
        other = [
            one._replace(score=max(one.score, float(sure[one.first : one.last].mean())))
            if overlaps((one.first, one.last), own)
            else one
            for one in _free(tag(scores["cue"], card.labels.cue, ranges, card.biases.cue), outer, taken)
        ]
        ruled = _free([Tagged(a, b, "", float(sure[a:b].mean())) for a, b in own], other, taken)
        return Candidates(outer, other, ruled)


def _free(tags: Sequence[Tagged], earlier: Sequence[Tagged], taken: npt.NDArray[np.bool_]) -> list[Tagged]:
    """Those that overlap nothing earlier and none of their own before them; ``taken`` [words] is kept up."""
    for cue in earlier:
        taken[cue.first : cue.last] = True
    made = []
    for cue in tags:
        if not taken[cue.first : cue.last].any():
            taken[cue.first : cue.last] = True
            made.append(cue)
    return made


def _ranges(page: Page, begin: int, end: int, first: int) -> Sequence[tuple[int, int]]:
    return [(s.first - first, s.last - first) for s in page.sentences[begin:end]]


def _factuality(value: np.float32) -> float:
    return round(float(np.clip(value, -3.0, 3.0)), 2)
