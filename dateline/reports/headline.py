"""A line of at most 90 characters that can be read alone, in the article's own words."""

import re
from collections.abc import Mapping
from functools import cache

from dateline.lexicon.load import document
from dateline.model import Actor, Span, Speaker
from dateline.reports.attribution import PRONOUNS, speaks_of_itself, subject_span
from dateline.reports.boundaries import says
from dateline.reports.clauses import Clause, Parsed
from dateline.reports.draft import Draft
from dateline.reports.grammar import FIRST_PERSON, MARKS, MODALS, QUOTES, RELATIVES, is_adverb
from dateline.reports.morphology import inflect
from dateline.reports.shortening import ARTICLE, WIDTH, alone, balanced, clean, cut, tidy, without_aside, without_titles

APOSTROPHES = frozenset("'’")  # "we" and "'ve"
LONG = 40  # a speaker told in more letters than this fills the line
ONE = ("ss", "us", "is", "news")
WARNING = 6  # words between a verb of saying and the quotation: "told reporters in Kabul on Monday, “"
WORDS_OF_A_QUOTATION = 4
ROOM = 40  # letters that who says so leaves to what is said
SHORT = 32  # a line this short goes on into the next clause
DAYS = frozenset(["day", "week"])
# true only on the day of the article: "in February last year"
DEICTIC = re.compile(r"\b(?:last|next|this|coming|past|ago|later|earlier)\b", re.IGNORECASE)
# what an expression belongs to: "the worst attack this month", "his second this year"
RANKED = re.compile(r"\b(?:first|second|third|fourth|only|worst|best|most|\w{3,}est)\b(?: \w+){0,7} $", re.IGNORECASE)
KEPT_SIGNALS = frozenset(["by", "for", "since", "until", "before", "after", "following", "from", "between", "into"])
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
}
Actors = Mapping[str, Actor]


@cache
def _heads(key: str) -> frozenset[str]:
    return frozenset(document("speech").data["speakers"][key])


def of_clause(work: Draft, n: int, last: int, actors: Actors, speaker: Speaker | None) -> str:
    """The headline of clause `n`, whose event ends before token `last`; `speaker`: who says it, if not the narrator."""
    parsed = work.parsed
    clause = parsed.clauses[n]
    if says(clause.verb) and clause.relation == "attribution" and not _held_up(parsed, n):
        who = _subject(work, n, actors)
        if not _mostly_quoted(work, clause.first):
            said = clean(_text(work, 0, clause.first))
            speaks = work.speakers.get(n)
            name = _voice(speaks, actors) if speaks else ARTICLE.sub("", who)
            return _fitted(work, said, _tail(name, clause.verb.lemma) if name else "")
        return _quotation(work, 0, clause.first, who)
    opened = _opened(work, n) if says(clause.verb) else None
    if opened is not None and (who := _subject(work, n, actors)):
        return _quotation(work, *opened, who)
    if says(clause.verb):
        last = max([last, *(parsed.clauses[m].last for m in _content(parsed, n))])
    voice = _voice(speaker, actors) if speaker else ""
    if voice and work.quoted(clause) and _subject_word(parsed, n) in FIRST_PERSON:
        return _quotation(work, clause.first, last, voice)
    subject = _subject(work, n, actors)
    if not subject and voice:
        return _quotation(work, clause.first, last, voice)
    if voice and speaks_of_itself(parsed, n) and _means_itself(subject.lower(), clause, voice, _actor(speaker, actors)):
        subject = voice  # "Ghafari said that he had seen …"
    text = _line(work, n, last, subject)
    if len(text) > WIDTH and says(clause.verb):
        text = _said(work, n, last, subject) or text
    if len(text) < SHORT and (following := _following(parsed, n)):
        text = _line(work, n, max(last, parsed.clauses[following].last), subject)
    tail = ""
    if speaker and voice and not _same(voice, subject):
        governor = parsed.clauses[clause.governor].verb.lemma if clause.governor is not None else "say"
        tail = _tail(voice, governor)
    return _fitted(work, text, tail)


def _opened(work: Draft, n: int) -> tuple[int, int] | None:
    """The tokens of the quotation behind a verb of saying: "He said, “We have won”"; None for a few words of it."""
    words, verb = work.parsed.words, work.clauses[n].verb
    first = next((k + 1 for k in range(verb.last, len(words)) if words[k].low in QUOTES), len(words))
    before = [word.low for word in words[verb.last : first - 1]]
    if first >= len(words) or "that" in before or len(before) > WARNING:
        return None
    last = next((k for k in range(first, len(words)) if words[k].low in QUOTES), len(words))
    return (first, last) if last - first >= WORDS_OF_A_QUOTATION else None


