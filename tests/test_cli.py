"""The commands as a user runs them: exit status, what goes to which stream, and what is left on disk."""

import json
import re
import shutil
from pathlib import Path

import pytest
from command_line import STORY, content, run, seeds
from paths import ROOT

from dateline.commands import parser
from dateline.export import formats


def test_a_bad_file_is_named_and_the_rest_is_built(tmp_path: Path) -> None:
    folder = seeds(tmp_path / "in", good=STORY, bad="")
    done = run("build", "--seeds", folder, "--out", tmp_path / "site")
    assert done.returncode == 0 and "bad.txt: empty" in done.stderr and "hint:" in done.stderr and not done.stdout
    assert (tmp_path / "site" / "index.html").is_file()


def test_strict_fails_and_leaves_the_site_untouched(tmp_path: Path) -> None:
    folder, site = seeds(tmp_path / "in", good=STORY), tmp_path / "site"
    assert run("build", "--seeds", folder, "--out", site, "--strict").returncode == 0
    before = content(site)
    (folder / "bad.txt").write_text("", encoding="utf-8")
    (folder / "good.txt").write_text(STORY.replace("port", "fort"), encoding="utf-8")
    done = run("build", "--seeds", folder, "--out", site, "--strict")
    assert done.returncode == 1 and "bad.txt" in done.stderr and "Traceback" not in done.stderr
    assert content(site) == before


@pytest.mark.parametrize("files", [None, {}, {"bad": ""}])
def test_a_folder_that_cannot_be_used_ends_with_two(tmp_path: Path, files: dict[str, str] | None) -> None:
    folder = tmp_path / "in"
    if files is not None:
        seeds(folder, **files)
    (tmp_path / "site").mkdir()
    done = run("build", "--seeds", folder, "--out", tmp_path / "site")
    assert done.returncode == 2 and "hint:" in done.stderr and "Traceback" not in done.stderr
    assert content(tmp_path / "site") == {}


def test_the_reasons_are_told_where_nothing_can_be_built(tmp_path: Path) -> None:
    folder = seeds(tmp_path / "in", a="", b="")
    (folder / "conflict.toml").write_text("title = ", encoding="utf-8")
    done = run("build", "--seeds", folder, "--out", tmp_path / "site")
    assert done.returncode == 2 and all(name in done.stderr for name in ("a.txt", "b.txt", "conflict.toml:1"))


@pytest.mark.parametrize("out", ["{tmp}/file/site", "/proc/site"])
def test_a_site_that_cannot_be_written_ends_with_two(tmp_path: Path, out: str) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    done = run("build", "--seeds", seeds(tmp_path / "in", good=STORY), "--out", out.format(tmp=tmp_path))
    assert done.returncode == 2 and "Traceback" not in done.stderr and "hint:" in done.stderr


def test_an_address_that_is_none_is_refused(tmp_path: Path) -> None:
    done = run("build", "--seeds", seeds(tmp_path / "in", good=STORY), "--base-url", "javascript:alert(1)")
    assert done.returncode == 2 and "no web address" in done.stderr


def test_a_file_is_named_by_its_path(tmp_path: Path) -> None:
    folder = seeds(tmp_path / "in", x=STORY)
    seeds(folder / "a", x=STORY.replace("port", "fort"))
    assert run("read", "--seeds", folder, folder / "a" / "x.txt").stdout.count("===") == 1
    assert run("read", "--seeds", folder, "a/x.txt").stdout.count("===") == 1
    assert run("read", "--seeds", folder, "nowhere/x.txt").returncode == 2


def test_a_site_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "thesis.doc").write_text("mine", encoding="utf-8")
    done = run("build", "--seeds", seeds(tmp_path / "in", good=STORY), "--out", site)
    assert done.returncode == 2 and "thesis.doc" in done.stderr
    assert content(site) == {"thesis.doc": b"mine"}


