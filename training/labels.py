"""The labels of every task, in the order in which the nets give them. They travel with the model."""

from __future__ import annotations

CUE = ("O", "B", "I")
NAME_TYPES = ("person", "organization", "place", "group")
NAMES = ("O", *(f"{part}-{kind}" for kind in NAME_TYPES for part in "BI"))
UPOS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip
#: relations of UD without their subtypes, which a small treebank does not teach
DEPRELS = (
    "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound", "conj", "cop", "csubj",
    "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod",
    "nsubj", "nummod", "obj", "obl", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
    "nsubj:pass", "csubj:pass", "aux:pass", "obl:agent", "nmod:poss", "acl:relcl",
)  # fmt: skip
#: what the second graph gives each word for one cue: begin, inside, end, single
ROLES = ("O", *(f"{part}-{role}" for role in ("source", "content") for part in "BIES"))
CIRCUMSTANCES = ("O", *(f"{part}-{role}" for role in ("venue", "addressee", "time") for part in "BI"))
#: the columns of the word scores of the first graph
COLUMNS = {"outer": len(CUE), "cue": len(CUE), "names": len(NAMES), "upos": len(UPOS), "factuality": 1}


def deprel(label: str) -> str:
    """The label as the net knows it: a subtype is kept where it is in :data:`DEPRELS`."""
    if label in DEPRELS:
        return label
    short = label.split(":")[0]
    return short if short in DEPRELS else "dep"
