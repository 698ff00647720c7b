"""Inputs -> Articles: reads what each document says of itself, and tells them apart."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from dateline import edtf
from dateline.articles import withheld
from dateline.articles.copies import Fingerprint, copies, fingerprint
from dateline.articles.document import Document, decode
from dateline.articles.front_matter import FrontMatter, split
from dateline.articles.header import Header, read_header
from dateline.articles.labels import is_label
from dateline.articles.markup import blank, even, mask
from dateline.articles.metadata import fitting
from dateline.articles.publication import date_of
from dateline.articles.sources import LARGEST, documents
from dateline.articles.values import plain
from dateline.conflict.redaction import Names
from dateline.model import Article, ArticleNote, Conflict, Edit, Published, Span
from dateline.problems import Location, Problem, UnusableInputError
from dateline.text.flowing import flowing

WORD = re.compile(r"\w")
FIRST = 3  # lines in which a title stands, below one that is nothing but "Obituary"

Noted = tuple[Document, ArticleNote | None]


class Loaded(NamedTuple):
    """The article that a document holds, what tells its copies, and what is wrong with it; no article, no copies."""

    article: Article | None
    fingerprint: Fingerprint | None
    problems: list[Problem]


def load_document(document: Document, note: ArticleNote | None) -> Loaded:
    article, problems = read_document(document, note)
    text = _without_place(article.body, article.dateline_span) if article else ""
    return Loaded(article, fingerprint(text) if article else None, problems)


def _each(given: Sequence[Noted]) -> list[Loaded]:
    return [load_document(*one) for one in given]


def load(
    inputs: Sequence[Path],
    conflict: Conflict,
    most: int = LARGEST,
    each: Callable[[Sequence[Noted]], Iterable[Loaded]] = _each,
) -> tuple[tuple[Article, ...], list[Problem]]:
    """Every readable article of the inputs, in their order and then of their paths, and what is wrong with the others.

    `most` is the size in bytes past which an article is not read; `each` does the work of `load_document` on each.
    Raises UnusableInputError where an input is missing or none of them holds a readable article.
    """
    notes = {note.file: note for note in conflict.notes}
    names = Names(conflict.redactions)
    articles: list[tuple[Article, Fingerprint]] = []
    found = list(documents(inputs, most))
    problems = [one for one in found if isinstance(one, Problem)]
    documented = [one for one in found if isinstance(one, Document)]
    masked = [withheld.document(one, names) for one in documented]
    given = [(clean, notes.get(one.file)) for one, (clean, _) in zip(documented, masked, strict=True)]
    for (article, mark, wrong), (_, hit) in zip(each(given), masked, strict=True):
        problems += [replace(one, what=names.masked(one.what)[0]) for one in wrong]
        if article and mark:
            articles.append((withheld.article(article, names, hit), mark))
            problems += withheld.left(article, hit)
    if not articles:
        where = ", ".join(map(str, inputs))
        what = f"{where}: no readable article\n  hint: put at least one there, such as a .txt, .md, .csv or .jsonl file"
        raise UnusableInputError(what, problems)
    known = {one.file for one in documented}
    problems += [
        Problem(_at(note), f"no article {note.file!r}", "name a file of the folder, or remove this note")
        for note in conflict.notes
        if note.file not in known
    ]
    return _tell_apart(articles, problems), problems


def _at(note: ArticleNote) -> Location:
    file, _, line = note.at.partition(":")
    return Location(file, int(line or 0))


def read(file: str, data: bytes, note: ArticleNote | None) -> tuple[Article | None, list[Problem]]:
    """One article from the bytes of its own file; None where they hold no text. `file` is its path in the inputs."""
    found = decode(file, data)
    return (None, [found]) if isinstance(found, Problem) else read_document(found, note)


def read_document(document: Document, note: ArticleNote | None) -> tuple[Article | None, list[Problem]]:
    """The article that a document holds; None where it holds no text."""
    article, problems = _read(document, note)
    if document.row:
        problems = [replace(one, where=document.row) if one.where.file == document.file else one for one in problems]
    return article, problems


def _read(document: Document, note: ArticleNote | None) -> tuple[Article | None, list[Problem]]:
    file, text, matter = document.file, even(document.text), document.matter
    problems: list[Problem] = []
    if matter is None:
        matter, problems = split(file, text)
    body = mask(text, matter.end, markdown=file.lower().endswith(".md"))
    header, wrong = read_header(file, body)
    problems += wrong
    body = header.body
    if not re.search(r"\w", body):
        what = "only front matter, no text" if matter.end else "empty"
        hint = f"write the article's text, or remove the {'row' if document.row else 'file'}"
        return None, [*problems, Problem(Location(file), what, hint)]
    matter, wrong = fitting(matter, file)
    problems += wrong
    published, body, wrong = date_of(file, document.own_path, body, matter, header.date, note)
    problems += wrong
    return _article(document, flowing(body), matter, header, note, published), problems


def _article(
    document: Document,
    body: str,
    matter: FrontMatter,
    header: Header,
    note: ArticleNote | None,
    published: Published,
) -> Article:
    edits = []
    for field in ("source", "title", "url"):
        if note and getattr(note, field):
            edits.append(Edit(field, getattr(matter, field) or "", note.why, note.at))
    if note and note.licence:
        edits.append(Edit("licence", "", note.why, note.at))
    if note and published.basis == "editor":
        edits.append(Edit("published", "", note.why, note.at))
    return Article(
        id=slug(document.name),
        file=document.file,
        text=document.text,
        body=body,
        sha256=document.sha256,
        octets=document.octets,
        title=_plain((note and note.title) or matter.title or _first_words(body, header.place_span)) or "Untitled",
        source=_plain((note and note.source) or matter.source or header.source),
        dateline=header.place,
        url=(note and note.url) or matter.url,
        author=_plain(matter.author),
        language=matter.language,
        tags=matter.tags,
        published=published,
        dateline_span=header.place_span,
        editor=tuple(edits),
        publish=(note and note.publish) or matter.publish,  # the editor has the last word
        licence=_plain(note.licence) if note else None,
        noindex=(matter.noindex or "").lower() == "true" or bool(note and note.noindex),
    )


def _plain(text: str | None) -> str | None:
    return plain(text) or None if text else None


def _first_words(body: str, skip: Span | None, width: int = 90) -> str:
    """The first line of text, cut at a word: the title of an article that gives none."""
    body = _without_place(body, skip)
    if skip:  # "     , June 30, 2019 (Xinhua) -- The…"
        body = re.sub(r"\A[^\n]{0,90}?(?:--|—|–|\s-|(?<=\d)[:.])\s+(?=[A-Z“\"])", "", body.lstrip())
    lines = [line.strip() for line in islice(filter(WORD.search, body.split("\n")), FIRST)]
    line = next((line for line in lines if not is_label(line)), lines[0] if lines else "Untitled")
    return line if len(line) <= width else line[: width - 1].rsplit(" ", 1)[0].rstrip(",;: ") + "…"


def _without_place(body: str, place: Span | None) -> str:
    return blank(body, *place) if place else body


def slug(text: str) -> str:
    """Letters and digits of any script, in lower case, and hyphens: safe as a file name and in a url.

    Composed (NFC): a folder that went through a Mac may name its files otherwise, and is the same folder.
    """
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text.casefold()))
    return "-".join(words).encode()[:180].decode(errors="ignore").rstrip("-") or "untitled"  # file names have 255 bytes


def _tell_apart(articles: Sequence[tuple[Article, Fingerprint]], problems: list[Problem]) -> tuple[Article, ...]:
    """Names articles with the same id (dropped: their links would clash) and those with the same text."""
    kept: list[Article] = []
    marks: list[Fingerprint] = []
    by_id: dict[str, str] = {}
    by_text: dict[str, Article] = {}
    for article, mark in articles:
        if article.id in by_id:
            what = f"would have the same address as {by_id[article.id]}"
            hint = "rename one of the two; of two rows, give each an id of its own"
            problems.append(Problem(Location(article.file), what, hint))
            continue
        by_id[article.id] = article.file
        marks.append(mark)
        first = by_text.setdefault(mark.digest, article)
        if first is not article:
            what = f"has the same text as {first.file}"
            problems.append(Problem(Location(article.file), what, "remove one; until then they count as one source"))
            article = _repeats(article, first)
        kept.append(article)
    for n, first_at in copies(marks):
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
