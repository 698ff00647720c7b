"""Text as BibTeX and LaTeX must have it."""

import re

from dateline.web.visible import visible

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")  # BibTeX's macros

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_NO_KEY = re.compile(r"[^A-Za-z0-9._:-]")
# Braces count for BibTeX even behind a backslash: a lone one would swallow what follows.
_WRITTEN = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
}  # fmt: skip
_SPECIAL = re.compile(f"[{re.escape(''.join(_WRITTEN))}]")


def escaped(text: str) -> str:
    """Text that TeX prints as it is, on one line."""
    plain = " ".join(_CONTROL.sub("", visible(text)).split())
    return _SPECIAL.sub(lambda found: _WRITTEN[found[0]], plain)


def key(id: str) -> str:
    """An id as a key that BibTeX can read: any other character becomes "+" and its number."""
    return _NO_KEY.sub(lambda found: f"+{ord(found[0]):06x}", id)
