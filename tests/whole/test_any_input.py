"""Whatever the editor's file, an address, a published site or a kept file holds: it is read, or refused plainly."""

import json
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sound
from hypothesis import assume, example, given
from hypothesis import strategies as st
from strategies import lettered, names, texts, tries

from dateline.articles.address import read_address
from dateline.articles.front_matter import split
from dateline.articles.new import known, write
from dateline.cache.packing import DamagedError, packed, unpacked
from dateline.cache.stamp import Stamp
from dateline.changes import as_json, as_markdown, changes
from dateline.conflict.load import read
from dateline.conflict.redaction import Names, letters
from dateline.conflict.shape import EXPECTED, REQUIRED, TABLES, TOP
from dateline.edtf import when_lasting, when_within
from dateline.export import formats
from dateline.model import Conflict, Redaction, Timeline
from dateline.pipeline import run
from dateline.problems import UnusableInputError
from dateline.published import read_events
from dateline.publishing import exchange
from dateline.publishing.ours import MANIFEST, ForeignFilesError
from dateline.publishing.publish import publish
from dateline.web.page import Page

NEWS = (
    "date 2019-06-30 Reuters, KABUL\n\nThe Taliban attacked Kunduz on Friday. Talks will resume on 5 July, they said."
)
days = st.dates()

values = st.one_of(
    texts,
    st.sampled_from(
        ["taliban", "a.txt", "2019-07", "2019-07-02/2019-07-09", "2019-02-30", "https://a.b/c", "AF", "en"]
    ),
    st.integers(),
    st.floats(),
    st.booleans(),
    days,
    st.lists(texts, max_size=3),
    st.fixed_dictionaries({"title": texts}, optional={"first": texts | days, "last": st.integers()}),
)


def toml(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {toml(one)}' for key, one in value.items())} }}"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
    return repr(value)


@st.composite
def conflict_files(draw: st.DrawFn) -> str:
    lines = [f"{key} = {toml(draw(values))}" for key in draw(st.lists(st.sampled_from(TOP), unique=True, max_size=3))]
    for _ in range(draw(st.integers(0, 5))):
        table = draw(st.sampled_from(sorted(TABLES)))
        keys = dict.fromkeys((*REQUIRED[table], *draw(st.lists(st.sampled_from(TABLES[table]), max_size=4))))
        lines += [f"[[{table}]]", *(f"{key} = {toml(draw(fitting(table, key) | values))}" for key in keys)]
    return "\n".join(lines)


def fitting(table: str, key: str) -> st.SearchStrategy[object]:
    """Values that are often right."""
    right = EXPECTED.get(f"{table}.{key}") or EXPECTED.get(key)
    samples = (1, 2.5, True, "text", ["text"], "talks", "person", "claimed", "city", "full", "AF", "#0072B2")
    return st.sampled_from([one for one in samples if right is None or right[0](one)] or ["https://a.b/c"])


def conflict(text: str) -> Conflict | None:
    """What a conflict file gives, looked at; None where names to be withheld cannot be read."""
    try:
        found, problems = read(text)
    except UnusableInputError as error:
        sound.problems(error.problems)
        return None
    sound.problems(problems)
    assert all(one.where.line <= text.count("\n") + 1 for one in problems)
    for note in found.notes:
        sound.when(note.published) if note.published else None
    return found


@tries(150)
@given(
    texts | st.lists(st.sampled_from([*TOP, *TABLES, "[[", "]]", "=", '"', "'", "{", "\n"]), max_size=20).map("".join)
)
def test_any_text_as_a_conflict_file(text: str) -> None:
    assert conflict(text) == conflict(text)


@tries(80)
@given(conflict_files())
def test_a_site_is_read_with_any_conflict_file(tmp_path: Path, text: str) -> None:
    tomllib.loads(text)
    conflict(text)
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "conflict.toml").write_bytes(text.encode())
    found = sound.archive(tmp_path)
    if found:
        for format in formats.BY_NAME.values():
            format.write(found.timeline, None).encode()


HUGE = f"0x{'F' * 6000}"  # which Python does not write in decimals


@pytest.mark.parametrize(
    "text",
    [
        f'[[round]]\nid = "r"\nnumber = {HUGE}\n',
        f'[[actor]]\nid = "a"\nname = "A"\nroles = [{{ title = "envoy", first = {HUGE} }}]\n',
        f'[[actor]]\nid = "a"\nname = "A"\nroles = [{{ title = "envoy", last = [{HUGE}] }}]\n',
        f'[[article]]\nfile = "a.txt"\npublished = {HUGE}\nwhy = "w"\n',
        f"title = {HUGE}\n",
    ],
)
def test_a_number_of_thousands_of_digits_is_none(text: str) -> None:
    assert conflict(text) is not None


