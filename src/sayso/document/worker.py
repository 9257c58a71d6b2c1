"""Taking pages apart in a process of its own, so that a hostile page costs one line and not the run.

The child is started once and reads page after page. It may use a given amount of memory over what it needs at rest
(``RLIMIT_AS``), and a page may take a given time; a child that breaks either rule is killed and the next page gets a
new one. The child ends when its parent does: its socket closes, and an alarm of the kernel's ends a page under way.
"""

from __future__ import annotations

import contextlib
import math
import signal
import socket
import subprocess
import sys
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any

from sayso.config import Settings
from sayso.document.extracted import Extracted
from sayso.errors import DocumentError, SaysoError
from sayso.nouns import Capture, Given

#: A child is replaced after so many pages, so that what libraries leak does not add up.
PAGES_PER_CHILD = 2_000
#: Seconds that a child may take to start: it imports the parsers.
_START = 60.0
#: Seconds after the deadline at which a child that was not killed ends by itself.
_GRACE = 5


class Extractor:
    """Takes captures apart under limits of time and memory. A context manager; use it from one thread at a time.

    Args:
        settings: ``page_seconds`` and ``page_memory_mb`` are read; by default those of the environment.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings or Settings.load()
        self._child: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None
        self._pages = 0

    def __enter__(self) -> Extractor:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The child's process id, None while there is no child."""
        return self._child.pid if self._child is not None else None

    def extract(self, capture: Capture, given: Given) -> Extracted:
        """Take one capture apart; see :func:`sayso.document.build.build`.

        Raises:
            DocumentError: what ``build`` raises; SAY-013, it took too long; SAY-014, it needed too much memory or
                brought the child down; SAY-099, an error that should not have been.
        """
        connection = self._start(capture.source)
        answered = False
        try:
            connection.send((capture, given))
            answered = connection.poll(self._settings.page_seconds)
            answer: Extracted | tuple[str, ...] = connection.recv() if answered else ()
        except (EOFError, OSError) as error:
            self.close()
            raise DocumentError("SAY-014", capture.source, "the process that read the page died") from error
        except BaseException:  # an interrupted call leaves an answer behind that belongs to no later page
            self.close()
            raise
        if not answered:
            self.close()
            raise DocumentError("SAY-013", capture.source)
        self._pages += 1
        if self._pages >= PAGES_PER_CHILD or (not isinstance(answer, Extracted) and answer[0] == "SAY-014"):
            self.close()
        if isinstance(answer, Extracted):
            return answer
        raise DocumentError(*answer)

    def close(self) -> None:
        """Kill the child, if there is one. The next call of :meth:`extract` starts another."""
        if self._connection is not None:
            self._connection.close()
        if self._child is not None:
            self._child.kill()
            self._child.wait()
        self._child = self._connection = None
        self._pages = 0

    def _arguments(self, theirs: socket.socket) -> list[str]:
        settings = self._settings
        return [str(theirs.fileno()), str(settings.page_memory_mb), str(math.ceil(settings.page_seconds) + _GRACE)]

    def _start(self, source: str) -> Connection:
        if self._child is not None and self._child.poll() is not None:
            self.close()
        if self._connection is not None:
            return self._connection
        ours, theirs = socket.socketpair()
        with theirs:
            self._child = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                [sys.executable, "-m", __spec__.name, *self._arguments(theirs)],
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )
        self._connection = Connection(ours.detach())
        try:
            if self._connection.poll(_START) and self._connection.recv() == "ready":
                return self._connection
        except (EOFError, OSError):
            pass
        self.close()
        raise DocumentError("SAY-014", source, "the process that reads pages did not start")


def _serve(descriptor: int, memory_mb: int, seconds: int) -> None:
    """The child: answer every capture with what was extracted, or with the arguments of an error."""
    from sayso.document.build import build

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    _warm_up()
    _limit_memory(memory_mb)
    connection = Connection(descriptor)
    connection.send("ready")
    with contextlib.suppress(EOFError, OSError):
        while True:
            capture, given = connection.recv()
            answer: Any
            signal.alarm(seconds)  # not handled, so it ends the process, even one whose parent is gone
            try:
                answer = build(capture, given)
            except SaysoError as error:
                answer = (error.code, error.subject, error.what, error.remedy)
            except MemoryError:
                answer = ("SAY-014", capture.source)
            except RecursionError:
                answer = ("SAY-018", capture.source)
            except Exception as error:  # noqa: BLE001 - whatever it is, it must not end the batch
                answer = ("SAY-099", capture.source, f"{type(error).__name__}: {error}"[:300])
            signal.alarm(0)
            connection.send(answer)


def _warm_up() -> None:
    """Import what pages need before the limit is set, so that it counts from there."""
    import sayso.document.html.page
    import sayso.document.plain  # noqa: F401


def _limit_memory(megabytes: int) -> None:
    """Allow so much address space over what is in use now (where the system has such a limit)."""
    try:
        import resource
        from pathlib import Path

        in_use = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        limit = in_use + megabytes * 1024 * 1024
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (limit if hard < 0 else min(limit, hard), hard))
    except (ImportError, OSError, ValueError):  # no /proc, or no such limit: the time limit still holds
        return


if __name__ == "__main__":
    _serve(*map(int, sys.argv[1:4]))
