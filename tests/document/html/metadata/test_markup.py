"""Bylines, dates and names of outlets in the markup of content systems and of hand-made pages."""

from __future__ import annotations

import pytest

from .pages import BODY, page, read

ANNA = ["Anna Meier"]
BOTH = ["Anna Meier", "Ben Roth"]

AUTHORS = {
    "WordPress": (
        '<div class="entry-meta"><span class="posted-on">Posted on <a href="/b"><time class="entry-date published" '
        'datetime="2024-06-12T08:00:00+00:00">June 12, 2024</time></a></span><span class="byline"> by <span '
        'class="author vcard"><a class="url fn n" href="/author/anna">Anna Meier</a></span></span></div>',
        ANNA,
    ),
    "Drupal": (
        '<div class="submitted">Submitted by <span class="username">Anna Meier</span> on Wed, 06/12/2024 - 18:05</div>',
        ANNA,
    ),
    "Joomla": (
        '<dl class="article-info"><dt class="article-info-term">Details</dt><dd class="createdby">Written by <span>'
        'Anna Meier</span></dd><dd class="category-name">Category: <a>Roads</a></dd><dd class="published">Published: '
        "12 June 2024</dd><dd>Hits: 412</dd></dl>",
        ANNA,
    ),
    "TypePad, medium-like": (
        '<div><img alt="Anna Meier" src="/a.jpg"><div><a href="/@anna">Anna Meier</a> <button>Follow</button></div>'
        "<div>5 min read · Jun 12, 2024</div></div>",
        ANNA,
    ),
    "an old table": (
        '<table><tr><td><font size="1"><b>By ANNA MEIER</b><br>Courier Staff Writer</font></td><td align="right">'
        "June 12, 2024</td></tr></table>",
        ANNA,
    ),
    "a list of definitions": ("<dl><dt>Author</dt><dd>Anna Meier</dd><dt>Date</dt><dd>12 June 2024</dd></dl>", ANNA),
    "a table of definitions": (
        "<table><tr><th>Author:</th><td>Anna Meier</td></tr><tr><th>Published:</th><td>12 June 2024</td></tr></table>",
        ANNA,
    ),
    "story by": ("<p>Story by <b>Anna Meier</b></p><p>Photographs by <b>Cem Kaya</b></p><p>12 June 2024</p>", ANNA),
    "words and pictures": ("<p>Words: Anna Meier · Pictures: Cem Kaya</p><p>12 June 2024</p>", ANNA),
    "words and photography": ("<p>Words Anna Meier | Photography Cem Kaya</p>", ANNA),
    "a role before the name": ('<p class="byline">Roads correspondent Anna Meier</p><p>12 June 2024</p>', ANNA),
    "a role and a comma": ("<p>By Anna Meier, Roads Correspondent</p>", ANNA),
    "a role and a place": ("<p>By Anna Meier, our correspondent in Tennick</p><p>12 June 2024</p>", ANNA),
    "from our correspondent": ("<p>From our correspondent Anna Meier in Tennick</p><p>12 June 2024</p>", ANNA),
    "a place behind the name": ("<p>By Anna Meier in Tennick and Ben Roth in Orle</p><p>12 June 2024</p>", BOTH),
    "a place and a date": ("<p>Anna Meier, Tennick, 12 June 2024</p>", ANNA),
    "a vertical bar": ("<p>By Anna Meier and Ben Roth | Orle Courier | June 12, 2024</p>", BOTH),
    "two lines": ("<p>By Anna Meier<br>and Ben Roth<br>12 June 2024</p>", BOTH),
    "three and an Oxford comma": (
        "<p>By Anna Meier, Ben Roth, and Cem Kaya</p>",
        ["Anna Meier", "Ben Roth", "Cem Kaya"],
    ),
    "an address": ('<address>By <a rel="author" href="/a">Anna Meier</a></address>', ANNA),
    "an e-mail address": ("<p>By ANNA MEIER<br>ameier@courier.example</p>", ANNA),
    "a handle": ("<p>Anna Meier (@annameier) | 12 June 2024</p>", ANNA),
    "capitals": ('<div class="by">BY ANNA MEIER</div>', ANNA),
    "no-break spaces": ("<p>By&nbsp;Anna&nbsp;Meier&nbsp;&nbsp;|&nbsp;&nbsp;12&nbsp;June&nbsp;2024</p>", ANNA),
    "a desk with an agency": ('<div class="by">Roads desk, with Brightwire</div>', ["Roads desk", "Brightwire"]),
    "staff": ("<p>By Courier staff</p>", ["Courier staff"]),
    "staff and agencies": ("<div>Staff and agencies</div><div>12 June 2024</div>", ["Staff", "agencies"]),
    "an initial": ("<p>By J. R. Okafor</p>", ["J. R. Okafor"]),
    "an apostrophe": ("<p>By Siobhán O’Dowd-Rey</p>", ["Siobhán O’Dowd-Rey"]),
    "a suffix": ("<p>By Martin Hale, Jr. and Ben Roth</p>", ["Martin Hale, Jr", "Ben Roth"]),
    "German": ("<p>Von <strong>Anna Meier</strong>, Tennick</p><p>Stand: 12.06.2024, 14:02 Uhr</p>", ANNA),
    "German, text and pictures": ("<p>Text: Anna Meier, Fotos: Cem Kaya</p><p>12. Juni 2024</p>", ANNA),
    "French": ("<p>Par Anna Meier, envoyée spéciale à Tennick</p><p>Publié le 12 juin 2024 à 14h02</p>", ANNA),
    "Spanish": ("<p>Por Anna Meier y Ben Roth</p><p>12 de junio de 2024</p>", BOTH),
    "Italian": ("<p>di Anna Meier</p><p>12 giugno 2024</p>", ANNA),
    "Portuguese": ("<p>Por Anna Meier — Tennick</p><p>12/06/2024 14h02</p>", ANNA),
    "Dutch": ("<p>Door Anna Meier</p><p>12 juni 2024</p>", ANNA),
    "Polish": ("<p>Autor: Anna Meier</p><p>12 czerwca 2024</p>", ANNA),
    "our correspondent": ("<p>By our own correspondent</p>", []),
    "a slash": ("<p>Anna Meier / Brightwire</p><p>12.06.2024</p>", ["Anna Meier", "Brightwire"]),
    "an office between name and date": ("<div>Anna Meier<br>Roads editor<br>12 June 2024, 08:00</div>", ANNA),
    "an office behind the name": ("<p>Analysis by Anna Meier, Chief Roads Writer</p>", ANNA),
    "a user": ("<div>Posted by heron at 21:47, 12 June 2024</div>", ["heron"]),
    "one who started a thread": ('<p>Started by <a href="/u/3">carpking</a>, Jun 12 2024 10:00 AM</p>', ["carpking"]),
    "a section behind the name": ('<div class="meta">12 June 2024 by Anna Meier in Roads, Local</div>', ANNA),
    "paragraphs": ("<p>Анна Мейер</p><p>12 июня 2024</p>", ["Анна Мейер"]),
    "live reporting": ("<p>Live reporting by Anna Meier and Ben Roth</p>", BOTH),
    "a live desk": ("<p>By the Courier live desk</p>", ["Courier live desk"]),
    "a letter's head": (
        "<table><tr><td>From:</td><td>Anna Meier</td></tr><tr><td>Date:</td><td>12.06.2024</td></tr></table>",
        ANNA,
    ),
    "an interview": ("<p>Interview by Anna Meier · Portrait by Cem Kaya</p>", ANNA),
    "one who talks to another": ("<p>Anna Meier talks to Ben Roth</p><p>12 June 2024</p>", []),
    "no author but a label": ("<p>Filed under: Roads</p><p>12 June 2024</p>", []),
    "a reader's count": ("<p>12 June 2024</p><p>Be the first to comment</p>", []),
    "sharing": ("<p>12 June 2024</p><p>Share on Facebook</p><p>Print This</p>", []),
    "a picture's credit": ("<figure><img><figcaption>The bridge. Photo: Cem Kaya</figcaption></figure>", []),
    "a picture's credit with by": ("<figure><figcaption>Photograph by Cem Kaya/Brightwire</figcaption></figure>", []),
}


