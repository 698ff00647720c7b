"""A site that GitHub Pages may not take is said to be so, and another is not."""

from pathlib import Path

import pytest

from dateline.cli import main
from dateline.publishing import limits
from dateline.publishing.limits import FILE, SITE, notes

SMALL = ("index.html", 1000)


def said(size: int, largest: tuple[str, int] = SMALL) -> list[str]:
    return [str(note) for note in notes("site", size, largest)]


def test_a_small_site_gets_no_note() -> None:
    assert said(50_000_000) == []
    assert said(int(0.79 * SITE), ("data/events.json", int(0.79 * FILE))) == []


def test_a_site_above_the_limit_or_close_to_it() -> None:
    [above], [close] = said(int(1.5 * SITE)), said(int(0.9 * SITE))
    assert above.startswith("site: the site has 1.50 GB, more than the 1 GB that GitHub Pages takes\n  hint: split")
    assert close.startswith("site: the site has 0.90 GB of the 1 GB that GitHub Pages takes\n  hint: split")


def test_the_limit_itself_is_not_above_it() -> None:
    assert "more than" not in said(SITE)[0]
    assert "1.00 GB, more than the 1 GB" in said(SITE + 1)[0]


def test_a_file_that_no_repository_takes() -> None:
    [note] = said(SITE // 2, ("data/events.json", 2 * FILE))
    assert note.startswith("site/data/events.json: 200.00 MB, more than the 100 MB that a repository takes\n  hint: ")
    assert "GitHub Actions" in note


@pytest.mark.parametrize("limit", [SITE, 1000])
def test_a_build_says_it_and_does_not_fail(
    limit: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(limits, "SITE", limit)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_text("date 2019-06-30 Rebels attacked the town of Kunduz on Friday.\n")
    assert main(["--strict", "--seeds", str(tmp_path / "seeds"), "--out", str(tmp_path / "site")]) == 0
    assert ("GitHub Pages" in capsys.readouterr().err) == (limit == 1000)
