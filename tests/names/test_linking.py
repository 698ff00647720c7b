"""What the conflict file changes, and what must not change with the order of the input."""

from names_reading import archive, article, candidates, directory

from dateline.lexicon import load
from dateline.model import Actor, Conflict, Gazetted, Place, Span
from dateline.names.find import find
from dateline.names.finding import knowledge
from dateline.names.finding.spelling import slug
from dateline.names.linking.link import link
from dateline.text.sentences import sentences

TEXT = """Zalmay Khalilzad met the Taliban in Doha. The group agreed.
===
US envoy Khallzad flew to Kabul. Washington said he would return to Moscow."""


def test_the_editors_actor_wins() -> None:
    envoy = Actor("zk", "Zalmay Khalilzad", "person", ("Khalilzad",))
    found = directory(TEXT, Conflict(actors=(envoy,)))
    mine = next(actor for actor in found.actors if actor.id == "zk")
    assert mine.aliases == ("Khalilzad",)
    assert {"Zalmay Khalilzad", "Khallzad"} <= set(mine.mentions)
    assert "zalmay-khalilzad" not in {actor.id for actor in found.actors}


def test_the_editors_state_and_government_win() -> None:
    actors = (Actor("usa", "United States", "state"), Actor("kabul", "Afghan government", "organisation"))
    found = directory("US officials met the Afghan government in Doha.", Conflict(actors=actors))
    assert {actor.id for actor in found.actors} == {"usa", "kabul"}


def test_an_alias_of_the_editor_gives_an_unknown_word_its_kind() -> None:
    front = Actor("panjwai-front", "Panjwai Front", "armed group", ("Panjwais",))
    found = directory("The Panjwais took the bridge.", Conflict(actors=(front,)))
    assert [(name.text, name.id) for name in found.names("a0")] == [("Panjwais", "panjwai-front")]


def test_an_organisation_is_what_most_articles_take_it_for() -> None:
    text = "The Zarvan Tegh denied it.\n===\nZarvan Tegh is quiet.\n===\nThe Zarvan Tegh met."
    found = directory(text)
    kinds = {name.kind for article in found.mentions for name in found.names(article) if name.text == "Zarvan Tegh"}
    assert kinds == {"organisation"}


def test_the_order_of_the_articles_changes_nothing() -> None:
    articles = archive(TEXT)
    texts = {key: one.text for key, one in articles.items()}
    found = candidates(articles)
    backwards = {key: found[key] for key in reversed(list(found))}
    assert link(found, texts, Conflict()) == link(backwards, texts, Conflict())


def test_ids_are_slugs_and_lists_are_sorted() -> None:
    found = directory(TEXT)
    for ids in ([actor.id for actor in found.actors], [place.id for place in found.places]):
        assert ids == sorted(ids)
        assert all(identity == slug(identity) for identity in ids)


def test_every_id_is_in_its_list() -> None:
    found = directory(TEXT)
    actors, places = {actor.id for actor in found.actors}, {place.id for place in found.places}
    for key in found.mentions:
        for name in found.names(key):
            assert name.id is None or name.id in (actors if name.acts or name.kind != "place" else places) | places


def test_a_long_line_of_capitals_takes_linear_time() -> None:
    assert directory("Alpha Beta Gamma of the Council " * 20_000).mentions


def test_an_empty_archive() -> None:
    assert link({}, {}, Conflict()).actors == ()


def test_the_editors_place_wins_over_what_the_words_look_like() -> None:
    camp = Gazetted(Place("camp-x", "Camp Torkham Ridge", 34.1, 71.1, "AF", "city"), ("Torkham Ridge",))
    found = directory("Torkham Ridge was quiet.", Conflict(places=(camp,)))
    assert [(name.kind, name.id) for name in found.names("a0")] == [("place", "camp-x")]


def test_an_alias_with_an_article_is_found() -> None:
    shura = Actor("quetta-shura", "Quetta Shura", "organisation", ("the Leadership Council",))
    found = directory("The Leadership Council met.", Conflict(actors=(shura,)))
    assert [name.id for name in found.names("a0")] == ["quetta-shura"]


def test_the_place_of_a_dateline_is_one_name() -> None:
    text = "Kabul: The minister left Kabul."
    one = article("a0", text)
    found = find(one.body, sentences(one), Span(0, 5))
    assert [candidate.text for candidate in found if candidate.gazetted or candidate.known] == ["Kabul", "Kabul"]


def test_the_place_and_the_agency_of_a_header_line_are_names() -> None:
    text = " date 2019-06-30 Reuters, KABUL\n\nNothing happened."
    one = article("a0", " " * 31 + text[31:])
    found = link({"a0": find(one.body, sentences(one), Span(26, 31))}, {"a0": text}, Conflict())
    assert [(name.text, name.kind) for name in found.names("a0")] == [("Reuters", "organisation"), ("KABUL", "place")]


def test_a_title_rests_on_the_words_that_give_it() -> None:
    texts = ["US special envoy Zalmay Khalilzad met Ghani.", "Jawed Basharat, the spokesman for police, left Doha."]
    found = directory(f"{texts[0]}\n===\n{texts[1]}")
    seen = [one for actor in found.actors for role in actor.roles for one in role.seen]
    quoted = {texts[int(one.article[1:])][slice(*one.span)] for one in seen}
    assert quoted == {"special envoy Zalmay Khalilzad", "Jawed Basharat, the spokesman"}


def test_the_lead_says_whose_forces_are_meant() -> None:
    lead, far = (
        "A village in Myanmar's northwestern Sagaing region was bombed.",
        "Envoys left the Cambodian city of Phnom Penh.",
    )
    last = "The security forces denied it."
    assert "burmese-forces" in {actor.id for actor in directory(f"{lead} {far} {last}").actors}
    assert "burmese-forces" not in {actor.id for actor in directory(f"{far} {lead} {last}").actors}


def test_bodies_are_spoken_of_wherever_an_article_is_set() -> None:
    """Also in a territory, which the gazetteer knows and the list of states does not."""
    rows = [line.split("\t") for line in load.table_text("gazetteer").splitlines()[2:]]
    places = {country: name for name, _, country, *_ in rows}
    territories = sorted(places.keys() - knowledge.states().keys())
    assert "HK" in territories
    for place in (places[code] for code in territories):
        said = "The army left, the police and the Foreign Ministry said. Congress met in"
        assert directory(f"{place.upper()} (AP) -- {said} {place}.").names("a0")
