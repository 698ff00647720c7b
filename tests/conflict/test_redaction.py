"""Names that an editor withholds: in no spelling are they read or published, and what is told of them stays right."""

import json
import re
from pathlib import Path

import pytest
from command_line import STORY, content, run, seeds

from dateline.conflict.load import read
from dateline.conflict.redaction import Names
from dateline.model import WITHHELD, Event, Redaction
from dateline.pipeline import run as timeline_of
from dateline.problems import UnusableInputError
from dateline.publishing.survivors import NameSurvivesError, searched
from dateline.web.page import Page

WHY = "She asked not to be named."
NAMES = Names(
    (
        Redaction("José Pérez", "conflict.toml:1", WHY, aliases=("Pepe",)),
        Redaction("Ali", "conflict.toml:5", WHY),
        Redaction("حسن", "conflict.toml:9", WHY),
        Redaction("O'Brien", "conflict.toml:13", WHY),
    )
)
SPELLINGS = (
    "José Pérez", "JOSÉ PÉREZ", "Jose Perez", "Jose\u0301 Pe\u0301rez", "José  Pérez", "José\nPérez", "José-Pérez",
    "JoséPérez", "José.Pérez", "José_Pérez", "Jo\u200bsé Pérez", "Jo\u00adsé Pérez", "José\u00a0Pérez",
    "José Pérez’s", "José Pérez's", "#JoséPérez", "Pérez, José", "J o s é P é r e z", "J.o.s.é Pérez", "Ｊｏｓé Pérez",
    "Jоѕе Perez", "José \u202ePérez", "𝐉𝐨𝐬𝐞 𝐏𝐞𝐫𝐞𝐳", "Jos&eacute; P&#233;rez", "Jos&#xe9; Pérez",
    "Jos%C3%A9%20P%C3%A9rez", r"Jos\u00e9 P\u00e9rez", r"Jos\xe9 P\u{e9}rez", "Jo*sé* **Pérez**", "<b>Jo</b>sé Pérez",
    "pepe", "Ali", "ALI", "(Ali)", "Ali,", "“Ali”", "al-Ali", "وحسن", "حـسن", "O’Brien", "OBrien", "O`Brien",
    "o'brien's", "josépérez99",
)  # fmt: skip
OTHERS = (
    "Alice", "Italian", "alias", "Somali", "Jose Alvarez", "Pérez", "José", "peperoni", "O'Brian", "a liar",
    "Ali\u0456",
)  # fmt: skip


@pytest.mark.parametrize("name", SPELLINGS)
@pytest.mark.parametrize("around", ["{}", "Then {} said so.", "\n{}\n"])
def test_a_name_is_masked_in_any_spelling(name: str, around: str) -> None:
    text = around.format(name)
    masked, hit = NAMES.masked(text)
    assert len(hit) == 1 and WITHHELD in masked
    assert len(masked) == len(text) and masked.count("\n") == text.count("\n")
    assert list(NAMES.survivors(text)) and not list(NAMES.survivors(masked))
    assert masked.strip().startswith("Then ") == ("Then" in around)


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_another_name_stays(text: str) -> None:
    assert NAMES.masked(text) == (text, ())
    assert list(NAMES.survivors(text)) == []


@pytest.mark.parametrize(
    "written",
    [
        "<p><mark>Jo</mark>sé Pérez</p>",
        "<p>José <sup><a>1</a></sup>Pérez</p>",
        "<td>Ali</td><td>said</td>",
        '<a title="Jos&eacute; P&eacute;rez" href="x">y</a>',
        '<a href="../actors/jos%C3%A9-p%C3%A9rez.html">y</a>',
        "&amp;lt;b&amp;gt;Jos&amp;eacute; Pérez",
        '{"quote": "said\\nAli"}',
        '{"quote": "Jos\\u00e9 P\\u00e9rez"}',
        "SUMMARY:met Jo\r\n sé Pérez in Doha",
        "author = {Pérez, José}",
        "author = {{J}osé {P}érez}",
        "#:~:text=Jos%C3%A9%20P%C3%A9rez,said",
        "<loc>https://example.org/jose-perez</loc>",
    ],
)
def test_a_name_is_found_however_it_is_written(written: str) -> None:
    pages = [Page("a.html", b"<p>nobody</p>"), Page("b.html", f"<p>\n{written}\n</p>".encode())]
    with pytest.raises(NameSurvivesError) as caught:
        list(searched(pages, NAMES))
    (problem,) = caught.value.problems
    assert problem.where.file == "conflict.toml" and problem.where.line in (1, 5)
    assert f"in b.html, line {3 if written.startswith('SUMMARY') else 2}" in problem.what
    assert not list(NAMES.survivors(str(problem)))


