"""Training documents of a few invented sentences."""

from __future__ import annotations

import json
import string
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from sayso.reader.common.page import Page
from sayso.reader.model.pieces import CLS, PADDING, SEP, UNKNOWN

Row = dict[str, Any]


def letters() -> Tokenizer:
    """Every letter is a piece."""
    known = {"[PAD]": PADDING, "[UNK]": UNKNOWN, "[CLS]": CLS, "[SEP]": SEP}
    signs = string.ascii_lowercase + string.digits + string.punctuation
    known |= {sign: 1000 + number for number, sign in enumerate(signs)}
    known |= {f"##{sign}": 2000 + number for number, sign in enumerate(signs)}
    made = Tokenizer(models.WordPiece(known, unk_token="[UNK]"))
    made.normalizer = normalizers.Lowercase()
    made.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    return made


def ranges(page: Page, *texts: str) -> list[list[int]]:
    """The words of each stretch of text, which must occur once."""
    made = []
    for text in texts:
        assert page.text.count(text) == 1, text
        start = page.text.index(text)
        inside = [n for n, at in enumerate(page.starts) if start <= at < start + len(text)]
        made.append([inside[0], inside[-1] + 1])
    return made


def row(name: str, text: str, *attributions: dict[str, Any], layers: bool = False, **more: Any) -> Row:
    """A line of the data; attributions as ``{"cue": "said", "content": "that it rained", "parent": None}``."""
    page = Page(text)
    made: list[Row] | None = None
    if attributions or layers:
        made = []
        for number, told in enumerate(attributions):
            spans = {
                role: ranges(page, *([value] if isinstance(value, str) else value))
                for role, value in told.items()
                if role != "parent"
            }
            made.append({"id": f"a{number}", "parent": told.get("parent"), **spans})
    return {
        "id": name, "text": text, "words": [list(x) for x in zip(page.starts, page.ends, strict=True)],
        "sentences": [[s.first, s.last] for s in page.sentences], "upos": None, "heads": None, "deprels": None,
        "names": None, "fact": None, "attributions": made, "layers": layers, **more,
    }  # fmt: skip


def save(path: Path, rows: Sequence[Row]) -> Path:
    """Write the rows as the data preparation does."""
    path.write_text("".join(json.dumps(each) + "\n" for each in rows), encoding="utf-8")
    return path


BEFORE = "The ministry said on Monday that the old stone bridge had been shut."
BEHIND = "The dam above Korr had burst in the night, Ida Roux wrote."
NESTED = "Ida Roux said that officials claimed the dam burst."


def before(name: str = "before") -> Row:
    """A frame that stands before its clause."""
    content = "that the old stone bridge had been shut"
    return row(name, BEFORE, {"source": "The ministry", "cue": "said", "content": content, "time": "on Monday"})


def behind(name: str = "behind") -> Row:
    """A frame that stands behind its clause."""
    return row(
        name, BEHIND, {"source": "Ida Roux", "cue": "wrote", "content": "The dam above Korr had burst in the night"}
    )


def nested(name: str = "nested") -> Row:
    """Two layers, both marked, with names and factuality."""
    page = Page(NESTED)
    fact = [None] * len(page.words)
    fact[page.words.index("burst")] = 1.5  # type: ignore[call-overload]
    return row(
        name,
        NESTED,
        {"source": "Ida Roux", "cue": "said", "content": "that officials claimed the dam burst"},
        {"source": "officials", "cue": "claimed", "content": "the dam burst", "parent": "a0"},
        layers=True,
        names=[[*ranges(page, "Ida Roux")[0], "person"]],
        fact=fact,
    )


def parsed(name: str = "parsed") -> Row:
    """Syntax without attributions; the second sentence has a head in the first."""
    text = "Fog lay there. Rain fell."
    return row(
        name, text,
        heads=[1, -1, 1, 1, 5, 1, -2], deprels=["nsubj", "root", "advmod", "punct", "nsubj:outer", "root", None],
        upos=["NOUN", "VERB", "ADV", "PUNCT", "NOUN", "VERB", None],
    )  # fmt: skip
