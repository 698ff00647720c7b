"""`build.py serve` as a user runs it: what is edited is seen, what is broken is said, Ctrl-C ends it."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from browsing import WCAG, Open
from command_line import STORY, content, run, seeds
from paths import ROOT

from dateline.cli import main
from dateline.serving.session import watched
from dateline.serving.watch import changes

LONGEST = 60  # seconds that anything here may take on a busy machine
Serve = Callable[..., "Served"]


class Served:
    """A running server, and what it shows."""

    def __init__(self, folder: Path, *words: str, build: Path = ROOT / "build.py") -> None:
        self.said = folder / "said"
        with self.said.open("w") as said:
            self.process = subprocess.Popen(
                [sys.executable, str(build), "serve", "--port", "0", *words],
                cwd=folder,
                stdout=subprocess.PIPE,
                stderr=said,
                text=True,
                start_new_session=True,  # a Ctrl-C of its own
            )
        assert self.process.stdout
        self.address = self.process.stdout.readline().strip()

    def page(self, path: str = "/") -> tuple[int, str]:
        connection = HTTPConnection(self.address.removeprefix("http://").rstrip("/"), timeout=LONGEST)
        connection.request("GET", path)
        given = connection.getresponse()
        return given.status, given.read().decode()

    def until(self, shows: Callable[[int, str], bool], path: str = "/") -> str:
        """The page once it shows something; bounded."""
        for _ in range(LONGEST * 10):
            status, text = self.page(path)
            if shows(status, text):
                return text
            time.sleep(0.1)
        raise AssertionError(f"{status} {text[:300]}\n{self.said.read_text()}")

    def end(self) -> int:
        """As Ctrl-C does: every process of the terminal is told."""
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(LONGEST)


@pytest.fixture
def serve() -> Iterator[Serve]:
    started: list[Served] = []

    def begin(folder: Path, *words: str, **options: Path) -> Served:
        started.append(Served(folder, *words, **options))
        return started[-1]

    yield begin
    for one in started:
        one.process.kill()
        one.process.communicate()


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_an_edit_is_shown_a_mistake_is_said_and_the_end_is_clean(tmp_path: Path, serve: Serve) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    conflict = tmp_path / "seeds" / "conflict.toml"
    served = serve(tmp_path, "--strict")
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", served.address)
    assert served.page()[0] == 200 and "the threshold of" in served.page()[1]

    edit(tmp_path / "seeds" / "003_fba608fdec5015fe.txt", "the threshold of", "the very threshold of")
    served.until(lambda _, text: "the very threshold of" in text and "the threshold of" not in text)

    edit(conflict, 'title = "', "title = ")
    wrong = served.until(lambda status, _: status == 500, "/actors/taliban.html")
    assert "conflict.toml:4" in wrong and "not TOML" in wrong and "left out until this is mended" in wrong
    assert "conflict.toml:4: not TOML" in served.said.read_text()

    edit(conflict, "title = ", 'title = "')
    served.until(lambda status, _: status == 200, "/actors/taliban.html")

    assert served.end() == 0
    assert served.process.stdout and served.process.stdout.read() == ""
    assert "Traceback" not in served.said.read_text()

    assert run("build", "--strict", "--out", "again", cwd=tmp_path).returncode == 0
    assert content(tmp_path / "site") == content(tmp_path / "again")
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(".site")]


def test_what_cannot_be_read_is_waited_for(tmp_path: Path, serve: Serve) -> None:
    """Also a folder that is still to come, and one whose last article is taken away."""
    served = serve(tmp_path, "--seeds", "in")
    assert "in: no such folder or file" in served.page()[1] and served.page()[0] == 500
    seeds(tmp_path / "in", a=STORY)
    served.until(lambda status, _: status == 200)
    (tmp_path / "in" / "a.txt").unlink()
    assert "no readable article" in served.until(lambda status, _: status == 500)
    seeds(tmp_path / "in" / "deeper", b=STORY.replace("port", "fort"))
    assert "fort" in served.until(lambda status, _: status == 200)


def test_a_site_folder_with_other_files_is_left_alone(tmp_path: Path, serve: Serve) -> None:
    seeds(tmp_path / "in", a=STORY)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.html").write_text("mine", encoding="utf-8")
    served = serve(tmp_path, "--seeds", "in")
    assert served.page()[0] == 500 and "thesis.html" in served.page()[1]
    assert served.page("/thesis.html")[1] != "mine"
    assert content(tmp_path / "site") == {"thesis.html": b"mine"}


def test_a_withheld_name_that_survives_is_not_shown(tmp_path: Path, serve: Serve) -> None:
    seeds(tmp_path / "in", a=STORY)
    redacted = 'title = "The case of Mira Vance"\n[[redact]]\nname = "Mira Vance"\nwhy = "She asked."\n'
    (tmp_path / "in" / "conflict.toml").write_text(redacted, encoding="utf-8")
    served = serve(tmp_path, "--seeds", "in")
    status, shown = served.page()
    told = served.said.read_text()
    assert status == 500 and "conflict.toml:2" in shown and "stands in index.html" in shown
    assert "withheld names stand in" in told
    assert "Traceback" not in told and "Mira" not in shown + told


def test_templates_and_words_are_watched_too(tmp_path: Path, serve: Serve) -> None:
    """What Dateline reads of its own once and for all is read again."""
    ignored = shutil.ignore_patterns("__pycache__")
    for name in ("dateline", "templates", "static"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    shutil.copy(ROOT / "build.py", tmp_path)
    seeds(tmp_path / "seeds", a=STORY)
    served = serve(tmp_path, build=tmp_path / "build.py")
    base, words = tmp_path / "templates" / "base.html", tmp_path / "dateline" / "lexicon" / "columns.toml"
    edit(base, "Made with Dateline", "Made by hand")
    served.until(lambda _, text: "Made by hand" in text)
    edit(base, "{% block main %}", "{% block main ")
    assert "TemplateSyntaxError" in served.until(lambda status, _: status == 500)
    edit(base, "{% block main ", "{% block main %}")
    served.until(lambda status, _: status == 200)
    edit(words, "title = [", "title = ")
    assert "TOMLDecodeError" in served.until(lambda status, _: status == 500)
    edit(words, "title = ", "title = [")
    served.until(lambda status, _: status == 200)
    assert served.end() == 0


def test_one_file_of_articles_is_watched_alone_and_by_polling(tmp_path: Path, serve: Serve) -> None:
    """An editor that writes a new file and puts it in the old one's place is noticed, too."""
    export = tmp_path / "export.csv"
    export.write_text("date,text\n2019-07-05,Talks began in Doha.\n", encoding="utf-8")
    served = serve(tmp_path, "--seeds", "export.csv", "--poll", "--out", "out")
    (tmp_path / "new").write_text("date,text\n2019-07-05,Talks began in Geneva.\n", encoding="utf-8")
    (tmp_path / "new").replace(export)
    served.until(lambda _, text: "Geneva" in text)


