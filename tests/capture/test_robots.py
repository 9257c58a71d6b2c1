"""robots.txt is asked first, believed, and recorded."""

from __future__ import annotations

from dataclasses import replace

import pytest
from website import Site

from sayso.capture import CaptureOptions
from sayso.capture.fetch import Fetcher
from sayso.capture.robots import MOST_BYTES
from sayso.errors import CaptureError
from sayso.nouns import Capture


def get(options: CaptureOptions, *addresses: str) -> list[Capture | str]:
    """Captures, or the codes of what was refused, of one visit."""
    fetcher = Fetcher(options)
    got: list[Capture | str] = []
    for address in addresses:
        try:
            got.append(fetcher.fetch(address))
        except CaptureError as error:
            got.append(error.code)
    fetcher.close()
    return got


def rules(site: Site, text: str, status: int = 200) -> None:
    site.page("/robots.txt", text.encode(), status, Content_Type="text/plain")


def test_what_is_allowed_is_fetched_and_the_decision_kept(site: Site, inside: CaptureOptions) -> None:
    rules(site, "User-agent: *\nDisallow: /private/\n")
    (got,) = get(inside, site.page("/open.html"))
    assert isinstance(got, Capture)
    assert got.robots is not None
    assert got.robots.allowed
    assert got.robots.url == site.url("/robots.txt")


def test_what_is_disallowed_is_never_asked_for(site: Site, inside: CaptureOptions) -> None:
    rules(site, "User-agent: *\nDisallow: /private/\n")
    assert get(inside, site.page("/private/a.html")) == ["SAY-046"]
    assert site.asked == ["/robots.txt"]


def test_the_rules_for_our_own_name_count(site: Site, inside: CaptureOptions) -> None:
    rules(site, "User-agent: *\nDisallow: /\n\nUser-agent: sayso\nAllow: /\n")
    assert isinstance(get(inside, site.page("/a.html"))[0], Capture)
    named = replace(inside, settings=replace(inside.settings, user_agent="Other/1.0 (someone)"))
    assert get(named, site.url("/a.html")) == ["SAY-046"]


@pytest.mark.parametrize("status", [404, 401, 403, 410])
def test_no_robots_txt_allows_everything(site: Site, inside: CaptureOptions, status: int) -> None:
    rules(site, "User-agent: *\nDisallow: /\n", status)
    (got,) = get(inside, site.page("/a.html"))
    assert isinstance(got, Capture)
    assert got.robots is not None
    assert str(status) in got.robots.why


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_robots_txt_that_fails_refuses_everything_for_now(site: Site, inside: CaptureOptions, status: int) -> None:
    rules(site, "", status)
    assert get(inside, site.page("/a.html"), site.page("/b.html")) == ["SAY-047", "SAY-047"]
    assert site.asked == ["/robots.txt"]


def test_it_is_asked_for_once_a_site(site: Site, inside: CaptureOptions) -> None:
    rules(site, "")
    get(inside, site.page("/a.html"), site.page("/b.html"))
    assert site.asked == ["/robots.txt", "/a.html", "/b.html"]


def test_it_may_be_elsewhere(site: Site, inside: CaptureOptions) -> None:
    site.page("/robots.txt", b"", 301, Location="/other/robots.txt")
    site.page("/other/robots.txt", b"User-agent: *\nDisallow: /\n", Content_Type="text/plain")
    assert get(inside, site.page("/a.html")) == ["SAY-046"]


def test_one_that_leads_in_a_circle_is_none(site: Site, inside: CaptureOptions) -> None:
    site.page("/robots.txt", b"", 301, Location="/robots.txt")
    assert isinstance(get(inside, site.page("/a.html"))[0], Capture)


def test_a_redirected_page_is_judged_where_it_leads(site: Site, inside: CaptureOptions) -> None:
    rules(site, "User-agent: *\nDisallow: /private/\n")
    site.page("/private/a.html")
    assert get(inside, site.page("/a", b"", 302, Location="/private/a.html")) == ["SAY-046"]
    assert "/private/a.html" not in site.asked


def test_of_one_without_end_the_beginning_counts(site: Site, inside: CaptureOptions) -> None:
    filler = "# nothing\n" * (MOST_BYTES // 10)
    rules(site, "User-agent: *\nDisallow: /a\n" + filler + "Disallow: /b\n")
    got = get(inside, site.page("/a.html"), site.page("/b.html"))
    assert got[0] == "SAY-046"
    assert isinstance(got[1], Capture)


def test_one_that_is_no_text_allows_everything(site: Site, inside: CaptureOptions) -> None:
    site.page("/robots.txt", bytes(range(256)) * 100)
    assert isinstance(get(inside, site.page("/a.html"))[0], Capture)