@pytest.mark.parametrize("name", AUTHORS)
def test_bylines_behind_the_headline(name: str) -> None:
    after, expected = AUTHORS[name]
    assert [author.name for author in read(page(after=after)).bylines] == expected


TAILS = {
    "reporting and editing": ("<p>(Reporting by Anna Meier and Ben Roth; editing by Cem Kaya)</p>", BOTH),
    "reporting and editing, sentences": ("<p>Reporting by Anna Meier. Editing by Cem Kaya.</p>", ANNA),
    "a dash": ("<p>— Anna Meier</p>", ANNA),
    "about the author": ("<p><em>Anna Meier is a reporter for the Orle Courier.</em></p>", ANNA),
    "initials of an agency": ("<p>(AP)</p>", ["AP"]),
    "another story": ("<h3>More stories</h3><p>Ferry late again</p><p>By Cem Kaya</p>", []),
}


@pytest.mark.parametrize("name", TAILS)
def test_bylines_behind_the_text(name: str) -> None:
    tail, expected = TAILS[name]
    assert [author.name for author in read(page(tail=tail)).bylines] == expected


DATES = {
    "a day of the week": ("<p>Wednesday 12 June 2024</p>", "2024-06-12"),
    "changed, first published": ("<p>Updated 14 June 2024, 09:10; first published 12 June 2024</p>", "2024-06-12"),
    "changed on a line before": ("<p>Last updated: 14 June 2024<br>First published: 12 June 2024</p>", "2024-06-12"),
    "last modified": (
        "<details><summary>Wed 12 Jun 2024 16.22 BST</summary>Last modified on Fri 14 Jun 2024 09.10 BST</details>",
        "2024-06-12T16:22+01:00",
    ),
    "half a day and a zone": ("<p>June 12, 2024, 8:20 a.m. EDT</p>", "2024-06-12T08:20-04:00"),
    "half a day in capitals": ("<p>Jun. 12, 2024 | 8:20 PM ET</p>", "2024-06-12T20:20"),
    "a time before it": ("<p>20:20, 12 Jun 2024</p>", "2024-06-12T20:20"),
    "what date prints": ("<p>Wed Jun 12 16:22:00 GMT 2024</p>", "2024-06-12T16:22Z"),
    "what JavaScript prints": ("<p>Wed Jun 12 2024 16:22:00 GMT+0100</p>", "2024-06-12T16:22+01:00"),
    "RFC 5322": ("<p>Wed, 12 Jun 2024 16:22:00 +0200</p>", "2024-06-12T16:22+02:00"),
    "an ISO week": ('<p><time datetime="2024-W24-3">Week 24</time></p>', "2024-06-12"),
    "figures and a day of the week": ("<p>Wed, 06/12/2024 - 18:05</p>", "2024-06-12T18:05"),
    "figures and a day of the week, day first": ("<p>Friday 06/12/2024</p>", "2024-12-06"),
    "two figures of a year": ("<p>12.6.24</p>", "2024-06-12"),
    "two figures of a year, apostrophe": ("<p>June 12, '24</p>", "2024-06-12"),
    "an ordinal": ("<p>12th of June, 2024</p>", "2024-06-12"),
    "hyphens": ("<p>12-Jun-2024</p>", "2024-06-12"),
    "capitals": ("<p>12 JUN 2024</p>", "2024-06-12"),
    "year first": ("<p>2024/06/12 18:05</p>", "2024-06-12T18:05"),
    "no-break spaces": ("<p>12&nbsp;June&#8239;2024</p>", "2024-06-12"),
    "a machine form in an attribute": (
        '<p><span data-date="x"><time datetime="20240612T180500Z">x</time></span></p>',
        "2024-06-12T18:05Z",
    ),
    "German": ("<p>Mittwoch, 12. Juni 2024 um 18:05 Uhr</p>", "2024-06-12T18:05"),
    "French": ("<p>Publié le mercredi 12 juin 2024 à 18 h 05</p>", "2024-06-12T18:05"),
    "Spanish": ("<p>12 jun 2024 · 18:05 h</p>", "2024-06-12T18:05"),
    "Catalan": ("<p>12 de juny del 2024</p>", "2024-06-12"),
    "Russian": ("<p>12 июня 2024, 18:05</p>", "2024-06-12T18:05"),
    "Hungarian": ("<p>2024. június 12., 18:05</p>", "2024-06-12T18:05"),
    "Japanese": ("<p>令和6年6月12日</p>", "2024-06-12"),
    "Korean": ("<p>입력 2024.06.12. 오후 6:05</p>", "2024-06-12T18:05"),
    "Vietnamese": ("<p>12 tháng 6 năm 2024</p>", "2024-06-12"),
    "Turkish": ("<p>12 Haziran 2024 - 18:05</p>", "2024-06-12T18:05"),
    "Arabic": ("<p>١٢ يونيو ٢٠٢٤</p>", "2024-06-12"),
    "a teaser's date": (
        '<p>Published 12 June 2024</p><div class="related"><a>Ferry late</a> <span>14 June 2024</span></div>',
        "2024-06-12",
    ),
    "a label on the line before": ("<p>Date:</p><p>12 June 2024</p>", "2024-06-12"),
    "what is no date": ("<p>Route 12/06, call 06-12-20-24</p>", None),
}


