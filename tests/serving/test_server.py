"""What the server of the preview answers, and to whom; and the process that builds for it."""

import os
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread

import pytest
from html_checker import complaints

from dateline.problems import Location, Problem
from dateline.serving import failure
from dateline.serving.answers import HTML, TEXT, Answer, answer, trusted
from dateline.serving.files import parts
from dateline.serving.preview import Outcome, Preview
from dateline.serving.server import Server
from dateline.serving.worker import Worker

PAGE = b"<!doctype html><head><title>%s</title></head><body>a </head> of state</body>"
FILES = {
    "index.html": PAGE % b"home",
    "404.html": PAGE % b"nothing here",
    "actors/index.html": PAGE % b"actors",
    "actors/taliban~.html": PAGE % b"Taliban",
    "actors/كابل.html": PAGE % b"Kabul",
    "actors/taliban.atom": b"<feed/>",
    ".dateline-manifest.json": b"{}",
    ".hidden/x.html": PAGE % b"hidden",
    "years/empty.txt": b"",
    "static/base.css": b"p {}",
}
TYPES = {
    "x.html": "text/html; charset=utf-8",
    "x.css": "text/css; charset=utf-8",
    "x.js": "text/javascript; charset=utf-8",
    "x.json": "application/json",
    "x.jsonl": "application/jsonl",
    "x.geojson": "application/geo+json",
    "x.webmanifest": "application/manifest+json",
    "x.atom": "application/atom+xml",
    "x.ics": "text/calendar; charset=utf-8",
    "x.csv": "text/csv; charset=utf-8",
    "x.bib": "application/x-bibtex",
    "x.svg": "image/svg+xml",
    "x.png": "image/png",
    "x.xml": "application/xml",
    "x.odd": "application/octet-stream",
    "x": "application/octet-stream",
}
BROKEN = Outcome(
    (Problem(Location("seeds/<b>.txt", 3), "not <i>text</i>", 'save it & "try"'),), "<script>alert(1)</script>"
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path.resolve() / "site"
    for name, content in FILES.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)
    (tmp_path / "secret.html").write_bytes(b"a secret")
    return site


def asked(target: str, site: Path, preview: Preview | None = None, host: str = "127.0.0.1:8000") -> Answer:
    return answer(target, [host], "127.0.0.1", site, preview or Preview())


@pytest.mark.parametrize(
    ("target", "title"),
    [
        ("/", "home"),
        ("/index.html", "home"),
        ("/?q=peace", "home"),
        ("/actors/", "actors"),
        ("/actors/taliban~.html?a=/../b", "Taliban"),
        ("/actors/%D9%83%D8%A7%D8%A8%D9%84.html", "Kabul"),
    ],
)
def test_a_page_is_found_by_its_path(site: Path, target: str, title: str) -> None:
    found = asked(target, site)
    assert (found.status, found.type) == (200, HTML) and f"<title>{title}<".encode() in found.content


def test_a_page_is_what_lies_on_the_disk_and_one_script(site: Path) -> None:
    """The policy in it stays as it will be published: the script is of the site's own address."""
    preview = Preview()
    version, _ = preview.shown()
    script = f'<script src="/.dateline/reload.js?shown={version}" defer></script>\n'.encode()
    content = asked("/", site, preview).content
    assert content.count(script) == 1 and content.index(script) < content.index(b"<body>")
    assert content.replace(script, b"") == FILES["index.html"]
    assert asked("/static/base.css", site).content == FILES["static/base.css"]
    assert asked("/years/empty.txt", site) == Answer(200, TEXT, b"")


@pytest.mark.parametrize(("name", "type"), TYPES.items())
def test_a_file_is_what_it_is_said_to_be(site: Path, name: str, type: str) -> None:
    (site / name).write_bytes(b"x")
    assert asked(f"/{name}", site) == Answer(200, type, b"x")


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.html",
        "/%2e%2e/secret.html",
        "/actors/../../secret.html",
        "/actors/%2e%2e/%2e%2e/secret.html",
        "/actors/..%2f..%2fsecret.html",
        "/..%5csecret.html",
        "/..\\secret.html",
        "/./index.html",
        "/actors//taliban~.html",
        "//secret.html",
        "/%00",
        "/index.html%00.png",
        "/C:/secret.html",
        "/index.html::$DATA",
        "/.dateline-manifest.json",
        "/.hidden/x.html",
        "/.hidden/",
        "/actors/nobody.html",
        "/years/",  # no listing
        "/years",
        "/index.html/",
        "secret.html",
        "http://127.0.0.1:8000/index.html",
        "*",
        "",
        "/%ff%fe",
        "/" + "a" * 5000,
    ],
)
def test_nothing_else_is_found(site: Path, target: str) -> None:
    found = asked(target, site)
    assert (found.status, found.type) == (404, HTML)
    assert b"<title>nothing here<" in found.content and b"secret" not in found.content


