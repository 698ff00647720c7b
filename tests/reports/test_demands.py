"""Demands: tests/examples/demands.toml, and each word of lexicon/demands.toml in a sentence."""

from pathlib import Path
from typing import Any

import pytest
from example_file import cases
from sample_timeline import sample
from stories import article

from dateline.lexicon.load import document
from dateline.model import Conflict, Demand
from dateline.pipeline import run
from dateline.reports.grammar.morphology import inflect
from dateline.stages.archive import gather
from dateline.stages.reading import read
from dateline.stages.resolving import resolve
from dateline.web import lookup
from dateline.web.views.demands import asked, demands

LEXICON = document("demands")


def told(text: str) -> tuple[Demand, ...]:
    reading = read(article(text))
    return resolve(reading, gather([reading], Conflict()).facts(reading.article.id)).demands


def verbs() -> list[Any]:
    rows = []
    for stance, words in LEXICON.data["verbs"].items():
        for word in words:
            rows.append(pytest.param(stance, word, id=f"demands.toml:{LEXICON.line_of('[verbs]', stance)}:{word}"))
    return rows


def ways() -> list[Any]:
    """Each word of each subject, with the first of the words that must stand beside it."""
    rows = []
    for subject in LEXICON.data["subject"]:
        for way in subject["words"]:
            slots = [slot.split("|") for slot in way.split()]
            for n, slot in enumerate(slots):
                for word in slot:
                    said = [*(other[0] for other in slots[:n]), word, *(other[0] for other in slots[n + 1 :])]
                    text = " ".join(said).replace("*", "e")
                    rows.append(pytest.param(subject["id"], text, id=f"{subject['id']}:{way}:{word}"))
    return rows


@pytest.mark.parametrize("case", cases("demands.toml", "text"))
def test_a_text_tells_its_demands(case: dict[str, Any]) -> None:
    found = told(case["text"])
    assert [[one.stance, one.subject, one.who] for one in found] == case["demands"]
    assert all(case["text"] == " ".join(one.quote.split()) or one.quote in case["text"] for one in found)


@pytest.mark.parametrize(("stance", "word"), verbs())
def test_each_verb_takes_its_stand(stance: str, word: str) -> None:
    lemma, _, after = word.partition(" ")
    past = next(form for form, name in inflect(lemma) if name == "past")
    (found,) = told(f"On Monday Iran {past} {after} a ceasefire.".replace("  ", " "))
    assert (found.stance, found.subject, found.actors) == (stance, "ceasefire", ("iran",))


@pytest.mark.parametrize(("subject", "words"), ways())
def test_each_word_names_its_subject(subject: str, words: str) -> None:
    (found,) = told(f"On Monday Iran demanded {words}.")
    assert found.subject == subject


@pytest.mark.parametrize("noun", LEXICON.data["nouns"]["asks"])
def test_each_noun_asks(noun: str) -> None:
    (found,) = told(f"One of the Taliban's {noun}: a ceasefire.")
    assert (found.stance, found.actors) == ("asks", ("taliban",))


@pytest.mark.parametrize("noun", LEXICON.data["nouns"]["pointing"])
def test_each_noun_points_back(noun: str) -> None:
    found = told(f"Iran wants a ceasefire. Israel rejected the {noun}.")
    assert [(one.stance, one.subject) for one in found] == [("asks", "ceasefire"), ("refuses", "ceasefire")]


@pytest.mark.parametrize("word", LEXICON.data["nouns"]["owners"])
def test_each_preposition_names_the_owner(word: str) -> None:
    (found,) = told(f"It spoke of the condition {word} the Taliban: a ceasefire.")
    assert found.actors == ("taliban",)


def test_a_copy_tells_no_demand_again(tmp_path: Path) -> None:
    text = "GENEVA, June {} 2019 ({}) - The Taliban demanded a ceasefire on Monday. Peru rejected the demand. {}"
    rest = "".join(f"Officials named street {n} and, behind it, house {n + 1}. " for n in range(20))
    copies = {"a": (5, "AP", rest), "b": (4, "Reuters", rest), "c": (4, "AFP", rest + "Peru wants a truce.")}
    for name, said in copies.items():
        (tmp_path / f"{name}.txt").write_text(text.format(*said))
    (tmp_path / "d.txt").write_text("NEW YORK, June 9, 2019 (AP) - Peru rejected a ceasefire.")
    timeline = run(tmp_path).timeline
    assert sum(one.duplicate_of is not None for one in timeline.articles) == 2
    stands = [(one.article, one.stance) for one in timeline.demands]
    assert sorted(stands) == [("b", "asks"), ("b", "refuses"), ("c", "asks"), ("d", "refuses")]


def test_the_ledger_says_who_takes_which_side() -> None:
    found = lookup.of(sample())
    (one,) = demands(found)
    assert [(label, [link.text for link in links]) for label, links in one.asked.summary] == [
        ("Asked for by", ["Taliban"]),
        ("Refused by", ["United States"]),
    ]
    assert [stand.stance for stand in one.stands] == ["asks", "refuses"]
    day = found.articles[sample().demands[0].article].published.latest
    assert asked(day, day, found) == (one.asked,)
    assert asked(None, day, found) == ()
