"""Names made comparable: case, accents, white space and a leading article left out."""

from __future__ import annotations

import re
import unicodedata

_ARTICLE = re.compile(r"^the\s+(?=\S)")
_POSSESSIVE = re.compile(r"['’]s?$")
#: what may stand before and after a name; taken off by hand, since an expression would go over a long run of quotation
#: marks once for each of them
_BEFORE, _AFTER = " \"“”'‘’.,;:()[]", ' "“”‘,;:()[]'


def fold(text: str) -> str:
    """The key under which two spellings of a name are one name.

    Compatibility decomposition (Unicode NFKD), combining marks dropped, case folded, white space single, a leading
    *the*, a trailing possessive and enclosing punctuation dropped. *The Guardian's* and *guardian* have the same key.
    """
    plain = text
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    plain = plain.casefold()
    plain = " ".join(plain.split()).lstrip(_BEFORE).rstrip(_AFTER)
    return _ARTICLE.sub("", _POSSESSIVE.sub("", plain)).strip()


def clean(text: str) -> str:
    """Text that every store can hold: NUL becomes a space, half surrogate pairs the replacement character."""
    if "\x00" in text:
        text = text.replace("\x00", " ")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = text.encode("utf-8", "replace").decode("utf-8")
    return text