def test_an_absolute_path_stays_in_the_site(site: Path) -> None:
    assert parts("/" + str(site.parent / "secret.html")) is None
    assert asked(str(site.parent / "secret.html"), site).status == 404


def test_a_link_out_of_the_site_is_not_followed(site: Path) -> None:
    (site / "out.html").symlink_to(site.parent / "secret.html")
    (site / "up").symlink_to(site.parent, target_is_directory=True)
    (site / "round.html").symlink_to(site / "round.html")
    for target in ("/out.html", "/up/secret.html", "/round.html"):
        assert asked(target, site).status == 404


def test_a_folder_without_its_slash_leads_to_it(site: Path) -> None:
    assert asked("/actors", site) == Answer(301, TEXT, b"", "/actors/")
    assert asked("/actors?q=1", site).location == "/actors/"
    assert asked("//actors", site).location is None  # "//host/" would lead away


def test_without_a_page_for_what_is_missing_a_line_says_so(site: Path) -> None:
    (site / "404.html").unlink()
    assert asked("/nothing", site) == Answer(404, TEXT, b"Not found\n")


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.0.0.1:8000", "localhost", "LOCALHOST:80", "[::1]:8000", "192.168.1.20:8000", "Desk.local"],
)
def test_this_machine_is_trusted(host: str) -> None:
    assert trusted(host, "desk.local")


@pytest.mark.parametrize(
    "host",
    [
        "example.org",
        "example.org:8000",
        "localhost.example.org",
        "127.0.0.1.example.org",
        "127.0.0.1@example.org",
        "evil-localhost",
        "",
        ":8000",
        "[::1",
        "localhost,example.org",
        "2130706433",
    ],
)
def test_a_name_from_elsewhere_is_not(site: Path, host: str) -> None:
    """Nor is it told anything: a page whose name was made to lead here (DNS rebinding) could read a draft."""
    assert not trusted(host, "127.0.0.1")
    for target in ("/", "/.dateline/reload.js", "/.dateline/changed.js?shown=0", "/nothing"):
        found = asked(target, site, host=host)
        assert (found.status, found.type) == (403, TEXT) and b"home" not in found.content


def test_one_host_header_is_needed(site: Path) -> None:
    for hosts in ([], ["127.0.0.1", "127.0.0.1"], ["127.0.0.1", "example.org"]):
        assert answer("/", hosts, "127.0.0.1", site, Preview()).status == 403


def test_a_failed_build_stands_in_the_place_of_every_page(site: Path) -> None:
    preview = Preview()
    preview.show(BROKEN)
    for target in ("/", "/actors/", "/actors/taliban~.html", "/nothing", "/actors"):
        found = asked(target, site, preview)
        assert (found.status, found.type) == (500, HTML) and b"could not be built" in found.content
    assert asked("/static/base.css", site, preview).status == 200


def test_the_page_of_a_failure_says_what_where_and_what_to_do(site: Path) -> None:
    preview = Preview()
    preview.show(BROKEN)
    text = asked("/", site, preview).content.decode()
    assert "<code>seeds/&lt;b&gt;.txt:3</code>" in text and "not &lt;i&gt;text&lt;/i&gt;" in text
    assert "save it &amp; &quot;try&quot;" in text and "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<b>" not in text and "<i>" not in text and "<script>" not in text and "$" not in text
    assert f"reload.js?shown={preview.shown()[0]}" in text
    assert "unsafe" not in text and "default-src 'none'" in text


def test_of_very_many_problems_the_first_are_shown(site: Path) -> None:
    preview = Preview()
    preview.show(Outcome(tuple(Problem(Location("a.csv", line), "empty") for line in range(1, 1001)), "no"))
    text = asked("/", site, preview).content.decode()
    assert text.count("<li>") == 100 and "a.csv:100<" in text and "names 900 more" in text


def test_the_page_of_a_failure_names_a_file_whose_name_is_no_utf_8() -> None:
    assert b"<code>a\\udcff.txt</code>" in failure.page(Outcome((Problem(Location("a\udcff.txt"), "is odd"),), "no"))


def test_the_page_of_a_failure_is_valid(tmp_path: Path) -> None:
    (tmp_path / "failure.html").write_bytes(failure.page(BROKEN))
    assert complaints(tmp_path) == []


