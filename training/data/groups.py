"""Words that name nationalities, religions, ethnic and political groups."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from training.data.words import word_list


@cache
def group_words(kb: Path) -> frozenset[str]:
    """All group words in lower case, single words and phrases, from ``kb/mledoze_countries.json`` and words.toml."""
    words = set(word_list("groups"))
    source = kb / "mledoze_countries.json"
    if source.is_file():
        for country in json.loads(source.read_text("utf-8")):
            for form in country.get("demonyms", {}).get("eng", {}).values():
                words.update(part.strip().lower() for part in re.split(r",| or |/", form) if part.strip())
    return frozenset(words)


def is_group(phrase: str, words: frozenset[str]) -> bool:
    """Does the phrase, without more, name a group? Plurals count."""
    low = phrase.lower().replace("’", "'")
    return any(
        form in words for form in (low, low.removesuffix("s"), low.removesuffix("es"), low.removesuffix("men") + "man")
    )
