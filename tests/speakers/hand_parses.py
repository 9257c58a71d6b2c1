"""Texts with a parse written out by hand: one word a line, with its part of speech, its head and its relation."""

from __future__ import annotations

from sayso.nouns import Mention
from sayso.reader.layers import Layers, Token


def layers(rows: str, *mentions: tuple[str, str, str]) -> tuple[str, Layers]:
    """A sentence and its layers. ``rows``: ``WORD UPOS HEAD RELATION`` a line, heads counted from 1, 0 the root;
    ``mentions``: text, type and form, in text order."""
    text, tokens, made, at = "", [], [], 0
    for row in rows.strip().splitlines():
        word, upos, head, relation = row.split()
        start = len(text)
        text += word + " "
        tokens.append(Token(start=start, end=start + len(word), upos=upos, head=int(head) - 1, deprel=relation))
    text = text.rstrip()
    for number, (words, kind, form) in enumerate(mentions, 1):
        at = text.index(words, at)
        made.append(
            Mention(id=f"m{number}", start=at, end=at + len(words), text=words, type=kind, entity=None, form=form)  # type: ignore[arg-type]
        )
        at += len(words)
    return text, Layers(
        sentences=((0, len(text)),), tokens=tuple(tokens), quotations=(), mentions=tuple(made), attributions=()
    )
