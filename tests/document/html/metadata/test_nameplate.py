"""The site's name in the head of a page: as outlet, and in headings that are no headlines."""

from __future__ import annotations

import pytest

from sayso.document.html.metadata import wording

from .pages import BODY, read

TITLE = "Bridge over the Orle closed"
SIGNED = f"<p>By Anna Meier, 12 June 2024</p>{BODY}"
SITE = "<title>Orle Courier</title>"

#: Pages whose every title, or first heading, is the site's name.
NAMED = {
    "in a head": f"{SITE}<body><div class=hdr><h1>Orle Courier</h1><span>Voice of the valley</span></div><div>"
    f"<h3>Readers say</h3><p>Come and look.</p></div><h2>{TITLE}</h2>{SIGNED}<div>Orle Courier, Box 1</div>",
    "a logo that is a link": f"{SITE}<body><h1 id=logo><a href='/'>Orle Courier</a></h1><h2>{TITLE}</h2>{SIGNED}",
    "a logo that is a picture": f"{SITE}<body><h1><a href='/'><img alt='Orle Courier' src=l.png></a></h1>"
    f"<h2>{TITLE}</h2>{SIGNED}",
    "all headings of one rank": f"{SITE}<body><div id=top><h1>Orle Courier</h1></div><h1>Ferry late</h1><p><a href=x>"
    f"Ferry late again</a></p><h1>{TITLE}</h1>{SIGNED}<h1>Contact</h1><p>Orle Courier, Box 1</p>",
    "no title": f"<body><div id=header><h1>Orle Courier</h1></div><h2>{TITLE}</h2>{SIGNED}<p>Orle Courier, Box 1</p>",
    "the number of an issue": f"<title>Orle Courier #41</title><div class=header>Orle Courier #41</div><h1>{TITLE}</h1>"
    f"{SIGNED}",
    "an issue of a letter": "<title>Orle Courier, Issue 12</title><table><tr><td><h1>Orle Courier</h1><p>Issue 12</p>"
    f"</td></tr><tr><td><h2>{TITLE}</h2>{SIGNED}</td></tr></table>",
}


@pytest.mark.parametrize("name", NAMED)
def test_the_sites_name_is_no_headline(name: str) -> None:
    found = read(NAMED[name])
    assert (found.title, found.outlet, found.published) == (TITLE, "Orle Courier", "2024-06-12")
    assert [author.name for author in found.bylines] == ["Anna Meier"]


@pytest.mark.parametrize(
    "html",
    [
        f"<title>{TITLE}</title><body><div class=header><h1>{TITLE}</h1><p>Short.</p></div><h2>Background</h2>{BODY}",
        f"<title>{TITLE}</title><body><header><h1>{TITLE}</h1><p>By Anna Meier</p></header><h2>How it began</h2>{BODY}"
        f"<p>{TITLE}</p>",
        f"<title>{TITLE}</title><body><header class=entry-header><h1>{TITLE}</h1></header><h2>Why</h2>{BODY}"
        f"<p>{TITLE}</p>",
    ],
)
def test_a_headline_in_a_head_stays_one(html: str) -> None:
    assert read(html).title == TITLE


#: Pages that name the outlet in one place.
OUTLETS = {
    "a flag": f"<title>{TITLE}</title><body><div class=page-flag>The Orle Courier</div><h1>{TITLE}</h1>{BODY}",
    "a head": f"<title>{TITLE}</title><body><div id=kopf><b>The Orle Courier</b> / <a href=toc.htm>contents</a></div>"
    f"<h1>{TITLE}</h1>{BODY}",
    "a print version with a logo": f"<title>Print: {TITLE}</title><body><img src=/logo.gif alt='The Orle Courier'>"
    f"<h3>{TITLE}</h3>{BODY}<small>Printed from http://orle.example/p?1</small>",
    "a printable version": f"<title>Printable version</title><body><small>Printed from: The Orle Courier, orle.example"
    f"</small><h3>{TITLE}</h3>{BODY}",
    "a free source": f"<title>{TITLE} - The Orle Courier, the free news source you can write!</title>"
    f"<h1>{TITLE}</h1>{BODY}",
    "a line below the headline": f"<title>{TITLE}</title><h1>{TITLE}</h1><div>From The Orle Courier, the free source"
    f"</div>{BODY}",
    "a slogan": f"<title>{TITLE}</title><meta property='og:site_name' content='The Orle Courier - news from the river'>"
    f"<h1>{TITLE}</h1>{BODY}<p>The Orle Courier, Box 1</p>",
    "an issue": f"<title>{TITLE} - The Orle Courier #41</title><h1>{TITLE}</h1>{BODY}",
    "a station": f"<title>{TITLE} | Listen | The Orle Courier</title><h1>{TITLE}</h1>{BODY}",
}


@pytest.mark.parametrize("name", OUTLETS)
def test_an_outlet_named_in_one_place(name: str) -> None:
    found = read(OUTLETS[name])
    assert (found.title, found.outlet) == (TITLE, "The Orle Courier")


def test_an_address_is_surer_than_a_line_in_the_head() -> None:
    html = f"<title>{TITLE}</title><body><header><p>Local weather today</p></header><main><h1>{TITLE}</h1>{BODY}</main>"
    assert read(html, url="https://courier.example/bridge").outlet == "courier.example"


@pytest.mark.parametrize(
    ("name", "tidy"),
    [
        ("Orle Courier (SRF)", "Orle Courier (SRF)"),
        ("Channel 4", "Channel 4"),
        ("The Orle Letter No. 12", "The Orle Letter"),
        ("Orle Letter, Vol. 3 (June)", "Orle Letter"),
        ("Orle News, your paper in the valley", "Orle News"),
        ("Orle, Tennick and Son", "Orle, Tennick and Son"),
    ],
)
def test_numbers_and_slogans_are_cut(name: str, tidy: str) -> None:
    assert wording.tidied(name) == tidy
