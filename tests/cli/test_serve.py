"""``sayso serve``: how it starts, who may come in, and how it ends."""

from __future__ import annotations

import importlib.util
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from sayso.cli.main import run
from sayso.config import Settings as Configured
from sayso.errors import ConfigError, WorkbenchError
from sayso.ledger import Ledger
from sayso.workbench.safety.hosts import ANY_NUMBER
from sayso.workbench.server import access, address, listen

COMMAND = [sys.executable, "-m", "sayso.cli.main", "serve"]


@contextmanager
def serving(*options: str) -> Iterator[tuple[subprocess.Popen[str], str, list[str]]]:
    """A server, its address, and what it said before."""
    with subprocess.Popen(
        [*COMMAND, "--port", "0", *options], stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stderr is not None
            said = []
            for line in server.stderr:
                said.append(line)
                if found := re.search(r"http://[^ ]+", line):
                    break
            else:
                pytest.fail("".join(said))
            yield server, found[0], said
        finally:
            server.kill()


def get(address: str, path: str = "/claims", **headers: str) -> httpx.Response:
    with httpx.Client(base_url=address.partition("?")[0], timeout=30, trust_env=False) as client:
        return client.get(path, headers=headers)


def test_it_serves_and_ends_with_ctrl_c(example_ledger: Path) -> None:
    with serving("--ledger", str(example_ledger)) as (server, address, said):
        assert said == [f"sayso is at {address} (Ctrl-C ends it)\n"]
        assert address.startswith("http://127.0.0.1:")
        answer = get(address)
        assert answer.status_code == 200
        assert "server" not in answer.headers
        assert get(address, Host="evil.example").status_code == 421
        server.send_signal(signal.SIGINT)
        begun = time.monotonic()
        assert server.wait(20) == 0
        assert time.monotonic() - begun < 10
        assert server.stderr is not None
        assert server.stderr.read() == "stopped\n"
        assert server.stdout is not None
        assert server.stdout.read() == ""


def test_a_ledger_that_is_not_there_is_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "ledger.db"
    with serving("--ledger", str(path)) as (_, address, said):
        assert said[0] == f"made an empty ledger: {path}\n"
        assert path.exists()
        assert get(address, "/add").status_code == 200


def test_what_others_can_reach_asks_for_a_token(example_ledger: Path) -> None:
    with serving("--ledger", str(example_ledger), "--host", "0.0.0.0") as (_, address, _said):
        token = re.search(r"\?token=(.+)$", address)
        assert token
        assert len(token[1]) >= 32
        assert get(address).status_code == 401
        answer = get(address, f"/claims?token={token[1]}")
        assert (answer.status_code, answer.headers["location"]) == (303, "/claims")
        assert get(address, Authorization=f"Bearer {token[1]}").status_code == 200


# what is refused, before anything is made


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["serve", *arguments], debug=False) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    return said.err


def test_a_port_that_is_taken(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with listen("127.0.0.1", 0) as taken:
        port = str(taken.getsockname()[1])
        said = refused(capsys, "--port", port, "--ledger", str(tmp_path / "none.db"))
    assert said.startswith(f"SAY-130 127.0.0.1:{port}: nothing can listen there (address already in use)")
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("host", ["192.0.2.1", "no.such.host.invalid", "a" * 300, "\u00e9" * 80])
def test_an_address_that_is_not_ours(capsys: pytest.CaptureFixture[str], host: str, tmp_path: Path) -> None:
    assert "SAY-130" in refused(capsys, "--host", host, "--ledger", str(tmp_path / "none.db"))


def test_the_libraries_are_missing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "uvicorn" else found(name))
    said = refused(capsys)
    assert "SAY-131" in said
    assert "pip install 'sayso[workbench]'" in said


@pytest.mark.parametrize(
    ("content", "code"), [(b"no ledger" * 200, "SAY-061"), (None, "SAY-060")], ids=["no ledger", "a folder"]
)
def test_a_file_that_is_no_ledger(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes | None, code: str
) -> None:
    path = tmp_path / "ledger.db"
    path.mkdir() if content is None else path.write_bytes(content)
    assert code in refused(capsys, "--port", "0", "--ledger", str(path))