def test_letters_of_a_hash_are_no_name() -> None:
    names = Names((Redaction("Ada", "conflict.toml:3", "why"),))
    found = "4ada9" + "0" * 59
    assert list(searched([Page("data/manifest-sha256.txt", f"{found}  x\n".encode())], names))
    for text in (f"{found}  Ada", f"{found}0", "4ada9"):
        with pytest.raises(NameSurvivesError):
            list(searched([Page("x.txt", text.encode())], names))


def test_a_name_is_found_in_an_address() -> None:
    with pytest.raises(NameSurvivesError) as caught:
        list(searched([Page("articles/Ali%20said.html", b"")], NAMES))
    assert "in its address" in str(caught.value.problems[0]) and "Ali" not in str(caught.value.problems[0])


def told(folder: Path, text: str, name: str) -> tuple[Event, ...]:
    """What a story with a name, as {0}, tells where the name is withheld."""
    folder.mkdir()
    (folder / "a.txt").write_text(" date 2019-06-30 Reuters, KABUL\n\n" + text.format(name), encoding="utf-8")
    (folder / "conflict.toml").write_text(f'[[redact]]\nname = "{name}"\nwhy = "{WHY}"\n', encoding="utf-8")
    return timeline_of(folder).timeline.events


@pytest.mark.parametrize("name", ["Ahmad Wali", "Lee"])
def test_a_claim_stays_a_claim(tmp_path: Path, name: str) -> None:
    text = "Rebels bombed the port on Friday, {0} said. According to {0}, the army shelled Kunduz on Tuesday."
    events = told(tmp_path / "in", text, name)
    assert {(event.type, event.modality) for event in events if event.type == "attack"} == {("attack", "claimed")}
    assert len([event for event in events if event.attribution == WITHHELD * len(name)]) == 2
    assert not any("XX" in event.headline for event in events)


HE = "He said rebels had attacked Kunduz on Monday."


def test_he_is_nobody_who_was_named_before(tmp_path: Path) -> None:
    text = "Zalmay Khalilzad arrived in Doha on Monday. {0} spoke to reporters on Tuesday. " + HE
    attack = next(event for event in told(tmp_path / "in", text, "Ahmad Wali") if event.type == "attack")
    assert attack.modality == "claimed" and [one.actor for one in attack.said_by] == [None]
    assert "zalmay-khalilzad" not in attack.actors


