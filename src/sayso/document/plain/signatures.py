"""Lines by which comments are signed: "Name says:", "Name, 3 hours ago", "Name on Title", "Name: text"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.document.plain.dates import after_date, after_when, is_day, is_when, split_when
from sayso.document.plain.names import is_address, name_score, title_score
from sayso.document.plain.patterns import matches, pattern

_INLINE = re.compile(
    r"(?:\[[\d:. ]{4,20}\]\s*|\d{1,2}:\d{2}(?::\d{2})?\s+)?(?P<author>[^:(\[]{1,60}?)"
    r"(?:\s*[(\[](?P<when>[^)\]]{3,50})[)\]])?(?P<says>,? (?:says|wrote|said|writes))?\s*:\s+(?P<body>\S.{2,})",
    re.DOTALL,
)
_TAIL = re.compile(r"\s[(\[–—-]\s?(?P<author>[^(),–—]{1,50}), (?P<when>[^()]{3,50})[)\]]?$")
_ON_DATE = re.compile(
    r"(?:on|at) (?P<rest>\S.{8,110}?) (?:says|said|wrote|writes|commented|replied)\s*[:…-]?", re.IGNORECASE
)
_PREFIX = re.compile(
    r"^(?:(?:posted|written|comment(?:ed)?|left|submitted|sent|added|reply|response)(?: ?(?:by|from))?"
    r"|by|from|user|name|reader)\s*:?\s+|^#?\d{1,4}[.)]?\s+",
    re.IGNORECASE,
)


#: "Name on Title: text", "Name commented on Title: text"
_ON_TEXT = re.compile(
    r"(?P<author>[^:]{1,50}?)"
    r"(?: (?:commented|wrote|writes|said|says|replied) (?:on|in|to)| (?:on|in|at)|,(?= [“‘\"«])|:)[: ]\s*"
    r"(?=(?P<rest>\S.{8,}))",
    re.DOTALL,
)
#: "Name: text (Title)", "Name said: text [Title]"
_TEXT_ON = re.compile(
    r"(?P<author>[^:]{1,50}?)(?: (?:says|said|wrote|writes))?: (?P<body>.{2,}?) ?[(\[](?P<on>[^()\[\]]{8,160})[)\]]$",
    re.DOTALL,
)
#: what stands before a colon and signs nothing
_NO_AUTHORS = frozenset({"re", "fw", "fwd", "subject", "update", "note", "edit"})
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}\s+\D")
_COLON = re.compile(r":\s+(?=\S)")
#: A signature of which the first part is no name is believed only with a mark between it and the date.
_LOOSE = re.compile(r"[,|·•@/–—-]\s*$")


#: What stands around name and time and is neither: numbers, ranks, votes, buttons.
_BEFORE_NAME = re.compile(
    r"^(?:(?:comment|reply|post|message|no\.)?\s*(?:#\s*|(?<=\w )|(?<=\.))\d{1,5}\s*[:.)–-]?\s+(?=\S)"
    r"|[♥❤▲▼★👍↑↓+]+ ?\d*\s+)",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    r"\s*[-–·|]\s*(?:report|reply|permalink|link|quote|flag|edit|share)$|\s*#\d{1,5}$"
    r"|\s*\((?:guest|member|admin|moderator|visitor|author|staff|not verified|unregistered|op)\)"
    r"|\s+[-+]?\d+ (?:points?|likes?|votes?|karma|upvotes?)\b",
    re.IGNORECASE,
)


def undecorated(text: str) -> str:
    """A line without the numbers, ranks, votes and buttons that stand around the name and time of a comment."""
    return _AFTER_NAME.sub("", _BEFORE_NAME.sub("", text, count=1)) or text


@dataclass(frozen=True, slots=True)
class InlineOn:
    """Author, page and text of a comment left elsewhere, on one line."""

    author: str
    on: str
    body: str


@dataclass(frozen=True, slots=True)
class Inline:
    """Author and text of a comment on one line; ``score`` is how much the author looks like one."""

    author: str
    when: str | None
    body: str
    score: float


def left_on(text: str, *, loosely: bool = False) -> tuple[str, str, float] | None:
    """Author part, page part and how much they look it, of "Name on Title"; ``loosely``: whatever the name looks like,
    if it is short and the title begins with a capital."""
    best: tuple[str, str, float] | None = None
    wide = pattern("left_on_loosely").matches(text) if loosely else []
    for found in (*pattern("left_on").matches(text), *wide):
        author, on = found["author"].strip(" ,:"), found["on"].strip()
        strong = "link" in found.re.groupindex and (
            ":" in found["link"] or "," in found["link"] or " comment" in found["link"]
        )
        named = name_score(author)
        if loosely:
            first = on.lstrip("“‘«\"'")[:1]
            known = named >= 0.5 and len(on.split()) >= 3
            named = (
                0.0
                if (known or found not in wide) and len(author.split()) <= 6 and len(author) <= 48 and first.isupper()
                else -9.0
            )
        score = named + title_score(on) + (2.0 if strong else 0.0)
        if is_address(author):
            score += 1.0
        if is_day(on):  # "Ms Ruiz on Tuesday told reporters": a sentence
            score -= 4.0
        if best is None or score > best[2]:
            best = (author, on, score)
    return best if best and best[2] > 0 and (loosely or name_score(best[0]) >= -0.5) else None


def says(text: str) -> tuple[str, str | None] | None:
    """Author and time of "Name says:", "Posted by Name at 10:14" and the like."""
    quoted = _ON_DATE.fullmatch(text)
    if quoted and (rest := after_when(quoted["rest"])) and name_score(rest) >= -0.5:
        return rest, quoted["rest"][: -len(rest)].rstrip(" ,")
    for found in pattern("says").matches(text):
        author = found["author"].strip(" ,:|-–—(")
        when = found.groupdict().get("when")
        split = split_when(text[found.start("author") : found.end("when")] if when else author)
        if split and split[0] and name_score(split[0]) >= -0.5:
            author, when = split
        if name_score(author) >= -0.5 and (when is None or is_when(when)):
            return author, when
    return None


def inline(text: str) -> Inline | None:
    """Author and text of "Name: text", "Name (3 May 2024): text", "text (Name, 3 May 2024)".

    Most lines of the first form are no comments.
    """
    tail = _TAIL.search(text[-120:])
    if tail and is_when(tail["when"]) and name_score(tail["author"]) >= 0.5:
        return Inline(tail["author"], tail["when"], text[: len(text) - len(tail[0])].strip(), 4.0)
    found = _INLINE.match(text[:2000])
    if not found:
        return None
    author, when, score = found["author"].strip(), found["when"], 1.5 if found["says"] else 0.0
    split = split_when(author)
    if when is None and split and split[0]:
        author, when = split
    if when is not None:
        if not is_when(when):
            # "Ana (Lenn): ..." gives her town, "Abreu (ret.): ..." belongs to the name
            author, when = author if when[:1].isupper() and when[-1].isalpha() else f"{author} ({when})", None
        score += 2.0 if when else 0.0
    if author.casefold() in _NO_AUTHORS or is_when(author):
        return None
    named = name_score(author)
    prefix = _PREFIX.fullmatch(f"{author} ")
    return (
        Inline(author, when, text[found.start("body") :], score + min(named, 1.5))
        if named >= 0.5 and not prefix
        else None
    )


def signed(text: str) -> tuple[str, str] | None:
    """Name and time of a line that ends in a time: "Name | 3 May 2024", "3. Name, 2 hours ago"."""
    split = split_when(text)
    if not split or not split[0]:
        rest = after_when(text)  # "3 May 2024 – Name:"
        split = (rest, text[: -len(rest)].strip(" ,|·•–—-:/")) if rest else None
    if not split:
        return None
    name = _PREFIX.sub("", split[0], count=1) or split[0]
    if max(name_score(name), name_score(split[0])) < 0.5:
        return None
    return (name if name_score(name) >= 0.5 else split[0]), split[1]


def loosely_signed(text: str) -> tuple[str, str] | None:
    """What stands before the date of "crypto expert, 3 May 2024", and the date; for lines among comments only."""
    split = split_when(text)
    rest = after_date(text) if not split and not _CLOCK.match(text) else None  # "06:00 News" is a programme
    if rest and len(rest.split()) <= 4 and name_score(rest) >= 0.5:
        return rest, text[: -len(rest)].strip(" ,|·•–—-:/")  # "3 May 2024 12:10 Ana R."
    if not split or not 0 < len(split[0].split()) <= 6 or len(split[0]) > 48 or split[0][-1] in ".!?":
        return None
    before = text[: len(text) - len(split[1])].rstrip("([ ")
    return (split[0], split[1]) if _LOOSE.search(before) else None


def inline_on(text: str) -> InlineOn | None:
    """A comment left on another page, in one line; of use only in a list of such comments.

    A title may hold a colon itself: the text begins at the first colon behind which a sentence begins.
    """
    text = text[:2000]
    found = _TEXT_ON.match(text)
    if found and name_score(found["author"]) >= -0.5 and title_score(found["on"]) > 0:
        body = found["body"].strip()
        if body[:1] in '“"' and body[-1:] in '”"':
            body = body[1:-1]
        return InlineOn(found["author"].strip(), found["on"].strip(' “”"'), body)
    found = _ON_TEXT.match(text)
    if not found or name_score(found["author"]) < -0.5:
        return None
    rest = found["rest"]
    colons = [c for c in _COLON.finditer(rest) if c.start() >= 8 and len(rest[: c.start()].split()) >= 2]
    if not colons:
        return None
    cut = next((c for c in colons if not rest[c.end()].islower()), colons[-1] if len(colons) > 1 else colons[0])
    return InlineOn(found["author"].strip(), rest[: cut.start()].strip(' “”"'), rest[cut.end() :].strip())


def ends_in_marked_date(text: str) -> bool:
    """Does it end in a date with a dash, bar or dot before it, as no sentence does: "ana - 3 May 2024"?"""
    text = undecorated(text)
    split = split_when(text)
    return bool(split and split[0] and text[: len(text) - len(split[1])].rstrip()[-1:] in set("-–—|·•@»/"))


def is_head_line(text: str) -> bool:
    """Is it a line with author or date below a headline: "Posted on 3 May 2024 by Ana Ruiz", "Ana Ruiz, 3 May 2024"?"""
    if len(text) > 160:
        return False
    found = pattern("date_label").match(text)
    rest = after_date(text)
    return bool(
        signed(text)
        or (found and (is_when(text[found.end() :]) or after_date(text[found.end() :])))
        or (rest and len(rest.split()) <= 4 and name_score(rest) >= 1.5)  # "23.09.2025 14:45 Ana Ruiz"
    )


def is_signature(text: str) -> bool:
    """Is the line, taken alone, an author line, a date or a control of a comment?"""
    if len(text) > 160:
        return False
    on = left_on(text)
    return bool(
        says(text)
        or signed(undecorated(text))
        or is_when(text)
        or matches("comment_control", text)
        or (on and on[2] >= 3.0)
    )
