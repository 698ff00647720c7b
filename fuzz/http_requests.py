"""Bytes from a connection to the preview: each request is answered, and with files of the site alone."""

from collections.abc import Iterable
from functools import cache
from io import BytesIO

from target import Target, folder

from dateline.problems import Location, Problem
from dateline.serving import answers
from dateline.serving.preview import Outcome, Preview
from dateline.serving.server import Server

SECRET = b"nobody\r\nreads this"  # no line of a request, which an error repeats, can hold it
FILES = {"index.html": b"<head></head>home", "404.html": b"none", "a/index.html": b"a", "a/\u00e9.txt": b"b"}


class Connection:
    """What a handler asks of a socket: the bytes that came, and a place for those that go."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.sent = b""

    def makefile(self, *_: object) -> BytesIO:
        return BytesIO(self._data)

    def sendall(self, data: bytes) -> None:
        self.sent += data

    def settimeout(self, seconds: float) -> None:
        pass


def request(data: bytes) -> None:
    """Bytes that begin as no method does are what is asked for in a request that is else in order."""
    server = _server()
    if not data[:1].isupper():
        data = b"GET /" + data.translate(None, b"\r\n") + b" HTTP/1.1\r\nHost: localhost\r\n\r\n"
    broken = Outcome((Problem(Location("a.txt", 1), "bad"),), "it fails") if sum(data) % 4 == 0 else Outcome()
    server.preview.show(broken)
    connection = Connection(data)
    server.finish_request(connection, ("127.0.0.1", 1))
    sent = connection.sent
    assert SECRET not in sent
    head, _, content = sent.partition(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    if data.startswith(b"GET ") and sent.startswith(b"HTTP/1.1 200"):
        length = next(int(line[15:]) for line in lines if line.startswith(b"Content-Length:"))
        assert len(content) >= length
    locations = [line for line in lines if line.startswith(b"Location: ")]
    assert all(line.startswith(b"Location: /") and not line.startswith(b"Location: //") for line in locations)


@cache
def _server() -> Server:
    answers.PATIENCE = 0  # seconds; nothing new comes while a question waits
    site = folder("site") / "site"
    for name, content in FILES.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)
    (site / ".hidden").write_bytes(SECRET)
    (folder("site") / "secret").write_bytes(SECRET)
    (site / "link").symlink_to(folder("site") / "secret")
    with Server("127.0.0.1", 0, site, Preview()) as server:  # it need not listen
        return server


def requests() -> Iterable[bytes]:
    for path in (
        "/",
        "/a",
        "/a/",
        "/a/%C3%A9.txt",
        "/../secret",
        "/.dateline/changed.js?shown=1.1",
        "/link",
        "/.hidden",
    ):
        yield f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:8000\r\nConnection: close\r\n\r\n".encode()
        yield path[1:].encode() or b"/"
    yield b"HEAD /a HTTP/1.0\r\nHost: localhost\r\n\r\n"


TOKENS = (
    "GET",
    "HEAD",
    "HTTP/1.1",
    "Host: [::1]",
    "localhost",
    "%2e%2e/",
    "..",
    "%00",
    "%5c",
    "//",
    ".dateline/reload.js",
)
REQUESTS = Target(request, requests, 600, TOKENS)