@pytest.mark.parametrize("name", DATES)
def test_dates_behind_the_headline(name: str) -> None:
    after, expected = DATES[name]
    found = read(page(after=after)).published
    if expected is None:
        assert found is None
    else:
        assert found is not None
        assert found.replace(":00Z", "Z") == expected


def test_the_pages_other_dates_tell_the_order() -> None:
    thread = '<div class="comments"><p>Rosa, 06/25/2024</p></div>'
    assert read(page(after="<p>Posted 06/12/2024</p>", tail=thread)).published == "2024-06-12"
    assert read(page(after="<p>Posted 06/12/2024</p>", tail=thread.replace("06/25", "25/06"))).published == "2024-12-06"


@pytest.mark.parametrize(
    ("address", "day"), [("https://courier.co.uk/b", "2024-12-06"), ("https://roads.gov/b", "2024-06-12")]
)
def test_the_country_of_the_address_tells_the_order(address: str, day: str) -> None:
    assert read(page(after="<p>Posted 06/12/2024</p>"), url=address).published == day


def test_the_day_as_readers_see_it() -> None:
    after = '<time datetime="2024-06-12T23:30:00Z">13 June 2024</time>'
    head = '<meta property="article:published_time" content="2024-06-12T23:30:00Z">'
    assert (read(page(head, after=after)).published or "").startswith("2024-06-13")
    shown = "<p>Wed 12 Jun 2024 23.30 GMT</p>"
    amended = "<p><em>This article was amended on 13 June 2024.</em></p>"
    assert (read(page(head, after=shown, tail=amended)).published or "").startswith("2024-06-12")


