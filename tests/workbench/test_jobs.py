"""Work: what is known of it, and the process that does it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import msgspec
import pytest

from sayso.errors import WorkbenchError
from sayso.ledger import Ledger, make_filters
from sayso.nouns import Given
from sayso.workbench.jobs import runner
from sayso.workbench.jobs.job import MOST_PAGES, Job
from sayso.workbench.jobs.messages import Input, Told, Work
from sayso.workbench.jobs.runner import MOST_WAITING, Jobs
from sayso.workbench.jobs.told import line, outcome, summary

TEXT = "The minister of water, Ana Kole, said on Tuesday that {n} people had left Lev."


def kept(*texts: str) -> tuple[tuple[Input, ...], IO[bytes]]:
    """Texts as inputs, and the file that holds them."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the work closes it
    inputs = []
    for number, text in enumerate(texts):
        start = file.tell()
        file.write(text.encode())
        name = f"text {number}"
        inputs.append(Input(name=name, kind="text", start=start, size=file.tell() - start, given=Given(as_text=True)))
    return tuple(inputs), file


def until(done: Callable[[], object], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.02)


@pytest.fixture
def jobs(own_ledger: Path) -> Iterator[Jobs]:
    made = Jobs(own_ledger)
    yield made
    made.close()


def documents(path: Path) -> int:
    with Ledger.open(path, create=False) as ledger:
        assert ledger.verify() == []
        return ledger.count_documents(make_filters())


# what is known


def link(name: str) -> Input:
    return Input(name=name, kind="link")


def test_each_page_is_told_of() -> None:
    job = Job(inputs=(link("https://a.example/1"), link("https://a.example/2")), file=None)
    job.heard(Told(step="fetching", input=0, source="https://a.example/1"))
    job.heard(Told(step="stored", input=0, source="https://a.example/1", document="sha256:0", title="A", claims=1))
    job.heard(
        Told(step="refused", input=1, source="https://a.example/2", code="SAY-041", what="it is not", remedy="pass --x")
    )
    assert [page.state for page in job.pages] == ["stored", "refused"]
    assert line(job.pages[0]) == "https://a.example/1: read and stored, 1 claim"
    assert "--" not in line(job.pages[1])  # the advice of the command line would not help
    job.heard(Told(step="done"))
    assert (summary(job), outcome(job)) == ("Read 2 pages", "1 stored, 1 refused")


def test_the_pages_of_an_archive_take_its_place() -> None:
    job = Job(inputs=(Input(name="a.warc", kind="file"), Input(name="b.html", kind="file")), file=None)
    job.heard(Told(step="reading", input=0, source="a.warc"))
    for part in ("a.warc#1", "a.warc#2"):
        job.heard(Told(step="reading", input=0, source=part))
        job.heard(Told(step="stored", input=0, source=part))
    job.heard(Told(step="refused", input=0, source="a.warc", code="SAY-024"))
    job.heard(Told(step="known", input=1, source="b.html"))
    told = [(page.name, page.state) for page in job.pages]
    assert told == [("a.warc#1", "stored"), ("b.html", "known"), ("a.warc#2", "stored"), ("a.warc", "refused")]


def test_a_large_archive_is_counted_and_not_listed() -> None:
    job = Job(inputs=(Input(name="a.warc", kind="file"),), file=None)
    for number in range(MOST_PAGES + 50):
        job.heard(Told(step="stored", input=0, source=f"a.warc#{number}"))
    assert len(job.pages) == MOST_PAGES
    assert job.left_out == 50
    assert summary(job) == f"Waiting to read {MOST_PAGES + 50:,} pages"


def test_what_was_not_read_is_told_so_at_the_end() -> None:
    job = Job(inputs=(link("https://a.example/1"),), file=None)
    job.end("stopped")
    job.heard(Told(step="done"))
    assert job.state == "stopped"
    assert line(job.pages[0]) == "https://a.example/1 was not read"
    assert job.finished.is_set()


# the process


def test_pages_are_stored_and_compared(jobs: Jobs, own_ledger: Path) -> None:
    before = documents(own_ledger)
    inputs, file = kept(TEXT.format(n=40), "", TEXT.format(n=41))
    job = jobs.begin((*inputs, link("http://127.0.0.1:9/")), file)
    assert job.finished.wait(120)
    assert [page.state for page in job.pages] == ["stored", "refused", "stored", "refused"]
    assert [page.code for page in job.pages] == ["", "SAY-010", "", "SAY-041"]
    assert file.closed
    assert documents(own_ledger) == before + 2
    with Ledger.open(own_ledger) as ledger:
        assert ledger.unlinked() == 0
        assert ledger.reading(job.pages[0].document).document.source == "text 0"
    again = jobs.begin(*kept(TEXT.format(n=40)))
    assert again.finished.wait(120)
    assert again.counts == {"known": 1}


