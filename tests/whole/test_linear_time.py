"""Texts made to take long take no longer than news of their length, and what unfolds without end is refused."""

import gc
import gzip
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from paths import ROOT
from slow_texts import measured, ordinary, stages, texts

from dateline.articles import pages, sources
from dateline.articles.document import Document
from dateline.articles.load import read
from dateline.conflict.load import LARGEST
from dateline.conflict.load import read as conflict
from dateline.merging.merge import MOST_IDS
from dateline.pipeline import run
from dateline.problems import Problem, UnusableInputError
from dateline.web import markdown

LONG_ARTICLE = ROOT / "benchmarks/long_article.py"
LENGTH = 100_000  # characters
TIMES = 5  # as long as news of that length
# those that took longest, in the whole or in a stage, when benchmarks/adversarial.py found them
WORST = (
    "short sentences",
    "sentences of pronouns",
    "quotations",
    "rounds",
    "Lee,",
    "digits apart",
    "withheld",
    "people who speak",
    "mixed",
)


@pytest.fixture(scope="module", autouse=True)
def _what_other_tests_left() -> Iterator[None]:
    """Out of the collector's way: going through it is no work of what is measured here."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(scope="module")
def news() -> float:
    """CPU seconds for news, from the file to the pages: the lesser of two runs, the first of which also loads words."""
    return min(sum(seconds for _, seconds in stages(ordinary(LENGTH))) for _ in range(2))


@pytest.mark.parametrize("name", WORST)
def test_no_text_takes_much_longer_than_news(name: str, news: float) -> None:
    took = dict(stages(dict(texts(LENGTH))[name], most=2 * TIMES * news))
    assert sum(took.values()) < TIMES * news, took


# those for which a stage went through all that stands before, for each of its parts
ONE_BEHIND_ANOTHER = ("dates", "figures", "the group", "names and nouns", "quotes and names")


@pytest.mark.usefixtures("news")  # which loads words
@pytest.mark.parametrize("name", ONE_BEHIND_ANOTHER)
def test_no_stage_takes_much_longer_than_four_times_as_long_for_four_times_as_much(name: str) -> None:
    def lesser(length: int) -> dict[str, float]:
        """The less of two runs for each stage: what else the machine does costs some, too."""
        text = dict(texts(length))[name]
        one, two = (dict(stages(text, most=60)) for _ in range(2))
        return {stage: min(seconds, two[stage]) for stage, seconds in one.items()}

    short, long = lesser(LENGTH // 2), lesser(LENGTH * 2)
    assert all(seconds < 2 * 4 * max(short[stage], 0.05) for stage, seconds in long.items()), (short, long)


def test_one_long_article_takes_little_longer_than_the_same_text_in_ten() -> None:
    said = subprocess.run([sys.executable, LONG_ARTICLE, "300000"], check=True, capture_output=True, text=True).stdout
    assert float(said.split()[-2]) < 1.5, said


MARKDOWN = (
    "[",
    "[[a](",
    "![](",
    "[](",
    "a*",
    "_*",
    "*a **a ",
    "> ",
    "- ",
    "`",
    "``",
    "<",
    "<!--",
    "&",
    "\\",
    "a\n=\n",
    "[a]: b\n[a]",
)


@pytest.mark.parametrize("part", MARKDOWN)
def test_no_markdown_takes_much_longer_than_twice_as_much_of_it(part: str) -> None:
    def seconds(length: int) -> float:
        """The less of two runs: what else the machine does costs some, too."""
        text = part * (length // len(part))
        return min(once(text) for _ in range(2))

    def once(text: str) -> float:
        return measured(lambda: markdown.render(text, 0, [], None), 60)[1] + measured(lambda: loaded(text), 60)[1]

    def loaded(text: str) -> object:
        return read("a.md", f"# Title\n\nRebels met.\n\n{text}".encode(), None)

    seconds(1000)
    assert seconds(40_000) < 4 * 2 * max(seconds(10_000), 0.01)


@pytest.mark.parametrize("blank", [" ", "\t", "> ", "\u00a0"])
def test_a_long_line_of_blanks_is_no_date(blank: str) -> None:
    text = "Rebels met.\n" + (blank * 20_000 + "x 2019\n") * 3
    assert measured(lambda: read("a.md", text.encode(), None), 60)[1] < 1


LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("matter", "what"),
    [
        (f"{LAUGHS}tags: *i\n", "3: bad YAML: an alias (*) is not read"),
        ("title: &a [*a]\n", "2: bad YAML: an alias (*) is not read"),
        (f"tags: {'[' * 3000}\n", "1: bad YAML: nested too deeply"),
        ("".join(f"k{n}: v\n" for n in range(20_000)), "1: front matter of more than 50,000 characters"),
    ],
)
def test_front_matter_that_unfolds_without_end_is_refused(matter: str, what: str) -> None:
    found, seconds = measured(lambda: read("a.txt", f"---\n{matter}---\nRebels met.".encode(), None), 60)
    article, (problem,) = found
    assert article is not None and article.body.strip() == "Rebels met."
    assert f"{problem.where.line}: {problem.what}" == what and seconds < 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("".join(f"k{n} = 1\n" for n in range(5000)), "1: unknown key 'k0'"),
        ("".join(f"[[k{n}]]\n" for n in range(5000)), "1: unknown key 'k0'"),
        ('[[actor]]\nid = "a"\nname = "A"\n' + "".join(f"k{n} = 1\n" for n in range(5000)), "4: unknown key 'k0'"),
        ("".join(f'[[round]]\nid = "r{n}"\ntrack = "t{n}"\n' for n in range(3000)), "3: no track 't0'"),
        ("\t" * 100_000 + "x", "1: not TOML: Expected '=' after a key in a key/value pair"),
        (f"title = 'A'\n{'a.' * 5000}a = 1\n", "2: not TOML: a line with more than 2000 dots"),
        ("x = " + "[" * 100_000, "1: not TOML: nested too deeply"),
        ("x = " + "{ a = " * 100_000, "1: not TOML: nested too deeply"),
    ],
)
def test_a_conflict_file_made_to_take_long_is_told_of(text: str, said: str) -> None:
    (_, problems), seconds = measured(lambda: conflict(text), 60)
    assert f"{problems[0].where.line}: {problems[0].what}" == said and seconds < 2


RECORD = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: application/http\r\n"
    b"Content-Length: 100000000\r\n\r\n"
)


@pytest.mark.parametrize("head", [b"WARC/1.0\r\n", RECORD + b"HTTP/1.1 200 OK\r\n"])
@pytest.mark.parametrize("part", [b"a", b"a: b\r\n"])
def test_a_head_that_unfolds_without_end_is_refused(tmp_path: Path, head: bytes, part: bytes) -> None:
    """A few compressed bytes that stand for a hundred megabytes of lines, all of which would be kept."""
    file = tmp_path / "a.warc.gz"
    with gzip.open(file, "wb", 1) as into:
        into.write(head + part * (100_000_000 // len(part)))
    with file.open("rb") as stream:
        found, seconds = measured(lambda: list(pages.warc("a.warc.gz", stream, 20_000_000)), 60)
    assert [one.what for one in found] == ["no WARC file from here on: a head of more than 1 MB"] and seconds < 2


def test_not_every_row_of_a_broken_table_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MOST_TOLD", 3)
    (tmp_path / "a.csv").write_text('text\n"a"b\n' + '"a"b\n' * 5 + "Rebels attacked.\n", encoding="utf-8")
    found = list(sources.documents([tmp_path]))
    assert [one.text for one in found if isinstance(one, Document)] == ["Rebels attacked."]
    problems = [str(one).split("\n")[0] for one in found if isinstance(one, Problem)]
    assert problems[2].startswith("a.csv:4: not CSV")
    assert problems[3:] == ["a.csv: 3 more of its rows or files cannot be read"]


def test_a_conflict_file_too_large_to_be_one_stops_all(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rebels attacked.", encoding="utf-8")
    with (tmp_path / "conflict.toml").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(UnusableInputError, match="larger than 10 MB, and no conflict file is: nothing is built"):
        run(tmp_path)


def test_python_in_front_matter_stays_text() -> None:
    matter = "title: !!python/object/apply:os.system ['exit 1']\nsource: !!python/name:os.system x\n"
    article, _ = read("a.txt", f"---\n{matter}---\nRebels met.".encode(), None)
    assert article is not None and article.title == "exit 1" and article.source == "x"


def test_a_sentence_told_thousands_of_times_is_one_event_with_few_addresses(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rebels attacked. " * (MOST_IDS + 500), encoding="utf-8")
    (event,) = run(tmp_path).timeline.events
    assert len(event.reports) == MOST_IDS + 500 and len({event.id, *event.other_ids}) == MOST_IDS
