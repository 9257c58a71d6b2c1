"""Readers' comments in a page, told from the article: threads, lists of recent comments, pingbacks.

``scan`` gathers names, signs and headings in one pass; ``groups`` forms candidates; ``evidence`` weighs them;
``cells``, ``meta``, ``inline``, ``anatomy`` and ``columns`` take comments apart; ``records`` and ``threads`` make the
records; ``regions`` says which parts of the page are no article text.
"""

from sayso.document.html.comments.find import find_comments
from sayso.document.html.comments.found import FoundComments

__all__ = ["FoundComments", "find_comments"]
