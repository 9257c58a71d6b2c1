"""What writes itself into a file, sent while it is being written: nothing waits on a disk or fills the memory."""

from __future__ import annotations

import contextlib
import io
import threading
from collections.abc import AsyncIterator, Callable
from queue import Empty, Full, Queue
from typing import Any, BinaryIO, Final, cast

from anyio import CapacityLimiter, to_thread

#: bytes that go out together, and so many of these wait for a slow reader
_CHUNK: Final = 64 * 1024
_WAITING: Final = 8
#: seconds between two looks whether the reader is still there
_LOOK: Final = 1.0
#: as many looks without a byte taken, and the reader is given up
_PATIENCE: Final = 120


class _GoneError(OSError):
    """Nobody reads any more."""


class Sending(io.RawIOBase):
    """A file whose other end is an answer. ``write`` is called with it in a thread of its own."""

    def __init__(self, write: Callable[[BinaryIO], None]) -> None:
        self._write = write
        self._chunks: Queue[bytes | BaseException | None] = Queue(maxsize=_WAITING)
        self._gone = threading.Event()
        self._limiter = CapacityLimiter(1)  # not of those threads that make pages: a slow reader holds none of them
        self._first: bytes | None = None

    async def begin(self) -> None:
        """Begin, and wait for the first bytes.

        Raises:
            Exception: whatever ``write`` raised before them.
        """
        threading.Thread(target=self._run, name="sayso-sending", daemon=True).start()
        self._first = await self._next()

    async def chunks(self) -> AsyncIterator[bytes]:
        """The bytes. Where ``write`` fails on the way, so does this, and the answer is broken off."""
        try:
            chunk = self._first
            while chunk is not None:
                yield chunk
                chunk = await self._next()
        finally:
            self._gone.set()

    async def _next(self) -> bytes | None:
        try:
            got = await to_thread.run_sync(self._chunks.get, limiter=self._limiter, abandon_on_cancel=True)
        except BaseException:
            self._gone.set()
            raise
        if isinstance(got, BaseException):
            raise got
        return got

    def _run(self) -> None:
        last: BaseException | None = None
        try:
            out = io.BufferedWriter(self, _CHUNK)
            self._write(cast(BinaryIO, out))
            out.flush()
        except _GoneError:
            self._break_off()
            return
        except BaseException as error:  # noqa: BLE001 - it is raised where the answer is made
            last = error
        try:
            self._put(last)
        except _GoneError:
            self._break_off()

    def _break_off(self) -> None:
        """Whoever still reads must not take what there is for the whole."""
        with contextlib.suppress(Empty):
            while True:
                self._chunks.get_nowait()
        with contextlib.suppress(Full):
            self._chunks.put_nowait(_GoneError("the answer was not taken in time"))

    def _put(self, chunk: bytes | BaseException | None) -> None:
        for _ in range(_PATIENCE):
            if self._gone.is_set():
                break
            with contextlib.suppress(Full):
                self._chunks.put(chunk, timeout=_LOOK)
                return
        raise _GoneError

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        chunk = bytes(data)
        if chunk:
            self._put(chunk)
        return len(chunk)
