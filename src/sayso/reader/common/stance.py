"""What a cue's own words say of the stance of its source, from the lexicon."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from sayso.reader.common.cues import Strength, hearsay, nouns, passives, verbs
from sayso.reader.common.main_clause import modality
from sayso.reader.common.words import word_class


@dataclass(frozen=True, slots=True)
class Stance:
    """``bases`` are the base forms that the cue may be of; ``past`` is false where its form is of the
    present tense; participles may be of any. ``clausal``: it can take a clause with *that*."""

    strength: Strength = "none"
    denied: bool = False
    passive: bool = False
    past: bool = True
    clausal: bool = False
    bases: frozenset[str] = frozenset()

    def among(self, name: str) -> bool:
        """Whether the cue belongs to a list of lexicon/modality.yaml."""
        return bool(self.bases & modality(name))


@functools.lru_cache(maxsize=4096)
def stance(cue: str) -> Stance:
    """The stance of a cue as written: *believes*, *is said*, *warned of*, *allegedly*, *claim*."""
    words = cue.lower().replace("’", "'").split()
    at = 0
    while at < len(words) - 1 and words[at] in word_class("auxiliaries") | {"it", "there"}:
        at += 1
    if not words:
        return Stance()
    passive = at > 0 and bool(set(words[:at]) & word_class("be"))
    head, rest = words[at], tuple(words[at + 1 :])
    forms = [form for form in verbs().get(head, ()) if form.rest == rest[: len(form.rest)]]
    noun = nouns().get(head)
    bases = {head, " ".join(words[at:]), *(form.verb.base for form in forms)}
    bases |= {f"{form.verb.base} {' '.join(rest)}" for form in forms if rest}
    if noun is not None:
        bases.add(noun.base)
    clausal = noun is not None or any("clause" in form.verb.frames for form in forms) or not forms
    past = not forms or any({"past", "participle", "ing"} & form.names for form in forms)
    if passive and head in passives():
        return Stance(passives()[head], False, True, past, True, frozenset(bases))
    if head in hearsay():
        return Stance("strong", False, False, True, True, frozenset(bases))
    if forms:
        verb = forms[0].verb
        return Stance(verb.hedge, verb.denied, passive, past, clausal, frozenset(bases))
    if noun is not None:
        return Stance(noun.hedge, noun.denied, False, past, True, frozenset(bases))
    return Stance(past=past, clausal=clausal, bases=frozenset(bases))
