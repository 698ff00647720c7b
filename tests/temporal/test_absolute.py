"""Clean date strings are read, whatever their language; nothing is guessed and no clock is read."""

import pytest

from dateline.temporal.absolute import read_date


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2019-06-30", "2019-06-30"),
        ("2019-06-30T12:00:00Z", "2019-06-30"),
        ("2019-06-30 12:00:00+02:00", "2019-06-30"),
        ("2019/6/3", "2019-06-03"),
        ("2019-06", "2019-06"),
        ("2019", "2019"),
        ("June 30, 2019", "2019-06-30"),
        ("  June  30, 2019 ", "2019-06-30"),
        ("30 June 2019", "2019-06-30"),
        ("Wednesday, January 30, 2019", "2019-01-30"),
        ("Jan. 5, 2019 at 10:30 a.m. EST", "2019-01-05"),
        ("May 2019", "2019-05"),
        ("06/30/2019", "2019-06-30"),
        ("30.06.2019", "2019-06-30"),
        ("30 juin 2019", "2019-06-30"),
        ("12. März 2019", "2019-03-12"),
    ],
)
def test_date(text: str, edtf: str) -> None:
    when = read_date(text)
    assert when is not None
    assert when.edtf == edtf
    assert when.stated


@pytest.mark.parametrize(
    "text",
    [
        "", "2019-02-30",
        "February 30, 2019", "30 février 2019", "2019-13", "yesterday", "gestern", "Friday", "June 30",
        "2 days ago", "12", "v1.2", "Kabul", "Updated after the talks of June 5, 2019", "9" * 500, "now",
    ],
)  # fmt: skip
def test_no_date(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("30 de septiembre de 2019", "2019-09-30"),
        ("12 MÄRZ 2019, 10:15", "2019-03-12"),
        ("2019-06-30 Sonntag", "2019-06-30"),
        ("30 июня 2019", "2019-06-30"),
    ],
)
def test_date_with_words_of_another_language(text: str, edtf: str) -> None:
    when = read_date(text)
    assert when is not None
    assert when.edtf == edtf


@pytest.mark.parametrize(
    "text",
    ["Campaign of 1904", "Diem era, 1955-1963", "By John Smith, Sept 5, 2019", "2019-06-30 Reuters, KABUL"],
)
def test_what_can_be_no_date_is_not_tried_in_every_language(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateparser.parse", lambda *_args, **_settings: pytest.fail("was tried"))
    assert read_date(text) is None
