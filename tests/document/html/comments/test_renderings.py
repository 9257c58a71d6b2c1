"""Comments over pages drawn by chance: how many are found, and that the article never loses a word to them."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from lxml import html
from renderings import ARTICLE, BESIDE, FAMILIES, TITLE, TRAPS, UNSEEN, around, render

from sayso.document.html.comments import find_comments
from sayso.document.html.projection import text_of

#: Families that are beyond what is recognised; docs/explanation/comments.md says why.
BEYOND = {"posted by after, no heading", "lone, says"}
PAGES = 3


def _flat(text: str) -> str:
    return " ".join(text.split())


def _same(a: str, b: str) -> bool:
    """Token F1 of at least .7."""
    left, right = Counter(a.lower().split()), Counter(b.lower().split())
    return 2 * sum((left & right).values()) >= 0.7 * (sum(left.values()) + sum(right.values()))


@pytest.mark.parametrize("family", [name for name in FAMILIES if name not in BEYOND])
def test_most_comments_of_a_family_are_found_with_their_authors(family: str) -> None:
    wanted = found = hits = authors = 0
    for seed in range(PAGES):
        page = render(family, seed)
        comments = list(find_comments(html.document_fromstring(page.html), title=TITLE).comments)
        wanted, found = wanted + len(page.said), found + len(comments)
        for said in page.said:
            match = next((c for c in comments if _same(c.text, said.text)), None)
            if match is not None:
                comments.remove(match)
                hits += 1
                authors += match.author == said.author
    assert 2 * hits >= wanted
    assert hits >= 0.9 * found
    assert authors >= 0.75 * hits


@pytest.mark.parametrize("family", [*FAMILIES])
def test_the_article_keeps_its_paragraphs(family: str) -> None:
    for seed in range(PAGES):
        root = html.document_fromstring(render(family, seed).html)
        found = find_comments(root, title=TITLE)
        rest = _flat(text_of(root, skip=frozenset(found.regions), tails=found.tails))
        assert all(paragraph in rest for paragraph in (TITLE, *ARTICLE))


@pytest.mark.parametrize("name", TRAPS)
def test_what_only_looks_like_comments_stays(name: str) -> None:
    words = _flat(text_of(html.fragment_fromstring(TRAPS[name], create_parent="div")))
    for seed in range(PAGES):
        root = html.document_fromstring(around(random.Random(seed), TRAPS[name]))
        found = find_comments(root, title=TITLE)
        assert found.comments == ()
        if name not in BESIDE:
            assert words in _flat(text_of(root, skip=frozenset(found.regions), tails=found.tails))


def test_families_set_aside_are_read_about_as_well_as_the_others() -> None:
    shares = []
    for unseen in (False, True):
        wanted = hits = 0
        for family in FAMILIES:
            if (family in UNSEEN) is unseen:
                page = render(family, 0)
                comments = find_comments(html.document_fromstring(page.html), title=TITLE).comments
                wanted += len(page.said)
                hits += sum(any(_same(c.text, said.text) for c in comments) for said in page.said)
        shares.append(hits / wanted)
    assert min(shares) >= 0.85
