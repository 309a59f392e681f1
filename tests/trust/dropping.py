"""A bad line: what is sent arrives, but a part of the replies never comes back."""

import random
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread

from tests.trust.servers import PATIENCE


class BadLine:
    """Stands before a server. `dropped` counts the replies to posts that it had and did not hand on."""

    def __init__(self, to_port: int, share: float):
        self.posts = self.dropped = 0
        self._share, self._chance, self._lock = share, random.Random(3), Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self, to_port))
        self.port = self._server.server_address[1]
        self._thread = Thread(target=self._server.serve_forever)

    def __enter__(self) -> "BadLine":
        self._thread.start()
        return self

    def __exit__(self, *_exception) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def drops(self, method: str) -> bool:
        with self._lock:
            dropped = self._chance.random() < self._share
            if method == "POST":
                self.posts += 1
                self.dropped += dropped
        return dropped


def _handler(line: BadLine, to_port: int) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = PATIENCE

        def pass_on(self) -> None:
            onward = HTTPConnection("127.0.0.1", to_port, timeout=PATIENCE)
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            onward.request(self.command, self.path, body or None, dict(self.headers))
            reply = onward.getresponse()
            text = reply.read()
            onward.close()
            if line.drops(self.command):
                self.close_connection = True
                return
            self.send_response_only(reply.status)
            for name in ("Location", "Set-Cookie"):
                if name in reply.headers:
                    self.send_header(name, reply.headers[name])
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        do_GET = do_POST = pass_on  # noqa: N815

    return Handler
