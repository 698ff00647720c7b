"""data/citations.bib and data/citations.csl.json: the articles, for reference managers.

Of a day of publication that is not known, only the year and month that are certain are given; the note says the rest.
There is no date of access: no clock is read.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from typing import Any
from urllib.parse import quote

from dateline.export import json_text, tex
from dateline.model import Article, Timeline, When
from dateline.web import urls
from dateline.web.dates import in_words

Object = dict[str, Any]

_ADDRESS = ":/?#[]@!$&'()*+,;=%~"  # what RFC 3986 allows beside letters, digits and "-._"


def bibtex(timeline: Timeline, base_url: str | None) -> str:
    """An entry for each article, in UTF-8. `base_url` is the site's address, for links to the articles' pages."""
    return "\n".join(_bibtex(article, note) for article, note in _noted(timeline, base_url))


def csl(timeline: Timeline, base_url: str | None) -> str:
    """The same as CSL-JSON; `custom` holds the article's file and its SHA-256."""
    return json_text.text(_csl(article, note) for article, note in _noted(timeline, base_url))


def _noted(timeline: Timeline, base_url: str | None) -> Iterator[tuple[Article, str]]:
    """Each article with a note: when it was published where that is not known to the day, and what cites it."""
    resting = Counter(id for event in timeline.events for id in {report.article for report in event.reports})
    for article in timeline.articles:
        when = article.published.when
        parts = (
            f"Published: {in_words(when)}" if len(_certain(when)) < 3 else "",
            f"Events of “{timeline.title}” that rest on it: {resting[article.id]}",
            urls.canonical(base_url, urls.article(article.id)) or "",
        )
        yield article, ". ".join(filter(None, parts))


def _certain(when: When) -> tuple[int, ...]:
    """The year, month and day, as far as the first and the last day possible share them."""
    if when.first is None or when.last is None:
        return ()
    pairs = zip(when.first.timetuple()[:3], when.last.timetuple()[:3], strict=True)
    return tuple(first for first, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _bibtex(article: Article, note: str) -> str:
    """BibLaTeX reads `date`, BibTeX `year` and `month`. Doubled braces keep capitals, and a name in one piece."""
    day = _certain(article.published.when)
    fields = {
        "title": _braced(article.title),
        "author": _braced(article.author),
        "journal": _braced(article.source),
        "date": f"{{{'-'.join(f'{part:02}' for part in day)}}}" if day else None,
        "year": f"{{{day[0]}}}" if day else None,
        "month": tex.MONTHS[day[1] - 1] if len(day) > 1 else None,
        "url": f"{{{url}}}" if (url := _url(article)) else None,
        "note": _braced(note),
    }
    lines = "".join(f",\n  {name} = {value}" for name, value in fields.items() if value)
    return f"@{'article' if article.source else 'misc'}{{{tex.key(article.id)}{lines}\n}}\n"


def _braced(text: str | None) -> str | None:
    return f"{{{{{tex.escaped(text)}}}}}" if text and text.strip() else None


def _url(article: Article) -> str | None:
    url = urls.external(article.url)
    return quote(url, safe=_ADDRESS) if url else None


def _csl(article: Article, note: str) -> Object:
    day = _certain(article.published.when)
    item = {
        "id": article.id,
        "type": "article-newspaper",
        "title": article.title,
        "author": [{"literal": article.author}] if article.author else None,
        "container-title": article.source,
        "issued": {"date-parts": [list(day)]} if day else None,
        "URL": _url(article),
        "language": article.language,
        "note": note,
        "custom": {"file": article.file, "sha256": article.sha256},
    }
    return {name: value for name, value in item.items() if value}
