"""Who speaks, as a headline says it: before a quotation, or behind what is said."""

import re
from functools import cache

from dateline.lexicon.load import document
from dateline.model import Actor, Speaker
from dateline.reports.clauses.clause import Clause, Parsed
from dateline.reports.clauses.subject_core import PRONOUNS
from dateline.reports.drafts.draft import Draft
from dateline.reports.grammar.closed_classes import BE, DETERMINERS, HAVE, MODALS, NEGATIONS, PREPOSITIONS, QUOTES
from dateline.reports.grammar.frames import listed
from dateline.reports.headlines.borrowed import ONE
from dateline.reports.headlines.cutting import MOST, open_ended, phrases
from dateline.reports.headlines.fitting import fitted
from dateline.reports.headlines.predicate import Actors, in_full
from dateline.reports.headlines.shortening import ARTICLE, WIDTH, balanced, without_titles
from dateline.reports.headlines.without_dates import words_of

DESCRIBED = re.compile(r"(?<=\w), (?:[a-z]|[A-Z][\w-]*['’]s )[^,]*,?$")  # "Ferrolux, Europe's third steelmaker"
LONG = 40  # a speaker told in more letters than this fills the line
WARNING = 6  # words between a verb of saying and the quotation: "told reporters in Kabul on Monday, “"
WORDS_OF_A_QUOTATION = 4
TELLS = {
    "hope": "hopes",
    "fear": "fears",
    "warn": "warns",
    "claim": "claims",
    "expect": "expects",
    "believe": "believes",
    "deny": "denies",
    "reject": "rejects",
    "refute": "refutes",
    "recommend": "recommends",
    "demand": "demands",
    "propose": "proposes",
    "insist": "insists",
    "suggest": "suggests",
}
WANTED = frozenset(["recommend", "demand", "propose", "insist", "suggest"])  # "demanded that troops leave"


@cache
def _heads(key: str) -> frozenset[str]:
    return frozenset(document("speech").data["speakers"][key])


def quotation(work: Draft, first: int, last: int, who: str) -> str:
    """The speaker, then the words."""
    return quoted(work, words_of(work, first, last), who)


def quoted(work: Draft, words: str, who: str) -> str:
    """The speaker, without titles where the words are many, then the words."""
    said = " ".join(words.split()).strip(" ,;:.–—-“”\"'`")
    said = re.sub(r"^(?:and|but|or|that|because)\s+", "", said)
    if len(said) + len(who) + len(": “”") > WIDTH or ", a" in who:
        who = who.partition(", a")[0]
        who = without_titles(who, [name.text for name in work.names if name.kind == "person" and not name.implied])
    room = WIDTH - len(who) - len(": “…”")
    if not who or not said or room < 20 or said.startswith(who):
        return fitted(work, said or who, "")
    if len(said) > room:
        said = re.sub(r" \([^()]*\)?$", "", said)
    words = said if len(said) <= room else _begun(said, room) + "…"
    who = ARTICLE.sub("", who)
    return f"{who[:1].upper()}{who[1:]}: “{balanced(words)}”"


def _begun(said: str, room: int) -> str:
    """The first words of a quotation: to the end of a phrase, if that is not far."""
    return next(
        (one for one in phrases(said, room, strict=True, more=True) if len(one) >= room * MOST),
        open_ended(said, room)[:-1],
    )


def quoted_words(work: Draft, n: int) -> tuple[int, int] | None:
    """The tokens of the quotation behind a verb of saying: "He said, “We have won”"; None for a few words of it."""
    words, verb = work.parsed.words, work.clauses[n].verb
    if work.quoted(work.clauses[n]):
        return None  # “He told us: go,” said a witness
    first = next((k + 1 for k in range(verb.last, len(words)) if words[k].low in QUOTES), len(words))
    before = [word.low for word in words[verb.last : first - 1]]
    inner = any(verb.last <= clause.verb.first < first for clause in work.clauses)
    if first < len(words) and before and _goes_on("to" if "to" in before else before[-1], words[first].text):
        return None
    if first >= len(words) or "that" in before or len(before) > WARNING or inner:
        return None  # also for "said the invasion was “to prevent …”", of which the quotation is a part
    last = next((k for k in range(first, len(words)) if words[k].low in QUOTES), len(words))
    return (first, last) if last - first >= WORDS_OF_A_QUOTATION else None


def _goes_on(before: str, quoted: str) -> bool:
    """'said she could "no longer defend it"': the quotation goes on with a sentence of the writer's."""
    return quoted[:1].islower() and before in MODALS | BE | HAVE | NEGATIONS | {"to"}


