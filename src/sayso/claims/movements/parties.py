"""Who moves and who makes them: subjects and objects of a verb, by the reader's syntax and by the order of words."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.claims.movements.frames import verb_list, words
from sayso.claims.movements.sentence import NOMINAL, QUOTES, RELATIVES, Sentence
from sayso.reader.common.words import word_class

#: Words of the longest noun phrase that is looked for.
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its words ``[first, last)``, and its head."""

    first: int
    last: int
    head: int


def phrase_of(sentence: Sentence, head: int) -> Phrase:
    """The noun phrase of a head: its determiners, adjectives and of-phrases, without what is added behind."""
    alone = word_class("subject_pronouns") | word_class("object_pronouns")
    if sentence.tags[head] == "PRON" and sentence.lows[head] in alone - {"those", "others"}:
        return Phrase(head, head + 1, head)
    first = _first_of(sentence, head)
    last = head + 1
    if sentence.lows[last : last + 1] == [","] and sentence.tags[head] == "NOUN":
        # "the president, Ana Roux, left": the name in apposition
        name = last + 1
        while name < len(sentence) and sentence.tags[name] == "PROPN":
            name += 1
        if name > last + 1 and (name == len(sentence) or sentence.tags[name] in {"PUNCT", "VERB", "AUX", "ADV"}):
            return Phrase(first, name, head)
    while last < len(sentence) and last - first < _LONGEST:
        low = sentence.lows[last]
        if low == "of" or (sentence.tags[last] == "PROPN" and sentence.rels[last] in {"flat", "compound", ""}):
            last += 1
            if low == "of":
                while last < len(sentence) and sentence.tags[last] in NOMINAL and sentence.lows[last] not in RELATIVES:
                    last += 1
            continue
        break
    return Phrase(first, last, head)


def _first_of(sentence: Sentence, head: int) -> int:
    """Where the noun phrase before a head begins, without quotation marks and conjunctions in front."""
    first = head
    while first > 0 and head - first < _LONGEST and _goes_before(sentence, first - 1, head):
        first -= 1
    while first < head and (sentence.lows[first] in QUOTES or sentence.tags[first] in {"PUNCT", "CCONJ"}):
        first += 1
    return first


def _goes_before(sentence: Sentence, at: int, head: int) -> bool:
    """Whether a word before a head belongs to its phrase."""
    low, tag = sentence.lows[at], sentence.tags[at]
    if low in RELATIVES and (tag != "DET" or at + 1 < head or sentence.lows[head].endswith("s")):
        return False  # "said that the rebels"
    if low == "of":
        return at > 0 and sentence.tags[at - 1] in NOMINAL
    if tag in {"NOUN", "PROPN", "ADJ", "NUM", "SYM"} or (tag == "DET"):
        return True
    if low in QUOTES and at + 1 < head:
        return True
    if sentence.words[at] == "IS" or (tag == "PART" and low in {"'s", "'"}):
        return True  # the group, which a tagger may take for the verb
    if tag == "VERB" and sentence.rels[at] == "amod":
        return True
    if tag == "PRON" and low in word_class("possessives"):
        return True
    return tag == "ADV" and low in words("before_numbers")


def phrase_ending(sentence: Sentence, at: int) -> Phrase | None:
    """The noun phrase whose last word is ``at``, by the order of words."""
    if at < 0 or sentence.tags[at] not in {"NOUN", "PROPN", "PRON", "NUM", "X"}:
        return None
    if sentence.lows[at] in RELATIVES:
        return None
    first = _first_of(sentence, at)
    # "four of the men": the head stands before "of"
    of = next((i for i in range(first, at) if sentence.lows[i] == "of" and i > first), None)
    return Phrase(first, at + 1, of - 1 if of is not None else at)


