"""A form as a correction: only what differs from how the claim reads now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, get_args

import msgspec

from sayso.errors import ConfigError, LedgerError
from sayso.ledger.quoting import nearest
from sayso.nouns import Correction, Quote
from sayso.nouns.claim import Status
from sayso.workbench.asked import whole

if TYPE_CHECKING:
    from sayso.nouns import Reading, Shown

#: between the stretches of what is said where the source stands in the midst of it
BETWEEN = " | "
#: longer than any name
_LONGEST_NAME = 300


def words_of(quotes: tuple[Quote, ...]) -> str:
    """Quotes as a form shows them."""
    return BETWEEN.join(quote.text or "" for quote in quotes)


def correction_of(field: Callable[[str], str], reading: Reading, now: Shown) -> Correction:
    """What a form changes. ``field`` gives what stands in a field, empty where nothing does.

    A selection on the page fills the fields NAME_start and NAME_end beside the words; where these are not what stands
    there, the words are looked for in the page, nearest to the claim.

    Raises:
        ConfigError: SAY-001: a value that cannot be, or nothing was changed.
        LedgerError: SAY-142: words that the page does not have.
    """
    speaker = field("speaker")
    if len(speaker) > _LONGEST_NAME:
        raise ConfigError("SAY-001", "speaker", "this is longer than any name", "shorten it")
    writer = field("writer") == "yes"
    source, cue, content = (_quotes(name, field, reading, now) for name in ("source", "cue", "content"))
    text, status = field("text"), field("status")
    made = Correction(
        speaker=speaker if speaker and speaker != (now.speaker or "") and not writer else None,
        writer=writer and now.attribution is not None,
        source=source if source != now.source else None,
        cue=cue[0] if cue and cue[0] != now.cue else None,
        content=content if content != now.content else None,
        status=_status(status) if status and status != now.status else None,
        text=text if text and text != now.text else None,
    )
    if made == Correction():
        raise ConfigError(
            "SAY-001", "correction", "nothing was changed", "change a field, or accept the claim as it is"
        )
    # the sentence that the reviewer saw and left stays, but where it says who spoke, or says something else now
    if made.text is None and made.content is None and not (now.speaker and now.speaker in now.text):
        made = msgspec.structs.replace(made, text=now.text)
    return made


def _status(text: str) -> Status:
    for status in get_args(Status):
        if status == text:
            found: Status = status
            return found
    raise ConfigError("SAY-001", "status", f"{text!r} is no status", f"choose one of: {', '.join(get_args(Status))}")


def _quotes(name: str, field: Callable[[str], str], reading: Reading, now: Shown) -> tuple[Quote, ...]:
    shown = {"source": now.source, "cue": (now.cue,) if now.cue else (), "content": now.content}[name]
    words = field(name)
    if not words or words == words_of(shown):
        return shown
    text = reading.document.text
    selected = _selected(field(f"{name}_start"), field(f"{name}_end"), text)
    if selected and selected.text and " ".join(selected.text.split()) == " ".join(words.split()):
        return (selected,)
    found = []
    for part in words.split(BETWEEN.strip()):
        quote = nearest(text, part.strip(), now.start)
        if quote is None:
            where = f"{reading.document.source}"
            raise LedgerError("SAY-142", where, f"the page has no “{part.strip()}”", "copy the words from the page")
        found.append(quote)
    return tuple(found)


def _selected(start: str, end: str, text: str) -> Quote | None:
    first, last = whole(start, len(text)), whole(end, len(text))
    if first is None or last is None or first >= last:
        return None
    return Quote(start=first, end=last, text=text[first:last])
