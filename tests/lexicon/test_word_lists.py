"""Each word of the lists that the clause finder leans on does in a sentence what its list says."""

import pytest
from stories import article, events_of
from word_lists import form, read, words

from dateline.lexicon.load import document
from dateline.reports.grammar.verbs import verb_groups
from dateline.text.sentences import sentences


@pytest.mark.parametrize("lemma", [w for w in document("verbs").data["irregular"] if w not in ("be", "have", "do")])
def test_an_irregular_past_is_a_form_of_its_verb(lemma: str) -> None:
    past = document("verbs").data["irregular"][lemma][0]
    assert lemma in [group.lemma for group in verb_groups(read(f"The rebels {past} it on Monday.").words)]


@pytest.mark.parametrize("lemma", words("verbs", "doubling", "verbs"))
def test_a_last_consonant_doubles(lemma: str) -> None:
    assert form(lemma, "ing") == f"{lemma}{lemma[-1]}ing"


@pytest.mark.parametrize("lemma", words("verbs", "common", "verbs"))
def test_a_common_verb_is_found_in_the_past(lemma: str) -> None:
    text = f"The envoy {form(lemma, 'past')} the men."
    assert [group.first for group in verb_groups(read(text).words)] == [2] or lemma in ("do", "have")


@pytest.mark.parametrize("lemma", words("verbs", "past", "verbs"))
def test_a_verb_is_found_by_its_past(lemma: str) -> None:
    text = f"The envoy {form(lemma, 'past')} the men."
    assert [group.first for group in verb_groups(read(text).words)] == [2]


@pytest.mark.parametrize("lemma", words("frames", "stative", "lasting"))
def test_how_things_are_is_no_event(lemma: str) -> None:
    told = events_of(f"The old mill {form(lemma, 'past')} it in May.")
    assert [event.type for event in told if event.type == "other"] == []


@pytest.mark.parametrize("word", words("frames", "light", "counted"))
def test_a_price_that_falls_is_no_place_that_is_lost(word: str) -> None:
    assert "control" not in [event.type for event in events_of(f"The {word} fell on Monday.")]


@pytest.mark.parametrize("word", words("modality", "infinitive", "words"))
def test_behind_these_any_open_word_is_a_verb(word: str) -> None:
    verbs = document("modality").data["control"]
    governing = form(word, "past") if any(word in group for group in verbs.values()) else f"were {word}"
    parsed = read(f"The men {governing} to zorble the port.")
    assert "zorble" in [clause.verb.lemma for clause in parsed.clauses]


@pytest.mark.parametrize(
    "text", ["He looked to markets for help.", "The border is close to rivers.", "He was late due to storms."]
)
def test_elsewhere_to_may_be_towards(text: str) -> None:
    assert {clause.verb.lemma for clause in read(text).clauses}.isdisjoint({"markets", "rivers", "storms"})


@pytest.mark.parametrize("word", words("nouns", "also_nouns", "words"))
def test_a_word_that_is_also_a_noun_is_no_verb_after_an_article(word: str) -> None:
    assert [group.main for group in verb_groups(read(f"The {word} was long.").words)] == [2]


@pytest.mark.parametrize("title", words("sentences", None, "titles"))
def test_a_title_ends_no_sentence(title: str) -> None:
    assert len(sentences(article(f"They saw {title}. Smith there."))) == 1


@pytest.mark.parametrize("word", words("sentences", None, "numbered"))
def test_a_number_ends_no_sentence_before_its_figure(word: str) -> None:
    assert len(sentences(article(f"They saw {word}. 10 there."))) == 1
    assert len(sentences(article(f"They saw? {word}. He went there."))) == 3


@pytest.mark.parametrize("word", words("sentences", None, "abbreviations"))
def test_an_abbreviation_ends_a_sentence_only_before_an_opener(word: str) -> None:
    assert len(sentences(article(f"They met in {word}. Smith was there."))) == 1
    assert len(sentences(article(f"They met in {word}. The envoy left."))) == 2


@pytest.mark.parametrize("word", words("sentences", None, "openers"))
def test_an_opener_begins_a_sentence(word: str) -> None:
    assert len(sentences(article(f"Troops left the U.S. {word} envoys stayed."))) == 2