def test_several_inputs_make_one_archive(tmp_path: Path) -> None:
    folder = seeds(tmp_path / "in", a=STORY)
    export = tmp_path / "export.csv"
    export.write_text(
        "date,text\n2019-07-05,Talks began in Doha.\n,\n2019-07-06,Talks ended in Doha.\n", encoding="utf-8"
    )
    words = ["read", "--json", "--seeds", export, "--seeds", folder]
    done = run(*words)
    files = [json.loads(line)["file"] for line in done.stdout.splitlines()]
    assert done.returncode == 0 and files == ["export.csv#2", "export.csv#4", "in/a.txt"] and not done.stderr
    for name, wanted in (("export.csv#4", 1), (export, 2), ("export.csv", 2), (folder / "a.txt", 1), ("in/a.txt", 1)):
        assert len(run(*words, name).stdout.splitlines()) == wanted
    assert run(*words, "export.csv#3").returncode == 2


def test_a_conflict_file_and_a_largest_size_can_be_named(tmp_path: Path) -> None:
    folder, conflict = seeds(tmp_path / "in", a=STORY, b="It rained. " * 100_000), tmp_path / "mine.toml"
    conflict.write_text("titel = 1", encoding="utf-8")
    done = run("check", "--seeds", folder, "--conflict", conflict, "--max-size", 1)
    assert done.returncode == 0 and "mine.toml:1: unknown key 'titel'" in done.stderr
    assert "b.txt: larger than 1 MB" in done.stderr
    assert run("check", "--seeds", folder, "--conflict", tmp_path / "no.toml").returncode == 2
    assert run("check", "--seeds", folder, "--max-size", 0).returncode == 2


def test_read_gives_one_json_object_a_line(tmp_path: Path) -> None:
    folder = seeds(tmp_path / "in", a=STORY, b="Talks began in Doha on 3 March 2020.", c="")
    done = run("read", "--json", "--seeds", folder)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0 and [row["file"] for row in rows] == ["a.txt", "b.txt"] and "c.txt" in done.stderr
    (yesterday,) = rows[0]["expressions"]
    assert (yesterday["text"], yesterday["value"], yesterday["earliest"]) == ("yesterday", "2019-06-29", "2019-06-29")
    assert STORY[yesterday["start"] : yesterday["end"]] == "yesterday"
    assert rows[1]["published"]["basis"] == "text" and rows[1]["published"]["earliest"] == "2020-03-03"
    assert [STORY[name["start"] : name["end"]] for name in rows[0]["names"]] == ["Reuters", "KABUL"]


def test_read_shows_people_what_was_found_and_why(tmp_path: Path) -> None:
    folder = seeds(tmp_path / "in", a=STORY, b="It rained.")
    done = run("read", "--seeds", folder, "a.txt")
    assert "yesterday" in done.stdout and "counted from the publication date 2019-06-30" in done.stdout
    assert "It rained" not in done.stdout
    assert run("read", "--seeds", folder, "nothing.txt").returncode == 2


def test_explain_gives_the_reason_for_a_date(tmp_path: Path) -> None:
    folder = seeds(tmp_path / "in", a=STORY)
    run("build", "--seeds", folder, "--out", tmp_path / "site")
    events = json.loads((tmp_path / "site" / "data" / "events.json").read_text(encoding="utf-8"))["events"]
    done = run("explain", "--seeds", folder, events[0]["id"])
    assert done.returncode == 0 and "rests on: ‘yesterday’" in done.stdout
    assert run("explain", "--seeds", folder, "no-such-event").returncode == 2


def test_review_lists_undated_articles_and_unknown_names(tmp_path: Path) -> None:
    folder = seeds(tmp_path / "in", a=STORY, b="Rebels met Qwix Zorvane in Doha. Qwix Zorvane left.")
    done = run("review", "--seeds", folder)
    undated = done.stdout.split("\n\n")[0]
    assert done.returncode == 0 and "b.txt: ../.. (unknown)" in undated and "a.txt" not in undated
    assert run("review", "--seeds", ROOT / "seeds").stdout.count("[[actor]]") <= 20