def _held_up(parsed: Parsed, n: int) -> bool:
    """ "The president, who is mediating, said": no attribution, but the verb that a relative clause held up."""
    subject = parsed.clauses[0].subject
    return n == 1 and subject is not None and parsed.words[subject.end - 1].low in RELATIVES


def _mostly_quoted(work: Draft, last: int) -> bool:
    """Whether most of the words before token `last` stand between quotation marks."""
    words = work.parsed.words[:last]
    inside = [w for w in words if any(span.start <= w.start < span.end for span in work.parsed.sentence.quoted)]
    return 2 * len(inside) > len(words)


def _content(parsed: Parsed, n: int) -> list[int]:
    """The clauses of what clause `n` says, those of "said she hoped that …" too."""
    found = [n]
    for m, clause in enumerate(parsed.clauses):
        if m not in found and clause.governor in found:
            found.append(m)
    return found[1:]


def _said(work: Draft, n: int, last: int, subject: str) -> str:
    """ "The army said in a statement on Monday that it …" -> "The army said that it …", where what is said follows."""
    verb, words = work.clauses[n].verb, work.parsed.words
    following = [m for m in _content(work.parsed, n) if m > n and work.clauses[m].relation == "complement"]
    subject = _short(work, subject)
    if not following or not subject or len(subject) > LONG or not verb.finite:
        return ""
    first = work.clauses[following[0]].first
    if words[first].low != "that" and first != verb.last:
        return ""
    said = clean(_text(work, verb.first, verb.last)) if verb.lemma != "tell" else "said"
    return f"{subject} {said} that {clean(_text(work, first, last))}"


def _short(work: Draft, subject: str) -> str:
    """ "The spokesperson, Jane Roe" -> "Jane Roe"; any other apposition is left out."""
    first, _, rest = subject.partition(", ")
    people = {name.text for name in work.names if name.kind == "person" and not name.implied}
    return rest if rest in people else first


def _following(parsed: Parsed, n: int) -> int | None:
    """The clause that goes on with clause `n`; behind a relative clause what it broke off. None where nothing does."""
    following = parsed.clauses[n + 1 :]
    if not following or following[0].relation in ("attribution", "but"):
        return None
    if following[0].relation == "other" and following[0].first == following[0].verb.first:
        return None  # the verb that a relative clause held up
    return n + 2 if following[0].relation == "relative" and len(following) > 1 else n + 1


def of_span(work: Draft, span: Span, actors: Actors) -> str:
    """The headline of an event that a noun phrase tells: "Presidential elections"; "Mike Pompeo on a trip to Kabul"."""
    parsed = work.parsed
    text = clean(_text(work, span.start, span.end))
    opening = parsed.words[0].low
    if span.start == 1 and opening in ("on", "during") and parsed.clauses:
        return _fitted(work, f"{_subject(work, 0, actors)} {opening} {text}", "")
    return _fitted(work, re.sub(r"^(?:the|a|an|this|its|their|his|her)\s+", "", text, flags=re.IGNORECASE), "")


def _fitted(work: Draft, text: str, tail: str) -> str:
    """Within the width: first asides and titles go, then the end, and who says so only if nothing else helps."""
    text = balanced(text)
    if len(text) + len(tail) > WIDTH:
        text = without_aside(text)
    if len(text) + len(tail) > WIDTH:
        text = without_titles(text, [n.text for n in work.names if n.kind == "person" and not n.implied])
    if len(text) + len(tail) > WIDTH:
        room = WIDTH - len(tail)
        if room < ROOM:
            tail, room = "", WIDTH
        text = cut(text, room)
    line = balanced(tidy(alone(text))) + tail
    return line[:1].upper() + line[1:] if line else "Untitled"


def _line(work: Draft, n: int, last: int, subject: str) -> str:
    """Subject and predicate; the clause as it stands where it has its own subject."""
    clause = work.parsed.clauses[n]
    if clause.relation == "condition" and clause.subject is not None:
        return _conditional(work, n, f"if {clean(_text(work, clause.subject.start, last))}")
    if clause.subject is not None and _subject_word(work.parsed, n) not in PRONOUNS:
        text = clean(_without_relative(work, clause, last))
        return text if len(text) <= WIDTH else _without_apposition(work, n, last, text)
    text = clean(_text(work, clause.verb.first, last))
    if clause.verb.form == "ing" and not clause.verb.finite and subject:
        without = clause.verb.first > 0 and work.parsed.words[clause.verb.first - 1].low == "without"
        text = f"did not {clause.verb.lemma} {text.partition(' ')[2]}" if without else _finite(text, clause, subject)
    if clause.verb.modal == "be to" and not re.match(r"(?:is|are|was|were|be|to)\b", text):
        text = f"to {text}"  # "was to halt the violence and begin a dialogue"
    if clause.verb.modal in MODALS and work.parsed.words[clause.verb.first].low not in MODALS:
        text = f"{clause.verb.modal} {text}"  # "will defend … and continue": the second verb borrows the first one's
    return f"{subject}{'' if text[:1] in APOSTROPHES else ' '}{text}" if subject else text


