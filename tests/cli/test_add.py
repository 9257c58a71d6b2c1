"""``sayso add`` from the outside: what it prints, what it stores, how it ends."""

from __future__ import annotations

import functools
import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import sayso
from sayso.cli.main import run
from sayso.document.build import build
from sayso.errors import DocumentError, LedgerError, ReaderError
from sayso.ledger import Ledger, make_filters
from sayso.nouns import Capture, Given
from sayso.nouns.schema import json_schema
from sayso.plugins import DEFAULT_PROFILE
from sayso.reader.model.graphs import OnnxGraphs
from sayso.reader.model.weights import load_model
from sayso.reader.rules import RulesReader

PAGES = ("01-dam-failure/03-harbour.html", "01-dam-failure/03-harbour.txt", "12-grain-forecast/03-larkfield-half.html")


class AtOnce:
    """The extractor without its process, which takes a second to start."""

    def __enter__(self) -> AtOnce:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def extract(self, capture: Capture, given: Given) -> Any:
        return build(capture, given)


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.pipeline.Extractor", AtOnce)


@pytest.fixture
def pages(tmp_path: Path, examples: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in PAGES:
        shutil.copy(examples / name, folder / Path(name).name)
    return folder


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


Told = tuple[int, str, str]


def add(capsys: pytest.CaptureFixture[str], ledger: Path, *arguments: str) -> Told:
    code = run(["add", *arguments, "--ledger", str(ledger)], debug=False)
    told = capsys.readouterr()
    return code, told.out, told.err


@pytest.mark.usefixtures("at_once")
def test_pages_are_added_once(pages: Path, ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(capsys, ledger, str(pages)) == (0, "added 3, skipped 0, refused 0\n", "")
    before = ledger.read_bytes()
    assert add(capsys, ledger, str(pages)) == (0, "added 0, skipped 3, refused 0\n", "")
    assert add(capsys, ledger, str(pages), "--reread") == (0, "added 0, skipped 3, refused 0\n", "")
    assert ledger.read_bytes() == before
    with Ledger.open(ledger) as kept:
        assert kept.verify() == []
        assert {d.source.rsplit("/", 1)[-1] for d in kept.documents(make_filters())} == {Path(n).name for n in PAGES}


@pytest.mark.usefixtures("at_once")
def test_what_is_stored_is_what_read_prints(pages: Path, ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = str(pages / "03-harbour.html")
    assert run(["read", page, "--json"], debug=False) == 0
    printed = json.loads(capsys.readouterr().out)
    add(capsys, ledger, page)
    assert run(["documents", "--reading", "03-harbour.html", "--ledger", str(ledger)], debug=False) == 0
    kept = json.loads(capsys.readouterr().out)
    for reading in (printed, kept):
        reading["document"]["capture"]["retrieved"] = None  # when the file was met, which is not what it says
    assert kept == printed


@pytest.mark.usefixtures("at_once")
def test_what_is_refused_is_named_and_the_rest_goes_on(
    pages: Path, ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pages / "empty.html").write_bytes(b"")
    code, out, err = add(capsys, ledger, str(pages), str(pages / "gone.html"))
    assert (code, out) == (1, "added 3, skipped 0, refused 2 (SAY-010: 1, SAY-020: 1)\n")
    assert [line[:7] for line in err.splitlines()] == ["SAY-010", "SAY-020"]
    code, out, _ = add(capsys, ledger, str(pages), "--json")
    assert code == 1
    jsonschema.validate(json.loads(out), json_schema("added"))
    assert json.loads(out) == {
        "schema": "sayso/added/1",
        "added": 0,
        "skipped": 3,
        "refused": 1,
        "codes": {"SAY-010": 1},
        "interrupted": False,
    }


@pytest.mark.usefixtures("at_once")
def test_another_word_on_a_page_is_another_reading(
    pages: Path, ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = str(pages / "03-harbour.txt")
    add(capsys, ledger, page)
    assert add(capsys, ledger, page, "--outlet", "Elsewhere Times")[1] == "added 1, skipped 0, refused 0\n"
    assert add(capsys, ledger, page, "--outlet", "Elsewhere Times")[1] == "added 0, skipped 1, refused 0\n"
    assert add(capsys, ledger, page)[1] == "added 0, skipped 1, refused 0\n"
    with Ledger.open(ledger) as kept:
        (document,) = kept.documents(make_filters())
        assert document.outlet == "Elsewhere Times"
        assert [version.given.outlet for version in kept.history(document.id)] == [None, "Elsewhere Times"]


@pytest.mark.usefixtures("at_once")
def test_another_reader_is_another_reading(pages: Path, ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = str(pages / "03-harbour.txt")
    added, skipped = "added 1, skipped 0, refused 0\n", "added 0, skipped 1, refused 0\n"
    told = [add(capsys, ledger, page, *which)[1] for which in (("--profile", "rules"), (), (), ("--profile", "rules"))]
    assert told == [added, added, skipped, skipped]
    # a reading that is known is not stored again, even where the page is read once more
    assert add(capsys, ledger, page, "--profile", "rules", "--reread")[1] == skipped
    with Ledger.open(ledger) as kept:
        (document,) = kept.documents(make_filters())
        history = kept.history(document.id)
        assert [(v.profile, v.current) for v in history] == [("rules", False), (DEFAULT_PROFILE, True)]
        shown = list(kept.claims(make_filters()))
        assert len(shown) == len(kept.reading(document.id).claims) == history[1].claims
        assert kept.verify() == []


@pytest.mark.usefixtures("at_once")
def test_a_newer_version_of_a_reader_reads_what_is_known_again(
    pages: Path, ledger: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = (str(pages), "--profile", "rules")
    add(capsys, ledger, *rules)
    older = RulesReader.version
    monkeypatch.setattr(RulesReader, "version", f"{older}.1")
    assert add(capsys, ledger, *rules)[1] == "added 3, skipped 0, refused 0\n"
    assert add(capsys, ledger, *rules)[1] == "added 0, skipped 3, refused 0\n"
    with Ledger.open(ledger) as kept:
        for document in kept.documents(make_filters()):
            assert [v.version for v in kept.history(document.id)] == [older, f"{older}.1"]


@pytest.mark.usefixtures("at_once")
def test_the_model_is_loaded_once(
    pages: Path, ledger: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[Path] = []

    class Counted(OnnxGraphs):
        def __init__(self, encoder: Path, roles: Path) -> None:
            loaded.append(encoder)
            super().__init__(encoder, roles)

    load_model.cache_clear()
    monkeypatch.setattr("sayso.reader.model.weights.OnnxGraphs", Counted)
    assert add(capsys, ledger, str(pages), "--profile", "model")[1] == "added 3, skipped 0, refused 0\n"
    sayso.read("The mayor said that the bridge was closed.", profile="model")
    assert len(loaded) == 1


@pytest.mark.parametrize("command", ["add", "read"])
def test_a_model_that_is_missing_is_one_line_and_not_one_a_page(
    command: str, pages: Path, ledger: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(folder: Path) -> None:
        raise ReaderError("SAY-081", "encoder.onnx")

    monkeypatch.setattr("sayso.reader.model.reader.load_model", missing)
    options = ["--ledger", str(ledger)] if command == "add" else []
    code = run([command, str(pages), "--profile", "model", *options], debug=False)
    told = capsys.readouterr()
    assert (code, told.out) == (1, "")
    assert len(told.err.splitlines()) == 1
    assert told.err.startswith("SAY-081 encoder.onnx: ")
    assert "--profile rules" in told.err
    assert not ledger.exists()


@pytest.mark.usefixtures("at_once")
def test_a_copy_under_another_name_is_seen_and_not_stored(
    pages: Path, ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(capsys, ledger, str(pages))
    shutil.copy(pages / "03-harbour.html", pages / "copy.html")
    assert add(capsys, ledger, str(pages))[1] == "added 0, skipped 4, refused 0\n"
    with Ledger.open(ledger) as kept:
        assert kept.reading("copy.html") == kept.reading("03-harbour.html")


@pytest.mark.usefixtures("at_once")
def test_a_fault_of_ours_costs_one_page(
    pages: Path, ledger: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(capture: Capture, **given: Any) -> Any:
        if capture.source.endswith(".txt"):
            raise RuntimeError("a fault")
        raise DocumentError("SAY-012", capture.source)

    monkeypatch.setattr("sayso.pipeline.read_capture", fail)
    code, out, err = add(capsys, ledger, str(pages))
    assert (code, out) == (1, "added 0, skipped 0, refused 3 (SAY-012: 2, SAY-099: 1)\n")
    assert "RuntimeError: a fault" in err


@pytest.mark.usefixtures("at_once")
def test_a_ledger_that_fails_ends_the_run_after_the_counts(
    pages: Path, ledger: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = Ledger.add

    def full(self: Ledger, capture: Capture, reading: Any, **more: Any) -> Any:
        if capture.source.endswith(".txt"):
            raise LedgerError("SAY-064", str(ledger))
        return stored(self, capture, reading, **more)

    monkeypatch.setattr(Ledger, "add", full)
    names = [str(pages / Path(name).name) for name in PAGES]
    code, out, err = add(capsys, ledger, *names)
    assert (code, out) == (1, "added 1, skipped 0, refused 0\n")
    assert err.startswith("SAY-064")


@pytest.mark.parametrize("arguments", [("--published", "someday"), ("--profile", "no-such-reader")])
def test_a_wrong_option_leaves_no_page(
    pages: Path, ledger: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    code, out, err = add(capsys, ledger, str(pages), *arguments)
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert err.startswith("SAY-00")
    assert not ledger.exists()


@pytest.mark.usefixtures("at_once")
def test_progress_is_told_in_lines_where_nobody_watches(
    pages: Path, ledger: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.cli.tally.EVERY", 2)
    _, out, err = add(capsys, ledger, str(pages))
    assert out == "added 3, skipped 0, refused 0\n"
    assert err == "2 pages: added 2, skipped 0, refused 0\n"


def documents_in(ledger: Path) -> int:
    if not ledger.exists():
        return 0
    try:
        with Ledger.open(ledger, create=False) as kept:
            return len(list(kept.documents(make_filters())))
    except LedgerError:  # it is being made
        return 0


@pytest.mark.slow
def test_interrupted_it_says_what_is_stored(examples: Path, ledger: Path, tmp_path: Path) -> None:
    # so many pages that a slow machine has not read them all when the first one is seen to be stored
    many = tmp_path / "many"
    many.mkdir()
    for page in examples.rglob("*.html"):
        for number in range(15):
            (many / f"{page.parent.name}-{number}-{page.name}").write_bytes(page.read_bytes() + b"<!-- %d -->" % number)
    command = [sys.executable, "-m", "sayso.cli.main", "add", str(many), "--ledger", str(ledger)]
    # a shell starts its background jobs with the signal ignored, and so would be what they start
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while not documents_in(ledger) and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert err.splitlines()[-1].startswith("interrupted")
    with Ledger.open(ledger) as kept:
        stored = len(list(kept.documents(make_filters())))
        assert kept.verify() == []
    assert out == f"added {stored}, skipped 0, refused 0\n"
    assert stored >= 1


@pytest.mark.slow
def test_two_can_add_to_one_ledger_at_once(pages: Path, ledger: Path) -> None:
    command = [sys.executable, "-m", "sayso.cli.main", "add", str(pages), "--ledger", str(ledger)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    told = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    assert documents_in(ledger) == len(PAGES)
    with Ledger.open(ledger) as kept:
        assert kept.verify() == []
