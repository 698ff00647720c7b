"""`build.py new`: what a title or an address becomes, and what it must never do."""

from datetime import date
from pathlib import Path

import pytest
from command_line import run
from hostile import HOSTILE

from dateline.articles.address import is_address, read_address
from dateline.articles.load import load, read
from dateline.articles.new import known, write
from dateline.model import Article, Conflict
from dateline.problems import UnusableInputError

TEXT = "\nRebels attacked the port on 3 March 2020.\n"


def began(folder: Path, subject: str, source: str | None = None, day: date | None = None) -> Path:
    return write(known(subject, source, day), folder)


def pasted(path: Path) -> Article:
    """The article once its text is in the file."""
    with path.open("a", encoding="utf-8") as file:
        file.write(TEXT)
    (article,), problems = load([path.parent], Conflict())
    assert problems == []
    return article


def test_a_title_begins_a_file(tmp_path: Path) -> None:
    path = began(tmp_path, "  Talks:  “make or break”, says US # 7 ", "Reuters", date(2019, 6, 30))
    assert path == tmp_path / "2019-06-30-talks-make-or-break-says-us-7.md"
    title = "'Talks: “make or break”, says US # 7'"
    assert path.read_bytes().decode() == f"---\ntitle: {title}\nsource: Reuters\ndate: 2019-06-30\n---\n"
    article = pasted(path)
    assert (article.title, article.source, article.url) == ("Talks: “make or break”, says US # 7", "Reuters", None)
    assert article.published.when.edtf == "2019-06-30" and article.published.basis == "front matter"


def test_it_holds_no_text_until_there_is_one(tmp_path: Path) -> None:
    path = began(tmp_path, "Talks resume")
    made, (problem,) = read(path.name, path.read_bytes(), None)
    assert made is None and problem.what == "only front matter, no text"


