"""Disk -> Article: finds the files, decodes them, and reads what each says of itself."""

import hashlib
import os
import re
from dataclasses import replace
from pathlib import Path

from dateline import edtf
from dateline.articles.copies import copies
from dateline.articles.front_matter import FrontMatter, split
from dateline.articles.header import Header, read_header
from dateline.articles.markup import blank, mask
from dateline.articles.publication import date_of
from dateline.model import Article, ArticleNote, Conflict, Edit, Published, Span
from dateline.problems import Location, Problem, UnusableInputError, line_at

SUFFIXES = (".md", ".txt")
MANIFEST = ".dateline-manifest.json"  # what `publish` leaves in a site
HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def load(folder: Path, conflict: Conflict) -> tuple[tuple[Article, ...], list[Problem]]:
    """Every readable article under `folder` in the order of its path, and what is wrong with the others.

    Raises UnusableInputError where the folder is missing or holds no readable article.
    """
    if not folder.is_dir():
        raise UnusableInputError(f"{folder}: no such folder\n  hint: give a folder of articles with --seeds")
    notes = {note.file: note for note in conflict.notes}
    articles: list[Article] = []
    paths, problems = _files(folder)
    for path in paths:
        file = path.relative_to(folder).as_posix()
        try:
            data = path.read_bytes()
        except OSError as error:
            problems.append(_unreadable(file, error))
            continue
        article, found = read(file, data, notes.get(file))
        problems += found
        if article:
            articles.append(article)
    if not articles:
        what = f"{folder}: no readable article (.md or .txt)\n  hint: put at least one article there"
        raise UnusableInputError(what, problems)
    known = {article.file for article in articles}
    problems += [
        Problem(_at(note), f"no article {note.file!r}", "name a file of the folder, or remove this note")
        for note in conflict.notes
        if note.file not in known
    ]
    return _tell_apart(articles, problems), problems


def _files(folder: Path) -> tuple[list[Path], list[Problem]]:
    """Every .md and .txt file below the folder in the order of its path, and the folders that cannot be opened.

    A folder that holds one of our manifests is a site that was written there, and is no input.
    """
    problems: list[Problem] = []

    def closed(error: OSError) -> None:
        problems.append(_unreadable(Path(error.filename).relative_to(folder).as_posix(), error))

    found: list[Path] = []
    for root, folders, names in os.walk(folder, onerror=closed):
        if MANIFEST in names:
            folders.clear()
            continue
        found += [Path(root, name) for name in names if Path(name).suffix.lower() in SUFFIXES]
    return sorted(path for path in found if path.is_file()), problems


def _unreadable(file: str, error: OSError) -> Problem:
    return Problem(Location(file), f"cannot be read: {error.strerror}", "give this user the right to read it")


def _at(note: ArticleNote) -> Location:
    file, _, line = note.at.partition(":")
    return Location(file, int(line or 0))


def read(file: str, data: bytes, note: ArticleNote | None) -> tuple[Article | None, list[Problem]]:
    """One article from its bytes; None where they hold no text. `file` is its path in the seeds folder."""
    text, problem = _decode(file, data)
    if text is None:
        return None, [problem] if problem else []
    matter, problems = split(file, text)
    body = mask(text, matter.end, markdown=file.lower().endswith(".md"))
    header, wrong = read_header(file, body)
    problems += wrong
    body = header.body
    if not re.search(r"\w", body):
        what = "only front matter, no text" if matter.end else "empty"
        return None, [
            *problems,
            Problem(Location(file), what, "write the article's text, or remove the file"),
        ]
    published, body, wrong = date_of(file, body, matter, header.date, note)
    return _article(file, text, body, data, matter, header, note, published), problems + wrong


def _decode(file: str, data: bytes) -> tuple[str | None, Problem | None]:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"not text in UTF-8: byte {error.start} is 0x{data[error.start]:02x}"
        return None, Problem(Location(file, line), what, "save the file as UTF-8")
    if "\0" in text:
        where = Location(file, line_at(text, text.index("\0")))
        return None, Problem(where, "not text: it holds a NUL character", "remove the file or save it as UTF-8 text")
    return text, None


