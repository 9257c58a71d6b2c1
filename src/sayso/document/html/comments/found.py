"""What the search for comments hands on."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.html import HtmlElement

from sayso.nouns import Comment


@dataclass(frozen=True, slots=True)
class FoundComments:
    """The comments of a page.

    ``elements`` has one element for each comment: the one that holds its words. ``regions`` are disjoint subtrees that
    are no article text: threads, widgets with their headings, forms. ``tails`` are those of them after which the
    text up to the next element is no article text either: comments may be bare text between rules or breaks.
    """

    comments: tuple[Comment, ...] = ()
    elements: tuple[HtmlElement, ...] = ()
    regions: tuple[HtmlElement, ...] = ()
    tails: tuple[HtmlElement, ...] = ()
