"""What the server answers to a request: it writes nothing, and reads nothing but the site and its own three files."""

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

from dateline.serving import failure, files
from dateline.serving.preview import Preview

OWN = "/.dateline/"  # no file of a site has a hidden name
PATIENCE = 5  # seconds for which a page's question whether there is something new may wait for its answer
HTML = "text/html; charset=utf-8"
SCRIPT = "text/javascript; charset=utf-8"
STYLE = "text/css; charset=utf-8"
TEXT = "text/plain; charset=utf-8"
TYPES = {
    ".html": HTML,
    ".css": STYLE,
    ".js": SCRIPT,
    ".txt": TEXT,
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".geojson": "application/geo+json",
    ".webmanifest": "application/manifest+json",
    ".atom": "application/atom+xml",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".bib": "application/x-bibtex",
    ".zip": "application/zip",
}


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    type: str
    content: bytes
    location: str | None = None  # where to go instead


def answer(target: str, hosts: Sequence[str], named: str, site: Path, preview: Preview) -> Answer:
    """The answer to a GET of `target` ("/actors/?q=x"), `hosts` being its Host headers.

    `named` is the host that the server was told to listen at, `site` the site's folder, without links in its path.
    """
    if not (len(hosts) == 1 and trusted(hosts[0], named)):
        return _text(403, "This server answers to its own address alone: name another with --host.")
    path, _, query = target.partition("?")
    if path.startswith(OWN):
        return _own(path.removeprefix(OWN), query, preview)
    version, outcome = preview.shown()  # before the file is read: a file that is newer is only loaded once too often
    names = files.parts(path)
    type = TYPES.get(Path(names[-1]).suffix, "application/octet-stream") if names else HTML
    content = files.read(site, names) if names and not (outcome.failure and type == HTML) else None
    if outcome.failure and content is None:
        return Answer(500, HTML, reloading(failure.page(outcome), version))
    if content is not None:
        return Answer(200, type, reloading(content, version) if type == HTML else content)
    if names and files.read(site, (*names, files.INDEX)) is not None:
        return Answer(301, TEXT, b"", quote("/" + "/".join(names) + "/"))
    missing = files.read(site, ("404.html",))
    return _text(404, "Not found") if missing is None else Answer(404, HTML, reloading(missing, version))


def trusted(host: str, named: str) -> bool:
    """Whether a Host header is one of this machine's own: an address, localhost, or the name that was given.

    A page from elsewhere can have its own name lead to this machine (DNS rebinding), and would then read the site as
    its own; it cannot do so by an address.
    """
    try:
        name = urlsplit(f"//{host}").hostname or ""
        if name and name in ("localhost", named.lower()):
            return True
        ip_address(name)
    except ValueError:
        return False
    return True


def reloading(page: bytes, version: str) -> bytes:
    """A page with the script that loads it anew once another version than this is shown."""
    script = f'<script src="{OWN}reload.js?shown={version}" defer></script>\n</head>'
    return page.replace(b"</head>", script.encode(), 1)


def _own(name: str, query: str, preview: Preview) -> Answer:
    if name == "changed.js":
        shown = parse_qs(query).get("shown", [""])[-1]
        return Answer(200, SCRIPT, b"location.reload();\n" if preview.changes(shown, PATIENCE) else b"")
    if name in ("reload.js", "failure.css"):
        return Answer(200, TYPES[Path(name).suffix], files.own(name).encode())
    return _text(404, "Not found")


def _text(status: int, text: str) -> Answer:
    return Answer(status, TEXT, f"{text}\n".encode())
