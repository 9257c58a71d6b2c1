"""Where something was said, told in the sentence after it: *The minister's statements came during the programme X.*"""

from __future__ import annotations

import re

from sayso.reader.common.page import Page

_AFTERWARDS = re.compile(
    r"(?P<who>(?:(?:The|Mr\.?|Ms\.?|Mrs\.?) )?(?:[\w-]+ ){0,3}?[\w-]+['’]s?|His|Her|Their|Its|These|Those|The)\s+"
    r"(?:statements?|remarks?|comments?|words|announcement|warning|speech|claims?) "
    r"(?:came|were made|was made|were given|was given|were broadcast|was broadcast) (?:during|at|in|on) "
    r"(?P<venue>(?:(?:an?|the|his|her) )?[^,;:.“”\"()]{3,100}?)"
    r"(?= as | when | while | after | before | (?:on|in) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| on \d|[,;:.]|$)"
)


def told_venue(page: Page, sentence: int) -> tuple[str, str] | None:
    """Whose words and which venue the sentence numbered ``sentence`` tells of what was said right before."""
    if not 0 <= sentence < len(page.sentences):
        return None
    found = _AFTERWARDS.match(page.text, page.sentences[sentence].start, page.sentences[sentence].end)
    return (found["who"], found["venue"].strip()) if found else None


def belongs(who: str, source: str | None) -> bool:
    """Whether *The minister's*, *Stewart's* or *Her* may be the words of ``source``."""
    if source is None:
        return False
    owner = re.sub(r"['’]s?$", "", re.sub(r"^(?:The|Mr\.?|Ms\.?|Mrs\.?) ", "", who)).lower()
    if owner in {"his", "her", "their", "its", "these", "those", "the"}:
        return True
    return owner.split()[-1] in source.lower().split()