def test_the_site_is_back_once_a_build_succeeds(site: Path) -> None:
    preview = Preview()
    preview.show(BROKEN)
    preview.show(Outcome(BROKEN.problems))
    assert asked("/", site, preview).status == 200


def test_a_page_is_told_when_there_is_something_new(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.serving.answers.PATIENCE", 0.01)
    preview = Preview()
    question = f"/.dateline/changed.js?shown={preview.shown()[0]}"
    assert asked(question, site, preview) == Answer(200, "text/javascript; charset=utf-8", b"")
    preview.show(Outcome())
    assert asked(question, site, preview).content == b"location.reload();\n"
    question = f"/.dateline/changed.js?shown={preview.shown()[0]}"
    assert asked(question, site, preview).content == b""


def test_who_waits_is_told_at_once() -> None:
    preview = Preview()
    told: list[bool] = []
    waiting = Thread(target=lambda version: told.append(preview.changes(version, 30)), args=(preview.shown()[0],))
    waiting.start()
    preview.show(Outcome())
    waiting.join(10)
    assert told == [True]


def test_what_is_asked_is_never_said_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.serving.answers.PATIENCE", 0.01)
    for target in ("/.dateline/changed.js?shown=alert(1)", "/.dateline/alert(1)", "/alert(1)", "/?alert(1)"):
        assert b"alert" not in asked(target, site).content


@pytest.mark.parametrize("name", ["", "reload.js/", "../answers.py", "answers.py", "failure.html", "%2e%2e/answers.py"])
def test_of_the_servers_own_files_only_three_are_given(site: Path, name: str) -> None:
    assert asked(f"/.dateline/{name}", site).status == 404
    assert asked("/.dateline/failure.css", site).type == "text/css; charset=utf-8"
    assert b"changed.js" in asked("/.dateline/reload.js", site).content


@pytest.fixture
def connection(site: Path) -> Iterator[HTTPConnection]:
    with Server("127.0.0.1", 0, site, Preview()) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        made = HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
        yield made
        made.close()
        server.shutdown()


def test_headers_keep_the_preview_to_itself(connection: HTTPConnection) -> None:
    connection.request("GET", "/")
    given = connection.getresponse()
    assert given.status == 200 and len(given.read()) == int(given.headers["Content-Length"])
    assert given.headers["Cache-Control"] == "no-store"
    assert given.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert given.headers["X-Content-Type-Options"] == "nosniff"
    assert not {"ETag", "Last-Modified", "Expires", "Access-Control-Allow-Origin"} & set(given.headers)


def test_head_is_get_without_the_content(connection: HTTPConnection) -> None:
    connection.request("GET", "/actors/taliban.atom")
    whole = connection.getresponse()
    whole.read()
    connection.request("HEAD", "/actors/taliban.atom")
    head = connection.getresponse()
    assert head.read() == b"" and head.status == 200
    for name in ("Content-Type", "Content-Length", "Cache-Control"):
        assert head.headers[name] == whole.headers[name]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_nothing_is_written_by_a_request(connection: HTTPConnection, site: Path, method: str) -> None:
    connection.request(method, "/new.html", body=b"x")
    assert connection.getresponse().status == 501
    assert not (site / "new.html").exists()


def test_a_port_that_is_taken_is_said(site: Path) -> None:
    with (
        Server("127.0.0.1", 0, site, Preview()) as server,
        pytest.raises(OSError),
        Server("127.0.0.1", server.server_address[1], site, Preview()),
    ):
        pass


def test_the_address_can_be_visited(site: Path) -> None:
    with Server("0.0.0.0", 0, site, Preview()) as server:  # noqa: S104
        assert server.address == f"http://127.0.0.1:{server.server_address[1]}/" and server.open_to_others
    with Server("localhost", 0, site, Preview()) as server:
        assert server.address.startswith("http://localhost:") and not server.open_to_others


def dies() -> Outcome:
    os._exit(3)


asked_before: list[str] = []


def counts() -> Outcome:
    asked_before.append("again")
    return Outcome(failure=str(len(asked_before)))


def test_a_build_that_ends_without_a_word_is_said() -> None:
    with Worker(dies) as worker:
        assert "without a word" in worker.build().failure
        assert "without a word" in worker.build().failure


def test_a_process_keeps_what_it_has_read_until_a_new_one_begins() -> None:
    with Worker(counts) as worker:
        assert [worker.build().failure, worker.build().failure] == ["1", "2"]
        worker.renew()
        assert worker.build().failure == "1"
    assert asked_before == []