@pytest.mark.parametrize("line", words("sentences", None, "furniture"))
def test_page_furniture_is_no_sentence(line: str) -> None:
    assert [s.text for s in sentences(article(f"The envoy spoke.\n\n{line}"))] == ["The envoy spoke."]


@pytest.mark.parametrize("lemma", words("speech", "verbs", "complement"))
def test_a_verb_of_saying_governs_what_is_said(lemma: str) -> None:
    parsed = read(f"The envoy {form(lemma, 'past')} that rebels seized the port.")
    assert [clause.governor for clause in parsed.clauses][-1] == 0


@pytest.mark.parametrize("kind", ["scheduled", "expected", "denied", "claimed", "happened"])
def test_a_governing_verb_leads_into_the_next(kind: str) -> None:
    for lemma in document("modality").data["control"][kind]:
        parsed = read(f"The men were {form(lemma, 'part')} to attack the port.")
        leads = {lemma, form(lemma, "part")}  # "planned" is an adjective of plans as well
        assert [set(c.verb.chain) <= leads for c in parsed.clauses if c.verb.lemma == "attack"] == [True], lemma


@pytest.mark.parametrize("kind", ["scheduled", "expected"])
def test_a_governing_adjective_leads_into_the_next(kind: str) -> None:
    for word in document("modality").data["adjectives"][kind]:
        parsed = read(f"The men are {word} to attack the port.")
        assert ("attack", (word,)) in [(c.verb.lemma, c.verb.chain) for c in parsed.clauses], word


@pytest.mark.parametrize("word", words("speech", "verbs", "denying"))
def test_a_denial_points_back_at_what_it_denies(word: str) -> None:
    events = events_of(
        f"Rebels attacked the port on Monday. The generals {word} the report about the attack on the port."
    )
    types = [relation.type for event in events for relation in event.relations if relation.about == "happened"]
    assert types == ["denied-by", "denies"]


@pytest.mark.parametrize("word", words("speech", "speakers", "plurals"))
def test_many_say_and_one_says(word: str) -> None:
    (event,) = events_of(f"The army will attack the city, local {word} said.")
    assert event.headline == f"The army will attack the city, local {word} say"


@pytest.mark.parametrize("word", words("speech", "speakers", "tied"))
def test_who_is_tied_to_somebody_is_not_that_person(word: str) -> None:
    (event,) = events_of(f"The army will attack the city, soldiers {word} by Ann Lee said.")
    assert event.headline == f"The army will attack the city, soldiers {word} by Ann Lee say"
    assert "ann-lee" not in [one.actor for one in event.said_by]


@pytest.mark.parametrize("word", words("speech", "speakers", "bodies"))
def test_a_body_is_not_he(word: str) -> None:
    headlines = [event.headline for event in events_of(f"The {word} said that he was killed in an airstrike.")]
    assert [line for line in headlines if line.startswith("He was killed")]


@pytest.mark.parametrize("lemma", words("frames", "purpose", "verbs"))
def test_what_a_deed_is_for_is_no_deed(lemma: str) -> None:
    events = events_of(f"The governor took a long walk to {lemma} the airstrike.")
    assert "attack" not in [event.type for event in events if event.modality == "happened"]


@pytest.mark.parametrize("word", words("frames", "judgements", "words"))
def test_a_judgement_is_no_event(word: str) -> None:
    assert not events_of(f"It is {word} to sign the agreement.") or not events_of(
        f"The {word} is to sign the agreement."
    )


@pytest.mark.parametrize("word", words("frames", "judgements", "feelings"))
def test_how_somebody_took_it_is_no_event(word: str) -> None:
    assert [event.type for event in events_of(f"The envoy was {word} by the decision.")] == []


@pytest.mark.parametrize("word", words("frames", "assembly", "words"))
def test_an_assembly_votes_a_decision(word: str) -> None:
    assert [event.type for event in events_of(f"The {word} voted on Monday to close the port.")] == ["decision"]


@pytest.mark.parametrize("word", words("frames", "assembly", "not_beside"))
def test_beside_an_election_an_assembly_does_not_vote(word: str) -> None:
    (event,) = events_of(f"The vote for the council was held on Monday, with {word} watched by the army.")
    assert event.type == "election"


