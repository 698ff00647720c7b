"""The sample as a site in a language that nobody speaks: each of the interface's words stands in brackets, and the
text runs from right to left. What is outside of brackets is of the articles, of the machine, or was forgotten.
"""

from gettext import NullTranslations
from html.parser import HTMLParser

from dateline.web.language import Language

OPEN, SHUT = "⟦⟧"
_VOID = {"meta", "link", "input", "br", "path", "rect", "circle"}
_NOT_WORDS = {"script", "style", "code", "pre", "bdi"}


class Bracketed(NullTranslations):
    """Says everything in brackets."""

    def gettext(self, message: str) -> str:
        return OPEN + message + SHUT

    def pgettext(self, _: str, message: str) -> str:
        return self.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


FOREIGN = Language("ar", Bracketed())


class _Parser(HTMLParser):
    """Gathers the texts of a page that are neither in brackets nor of another language or direction than the page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, bool]] = []  # the open elements, and whether they hold other words than the page's
        self.depth = 0
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        for name in ("aria-label", "placeholder", "alt"):
            self.outside += bare(found.get(name) or "")
        apart = tag in _NOT_WORDS or "dir" in found or found.get("lang", FOREIGN.code) != FOREIGN.code
        if tag not in _VOID:
            self.open.append((tag, tag != "html" and (self.apart or apart)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Nothing stands in it."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if not self.depth and not self.apart:
            self.outside += bare(data)
        self.depth += data.count(OPEN) - data.count(SHUT)

    @property
    def apart(self) -> bool:
        return bool(self.open) and self.open[-1][1]


def bare(text: str) -> list[str]:
    """What stands outside of brackets and has letters, without the marks around it."""
    depth, kept = 0, ""
    for sign in text:
        depth += (sign == OPEN) - (sign == SHUT)
        kept += sign if depth <= 0 and sign not in OPEN + SHUT else "\n"
    pieces = (piece.strip(" ,.;:·–()“”…") for piece in kept.replace(" – ", "\n").split("\n"))
    return [piece for piece in pieces if any(map(str.isalpha, piece))]


def forgotten(html: bytes) -> list[str]:
    """The texts of a page that nobody translated, and that are not marked as another's words."""
    parser = _Parser()
    parser.feed(html.decode())
    parser.close()
    return parser.outside
