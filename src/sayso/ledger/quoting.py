"""Words that somebody copied from a page, found in it again."""

from __future__ import annotations

from sayso.nouns import Quote


def nearest(text: str, words: str, near: int) -> Quote | None:
    """Where the words stand in a text, as close to the code point ``near`` as they do; ``None`` where nowhere."""
    places = [at for at in (text.rfind(words, 0, near + len(words)), text.find(words, near)) if at >= 0]
    if not words or not places:
        return None
    start = min(places, key=lambda at: abs(at - near))
    return Quote(start=start, end=start + len(words), text=words)
