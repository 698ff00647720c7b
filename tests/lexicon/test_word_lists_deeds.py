"""Words that turn a deed into another, or into none, do so in a sentence."""

import pytest
from stories import events_of
from word_lists import form, read, words


def types(text: str) -> list[str]:
    return [event.type for event in events_of(text)]


@pytest.mark.parametrize("word", words("frames", "described", "openings"))
def test_what_an_aside_tells_of_many_is_told_of_them(word: str) -> None:
    told = events_of(f"The rebels, {word} former clerks who mutinied in May, stormed the port on Friday.")
    assert [event.headline for event in told] == ["The rebels mutinied in May", "The rebels stormed the port"]


@pytest.mark.parametrize("lemma", words("frames", "light", "felt"))
def test_what_is_felt_at_an_attack_is_no_attack(lemma: str) -> None:
    assert types(f"The council {form(lemma, 'past')} concern at the attack.") == ["statement"]
    assert types(f"The council {form(lemma, 'past')} support for the truce.") != ["agreement"]


@pytest.mark.parametrize("word", words("frames", "light", "bodies"))
def test_what_a_body_does_is_no_meeting(word: str) -> None:
    assert types(f"The {word} repaired the pumps on Monday.") == ["other"]
    assert types(f"The envoy's {word} began on Monday.") == ["meeting"]


@pytest.mark.parametrize("lemma", words("frames", "light", "topics"))
def test_what_is_only_spoken_of_is_not_told(lemma: str) -> None:
    assert "agreement" not in types(f"The clerks {form(lemma, 'past')} about the old accord.")


@pytest.mark.parametrize("word", words("frames", "light", "proposals"))
def test_what_is_proposed_has_not_been(word: str) -> None:
    assert "talks" not in types(f"Mali rejected a {word} to hold talks this week.")


def test_what_is_to_be_done_on_a_day_is_told() -> None:
    assert types("The envoy flew out to hold talks on Tuesday.") != []


@pytest.mark.parametrize("word", words("frames", "figurative", "left"))
def test_who_withdraws_from_an_accord_decides(word: str) -> None:
    assert types(f"The front withdrew from the {word} on Monday.") == ["decision"]
    assert types(f"Its troops withdrew from the port before the {word} on Monday.")[:1] == ["deployment"]


@pytest.mark.parametrize("phrase", words("frames", "nothing", "phrases"))
def test_what_nobody_knows_is_no_line(phrase: str) -> None:
    assert events_of(f"It told of the attack but {phrase} to reporters.") == ()


@pytest.mark.parametrize("phrase", words("modality", "desire", "particles"))
def test_with_a_particle_it_has_been_done(phrase: str) -> None:
    lemma, _, particle = phrase.partition(" ")
    told = events_of(f"The soldiers {form(lemma, 'past')} {particle} the assault.")
    assert {event.modality for event in told} <= {"happened"}


def test_what_is_pushed_for_has_not_been_done() -> None:
    assert [event.modality for event in events_of("The soldiers pushed to end the assault.")] == ["expected"]


@pytest.mark.parametrize("phrase", words("nouns", "compounds", "words"))
def test_neither_word_of_a_compound_is_a_verb(phrase: str) -> None:
    lines = [event.headline for event in events_of(f"Batons and {phrase} failed to stop the attack.")]
    assert all(line.startswith("Batons") for line in lines)


@pytest.mark.parametrize("word", words("nouns", "gerunds", "words"))
def test_a_deed_in_ing_with_a_phrase_behind_it_is_a_noun(word: str) -> None:
    parsed = read(f"The bridge was delayed by {word} in the hills.")
    assert [clause.verb.lemma for clause in parsed.clauses] == ["delay"]


@pytest.mark.parametrize("lemma", words("frames", "passive", "suffered"))
def test_what_is_suffered_with_another_is_passive_too(lemma: str) -> None:
    told = events_of(f"The clerk was arrested in Mora and {form(lemma, 'part')} in May 2004.")
    assert f"The clerk was {form(lemma, 'part')} in May 2004" in [event.headline for event in told]


@pytest.mark.parametrize("lemma", words("frames", "light", "intransitive"))
def test_with_an_object_it_is_no_protest(lemma: str) -> None:
    assert "protest" not in types(f"The captain {form(lemma, 'past')} the survivors in May.")


@pytest.mark.parametrize("word", words("frames", "described", "pursuing"))
def test_what_is_pursued_did_it(word: str) -> None:
    told = events_of(f"Detectives {word} a gang who shot a guard in Mora were attacked on Friday.")
    assert {"A gang shot a guard in Mora", "Detectives were attacked"} == {event.headline for event in told}
