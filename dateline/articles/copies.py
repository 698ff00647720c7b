"""Near-copies of one wire: articles that share most of their runs of five words.

Broder and others, "Syntactic clustering of the web" (1997): containment of shingles, on a sample of them that is the
same for every article, so that an archive of thousands takes no longer than it must.
"""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

WORDS = 5  # in a shingle
CONTAINED = 0.6  # share of the shorter article's shingles that the longer one has too
SAMPLE = 4  # one shingle in so many is looked at
FEWEST = 10  # shingles of a sample that decides anything: about forty words
COMMON = 50  # articles in which a shingle may stand and still tell two of them to be copies


def copies(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(n, m) for each text `n` that repeats most of an earlier one, `m` being the first such; in the order of `n`."""
    holders: dict[int, list[int]] = defaultdict(list)
    samples: list[frozenset[int]] = []
    for n, text in enumerate(texts):
        mine = _sample(text)
        shared = Counter(m for shingle in mine for m in holders[shingle][:COMMON])
        found = [m for m, count in shared.items() if _contained(count, mine, samples[m])]
        if found:
            yield n, min(found)
        samples.append(mine)
        for shingle in mine:
            holders[shingle].append(n)


def _contained(shared: int, mine: frozenset[int], theirs: frozenset[int]) -> bool:
    shorter = min(len(mine), len(theirs))
    return shorter >= FEWEST and shared >= CONTAINED * shorter


def _sample(text: str) -> frozenset[int]:
    words = re.findall(r"\w+", text.casefold())
    hashes = (zlib.crc32(" ".join(words[k : k + WORDS]).encode()) for k in range(len(words) - WORDS + 1))
    return frozenset(value for value in hashes if value % SAMPLE == 0)
