"""What the search for comments hands on."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.html import HtmlElement

from sayso.nouns import Comment


@dataclass(frozen=True, slots=True)
class FoundComments:
    """The comments of a page.

    ``elements`` has one element for each comment: the one that holds its words. ``regions`` are disjoint subtrees that
    are no article text: threads, widgets with their headings, forms.
    """

    comments: tuple[Comment, ...] = ()
    elements: tuple[HtmlElement, ...] = ()
    regions: tuple[HtmlElement, ...] = ()
