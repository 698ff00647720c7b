"""Days of the Islamic year by the tabular calendar: a new moon that is seen may be a day earlier or later.

The arithmetic calendar with leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of 30 and the astronomical epoch
(E. M. Reingold, N. Dershowitz, Calendrical Calculations, chapter 7). On the feasts of 2003 to 2024 it is never
farther than a day from the days on which they were kept in most countries.
"""

from datetime import date

EPOCH = 227014  # the ordinal of the last day before the year 1


def day(year: int, month: int, number: int) -> date:
    """The day of an Islamic date. Raises ValueError or OverflowError outside of the years 1 to 9999 of our era."""
    months = 29 * (month - 1) + month // 2
    return date.fromordinal(EPOCH + 354 * (year - 1) + (3 + 11 * year) // 30 + months + number)


def days_in(year: int, month: int, number: int) -> list[date]:
    """Each time that day of the Islamic year falls into a year of our era: once, seldom twice."""
    near = (year - 622) * 33 // 32
    found = (day(islamic, month, number) for islamic in range(max(near - 1, 1), near + 4))
    return [one for one in found if one.year == year]
