"""Title, outlet, address and language of a page, linked data, and hostile input."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.document.html.metadata import complete, identify, jsonld, urls
from sayso.document.html.parse import parse
from sayso.nouns import Given

from .pages import evidence, page, read


@pytest.mark.parametrize(
    "head",
    [
        "<title>Bridge over the Orle closed | Orle Courier</title>",
        "<title>Bridge over the Orle closed - Local - Orle Courier</title>",
        "<title>Orle Courier: Bridge over the Orle closed</title>",
        '<title>Bridge over the Orle closed</title><meta property="og:site_name" content="Orle Courier">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"name": "Orle Courier"}}</script>',
    ],
)
def test_title_and_outlet(head: str) -> None:
    found = read(page(head))
    assert found.title == "Bridge over the Orle closed"
    assert found.outlet == "Orle Courier"


def test_the_headline_need_not_be_the_first_heading() -> None:
    html = (
        "<title>Orle Courier: Bridge closed for the summer</title><h1>Orle Courier</h1>"
        "<h3>Bridge closed for the summer</h3>"
        "<p>12 June 2024</p>"
    )
    found = read(html)
    assert (found.title, found.outlet, found.published) == (
        "Bridge closed for the summer",
        "Orle Courier",
        "2024-06-12",
    )


def test_a_headline_may_be_no_heading_at_all() -> None:
    html = (
        "<title>The Orle Courier - Bridge closed for the summer</title>"
        "<table><tr><td><a href='/x'>Ferry late again today</a>"
        "</td><td><font><b>Bridge closed for the summer</b></font><br><font>12 June 2024<br>Anna Meier</font>"
        "<p>Text.</p></table>"
    )
    found = read(html)
    assert (found.title, found.outlet) == ("Bridge closed for the summer", "The Orle Courier")
    assert [author.name for author in found.bylines] == ["Anna Meier"]


@pytest.mark.parametrize(
    "title", ["Orle Courier - Letter from Tennick", "Letter from Tennick | Orle Courier", "Orle Courier", ""]
)
def test_a_headline_in_large_letters_may_go_on_behind_the_title(title: str) -> None:
    html = (
        f"<title>{title}</title><table><tr><td><a href='/'>Orle Courier</a><td><font size=5><b>Letter from Tennick: a "
        "town that listens</b></font><br><font size=2>By Anna Meier, our correspondent</font><p>Text.</table>"
    )
    found = read(html)
    assert found.title == "Letter from Tennick: a town that listens"
    assert [author.name for author in found.bylines] == ["Anna Meier"]


def test_a_kicker_is_no_part_of_the_title() -> None:
    html = page('<meta property="og:title" content="Bridge over the Orle closed">').replace(
        "<h1>", "<h1><span>Roads</span> "
    )
    assert read(html).title == "Bridge over the Orle closed"


def test_the_user_gives_outlet_and_address() -> None:
    html = page(
        '<meta property="og:site_name" content="Orle Courier"><link rel="canonical" href="https://a.example/x">'
    )
    found = read(html, given=Given(outlet="The Herald", url="https://b.example/y"))
    assert (found.outlet, found.url) == ("The Herald", "https://b.example/y")
    assert evidence(found, "outlet").evidence == evidence(found, "url").evidence == "given"
    assert [rival.value for rival in evidence(found, "outlet").rivals] == ["Orle Courier"]


def test_the_canonical_address_stands_in_for_an_unknown_one() -> None:
    html = page('<link rel="canonical" href="https://courier.example/bridge?utm_source=x#top">')
    assert read(html).url == "https://courier.example/bridge"
    assert read(html, url="https://courier.example/b").url == "https://courier.example/b"


@pytest.mark.parametrize(
    ("lang", "tag"), [("en", "en"), ("en_gb", "en-GB"), ("", None), ("de-DE", "de-DE"), ("x" * 99, None)]
)
def test_the_declared_language(lang: str, tag: str | None) -> None:
    assert read(page(lang=lang)).language == tag


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "H"}',
        '{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", "headline": "H"}]}',
        '[{"@type": ["Article", "NewsArticle"], "headline": "H",}]',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "H"}\n//]]>',
        '/* data */ {"@type": "http://schema.org/NewsArticle", "headline": "H"};',
        '<!-- {"@type": "NewsArticle", "headline": "H"} -->',
        '{"@type": "NewsArticle", "headline": "H", "articleBody": "a\nb"} junk',
        '{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "H"}}',
    ],
)
def test_linked_data_is_read_tolerantly(script: str) -> None:
    assert [node["headline"] for node in jsonld.read([script]).articles] == ["H"]


def test_linked_data_of_other_pages_is_not_this_pages() -> None:
    script = '{"@type": "NewsArticle", "headline": "H", "hasPart": [{"@type": "NewsArticle", "headline": "Other"}]}'
    assert [node["headline"] for node in jsonld.read([script]).articles] == ["H"]


def test_unreadable_linked_data_still_gives_its_plain_members() -> None:
    script = '{"@type": "NewsArticle", "headline": "The "bridge"", "datePublished": "2024-06-12"}'
    assert ("datePublished", "2024-06-12") in jsonld.read([script]).loose


HOSTILE = {
    "nested linked data": '<script type="application/ld+json">' + "[" * 50_000 + "]" * 50_000 + "</script>",
    "blank linked data": '<script type="application/ld+json">{,' + " " * 300_000 + "x</script>",
    "linked data that is itself": '<script type="application/ld+json">{"@id": "a", "@type": "Article", '
    '"author": {"@id": "a"}}</script>',
    "wrong types": '<script type="application/ld+json">{"@type": 5, "author": [[[1]]], "datePublished": {}}</script>'
    '<script type="application/ld+json">{"@type": "Article", "author": [[["x"]], 5], "datePublished": 1e400}</script>',
    "a megabyte of attribute": '<meta name="author" content="' + "A, " * 350_000 + '">',
    "absurd dates": '<meta name="date" content="99999-99-99"><time datetime="9999-12-31T23:59:59+14:00"></time>',
    "bad address": '<link rel="canonical" href="http://[::1">',
    "endless byline": "<h1>Bridge</h1><p>By " + "Anna Meier and " * 20_000 + "</p>",
    "many headings": "<h1>Bridge</h1>" * 5_000,
    "nothing": "<p></p>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_cost_no_more_than_their_metadata(name: str) -> None:
    found = read(HOSTILE[name], url="http://[bad")
    assert found.published is None
    assert all(len(item.value) <= 500 and len(item.rivals) <= 8 for item in found.evidence)


def test_names_and_dates_in_threads_are_not_the_pages() -> None:
    thread = '<section id="talk"><p>By Rosa Quill</p><p>14 June 2024</p><p itemprop="creator">Cem Kaya</p></section>'
    html = page(tail=thread)
    root = parse(html)
    identity = identify(root, html=html, url=None, given=Given())
    open_to_all = complete(identity, given=Given())
    assert [author.name for author in open_to_all.bylines] != []
    found = complete(identity, given=Given(), regions=root.xpath("//section"))
    assert (found.bylines, found.published, found.title) == ((), None, "Bridge over the Orle closed")


def test_a_region_that_holds_the_headline_is_no_thread() -> None:
    html = page(after="<p>By Anna Meier</p>")
    root = parse(html)
    found = complete(
        identify(root, html=html, url=None, given=Given()), given=Given(), regions=root.xpath("//article | //h1")
    )
    assert [author.name for author in found.bylines] == ["Anna Meier"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<h1>",
                "</h1>",
                "<p>By ",
                "Anna Meier",
                "12 June 2024",
                "</p>",
                "<time datetime='",
                "'>",
                "<meta name=author content='",
                '<script type="application/ld+json">{"@type":"Article","author":',
                "}</script>",
                '"x"',
                "\x00",
                "ß",
                "<title>",
                "</title>",
            ]
        ),
        max_size=30,
    )
)
def test_broken_pages_never_raise(parts: list[str]) -> None:
    html = "<html><body>" + "".join(parts).replace("\x00", "\u200b") + "</body></html>"
    assert read(html).evidence is not None


@given(st.text(max_size=100))
def test_addresses_never_raise(text: str) -> None:
    urls.day_in(text)
    urls.host("https://" + text)
    assert urls.absolute(text, None) is None or text.strip().lower().startswith("http")


@pytest.mark.shared
def test_newsroom_floor(shared_data) -> None:  # type: ignore[no-untyped-def]
    """Pinned: dates, titles and outlets of the invented corpus, and exact bylines."""
    import json

    from sayso.document.html.metadata import names

    right = {"published": 0, "title": 0, "outlet": 0, "authors": 0}
    golds = [
        file for file in sorted((shared_data / "newsroom").glob("*/*.gold.json")) if file.name != "story.gold.json"
    ]
    for file in golds:
        gold = json.loads(file.read_text(encoding="utf-8"))
        found = read(file.with_name(file.name.replace(".gold.json", ".html")).read_text(encoding="utf-8"))
        right["published"] += (found.published or "")[:10] == gold["published"][:10]
        right["title"] += found.title == gold["title"]
        right["outlet"] += found.outlet == gold["outlet"]
        need = {names.key(author["name"]) for author in gold["authors"]}
        got = {names.key(author.name) for author in found.bylines}
        right["authors"] += need <= got <= need | {names.key(gold["outlet"])}
    assert {
        field: count / len(golds) >= floor
        for (field, count), floor in zip(right.items(), (0.98, 0.97, 0.95, 0.95), strict=True)
    } == dict.fromkeys(right, True)
