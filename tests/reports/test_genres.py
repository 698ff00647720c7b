"""What newspapers say of politics, money, courts and illness, in the words of war and in long sentences."""

import pytest
from stories import events_of


def told(text: str) -> list[tuple[str, str]]:
    return [(event.type, event.headline) for event in events_of(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mr Hall fought the election in 1994.", "election"),
        ("The Greens defeated the incumbent in May.", "election"),
        ("The candidate was crushed at the polls in May.", "election"),
        ("His mother, Joan, died in April.", "other"),
        ("Ann Lee died on Friday.", "other"),
        ("The couple were killed in a car crash on Friday.", "other"),
        ("The cabinet was hit by a row on Friday.", "other"),
        ("The senator attacked the proposal on Friday.", "statement"),
        ("The party launched a scathing attack on the mayor on Friday.", "statement"),
        ("The cabinet was hit by a row last night.", "other"),
        ("The Tories were wiped out in May.", "election"),
        ("Ann Lee, who died on Friday, was a critic of the war.", "other"),
        ("Nurses began a strike on Friday.", "protest"),
        ("An opinion poll was published on Friday.", "other"),
        ("Mr Hall shot to fame in 1994.", "other"),
        ("Mr Hall entered the race on Friday.", "other"),
        ("Mr Hall entered the Cabinet on Friday.", "other"),
        ("Mr Hall withdrew his resignation on Friday.", "other"),
        ("The lira fell to 9 to the dollar on Friday.", "other"),
        ("He survived a heart attack in 1971.", "other"),
    ],
)
def test_words_of_war_tell_of_politics_money_and_illness(text: str, kind: str) -> None:
    assert [event.type for event in events_of(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels fought the army during the election in 1994.", "attack"),
        ("The army defeated the rebels before the vote in May.", "attack"),
        ("Ann Lee died on Friday after being shot.", "attack"),
        ("Nine people died on Friday.", "attack"),
        ("The convoy was hit by a shell on Friday.", "attack"),
        ("A missile hit the plant on Friday.", "attack"),
        ("Gunmen attacked the premier on Friday.", "attack"),
        ("The party launched an attack on the mayor on Friday.", "attack"),
        ("Drones began a strike on Friday.", "attack"),
        ("Ann Lee died on Friday in the war.", "attack"),
        ("The town was cleared of rebels on Friday.", "control"),
        ("A gunman shot a judge on Friday.", "attack"),
        ("Rebels entered the town on Friday.", "control"),
        ("Officers seized the radio station on Friday.", "control"),
        ("The town fell to the rebels on Friday.", "control"),
        ("A poll took place on Friday.", "election"),
    ],
)
def test_war_is_told_as_war(text: str, kind: str) -> None:
    assert [event.type for event in events_of(text)][:1] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "He was cleared of striking a guard.",
        "Ann Lee, whom he attacked in print for years, was there.",
        "Ann Lee was premier at the time of the war.",
        "Ann Lee was a veteran of the war.",
        "Shares hit a record.",
        "The judge fell ill.",
        "Labour returned to power.",
        "She struck a chord with voters.",
        "He bombarded them with messages.",
        "He helped to end the cold war.",
        "She recalls that the mayor stormed out.",
        "Ann Lee was the first to resign over a war.",
    ],
)
def test_a_figure_of_speech_without_a_day_is_no_event(text: str) -> None:
    assert events_of(text) == ()


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Mr Hall, a lawyer who studied in Bath, burst into the hall on Saturday.", "Mr Hall burst into the hall"),
        (
            "Mr Hall, a tall, almost blind lawyer who has suffered a stroke, left for Lima on Saturday.",
            "Mr Hall left for Lima",
        ),
        ("The premier, Ann Lee, whose party won the vote in May, stayed.", "Ann Lee’s party won the vote in May"),
        ("A referendum held on Sunday asked people about the port.", "A referendum asked people about the port"),
        (
            "The slump began on Friday, when a bank collapsed.",
            "The slump began when a bank collapsed",
        ),
        ("On Friday, when the votes are counted, Ann Lee will go.", "The votes are counted"),
        ("The premier spoke of Jon Roe, who was found dead in May.", "Jon Roe was found dead in May"),
        ("Jon Roe, whom she succeeded, was shot by a burglar in May.", "Jon Roe was shot by a burglar in May"),
    ],
)
def test_a_headline_can_be_read_alone(text: str, headline: str) -> None:
    assert headline in [line for _, line in told(text)]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("He founded a guild in the north, which merged in 2000.", "merged"),  # the guild, or the north
        ("They want a deal, signed on May 3, which raises value added tax.", "added that"),
        ("In the riots that followed more than 900 people, most of them nuns, were killed.", "riots were"),
        ("Labour demanded that he resign.", "He resign"),
        ("One of the last to have fought in the hills was there.", "fought"),
    ],
)
def test_no_line_tells_what_the_text_does_not(text: str, never: str) -> None:
    assert not any(never in line for _, line in told(text))


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Harold Hall married Edna Poe in 1945. She died last August.", "Edna Poe died"),
        ("Jon Roe won a seat in 1960. Later Sam Poe named him envoy. He resigned in 1962.", "Jon Roe resigned in 1962"),
        ("Ann Lee met Carl Poe in May. He resigned on Friday.", "Carl Poe resigned"),
    ],
)
def test_he_and_she_are_whom_they_can_mean(text: str, headline: str) -> None:
    assert headline in [line for _, line in told(text)]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Harold Hall spoke in May. She resigned on Friday.", "Harold Hall resigned"),
        ("Edna Poe spoke in May. He resigned on Friday.", "Edna Poe resigned"),
    ],
)
def test_he_and_she_are_nobody_of_the_other_sex(text: str, never: str) -> None:
    assert never not in [line for _, line in told(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The premier dismissed his army chief on Friday.", "decision"),
        ("The premier dismissed the report on Friday.", "statement"),
        ("Ann Lee called on President Hall on Friday.", "meeting"),
        ("Ann Lee called on President Hall on Friday to resign.", "statement"),
        ("Ann Lee, who had been ill, died at a military hospital on Friday.", "other"),
        ("A soldier died at a military hospital on Friday after the blast.", "attack"),
    ],
)
def test_one_verb_tells_of_two_things(text: str, kind: str) -> None:
    assert [event.type for event in events_of(text)][:1] == [kind]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It was the party's worst result since 1927.", "[..2019-06-30]"),
        ("In 1992, when she was 34, Ann Lee won the seat of Wells.", "1992"),
        ("The council will meet behind closed doors on Thursday.", "2019-07-04"),
    ],
)
def test_a_year_that_stands_near_dates_nothing_else(text: str, day: str) -> None:
    assert {event.when.edtf for event in events_of(text)} <= {day}
