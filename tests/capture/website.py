"""A web site of our own on this machine, for the tests of fetching."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Page = Callable[[BaseHTTPRequestHandler], None]

PAGE = b"<!DOCTYPE html><html><head><title>Rain</title></head><body><p>It will rain, the mayor said.</p></body></html>"


class Site:
    """Pages by path; a path that has none is answered 404. ``asked`` holds the paths, in the order asked."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.asked: list[str] = []
        self.sent: list[dict[str, str]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.asked.append(self.path)
                site.sent.append({k.lower(): v for k, v in self.headers.items()})
                self.close_connection = True
                page = site.pages.get(self.path.partition("?")[0])
                if page is None:
                    self.send_error(404)
                else:
                    # the other side may have had enough
                    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                        page(self)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self.thread.start()

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def page(self, path: str, body: bytes = PAGE, status: int = 200, **headers: str) -> str:
        """Serve a body; a header's name is written with underscores."""
        stated = {name.replace("_", "-"): value for name, value in headers.items()}
        stated.setdefault("Content-Type", "text/html; charset=utf-8")
        stated.setdefault("Content-Length", str(len(body)))

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, value in stated.items():
                handler.send_header(name, value)
            handler.end_headers()
            handler.wfile.write(body)

        self.pages[path] = answer
        return self.url(path)

    def close(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()
