"""All targets, by name."""

from collections.abc import Mapping

from articles import FILE, PAGES, SLIPS, WORDS
from conflicts import CONFLICT
from http_requests import REQUESTS
from incremental import INCREMENTAL
from kept import CACHE, PUBLISHED
from target import Target

TARGETS: Mapping[str, Target] = {
    "article": FILE,
    "words": WORDS,
    "slips": SLIPS,
    "pages": PAGES,
    "conflict": CONFLICT,
    "incremental": INCREMENTAL,
    "requests": REQUESTS,
    "cache": CACHE,
    "published": PUBLISHED,
}
