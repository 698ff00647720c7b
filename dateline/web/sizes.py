"""From which number of events on the site is cut into more pages, or leaves some out: all such numbers are here.

GitHub Pages takes a site of at most 1 GB and gives a deployment ten minutes. An event takes about 2 kB in a list and
6 kB on a page of its own.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sizes:
    """Each a number of events, the largest that is still shown so."""

    home: int = 300  # on the first page; more are cut into a page a year, and the first page shows the latest
    listed: int = 300  # in each list of the other pages; of more, those that weigh most stand there
    year: int = 1_000  # on a year's page; more are cut into a page a month
    whole: int = 2_000  # on the page of the whole timeline, which is left out beyond
    own_page: int = 20_000  # with a page each; beyond, signposts lead to the pages of their years or months


SIZES = Sizes()