@pytest.mark.parametrize(
    ("after", "day"),
    [
        ("<p>Yesterday 14:02</p>", "2024-06-11T14:02"),
        ("<p>Posted today at 9:05 am</p>", "2024-06-12T09:05"),
        ("<p>3 days ago</p>", "2024-06-09"),
        ("<p>vor 2 Tagen</p>", "2024-06-10"),
        ("<p>Gestern, 14.02 Uhr</p>", "2024-06-11T14:02"),
        ("<p>hace 2 días</p>", "2024-06-10"),
        ("<p>il y a 2 jours</p>", "2024-06-10"),
    ],
)
def test_days_counted_from_the_capture(after: str, day: str) -> None:
    assert read(page(after=after), retrieved="2024-06-12T20:00:00Z").published == day
    assert read(page(after=after)).published is None


def test_teasers_before_the_headline_are_not_the_page() -> None:
    before = '<article class="card"><h2>Ferry late</h2><p>By Cem Kaya</p><time>10 June 2024</time></article>'
    html = page().replace("<article>", f"<section>{before}</section><article>")
    assert (read(html).published, read(html).bylines) == (None, ())


def whole(*, head: str = "", top: str = "", foot: str = "") -> str:
    """A page that names its outlet nowhere but in what is given."""
    return (
        f'<html lang="en"><head>{head}</head><body>{top}<main><h1>Bridge over the Orle closed</h1>{BODY}</main>{foot}'
        "</body></html>"
    )


