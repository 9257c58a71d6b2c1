"""A spaCy pipeline in the sizes of its small English model, untrained: what such a one costs, not what it finds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

# fmt: off
TAGS = ["NN", "IN", "DT", "NNP", "JJ", "NNS", ",", ".", "VBD", "RB", "CC", "VB", "PRP", "VBN", "TO", "VBZ", "VBG", "CD",
        "VBP", "MD", "PRP$", "POS", "WDT", "``", "''", ":", "$", "WP", "RP", "WRB", "JJR", "NNPS", "RBR", "EX", "JJS"]
RELATIONS = ["nsubj", "dobj", "prep", "pobj", "det", "amod", "compound", "aux", "advmod", "conj", "cc", "punct",
             "ccomp", "xcomp", "advcl", "relcl", "mark", "poss", "case", "nummod", "appos", "attr", "acl", "auxpass",
             "nsubjpass", "agent", "npadvmod", "pcomp", "acomp", "neg", "prt", "dep", "quantmod", "nmod", "expl"]
ENTITIES = ["PERSON", "ORG", "GPE", "LOC", "NORP", "DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT",
            "QUANTITY", "FAC", "EVENT", "PRODUCT", "LAW", "WORK_OF_ART", "LANGUAGE"]
# fmt: on
WIDTH = 96


def blank_pipeline() -> tuple[str, Callable[[Sequence[str]], object]] | None:
    """Name and version, and the pipeline over texts, in its own batches; None where spaCy is not installed."""
    try:
        import spacy
        from spacy.training import Example
    except ImportError:
        print("spaCy is not installed (see benchmarks/requirements.txt) and is left out")
        return None
    embed = {
        "@architectures": "spacy.MultiHashEmbed.v2", "width": WIDTH, "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        "rows": [5000, 1000, 2500, 2500], "include_static_vectors": False,
    }  # fmt: skip
    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2", "width": WIDTH, "depth": 4, "window_size": 1,
        "maxout_pieces": 3,
    }  # fmt: skip
    vectors = {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}
    shared = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": vectors})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": shared}})
    nlp.add_pipe("parser", config={"model": steps("parser", 64, shared)})
    # the recogniser of the small model has a CNN of its own
    nlp.add_pipe("ner", config={"model": steps("ner", 64, vectors)})
    sample = Example.from_dict(nlp.make_doc("word " * len(TAGS)), annotated(len(TAGS)))
    nlp.initialize(lambda: [sample])
    nlp.max_length = 10_000_000
    return f"spaCy {spacy.__version__}", lambda texts: list(nlp.pipe(texts))


def steps(kind: str, width: int, vectors: dict[str, Any]) -> dict[str, Any]:
    """The model of a parser by transitions."""
    return {
        "@architectures": "spacy.TransitionBasedParser.v2", "state_type": kind, "extra_state_tokens": False,
        "hidden_width": width, "maxout_pieces": 2, "use_upper": True, "tok2vec": vectors,
    }  # fmt: skip


def annotated(words: int) -> dict[str, Any]:
    """One sentence that has every label once."""
    relations = (RELATIONS * words)[: words - 1]
    return {
        "tags": TAGS[:words],
        "heads": [0, *range(words - 1)],
        "deps": ["ROOT", *relations],
        "entities": [f"U-{label}" for label in ENTITIES] + ["O"] * (words - len(ENTITIES)),
    }
