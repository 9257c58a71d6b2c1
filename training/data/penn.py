"""Penn Treebank tags to universal ones (UD 2, in the manner of the English Web Treebank); None where a tag alone
cannot tell."""

from __future__ import annotations

from training.data.words import word_list

_PLAIN = {
    **dict.fromkeys(["NN", "NNS"], "NOUN"),
    **dict.fromkeys(["NNP", "NNPS"], "PROPN"),
    **dict.fromkeys(["JJ", "JJR", "JJS"], "ADJ"),
    **dict.fromkeys(["RB", "RBR", "RBS", "WRB"], "ADV"),
    **dict.fromkeys(["PRP", "PRP$", "WP", "WP$", "EX"], "PRON"),
    **dict.fromkeys([",", ".", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP"], "PUNCT"),
    **dict.fromkeys(["SYM", "$", "#"], "SYM"),
    **dict.fromkeys(["FW", "LS"], "X"),
    "MD": "AUX",
    "CC": "CCONJ",
    "CD": "NUM",
    "PDT": "DET",
    "POS": "PART",
    "RP": "ADP",
    "UH": "INTJ",
}


def universal(word: str, tag: str, before: str, after: str) -> str | None:
    """The universal tag of ``word``; ``before`` and ``after`` are the Penn tags beside it."""
    low = word.lower()
    if tag == "NN" and word == "%":
        return "SYM"
    if tag == "RB" and low in ("not", "n't", "n’t"):
        return "PART"
    if tag in _PLAIN:
        return _PLAIN[tag]
    if tag.startswith("VB"):
        if low in word_list("be"):
            return None if before == "EX" else "AUX"
        return None if low in word_list("have_do") else "VERB"
    if tag == "TO":
        return "PART" if after == "VB" else None if after.startswith("RB") else "ADP"
    if tag == "DT":
        return "DET" if low in word_list("articles") else None
    if tag == "WDT":
        return "PRON" if low in ("that", "which") else None
    if tag == "IN":
        if low in word_list("markers"):
            return "SCONJ"
        return "ADP" if low in word_list("prepositions") and after != "VBG" else None
    return None
