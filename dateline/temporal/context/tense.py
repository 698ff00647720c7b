"""What a single word of a clause says of time: that it is over, to come, or open."""

from functools import cache

from dateline.lexicon.load import document

NEARER = 2  # ahead, but a weekday may be one that is just over
OVERTAKEN = 3  # it was to come: a weekday is the nearer one, of a date nothing is told
VERB_BEHIND = 5  # words in which the verb of what was set for a day follows the day
AUXILIARY = frozenset({"is", "are", "was", "were", "has", "have", "be", "being"})
LINKS = frozenset("for of on in at by with from that were was are is have had and or which will as".split())


@cache
def cue_words() -> dict[str, frozenset[str]]:
    """The words of `lexicon/time_cues.toml`, by what they say."""
    data = document("time_cues").data
    return {name: frozenset(words) for table in data.values() for name, words in table.items()}


def may_tell(word: str) -> bool:
    """Whether `tense` can find anything in the word, wherever it stands; few words can."""
    return word in _telling() or word.endswith(("ed", "'ll"))


@cache
def _telling() -> frozenset[str]:
    cues = cue_words()
    return frozenset().union(
        *(
            cues[key]
            for key in (
                "modal",
                "past",
                "intent",
                "voiced",
                "fixed",
                "planned",
                "verb",
                "arranged",
                "opening",
                "leaving",
                "provided",
            )
        )
    )


def is_past(words: list[str], i: int) -> bool:
    """A past verb or participle; not an adjective behind an article ("the proposed") and no name ("United")."""
    word, cues = words[i], cue_words()
    if word in cues["past"]:
        return not _is_bare(words, i)
    if not word.endswith("ed") or len(word) < 5 or not word.islower() or "-" in word or word in cues["no_verb"]:
        return False
    return i == 0 or words[i - 1] not in cues["article"] | {"behind"}  # "behind closed doors"


def _is_bare(words: list[str], i: int) -> bool:
    """ "To cut", "would put", "will not hit": such a form is no past, though it looks like one."""
    before = i - 2 if words[i - 1 : i] == ["not"] else i - 1
    return before >= 0 and (words[before] == "to" or words[before] in cue_words()["modal"])


def tense(words: list[str], i: int, *, behind: bool = False) -> int | None:
    """What word `i` says: -1 for a past verb, 1 for a modal, a plan or "agreed to"; None for any other word.

    0 is a verb that leaves it open: "could be reached", "had been scheduled".
    A past verb behind the date has it for itself: "on Friday agreed to" dates the agreeing.
    """
    cues, word = cue_words(), words[i]
    if word in cues["modal"] or word.endswith("'ll"):
        return 1
    if word in cues["arranged"] and words[i - 1 : i] in (["is"], ["are"]):  # "is meeting them on Sunday"
        return 1
    if word in cues["leaving"] and words[i + 1 : i + 2] in (["to"], ["for"]):  # "she flies to Rome on Sunday"
        return 1
    if word in cues["provided"] and words[i + 1 : i + 2] == ["that"]:
        return 1
    past = is_past(words, i)
    if past and words[i - 1 : i] == ["getting"] and words[i - 2 : i - 1] in (["is"], ["are"]):
        return 1  # "is getting married in June"
    if past and words[i - 1 : i] in (["is"], ["are"]) and not behind and not _is_plan(words, i):
        return None  # "if no truce is reached by the weekend"
    if past and "be" in words[max(0, i - 2) : i]:  # "will be held", "are to be held"
        return 0 if "could" in words[max(0, i - 4) : i] else 1
    if past and behind:  # "on Friday he is expected to"
        return 1 if words[i - 1 : i] in (["is"], ["are"]) and _is_plan(words, i) else -1
    if _is_plan(words, i):
        just_before = words[max(0, i - 3) : i]
        if word in cues["voiced"]:  # "the court ordered them to pay on Friday", but "have agreed to pay on Friday"
            return 1 if AUXILIARY.intersection(just_before) else NEARER
        if word in cues["intent"] and words[i + 1 : i + 2] == ["to"]:  # "was expected to tour the area Wednesday"
            return 0 if {"had", "been"}.intersection(just_before) else 1
        return 0 if cues["shifted"].intersection(just_before) else 1
    return -1 if past else None


def is_overtaken(before: list[str], i: int, after: list[str]) -> bool:
    """Whether what word `i` plans in passing has had its day: "the vote due on Friday was put off, began late"."""
    cues, near = cue_words(), after[:VERB_BEHIND]
    if cues["called_off"].intersection(near):
        return True
    if AUXILIARY.intersection(before[max(0, i - 2) : i]):
        return False
    verb = next((j for j in range(len(near)) if tense(near, j, behind=True) is not None), None)
    return verb is not None and near[verb] not in cues["saying"] and tense(near, verb, behind=True) == -1


def _is_plan(words: list[str], i: int) -> bool:
    """A word that speaks of what is fixed, "is due", "they meet", "agreed to"; not an aim, "flew there to meet"."""
    cues, word = cue_words(), words[i]
    reach = 4 if word.endswith("ed") else 2  # "agreed on Friday to meet", but "is to meet"
    if (word in cues["intent"] or word in cues["voiced"]) and "to" in words[i + 1 : i + reach]:
        return True
    if word in cues["fixed"] and words[i + 1 : i + 2] == ["for"]:
        return True
    if word == "plans" and words[i + 1 : i + 2] and words[i + 1] not in LINKS and not words[i + 1].endswith("ed"):
        return True  # "the union plans a strike on Sunday", but "plans for a strike", "plans announced on Sunday"
    if word in cues["opening"] and i and words[i - 1].lower() in cues["appointment"]:
        return True  # "polls close on Sunday", but "the close ally on Sunday"
    return word in cues["planned"] or (word in cues["verb"] and words[max(0, i - 1) : i] != ["to"])
