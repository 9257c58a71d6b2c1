"""Whether words are a clause of their own: more finite verbs than words that tie a clause to another."""

from __future__ import annotations

import functools
import re

from sayso.lexicon import load

_WORD = re.compile(r"[^\W_]+(?:[-‐'’.,]?[^\W_]+)*|[,;:.?!—–]")
_CONTRACTED = re.compile(r"(?:n't|'re|'ve|'ll|'d|'m)$")
_TIES = frozenset({"that", "who", "which", "whose", "whom", "when", "where", "because", "if", "while", "what", "how",
                   "why", "whether", "although", "though", "unless"})  # fmt: skip
_ALONE = frozenset({"he", "she", "it", "they", "we", "i", "you", "nobody", "everyone", "everybody", "there"})
_BEFORE_NOUNS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "no", "every", "each"})
_BARE_FORMS = frozenset({"not", "be", "been", "being", "to"})
#: Words looked at: a clause has shown itself by then.
_REACH = 60


@functools.cache
def _class(name: str) -> frozenset[str]:
    return frozenset(str(word) for word in load("grammar.yaml")[name]["words"])


def is_clause(words: str) -> bool:
    """Whether ``words`` hold a main clause with subject and finite verb, by word lists and endings.

    *the number of families who had lost their homes* is none: its one finite verb belongs to *who*. *were rescued on
    Monday* is none: it has no subject. In doubt, where an unknown verb may be a noun, the answer is no.
    """
    found = _WORD.findall(words.replace("’", "'"))[:_REACH]
    while found and (found[0] in {"that", "and", "but"} or not found[0][0].isalnum()):
        del found[0]
    if not found:
        return False
    lows = [word.lower() for word in found]
    asked = words.rstrip("\"”’'»").endswith("?")
    if lows[0] in {"to", "of"} or (lows[0] in _class("finite") and not asked and found[0] != "IS"):
        return False
    if lows[0] in {"not", "having", "being"} or (lows[0].endswith("ing") and lows[1:2] == ["of"]):
        return False
    finite = ties = 0
    inside = False  # within one group of auxiliaries and verb
    for at, low in enumerate(lows):
        if low in _TIES:
            ties += at > 0 or low != "that"  # "That is too much"
            inside = False
        elif _is_finite(found, lows, at):
            if not finite and at and lows[at - 1] in _class("coordinators"):
                continue  # "the customs hall and paid for the coffee": its subject stands elsewhere
            finite += not inside or _begins_group(low, lows[at - 1])
            inside = True
        elif not (low in _BARE_FORMS or low in _class("adverbs") or low.endswith("ly")):
            inside = False
    if lows[0] in _ALONE and (finite or len(lows) > 1):
        # "it speaks of": the word after such a pronoun is a verb, unless it is no verb for certain
        bare = finite == 0 and lows[1] in _class("prepositions") | _class("coordinators") | {",", "to", "all", "both"}
        return finite >= ties and not bare
    return finite > ties or (asked and finite > 0)


def _begins_group(low: str, before: str) -> bool:
    """Whether a finite verb right after another is a verb of its own: *those who stayed | were safe*."""
    return low in {"is", "are", "was", "were", "has"} or (low == "had" and before not in {"has", "have"})


def lacks_subject(words: str) -> bool:
    """Whether ``words`` begin with a finite verb: *were rescued*, *will go into effect*."""
    found = re.match(r"[\W_]*([^\W_]+)", words)
    return found is not None and found[1] in _class("finite") and not words.rstrip("\"”’'»").endswith("?")


def _is_finite(words: list[str], lows: list[str], at: int) -> bool:
    """Whether the word at ``at`` is, as far as lists, endings and neighbours tell, a finite verb."""
    word, low = words[at], lows[at]
    if not word[0].islower() or low == "be":
        return bool(at == 0 and _CONTRACTED.search(low)) or (low.split("'")[0] in _ALONE and "'" in low)
    before = lows[at - 1] if at else ""
    after = lows[at + 1] if at + 1 < len(lows) else ""
    if _CONTRACTED.search(low) or (low.endswith("'s") and low[:-2] in _ALONE | {"that", "what", "who"}):
        return True
    if low in _class("finite"):
        return before not in _BEFORE_NOUNS and before != "to" and not (after == "by" and before not in _ALONE)
    if at == 0 or before in _class("determiners") or before in _class("possessives"):
        return False
    if low.endswith("ed") and len(low) > 4:
        return before not in _class("prepositions") | {",", "be", "been", "being"} and after != "by"
    if low.endswith("s") and not low.endswith("ss") and len(low) > 3:
        return (after in {"the", "a", "an", "his", "her", "its", "their", "no", "between"} or after[:1].isdigit()) and (
            words[at - 1][0].isalpha() and before not in _class("prepositions")
        )
    return False
