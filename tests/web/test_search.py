"""What the search finds, how words are compared, how the index is written; and that it holds nothing unquoted."""

import dataclasses
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from html_page import parse
from read_back import index as read
from sample_timeline import sample

from dateline.model import Timeline
from dateline.web import lookup
from dateline.web.language import ENGLISH
from dateline.web.page import Page
from dateline.web.recalled import Recalled
from dateline.web.search import index as search
from dateline.web.search.folding import terms, words
from dateline.web.search.inverted import STOP, WHOLE, field, inverted
from dateline.web.views.a_z import Entry, a_z


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Taliban’s attack", "the taliban attack"),
        ("Pul-e Khumrī", "puli khumri"),
        ("Pul-i-Khumri, Puli Khumri", "puli khumri puli khumri"),
        ("U.S.–Taliban talks; US-led at 9 p.m.", "us taliban talks us led at 9 pm"),
        ("Ta‘izz’s Sana’a", "taizz sanaa"),
        ("14,000 of 1,200,000 men, 3,5", "14000 of 1200000 men 3 5"),
        ("Erdoğan, İzmir, Straße, Łódź, Ærø", "erdogan izmir strasse lodz aero"),
        ("فارسی کابل", "فارسي كابل"),
        ("أَفْغَانِسْتَان", "افغانستان"),
        ("co\u00adop\u200bera\u2060tion ﬁnal Ｋabul", "cooperation final kabul"),
        ("<img src=x onerror=y>&amp;", "img src x onerror y amp"),
        ("", ""),
        ("… – “”", ""),
    ],
)
def test_words_are_folded(text: str, found: str) -> None:
    assert words(text) == found.split()


def test_what_a_hyphen_joins_is_also_found_as_one_word() -> None:
    assert terms("a cease-fire.") == ["a", "cease", "fire", "ceasefire"]
    assert terms("tit-for-tat") == ["tit", "for", "tat"]
    assert words("cease-fire") == ["cease", "fire"]


def test_the_index_says_which_documents_hold_a_term() -> None:
    texts = ["the Kabul talks", "Kunduz"] + ["Doha"] * 2000 + ["Kunduz in Kabul"]
    index = inverted([([field(text, 1)], text) for text in texts])
    found = read(index.terms, index.postings)
    assert list(found) == ["doha", "kabul", "kunduz", "talks"]
    assert [document for document, _ in found["kabul"]] == [0, 2002]
    assert [document for document, _ in found["kunduz"]] == [1, 2002]
    assert [document for document, _ in found["doha"]] == list(range(2, 2002))
    assert index.terms["documents"] == 2003


def test_a_heavier_field_weighs_more_and_a_long_text_less() -> None:
    long = field("talks " + "and so on and so forth " * 20, 1, long=True)
    fields = [[field("talks", 3)], [field("talks", 1, long=True)], [long], [field("talks", 0.4)] * 5]
    index = inverted([(one, "") for one in fields])
    weights = [weight for _, weight in read(index.terms, index.postings)["talks"]]
    assert weights[0] > weights[1] > weights[2]
    assert weights[3] == inverted_weight(0.4)  # five short fields say it once


def inverted_weight(weight: float) -> int:
    index = inverted([([field("talks", weight)], "")])
    return read(index.terms, index.postings)["talks"][0][1]


@pytest.mark.parametrize("whole", [1, 400, WHOLE])
def test_shards_hold_the_same_and_say_where_it_is(whole: int) -> None:
    found = lookup.of(sample())
    documents = search.documents(found, ENGLISH, Recalled(found.notes, {}, {}))
    index = inverted(documents, whole)
    assert read(index.terms, index.postings) == read(inverted(documents).terms, inverted(documents).postings)
    assert [row for part in index.documents for row in part] == [shown for _, shown in documents]
    starts: Any = index.terms["shown"]
    assert [documents[start][1] for start in starts] == [part[0] for part in index.documents]
    assert len(starts) == {1: len(documents)}.get(whole, len(starts))
    assert (len(starts) == 1) == (whole == WHOLE)


def test_an_empty_index_is_one() -> None:
    index = inverted([])
    assert index.terms["terms"] == "" and index.postings == ("",) and index.documents == ([],)


def texts(pages: Sequence[Page]) -> str:
    return " ".join(page.content.decode() for page in pages)


def parts(timeline: Timeline) -> dict[str, Any]:
    found = {}
    for page in search.files(lookup.of(timeline)):
        script = re.fullmatch(r'searchIndex\.register\("([a-z0-9-]+)",(.*)\);\n', page.content.decode(), re.DOTALL)
        assert script and page.path == f"search/{script[1]}.js"
        found[script[1]] = json.loads(script[2])
    return found


