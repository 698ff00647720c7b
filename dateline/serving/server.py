"""Serves the site's folder over HTTP, to this machine unless told otherwise."""

import os
import socket
import sys
from http.server import BaseHTTPRequestHandler
from ipaddress import ip_address
from pathlib import Path
from socketserver import TCPServer, ThreadingMixIn
from typing import Any

from dateline.serving.answers import answer
from dateline.serving.preview import Preview

# The preview is read again at each request, by no page from elsewhere, and as what it is said to be.
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
_ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  # all of a machine's addresses, and one to visit


class Server(ThreadingMixIn, TCPServer):
    """Listens from when it is made; a thread answers each request. Raises OSError where it cannot listen there."""

    daemon_threads = True  # a page that waits for something new does not hold up the end
    allow_reuse_address = os.name == "posix"  # on Windows two servers could then share a port
    request_queue_size = 64

    def __init__(self, host: str, port: int, site: Path, preview: Preview) -> None:
        self.host, self.site, self.preview = host, site.absolute().resolve(), preview
        family, _, _, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        self.address_family = family
        super().__init__(where[:2], _Handler)  # type: ignore[arg-type]

    @property
    def address(self) -> str:
        """Where to go with a browser: "http://127.0.0.1:8000/"."""
        host = _ANYWHERE.get(self.host, self.host)
        return f"http://{f'[{host}]' if ':' in host else host}:{self.server_address[1]}/"

    @property
    def open_to_others(self) -> bool:
        return not ip_address(str(self.server_address[0])).is_loopback

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away is no error."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: Server
    server_version, sys_version = "Dateline", ""
    timeout = 30  # seconds, for one who connects and asks nothing

    def do_GET(self) -> None:
        server = self.server
        found = answer(self.path, self.headers.get_all("Host", []), server.host, server.site, server.preview)
        self.send_response(found.status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        if found.location:
            self.send_header("Location", found.location)
        self.send_header("Content-Type", found.type)
        self.send_header("Content-Length", str(len(found.content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(found.content)

    do_HEAD = do_GET

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are not told: what matters is what the builds say."""