@pytest.mark.parametrize(
    "title",
    [
        *(text for text in HOSTILE if len(text) < 400 and any(c.isprintable() and not c.isspace() for c in text)),
        "---",
        "...",
        "--- !!python/object/apply:os.system ['true']",
        "!!python/name:os.system",
        "*anchor",
        "&anchor x",
        "{a: [b, c]}",
        "[",
        "- a",
        "? a",
        "% a",
        "@a `b`",
        "a: b",
        "a #b",
        "yes",
        "no",
        "2019",
        "2019-06-30",
        "0x1f",
        "1e3",
        "'",
        '"',
        "\\",
        "|",
        ">",
        "title: x\n---\ntext",
        "a\r\nb\tc",
        "a\u2028b\u2029c\x85d",
        "\ufeffTalks",
        "x" * 500,
        "مذاکرات صلح",
        "和平谈判",
        "é" + "e\u0301",
        "../../etc/passwd",
        "/etc/passwd",
        "C:\\Windows",
        "..",
        ".hidden",
        "con",
        "NUL",
        "Com1",
        "javascript:alert(1)",
        "<script>alert(1)</script>",
        "$(touch x) `touch x`",
        "{{ 7 * 7 }}",
    ],
)
def test_any_title_is_read_as_it_was_given(tmp_path: Path, title: str) -> None:
    """But for what no title on a page may hold, and in the folder that was named alone."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    path = began(folder, title)
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == [path] and path.parent == folder
    assert path.stem.lower() not in ("con", "nul", "com1") and path.name[0] not in ".-" and len(path.name) < 200
    shown = "".join(c for c in pasted(path).title if c.isprintable() and not c.isspace())
    assert shown == "".join(c for c in title if c.isprintable() and not c.isspace())
    assert "\n" not in pasted(path).title


@pytest.mark.parametrize("title", ["", "   ", "\n", "\x07\x1b", "\u202e", "~", "null", "x" * 501])
def test_what_is_no_title_is_refused(tmp_path: Path, title: str) -> None:
    with pytest.raises(UnusableInputError, match="hint:"):
        began(tmp_path, title)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("url", "source", "day", "title"),
    [
        (
            "https://www.example.org/2019/06/30/us-taliban-talks-resume.html",
            "example.org",
            "2019-06-30",
            "Us taliban talks resume",
        ),
        ("https://news.example.org/world/2019/jun/05/talks_resume", "news.example.org", "2019-06-05", "Talks resume"),
        ("http://example.org/2019-6-3-talks/", "example.org", "2019-06-03", "Talks"),
        ("https://example.org/world-asia-48814949", "example.org", None, "World asia"),
        ("https://example.org/article/talks-resume-idUSKCN1TW0A5?utm=x#top", "example.org", None, "Talks resume"),
        ("https://example.org/20190630-talks-on-7-march", "example.org", None, "Talks on 7 march"),
        ("https://example.org/news/2019-06-30-talks-resume", "example.org", "2019-06-30", "Talks resume"),
        ("https://example.org/talks-resume-2019-6-30.html", "example.org", "2019-06-30", "Talks resume"),
        ("https://example.org/world/2019/jun/30/", "example.org", "2019-06-30", "World"),
        ("https://example.org/talks-resume/48814949", "example.org", None, "Talks resume"),
        ("https://example.org/talks-resume/index.html", "example.org", None, "Talks resume"),
        ("https://example.org/2019/13/45/talks", "example.org", None, "Talks"),
        ("https://example.org/1200/01/01/talks", "example.org", None, "Talks"),
        ("https://example.org/12019/06/30/talks", "example.org", None, "Talks"),
        ("https://example.org/%D8%B5%D9%84%D8%AD-%D8%A7", "example.org", None, "صلح ا"),
        ("https://example.org/..%2f..%2fetc%2fpasswd", "example.org", None, "Passwd"),
        ("https://example.org/talks%0Aresume%00%E2%80%AE", "example.org", None, "Talks resume"),
        ("HTTPS://WWW.Example.ORG/Talks-Resume", "example.org", None, "Talks Resume"),
        ("https://example.org:8443/", "example.org", None, None),
        ("https://example.org", "example.org", None, None),
        ("https://example.org/1/2/3.html", "example.org", None, None),
        ("https://192.168.1.20/talks", "192.168.1.20", None, "Talks"),
    ],
)
def test_an_address_says_who_when_and_what(
    tmp_path: Path, url: str, source: str, day: str | None, title: str | None
) -> None:
    assert is_address(url)
    said = read_address(url)
    assert (said.source, said.date and said.date.isoformat(), said.title) == (source, day, title)
    article = pasted(began(tmp_path, url))
    assert (article.url, article.source) == (url, source)
    assert article.published.basis == ("front matter" if day else "unknown")
    assert article.title == (title or "Rebels attacked the port on 3 March 2020.")


def test_what_is_given_beside_an_address_counts(tmp_path: Path) -> None:
    url = "https://www.example.org/2019/06/30/talks-resume.html"
    path = began(tmp_path, url, "The Example", date(2019, 7, 1))
    assert path.name == "2019-07-01-talks-resume.md"
    article = pasted(path)
    assert article.source == "The Example" and article.published.when.edtf == "2019-07-01"


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a",
        "file:///etc/passwd",
        "https://",
        "https:///talks",
        "https://[::1/talks",
        "https://user:password@example.org/talks",
        "https://user@example.org/talks",
        "https://example.org/talks resume",
        "https://example.org/talks\nresume",
        'https://example.org/"talks"',
        "https://example.org/<talks>",
        "https://example.org/\u202etalks",
    ],
)
def test_an_address_that_is_none_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(UnusableInputError, match="hint:"):
        began(tmp_path, url)
    assert list(tmp_path.iterdir()) == []


def test_a_title_with_a_colon_is_no_address() -> None:
    assert not is_address("Kabul: talks resume") and not is_address("javascript:alert(1)")


@pytest.mark.parametrize("title", ["2019-06-30 Talks", "2019-06-30", "Talks, 2019-06-30", "Talks"])
def test_a_day_stands_once_in_the_name_of_a_file(tmp_path: Path, title: str) -> None:
    assert began(tmp_path, title, day=date(2019, 6, 30)).name.count("2019-06-30") == 1


def test_a_file_is_never_written_over(tmp_path: Path) -> None:
    path = began(tmp_path, "Talks resume")
    before = path.read_bytes()
    with pytest.raises(UnusableInputError, match=r"talks-resume\.md is there already"):
        began(tmp_path, "Talks, resume!")
    assert path.read_bytes() == before
    path.rename(tmp_path / "Talks Resume.txt")  # would have the same address on the site
    with pytest.raises(UnusableInputError, match=r"Talks Resume\.txt is there already"):
        began(tmp_path, "Talks resume")
    (tmp_path / "end.md").symlink_to(tmp_path.parent / "elsewhere.md")
    with pytest.raises(UnusableInputError):
        began(tmp_path, "End")
    assert not (tmp_path.parent / "elsewhere.md").exists()


def test_the_command_says_where_and_what_next(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    done = run("new", "https://www.example.org/2019/06/30/talks-resume.html", cwd=tmp_path)
    assert done.returncode == 0 and done.stdout == f"{Path('seeds/2019-06-30-talks-resume.md')}\n"
    assert "paste the article's text" in done.stderr and "a guess" in done.stderr and "no date" not in done.stderr
    done = run("new", "Talks resume", "--seeds", tmp_path / "seeds", cwd=tmp_path)
    assert done.returncode == 0 and "no date is known" in done.stderr and "a guess" not in done.stderr
    done = run("new", "https://example.org", "--seeds", "export.csv", "--seeds", "seeds", cwd=tmp_path)
    assert done.stdout == f"{Path('seeds/example-org.md')}\n" and "gives no title" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["new"],
        ["new", "Talks", "--date", "30 June 2019"],
        ["new", "Talks", "--date", "20190630"],
        ["new", "Talks", "--date", "2019-02-30"],
        ["new", "Talks", "--date", "0999-01-01"],
        ["new", "Talks", "--source", "~"],
        ["new", "Talks", "--seeds", "nowhere"],
        ["new", "Talks", "--seeds", "a.csv"],
        ["new", "ftp://example.org"],
    ],
)
def test_what_cannot_be_begun_ends_with_two(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "a.csv").write_text("text\nx\n", encoding="utf-8")
    done = run(*words, cwd=tmp_path)
    assert done.returncode == 2 and done.stderr and "Traceback" not in done.stderr and not done.stdout
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.csv", "seeds"]
