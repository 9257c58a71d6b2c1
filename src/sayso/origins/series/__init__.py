"""Figures in series: every report of one measured thing side by side, and what different policies make of them."""

from sayso.origins.series.gather import MOST, gather
from sayso.origins.series.known import Known, PageWords
from sayso.origins.series.policies import Policy, policies, policy_named, view
from sayso.origins.series.question import Question, question, wordings

__all__ = [
    "MOST",
    "Known",
    "PageWords",
    "Policy",
    "Question",
    "gather",
    "policies",
    "policy_named",
    "question",
    "view",
    "wordings",
]
