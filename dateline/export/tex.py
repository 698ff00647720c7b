"""Text as BibTeX and LaTeX must have it."""

import re

from dateline.export.one_line import one_line

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")  # BibTeX's macros

_NO_KEY = re.compile(r"[^A-Za-z0-9._:-]")
# Braces count for BibTeX even behind a backslash: a lone one would swallow what follows.
_WRITTEN = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
}  # fmt: skip
_SPECIAL = re.compile(f"[{re.escape(''.join(_WRITTEN))}]")


def escaped(text: str) -> str:
    """Text that TeX prints as it is, on one line."""
    return _SPECIAL.sub(lambda found: _WRITTEN[found[0]], one_line(text))


def key(id: str) -> str:
    """An id as a key that BibTeX can read: any other character becomes "+" and its number."""
    return _NO_KEY.sub(lambda found: f"+{ord(found[0]):06x}", id)
