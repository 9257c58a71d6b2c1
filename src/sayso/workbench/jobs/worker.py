"""The process that reads: ``python -m sayso.workbench.jobs.worker``.

It is told its work on the first line of standard input and says on standard output how far it has come. Each page is
stored in one transaction, so that it can be stopped at any time. It ends when standard input does: then the server is
gone.
"""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from sayso.capture import CaptureOptions
from sayso.capture.fetch import Fetcher
from sayso.capture.unpack import captures_of
from sayso.document.html.projection import PROJECTION
from sayso.document.worker import Extractor
from sayso.errors import CaptureError, GazetteerError, LedgerError, SaysoError
from sayso.ledger import Added, Ledger, Recipe
from sayso.measures.places import gazetteer_or_fault
from sayso.nouns import Capture, Reading
from sayso.pipeline import Known, read_captures
from sayso.plugins import DEFAULT_PROFILE, load_reader
from sayso.workbench.jobs.messages import Input, Told, Work

if TYPE_CHECKING:
    from sayso.reader.layers import Reader

#: whoever looks at a page goes first
_NICE = 10


def main() -> None:
    """Do one piece of work."""
    with contextlib.suppress(OSError):
        os.nice(_NICE)
    work = msgspec.json.decode(sys.stdin.buffer.readline(), type=Work)
    threading.Thread(target=_end_with_the_server, daemon=True).start()
    stop = Stop()
    signal.signal(signal.SIGTERM, stop.asked)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server says when
    try:
        if not Path(work.ledger).exists():
            raise LedgerError("SAY-067", work.ledger)  # moved away meanwhile: a new one would hide that
        with Ledger.open(work.ledger) as ledger, os.fdopen(work.file, "rb") as file:
            _Reading(ledger, file, stop).do(work.inputs)
    except SaysoError as error:
        _say(Told(step="failed", code=error.code, source=error.subject, what=error.what, remedy=error.remedy))
    else:
        _say(Told(step="done"))


def _say(told: Told) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(told) + b"\n")
    sys.stdout.buffer.flush()


def _end_with_the_server() -> None:
    while os.read(sys.stdin.fileno(), 1):
        pass
    os._exit(1)  # transactions under way are undone by the store


class Stop:
    """The wish of the server that this ends: at once, but between a page that is stored and the word of it."""

    def __init__(self) -> None:
        self._asked = self._storing = False

    def asked(self, *_: Any) -> None:
        """The signal's handler."""
        self._asked = True
        if not self._storing:
            sys.exit(0)

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Not within this."""
        self._storing = True
        yield
        self._storing = False
        if self._asked:
            sys.exit(0)


class _Reading:
    def __init__(self, ledger: Ledger, file: io.BufferedReader, stop: Stop) -> None:
        self._ledger = ledger
        self._file = file
        self._stop = stop
        self._options = CaptureOptions()
        self._fetcher: Fetcher

    def do(self, inputs: tuple[Input, ...]) -> None:
        if inputs:
            fault = gazetteer_or_fault()
            if isinstance(fault, GazetteerError):
                what = f"{fault.what}: until then, places stay unresolved"
                _say(Told(step="note", code=fault.code, source=fault.subject, what=what, remedy=fault.remedy))
            reader = load_reader(DEFAULT_PROFILE)
            # one for all links: it keeps the pace of each site. Never an address inside the network: a visitor's link
            # must not reach what only this machine can
            self._fetcher = Fetcher(CaptureOptions(allow_private=False))
            with Extractor() as extractor, contextlib.closing(self._fetcher):
                for number, each in enumerate(inputs):
                    self._read(number, each, reader, extractor)
        self._compare(settled=True)

    def _read(self, number: int, wanted: Input, reader: Reader, extractor: Extractor) -> None:
        def recipe(capture: Capture) -> Recipe:
            return Recipe.of(
                capture, given=wanted.given, profile=reader.profile, version=reader.version, projection=PROJECTION
            )

        def known(capture: Capture) -> bool:
            _say(Told(step="reading", input=number, source=capture.source))
            return self._ledger.knows(capture, recipe(capture))

        _say(Told(step="fetching" if wanted.kind == "link" else "reading", input=number, source=wanted.name))
        captures = self._captures(wanted)
        for item in read_captures(captures, given=wanted.given, reader=reader, extractor=extractor, known=known):
            if isinstance(item, SaysoError):
                _say(
                    Told(
                        step="refused",
                        input=number,
                        source=item.subject,
                        code=item.code,
                        what=item.what,
                        remedy=item.remedy,
                    )
                )
                continue
            document = f"sha256:{item.capture.sha256}"
            source = item.capture.source
            if isinstance(item, Known):
                self._kept("known", number, source, self._ledger.reading(document))
                continue
            with self._stop.held():
                added = self._ledger.add(item.capture, item.reading, recipe=recipe(item.capture))
                self._kept("stored" if isinstance(added, Added) else "known", number, source, item.reading)
            self._compare(settled=False)

    @staticmethod
    def _kept(step: Literal["stored", "known"], number: int, source: str, reading: Reading) -> None:
        document = reading.document
        told = Told(
            step=step,
            input=number,
            source=source,
            document=document.id,
            title=document.title or "",
            claims=len(reading.claims),
        )
        _say(told)

    def _captures(self, wanted: Input) -> Iterator[Capture | CaptureError]:
        if wanted.kind == "link":
            try:
                yield self._fetcher.fetch(wanted.name)
            except CaptureError as error:
                yield error
            return
        self._file.seek(wanted.start)
        body = io.BytesIO(self._file.read(wanted.size))
        name = wanted.name if wanted.kind == "file" else "pasted.txt"
        yield from captures_of(body, source=wanted.name, name=name, options=self._options)

    def _compare(self, *, settled: bool) -> None:
        """Compare what waits with the other pages. A fault there costs no page: it is told, and they stay stored."""
        waiting = self._ledger.unlinked()
        if not (waiting or (settled and not self._ledger.is_settled())):
            return
        _say(Told(step="comparing", done=0, total=waiting))
        try:
            for done, _ in enumerate(self._ledger.link(settled=settled), start=1):
                _say(Told(step="comparing", done=done, total=max(done, waiting)))
        except LedgerError:
            raise
        except Exception as error:  # noqa: BLE001 - the pages are stored, and sayso origins will try again
            fault = SaysoError("SAY-114", "ledger", f"comparing them failed ({type(error).__name__}: {error})")
            _say(Told(step="note", code=fault.code, source=fault.subject, what=fault.what, remedy=fault.remedy))


if __name__ == "__main__":
    main()