def _article(
    file: str,
    text: str,
    body: str,
    data: bytes,
    matter: FrontMatter,
    header: Header,
    note: ArticleNote | None,
    published: Published,
) -> Article:
    edits = []
    for field in ("source", "title", "url"):
        if note and getattr(note, field):
            edits.append(Edit(field, getattr(matter, field) or "", note.why, note.at))
    if note and published.basis == "editor":
        edits.append(Edit("published", "", note.why, note.at))
    return Article(
        id=slug(re.sub(r"\.\w+$", "", file)),
        file=file,
        text=text,
        body=body,
        sha256=hashlib.sha256(data).hexdigest(),
        title=_plain((note and note.title) or matter.title or _first_words(body, header.place_span)) or "Untitled",
        source=_plain((note and note.source) or matter.source or header.source),
        dateline=header.place,
        url=_web((note and note.url) or matter.url),
        author=_plain(matter.author),
        language=matter.language,
        tags=matter.tags,
        published=published,
        dateline_span=header.place_span,
        editor=tuple(edits),
    )


def _plain(text: str | None) -> str | None:
    """Without control characters and marks that turn the direction of writing: for names that stand on pages."""
    return HIDDEN.sub("", text).strip() or None if text else None


def _web(url: str | None) -> str | None:
    """An address that a link may lead to; None for any other scheme."""
    return url if url and re.match(r"https?://[^\s<>\"]+$", url) else None


def _first_words(body: str, skip: Span | None, width: int = 90) -> str:
    """The first line of text, cut at a word: the title of an article that gives none."""
    body = _without_place(body, skip)
    if skip:  # "     , June 30, 2019 (Xinhua) -- The…"
        body = re.sub(r"\A[^\n]{0,90}?(?:--|—|–|\s-)\s+(?=[A-Z“\"])", "", body.lstrip())
    line = next((part.strip() for part in body.split("\n") if re.search(r"\w", part)), "Untitled")
    return line if len(line) <= width else line[: width - 1].rsplit(" ", 1)[0].rstrip(",;: ") + "…"


def _without_place(body: str, place: Span | None) -> str:
    return blank(body, *place) if place else body


def slug(text: str) -> str:
    """Letters and digits of any script, in lower case, and hyphens: safe as a file name and in a url."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return "-".join(words).encode()[:180].decode(errors="ignore").rstrip("-") or "untitled"  # file names have 255 bytes


def _tell_apart(articles: list[Article], problems: list[Problem]) -> tuple[Article, ...]:
    """Names articles with the same id (dropped: their links would clash) and those with the same text."""
    kept: list[Article] = []
    by_id: dict[str, str] = {}
    by_text: dict[str, Article] = {}
    for article in articles:
        if article.id in by_id:
            what = f"would have the same address as {by_id[article.id]}"
            problems.append(Problem(Location(article.file), what, "rename one of the two"))
            continue
        by_id[article.id] = article.file
        words = " ".join(re.findall(r"\w+", _without_place(article.body, article.dateline_span).casefold()))
        first = by_text.setdefault(words, article)
        if first is not article:
            what = f"has the same text as {first.file}"
            problems.append(Problem(Location(article.file), what, "remove one; until then they count as one source"))
            article = _repeats(article, first)
        kept.append(article)
    bodies = [_without_place(article.body, article.dateline_span) for article in kept]
    for n, first_at in copies(bodies):
        if kept[n].duplicate_of is None:
            kept[n] = replace(kept[n], duplicate_of=kept[first_at].duplicate_of or kept[first_at].id)
    return tuple(kept)


def _repeats(article: Article, first: Article) -> Article:
    unknown = article.published.basis == "unknown"
    if unknown and first.published.basis != "unknown":
        when = first.published.when
        why = f"Not stated; it has the same text as {first.file}, so it was published about then."
        when = edtf.when_within(when.first, when.last, rule="copy", anchor=first.file, explanation=why, stated=False)
        return replace(article, duplicate_of=first.id, published=Published(when, "corpus"))
    return replace(article, duplicate_of=first.id)
