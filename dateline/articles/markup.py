"""Blanks what is not text, by equal length, so that every offset stays an offset into the file."""

import re

# each pattern's groups are what is blanked; without groups, the whole match. Before it, what it cannot do without, one
# of which must be in the text: most texts are plain, and are gone through for few of these
MARKDOWN = [
    (("{{",), re.compile(r"\{\{[<%][^{}\n]{0,1000}[>%]\}\}")),
    (("<",), re.compile(r"</?[A-Za-z][^<>\n]{0,400}>")),
    (("```", "~~~"), re.compile(r"^[ \t]{0,3}(?:```|~~~)[^\n]*$", re.MULTILINE)),
    (("#",), re.compile(r"^[ \t]{0,3}(#{1,6})(?=[ \t])", re.MULTILINE)),
    ((">",), re.compile(r"^[ \t]{0,3}((?:>[ \t]?)+)", re.MULTILINE)),
    (("-", "*", "+"), re.compile(r"^[ \t]*([-*+])(?=[ \t])", re.MULTILINE)),
    (("-", "=", "*", "_"), re.compile(r"^[ \t]{0,3}(?:[-=*_][ \t]*){3,}$", re.MULTILINE)),
    (("]:",), re.compile(r"^[ \t]{0,3}\[(?!\^)[^\[\]\n]{1,200}\]:[ \t]*\S[^\n]*$", re.MULTILINE)),
    (("](",), re.compile(r"(!?\[)[^\[\]\n]{0,400}(\]\([^()\s]{0,2000}(?:[ \t]+\"[^\"\n]{0,400}\")?\))")),
    (("*", "_"), re.compile(r"(?<!\w)([*_]{1,3})(?=[^\s*_])")),
    (("*", "_"), re.compile(r"(?<=[^\s*_])([*_]{1,3})(?!\w)")),
]
LINE_BREAKS = re.compile(r"\r(?!\n)|[\x0b\x0c\x85\u2028\u2029]")
BLANKS = re.compile(r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
IMAGE = re.compile(r"!\[[^\[\]\n]{0,400}\]\([^()\n]{0,2000}\)")


def even(text: str) -> str:
    """`text` with every kind of line break as a line feed and of blank as a blank, character for character.

    Only what is read is evened: what is quoted stays as the file has it.
    """
    return BLANKS.sub(" ", LINE_BREAKS.sub("\n", text))


def mask(text: str, start: int, *, markdown: bool) -> str:
    """`text` with everything before `start`, a byte order mark and Markdown's markup as blanks.

    Code spans stay (wire copy writes `` for a quotation mark), as do the words of links.
    """
    body = blank(text, 0, start).replace("\ufeff", " ")
    if not markdown:
        return body
    body = _without_comments(body)
    body = IMAGE.sub(lambda match: blank(match[0], 0, len(match[0])), body)
    for needed, pattern in MARKDOWN:
        if any(mark in body for mark in needed):
            body = pattern.sub(_blank_groups, body)
    return body


def _without_comments(body: str) -> str:
    """HTML comments as blanks; one that never ends is text. In one pass, however many are opened."""
    parts, at = [], 0
    while (start := body.find("<!--", at)) >= 0 and (end := body.find("-->", start)) >= 0:
        parts += [body[at:start], blank(body[start : end + 3], 0, end + 3 - start)]
        at = end + 3
    return "".join([*parts, body[at:]])


def blank(text: str, start: int, end: int) -> str:
    """`text` with `[start, end)` as blanks; line breaks stay, so that lines keep their numbers."""
    return text[:start] + re.sub(r"[^\r\n]", " ", text[start:end]) + text[end:]


def _blank_groups(match: re.Match[str]) -> str:
    whole = match[0]
    spans = [match.span(n) for n in range(1, match.re.groups + 1)] or [match.span()]
    for start, end in spans:
        whole = blank(whole, start - match.start(), end - match.start())
    return whole