def test_stopping_leaves_nothing_half_stored(jobs: Jobs, own_ledger: Path) -> None:
    before = documents(own_ledger)
    job = jobs.begin(*kept(*(TEXT.format(n=n) for n in range(30))))
    waiting = jobs.begin(*kept(TEXT.format(n=99)))
    until(lambda: job.counts.get("stored"))
    jobs.stop(waiting)
    jobs.stop(job)
    assert (job.state, waiting.state) == ("stopped", "stopped")
    stored = sum(page.state == "stored" for page in job.pages)
    assert 0 < stored < 30
    assert documents(own_ledger) == before + stored
    # what was stored is compared with the others by itself

    def linked() -> bool:
        with Ledger.open(own_ledger) as ledger:
            return ledger.unlinked() == 0 and ledger.is_settled()

    until(linked)


def test_a_process_that_dies_is_told_of(jobs: Jobs, own_ledger: Path) -> None:
    job = jobs.begin(*kept(*(TEXT.format(n=n) for n in range(30))))
    until(lambda: any(page.state == "reading" for page in job.pages))
    assert jobs._child is not None
    os.kill(jobs._child[1].pid, signal.SIGKILL)
    assert job.finished.wait(20)
    assert (job.state, [note.code for note in job.notes]) == ("failed", ["SAY-139"])
    documents(own_ledger)


def test_the_process_ends_with_the_server(own_ledger: Path) -> None:
    inputs, file = kept(*(TEXT.format(n=n) for n in range(30)))
    file.flush()
    work = Work(ledger=str(own_ledger), file=file.fileno(), inputs=inputs)
    command = [sys.executable, "-m", "sayso.workbench.jobs.worker"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, pass_fds=(file.fileno(),), start_new_session=True
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(msgspec.json.encode(work) + b"\n")
        child.stdin.flush()
        for told in child.stdout:
            if b'"stored"' in told:
                break
        child.stdin.close()  # which is what the end of the server does
        child.wait(10)
    file.close()
    documents(own_ledger)


def test_a_ledger_that_is_gone_is_no_new_one(jobs: Jobs, own_ledger: Path) -> None:
    own_ledger.unlink()
    job = jobs.begin(*kept(TEXT.format(n=1)))
    assert job.finished.wait(60)
    assert (job.state, [note.code for note in job.notes]) == ("failed", ["SAY-067"])
    assert not own_ledger.exists()


# many of them


@pytest.fixture
def idle(own_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Jobs]:
    """Jobs whose process takes its time."""

    def start(self: Jobs, job: Job) -> subprocess.Popen[bytes]:
        job.state = "running"
        return subprocess.Popen(
            ["/bin/sleep", "60"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
        )

    monkeypatch.setattr(Jobs, "_start", start)
    made = Jobs(own_ledger)
    yield made
    made.close()


def test_only_so_many_wait(idle: Jobs) -> None:
    first = idle.begin((link("https://a.example"),), None)
    until(lambda: first.state == "running")
    for _ in range(MOST_WAITING):
        idle.begin((link("https://a.example"),), None, visitor="a")
    with pytest.raises(WorkbenchError, match="SAY-133"):
        idle.begin((link("https://a.example"),), None)
    assert len(idle.of("a")) == MOST_WAITING
    assert idle.of("") == []
    idle.stop(first)
    assert first.state == "stopped"


def test_closing_ends_all_of_it_soon(idle: Jobs) -> None:
    running, waiting = idle.begin((link("https://a.example"),), None), idle.begin((link("https://a.example"),), None)
    until(lambda: running.state == "running")
    begun = time.monotonic()
    idle.close()
    assert time.monotonic() - begun < 5
    assert (running.state, waiting.state) == ("stopped", "stopped")
    assert idle.begin((link("https://a.example"),), None).state == "stopped"


def test_old_work_is_forgotten(idle: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    job = idle.begin((link("https://a.example"),), None)
    idle.stop(job)
    until(lambda: job.over)
    assert idle.find(job.id) is job
    monkeypatch.setattr(runner, "_AGE", -1.0)
    with pytest.raises(WorkbenchError, match="SAY-136"):
        idle.find(job.id)