@pytest.mark.parametrize(
    "text",
    [
        "Zalmay Khalilzad arrived in Doha. {0} spoke to reporters. His request was turned down on Monday.",
        "The words of {0} came after a request by Zalmay Khalilzad and the former president himself was turned down.",
    ],
)
def test_nor_is_his_or_himself(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "in"
    told(folder, text, "Ahmad Wali")
    names = timeline_of(folder).resolved()[0].names
    assert not [name for name in names if name.id == "zalmay-khalilzad" and name.text != "Zalmay Khalilzad"]


def test_he_is_whoever_is_named_after(tmp_path: Path) -> None:
    text = "{0} spoke to reporters on Tuesday. Zalmay Khalilzad arrived in Doha on Monday. " + HE
    attack = next(event for event in told(tmp_path / "in", text, "Ahmad Wali") if event.type == "attack")
    assert [one.actor for one in attack.said_by] == ["zalmay-khalilzad"]


def test_a_role_is_not_given_to_another_who_has_it(tmp_path: Path) -> None:
    text = (
        "Taliban spokesman Zabihullah Mujahid said on Monday that rebels had attacked Kunduz. "
        "The Taliban spokesman in Qatar, {0}, said on Tuesday that talks would be held on Friday."
    )
    talks = [event for event in told(tmp_path / "in", text, "Suhail Shaheen") if event.type == "talks"]
    assert talks and all("zabihullah-mujahid" not in event.actors for event in talks)


NOTE = f'[[redact]]\nname = "Mira Vance"\naliases = ["Vance"]\nwhy = "{WHY}"\n'
FRONT = (
    '---\ntitle: "Mira Vance speaks"\nauthor: "M\\u0069ra Vance"\nurl: https://news.example/2019/mira-vance-speaks\n'
    "date: 2019-06-30\n---\n"
)
TOLD = (
    FRONT
    + "Mira Vance met the Taliban in Doha yesterday.\n\nRebels attacked the port on Friday, MIRA-VANCE’S brother said."
)


def site(tmp_path: Path, conflict: str, **files: str) -> tuple[Path, Path]:
    folder = seeds(tmp_path / "in", **files)
    (folder / "conflict.toml").write_text(conflict, encoding="utf-8")
    return folder, tmp_path / "site"


def test_the_site_is_built_without_the_name(tmp_path: Path) -> None:
    folder, out = site(tmp_path, NOTE, **{"mira-vance-2019": TOLD})
    done = run("build", "--seeds", folder, "--out", out, "--strict", "--base-url", "https://example.org/x")
    assert done.returncode == 0, done.stderr
    written = content(out)
    assert len(written) > 50
    for path, held in written.items():
        assert not re.search(rb"\b(?:mira|vance)\b", held.lower()), path
        assert "vance" not in path and "mira" not in path
    page = written["articles/2019.html"].decode()
    assert "[name withheld]" in page and WITHHELD not in page and WHY in page
    assert WHY in written["about.html"].decode() and WITHHELD in written["data/events.json"].decode()
    data = json.loads(written["data/events.json"])
    assert data["withheld"] == [{"articles": ["2019"], "why": WHY, "at": "conflict.toml:1"}]
    (article,) = data["articles"]
    assert article["url"] is None and article["editor"] == [
        {"field": "withheld", "was": "", "why": WHY, "at": "conflict.toml:1"}
    ]
    text = (folder / "mira-vance-2019.txt").read_text(encoding="utf-8")
    for event in data["events"]:
        for one in event["evidence"]:  # offsets count in the file as it is
            assert len(one["quote"]) == one["end"] - one["start"]
            assert all(a in (b, WITHHELD) for a, b in zip(one["quote"], text[one["start"] : one["end"]], strict=True))


@pytest.mark.parametrize("command", [("read",), ("read", "--json"), ("review",), ("check",), ("export", "csv")])
def test_no_command_says_it(tmp_path: Path, command: tuple[str, ...]) -> None:
    folder, _ = site(tmp_path, NOTE, a=TOLD)
    done = run(*command, "--seeds", folder)
    assert done.returncode == 0 and "vance" not in (done.stdout + done.stderr).lower()


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ('title = "The case of Mira Vance"\n', "index.html"),
        ('publish = "full"\ntitle = "On M I R A V A N C E"\n', "index.html"),
        ('description = "mira vance"\n', "index.html"),
    ],
)
def test_a_name_that_survives_stops_the_build(tmp_path: Path, more: str, where: str) -> None:
    folder, out = site(tmp_path, NOTE, a=TOLD)
    assert run("build", "--seeds", folder, "--out", out).returncode == 0
    before = content(out)
    (folder / "conflict.toml").write_text(more + NOTE, encoding="utf-8")
    (folder / "a.txt").write_text(TOLD + " The army bombed Doha on Friday.", encoding="utf-8")
    done = run("build", "--seeds", folder, "--out", out)
    assert done.returncode == 1 and f"stands in {where}, line" in done.stderr and "nothing written" in done.stderr
    assert f"conflict.toml:{1 + more.count(chr(10))}: " in done.stderr and "Traceback" not in done.stderr
    assert "mira" not in done.stderr.lower()
    assert content(out) == before
    assert run("check", "--seeds", folder).returncode == 1
    assert run("export", "json", "--seeds", folder).returncode == 1