def _conditional(work: Draft, n: int, condition: str) -> str:
    """ "The US will leave if Kabul does not want its troops": the condition behind what hangs on it, if it fits."""
    before = work.clauses[n - 1] if n else None
    if before is not None and before.relation in ("main", "complement", "and") and before.verb.finite:
        span = subject_span(work.parsed, n - 1)
        subject = _text(work, span.start, span.end) if span else ""
        line = clean(f"{subject} {_text(work, before.verb.first, before.last)} {condition}")
        if subject and len(line) <= WIDTH:
            return line
    return condition[:1].upper() + condition[1:]


def _finite(text: str, clause: Clause, subject: str) -> str:
    """ "The army …, accusing the rebels" -> "The army accuses the rebels"."""
    gerund, _, rest = text.partition(" ")
    forms = {form: word for word, form in inflect(clause.verb.lemma)}
    if gerund.lower() != forms["ing"]:
        return text
    last = subject.split()[-1]
    many = " and " in subject or (last.islower() and last.endswith("s") and not last.endswith(ONE))
    return f"{forms['base' if many else 's']} {rest}"


def _without_relative(work: Draft, clause: Clause, last: int) -> str:
    """ "Pakistan, which hosted them", "gunmen who fled" -> "Pakistan hosted them", "gunmen fled"; else as it stands."""
    low = [word.low for word in work.parsed.words[: clause.verb.first]]
    if low[-1:] in (["who"], ["which"], ["that"]) and len(low) - clause.first > 1 and low[-2] not in MARKS:
        return f"{_text(work, clause.first, len(low) - 1)} {_text(work, clause.verb.first, last)}"
    at = next((k for k in range(clause.first + 2, len(low)) if low[k] in ("who", "which") and low[k - 1] == ","), None)
    if at is None or "," in low[at:]:
        return _text(work, clause.first, last)
    return f"{_text(work, clause.first, at - 1)} {_text(work, at + 1, last)}"


def _without_apposition(work: Draft, n: int, last: int, text: str) -> str:
    """ "The envoy, a former general, left" -> "The envoy left", so that the verb is not cut off."""
    clause, words = work.parsed.clauses[n], work.parsed.words
    core = subject_span(work.parsed, n)
    first = core.start if core and clause.first <= core.start < clause.verb.first else clause.first
    commas = [k for k in range(first, clause.verb.first) if words[k].low == ","]
    if len(commas) < 2 or commas[-1] + 2 < clause.verb.first:
        return text
    named = _person(work, commas[0], commas[-1])
    return clean(f"{named or _text(work, first, commas[0])} {_text(work, clause.verb.first, last)}")


def _person(work: Draft, first: int, last: int) -> str:
    """The person that an apposition names: "a spokesman, John Doe, …"; empty where it names none."""
    words = work.parsed.words
    start, end = words[first + 1].start, words[last - 1].end
    return next((n.text for n in work.names if n.kind == "person" and (n.span.start, n.span.end) == (start, end)), "")


def _quotation(work: Draft, first: int, last: int, who: str) -> str:
    """The speaker, then the words."""
    said = " ".join(_text(work, first, last).split()).strip(" ,;:.–—-“”\"'")
    said = re.sub(r"^(?:and|but|or)\s+", "", said)
    room = WIDTH - len(who) - len(": “…”")
    if not who or not said or room < 20 or said.startswith(who):
        return _fitted(work, said or who, "")
    words = said if len(said) <= room else cut(said, room) + "…"
    who = ARTICLE.sub("", who)
    return f"{who[:1].upper()}{who[1:]}: “{balanced(words)}”"


def _subject(work: Draft, n: int, actors: Actors) -> str:
    """The subject in words; for a pronoun the name it stands for, unless the clause names that one itself."""
    parsed = work.parsed
    span = subject_span(parsed, n)
    if span is None:
        return ""
    start, end = parsed.words[span.start].start, parsed.words[span.end - 1].end
    text = re.sub(r",? (?:who|which|that|where)$", "", clean(work.text(start, end)))
    if text.lower().startswith("to "):
        return ""  # "those who want to … and to keep troops": the end of a longer subject
    stands = next(
        (name.id for name in work.names if name.span.start >= start and name.span.end <= end and name.id), None
    )
    actor = actors.get(stands or "")
    if text.lower() not in PRONOUNS:
        return re.split(r"\s*(?:[–—(]|, )", text)[0] if len(text) > 45 else _in_full(text, actor)
    if speaks_of_itself(parsed, n):
        return text
    named = {name.id for name in work.names if not name.implied and name.span.start > start}
    return actor.name if actor and stands not in named else text