def trimmed(sentence: Sentence, span: tuple[int, int]) -> Phrase | None:
    """The noun phrase within the words of an object."""
    first, last = span
    while first < last and (sentence.tags[first] in {"PUNCT", "ADV", "CCONJ"} or sentence.lows[first] in QUOTES):
        if sentence.tags[first] == "ADV" and first + 1 < last and sentence.tags[first + 1] == "NUM":
            break
        first += 1
    stop = first
    while stop < last and (
        sentence.tags[stop] in NOMINAL | {"PART", "ADV"}
        or sentence.lows[stop] in QUOTES | {"of"}
        or sentence.words[stop] == "IS"
        or (sentence.tags[stop] == "VERB" and sentence.rels[stop] == "amod")
    ):
        if sentence.tags[stop] == "ADV" and sentence.lows[stop] not in words("within_numbers"):
            break
        stop += 1
    while stop > first and (sentence.tags[stop - 1] in {"PUNCT", "ADV"} or sentence.lows[stop - 1] in QUOTES):
        stop -= 1
    if stop <= first or all(sentence.tags[i] in {"DET", "ADV"} for i in range(first, stop)):
        return None
    of = next((i for i in range(first + 1, stop) if sentence.lows[i] == "of"), None)
    return Phrase(first, stop, of - 1 if of is not None else stop - 1)


def is_passive(sentence: Sentence, at: int) -> bool:
    """Whether the participle ``at`` is passive: *was taken*, *being taken*, or a participle behind its noun."""
    i = at - 1
    while i >= 0 and (sentence.tags[i] in {"ADV", "PART"} or sentence.lows[i] in QUOTES | {"not", "to"}):
        i -= 1
    if i >= 0:
        low = sentence.lows[i]
        if low in word_class("be") or low in {"get", "got", "gets", "getting"}:
            return sentence.words[i] != "IS"
        if low in word_class("have") or sentence.tags[i] == "AUX":
            return False
    if sentence.heads[at] is not None or sentence.rels[at]:
        rel = sentence.rels[at]
        if sentence.children(at, "nsubj:pass", "aux:pass"):
            return True
        return rel in {"acl", "amod", "advcl"} and not sentence.children(at, "nsubj", "obj")
    return False


def subject_of(sentence: Sentence, at: int, depth: int = 0) -> Phrase | None:
    """Whose movement or doing a verb is. None where the sentence does not say."""
    accused = _accused(sentence, at)
    if accused is not None:
        return accused
    if depth == 0 and sentence.tags[at - 1] == "VERB" and sentence.lows[at - 1] in verb_list("planning") and at > 1:
        return subject_of(sentence, at - 1, 1)  # "are considering moving"
    by_tree = _by_tree(sentence, at, depth)
    return by_tree or _by_order(sentence, at) or _shared(sentence, at, depth)


def _accused(sentence: Sentence, at: int) -> Phrase | None:
    """*Accusing Qatar of transporting*, *stopped them from leaving*, *ordered the crews to leave*."""
    i = at - 1
    while i > 0 and sentence.tags[i] in {"ADV", "AUX"}:
        i -= 1
    if i < 2 or sentence.lows[i] not in {"of", "from", "to", "into"}:
        return None
    found = phrase_ending(sentence, i - 1)
    # "the threat of", "an order to": a noun that means something done is no doer
    if found is None or found.first < 1:
        return None
    before = found.first - 1
    while before > 0 and sentence.lows[before] in QUOTES:
        before -= 1
    if sentence.lows[i] == "to" and sentence.lows[before] == "for":
        return found  # "called for the men to be taken to Bria"
    return found if sentence.lows[before] in verb_list("accusing") else None


def _by_tree(sentence: Sentence, at: int, depth: int) -> Phrase | None:
    subjects = [i for i in sentence.children(at, "nsubj", "nsubj:pass") if i < at]
    if subjects:
        best = subjects[-1]
        if sentence.lows[best] in RELATIVES and sentence.tags[best] != "DET":
            return _antecedent(sentence, at, best)
        return phrase_of(sentence, best)
    head, rel = sentence.heads[at], sentence.rels[at].split(":")[0]
    if head is None or depth > 4:
        return None
    beside = _beside(sentence, at)
    if beside is not None:
        return beside
    if rel == "acl" and at and sentence.lows[at - 1] == "," and sentence.lows[at].endswith("ing"):
        return _shared(sentence, at, depth)  # "they went north, ending in Lugano"
    if (
        rel == "acl"
        and at
        and sentence.tags[at - 1] not in {"ADP", "SCONJ"}
        and sentence.tags[head] in {"NOUN", "PROPN", "PRON", "NUM"}
        and sentence.lows[at - 1] != "to"
    ):
        return phrase_of(sentence, head)
    if rel in {"conj", "xcomp", "advcl", "acl"} and head < at and sentence.tags[head] in {"VERB", "AUX", "ADJ"}:
        return subject_of(sentence, head, depth + 1)
    return None


