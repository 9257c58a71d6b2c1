"""A model without weights: a vocabulary of whole words, and graphs that answer what a table says of each word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from sayso.reader.model.features import SENTENCES
from sayso.reader.model.graphs import Floats, Ints
from sayso.reader.model.labels import Labels
from sayso.reader.model.pieces import CLS, PADDING, SEP, UNKNOWN
from sayso.reader.model.syntax import ParserWeights
from sayso.reader.model.weights import Biases, Card, Model

LABELS = Labels(
    columns={"outer": 3, "cue": 3, "names": 5, "upos": 4, "factuality": 1},
    cue=("O", "B", "I"),
    names=("O", "B-person", "I-person", "B-place", "I-place"),
    upos=("NOUN", "PROPN", "PUNCT", "VERB"),
    deprels=("dep", "nsubj", "punct", "ccomp"),
    roles=("O", *(f"{part}-{role}" for role in ("source", "content") for part in "BIES")),
    circumstances=("O", "B-addressee", "I-addressee"),
    state=2,
    arc=40,
    rel=4,
)
FIRST_ID = 200
SURE = 9.0
SAME = SENTENCES // 2


@dataclass
class Said:
    """What the graphs say of one word; ``roles`` and ``circumstances`` by the cue of its sentence."""

    outer: str = "O"
    cue: str = "O"
    name: str = "O"
    upos: str = "NOUN"
    factuality: float = 0.0
    head: str | None = None
    deprel: str = "dep"
    roles: dict[str, str] = field(default_factory=dict)
    circumstances: dict[str, str] = field(default_factory=dict)


def made_tokenizer(words: Sequence[str]) -> Tokenizer:
    """One piece a word; the n-th word has the id ``FIRST_ID + n``."""
    vocabulary = {"[PAD]": PADDING, "[UNK]": UNKNOWN, "[CLS]": CLS, "[SEP]": SEP}
    vocabulary |= {word: FIRST_ID + number for number, word in enumerate(words)}
    made = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    made.normalizer = normalizers.Lowercase()
    made.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    return made


class TableGraphs:
    """Looks each word up by its piece; a state is the id of its word, so that the second graph knows it again."""

    def __init__(self, table: dict[str, Said]) -> None:
        self.table = table
        self.words = list(table)
        self.windows: list[int] = []
        self.groups: list[int] = []

    def _of(self, number: float) -> Said:
        at = round(float(number)) - FIRST_ID
        return self.table[self.words[at]] if 0 <= at < len(self.words) else Said()

    def encode(self, ids: Ints, features: Ints, mask: Ints) -> tuple[Floats, Floats, Floats]:
        assert ids.shape == features.shape == mask.shape
        assert (ids[:, 0] == CLS).all()
        self.windows.append(int(mask.sum()))
        scores = np.zeros((*ids.shape, sum(LABELS.columns.values())), dtype=np.float32)
        arcs = np.zeros((*ids.shape, 2 * LABELS.arc + 2 * LABELS.rel), dtype=np.float32)
        by_task = LABELS.split(np.arange(scores.shape[2])[None].astype(np.float32))
        start = {name: int(columns[0, 0]) for name, columns in by_task.items()}
        for at in np.ndindex(*ids.shape):
            said = self._of(ids[at])
            for task, label, known in (
                ("outer", said.outer, LABELS.cue),
                ("cue", said.cue, LABELS.cue),
                ("names", said.name, LABELS.names),
                ("upos", said.upos, LABELS.upos),
            ):
                scores[at][start[task] + known.index(label)] = SURE
            scores[at][start["factuality"]] = said.factuality
            own = int(ids[at]) - FIRST_ID + 1
            above = self.words.index(said.head) + 1 if said.head else 0
            if 0 < own < LABELS.arc:
                arcs[at][above] = arcs[at][LABELS.arc + own] = SURE
                arcs[at][2 * LABELS.arc + LABELS.deprels.index(said.deprel)] = SURE
        states = np.repeat(ids[:, :, None], 2 * LABELS.state, axis=2).astype(np.float32)
        return scores, states, arcs

    def roles(self, words: Floats, cue: Floats, places: Ints, sentences: Ints, mask: Ints) -> tuple[Floats, Floats]:
        assert words.shape[:2] == places.shape == sentences.shape == mask.shape
        self.groups.append(len(words))
        roles = np.zeros((*mask.shape, len(LABELS.roles)), dtype=np.float32)
        circumstances = np.zeros((*mask.shape, len(LABELS.circumstances)), dtype=np.float32)
        for row, column in np.ndindex(*mask.shape):
            name = self.words[round(float(cue[row, 0])) - FIRST_ID]
            near = mask[row, column] and sentences[row, column] == SAME
            said = self._of(words[row, column, 0]) if near else Said()
            roles[row, column, LABELS.roles.index(said.roles.get(name, "O"))] = SURE
            circumstances[row, column, LABELS.circumstances.index(said.circumstances.get(name, "O"))] = SURE
        return roles, circumstances


def parser_weights() -> ParserWeights:
    """An arc is good where the word's first half names its head; a relation is what the word says it is."""
    root: npt.NDArray[np.float32] = np.zeros(LABELS.arc, dtype=np.float32)
    root[0] = 1.0
    rel = np.zeros((len(LABELS.deprels), LABELS.rel + 1, LABELS.rel + 1), dtype=np.float32)
    rel[np.arange(LABELS.rel), np.arange(LABELS.rel), -1] = 1.0
    return ParserWeights(
        root=root,
        root_rel=np.zeros(LABELS.rel, dtype=np.float32),
        arc=np.eye(LABELS.arc, dtype=np.float32),
        head_bias=np.zeros(LABELS.arc, dtype=np.float32),
        rel=rel,
    )


def made_model(graphs: TableGraphs, biases: Biases | None = None) -> Model:
    """A model that reads what the table of the graphs says."""
    return Model(
        card=Card(
            version="made",
            labels=LABELS,
            biases=biases or Biases(outer=0.0, cue=0.0, alone=0.5, nested=0.4),
            files={},
        ),
        tokenizer=made_tokenizer(graphs.words),
        graphs=graphs,
        transitions=np.zeros((len(LABELS.roles), len(LABELS.roles)), dtype=np.float32),
        parser=parser_weights(),
    )
