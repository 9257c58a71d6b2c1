"""The language of a text, weighed against what the page declares.

Two readers of the text, the cheap one first:

- Function words (``lexicon/function_words.yaml``): in running text of one of the languages listed there, every fourth
  to second word is one of its forty commonest, and other languages share few of them. This settles most pages.
- py3langid (naive Bayes over byte n-grams; Lui and Baldwin 2012, https://aclanthology.org/P12-3005/), for what is left.
  Its log scores grow with the length of the text and are far too sure of themselves, so they are divided by a
  temperature before they become probabilities. The model takes half a second and 75 MB (130 MB while it is unpacked),
  which is why it is loaded only when it is asked.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache
from typing import Any

from sayso.lexicon import load
from sayso.nouns import Evidence, Rival
from sayso.nouns.document import EvidenceKind

#: Fewer letters than this say too little: then the declaration stands, or nothing.
MIN_LETTERS = 60
#: How much of the text is looked at; more changes nothing.
MAX_CHARACTERS = 4_000
#: Function words settle the language from this share of all words on, and so many times the next language's share;
#: a language that the page declares too needs less.
SHARE, LEAD = 0.25, 1.6
SHARE_DECLARED, LEAD_DECLARED = 0.18, 1.15
MIN_WORDS = 12
#: Chosen so that probabilities of texts of some hundred letters are neither all 1 nor all small.
TEMPERATURE = 12.0
#: How sure the model must be to contradict the page, and to speak where the page declares nothing.
OVERRULES, SPEAKS = 0.9, 0.5
#: What a declaration alone is worth: templates are copied from other countries' sites.
DECLARED = 0.7
#: What function words alone are worth.
SETTLED = 0.97

_WORD = re.compile(r"[^\W\d_]+")
#: Tags of one written language; the macrolanguage stands for all.
_MACRO = {"nb": "no", "nn": "no", "iw": "he", "in": "id"}


def detect(text: str, declared: str | None = None) -> Evidence | None:
    """The language of a text as ISO 639-1 (639-2 where there is no shorter code).

    Args:
        text: the article's text.
        declared: the tag that the page declares (``en-GB``), if any.

    Returns:
        evidence with the score of the decision, a losing language among the rivals; ``None`` where the text is too
        short to tell and nothing is declared.
    """
    said = _primary(declared)
    sample = text[:MAX_CHARACTERS]
    if sum(map(str.isalpha, sample)) < MIN_LETTERS:
        return _declared(said, None) if said else None
    by_words = _by_function_words(sample, said)
    found, score = (by_words, SETTLED) if by_words else _by_model(sample)
    where = "function words" if by_words else "byte n-grams"
    if found == said:
        return _evidence(found, "text", f"{where}, as declared", 1.0 - (1.0 - score) * (1.0 - DECLARED), ())
    if score >= (OVERRULES if said else SPEAKS):
        rivals = (Rival(value=said, evidence="header", where="html@lang"),) if said else ()
        return _evidence(found, "text", where, score, rivals)
    return _declared(said, found) if said else None


def _declared(said: str, found: str | None) -> Evidence:
    rivals = (Rival(value=found, evidence="text", where="byte n-grams"),) if found else ()
    return _evidence(said, "header", "html@lang", DECLARED, rivals)


def _evidence(value: str, kind: EvidenceKind, where: str, score: float, rivals: tuple[Rival, ...]) -> Evidence:
    return Evidence(field="language", value=value, evidence=kind, where=where, score=round(score, 3), rivals=rivals)


def _primary(declared: str | None) -> str | None:
    """The language of a tag of BCP 47; None where it is none or says "undetermined"."""
    tag = (declared or "").strip().replace("_", "-").split("-")[0].lower()
    if not (2 <= len(tag) <= 3 and tag.isascii() and tag.isalpha()) or tag in ("und", "mul", "zxx"):
        return None
    return _MACRO.get(tag, tag)


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {str(language): frozenset(words) for language, words in load("function_words.yaml").items()}


def _by_function_words(text: str, said: str | None) -> str | None:
    """The language whose function words stand out; None where none does."""
    words = _WORD.findall(text.casefold())
    if len(words) < MIN_WORDS:
        return None
    counts = Counter(words)
    shares = sorted(
        (
            (sum(counts[word] for word in counts.keys() & known) / len(words), language)
            for language, known in _function_words().items()
        ),
        reverse=True,
    )
    (share, best), (next_share, _) = shares[0], shares[1]
    enough, lead = (SHARE_DECLARED, LEAD_DECLARED) if best == said else (SHARE, LEAD)
    return best if share >= enough and share >= lead * next_share else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # loads a model: only where it is needed

    return LanguageIdentifier.from_model_file(MODEL_FILE)


def _by_model(text: str) -> tuple[str, float]:
    """The likeliest language and its probability."""
    scores: dict[str, float] = {}
    for label, score in _identifier().rank(text):
        language = _MACRO.get(str(label), str(label))
        if language != "zxx":
            scores[language] = max(float(score), scores.get(language, -math.inf))
    best = max(scores, key=lambda language: scores[language])
    total = sum(math.exp((score - scores[best]) / TEMPERATURE) for score in scores.values())
    return best, 1.0 / total