def test_a_newer_ledger(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "ledger.db"
    Ledger.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 9999")
    connection.close()
    assert "SAY-062" in refused(capsys, "--port", "0", "--ledger", str(path))


def test_an_older_ledger_is_brought_up_to_date_with_a_word(tmp_path: Path) -> None:
    import sqlite3

    path, told = tmp_path / "ledger.db", []
    Ledger.open(path, updating=lambda: told.append("new")).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    Ledger.open(path, updating=lambda: told.append("older")).close()
    Ledger.open(path, updating=lambda: told.append("again")).close()
    assert told == ["older"]


# who may come in


def test_this_machine_needs_no_token(tmp_path: Path) -> None:
    for host in ("127.0.0.1", "127.8.8.8", "localhost", "::1"):
        settings = access(host, (), None, ledger=tmp_path, configured=Configured())
        assert settings.token is None
        assert ANY_NUMBER not in settings.hosts


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "desk.example"])
def test_others_do(tmp_path: Path, host: str) -> None:
    settings = access(host, ("news.example",), None, ledger=tmp_path, configured=Configured())
    again = access(host, (), None, ledger=tmp_path, configured=Configured())
    assert settings.token
    assert settings.token != again.token
    assert {ANY_NUMBER, "news.example", host} <= set(settings.hosts)


@pytest.mark.parametrize("token", ["", "short", "ten letter", "with\nbreak in it", "with é in it, long"])
def test_a_token_that_can_be_guessed_or_not_be_sent(tmp_path: Path, token: str) -> None:
    with pytest.raises(ConfigError, match="SAY-001"):
        access("0.0.0.0", (), token, ledger=tmp_path, configured=Configured())


def test_settings_decide_how_much_may_be_brought(tmp_path: Path) -> None:
    configured = Configured(upload_bytes=1, upload_pages=2, adds_per_hour=3)
    settings = access("127.0.0.1", (), None, ledger=tmp_path, configured=configured)
    assert (settings.max_upload, settings.max_pages, settings.adds_per_hour) == (1, 2, 3)


@pytest.mark.parametrize(("host", "shown"), [("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "127.0.0.1"), ("::", "[::1]")])
def test_the_address_is_one_that_a_browser_here_can_open(tmp_path: Path, host: str, shown: str) -> None:
    if ":" in host and not socket.has_ipv6:
        pytest.skip("this machine has no IPv6")
    try:
        listener = listen(host, 0)
    except WorkbenchError:
        pytest.skip(f"this machine cannot listen at {host}")
    with listener:
        token = "a token & more" if host != "127.0.0.1" else None
        settings = access(host, (), token, ledger=tmp_path, configured=Configured())
        found = address(settings, listener)
    assert found.startswith(f"http://{shown}:")
    assert found.endswith("/" if token is None else "?token=a%20token%20%26%20more")


def test_ctrl_c_ends_work_under_way(tmp_path: Path, example_ledger: Path) -> None:
    import shutil

    path = tmp_path / "ledger.db"
    shutil.copy(example_ledger, path)
    with serving("--ledger", str(path), "--host", "0.0.0.0", "--token", "a token of some length") as (
        server,
        address,
        _,
    ):
        bearer = {"Authorization": "Bearer a token of some length"}
        with httpx.Client(base_url=address.partition("?")[0], headers=bearer, timeout=30, trust_env=False) as client:
            answer = client.post("/add", data={"text": "The mayor said that 40 people came. " * 50})
            assert answer.status_code == 303
            with client.stream("GET", f"{answer.headers['location']}/events") as events:
                lines = events.iter_lines()
                assert next(lines) == "event: update"
                server.send_signal(signal.SIGINT)
                begun = time.monotonic()
                assert server.wait(20) == 0
                assert time.monotonic() - begun < 10
    with Ledger.open(path) as ledger:
        assert ledger.verify() == []