@pytest.mark.parametrize("word", words("frames", "asking", "words"))
def test_what_is_asked_is_no_event(word: str) -> None:
    adjective = word in ("clear", "unclear", "sure", "certain", "uncertain")
    said = f"It was {word}" if adjective else f"The army did not {word}"
    assert not [e for e in events_of(f"{said} if the rebels had attacked the port.") if e.type == "attack"]


@pytest.mark.parametrize("word", words("frames", "light", "of_sources"))
def test_what_sources_ask_not_to_be_is_no_event(word: str) -> None:
    asked = form(word, "part")
    assert not [e for e in events_of(f"An aide asked not to be {asked}.") if e.type == "statement"]


@pytest.mark.parametrize("lemma", words("speech", "verbs", "announcing"))
def test_what_is_announced_was_announced_that_day(lemma: str) -> None:
    told = events_of(f"The army began the offensive {form(lemma, 'part')} on Friday.")
    assert {(one.type, one.when.edtf) for one in told} == {("statement", "2019-06-28"), ("attack", "[..2019-06-30]")}


@pytest.mark.parametrize("word", [*document("verbs").data["also"]])
def test_a_past_of_british_spelling_is_found(word: str) -> None:
    found = [group.lemma for group in verb_groups(read(f"The envoy {word} the men.").words)]
    assert found == [document("verbs").data["also"][word]]


@pytest.mark.parametrize("word", words("frames", "light", "taken_over"))
def test_a_task_is_taken_over_and_no_ground(word: str) -> None:
    assert [event.type for event in events_of(f"Ann Lee took over the {word} on Monday.")] == ["decision"]


@pytest.mark.parametrize("word", words("frames", "light", "named"))
def test_who_names_them_decides(word: str) -> None:
    assert [event.type for event in events_of(f"Ann Lee named her {word} on Monday.")] == ["decision"]


@pytest.mark.parametrize("word", words("frames", "light", "facing"))
def test_what_somebody_may_face_is_no_event(word: str) -> None:
    told = events_of(f"The envoy gave them two days to {word} attack.")
    assert not [event for event in told if event.type == "attack"]


@pytest.mark.parametrize("word", words("frames", "assembly", "voters"))
def test_voters_elect_though_they_vote_against(word: str) -> None:
    assert [event.type for event in events_of(f"The {word} voted against the mayor on Monday.")] == ["election"]


@pytest.mark.parametrize("word", words("frames", "figurative", "captives"))
def test_a_captive_is_rescued(word: str) -> None:
    told = events_of(f"The army rescued a man from his {word} on Monday.")
    assert "detention" in [event.type for event in told]


@pytest.mark.parametrize("word", words("frames", "figurative", "saved"))
def test_who_is_saved_was_no_captive(word: str) -> None:
    assert [event.type for event in events_of(f"Boats rescued the {word}.")] == ["other"]


@pytest.mark.parametrize("word", words("frames", "figurative", "backbenchers"))
def test_a_rebel_in_parliament_votes(word: str) -> None:
    assert [event.type for event in events_of(f"One {word} rebelled on Monday.")] == ["decision"]


@pytest.mark.parametrize("word", words("frames", "figurative", "polls"))
def test_beside_votes_a_town_is_lost_at_the_polls(word: str) -> None:
    told = events_of(f"They lost control of the town on Monday, with a {word} in mind.")
    assert "control" not in [event.type for event in told]


@pytest.mark.parametrize("word", words("frames", "figurative", "stationed"))
def test_who_is_stationed_is_withdrawn(word: str) -> None:
    assert [event.type for event in events_of(f"Mora withdrew its {word} on Monday.")] == ["deployment"]


@pytest.mark.parametrize("noun", words("frames", "recalled", "heads"))
def test_what_a_noun_recalls_is_not_what_the_clause_tells(noun: str) -> None:
    events = events_of(f"The president laid a wreath on Friday for the {noun} of the great massacre.")
    assert [event.type for event in events] == ["other"]


@pytest.mark.parametrize("verb", words("frames", "recalled", "verbs"))
def test_what_a_verb_recalls_is_not_what_the_clause_tells(verb: str) -> None:
    events = events_of(f"The president went to the hall on Friday and {verb} the great massacre.")
    assert "attack" not in [event.type for event in events]
