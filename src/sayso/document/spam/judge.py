"""The verdict on one comment: a logistic of its signs, with the signs that decided it as reasons."""

from __future__ import annotations

import functools
import math

import msgspec

from sayso.document.spam.signs import Sign, find_signs
from sayso.lexicon import load
from sayso.nouns import Comment

#: Signs that add less than this (log-odds) are not worth a reader's time.
SMALLEST_REASON = 0.4
MOST_REASONS = 5


@functools.cache
def _model() -> tuple[float, float, dict[str, float]]:
    loaded = load("spam_weights.toml")
    return float(loaded["bias"]), float(loaded["threshold"]), {k: float(v) for k, v in loaded["weights"].items()}


def score_signs(signs: tuple[Sign, ...]) -> float:
    """The probability of spam, in [0, 1], of a comment with these signs."""
    bias, _, weights = _model()
    total = bias + sum(weights[s.name] * s.value for s in signs)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def judge(comment: Comment, *, topic: str) -> Comment:
    """The comment with ``spam``, ``score`` and ``reasons`` filled in.

    Args:
        comment: any comment; an earlier verdict is replaced.
        topic: title and text of the article it stands under. The title of the page it was left on, where that is
            another one, is added here.

    Returns:
        a copy. ``reasons`` lists what spoke for spam, strongest first; it is empty for an honest comment.
    """
    signs = find_signs(comment.author, comment.text, topic=f"{comment.on}\n{topic}" if comment.on else topic)
    _, threshold, weights = _model()
    score = score_signs(signs)
    telling = sorted(signs, key=lambda s: -weights[s.name] * s.value)
    reasons = tuple(s.reason for s in telling if s.reason and weights[s.name] * s.value >= SMALLEST_REASON)
    spam = score >= threshold
    return msgspec.structs.replace(
        comment, spam=spam, score=round(score, 3), reasons=reasons[:MOST_REASONS] if score >= threshold / 2 else ()
    )
