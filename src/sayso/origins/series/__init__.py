"""Figures in series: every report of one measured thing side by side, and what different policies make of them."""

from sayso.origins.series.gather import MOST, Gathered, gather, gathered
from sayso.origins.series.known import Known, PageWords
from sayso.origins.series.policies import Policy, policies, policy_named, view
from sayso.origins.series.question import Question, question, wordings

__all__ = [
    "MOST",
    "Gathered",
    "Known",
    "PageWords",
    "Policy",
    "Question",
    "gather",
    "gathered",
    "policies",
    "policy_named",
    "question",
    "view",
    "wordings",
]
