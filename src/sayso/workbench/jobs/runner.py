"""Keeps the work and does it in order, one piece at a time: reading takes a whole processor."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import OrderedDict, deque
from pathlib import Path
from typing import IO, Final

import msgspec

from sayso.errors import SaysoError, WorkbenchError
from sayso.workbench.jobs.job import Job
from sayso.workbench.jobs.messages import Input, Told, Work

#: work that waits; each holds its uploads
MOST_WAITING: Final = 8
#: work that was done and is still told of, and for how many seconds
_REMEMBERED: Final = 200
_AGE: Final = 24 * 3600.0
#: seconds for the process to end by itself
_PATIENCE: Final = 2.0


class Jobs:
    """All work of one workbench."""

    def __init__(self, ledger: Path) -> None:
        self._ledger = ledger.absolute()
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._waiting: deque[Job] = deque()
        self._wake = threading.Condition()
        self._thread: threading.Thread | None = None
        self._child: tuple[Job, subprocess.Popen[bytes]] | None = None
        self._closed = False

    def begin(self, inputs: tuple[Input, ...], file: IO[bytes] | None, *, visitor: str = "") -> Job:
        """Put work at the end of the row; ``file`` holds what its inputs point into, and is closed when it is done.

        Raises:
            WorkbenchError: SAY-133: too much waits already.
        """
        job = Job(inputs=inputs, file=file, visitor=visitor)
        with self._wake:
            self._forget()
            if len(self._waiting) >= MOST_WAITING:
                what = f"{len(self._waiting)} others wait to be read already"
                raise WorkbenchError("SAY-133", "Add", what, "try again when some of it is done")
            self._put(job)
        return job

    def compare(self) -> None:
        """Compare what waits to be compared, in the background, where work was stopped before it was."""
        with self._wake:
            if not any(not job.inputs for job in self._waiting):
                self._put(Job(inputs=(), file=None))

    def _put(self, job: Job) -> None:
        if self._closed:
            job.end("stopped")
            return
        if job.inputs:
            self._jobs[job.id] = job
        self._waiting.append(job)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="sayso-jobs", daemon=True)
            self._thread.start()
        self._wake.notify_all()

    def find(self, ident: str) -> Job:
        """The work of this id.

        Raises:
            WorkbenchError: SAY-136: there is none.
        """
        with self._wake:
            self._forget()
            if ident not in self._jobs:
                raise WorkbenchError("SAY-136", "")
            return self._jobs[ident]

    def of(self, visitor: str) -> list[Job]:
        """What one visitor brought, the newest first."""
        with self._wake:
            self._forget()
            return [job for job in reversed(self._jobs.values()) if visitor and job.visitor == visitor]

    def stop(self, job: Job) -> None:
        """End work before its end. What was stored stays; nothing is half-stored."""
        with self._wake:
            if job in self._waiting:
                self._waiting.remove(job)
                job.end("stopped")
                return
            child = self._child
        if child is not None and child[0] is job:
            job.stopping = True
            _end(child[1])
            job.finished.wait(_PATIENCE)  # what it said last is still heard

    @property
    def closed(self) -> bool:
        """Whether all work was ended."""
        return self._closed

    def close(self) -> None:
        """End all work: the server ends. Calling it again waits for what the first call ends."""
        with self._wake:
            self._closed = True
            while self._waiting:
                self._waiting.popleft().end("stopped")
            child, thread = self._child, self._thread
            self._wake.notify_all()
        if child is not None:
            child[0].stopping = True
            _end(child[1], patience=0.4)
        if thread is not None:
            thread.join(_PATIENCE)

    def _forget(self) -> None:
        old = time.monotonic() - _AGE
        for job in list(self._jobs.values()):
            if job.over and (len(self._jobs) > _REMEMBERED or (job.ended or 0) < old):
                del self._jobs[job.id]

    def _run(self) -> None:
        while True:
            with self._wake:
                while not self._waiting and not self._closed:
                    self._wake.wait()
                if self._closed:
                    return
                job = self._waiting.popleft()
                try:
                    child = self._start(job)
                except OSError as error:
                    job.notes.append(SaysoError("SAY-139", "Add", f"the reading cannot be started ({error.strerror})"))
                    job.end("failed")
                    continue
                self._child = job, child
            self._follow(job, child)
            with self._wake:
                self._child = None
            if job.state == "stopped" and job.counts.get("stored"):
                self.compare()

    def _start(self, job: Job) -> subprocess.Popen[bytes]:
        job.state = "running"
        job.serial += 1
        if job.file is None:
            job.file = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the job ends
        job.file.flush()
        descriptor = job.file.fileno()
        # its own session: Ctrl-C in the terminal is for the server, which then ends it in order
        child = subprocess.Popen(
            [sys.executable, "-m", "sayso.workbench.jobs.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            pass_fds=(descriptor,),
            start_new_session=True,
        )
        work = Work(ledger=str(self._ledger), file=descriptor, inputs=job.inputs)
        assert child.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            child.stdin.write(msgspec.json.encode(work) + b"\n")
            child.stdin.flush()  # and left open: its end would mean that the server is gone
        return child

    def _follow(self, job: Job, child: subprocess.Popen[bytes]) -> None:
        assert child.stdout is not None
        with child:
            for line in child.stdout:
                with contextlib.suppress(msgspec.DecodeError):  # a line cut short by its end
                    job.heard(msgspec.json.decode(line, type=Told))
            if child.stdin is not None:
                with contextlib.suppress(OSError):
                    child.stdin.close()
        if job.stopping:
            job.end("stopped")
        elif not job.over:
            fault = SaysoError("SAY-139", "Add", f"the process that reads ended by itself ({child.returncode})")
            job.notes.append(fault)
            job.end("failed")


def _end(child: subprocess.Popen[bytes], patience: float = _PATIENCE) -> None:
    """Ask the process to end, and end it with all that it started where it does not in time."""
    child.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(patience)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
