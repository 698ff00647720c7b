"""How we know the date of an event: the account that each date gives of itself."""

from dataclasses import dataclass

from dateline.model import Article, Event, Timex, When
from dateline.web.dates import day_in_words
from dateline.web.lookup import Lookup
from dateline.web.words import said


@dataclass(frozen=True, slots=True)
class How:
    """How we know a date: the words of the text, what they were counted from, the rule, the bounds, who decided."""

    explanation: str
    words: str
    anchor: str
    rule: str
    bounds: str
    stated: bool
    decided: str


def how(event: Event, lookup: Lookup) -> How:
    """The account of the event's date, with the words of the evidence that gave it."""
    dated = next((one for one in event.reports if one.when == event.when and one.timex), event.reports[0])
    timex = dated.timex if dated.when == event.when else None
    return How(
        explanation=event.when.explanation,
        words=_words(timex, lookup.articles[dated.article]) if timex else "",
        anchor=event.when.anchor,
        rule=event.when.rule,
        bounds=bounds(event.when),
        stated=event.when.stated,
        decided=_who_decided(event, lookup.articles[dated.article]),
    )


def _words(timex: Timex, article: Article) -> str:
    """The expression as it stands in the article, with its preposition where nothing stands between the two."""
    start, end = timex.span
    first = start - len(timex.signal) - 1
    with_signal = " ".join(article.text[max(first, 0) : end].split())
    return with_signal if timex.signal and with_signal.lower().startswith(f"{timex.signal} ") else timex.text


def _who_decided(event: Event, article: Article) -> str:
    """The machine or an editor, who may also have given the day from which the machine counted."""
    if any(edit.field == "date" for edit in event.editor):
        return said("an editor")
    published = article.published.when.first
    if article.published.basis == "editor" and published and published.isoformat() in event.when.anchor:
        return said("the machine, from the day of publication that an editor gave")
    return said("the machine")


def bounds(when: When) -> str:
    """The first and the last day that are possible, in words."""
    first = day_in_words(when.first) if when.first else said("open")
    last = day_in_words(when.last) if when.last else said("open")
    return said("earliest %(first)s, latest %(last)s", first=first, last=last)
