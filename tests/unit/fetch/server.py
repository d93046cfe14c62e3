"""A server inside the test: each path answers as it is told, and what was asked is kept."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[[BaseHTTPRequestHandler], None]


def answer(body: bytes, kind: str = "text/plain", status: int = 200, **headers: str) -> Answer:
    def send(ask: BaseHTTPRequestHandler) -> None:
        ask.send_response(status)
        ask.send_header("Content-Type", kind)
        ask.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            ask.send_header(name.replace("_", "-"), value)
        ask.end_headers()
        ask.wfile.write(body)

    return send


def moved(to: str, status: int = 302) -> Answer:
    return answer(b"", "text/html", status, Location=to)


@contextmanager
def serving(
    answers: dict[str, Answer], secure: ssl.SSLContext | None = None
) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """The server's address without a slash at its end, and the headers of each request so far."""
    asked: list[dict[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append({"path": self.path, **dict(self.headers.items())})
            with suppress(OSError):  # the reader has left
                answers.get(self.path.partition("?")[0], answer(b"", status=404))(self)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            pass  # a refused certificate

    server = Server(("127.0.0.1", 0), Handler)
    if secure:
        server.socket = secure.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
