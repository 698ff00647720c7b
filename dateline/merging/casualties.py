"""The dead and wounded that an article counts right after it has told of an attack."""

from functools import cache

from dateline.lexicon.load import document
from dateline.model import Report

NEAR = 300  # characters between an attack and the sentences that count its victims
VIOLENT = frozenset(["attack", "control", "deployment", "other", "protest"])  # what a clause may tell that goes on so


def casualties(report: Report, other: Report, people: frozenset[str]) -> bool:
    """ "Five others died": how many were hurt in the attack that the sentence before tells."""
    gap = report.span.start - other.span.end
    if report.type != "attack" or not 0 <= gap < NEAR:
        return False
    same_day = report.when.precision == "day" and report.when.first == other.when.first
    return same_day and _tolls(report) and set(report.actors) <= people


def dead_of_it(report: Report, other: Report) -> bool:
    """ "stormed the base, killing nine", "the raid of June 1 that killed nine": a clause without a day of its own."""
    if report.type != "attack" or not 0 <= report.span.start - other.span.end <= len(", "):
        return False
    opening = report.quote.casefold()
    goes_on = other.type in VIOLENT and opening.startswith(_openings("by_it"))
    within = other.type == "attack" and opening.startswith(_openings("within"))
    denied = (report.modality == "denied") != (other.modality == "denied")
    return (goes_on or within) and report.timex is None and not denied and _tolls(report)


@cache
def _openings(key: str) -> tuple[str, ...]:
    """The words with which such a clause begins."""
    return tuple(f"{words} " for words in document("frames").data["casualties"][key])


def _tolls(report: Report) -> bool:
    return any(figure.what in ("killed", "wounded") for figure in report.figures)
