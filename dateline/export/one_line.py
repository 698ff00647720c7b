"""Text for formats in which a value is one line: BibTeX, iCalendar."""

import re

from dateline.web.visible import visible

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")  # the others are white space


def one_line(text: str) -> str:
    """`text` with single blanks, without control characters, and with codes for what turns its direction."""
    return " ".join(_CONTROL.sub("", visible(text)).split())