def test_tables_that_are_written_in_two_ways_are_both_read() -> None:
    found, problems = read('[["actor"]]\nid = "a"\nname = "A"\n[[actor]]\nid = "b"\nname = "B"\n')
    assert [one.id for one in found.actors] == ["a", "b"] and not problems


def test_a_year_without_quotation_marks_is_one() -> None:
    found, _ = read('[[actor]]\nid = "a"\nname = "A"\nroles = [{ title = "envoy", first = 2018, last = 2019 }]\n')
    assert [(one.first, one.last) for one in found.actors[0].roles] == [(date(2018, 1, 1), date(2019, 12, 31))]


@tries(150)
@given(texts, texts)
def test_any_front_matter(matter: str, text: str) -> None:
    whole = f"---\n{matter}\n---\n{text}"
    found, problems = split("a.md", whole)
    sound.problems(problems)
    assert 0 <= found.end <= len(whole) and 0 <= found.date_line <= whole.count("\n") + 1


hosts = st.from_regex(r"[a-z]{1,8}(\.[a-z]{2,5}){1,2}", fullmatch=True)


@tries(150)
@given(st.tuples(hosts, lettered).map(lambda parts: f"https://{parts[0]}/{parts[1]}") | lettered.map("http://".__add__))
def test_an_address_says_something_or_is_refused(address: str) -> None:
    try:
        found = read_address(address)
    except UnusableInputError:
        return
    assert found.source and found.url == address.strip()
    assert found.title is None or found.title.strip()


@tries(60)
@given(lettered, names)
def test_the_file_of_a_new_article_says_what_was_given(tmp_path: Path, title: str, source: str) -> None:
    try:
        new = known(title, source or None, date(2019, 6, 30))
        file = write(new, tmp_path)
    except UnusableInputError:
        return
    assert file.parent == tmp_path
    found, problems = split(file.name, file.read_text(encoding="utf-8"))
    assert not problems and (found.title, found.date) == (new.title, "2019-06-30")
    file.unlink()


@tries(300)
@given(st.none() | days, st.none() | days)
@example(date(900, 1, 1), date(900, 12, 31))
@example(date(1, 1, 1), date(9999, 12, 31))
@example(date(2020, 2, 1), date(2020, 2, 29))
def test_days_come_back_from_what_is_written_of_them(first: date | None, last: date | None) -> None:
    assume(not (first and last and last < first))
    for made in (when_within, when_lasting):
        written = made(first, last, rule="r", anchor="", explanation="").edtf
        assert bounds(written) == (first, last), written


def bounds(written: str) -> tuple[date | None, date | None]:
    """The first and last day of EDTF, read by its specification alone."""
    first, parted, last = written.strip("[]").partition(".." if written.startswith("[") else "/")
    return edge(first, 0), edge(last if parted else first, 1)


def edge(written: str, side: int) -> date | None:
    if written in ("", ".."):
        return None
    year, month, day = (*(int(part) for part in written.split("-")), None, None)[:3]
    if day:
        return date(year, month or 1, day)
    if not side:
        return date(year, month or 1, 1)
    following = (year + (month in (None, 12)), (month or 12) % 12 + 1)
    return date.fromordinal(date(*following, 1).toordinal() - 1) if following[0] < 10_000 else date.max


@tries(150)
@given(names, lettered, lettered, st.sampled_from([str, str.upper, "-".join, "\u200b".join, " ".join]))
def test_a_name_is_masked_wherever_it_stands(name: str, before: str, after: str, written: Any) -> None:
    assume(letters(name) > 1)
    withheld = Names((Redaction(name, "c:1", "w"),))
    masked, _ = withheld.masked(f"{before} {written(name)} {after}")
    assert len(masked) == len(f"{before} {written(name)} {after}")
    assert not list(withheld.survivors(masked))


json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(), max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
EVENT = {
    "id": "a-1",
    "other_ids": ["b"],
    "headline": "Rebels met",
    "date": {"edtf": "2019"},
    "type": "talks",
    "modality": "happened",
    "forecast": {"status": "open"},
    "relations": [{"type": "denies", "event": "c"}],
}


@pytest.fixture(scope="module")
def timeline(tmp_path_factory: pytest.TempPathFactory) -> Timeline:
    folder = tmp_path_factory.mktemp("news")
    (folder / "a.txt").write_text(NEWS, encoding="utf-8")
    return run(folder).timeline


