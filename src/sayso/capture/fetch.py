"""Addresses -> captures: one page at a time, carefully and politely."""

from __future__ import annotations

from datetime import UTC, datetime

import httpx

from sayso.capture.address import Lookup, checked, lookup
from sayso.capture.client import Answer, Client
from sayso.capture.options import CaptureOptions
from sayso.capture.pace import Pace
from sayso.capture.robots import MOST_BYTES, Decision, RobotsRules
from sayso.capture.sniff import content_type, sniff
from sayso.capture.unpack import refusal
from sayso.errors import FetchError
from sayso.nouns import Capture

MOST_REDIRECTS = 5
#: client errors that another try may mend (RFC 9110, RFC 6585, RFC 8470)
_PATIENCE = (408, 425, 429)


class Fetcher:
    """Fetches pages. It keeps connections, robots.txt and the time of the last visit to each host, and no cookies from
    one page to the next; close it when done.

    Args:
        using: the resolver of names.
        pace: how long is waited between pages; by default as the settings say.
    """

    def __init__(self, options: CaptureOptions, *, using: Lookup = lookup, pace: Pace | None = None) -> None:
        self._settings = options.settings
        self._client = Client(options, using=using)
        self._robots = RobotsRules(self._robots_txt, options.settings.user_agent)
        self._pace = pace or Pace(options.settings.delay_seconds)

    def fetch(self, address: str) -> Capture:
        """The page at an address; ``url`` is the address that it was found at in the end.

        Every hop is checked like the first: the address, the machine it leads to, and what robots.txt says there.

        Raises:
            FetchError: the page could not be had, or may not be fetched (SAY-040 to SAY-053).
            CaptureError: what came is no page (SAY-010, SAY-011, SAY-023).
        """
        url = checked(address)
        self._client.forget()
        self._client.deadline.set(self._settings.timeout_seconds)
        host = None
        for _ in range(MOST_REDIRECTS + 1):
            decision = self._robots.decide(url, subject=address)
            if url.host != host:  # going on at the same host is part of the same visit
                host = url.host
                self._client.deadline.extend(self._pace.wait(host, decision.delay))
            answer = self._client.get(
                url,
                subject=address,
                wire=self._settings.max_bytes,
                decoded=self._settings.max_decoded_bytes,
            )
            if answer.leads_to is None:
                return _capture(answer, url, decision, address)
            url = _next(url, answer.leads_to, address)
        raise FetchError("SAY-048", address, f"it leads on to another address more than {MOST_REDIRECTS} times")

    def _robots_txt(self, url: httpx.URL) -> Answer:
        """A robots.txt, redirections followed (RFC 9309, section 2.3.1.2: at least five)."""
        first = str(url)
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._client.get(url, subject=first, wire=4 * MOST_BYTES, decoded=MOST_BYTES, cut=True)
            if answer.leads_to is None:
                return answer
            url = _next(url, answer.leads_to, first)
        raise FetchError("SAY-048", first)

    def close(self) -> None:
        """Close all connections."""
        self._client.close()


def _next(url: httpx.URL, leads_to: str, subject: str) -> httpx.URL:
    try:
        joined = str(url.join(leads_to))
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError("SAY-040", subject, f"it leads to what is no address ({error})") from None
    return checked(joined, subject=subject)


def _capture(answer: Answer, url: httpx.URL, decision: Decision, address: str) -> Capture:
    said = f"the server answered {answer.status} {answer.reason}".rstrip()
    if answer.status >= 500 or answer.status in _PATIENCE:
        raise FetchError("SAY-050", address, said)
    if answer.status not in (200, 203):
        raise FetchError("SAY-049", address, said)
    declared, charset = content_type(answer.header("content-type"))
    found = sniff(answer.body, name=str(url), declared=declared)
    if found.kind != "page":
        raise refusal(found, address)
    return Capture.of(
        answer.body,
        media_type=found.media_type,
        source=address,
        url=str(url),
        retrieved=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        charset=charset,
        status=answer.status,
        headers=answer.headers,
        robots=decision.robots,
    )
