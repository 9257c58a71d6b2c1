"""Which documents a reader turns down because of their language."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from sayso.document.language import MAX_CHARACTERS, MIN_LETTERS
from sayso.errors import ReaderError
from sayso.nouns.document import Document


def require_language(document: Document, languages: AbstractSet[str]) -> None:
    """Let a document pass whose language is one of ``languages`` (ISO 639-1), is not known, or hardly shows.

    Raises:
        ReaderError: SAY-080, it is in another language. The pipeline then reads it with the fallback reader.
    """
    language = document.language
    if language is None or language in languages:
        return
    # what a page declares and its text is too short to show is no reason to turn it down
    if sum(map(str.isalpha, document.text[:MAX_CHARACTERS])) >= MIN_LETTERS:
        raise ReaderError(
            "SAY-080", document.source, f"its language is {language}; the reader reads {', '.join(sorted(languages))}"
        )