def _shared(sentence: Sentence, at: int, depth: int) -> Phrase | None:
    """The subject of the verb before, where a verb follows a comma or a conjunction: *came from A and crossed at B*."""
    i = at - 1
    while i >= 0 and (sentence.tags[i] in {"AUX", "ADV", "PART"} or sentence.lows[i] in QUOTES):
        i -= 1
    if i < 1 or depth > 4 or sentence.lows[i] not in {",", "and", "or", "then", "but"}:
        return None
    verb = next((j for j in range(i - 1, max(-1, i - 25), -1) if sentence.tags[j] == "VERB"), None)
    return subject_of(sentence, verb, depth + 1) if verb is not None else None


def _beside(sentence: Sentence, at: int) -> Phrase | None:
    """The noun phrase right before a verb group, where it begins a clause: the tree may have missed it."""
    i = at - 1
    while i >= 0 and sentence.tags[i] in {"AUX", "ADV"} and sentence.words[i] != "IS":
        i -= 1
    found = phrase_ending(sentence, i)
    if found is None or (found.first and sentence.tags[found.first - 1] not in {"PUNCT", "SCONJ", "CCONJ"}):
        return None
    if found.first and sentence.lows[found.first - 1] in {",", "and", "or"}:
        return None  # what may be the last of a list
    return found


def _antecedent(sentence: Sentence, at: int, relative: int) -> Phrase | None:
    head = sentence.heads[at]
    if head is not None and head < relative and sentence.tags[head] in {"NOUN", "PROPN", "PRON", "NUM"}:
        return phrase_of(sentence, head)
    before = relative - 1
    while before >= 0 and sentence.tags[before] == "PUNCT":
        before -= 1
    return phrase_ending(sentence, before)


def _by_order(sentence: Sentence, at: int) -> Phrase | None:
    """The noun phrase before the verb group."""
    i = at - 1
    while (
        i >= 0
        and (
            sentence.tags[i] in {"AUX", "ADV", "PART"}
            or sentence.lows[i] in QUOTES
            or (sentence.lows[i] == "to")
            or (sentence.lows[i] in verb_list("planning") and sentence.tags[i] in {"VERB", "ADJ"})
        )
        and sentence.words[i] != "IS"
    ):
        i -= 1
    if i < 0:
        return None
    if sentence.lows[i] in RELATIVES:
        return _antecedent(sentence, at, i)
    if sentence.lows[i] == ",":
        # "The crews, 131 men, were taken": the phrase before what stands between the commas
        j = i - 1
        while j >= 0 and i - j < _LONGEST and sentence.lows[j] != ",":
            if sentence.tags[j] in {"VERB", "AUX"} and sentence.rels[j] not in {"acl", "amod"}:
                return None
            j -= 1
        return phrase_ending(sentence, j - 1) if j > 0 and sentence.lows[j] == "," else None
    found = phrase_ending(sentence, i)
    # "men with their weapons had gone", "fighters in Libya had moved": the first of the phrases
    while found is not None and found.first >= 2 and sentence.tags[found.first - 1] == "ADP":
        before = phrase_ending(sentence, found.first - 2)
        if before is None:
            break
        found = before
    return found


def cannot_move(sentence: Sentence, phrase: Phrase, *, loose: bool) -> bool:
    """Whether the lexicon lists the head among what does not move.

    Of a pronoun that is only held where the verb is ``loose``, one that is said of anything: *it goes to the core*.
    """
    return sentence.lows[phrase.head] in words("no_movers") and (loose or sentence.tags[phrase.head] != "PRON")
