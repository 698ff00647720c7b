"""What GitHub Pages takes, and whether a site is above it or close to it.

A published site may have 1 GB, and a deployment that takes more than ten minutes is broken off (docs.github.com,
"GitHub Pages limits"); GitHub's own step of the workflow, actions/deploy-pages, counts 1 GB as 2³⁰ bytes. A repository
takes no file above 100 MiB ("About large files on GitHub"), which matters where a site is published from a branch. For
the number of files no limit is stated.
"""

from collections.abc import Iterator

from dateline.problems import Location, Problem

SITE = 2**30  # bytes
FILE = 100 * 2**20  # bytes
CLOSE = 0.8  # share of a limit from which on it is said to be near


def notes(out: str, size: int, largest: tuple[str, int]) -> Iterator[Problem]:
    """What whoever publishes the site in the folder `out` should know: its bytes, and its largest file with its bytes.

    A note says nothing of the articles, and a site may be published elsewhere: none is a failure under --strict.
    """
    if size >= CLOSE * SITE:
        hint = (
            'split the articles into several sites; without publish = "full" in conflict.toml their texts are left out'
        )
        yield Problem(Location(out), f"the site has {_of(size, SITE, 2**30, 'GB')} that GitHub Pages takes", hint)
    path, weight = largest
    if weight >= CLOSE * FILE:
        hint = "publish with GitHub Actions, as README.md says, not from a branch; or split the articles"
        yield Problem(Location(f"{out}/{path}"), f"{_of(weight, FILE, 2**20, 'MB')} that a repository takes", hint)


def _of(size: int, limit: int, unit: int, name: str) -> str:
    """ "1.31 GB, more than the 1 GB", or "0.85 GB of the 1 GB"."""
    relation = ", more than the" if size > limit else " of the"
    return f"{size / unit:.2f} {name}{relation} {limit // unit} {name}"