def mostly_quoted(work: Draft, last: int) -> bool:
    """Whether most of the words before token `last` stand between quotation marks."""
    words = work.parsed.words[:last]
    inside = [w for w in words if any(span.start <= w.start < span.end for span in work.parsed.sentence.quoted)]
    return 2 * len(inside) > len(words)


def voice_of(speaker: Speaker, actors: Actors) -> str:
    """Who speaks, in few words: a person with a long title by the family name, a bare "Department" by its name."""
    name = re.sub(r", (?:in|by|on|via|speaking|also|who|which)\b.*", "", ARTICLE.sub("", speaker.text))
    name = name if speaker.actor else DESCRIBED.sub("", name)
    opening, _, rest = name.partition(" ")
    own = actors.get(speaker.actor or "")
    named = own is not None and opening in own.name.split()  # "Labour officials"
    if name == speaker.text and not named and opening.lower() in _common() and (not rest or rest[0].islower()):
        name = f"{name[:1].lower()}{name[1:]}"  # "Community leaders" opens its sentence
    name = name.removesuffix(" there")  # "rebels there"
    actor = actors.get(speaker.actor or "")
    if not name or name.split()[0].lower() in PRONOUNS | {"him", "her", "them"}:
        return "" if actor is None or " " in name else _surname(actor)
    if actor and actor.kind == "person" and (len(name) > 20 or actor.name.split()[-1] not in name):
        return _surname(actor)  # also for "Washington’s peace envoy"
    return actor.name if actor and len(name) > LONG and "," in name else in_full(name, actor)


def _surname(actor: Actor) -> str:
    return actor.name.split()[-1] if actor.kind == "person" else actor.name


@cache
def _common() -> frozenset[str]:
    """Words that are no names, though they may open a sentence: there they have a capital."""
    return frozenset(document("common_words").data["words"].split())


def says_so(voice: str, governor: str) -> str:
    """ ", Khalilzad says", ", some Afghan officials fear"; nothing for nobody, or where that would fill the line."""
    if not voice or len(voice) > LONG:
        return ""
    verb = TELLS.get(governor, "says")
    if _many(voice):
        verb = "deny" if verb == "denies" else verb.removesuffix("s")  # "reject", "recommend"
    first = voice.split()[0]
    name = voice[:1].lower() + voice[1:] if first.lower() in DETERMINERS else voice
    return f", {name} {verb}"


def _many(voice: str) -> bool:
    """Whether several speak: "rights groups", "residents reached by phone", not "police press"."""
    words = voice.split()
    cut = next((k for k in range(1, len(words)) if words[k] in PREPOSITIONS), 0)
    head = words[cut - 1]
    if cut > 1 and head in _heads("tied"):
        head = words[cut - 2]
    several = words[0].lower() in listed("counting", "several")
    plural = several or (head.islower() and head.endswith("s") and not head.endswith(ONE))
    return plural or head.lower() in _heads("plurals") or " and " in voice


def is_body(noun: str) -> bool:
    """Whether the noun is a body, which is "it": "the group", "the ministry"."""
    return noun in _heads("bodies")


def means_itself(pronoun: str, clause: Clause, voice: str, actor: Actor | None) -> bool:
    """Whether the speaker fits the pronoun: "it" a body, and no "it is hard to say"; "he" and "she" a person."""
    person = actor.kind == "person" if actor else not (is_body(voice.split()[-1].lower()) or _many(voice))
    if pronoun == "it":
        return clause.verb.lemma != "be" and not (actor and person)
    return pronoun not in ("he", "she") or person


def actor_of(speaker: Speaker | None, actors: Actors) -> Actor | None:
    return actors.get(speaker.actor or "") if speaker else None


def hoped(parsed: Parsed, n: int) -> str:
    """ "hope" where clause `n` is what somebody has hopes or fears of: "had not given up hope that …"; else ""."""
    clause = parsed.clauses[n]
    if clause.first == 0 or parsed.words[clause.first].low != "that":
        return ""
    before = parsed.words[clause.first - 1].low.removesuffix("s")
    return before if before in ("hope", "fear") else ""


def same(voice: str, subject: str) -> bool:
    return bool(subject) and (voice.casefold() in subject.casefold() or subject.casefold() in voice.casefold())


def short(work: Draft, subject: str) -> str:
    """ "The spokesperson, Jane Roe" -> "Jane Roe"; any other apposition is left out."""
    first, _, rest = subject.partition(", ")
    people = {name.text for name in work.names if name.kind == "person" and not name.implied}
    return rest if rest in people else first
