"""Spans of days in which an article may have been published, and what is left of them where several hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Bound:
    """Published in one of these spans of days (an open side is None), and why."""

    spans: tuple[Days, ...]
    why: str


def united(spans: Iterable[Days]) -> list[Days]:
    """The same days in as few spans as can be, in order."""
    united: list[Days] = []
    for first, last in sorted(spans, key=lambda span: (span[0] or date.min, span[1] or date.max)):
        before = united[-1] if united else None
        if before is None or (before[1] and first and first > before[1]):
            united.append((first, last))
        elif before[1]:
            united[-1] = (before[0], max(before[1], last) if last else None)
    return united


def both(a: Days, b: Days) -> Days | None:
    """The days that lie in both; None where there is none."""
    first = max((day for day in (a[0], b[0]) if day), default=None)
    last = min((day for day in (a[1], b[1]) if day), default=None)
    return None if first and last and first > last else (first, last)