OUTLETS = {
    "alternative text of a logo": {"top": '<header><a href="/"><img src="/l.svg" alt="Orle Courier"></a></header>'},
    "alternative text that says logo": {"top": '<a href="/"><img src="/l.svg" alt="Orle Courier logo"></a>'},
    "a label for screen readers": {"top": '<header><a href="/" aria-label="Orle Courier"><svg></svg></a></header>'},
    "a label that says home": {"top": '<a href="/" aria-label="Orle Courier - home page"><svg></svg></a>'},
    "the title of a link": {"top": '<a href="/" title="Orle Courier"><i></i></a>'},
    "the title of a drawing": {"top": '<a href="/"><svg role="img"><title>Orle Courier</title></svg></a>'},
    "a logo that is no link": {"top": '<div class="logo"><img src="/l.svg" alt="Orle Courier"></div>'},
    "a masthead that is no link": {"top": '<div id="masthead"><p>The Orle Courier</p><p>Since 1901</p></div>'},
    "the beginning of the title": {"head": "<title>Orle Courier: Bridge over the Orle closed</title>"},
    "the end of the title": {"head": "<title>Bridge over the Orle closed « Orle Courier</title>"},
    "the end of the title behind a section": {
        "head": "<title>Bridge over the Orle closed | Roads | Orle Courier</title>"
    },
    "a publisher that is a string": {
        "head": '<script type="application/ld+json">{"@type": "Article", "headline": "Bridge over the Orle closed", '
        '"publisher": "Orle Courier"}</script>'
    },
    "a part of a site": {
        "head": '<script type="application/ld+json">{"@type": "Article", "headline": "Bridge over the Orle closed", '
        '"isPartOf": {"@type": "WebSite", "name": "Orle Courier"}}</script>'
    },
    "microdata": {
        "foot": '<div itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" '
        'content="Orle Courier"></div>'
    },
    "application name": {"head": '<meta name="application-name" content="Orle Courier">'},
    "the app's name": {"head": '<meta property="al:ios:app_name" content="Orle Courier">'},
    "a title for home screens": {"head": '<meta name="apple-mobile-web-app-title" content="Orle Courier">'},
    "the title of a feed": {
        "head": '<link rel="alternate" type="application/rss+xml" title="Orle Courier &raquo; Feed" href="/feed">'
    },
    "the title of an Atom feed": {
        "head": '<link rel="alternate" type="application/atom+xml" title="Orle Courier - Atom" href="/feed">'
    },
    "a search description": {
        "head": '<link rel="search" type="application/opensearchdescription+xml" title="Orle Courier" href="/s">'
    },
    "a copyright line": {"foot": "<footer><p>&copy; 2024 Orle Courier. All rights reserved.</p></footer>"},
    "a copyright line of a company": {"foot": "<footer>Copyright &copy; 2001-2024 Orle Courier Ltd</footer>"},
    "a copyright line in pieces": {"foot": '<footer>© 2024 <a href="/about">Orle Courier</a></footer>'},
    "Dublin Core": {"head": '<meta name="DC.publisher" content="Orle Courier">'},
    "a handle": {"head": '<meta name="twitter:site" content="@OrleCourier">'},
}


@pytest.mark.parametrize("name", OUTLETS)
def test_outlets(name: str) -> None:
    found = read(whole(**OUTLETS[name])).outlet
    assert found is not None
    assert found.removeprefix("The ") == ("OrleCourier" if name == "a handle" else "Orle Courier")


def test_a_page_that_names_no_outlet_has_none() -> None:
    assert read(whole(top='<a href="/">Home</a>', foot="<footer>Imprint · Contact · Privacy</footer>")).outlet is None


def test_a_known_address_is_known_by_name() -> None:
    assert read(whole(), url="https://www.reuters.com/world/bridge").outlet == "Reuters"
    assert read(whole(), url="https://courier.example/bridge").outlet == "courier.example"
