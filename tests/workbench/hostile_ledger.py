"""A ledger of pages that try to be more than text: markup and scripts in every field that a page decides on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from made_readings import page
from sayso.ledger import Ledger
from sayso.nouns import Check, Comment, Movement, Noun, Reading

MARK = "xss"
PAYLOADS = (
    f'"><img src={MARK} onerror=alert(1)>',
    f"'><script>{MARK}()</script>",
    f"</title></textarea><svg onload={MARK}()>",
    f"{{{{7*7}}}}<a href=javascript:{MARK}()>x</a>",
    f"<!--{MARK}--></script><iframe srcdoc='<b>{MARK}'>",
    "‮\u0000\x1b[31m]]>" + f"<style>@import '{MARK}'",
)
#: fields that hold what a page says and no range of its text
_SAID = {
    "name",
    "aliases",
    "titles",
    "role",
    "of",
    "title",
    "authors",
    "outlet",
    "venue",
    "addressee",
    "why",
    "author",
    "on",
    "reasons",
    "assumptions",
    "unit",
}
_NAMES = (f"Kole<img src={MARK} onerror=alert(1)>", f"Ana'\"><script>{MARK}()</script>Kole", f"Bo<b>{MARK}</b>Re")


def hostile_ledger(path: Path) -> Path:
    """Three pages of one story, each in words of its own tricks, linked."""
    with Ledger.open(path) as ledger:
        for number, payload in enumerate(PAYLOADS):
            who = _NAMES[number % len(_NAMES)]
            sentences = (
                (who, "stated", f"the Vashti dam had failed near Korr{payload.replace(chr(0), '')}"),
                (f"officials{payload.replace(chr(0), '')}", "said", f"{5 + number},000 people were evacuated"),
                (None, "", f"Militants moved from Korr to Lev {payload.replace(chr(0), '')}"),
            )
            comment = Comment(author=payload, text=payload, on=payload, spam=True, score=0.9, reasons=(payload,))
            capture, reading = page(
                sentences,
                title=f"Dam {payload}",
                source=f"{number}{payload}.html",
                outlet=f"Herald {payload}",
                published=f"2024-06-{12 + number}",
                outer=_NAMES[(number + 1) % len(_NAMES)],
                place=("Korr", 12.0, 41.0),
                comments=(comment,),
                body=f"<p>{number}{payload}",
                status=("asserted", "denied", "planned")[number % 3],
            )
            tainted = tainted_reading(reading, payload)
            ledger.add(capture, tainted)
        list(ledger.link())
    return path


def tainted_reading(reading: Reading, payload: str) -> Reading:
    """The same reading with the payload in what is no range of the text, and an address that is a script."""
    last = reading.claims[-1]
    moves = Movement(who=f"militants {payload}", from_="p1", to="p1", by=payload, direction=payload)
    check = Check(claim=last.id, kind="distance", verdict="inconsistent", why="it lies far off")
    reading = msgspec.structs.replace(
        reading,
        claims=(*reading.claims[:-1], msgspec.structs.replace(last, movement=moves, places=("p1",))),
        checks=(check,),
    )
    made: Reading = _tainted(reading, payload)
    document = msgspec.structs.replace(made.document, url=f"javascript:{MARK}()//{payload}")
    return msgspec.structs.replace(made, document=document)


def _tainted(value: Any, payload: str, name: str = "") -> Any:
    if isinstance(value, Noun):
        fields = {each: _tainted(getattr(value, each), payload, each) for each in value.__struct_fields__}
        return type(value)(**fields)
    if isinstance(value, tuple):
        return tuple(_tainted(each, payload, name) for each in value)
    if isinstance(value, str) and name in _SAID and not value.startswith("e"):
        return value + payload
    return value


__all__ = ["MARK", "hostile_ledger"]
