"""What of a stranger's text may be written to a terminal."""

from __future__ import annotations

import unicodedata


def printable(text: str) -> str:
    """One line without anything that could steer a terminal: control and format characters become spaces or nothing."""
    if text.isprintable():
        return text
    kept = (" " if c in "\n\r\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029" else c for c in text)
    # format characters (Cf) reverse and hide text; joiners are part of words in some scripts
    return "".join(c for c in kept if c in "\u200c\u200d" or unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
