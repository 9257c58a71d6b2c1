"""Words to word pieces (WordPiece, uncased), one row of ids a word."""

from __future__ import annotations

from collections.abc import Sequence

from tokenizers import Tokenizer

#: ids of the vocabulary of BERT
CLS, SEP, UNKNOWN, PADDING = 101, 102, 100, 0
#: A word keeps so many pieces at most: what is longer is no word, and its beginning says so.
LONGEST = 12
_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


def load_tokenizer(path: str) -> Tokenizer:
    """The tokenizer of the file, without padding and truncation."""
    made = Tokenizer.from_file(path)
    made.no_padding()
    made.no_truncation()
    return made


def word_pieces(tokenizer: Tokenizer, words: Sequence[str]) -> list[list[int]]:
    """The ids of the pieces of each word, at least one and at most :data:`LONGEST`."""
    made: list[list[int]] = [[] for _ in words]
    for begin in range(0, len(words), 4096):
        # a word of many characters costs the tokenizer time for pieces that are dropped
        part = [word[:100].translate(_MARKS) for word in words[begin : begin + 4096]]
        encoding = tokenizer.encode(part, is_pretokenized=True, add_special_tokens=False)
        for piece, word in zip(encoding.ids, encoding.word_ids, strict=True):
            if word is not None:
                made[begin + word].append(piece)
    return [row[:LONGEST] or [UNKNOWN] for row in made]
