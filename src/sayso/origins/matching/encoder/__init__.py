"""Sentence vectors and the verifier of pairs: one small net whose lowest layers serve both.

Vectors find candidates among many statements; they cannot tell contradiction from support. The verifier reads two
statements together and can. Everything else works without the model, only with less to go by: see :func:`installed`.
Nothing heavy is imported before the first call of :func:`embed` or :func:`verify`.
"""

from __future__ import annotations

from sayso.origins.matching.encoder.candidates import score_join
from sayso.origins.matching.encoder.run import embed, verify, verify_both
from sayso.origins.matching.encoder.vectors import cosine, cosines
from sayso.origins.matching.encoder.verdict import Verdict
from sayso.origins.matching.encoder.weights import installed

__all__ = ["Verdict", "cosine", "cosines", "embed", "installed", "score_join", "verify", "verify_both"]
