"""One piece of work: what was brought, and what became of each page of it."""

from __future__ import annotations

import secrets
import threading
import time
from dataclasses import dataclass, field
from typing import IO, Final, Literal

from sayso.errors import SaysoError
from sayso.workbench.jobs.messages import Input, Step, Told

State = Literal["waiting", "running", "done", "stopped", "failed"]
PageState = Literal["waiting", "fetching", "reading", "stored", "known", "refused", "stopped"]
#: pages that are told one by one; an archive can hold a hundred thousand
MOST_PAGES: Final = 1_000
#: what to do in a browser, where the command line's advice would not help
_REMEDIES: Final = {
    "SAY-012": "if it is an article all the same, paste its text instead",
    "SAY-013": "save the article alone, or paste its text",
    "SAY-014": "save the article alone, or paste its text",
    "SAY-022": "split it, or add it with sayso add on the server",
    "SAY-023": "choose HTML, text, PDF, WARC, WACZ or .eml files",
    "SAY-041": "save the page with your browser and choose the file",
    "SAY-044": "save the page with your browser and choose the file",
    "SAY-046": "save the page with your browser and choose the file",
    "SAY-051": "save the article alone with your browser and choose the file",
    "SAY-053": "save the page with your browser and choose the file",
    "SAY-080": "it was not read; paste it in another language, or use sayso add --profile rules",
}


@dataclass(slots=True)
class Page:
    """What became of one page. ``serial`` is the job's when it last changed."""

    number: int
    name: str
    input: int
    state: PageState = "waiting"
    document: str = ""
    title: str = ""
    claims: int = 0
    code: str = ""
    what: str = ""
    remedy: str = ""
    serial: int = 0


@dataclass(slots=True)
class Job:
    """What is known of one piece of work. Changed by the runner alone; ``lock`` is held meanwhile.

    ``file`` has no name on the disk: it is gone with the work, or with the server.
    """

    inputs: tuple[Input, ...]
    file: IO[bytes] | None
    visitor: str = ""
    id: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    state: State = "waiting"
    pages: list[Page] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    notes: list[SaysoError] = field(default_factory=list)
    compared: tuple[int, int] = (0, 0)
    serial: int = 0
    ended: float | None = None
    stopping: bool = False
    finished: threading.Event = field(default_factory=threading.Event, repr=False)
    lock: threading.RLock = field(default_factory=threading.RLock, repr=False)
    _open: dict[tuple[int, str], Page] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        for number, each in enumerate(self.inputs):
            self.pages.append(Page(number=number, name=each.name, input=number))

    @property
    def over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in ("done", "stopped", "failed")

    @property
    def left_out(self) -> int:
        """Pages that are counted and not told one by one."""
        return max(0, sum(self.counts.values()) - sum(page.state in self.counts for page in self.pages))

    def heard(self, told: Told) -> None:
        """Take in what the process says."""
        with self.lock:
            self.serial += 1
            if told.step in ("fetching", "reading", "stored", "known", "refused"):
                self._page_is(told)
            elif told.step == "comparing":
                self.compared = (told.done, told.total)
            elif told.step in ("note", "failed"):
                self.notes.append(SaysoError(told.code, told.source, told.what, told.remedy))
                if told.step == "failed":
                    self.end("failed")
            else:
                self.end("done")

    def _page_is(self, told: Told) -> None:
        page = self._page_of(told)
        if told.step in ("stored", "known", "refused"):
            self.counts[told.step] = self.counts.get(told.step, 0) + 1
        if page is None:
            return
        page.state = _STATES[told.step]
        page.document, page.title, page.claims = told.document, told.title, told.claims
        page.code, page.what, page.remedy = told.code, told.what, _REMEDIES.get(told.code, told.remedy)
        page.serial = self.serial

    def _page_of(self, told: Told) -> Page | None:
        """The page that is spoken of: that of its input, or, of the further pages of an archive, a new one."""
        first = self.pages[told.input]
        if first.state in ("waiting", "fetching", "reading") and first.name == self.inputs[told.input].name:
            first.name = told.source or first.name
        if told.source in ("", first.name):
            return first
        key = (told.input, told.source)
        if key not in self._open:
            if len(self.pages) >= MOST_PAGES:
                return None
            self._open[key] = Page(number=len(self.pages), name=told.source, input=told.input)
            self.pages.append(self._open[key])
        return self._open[key]

    def end(self, state: State) -> None:
        """Nothing more will come of it."""
        with self.lock:
            if self.over:
                return
            self.serial += 1
            self.state = state
            self.ended = time.monotonic()
            for page in self.pages:
                if page.state in ("waiting", "fetching", "reading"):
                    page.state, page.serial = "stopped", self.serial
            if self.file is not None:
                self.file.close()
                self.file = None
            self.finished.set()


_STATES: Final[dict[Step, PageState]] = {
    "fetching": "fetching",
    "reading": "reading",
    "stored": "stored",
    "known": "known",
    "refused": "refused",
}
