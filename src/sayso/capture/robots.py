"""robots.txt (RFC 9309): asked before every page, believed, and recorded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import httpx
from protego import Protego

from sayso.capture.client import Answer
from sayso.errors import FetchError
from sayso.nouns import Robots

#: a parser must take at least this much (RFC 9309, section 2.5); the rest is not read
MOST_BYTES = 512 * 1024
#: a client error that asks for patience says nothing of the rules
_PATIENCE = (408, 425, 429)


@dataclass(frozen=True)
class Decision:
    """What robots.txt says of one address, and the Crawl-delay in seconds that it asks for."""

    robots: Robots
    delay: float | None = None


@dataclass(frozen=True)
class _Rules:
    """The rules of one site; ``parsed`` is nothing where there are none."""

    url: str
    parsed: Protego | None
    why: str


class RobotsRules:
    """The rules of all sites met, each asked for once.

    Args:
        get: fetches a robots.txt as carefully as a page, redirections followed.
        user_agent: the full User-Agent; the rules are those for its product token (RFC 9309, section 2.2.1).
    """

    def __init__(self, get: Callable[[httpx.URL], Answer], user_agent: str) -> None:
        self._get = get
        self._token = user_agent.partition("/")[0].strip() or "sayso"
        self._sites: dict[str, _Rules | FetchError] = {}

    def decide(self, url: httpx.URL, *, subject: str) -> Decision:
        """Whether a page may be fetched.

        Raises:
            FetchError: SAY-046, it may not; SAY-047, the site's robots.txt could not be had, which RFC 9309 (section
                2.3.1.4) takes for a refusal of everything; or the site itself cannot be reached.
        """
        site = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if site not in self._sites:
            self._sites[site] = self._ask(url.copy_with(raw_path=b"/robots.txt"))
        rules = self._sites[site]
        if isinstance(rules, FetchError):
            raise FetchError(rules.code, subject, rules.what, rules.remedy)
        if rules.parsed is None:
            return Decision(Robots(url=rules.url, allowed=True, why=rules.why))
        if not rules.parsed.can_fetch(str(url), self._token):
            raise FetchError("SAY-046", subject, f"{rules.url} asks programs not to fetch this")
        return Decision(Robots(url=rules.url, allowed=True, why=rules.why), delay=rules.parsed.crawl_delay(self._token))

    def _ask(self, url: httpx.URL) -> _Rules | FetchError:
        try:
            answer = self._get(url)
        except FetchError as error:
            if error.code in ("SAY-040", "SAY-048"):  # it leads nowhere: as if there were none (section 2.3.1.2)
                return _Rules(str(url), None, "robots.txt leads nowhere, so everything is allowed")
            if error.code in ("SAY-051", "SAY-052", "SAY-053"):
                return FetchError("SAY-047", str(url), f"{url} could not be read ({error.what})")
            return error
        if answer.status == 200:
            text = answer.body.decode("utf-8-sig", "replace")
            return _Rules(str(url), Protego.parse(text), f"robots.txt allows it to {self._token}")
        if 400 <= answer.status < 500 and answer.status not in _PATIENCE:
            return _Rules(str(url), None, f"there is no robots.txt ({answer.status}), so everything is allowed")
        return FetchError("SAY-047", str(url), f"{url} could not be had ({answer.status} {answer.reason})".rstrip())
