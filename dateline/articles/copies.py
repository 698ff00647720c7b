"""Near-copies of one wire: articles that share most of their runs of five words.

Broder and others, "Syntactic clustering of the web" (1997): containment of shingles, on a sample of them that is the
same for every article, so that an archive of thousands takes no longer than it must.
"""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import NamedTuple
from zlib import crc32

from dateline.articles.document import digest

WORDS = 5  # in a shingle
CONTAINED = 0.6  # share of the shorter article's shingles that the longer one has too
SAMPLE = 4  # one shingle in so many is looked at
FEWEST = 10  # shingles of a sample that decides anything: about forty words
LEAST = CONTAINED * FEWEST  # shingles that a copy shares
COMMON = 50  # articles in which a shingle may stand and still tell two of them to be copies


class Fingerprint(NamedTuple):
    """What tells copies of a text, and of most of it: small enough to be kept for every article of an archive."""

    digest: str  # SHA-256 of its words in lower case
    sample: bytes  # the shingles that are looked at, each once, in order: four bytes for about four words


def fingerprint(text: str) -> Fingerprint:
    """Of the text alone and the same in every process, so that it may be kept from one run to the next."""
    words = " ".join(re.findall(r"\w+", text.casefold())).encode()
    ends = [*accumulate(len(word) + 1 for word in words.split(b" "))]  # of each word with the blank behind it
    shingles = (crc32(words[a : b - 1]) for a, b in zip([0, *ends], ends[WORDS - 1 :], strict=False))
    return Fingerprint(
        digest(words), array("I", sorted({value for value in shingles if value % SAMPLE == 0})).tobytes()
    )


def copies(fingerprints: Sequence[Fingerprint]) -> Iterator[tuple[int, int]]:
    """(n, m) for each text `n` that repeats most of an earlier one, `m` being the first such; in the order of `n`.

    `fingerprints` are those of the texts, in their order.
    """
    samples = [array("I", one.sample) for one in fingerprints]
    times = Counter(chain.from_iterable(samples))
    holders: dict[int, list[int]] = defaultdict(list)  # the first COMMON texts with a shingle that several have
    for n, mine in enumerate(samples):
        held = [holders[shingle] for shingle in mine if times[shingle] > 1]
        shared = Counter(chain.from_iterable(held))
        likely = ((m, count) for m, count in shared.items() if count >= LEAST)
        found = [m for m, count in likely if _contained(count, len(mine), len(samples[m]))]
        if found:
            yield n, min(found)
        for texts in held:
            if len(texts) < COMMON:
                texts.append(n)


def _contained(shared: int, one: int, other: int) -> bool:
    shorter = min(one, other)
    return shorter >= FEWEST and shared >= CONTAINED * shorter
