"""Place names made comparable: the key under which two writings of a name are one name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: no name of a place is longer; what is longer is no name, and is not looked up
LONGEST = 120

#: letters that no Unicode decomposition takes apart
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ı": "i",
        "ħ": "h",
        "ŋ": "n",
        "æ": "ae",
        "œ": "oe",
        "ə": "a",
        "ĸ": "k",
        "&": " and ",
    }
)
#: apostrophes, and the marks for hamza and ayn that romanised Arabic and Hebrew names carry
_DROPPED = re.compile("['’‘`´ʼʻʾʿʹ′]")
_INITIALS = re.compile(r"\b([^\W\d_])\.(?=[^\W\d_]\b)")
_OTHER = re.compile(r"[\W_]+")
#: words that are written in full or short
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


def fold(name: str) -> str:
    """The key of a name: *Sanʿāʾ*, *SANA'A* and *sanaa* have one key, and so have *Saint-Denis* and *St. Denis*.

    Compatibility decomposition (Unicode NFKD), combining marks dropped, case folded; apostrophes dropped; points
    between initials dropped; any other character that is no letter or digit a blank; a leading *the* dropped; *Saint*,
    *Mount* and *Fort* in their short forms. What is longer than :data:`LONGEST` characters has the empty key.
    """
    if len(name) > LONGEST:
        return ""
    return _fold(name)


@lru_cache(maxsize=65_536)
def _fold(name: str) -> str:
    text = name.casefold()
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
        text = text.casefold()
    text = _DROPPED.sub("", text.translate(_LETTERS))
    words = _OTHER.sub(" ", _INITIALS.sub(r"\1", text)).split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join([_SHORT.get(word, word) for word in words])
