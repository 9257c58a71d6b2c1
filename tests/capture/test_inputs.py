"""Files, folders and standard input: what is captured, in which order, under which name, and what is refused."""

from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from website import PAGE

from sayso.capture import CaptureOptions, open_inputs
from sayso.errors import CaptureError
from sayso.nouns import Capture

TEXT = b"It will rain on Friday, the mayor said.\n"
MAIL = b"From: a@example.org\nMessage-ID: <1@example.org>\nSubject: Rain\n\nIt will rain.\n"
PDF = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(50)


def write(folder: Path, **files: bytes) -> None:
    for name, body in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)


def seen(inputs: list[str], options: CaptureOptions, stdin: bytes = b"") -> list[tuple[str, str]]:
    """Source and media type of each capture, subject and code of each error."""
    return [
        (item.subject, item.code) if isinstance(item, CaptureError) else (item.source, item.media_type)
        for item in open_inputs(inputs, options, stdin=io.BytesIO(stdin))
    ]


@pytest.mark.parametrize(
    ("name", "body", "media_type"),
    [
        ("a.html", PAGE, "text/html"),
        ("a.txt", TEXT, "text/plain"),
        ("a.pdf", PDF, "application/pdf"),
        ("a.eml", MAIL, "message/rfc822"),
        ("a", PAGE, "text/html"),
        ("a.capture", TEXT, "text/plain"),
        ("a.mbox", b"From a\n" + MAIL, "message/rfc822"),
    ],
)
def test_a_file(tmp_path: Path, options: CaptureOptions, name: str, body: bytes, media_type: str) -> None:
    path = tmp_path / name
    path.write_bytes(body)
    (got,) = open_inputs([str(path)], options)
    assert got == Capture.of(body, media_type=media_type, source=str(path))


def test_a_packed_file_is_unpacked(tmp_path: Path, options: CaptureOptions) -> None:
    write(tmp_path, a_html_gz=gzip.compress(PAGE))
    (got,) = open_inputs([str(tmp_path / "a.html.gz")], options)
    assert isinstance(got, Capture)
    assert (got.body, got.media_type) == (PAGE, "text/html")