def test_a_port_that_is_taken_ends_with_two(tmp_path: Path, serve: Serve) -> None:
    seeds(tmp_path / "seeds", a=STORY)
    port = serve(tmp_path).address.rstrip("/").rpartition(":")[2]
    done = run("serve", "--port", port, cwd=tmp_path)
    assert done.returncode == 2 and not done.stdout
    assert f"127.0.0.1:{port}: Address already in use" in done.stderr and "--port" in done.stderr
    for odd in ("65536", "-1", "http"):
        assert run("serve", "--port", odd, cwd=tmp_path).returncode == 2
    done = run("serve", "--host", "nowhere.invalid", cwd=tmp_path)
    assert done.returncode == 2 and "nowhere.invalid:8000" in done.stderr and "Traceback" not in done.stderr


def test_no_other_command_pays_for_it(tmp_path: Path) -> None:
    folder = seeds(tmp_path / "in", a=STORY)
    code = (
        "import sys; from dateline.cli import main; main(sys.argv[1:]); "
        "print(*{'http.server', 'watchfiles', 'dateline.serving.server'} & set(sys.modules))"
    )
    words = ["build", "--seeds", str(folder), "--out", str(tmp_path / "site")]
    done = subprocess.run([sys.executable, "-c", code, *words], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "\n" and (tmp_path / "site" / "index.html").is_file()


def test_without_watchfiles_it_says_what_to_install() -> None:
    code = (
        "import sys; from importlib.machinery import PathFinder; find = PathFinder.find_spec\n"
        "PathFinder.find_spec = lambda name, *rest: None if name == 'watchfiles' else find(name, *rest)\n"
        "from dateline.cli import main; sys.exit(main(['serve']))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "pip install 'dateline[serve]'" in done.stderr and "Traceback" not in done.stderr


def told(folder: Path, out: Path, act: Callable[[], None]) -> set[str]:
    """The names of what is told to have changed, or nothing within two seconds."""
    sources = watched([folder], [], [out], polling=False)
    watching = changes(sources.folders, [folder / "mark"], sources.ignored, polling=False)
    assert next(watching) == frozenset()
    act()
    time.sleep(0.3)
    (folder / "mark").write_text("x", encoding="utf-8")
    found: set[str] = set()
    while "mark" not in found:
        found |= {path.name for path in next(watching)}
    return found - {"mark"}


@pytest.mark.parametrize("name", [".a.txt.swp", "a.txt~", ".git/x", "__pycache__/x.pyc", "site/x.html", ".cache/x"])
def test_what_builds_and_editors_leave_behind_is_no_change(tmp_path: Path, name: str) -> None:
    """A site in the folder of its articles would otherwise be built for ever."""
    folder = tmp_path.resolve()
    (folder / name).parent.mkdir(exist_ok=True)
    assert told(folder, folder / "site", lambda: (folder / name).write_bytes(b"x") and None) == set()


def test_a_change_is_told(tmp_path: Path) -> None:
    folder = tmp_path.resolve()
    (folder / "deep").mkdir()
    assert "a.txt" in told(folder, folder / "site", lambda: (folder / "deep" / "a.txt").write_bytes(b"x") and None)


def test_what_the_site_itself_holds_is_not_watched(tmp_path: Path) -> None:
    """`--since site/data/events.json` is what each build writes."""
    names = [tmp_path / "site" / "events.json", None, tmp_path / "published.json"]
    found = watched([tmp_path], names, [tmp_path / "site"], polling=False)
    assert found.files == [tmp_path.resolve() / "published.json"]


def test_where_nobody_can_watch_polling_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError("OS file watch limit reached")

    monkeypatch.setattr("dateline.serving.watch.watch", full)
    words = ["serve", "--port", "0", "--seeds", str(tmp_path), "--out", str(tmp_path / "site")]
    assert main(words) == 2
    told = capsys.readouterr().err
    assert "watch limit reached" in told and "--poll" in told
    assert not (tmp_path / "site").exists()


@pytest.mark.browser
def test_an_open_page_loads_itself_anew(tmp_path: Path, serve: Serve, page: Open) -> None:
    """Its policy stays what it will be: nothing is asked that it forbids, which the browser would tell."""
    from axe_playwright_python.sync_playwright import Axe

    folder = seeds(tmp_path / "seeds", a=STORY)
    served = serve(tmp_path, "--strict")
    shown = page(f"{served.address}index.html")
    assert shown.locator("main").get_by_text("port").count()
    edit(folder / "a.txt", "port", "fort")
    shown.locator("main").get_by_text("fort").first.wait_for(timeout=LONGEST * 1000)
    assert shown.messages == []
    (folder / "b.txt").write_text("", encoding="utf-8")
    shown.get_by_text("could not be built").first.wait_for(timeout=LONGEST * 1000)
    assert "b.txt" in (shown.text_content("main") or "")
    wrong = page(served.address, bypass_csp=True)
    assert Axe().run(wrong, options={"runOnly": {"type": "tag", "values": WCAG}}).violations_count == 0
    (folder / "b.txt").unlink()
    shown.locator("main").get_by_text("fort").first.wait_for(timeout=LONGEST * 1000)
    assert [text for text in shown.messages if "500" not in text] == []
    assert all(url.startswith(served.address) for url in shown.requests if not url.startswith("data:"))
