"""Which verb a word may be a form of: lemma and form, from the lexicon's lemmas and the rules of spelling."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from dateline.lexicon.load import document

Form = Literal["base", "s", "past", "part", "ing"]
VOWELS = "aeiou"
EVENT_TABLES = (
    "talks", "agreement", "meeting", "attack", "deployment", "decision", "election", "control",
    "displacement", "detention", "sanctions", "protest", "statement", "other",
)  # fmt: skip


@cache
def forms() -> Mapping[str, tuple[tuple[str, Form], ...]]:
    """word in lower case -> ((lemma, form), …), for every lemma of the lexicon; of some, only their past."""
    table: dict[str, list[tuple[str, Form]]] = {}
    for lemma in lemmas():
        for word, form in inflect(lemma):
            entries = table.setdefault(word, [])
            if (lemma, form) not in entries:
                entries.append((lemma, form))
    for word, lemma in [*pasts().items(), *document("verbs").data["also"].items()]:
        if word not in table:
            table[word] = [(lemma, "past"), (lemma, "part")]
    return {word: tuple(entries) for word, entries in table.items()}


@cache
def pasts() -> Mapping[str, str]:
    """The past of verbs that are known by it alone: "transferred" -> "transfer"."""
    return {
        word: lemma
        for lemma in document("verbs").data["past"]["verbs"]
        for word, form in inflect(lemma)
        if form == "past"
    }


@cache
def lemmas() -> tuple[str, ...]:
    verbs = document("verbs").data
    events = document("events").data
    found = set(verbs["common"]["verbs"]) | set(verbs["irregular"])
    for table in EVENT_TABLES:
        found |= {entry.split()[0] for entry in events[table]["verbs"]}
    speech = document("speech").data["verbs"]
    found |= {entry.split()[0] for entry in (*speech["complement"], *speech["acts"])}
    cues = document("modality").data
    for group in cues["control"].values():
        found |= set(group)
    return tuple(sorted(found))


def inflect(lemma: str) -> list[tuple[str, Form]]:
    """The forms of a lemma: base, third person, past, participle, -ing."""
    verbs = document("verbs").data
    irregular = verbs["irregular"].get(lemma)
    past = irregular[0] if irregular else _suffixed(lemma, "ed")
    part = irregular[-1] if irregular else past
    found: list[tuple[str, Form]] = [(lemma, "base"), (_third(lemma), "s")]
    found += [(past, "past"), (part, "part"), (_suffixed(lemma, "ing"), "ing")]
    if lemma.endswith(("el", "al")) and not irregular:  # travelled, signalled: both spellings
        found += [(lemma + "led", "past"), (lemma + "led", "part"), (lemma + "ling", "ing")]
    return found


def _third(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _suffixed(lemma: str, suffix: str) -> str:
    if lemma.endswith("ie") and suffix == "ing":
        return lemma[:-2] + "ying"
    if lemma.endswith("e"):
        keep = suffix == "ing" and lemma.endswith(("ee", "oe"))
        return (lemma if keep else lemma[:-1]) + suffix
    if lemma.endswith("y") and lemma[-2] not in VOWELS and suffix == "ed":
        return lemma[:-1] + "ied"
    if lemma in document("verbs").data["doubling"]["verbs"]:
        return lemma + lemma[-1] + suffix
    return lemma + suffix
