"""An article written in Markdown, as markup: raw HTML and pictures stay text, links lead to the web only."""

from collections.abc import Sequence
from urllib.parse import urljoin

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dateline.model import Span
from dateline.web import urls
from dateline.web.marking import Html, Mark, mark


def render(text: str, start: int, marks: Sequence[Mark], base: str | None) -> tuple[Html, tuple[str, ...]]:
    """The markup of `text` from `start` (the beginning of a line) on, and the anchors that found no place.

    Marks count in `text`. `base` is the article's own address: relative links are read against it, and are
    plain text where it is not known.
    """
    markdown = MarkdownIt("commonmark", {"html": False})
    markdown.disable(["image", "text_join"])  # text_join would hide where an escaped character came from
    source = text[start:]
    tokens = markdown.parse(source)
    leaves = _leaves(tokens, source, start)
    marked = mark(text, [span for _, span in leaves], marks)
    for (leaf, _), html in zip(leaves, marked.ranges, strict=True):
        leaf.type, leaf.content = "html_inline", html
    for token in tokens:
        _tame(token, base)
    return Html(markdown.renderer.render(tokens, markdown.options, {})), marked.unplaced


def _leaves(tokens: Sequence[Token], source: str, offset: int) -> list[tuple[Token, Span]]:
    """The plain pieces of text and where each stands in the file."""
    lines = [0]
    for line in source.splitlines(keepends=True):
        lines.append(lines[-1] + len(line))
    found, cursor = [], 0
    for token in tokens:
        if token.type != "inline" or token.map is None:
            continue
        cursor = max(cursor, lines[token.map[0]])
        end = lines[min(token.map[1], len(lines) - 1)]
        for leaf in token.children or ():
            if leaf.type != "text" or not leaf.content:
                continue
            at = source.find(leaf.content, cursor, end)
            if at >= 0:
                cursor = at + len(leaf.content)
                found.append((leaf, Span(offset + at, offset + cursor)))
    return found


def _tame(token: Token, base: str | None) -> None:
    """Put headings below the page's own, and unmake links that lead nowhere safe."""
    if token.type in ("heading_open", "heading_close"):
        token.tag = f"h{min(6, int(token.tag[1]) + 1)}"
    dropped: list[bool] = []
    for child in token.children or ():
        if child.type == "link_open":
            href = str(child.attrGet("href") or "")
            target = href if href.startswith("mailto:") else urls.external(_joined(base, href))
            dropped.append(target is None)
            child.attrs = {} if target is None else {"href": target, "rel": "external nofollow"}
            child.hidden = target is None
        elif child.type == "link_close":
            child.hidden = dropped.pop()


def _joined(base: str | None, href: str) -> str:
    try:
        return urljoin(base or "", href)
    except ValueError:
        return ""