def test_an_article_with_an_open_date_is_told_of_with_the_lines_that_date_it(tmp_path: Path) -> None:
    folder = seeds(tmp_path / "in", b="Rebels attacked the port of Mora yesterday.")
    built = run("build", "--seeds", folder, "--out", tmp_path / "site")
    assert "1 article with an open date: build.py review" in built.stderr
    lines = re.search(r"^ +(\[\[article\]\](?:\n +.+){3})", run("review", "--seeds", folder).stdout, re.MULTILINE)
    assert lines
    given = lines[1].replace("YYYY-MM-DD", "2019-06-30").replace('why = ""', 'why = "It was a Sunday."')
    (folder / "conflict.toml").write_text(given, encoding="utf-8")
    done = run("check", "--seeds", folder, "--strict")
    assert done.returncode == 0 and "nothing is wrong" in done.stderr
    assert "2019-06-29" in run("export", "csv", "--seeds", folder).stdout


def test_check_writes_nothing(tmp_path: Path) -> None:
    folder = seeds(tmp_path / "in", a=STORY, bad="")
    assert run("check", "--seeds", folder, cwd=tmp_path).returncode == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == [".dateline", "in"]
    shutil.rmtree(tmp_path / ".dateline")
    assert run("check", "--seeds", folder, "--strict", "--no-cache", cwd=tmp_path).returncode == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in"]


def test_an_unknown_option_is_usage(tmp_path: Path) -> None:
    assert run("build", "--sedes", tmp_path).returncode == 2


def test_an_empty_path_is_not_the_folder_where_one_is(tmp_path: Path) -> None:
    done = run("check", "--seeds", "", cwd=seeds(tmp_path / "in", a=STORY))
    assert done.returncode == 2 and "is no path" in done.stderr


def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    """Other folder, time zone, locale, hash seed and working directory."""
    shutil.copytree(ROOT / "seeds", tmp_path / "elsewhere")
    one = run("build", "--out", tmp_path / "one", TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="1")
    two = run(
        "build", "--seeds", tmp_path / "elsewhere", "--out", tmp_path / "two",
        cwd=tmp_path, TZ="America/Los_Angeles", LC_ALL="C.UTF-8", PYTHONHASHSEED="2",
    )  # fmt: skip
    assert one.returncode == two.returncode == 0, one.stderr + two.stderr
    assert content(tmp_path / "one") == content(tmp_path / "two")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["in"], "build.py --seeds in"),
        (["read", "--seeds", "in", "b.txt"], "build.py read --seeds b.txt"),
        (["explain", "--seeds", "in", "nobody"], "no event 'nobody'"),
        (["diff", "--seeds", "in"], "site/data/events.json: cannot be read: No such file or directory\n  hint:"),
        (["export", "csv", "--seeds", "in", "--out", "no/x.csv"], "no/x.csv: its folder is not there\n  hint:"),
        (["check", "--seeds", "in", "--conflict", "no.toml"], "no.toml: no such file\n  hint:"),
    ],
)
def test_what_cannot_be_done_is_said_once_with_what_to_do(tmp_path: Path, words: list[str], said: str) -> None:
    seeds(tmp_path / "in", a=STORY)
    done = run(*words, cwd=tmp_path)
    assert done.returncode == 2 and not done.stdout
    assert done.stderr.count(said) == 1 and "Traceback" not in done.stderr


def test_a_check_says_how_much_was_looked_at(tmp_path: Path) -> None:
    folder = seeds(tmp_path / "in", a=STORY)
    assert run("check", "--seeds", folder).stderr == "1 article, 1 event: nothing is wrong\n"
    (folder / "b.txt").write_text("", encoding="utf-8")
    assert run("check", "--seeds", folder).stderr.endswith("1 article, 1 event: 1 problem\n")


def test_the_help_of_an_export_names_all_formats() -> None:
    assert set(formats.BY_NAME) == set(re.split(r", | or ", parser.FORMATS))
