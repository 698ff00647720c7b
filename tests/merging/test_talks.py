"""Accords, the beginning and end of talks, and sayings of which two articles tell."""

import pytest
from stories import archive_of

Told = tuple[str, str]  # when it was published, and the text

ONE = [
    # an accord by any name, of which one article names one side and the other another
    (
        ("2019-05-03", "Mali's government and rebels agreed on Thursday to stop the fighting."),
        ("2019-05-03", "Mali's government signed a declaration with rebels on Thursday."),
    ),
    (
        ("2019-05-03", "Malian commanders signed an accord in Tunis on Thursday."),
        ("2019-05-12", "Mali's government said much. The agreement in Tunis was signed on May 2 by soldiers of Mali."),
    ),
    # the two parties sign one accord, wherever it holds
    (
        ("2019-05-03", "Mali and Chad signed an agreement in Tunis on Thursday."),
        ("2019-05-03", "Mali and Chad put their names to a pact on Gao on Thursday."),
    ),
    # a week, and news of one of its days
    (
        ("2019-05-03", "Mali and Chad have agreed on a ceasefire in Gao."),
        ("2019-05-08", "Mali and Chad agreed on a ceasefire last week."),
    ),
    # talks open and break up but once
    (
        ("2019-05-03", "Mali and Chad opened talks in Tunis on Thursday."),
        ("2019-05-12", "Envoys of Mali met. The talks with Chad, which began on May 2, have ended."),
    ),
    (
        ("2019-05-05", "Talks of Mali and Chad broke up in Tunis on Saturday."),
        ("2019-05-12", "The strike came on Tuesday, three days after the talks of Mali and Chad in Tunis collapsed."),
    ),
    (
        (
            "2019-05-03",
            "Mali's government and rebels opened talks in Tunis. The talks of Mali's government have collapsed.",
        ),
        ("2019-05-03", "The talks of Mali's government with rebels broke down on Thursday amid shouting."),
    ),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_two_articles_tell_of_one_accord_or_of_the_same_talks(one: Told, other: Told) -> None:
    found = archive_of(one, other)
    shared = [event for event in found if event.articles > 1]
    assert len(shared) == 1, [(event.headline, event.when.edtf, event.type) for event in found]


SAID = ("2019-05-03", "Minister Ann Lee called the failure a serious setback.")


def test_the_same_words_of_one_speaker_are_said_once() -> None:
    (event,) = archive_of(SAID, ("2019-05-04", "Ann Lee, the minister, spoke of a serious setback."))
    assert event.articles == 2


TWO = [
    (SAID, ("2019-05-04", "Minister Carl Moss spoke of a serious setback.")),  # another speaker
    (SAID, ("2019-06-04", "Minister Ann Lee spoke of a serious setback.")),  # a month later
    (SAID, ("2019-05-04", "Minister Ann Lee spoke of a serious mistake.")),
    (  # begun, and ended
        ("2019-05-03", "Mali and Chad opened talks in Tunis on Thursday."),
        ("2019-05-03", "Kenya and Ghana ended talks in Tunis on Thursday."),
    ),
    (
        ("2019-05-03", "Mali and Chad signed an agreement in Tunis on Thursday."),
        ("2019-05-03", "Kenya and Ghana signed an agreement in Tunis on Thursday."),
    ),
    (
        ("2019-05-03", "Mali and Chad have agreed on a ceasefire in Gao."),
        ("2019-06-08", "Mali and Chad agreed on a ceasefire last week."),
    ),
]


@pytest.mark.parametrize(("one", "other"), TWO)
def test_other_speakers_parties_and_days_stay_two(one: Told, other: Told) -> None:
    assert not [event for event in archive_of(one, other) if event.articles > 1]