@tries(200)
@given(st.dictionaries(st.sampled_from(sorted(EVENT)), json_values, max_size=3))
@example({"headline": "\ud800"})
def test_any_published_site_is_compared_or_refused(
    tmp_path: Path, timeline: Timeline, other: Mapping[str, object]
) -> None:
    file = tmp_path / "events.json"
    file.write_text(json.dumps({"events": [EVENT | other]}), encoding="utf-8")
    try:
        before = read_events(file)
    except UnusableInputError:
        return
    found = changes(before, timeline)
    as_markdown(found).encode()
    assert json.loads(as_json(found).encode())["changes"]


@pytest.mark.parametrize("text", ["[" * 100_000, "1" * 5000, "", "[]", '{"events": 1}', '{"events": [null]}'])
def test_what_is_no_published_site_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "events.json").write_text(text, encoding="utf-8")
    with pytest.raises(UnusableInputError, match=r"is no events\.json"):
        read_events(tmp_path / "events.json")


@tries(200)
@given(st.binary(max_size=60), st.integers(0, 400), st.integers(0, 6))
def test_damaged_bytes_are_values_of_the_model_or_none(new: bytes, at: int, length: int) -> None:
    data = bytearray(packed((NEWS, date(2019, 6, 30), Redaction("a", "b", "c"), (1, 2.5, None))))
    assume(not new.count(b"r") and b"\x96" not in new)  # places and sizes of gigabytes; a row is sealed against damage
    data[at : at + length] = new
    try:
        unpacked(bytes(data))
    except DamagedError:
        return


@pytest.mark.parametrize("left", ["[" * 100_000, "{}", '{"state": ["x"]}', "nonsense", '{"state": 1, "account": 2}'])
def test_a_damaged_stamp_says_nothing(tmp_path: Path, left: str) -> None:
    stamp = Stamp(tmp_path)
    (tmp_path / "stamp.json").write_text(left, encoding="utf-8")
    assert stamp.account(["x"]) is None


manifests = st.one_of(
    st.binary(max_size=40),
    json_values.map(json.dumps).map(str.encode),
    st.lists(st.sampled_from(["a.html", "mine.txt", "../secret", "/etc/passwd"])).map(
        lambda files: json.dumps({"files": dict.fromkeys(files, "")}).encode()
    ),
    st.just(b"[" * 100_000),
)


@tries(60)
@given(manifests, st.booleans(), st.sampled_from(["", "new", "old"]), st.booleans())
def test_whatever_lies_at_out_only_our_own_files_are_replaced(
    tmp_path_factory: pytest.TempPathFactory, manifest: bytes, foreign: bool, left: str, journal: bool
) -> None:
    folder = tmp_path_factory.mktemp("at", numbered=True)
    out = folder / "site"
    out.mkdir()
    (folder / "secret").write_text("s", encoding="utf-8")
    (out / MANIFEST).write_bytes(manifest)
    (out / "a.html").write_text("old", encoding="utf-8")
    if foreign:
        (out / "foreign.txt").write_text("foreign", encoding="utf-8")
    if left:
        (folder / f".site.dateline-{'new' if left == 'new' else 'new-old'}").mkdir()
    if journal:
        (folder / ".site.dateline-journal").write_bytes(manifest)
    try:
        publish([Page("b.html", b"new")], out)
    except ForeignFilesError:
        assert (out / "a.html").read_text(encoding="utf-8") == "old"
        assert (out / "foreign.txt").exists() == foreign
    else:
        assert not foreign and {path.name for path in out.iterdir()} == {"b.html", "data", MANIFEST}
    assert (folder / "secret").exists() and {path.name for path in folder.iterdir()} == {"site", "secret"}


@pytest.mark.parametrize("journal", [b"", b"\xff\0", b"x" * 10_000])
@pytest.mark.parametrize("there", [["site"], ["new"], ["old"], ["new", "old"], ["site", "new", "old"], []])
def test_whatever_a_journal_says_one_whole_site_is_left(tmp_path: Path, journal: bytes, there: list[str]) -> None:
    paths = {"site": tmp_path / "site", "new": tmp_path / ".new", "old": tmp_path / ".new-old"}
    for name in there:
        paths[name].mkdir()
        (paths[name] / "a").write_text(name, encoding="utf-8")
    (tmp_path / ".journal").write_bytes(journal)
    exchange.recover(paths["site"], paths["new"], tmp_path / ".journal")
    assert [path.name for path in tmp_path.iterdir()] == (["site"] if there else [])
    if there:
        (file,) = paths["site"].iterdir()
        assert file.read_text(encoding="utf-8") == next(one for one in ("site", "new", "old") if one in there)
