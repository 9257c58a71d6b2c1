"""TLS goes by the name that was asked for, although the connection goes to a number."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from pathlib import Path

import httpx
import pytest
from website import PAGE, Site

from sayso.capture import CaptureOptions
from sayso.capture.fetch import Fetcher
from sayso.errors import CaptureError

NAME = "news.example"

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("tls")
    key, made = folder / "key.pem", folder / "cert.pem"
    command = f"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN={NAME}"
    more = ["-addext", f"subjectAltName=DNS:{NAME}", "-keyout", str(key), "-out", str(made)]
    subprocess.run([*command.split(), *more], check=True, capture_output=True)
    return made, key


@pytest.fixture
def secure(site: Site, certificate: tuple[Path, Path]) -> Site:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    site.server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a refused handshake is no news
    return site


def fetch(site: Site, options: CaptureOptions, host: str) -> bytes:
    fetcher = Fetcher(options, using=lambda host, port: ["127.0.0.1"])
    try:
        return fetcher.fetch(site.url("/rain.html", host).replace("http:", "https:")).body
    finally:
        fetcher.close()


def test_a_certificate_for_the_name_is_trusted(
    secure: Site, inside: CaptureOptions, certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    secure.page("/rain.html")
    trusting = ssl.create_default_context(cafile=str(certificate[0]))
    monkeypatch.setattr(httpx, "create_ssl_context", lambda **_: trusting)
    assert fetch(secure, inside, NAME) == PAGE
    with pytest.raises(CaptureError) as caught:
        fetch(secure, inside, "other.example")
    assert caught.value.code == "SAY-044"


def test_a_certificate_that_nobody_vouches_for_is_not(secure: Site, inside: CaptureOptions) -> None:
    with pytest.raises(CaptureError) as caught:
        fetch(secure, inside, NAME)
    assert caught.value.code == "SAY-044"
    assert secure.asked == []
