"""From typed units to comments: who wrote what, when, and on which page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.document.plain.dates import is_when, split_when, to_iso
from sayso.document.plain.features import Features
from sayso.document.plain.names import is_address, name_score
from sayso.document.plain.offsets import PhysicalLine
from sayso.document.plain.signatures import undecorated
from sayso.nouns import Comment

_AUTHOR_FIRST = {"ca", "wa", "p_wa"}
_BODY_FIRST = {"cb", "wb", "p_wb"}
_BODY_LAST = {"lb", "vb", "p_vb"}
_AUTHOR_LAST = {"la", "va", "p_va"}
_INLINE = {"ci", "wi"}
_META = {"cd", "cm", "lm", "lt"}
_WIDGET = {"wa", "wb", "vb", "va", "wi", "p_wa", "p_wb", "p_vb", "p_va"}
_ANSWERS = re.compile(
    r"(?:(?:in (?:reply|response|answer) to|replying to|replied to|@|[↩↪⤷➥] ?)\s*:?\s*)(?P<name>[^.!?,:]{1,40})",
    re.IGNORECASE,
)
_MENTION = re.compile(r"@(?P<name>[\w.-]{2,40})")
_CHROME = re.compile(
    r"^(?:posted by|comment(?:ed)? (?:by|from)|written by|from|by|user|name|[—–~-]+|\(?#?\d{1,4}[.)]?\s)\s*:?\s*",
    re.IGNORECASE,
)
_PLACE = re.compile(r",\s+(?:[A-Z][\w.-]+ ?){1,3}$")


@dataclass
class _Draft:
    kind: str
    author: str | None = None
    when: str | None = None
    on: str | None = None
    answers: str | None = None
    body: list[str] = field(default_factory=list)
    first: int = 0
    last: int = 0


def _name(text: str | None) -> str | None:
    if text is None:
        return None
    text = text.strip(" \t:,|·•—–*>").removesuffix(" /")
    if not is_address(text):
        shorter = _CHROME.sub("", text)
        if shorter and name_score(shorter) > -2:
            text = shorter
    return text.strip(" \t:,|·•—–") or None


def _sign(draft: _Draft, f: Features) -> None:
    """Read the author line into the draft."""
    on_page = f.left_on or f.left_loosely
    if on_page and draft.kind == "widget":
        author, on, _ = on_page
        split = split_when(on)
        if split and len(split[0].split()) >= 2:
            on, draft.when = split[0].rstrip(" ,("), split[1]
        split = split_when(author)
        if split and split[0]:
            author, draft.when = split
        draft.author, draft.on = _name(author), on.strip('“”"«» ') if _wrapped(on) else on
    elif f.says:
        draft.author, draft.when = _name(f.says[0]), f.says[1]
    elif f.signed or f.loosely:
        author, draft.when = f.signed or f.loosely or ("", "")
        draft.author = _name(author)
    else:
        bare = undecorated(f.bare)
        name = _name(bare if name_score(bare) > -3 else f.unit.text) or ""
        placeless = _PLACE.sub("", name)  # "Ana Ruiz, Lenn": readers of papers give their town
        draft.author = (placeless if name_score(placeless) > 0 else name) or None


def _wrapped(text: str) -> bool:
    """Does one pair of quotation marks enclose the whole?"""
    return (
        len(text) > 2
        and (text[0], text[-1]) in {("“", "”"), ('"', '"'), ("«", "»")}
        and text[1:-1].count(text[-1]) == 0
    )


def collect_comments(
    features: Sequence[Features], states: Sequence[str], lines: Sequence[PhysicalLine]
) -> list[Comment]:
    """The comments that the types spell out, in the order of the page, without a verdict on spam.

    ``source`` is the byte range from the first to the last line of the comment, its author line included.
    """
    drafts: list[_Draft] = []
    current: _Draft | None = None
    answers: str | None = None
    page: str | None = None

    def begin(f: Features, state: str) -> _Draft:
        nonlocal answers
        draft = _Draft(
            "widget" if state in _WIDGET else "thread", first=f.unit.first, last=f.unit.last, answers=answers
        )
        answers = None
        drafts.append(draft)
        return draft

    for f, state in zip(features, states, strict=True):
        if state in _AUTHOR_FIRST:
            current = begin(f, state)
            current.on, page = page, None
            _sign(current, f)
        elif state == "wt":
            page = f.unit.text
        elif state == "wi" and f.inline and page:
            current = begin(f, state)
            current.author, current.when, current.on = _name(f.inline.author), f.inline.when, page
            current.body.append(f.inline.body)
            page = None
        elif state == "wi" and f.inline_on:
            current = begin(f, state)
            current.author, current.on = _name(f.inline_on.author), f.inline_on.on
            current.body.append(f.inline_on.body)
        elif state in _INLINE and f.inline:
            current = begin(f, state)
            current.author, current.when = _name(f.inline.author), f.inline.when
            current.body.append(f.inline.body)
        elif state in _BODY_FIRST:
            if current is None:
                current = begin(f, state)
            current.body.append(f.unit.text)
            current.last = f.unit.last
        elif state in _BODY_LAST:
            if current is None or current.author is not None:
                current = begin(f, state)
            current.body.append(f.unit.text)
            current.last = f.unit.last
        elif state in _AUTHOR_LAST:
            if current is None or current.author is not None:
                current = begin(f, state)
            current.on, page = page, None
            _sign(current, f)
            current.last = f.unit.last
        elif state in _META:
            reply_to = _ANSWERS.match(f.bare)
            if current is not None and f.date and current.when is None:
                current.when = f.bare
            if reply_to and state == "cd" and current is not None:
                current.answers = reply_to["name"]
            elif reply_to and not is_when(reply_to["name"]):
                answers = reply_to["name"]
        else:
            current = None
    return _finish(drafts, lines)


def _finish(drafts: Sequence[_Draft], lines: Sequence[PhysicalLine]) -> list[Comment]:
    made: list[Comment] = []
    for draft in drafts:
        text = "\n".join(draft.body).strip()
        if not text:
            continue
        made.append(
            Comment(
                author=draft.author,
                text=text,
                on=draft.on,
                spam=False,
                score=0.0,
                reasons=(),
                kind="widget" if draft.kind == "widget" else "thread",
                time=to_iso(draft.when),
                parent=_parent(draft, text, made),
                source=(lines[draft.first].source[0], lines[draft.last].source[1]),
            )
        )
    return made


def _parent(draft: _Draft, text: str, earlier: Sequence[Comment]) -> int | None:
    """The nearest earlier comment by the one it says it answers."""
    mention = _MENTION.match(text)
    name = draft.answers or (mention["name"] if mention else None)
    if name is None:
        return None
    wanted = name.strip(" :").casefold()
    return next((i for i in range(len(earlier) - 1, -1, -1) if (earlier[i].author or "").casefold() == wanted), None)
