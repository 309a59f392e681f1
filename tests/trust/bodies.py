"""What is sent to a server byte by byte: honest bodies, and such as lie, break off or have no end."""

import re
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO

from tests.trust.servers import PATIENCE

FORM = "application/x-www-form-urlencoded"
LOOK = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
# Ways in which a server says no: nothing at all to somebody who has hung up, else a plain page.
NO = {0, 400, 409, 411, 413, 422, 501}


@dataclass(frozen=True)
class Reply:
    status: int
    text: str


@dataclass(frozen=True)
class Post:
    """A form to be sent: where to, what stands above its body, and what it has brought into the records."""

    path: str
    body: bytes
    # "whole", "nothing" or what else is kept now.
    kept: Callable[[], str]
    kind: str = FORM
    cookie: str = ""

    def head(self, *lines: str, version: str = "1.1") -> bytes:
        first = [f"POST {self.path} HTTP/{version}", "Host: 127.0.0.1", "Connection: close"]
        own = [f"Content-Type: {self.kind}", *([f"Cookie: {self.cookie}"] if self.cookie else [])]
        return "\r\n".join([*first, *own, *lines, "", ""]).encode()


Way = Callable[[Post], Iterable[bytes]]


def said(post: Post) -> Iterable[bytes]:
    return [post.head(f"Content-Length: {len(post.body)}") + post.body]


def dripped(post: Post) -> Iterable[bytes]:
    return (byte.to_bytes() for byte in b"".join(said(post)))


def in_chunks(size: int, *lines: str, ending: bytes = b"0\r\n\r\n", extension: bytes = b"") -> Way:
    def way(post: Post) -> Iterable[bytes]:
        yield post.head("Transfer-Encoding: chunked", *lines)
        for start in range(0, len(post.body), size):
            part = post.body[start : start + size]
            yield b"%x%s\r\n%s\r\n" % (len(part), extension, part)
        yield ending

    return way


def length(said: Callable[[int], str], version: str = "1.1") -> Way:
    """The whole body, under a length that is made from the true one."""
    return lambda post: [post.head(*said(len(post.body)).split("\n"), version=version) + post.body]


def raw_chunks(make: Callable[[bytes], bytes]) -> Way:
    return lambda post: [post.head("Transfer-Encoding: chunked") + make(post.body)]


WHOLE: dict[str, Way] = {
    "its length said": said,
    "in single bytes": dripped,
    "in one chunk": in_chunks(10**9),
    "in small chunks": in_chunks(7),
    "in chunks with extensions": in_chunks(1000, extension=b";name=value"),
    "in chunks, and a length that lies": in_chunks(1000, "Content-Length: 9"),
    "asked for first": in_chunks(1000, "Expect: 100-continue"),
}
LYING: dict[str, Way] = {
    "longer than it is": length(lambda true: f"Content-Length: {true + 10}"),
    "much longer than it is": length(lambda true: f"Content-Length: {true * 3}"),
    "shorter by three": length(lambda true: f"Content-Length: {true - 3}"),
    "half of it": length(lambda true: f"Content-Length: {true // 2}"),
    "nought": length(lambda true: "Content-Length: 0"),
    "no length": length(lambda true: "X-Nothing: 1"),
    "below nought": length(lambda true: f"Content-Length: -{true}"),
    "said twice": length(lambda true: f"Content-Length: {true}\nContent-Length: {true // 2}"),
    "said with a sign": length(lambda true: f"Content-Length: +{true}"),
    "said in hex": length(lambda true: f"Content-Length: {true:#x}"),
    "said in words": length(lambda true: "Content-Length: all"),
    "beyond counting": length(lambda true: "Content-Length: " + "9" * 30),
    "chunks without an end": in_chunks(100, ending=b""),
    "a last chunk that breaks off": in_chunks(100, ending=b"ff\r\nabc"),
    "a chunk shorter than it says": raw_chunks(lambda body: b"%x\r\n%s\r\n0\r\n\r\n" % (len(body) + 9, body)),
    "a chunk longer than it says": raw_chunks(lambda body: b"%x\r\n%s\r\n0\r\n\r\n" % (len(body) // 2, body)),
    "a chunk of a size below nought": raw_chunks(lambda body: b"-%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)),
    "a chunk of no size": raw_chunks(lambda body: b"all\r\n%s\r\n0\r\n\r\n" % body),
    "packed": length(lambda true: f"Transfer-Encoding: gzip, chunked\nContent-Length: {true}"),
    "chunks in an old language": length(lambda true: "Transfer-Encoding: chunked", version="1.0"),
}


def send(port: int, pieces: Iterable[bytes], finish: bool = True) -> Reply:
    """Send all that is taken, hang up on the sending side, and hear what is said to it."""
    with connected(port) as wire:
        try:
            for piece in pieces:
                wire.sendall(piece)
            if finish:
                wire.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # The server has had enough, and said so.
        return heard(wire)


def connected(port: int) -> socket.socket:
    wire = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
    wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return wire


def heard(wire: socket.socket) -> Reply:
    told = b""
    try:
        while more := wire.recv(65536):
            told += more
    except ConnectionResetError:
        pass
    statuses = [int(status) for status in re.findall(rb"HTTP/1\.[01] (\d{3})", told)]
    final = [status for status in statuses if status != 100]
    return Reply(final[0] if final else 0, told.decode(errors="replace"))


def wrong_with(post: Post, port: int, way: Way, whole: bool) -> str:
    """What is wrong with how a form was taken that was sent this way; empty where all is well."""
    # A client that lies has hung up then; one that is honest waits.
    reply = send(port, way(post), finish=not whole)
    kept = post.kept()
    if kept not in ("whole", "nothing"):
        return f"kept in part: {kept}"
    if (kept == "whole") != (reply.status in (200, 303)):
        return f"answered {reply.status}, but kept {kept}"
    if whole != (kept == "whole"):
        return f"kept {kept}, answered {reply.status}"
    if not whole and reply.status not in NO:
        return f"refused with {reply.status}"
    return "told too much" if "Traceback" in reply.text else ""


def cut_bodies(app) -> None:
    """A server that cuts what it is sent, and says nothing of it."""
    inner, most = app.wsgi_app, 1000

    def cutting(environ, start_response):
        length = min(int(environ.get("CONTENT_LENGTH") or 0), most)
        short = BytesIO(environ["wsgi.input"].read(length))
        return inner(environ | {"wsgi.input": short, "CONTENT_LENGTH": str(length)}, start_response)

    app.wsgi_app = cutting
