"""The package's data on names: well formed, sorted, small, credited, and quick to load."""

import time
from collections import Counter

from dateline.lexicon import load
from dateline.model import Conflict, Gazetted, Place
from dateline.names.finding import knowledge
from dateline.names.finding.spelling import fold
from dateline.names.states.geography import Geography, state_place

ASKED = """
Kabul Doha Kunduz Baghlan Logar Balkh Islamabad Mokha Sanaa Aden Abqaiq Khurais Raqqa Kobani Manbij
""".split()


def table(name: str) -> list[list[str]]:
    return [line.split("\t") for line in load.table_text(name).splitlines()[1:]]


def test_tables_have_their_columns() -> None:
    for name in ("countries", "organisations", "regions", "leaders", "gazetteer"):
        header, *rows = table(name)
        assert {len(row) for row in rows} == {len(header)}, name


def test_the_gazetteer_is_sorted_small_and_credited() -> None:
    text = load.table_text("gazetteer")
    credit, _, *rows = text.splitlines()
    assert rows == sorted(set(rows))
    assert len(text.encode()) < 600_000
    assert "GeoNames" in credit and "CC BY 4.0" in credit


def test_no_name_stands_for_two_organisations_but_abbreviations() -> None:
    rows = [{fold(form) for form in (row[0], *row[2].split("|")) if form} for row in table("organisations")[1:]]
    forms = Counter(form for row in rows for form in row)
    twice = {form for form, count in forms.items() if count > 1}
    assert twice <= {"rsf"}


def test_places_that_must_be_known() -> None:
    for name in (*ASKED, "Puli Khumri", "Pul-e Khumri", "Tell Tamer", "Ain Issa"):
        assert knowledge.places(fold(name)) or fold(name) in knowledge.lexicon(), name


def test_one_place_for_two_spellings() -> None:
    assert knowledge.places("puli khumri") == knowledge.places("pul e khumri")


def test_the_largest_place_comes_first_and_the_articles_country_wins() -> None:
    assert knowledge.places("doha")[0].place.country == "QA"
    geography = Geography(Conflict())
    tripoli = geography.find("Tripoli", {"LB"}, province=False)
    assert tripoli is not None and tripoli.country == "LB"


def test_the_editors_place_wins() -> None:
    place = Place("our-doha", "Doha", 1.0, 2.0, "XX", "city")
    geography = Geography(Conflict(places=(Gazetted(place, ("Ad-Dawhah",)),)))
    assert geography.find("Ad Dawhah", (), province=False) == place


def test_states_are_places_too() -> None:
    assert state_place("AF").precision == "country"
    assert all(-90 <= s.latitude <= 90 and -180 <= s.longitude <= 180 for s in knowledge.states().values())


def test_loading_is_quick() -> None:
    for part in (knowledge.states, knowledge.lexicon, knowledge.given_names, knowledge._gazetteer, load.table_text):
        getattr(part, "cache_clear", lambda: None)()
    began = time.process_time()
    knowledge.lexicon()
    knowledge.is_place("doha")
    knowledge.given_names()
    assert time.process_time() - began < 0.5  # measured: 0.03 s; the rest is for slow machines