@pytest.mark.parametrize(
    ("name", "body", "code"),
    [
        ("a.html", b"", "SAY-010"),
        ("a.html", b" \n" * 5000, "SAY-010"),
        ("a.txt", bytes(range(256)) * 20, "SAY-011"),
        ("a.png", PNG, "SAY-023"),
        ("a.html", PNG, "SAY-023"),
        ("a.json", b'{"a": 1}', "SAY-023"),
        ("a.docx", b"PK\x05\x06" + bytes(18), "SAY-023"),
        ("a.mbox", b"From a\n" + MAIL + b"\nFrom b\n" + MAIL, "SAY-023"),
        ("a.zip", b"PK\x03\x04 and no more", "SAY-024"),
        ("a.html", PAGE + b" " * 200_000, "SAY-022"),
        ("a.html.gz", gzip.compress(PAGE + b" " * 500_000), "SAY-022"),
        ("a.html.gz", gzip.compress(PAGE)[:-9], "SAY-024"),
        ("a.html.gz", gzip.compress(gzip.compress(PAGE)), "SAY-023"),
        ("a.warc", b"WARC/1.0\r\n", "SAY-024"),
    ],
)
def test_a_file_that_is_refused(tmp_path: Path, options: CaptureOptions, name: str, body: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(body)
    assert seen([str(path)], options) == [(str(path), code)]


def test_white_space_for_long_and_then_a_page(tmp_path: Path, options: CaptureOptions) -> None:
    write(tmp_path, a_html=b"\n" * 10_000 + PAGE)
    assert seen([str(tmp_path / "a.html")], options) == [(str(tmp_path / "a.html"), "text/html")]


def test_a_folder_is_read_in_order_and_without_what_is_no_document(
    tmp_path: Path, options: CaptureOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(
        tmp_path,
        pages__b_html=PAGE,
        pages__a__z_txt=TEXT,
        pages__a__y=PAGE,
        pages__README=b"Not a page.",
        pages__c_png=PNG,
        pages__d_json=b'{"a": 1}',
        pages__e_zip=b"PK\x05\x06" + bytes(18),
        pages__f_eml=MAIL,
        pages__g_html=b"",
        pages__h_html_gz=gzip.compress(PAGE),
        pages__i_csv=b"a,b\n",
    )
    (tmp_path / "pages" / ".hidden.html").write_bytes(PAGE)
    (tmp_path / "pages" / ".git").mkdir()
    (tmp_path / "pages" / ".git" / "a.html").write_bytes(PAGE)
    assert seen(["pages"], options) == [
        ("pages/a/y", "text/html"),
        ("pages/a/z.txt", "text/plain"),
        ("pages/b.html", "text/html"),
        ("pages/f.eml", "message/rfc822"),
        ("pages/g.html", "SAY-010"),
        ("pages/h.html.gz", "text/html"),
    ]


def test_links_that_lead_in_a_circle_or_nowhere(tmp_path: Path, options: CaptureOptions) -> None:
    write(tmp_path, a_html=PAGE, sub__b_html=PAGE)
    (tmp_path / "sub" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.html").symlink_to(tmp_path / "self.html")
    (tmp_path / "gone.html").symlink_to(tmp_path / "nowhere.html")
    (tmp_path / "link.html").symlink_to(tmp_path / "a.html")
    os.mkfifo(tmp_path / "pipe.html")
    assert [Path(source).name for source, _ in seen([str(tmp_path)], options)] == ["a.html", "link.html", "b.html"]


def test_a_folder_with_nothing_in_it(tmp_path: Path, options: CaptureOptions) -> None:
    write(tmp_path, c_png=PNG)
    assert seen([str(tmp_path)], options) == [(str(tmp_path), "SAY-025")]


def test_a_bad_input_costs_one_line_and_the_rest_goes_on(tmp_path: Path, options: CaptureOptions) -> None:
    write(tmp_path, a_html=PAGE, b_txt=TEXT)
    named = [str(tmp_path / name) for name in ("a.html", "none.html", "a.html/x", "b.txt")]
    assert [what for _, what in seen([*named, "a\0b"], options)] == [
        "text/html",
        "SAY-020",
        "SAY-020",
        "text/plain",
        "SAY-021",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path, options: CaptureOptions) -> None:
    write(tmp_path, a_html=PAGE)
    (tmp_path / "a.html").chmod(0)
    assert seen([str(tmp_path / "a.html")], options) == [(str(tmp_path / "a.html"), "SAY-021")]


def test_a_file_that_fails_while_it_is_read(
    tmp_path: Path, options: CaptureOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a_html=PAGE, b_html=PAGE)
    real = open

    def failing(path: str, mode: str) -> io.BufferedReader:
        if path.endswith("a.html"):
            raise PermissionError(13, "Permission denied")
        return real(path, mode)  # type: ignore[return-value]

    monkeypatch.setattr("sayso.capture.inputs.open", failing, raising=False)
    assert [what for _, what in seen([str(tmp_path)], options)] == ["SAY-021", "text/html"]


def test_a_name_that_is_no_text(tmp_path: Path, options: CaptureOptions) -> None:
    name = os.fsencode(tmp_path) + b"/r\xe9al.html"
    with open(name, "wb") as file:
        file.write(PAGE)
    ((source, _),) = seen([os.fsdecode(name)], options)
    assert source.endswith("/r\\xe9al.html")
    source.encode()


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (PAGE, "text/html"),
        (TEXT, "text/plain"),
        (PDF, "application/pdf"),
        (MAIL, "message/rfc822"),
        (gzip.compress(PAGE), "text/html"),
        (b"", "SAY-010"),
        (PNG, "SAY-023"),
        (b"x" * 200_001, "SAY-022"),
        (b"x" * 200_000, "text/plain"),
    ],
)
def test_standard_input(options: CaptureOptions, body: bytes, what: str) -> None:
    assert seen(["-"], options, body) == [("-", what)]


def test_no_standard_input(options: CaptureOptions) -> None:
    (error,) = open_inputs(["-"], options)
    assert isinstance(error, CaptureError)
    assert error.code == "SAY-021"


def test_nothing_is_opened_before_it_is_asked_for(tmp_path: Path, options: CaptureOptions) -> None:
    write(tmp_path, a_html=PAGE)
    items = open_inputs([str(tmp_path / "a.html"), str(tmp_path / "b.html")], options)
    assert isinstance(next(items), Capture)
    write(tmp_path, b_html=PAGE)
    assert isinstance(next(items), Capture)


def test_the_limit_is_the_users(tmp_path: Path, options: CaptureOptions) -> None:
    write(tmp_path, a_html=PAGE)
    narrow = replace(options, settings=replace(options.settings, max_bytes=len(PAGE)))
    assert seen([str(tmp_path / "a.html")], narrow) == [(str(tmp_path / "a.html"), "text/html")]
    narrower = replace(options, settings=replace(options.settings, max_bytes=len(PAGE) - 1))
    assert seen([str(tmp_path / "a.html")], narrower) == [(str(tmp_path / "a.html"), "SAY-022")]


def test_files_alone_load_no_network_library() -> None:
    code = (
        "import sys, sayso.capture as c; list(c.open_inputs([sys.executable], c.CaptureOptions()));"
        "sys.exit(any(m in sys.modules for m in ('httpx', 'protego', 'warcio', 'lxml')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
