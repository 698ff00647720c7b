"""The dates that an editor writes: a day, a month, a year, or an interval of them."""

import re
from datetime import date, datetime

from dateline import edtf

FORMS = '2019-02-09, "2019-02", 2019 or "2019-02-09/2019-02-12"'


def bounds(value: object) -> tuple[date | None, date | None]:
    """First and last day of a TOML date, of 2019 or of "2019-02", "2019-02-09/2019-02-12"; None where it is none."""
    if isinstance(value, datetime):
        return value.date(), value.date()
    if isinstance(value, date):
        return value, value
    if isinstance(value, int) and 0 < value < 10_000:
        value = str(value)
    if not isinstance(value, str) or value.endswith("/"):
        return None, None
    first, _, last = value.partition("/")
    return _edge(first, 0), _edge(last or first, 1)


def _edge(text: str, side: int) -> date | None:
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text.strip())
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if day:
            return date(year or 0, month or 0, day)
        if month:
            return edtf.last_of_month(year or 0, month) if side else date(year or 0, month, 1)
        return date(year or 0, 12, 31) if side else date(year or 0, 1, 1)
    except ValueError:
        return None
