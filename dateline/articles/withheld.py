"""Takes the names that an editor withholds out of an article before anything in it is read."""

from dataclasses import replace

from dateline.articles.document import Document, digest
from dateline.conflict.redaction import Names, words_left
from dateline.model import WITHHELD, Article, Edit, Redaction
from dateline.problems import Location, Problem, line_at

Hit = tuple[Redaction, ...]


def document(document: Document, names: Names) -> tuple[Document, Hit]:
    """The document with blocks for each withheld name, in its text and in what it is called, and whose these were.

    Its hash and size are those of the masked text: the file's would tell whether a guess at the name is right.
    """
    text, hit = names.masked(document.text)
    file, in_file = names.masked(document.file)
    if not hit and not in_file:
        return document, ()
    name, _ = names.masked(document.name)
    data = text.encode()
    masked = replace(document, file=file, name=name, text=text, sha256=digest(data), octets=len(data))
    return masked, tuple(dict.fromkeys((*hit, *in_file)))


def article(article: Article, names: Names, hit: Hit) -> Article:
    """The article without the names in what its metadata say; an address that holds one is left out.

    It is marked as the editor's with the reason for each name, and not the name.
    """
    found = dict.fromkeys(hit)

    def masked(text: str) -> str:
        text, more = names.masked(text)
        found.update(dict.fromkeys(more))
        return text

    url = masked(article.url) if article.url else None
    cleaned = replace(
        article,
        title=masked(article.title),
        source=masked(article.source) if article.source else None,
        author=masked(article.author) if article.author else None,
        tags=tuple(map(masked, article.tags)),
        url=None if url and WITHHELD in url else url,
    )
    edits = tuple(Edit("withheld", "", one.why, one.at) for one in found)
    return replace(cleaned, editor=(*article.editor, *edits))


def left(article: Article, hit: Hit) -> list[Problem]:
    """A Problem for each word of a withheld name that stands alone: it may give away whose name it was."""
    problems = []
    for redaction in hit:
        for number, at in words_left(redaction, article.text):
            file, _, line = redaction.at.rpartition(":")
            what = f"word {number} of the name stands alone in {article.file}, line {line_at(article.text, at)}"
            hint = "add it to aliases, or to keep where it is somebody else's name"
            problems.append(Problem(Location(file, int(line)), what, hint))
    return problems