@pytest.mark.parametrize(
    "broken",
    [
        '[[redact]]\nname = "Mira Vance"\n',  # without a reason
        f'[[redact]]\nnames = "Mira Vance"\nwhy = "{WHY}"\n',
        f'[[redacted]]\nname = "Mira Vance"\nwhy = "{WHY}"\n',
        f'[[redatc]]\nname = "Mira Vance"\nwhy = "{WHY}"\n',
        f'[redact]\nname = "Mira Vance"\nwhy = "{WHY}"\n',
        f'[[redact]]\nname = "-"\nwhy = "{WHY}"\n',
        f'[[redact]]\nname = "Mira Vance"\naliases = "Vance"\nwhy = "{WHY}"\n',
        f'title = "x\n[[redact]]\nname = "Mira Vance"\nwhy = "{WHY}"\n',  # no TOML
    ],
)
def test_a_name_that_cannot_be_read_stops_all(tmp_path: Path, broken: str) -> None:
    folder, out = site(tmp_path, broken, a=TOLD)
    done = run("build", "--seeds", folder, "--out", out)
    assert done.returncode == 2 and "nothing is built" in done.stderr and "conflict.toml:" in done.stderr
    assert not out.exists()


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_a_conflict_file_in_another_encoding_stops_all(tmp_path: Path, encoding: str) -> None:
    folder, _ = site(tmp_path, "", a=TOLD)
    (folder / "conflict.toml").write_bytes(f"title = “x”\n{NOTE}".encode(encoding))
    assert run("check", "--seeds", folder).returncode == 2


def test_the_line_of_the_conflict_file_that_says_the_name_is_told() -> None:
    rest = '[[actor]]\nid = "mv"\nname = "MIRA-VANCE"\n# Mira Vance\n[[track]]\nid = "t"\nname = "Talks"\n'
    _, problems = read(f'title = "x"\n{NOTE}{rest}')
    assert [(one.where.line, one.what) for one in problems] == [(8, "it holds a name that is withheld")]


def test_names_of_a_conflict_file_that_is_not_read_stop_all(tmp_path: Path) -> None:
    first, second = seeds(tmp_path / "first", a=STORY), seeds(tmp_path / "second", b=TOLD)
    (first / "conflict.toml").write_text("", encoding="utf-8")
    (second / "conflict.toml").write_text(NOTE, encoding="utf-8")
    done = run("check", "--seeds", first, "--seeds", second)
    assert done.returncode == 2 and "is not read" in done.stderr


def test_a_file_without_names_is_read_as_before() -> None:
    with pytest.raises(UnusableInputError):
        read("title = [\n[[redact]]")
    assert read("title = [")[1]


def test_a_part_of_a_name_that_stands_alone_is_told(tmp_path: Path) -> None:
    folder, _ = site(
        tmp_path, f'[[redact]]\nname = "Mira Vance"\nwhy = "{WHY}"\n', a=TOLD + "\n\nVance left on Monday."
    )
    done = run("check", "--seeds", folder)
    assert "conflict.toml:1: word 2 of the name stands alone in a.txt, line 11" in done.stderr
    kept = f'[[redact]]\nname = "Mira Vance"\nkeep = ["Vance"]\nwhy = "{WHY}"\n'
    (folder / "conflict.toml").write_text(kept, encoding="utf-8")
    done = run("check", "--seeds", folder, "--strict")
    assert done.returncode == 0 and "nothing is wrong" in done.stderr and "hint:" not in done.stderr


def test_what_was_published_before_is_masked_in_what_has_changed(tmp_path: Path) -> None:
    folder, out = site(tmp_path, "", a=TOLD)
    assert run("build", "--seeds", folder, "--out", out).returncode == 0
    published = tmp_path / "published.json"
    published.write_bytes((out / "data/events.json").read_bytes())
    assert b"Vance" in published.read_bytes()
    (folder / "conflict.toml").write_text(NOTE, encoding="utf-8")
    done = run("build", "--seeds", folder, "--out", out, "--since", published)
    assert done.returncode == 0, done.stderr
    assert not any(re.search(rb"\bvance\b", held.lower()) for held in content(out).values())
    assert "vance" not in run("diff", "--seeds", folder, "--since", published).stdout.lower()


def test_rows_are_masked_too(tmp_path: Path) -> None:
    folder, out = site(tmp_path, NOTE)
    row = {
        "id": "mira-vance",
        "text": "Mira Vance met rebels.",
        "date": "2019-06-30",
        "author": "Mira Vance",
        "tags": "Vance",
    }
    (folder / "export.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert run("build", "--seeds", folder, "--out", out, "--strict").returncode == 0
    assert not any(re.search(rb"\bvance\b", held.lower()) for held in content(out).values())
