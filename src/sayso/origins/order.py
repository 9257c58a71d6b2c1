"""The order of pages and statements: the same however they came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.nouns import Page, Statement

#: pages without a date come last
UNDATED = "9999"


def page_order(page: Page) -> tuple[str, str]:
    """By the first moment at which it can have been published, then by id."""
    return page.first or UNDATED, page.document


def before(a: Page, b: Page) -> bool | None:
    """Whether ``a`` was surely published before ``b``; null where their dates do not tell."""
    if a.last and b.first and a.last < b.first:
        return True
    if b.last and a.first and b.last < a.first:
        return False
    return None


def in_order(statements: Iterable[Statement], pages: Mapping[str, Page]) -> list[Statement]:
    """Statements by publication, page and position."""
    return sorted(statements, key=lambda s: (*page_order(pages[s.document]), s.position))


def pair(a: str, b: str) -> tuple[str, str]:
    """Two ids in text order."""
    return (a, b) if a <= b else (b, a)
