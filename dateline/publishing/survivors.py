"""Looks for withheld names in every file of the site, in its address too: one that is found stops the build.

What is read is masked before (dateline/conflict/redaction.py), so that this finds only what came by another way: the
conflict file, an escape of an unknown kind.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from dateline.conflict.redaction import Names
from dateline.problems import Location, Problem
from dateline.web.page import Page, Same

DRAWN = ".png"  # pixels of titles that stand in a page, too
DIGEST = re.compile(r"\b[0-9a-f]{64}\b")  # of SHA-256: "…3ada7…" in it is no Ada
SHOWN = 20  # places that are told; what stands in one page stands in many
HINT = "take it out there, add the spelling to aliases, or write the text that holds it anew"


class NameSurvivesError(Exception):
    """A withheld name stands in what was to be published.

    `problems` say which, in which file and where, the first of them; none repeats the name.
    """

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"withheld names stand in {len(problems)} place(s): nothing written")
        self.problems = tuple(problems[:SHOWN])


def searched(pages: Iterable[Page | Same], names: Names) -> Iterator[Page | Same]:
    """The same pages; raises NameSurvivesError after the last where a withheld name stands in one of them."""
    found: list[tuple[int, str, Problem]] = []
    for page in pages:
        if isinstance(page, Page):  # others were searched when they were drawn, for the same names
            found += [(page.path.count("/"), page.path, problem) for problem in _found(page, names)]
        yield page
    if found:
        raise NameSurvivesError([problem for *_, problem in sorted(found)])  # what a reader meets first is told first


def _found(page: Page, names: Names) -> list[Problem]:
    """A Problem at its line of the conflict file for each withheld name that stands in the page or its address."""
    shown, _ = names.masked(page.path)
    problems = [_problem(one.at, f"{shown}, in its address") for one, _ in names.survivors(unquote(page.path))]
    if not page.path.endswith(DRAWN):
        text = DIGEST.sub("", page.content.decode(errors="replace")) if names.redactions else ""
        problems += [_problem(one.at, f"{shown}, line {line}") for one, line in names.survivors(text)]
    return problems


def _problem(at: str, where: str) -> Problem:
    file, _, line = at.rpartition(":")
    return Problem(Location(file, int(line)), f"the name that is withheld here stands in {where}", HINT)
