"""Whether words are a clause of their own: more finite verbs than words that tie a clause to another."""

from __future__ import annotations

import re

from sayso.reader.common.finite import ALONE, is_finite
from sayso.reader.common.main_clause import inverts
from sayso.reader.common.words import word_class

_WORD = re.compile(r"[^\W_]+(?:[-‐'’.,]?[^\W_]+)*|[,;:.?!—–]")
_TIES = frozenset({"that", "who", "which", "whose", "whom", "when", "where", "because", "if", "while", "what", "how",
                   "why", "whether", "although", "though", "unless"})  # fmt: skip
_BARE_FORMS = frozenset({"not", "be", "been", "being", "to"})
#: Words looked at: a clause has shown itself by then.
_REACH = 60


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
    if ":" in found and found[0].lower() in word_class("determiners"):
        before = found[: found.index(":")]
        if not any(is_finite(before, [word.lower() for word in before], at) for at in range(len(before))):
            return (
                False  # "the number of wells: 40, not 50 as the town had said": what the number is said of is left out
            )
    lows = [word.lower() for word in found]
    asked = words.rstrip("\"”’'»").endswith("?")
    if inverts(lows, 0, len(lows)):
        return True
    if lows[:2] == ["of", "course"]:
        lows, found = lows[2:] or [""], found[2:] or [""]
    if lows[0] in {"to", "of"} or (lows[0] in word_class("finite") and not asked and found[0] != "IS"):
        return False
    if lows[0].endswith("ed") and lows[1:2] and lows[1] in word_class("prepositions"):
        return False  # "armed by Varna": a participle, whatever follows
    if lows[0] in {"not", "having", "being"} or (lows[0].endswith("ing") and lows[1:2] == ["of"]):
        return False
    finite = ties = 0
    inside = False  # within one group of auxiliaries and verb
    for at, low in enumerate(lows):
        if low in _TIES:
            ties += at > 0 or low != "that"  # "That is too much"
            inside = False
        elif is_finite(found, lows, at):
            if not finite and at and lows[at - 1] in word_class("coordinators"):
                continue  # "the customs hall and paid for the coffee": its subject stands elsewhere
            finite += not inside or _begins_group(low, lows[at - 1])
            inside = True
        elif not (low in _BARE_FORMS or low in word_class("adverbs") or low.endswith("ly")):
            inside = False
    if lows[0] in ALONE and (finite or len(lows) > 1):
        # "it speaks of": the word after such a pronoun is a verb, unless it is no verb for certain
        bare = finite == 0 and lows[1] in word_class("prepositions") | word_class("coordinators") | {
            ",",
            "to",
            "all",
            "both",
        }
        return finite >= ties and not bare
    return finite > ties or (asked and finite > 0)


def _begins_group(low: str, before: str) -> bool:
    """Whether a finite verb right after another is a verb of its own: *those who stayed | were safe*."""
    return low in {"is", "are", "was", "were", "has"} or (low == "had" and before not in {"has", "have"})


def lacks_subject(words: str) -> bool:
    """Whether ``words`` begin with a finite verb: *were rescued*, *will go into effect*."""
    found = re.match(r"[\W_]*([^\W_]+)", words)
    return found is not None and found[1] in word_class("finite") and not words.rstrip("\"”’'»").endswith("?")