def test_what_is_found() -> None:
    shown = parts(sample())["shown-0"]
    by_link = {href: (title, kind, date, passages) for title, href, kind, date, passages in shown}
    assert by_link["actors/khalilzad.html"] == ("Zalmay Khalilzad", "Person", "", ["Khallzad"])
    assert by_link["places/logar.html"] == ("Logar", "Place, province", "", [])
    assert by_link["rounds/round-7.html"][:3] == ("Seventh round", "Round of talks", "from 29 June 2019 on")
    _, kind, date, passages = by_link["events/e-governor.html"]
    assert (kind, date) == ("Attack, claimed", "on or before 28 June 2019")
    assert passages[1:] == ["the Afghan Ministry of Defense, via Reuters", "Taliban, Logar"]
    assert by_link["articles/003-fba608fdec5015fe.html"][3] == []
    assert len(by_link) == len(shown)


def test_the_weightiest_come_first() -> None:
    shown = [row[1] for row in parts(sample())["shown-0"]]
    assert shown[0] == "actors/taliban.html"
    events = [href for href in shown if href.startswith("events/")]
    assert events[0] == "events/e-doha-deal.html" and events[-1] == "events/e-make-or-break.html"


def test_the_index_knows_only_what_the_pages_show(built_site: Path) -> None:
    pages = [parse(path.read_bytes()).text for path in built_site.rglob("*.html")]
    shown = {term for text in pages for term in terms(text)}
    script = (built_site / "search/terms.js").read_text(encoding="utf-8")
    known = set(json.loads(script[script.index("{") : script.rindex("}") + 1])["terms"].split())
    assert "khalilzad" in known
    assert known - shown == set()


UNQUOTED = "genuine"  # "There is a genuine sense of expectation on both sides", in no quote of the sample timeline


def test_no_file_holds_an_unquoted_word(sample_pages: Sequence[Page]) -> None:
    timeline = sample()
    assert any(UNQUOTED in article.text for article in timeline.articles)
    assert [page.path for page in sample_pages if UNQUOTED in page.content.decode(errors="replace").casefold()] == []
    whole = dataclasses.replace(timeline, publish={article.id: "full" for article in timeline.articles})
    assert UNQUOTED in texts(search.files(lookup.of(whole)))


def test_the_whole_text_of_an_article_that_may_be_published_is_found() -> None:
    shown = {row[1]: row[4] for row in parts(sample())["shown-0"]}
    text = " ".join(shown["articles/004-6889e1226b3a68eb.html"])
    assert "resumed his mission" in text
    assert len(shown["articles/004-6889e1226b3a68eb.html"]) > 3


def test_stop_words_are_no_names() -> None:
    assert not STOP & {"us", "who", "may", "un", "eu", "is", "said"}
    assert not STOP & set(parts(sample())["terms"]["terms"].split())


def entries(timeline: Timeline) -> dict[str, list[Entry]]:
    return {initial.title: list(initial.entries) for initial in a_z(lookup.of(timeline))}


def test_every_name_stands_under_its_initial() -> None:
    found = entries(sample())
    assert [one.name for one in found["K"]] == ["Kabul", "Khallzad", "Kunduz", "Kunduz"]
    misspelt = found["K"][1]
    assert misspelt.see and misspelt.link.text == "Zalmay Khalilzad"
    assert {one.about for one in found["K"][2:]} == {"city, 1 event", "province, in no event"}
    assert [(one.name, one.see) for one in found["I"]] == [("Islamic Emirate", True)]
    assert "Other signs" not in found


def test_a_spelling_that_stands_at_the_same_place_is_not_repeated() -> None:
    timeline = sample()
    assert any("the Taliban" in actor.mentions for actor in timeline.actors)
    assert [one.name for one in entries(timeline)["T"]] == ["Taliban", "Talks", "Troops", "Turkey", "Turkey"]


def test_kinds_of_events_lead_to_the_weightiest() -> None:
    attack = next(one for one in entries(sample())["A"] if one.name == "Attack")
    assert attack.about == "kind of event, 4 events" and attack.link.href == "kinds/attack.html"
    assert "Taliban attack Kunduz, killing at least 16" in [one.link.text for one in attack.weightiest]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Émile", "E"),
        ("“Quoted”", "Q"),
        ("the Taliban", "T"),
        ("The", "T"),
        ("14th Division", "0–9"),
        ("Владимир", "Cyrillic script"),
        ("مجاهد", "Arabic script"),
        ("北京", "CJK script"),
        ("…", "Other signs"),
    ],
)
def test_initials(name: str, title: str) -> None:
    timeline = sample()
    actor = dataclasses.replace(timeline.actors[0], name=name, mentions=(), aliases=())
    only = dataclasses.replace(timeline, actors=(actor,), places=(), rounds=(), events=())
    assert list(entries(only)) == [title]


def test_scripts_follow_the_letters() -> None:
    timeline = sample()
    names = ("Zahir", "مجاهد", "2 Corps", "Ahmad")
    actors = tuple(dataclasses.replace(timeline.actors[0], id=str(at), name=one) for at, one in enumerate(names))
    only = dataclasses.replace(timeline, actors=actors, places=(), rounds=(), events=())
    assert list(entries(only))[-2:] == ["0–9", "Arabic script"]
