"""Articles: files of every kind, texts of words that mean something, and the pages drawn of them."""

import io
import zipfile
from collections.abc import Iterable

import any_slips
import any_words
import sound
from target import NEWS, SEEDS, Target, folder

from dateline.articles.sources import READERS
from dateline.cache.packing import digest, packed, unpacked
from dateline.changes import changes
from dateline.published import read_events
from dateline.web.render import drawn

KINDS = (*READERS, ".zip")


def file_of_any_kind(data: bytes) -> None:
    """The first byte names a kind of file, the rest is its content."""
    file = folder("article") / f"a{KINDS[data[0] % len(KINDS)] if data else '.txt'}"
    file.write_bytes(data[1:])
    try:
        found = sound.archive(file)
    finally:
        file.unlink()
    for one in found.resolved() if found else ():
        assert digest(unpacked(packed(one))) == digest(one)


def words_in_any_order(data: bytes) -> None:
    """What is read of one article bears on what is read of the other."""
    half = len(data) // 2
    for name, part in (("a.txt", data[:half]), ("b.md", data[half:])):
        (folder("words") / name).write_text(any_words.text(part), encoding="utf-8", newline="")
    sound.archive(folder("words"))


def sentences_with_slips(data: bytes) -> None:
    """What the examples say, with a slip in each sentence."""
    (folder("slips") / "a.txt").write_text(any_slips.text(data), encoding="utf-8", newline="")
    sound.archive(folder("slips"))


def pages(data: bytes) -> None:
    """A site published of some words, and drawn again after they were changed."""
    article, published = folder("pages") / "a.md", folder("published") / "events.json"
    half = len(data) // 2
    before = None
    for part, base in ((data[:half], None), (data[half:], "https://example.org/a")):
        article.write_text(f"{NEWS}\n{any_words.text(part)}", encoding="utf-8", newline="")
        found = sound.archive(article)
        assert found
        changed = changes(before, found.timeline) if before else None
        drawings = {page.path: page.content for page in drawn(found.timeline, base, changed)}
        published.write_bytes(drawings["data/events.json"])
        before = read_events(published)


def files() -> Iterable[bytes]:
    """One of each kind that is read."""
    news = NEWS.encode()
    page = b"<html><head><title>A</title><meta name='date' content='2019-06-30'></head><body><article><h1>A</h1><p>"
    page += news * 3 + b"</p></article></body></html>"
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    record = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: application/http\r\n"
    )
    record += b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(answer), answer)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as into:
        into.writestr("a.txt", news)
        into.writestr("b/c.csv", "text\nRebels attacked.\n")
    matter = b"---\ntitle: 'A: b'\ndate: 2019-06-30\ntags: [a, b]\n---\n# T\n\n> *a* [b](c)\n"
    row = b'{"id": 1, "date": "2019-06-30", "text": "Rebels attacked.\\nTalks ended."}\n'
    contents = {
        ".md": matter + news,
        ".jsonl": row * 2,
        ".csv": b'id,date,title,text\n1,2019-06-30,"A ""b""","Rebels attacked\non Monday."\n',
        ".html": page,
        ".warc": record,
        ".zip": archive.getvalue(),
    }
    for kind, content in contents.items():
        yield bytes([KINDS.index(kind)]) + content
    for file in SEEDS:
        yield bytes([KINDS.index(".txt")]) + file.read_bytes()[:1200]


def news() -> Iterable[bytes]:
    """Real articles, as far as the words that are known here go."""
    for file in SEEDS:
        yield any_words.chosen(file.read_text(encoding="utf-8").split())[:400]


def slips() -> Iterable[bytes]:
    """A few sentences after one another, each with a slip of one kind."""
    for how in range(16):
        yield b"".join(
            [bytes([how]), *(bytes([n // 256, n % 256, how, how, n % 256, how]) for n in range(how, 960, 80))]
        )


TOKENS = (
    "---\n",
    "date: ",
    "date 2019-06-30 ",
    "2019-",
    "Reuters, KABUL",
    "\ufeff",
    '{"text": "',
    "\\u",
    "\r\n",
    "```",
    "<!--",
    "](",
)
FILE = Target(file_of_any_kind, files, 4000, TOKENS)
WORDS = Target(words_in_any_order, news, 400)
SLIPS = Target(sentences_with_slips, slips, 1 + 20 * any_slips.STEP)
PAGES = Target(pages, news, 300)
