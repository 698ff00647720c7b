"""Every encoding and kind of line break: read, or named with the byte; offsets count in the file as it was decoded."""

import codecs
from pathlib import Path

import pytest

from dateline.articles.load import read
from dateline.articles.markup import even
from dateline.pipeline import run

TOLD = (
    "Rebels attacked the port of Kunduz on Friday, officials said.\n"
    "The army bombed Doha on Tuesday, a long line that is wrapped here\nand goes on, killing 16 people.\n\n"
    "Talks will be held in Doha on 5 July 2019.\n"
)
FRONT = "---\ntitle: Rebels attack\ndate: 2019-06-30\nsource: Reuters\n---\n" + TOLD
HEADER = " date 2019-06-30 Reuters, KABUL\n\n" + TOLD


def dated(folder: Path, data: bytes) -> list[tuple[str, str]]:
    """What the events are and when, having seen that each quote and date stands where its offsets say."""
    folder.mkdir()
    (folder / "a.txt").write_bytes(data)
    result = run(folder)
    assert not result.problems
    (article,) = result.timeline.articles
    encoding = "utf-16" if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8"
    with (folder / "a.txt").open(encoding=encoding, newline="") as file:
        text = file.read()
    assert article.text == text and len(article.body) == len(text)
    assert article.source == "Reuters" and article.published.when.edtf == "2019-06-30"
    for event in result.timeline.events:
        for report in event.reports:
            assert text[slice(*report.span)] == report.quote
            assert report.timex is None or even(text[slice(*report.timex.span)]) == report.timex.text
    return [(event.type, event.when.edtf) for event in result.timeline.events]


def breaks(mark: str) -> str:
    return f"line breaks {mark!a}"


VARIANTS = {
    "utf-8 with its mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "utf-16-le": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "utf-16-be": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "utf-16-le with CRLF": lambda text: codecs.BOM_UTF16_LE + text.replace("\n", "\r\n").encode("utf-16-le"),
    "line breaks of two kinds": lambda text: text.replace("\n", "\r\n", 3).encode(),
    "lines that end in LF CR LF": lambda text: text.replace("\n\n", "\n\r\n").encode(),
    "blanks that do not break": lambda text: text.replace(" ", "\u00a0").encode(),
    "thin blanks": lambda text: text.replace("5 July", "5\u2009July").replace("16 p", "16\u202fp").encode(),
    "marks of direction": lambda text: text.replace("Kunduz", "\u202eKunduz\u202c").replace("D", "\u200fD").encode(),
    "isolates": lambda text: text.replace("officials", "\u2067مسؤولون\u2069 officials").encode(),
    "emoji": lambda text: text.replace("Kunduz", "🕊️Kunduz🔥").replace("people", "people 👩‍👩‍👧‍👦").encode(),
    "emoji in utf-16": lambda text: text.replace("Kunduz", "🕊️Kunduz🔥").encode("utf-16"),
    "letters that look alike": lambda text: text.replace("Kunduz", "Κunduz").encode(),
    "a flood of accents": lambda text: text.replace("here", "here" + "\u0301" * 50).encode(),
    "wide digits": lambda text: text.replace("July 2019", "July ２０１９").encode(),
    "other control characters": lambda text: text.replace("officials", "\x01\x1b[31m officials\x7f").encode(),
    "no character": lambda text: text.replace("officials", "\ufffe\uffff officials\U0010ffff").encode(),
    "a line separator": lambda text: text.replace("said.\n", "said.\u2028").encode(),
    "form feeds": lambda text: text.replace("\n\n", "\n\x0c\n").encode(),
} | {
    breaks(mark): lambda text, mark=mark: text.replace("\n", mark).encode()
    for mark in ("\r\n", "\r", "\x85", "\u2028", "\x0b")
}  # fmt: skip


@pytest.mark.parametrize("text", [FRONT, HEADER], ids=["front matter", "header line"])
@pytest.mark.parametrize("variant", VARIANTS)
def test_it_is_read_as_if_it_were_plain(tmp_path: Path, text: str, variant: str) -> None:
    plain = dated(tmp_path / "plain", text.encode())
    assert len(plain) == 4
    assert dated(tmp_path / "other", VARIANTS[variant](text)) == plain


@pytest.mark.parametrize(
    ("data", "what", "hint"),
    [
        ("Kabul’s caf\u00e9".encode("cp1252"), "1: not text in UTF-8: byte 5 is 0x92", "in Windows-1252 this is '’'"),
        ("One.\nCaf\u00e9".encode("latin-1"), "2: not text in UTF-8: byte 8 is 0xe9", "iconv -f WINDOWS-1252"),
        (b"a\n\x81", "2: not text in UTF-8: byte 2 is 0x81", "save the file as UTF-8"),
        (b"\xed\xa0\x80", "1: not text in UTF-8: byte 0 is 0xed", ""),  # half a character
        (
            codecs.BOM_UTF16_LE + b"a",
            "1: not text in UTF-16, as its first bytes say: truncated data at byte 2",
            "UTF-8",
        ),
        (codecs.BOM_UTF16_BE + b"\xd8\x00\x00a", "1: not text in UTF-16, as its first bytes say: illegal", "UTF-8"),
        (codecs.BOM_UTF32_LE + "a".encode("utf-32-le"), "1: not text in UTF-8: byte 0 is 0xff", "UTF-16"),
        ("Rebels met.".encode("utf-16-le"), "1: not text: it holds a NUL", "looks like UTF-16 without its mark"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "0: no text, but a PDF by its first bytes", "save its text as .txt"),
        (b"{\\rtf1\\ansi Rebels met.}", "0: no text, but Rich Text by its first bytes", "save its text as .txt"),
        (
            b"PK\x03\x04\x14\0\x06\0\x08\xff",
            "0: no text, but an office file or a zip archive",
            "save its text",
        ),
        (bytes(range(256)), "0: no text", "put the article's text in its place"),
        (
            "Caf\u00e9\x0c\x1b[1m ".encode("cp1252") * 9,
            "1: not text in UTF-8: byte 3 is 0xe9",
            "in Windows-1252 this is 'é'",
        ),
        (b"One.\nRebels met\0 in Doha.", "2: not text: it holds a NUL", "remove the file"),
    ],
)
def test_another_encoding_is_named_and_not_guessed(data: bytes, what: str, hint: str) -> None:
    article, (problem,) = read("a.txt", data, None)
    assert article is None
    assert f"{problem.where.line}: {problem.what}".startswith(what) and hint in problem.hint