def _subject_word(parsed: Parsed, n: int) -> str:
    """The subject where it is one word, but for adverbs ("we strongly"), in lower case."""
    span = subject_span(parsed, n)
    if span is None or any(not is_adverb(word.low) for word in parsed.words[span.start + 1 : span.end]):
        return ""
    return parsed.words[span.start].low


def _voice(speaker: Speaker, actors: Actors) -> str:
    """Who speaks, in few words: a person with a long title by the family name, a bare "Department" by its name."""
    name = re.sub(r", (?:in|by|on|via|speaking|also|who|which)\b.*", "", ARTICLE.sub("", speaker.text))
    actor = actors.get(speaker.actor or "")
    if not name or name.split()[0].lower() in PRONOUNS | {"him", "her", "them"}:
        return "" if actor is None or " " in name else _surname(actor)
    if actor and actor.kind == "person" and (len(name) > 20 or actor.name.split()[-1] not in name):
        return _surname(actor)  # also for "Washington’s peace envoy"
    return actor.name if actor and len(name) > LONG and "," in name else _in_full(name, actor)


def _surname(actor: Actor) -> str:
    return actor.name.split()[-1] if actor.kind == "person" else actor.name


def _in_full(name: str, actor: Actor | None) -> str:
    """ "Department", "the ministry" -> "US Department of State": one word of a body's name is the body's name."""
    bare = ARTICLE.sub("", name)
    if actor is None or actor.kind == "person" or len(bare.split()) != 1 or bare.lower() == actor.name.lower():
        return name
    return actor.name if bare.lower() in actor.name.lower() else name


def _tail(voice: str, governor: str) -> str:
    """ ", Khalilzad says", ", some Afghan officials fear"; nothing where that would fill the line."""
    if len(voice) > LONG:
        return ""
    head = re.split(r" (?:of|in|with|from) ", voice)[0].split()[-1]
    verb = TELLS.get(governor, "says")
    many = head.islower() and head.endswith("s") and not head.endswith(ONE)  # "rights groups", no "police press"
    if many or head.lower() in _heads("plurals") or " and " in voice:
        verb = "deny" if verb == "denies" else verb.removesuffix("s")
    name = voice[:1].lower() + voice[1:] if voice.split()[0] in ("Some", "Sources", "Officials", "Many") else voice
    return f", {name} {verb}"


def _means_itself(pronoun: str, clause: Clause, voice: str, actor: Actor | None) -> bool:
    """Whether the speaker fits the pronoun: "it" a body, and no "it is hard to say"; "he" and "she" a person."""
    person = actor.kind == "person" if actor else voice.split()[-1].lower() not in _heads("bodies")
    if pronoun == "it":
        return clause.verb.lemma != "be" and not (actor and person)
    return pronoun not in ("he", "she") or person


def _actor(speaker: Speaker | None, actors: Actors) -> Actor | None:
    return actors.get(speaker.actor or "") if speaker else None


def _same(voice: str, subject: str) -> bool:
    return bool(subject) and (voice.casefold() in subject.casefold() or subject.casefold() in voice.casefold())


def _text(work: Draft, first: int, last: int) -> str:
    """The words `[first, last)` without expressions of days and weeks: the date stands beside the headline."""
    words = work.parsed.words
    start, end = words[first].start, words[last - 1].end
    text = work.text(start, end)
    for timex in sorted(work.timexes, key=lambda t: -t.span.start):
        dated = timex.type in ("DATE", "TIME") and not timex.value.endswith("_REF") and timex.when.first is not None
        days = dated and (timex.when.precision in DAYS or bool(DEICTIC.search(timex.text)))
        inside = start <= timex.span.start and timex.span.end <= end
        rest = text[timex.span.end - start :] if inside else ""
        owner = timex.text.endswith(("'s", "’s")) or rest.startswith(("'", "’"))  # "in Saturday's shelling"
        ranked = inside and timex.when.precision not in DAYS and bool(RANKED.search(text[: timex.span.start - start]))
        if not days or not inside or timex.signal in KEPT_SIGNALS or owner or ranked:
            continue
        text = _without_signal(text[: timex.span.start - start], timex.signal) + rest
    return text


def _without_signal(before: str, signal: str) -> str:
    """ "met on" -> "met": the preposition goes with the expression."""
    bare = before.rstrip()
    if signal and (bare.lower() == signal or bare.lower().endswith(" " + signal)):
        return bare[: -len(signal)]
    return before
