"""What was made before is used again, is never trusted, and decides nothing."""

import pickle
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from stories import article

from dateline.cache import folder
from dateline.cache.memo import Memo
from dateline.cache.packing import DamagedError, digest, packed, unpacked
from dateline.cache.store import Store
from dateline.cache.table import Ask, Table
from dateline.work import versions
from dateline.work.workers import Alone

KEY = b"k" * 16


def kept(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file)


def test_values_come_back_as_they_were() -> None:
    story = article("Rebels attacked the port yesterday.")
    assert unpacked(packed((story, date(2019, 6, 30), None, 0.5))) == (story, date(2019, 6, 30), None, 0.5)


def test_equal_values_have_one_digest_whichever_of_their_parts_are_one_object() -> None:
    part = "".join(["Ka", "bul"])
    assert digest(part, part) == digest("Kabul", "".join(["K", "abul"]))
    assert digest("Kabul", "") != digest("", "Kabul")


class Foreign:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return print, ("run",)


@pytest.mark.parametrize(
    "data",
    [
        pickle.dumps(Foreign()),
        b"\x80\x05cdateline.publish\nos.system\n.",
        b"\x80\x05\x8c\x10dateline.publish\x8c\x02os\x93.",
        b"\x80\x05\x8c\x13dateline.problems\x8c\x0dannotations.x\x93.",
        b"",
        b"nonsense",
        packed("text")[:-3],
    ],
)
def test_foreign_bytes_make_nothing(data: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(DamagedError):
        unpacked(data)
    assert capsys.readouterr().out == ""


def test_what_one_run_keeps_the_next_one_finds(tmp_path: Path) -> None:
    file = tmp_path / "new" / "kept.sqlite"
    with Store(file, "rules") as store:
        assert store.first(KEY) is None
        store.put(KEY, b"first", b"rest")
    with Store(file, "rules") as store:
        assert (store.first(KEY), store.rest(KEY)) == (b"first", b"rest")


def test_what_a_run_had_no_use_for_is_forgotten(tmp_path: Path) -> None:
    with Store(tmp_path / "kept", "rules") as store:
        store.put(KEY, b"first", b"rest")
    with Store(tmp_path / "kept", "rules"):
        pass
    with Store(tmp_path / "kept", "rules") as store:
        assert store.first(KEY) is None


def test_a_run_that_failed_forgets_nothing(tmp_path: Path) -> None:
    with Store(tmp_path / "kept", "rules") as store:
        store.put(KEY, b"first", b"rest")
    with pytest.raises(ValueError, match="out"), Store(tmp_path / "kept", "rules"):
        raise ValueError("out")
    with Store(tmp_path / "kept", "rules") as store:
        assert store.first(KEY) == b"first"


@pytest.mark.parametrize("change", ["rules", "text", "cut", "row", "table", "folder"])
def test_damaged_old_and_foreign_files_count_as_missing(tmp_path: Path, change: str) -> None:
    file = tmp_path / "kept"
    if change == "folder":
        file.mkdir()
    else:
        with Store(file, "rules") as store:
            store.put(KEY, b"first" * 2000, b"rest")
    if change == "text":
        file.write_text("no database", encoding="utf-8")
    elif change == "cut":
        file.write_bytes(file.read_bytes()[:4096])
    elif change in ("row", "table"):
        with kept(file) as base:
            base.execute("UPDATE kept SET first = x'00', rest = 'text'" if change == "row" else "DROP TABLE kept")
        base.close()
    with Store(file, "other rules" if change == "rules" else "rules") as store:
        assert store.first(KEY) is None and store.rest(KEY) is None
        store.put(KEY, b"new", b"new")
    assert bool(store.lost) == (change == "folder")
    if change != "folder":
        with Store(file, "other rules" if change == "rules" else "rules") as store:
            assert store.first(KEY) == b"new"


def test_damage_within_is_mended_by_the_run_that_meets_it(tmp_path: Path) -> None:
    """The first page, with its list of tables, is sound: only who looks for a row sees that the rest is not."""
    file = tmp_path / "kept"
    with Store(file, "rules") as store:
        for n in range(200):
            store.put(bytes([n]) * 16, b"first" * 100, b"rest")
    data = file.read_bytes()
    file.write_bytes(data[:4096] + b"\xff" * (len(data) - 8192) + data[-4096:])
    with Store(file, "rules") as store:
        for n in range(200):
            assert store.first(bytes([n]) * 16) is None
        store.put(KEY, b"new", b"new")
        assert not store.lost
    with Store(file, "rules") as store:
        assert store.first(KEY) == b"new"


def test_a_full_disk_is_met_once_and_told(tmp_path: Path) -> None:
    with Store(tmp_path / "kept", "rules") as store:
        store.put(KEY, b"first", b"rest")
        store.commit()
        store._base.execute("PRAGMA max_page_count = 5")
        store.put(b"l" * 16, b"first" * 10_000, b"rest")
        store.put(b"m" * 16, b"first", b"rest")  # not tried
    assert "full" in store.lost
    with Store(tmp_path / "kept", "rules") as store:
        assert (store.first(KEY), store.first(b"m" * 16)) == (b"first", None)


def test_who_asks_when_all_is_over_finds_nothing_and_breaks_nothing(tmp_path: Path) -> None:
    with Store(tmp_path / "kept", "rules") as store:
        store.put(KEY, b"first", b"rest")
    assert store.rest(KEY) is None
    with Store(tmp_path / "kept", "rules") as store:
        assert store.first(KEY) == b"first"


def test_another_build_that_writes_is_waited_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.cache.store._WAIT", 0.01)
    with Store(tmp_path / "kept", "rules") as first, Store(tmp_path / "kept", "rules") as second:
        first.put(KEY, b"first", b"rest")
        for n in range(100):
            second.put(bytes([n]) * 16, b"first", b"rest")
        assert second.lost == "database is locked" and not first.lost


def test_what_one_build_has_made_is_no_hindrance_to_another(tmp_path: Path) -> None:
    with Store(tmp_path / "kept", "rules") as first, Store(tmp_path / "kept", "rules") as second:
        Memo(first, Alone()).each(halves, [KEY], lambda _: (b"1",))
        second.put(b"l" * 16, b"first", b"rest")
        assert not second.lost and second.first(KEY)


def halves(number: bytes) -> tuple[object, object]:
    CALLS.append(number)
    return number.decode(), number.decode() * 2


CALLS: list[bytes] = []


def made_of(given: list[bytes], file: Path) -> list[tuple[object, object]]:
    with Store(file, "rules") as store:
        made = Memo(store, Alone()).each(halves, [digest(one) for one in given], lambda n: (given[n],))
        return [(one.first, one.rest) for one in made]


def test_work_is_done_once_for_each_key(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    CALLS.clear()
    assert made_of([b"1", b"2"], file) == [("1", "11"), ("2", "22")] and CALLS == [b"1", b"2"]
    assert made_of([b"2", b"3", b"1"], file) == [("2", "22"), ("3", "33"), ("1", "11")]
    assert CALLS == [b"1", b"2", b"3"]


def test_a_second_part_that_is_damaged_is_made_again(tmp_path: Path) -> None:
    file, key = tmp_path / "kept", digest("7")
    with Store(file, "rules") as store:
        Memo(store, Alone()).each(halves, [key], lambda _: (b"7",))
    with kept(file) as base:
        base.execute("UPDATE kept SET rest = x'00'")
    base.close()
    with Store(file, "rules") as store:
        (made,) = Memo(store, Alone()).each(halves, [key], lambda _: (b"7",))
        assert (made.first, made.rest) == ("7", "77")


def test_a_table_keeps_what_a_run_has_asked_for_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    for asked, made in ([b"a", b"b"], [b"a", b"b"]), ([b"b", b"c"], [b"c"]), ([b"a"], [b"a"]):
        CALLS.clear()
        with Store(file, "rules") as store, Memo(store, Alone()).table("halves") as table:
            for key in asked:
                assert table.of(key, lambda key=key: halves(key)) == (key.decode(), key.decode() * 2)  # type: ignore[misc]
        assert made == CALLS


def test_a_table_that_is_damaged_is_made_again(tmp_path: Path) -> None:
    for _ in range(2):
        with Store(tmp_path / "kept", "rules") as store, Memo(store, Alone()).table("halves") as table:
            assert table.of(b"a", lambda: 1) == 1
            assert table.changed()
        with kept(tmp_path / "kept") as base:
            base.execute("UPDATE kept SET first = substr(first, 1, length(first) - 1)")
        base.close()


def test_a_table_of_a_run_that_failed_is_as_it_was(tmp_path: Path) -> None:
    with Store(tmp_path / "kept", "rules") as store:
        memo = Memo(store, Alone())
        with memo.table("halves") as table:
            table.of(b"a", lambda: 1)
        with pytest.raises(ValueError, match="out"), memo.table("halves") as table:
            table.of(b"b", lambda: 2)
            raise ValueError("out")
        with memo.table("halves") as table:
            assert table.of(b"a", lambda: 3) == 1


def test_each_set_of_inputs_has_a_folder_and_those_that_are_gone_have_none(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    base = tmp_path / "kept"
    first = folder.folder_of(base, [one])
    assert first and folder.folder_of(base, [one]) == first
    (base / "0123456789abcdef").mkdir()  # none of ours
    one.rmdir()
    second = folder.folder_of(base, [two])
    assert second and {path.name for path in base.iterdir()} == {"0123456789abcdef", second.name}


def test_without_a_place_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert folder.folder_of(tmp_path / "file" / "kept", [tmp_path]) is None
    with Store(tmp_path / "file" / "kept", "rules") as store:
        store.put(KEY, b"first", b"rest")
        assert store.first(KEY) == b"first"


def test_the_rules_are_those_of_the_files_and_libraries(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    taken = versions.program.__wrapped__
    before = taken()
    assert taken() == before
    (tmp_path / "jinja2-99.dist-info").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert taken() != before


class Voice:
    """Says how often each letter is in a text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __call__(self, what: str, of: str) -> int:
        return self.text.count(of) if what == "count" else -1

    def said(self, what: str, of: str) -> str:
        return str(self(what, of))


def test_what_was_found_by_asking_is_found_again_where_the_answers_are_the_same() -> None:
    made: list[str] = []

    def found(ask: Ask) -> int:
        made.append("again")
        return int(ask("count", "a")) or int(ask("count", "b"))

    before: dict[bytes, object] = {}
    for text, result, again in (("abb", 1, 1), ("abbb", 1, 0), ("bb", 2, 1), ("bbc", 2, 0), ("b", 1, 1), ("ab", 1, 1)):
        made.clear()
        table = Table(before)
        assert table.asked(b"key", Voice(text), found)[0] == result
        assert (len(made), bool(table.changed())) == (again, bool(again))
        before = table.used


def test_of_a_table_only_what_has_changed_is_written(tmp_path: Path) -> None:
    keys = [digest(n) for n in range(2000)]
    with Store(tmp_path / "kept", "rules") as store:
        memo = Memo(store, Alone())
        with memo.table("lengths") as table:
            for key in keys:
                table.of(key, lambda: 1)
        with memo.table("lengths") as table:
            for key in keys[1:]:
                table.of(key, lambda: 2)
            (part,) = table.changed().values()
        assert keys[0] not in part and set(part.values()) == {1}
        with memo.table("lengths") as table:
            assert [table.of(key, lambda: 3) for key in keys] == [3] + [1] * 1999
