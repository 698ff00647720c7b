"""Years before Christ, which `datetime` has no days for: only their TIMEX3 values (`BC0490-08`) are counted."""

import re

from dateline.temporal.context.dated import Dated

YEAR = re.compile(r"BC(\d{4})(?:$|-)")
DECADES = {"year": 4, "decade": 3, "century": 2}  # figures of the value that name the unit


def year_of(told: Dated) -> int | None:
    """The year before Christ that a value names; None for any other."""
    match = YEAR.match(told.value)
    return int(match[1]) if match else None


def counted(told: Dated, n: int, unit: str) -> Dated | None:
    """`n` years, decades or centuries after (negative: before) the date told; the day or month itself for 0."""
    year = year_of(told)
    if year is None:
        return None
    if unit in DECADES:
        step = 10 ** (4 - DECADES[unit])
        moved = year - n * step
        return Dated(f"BC{moved:04}"[: 2 + DECADES[unit]]) if moved > 0 else None
    if n == 0 and unit in ("day", "month"):
        return Dated(told.value[: len("BC0218-12-21" if unit == "day" else "BC0218-12")])
    return Dated("BCXXXX-XX-XX" if unit == "day" else f"BC{year:04}-XX")
