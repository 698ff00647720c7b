"""Articles that state no date: an interval from what they tell and what the rest of the archive knows."""

from datetime import date
from pathlib import Path

import pytest
from paths import SEEDS

from dateline.model import When
from dateline.pipeline import run

DATED = "---\ndate: {}\n---\n\n{}\n"


def published(folder: Path, file: str) -> When:
    result = run(folder)
    return next(one.published.when for one in result.timeline.articles if one.file == file)


@pytest.mark.parametrize(
    ("file", "inside", "first", "last"),
    [
        ("001_d2fd4bfb852bff6a.txt", date(2019, 2, 9), date(2018, 10, 1), date(2019, 7, 31)),
        ("002_2d519cff5749e0aa.txt", date(2019, 12, 5), date(2019, 10, 1), date(2020, 2, 29)),
    ],
)
def test_seeds_without_the_editors_notes(tmp_path: Path, file: str, inside: date, first: date, last: date) -> None:
    for seed in SEEDS.glob("*.txt"):
        (tmp_path / seed.name).write_bytes(seed.read_bytes())
    when = published(tmp_path, file)
    assert when.first and when.last and first <= when.first <= inside <= when.last <= last
    assert "Not stated." in when.explanation


def archive(folder: Path, undated: str, *dated: tuple[str, str]) -> When:
    for n, (day, text) in enumerate(dated):
        (folder / f"dated{n}.md").write_text(DATED.format(day, text), encoding="utf-8")
    (folder / "undated.md").write_text(undated + "\n", encoding="utf-8")
    return published(folder, "undated.md")


def test_an_agreement_still_to_come_is_older_than_the_archives(tmp_path: Path) -> None:
    when = archive(
        tmp_path,
        "Israel and Egypt hope to sign a peace agreement.",
        ("1979-04-01", "Israel and Egypt signed a peace agreement in Washington on March 26, 1979."),
    )
    assert (when.first, when.last) == (None, date(1979, 3, 26)) and "as still to come" in when.explanation


def test_months_without_a_year_are_near(tmp_path: Path) -> None:
    when = archive(
        tmp_path,
        "Rebels attacked the port in March. The government wants a truce before the May vote.",
        ("2011-02-01", "Voters will elect a president on May 20, 2011."),
    )
    assert (when.first, when.last) == (date(2010, 8, 1), date(2011, 5, 31))


def test_an_agreement_of_other_sides_says_nothing(tmp_path: Path) -> None:
    when = archive(
        tmp_path,
        "Israel and Egypt hope to sign a peace agreement.",
        ("1994-11-01", "Israel and Jordan signed a peace agreement on October 26, 1994."),
    )
    assert when.first is None and when.last is None
