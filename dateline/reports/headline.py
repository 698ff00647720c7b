"""A line of at most 90 characters that can be read alone, in the article's own words."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from dateline.model import Span, Speaker
from dateline.reports.clause import Parsed
from dateline.reports.conditions import conditioned
from dateline.reports.denials import fronted, told_untrue, wanted, with_content
from dateline.reports.draft import Draft
from dateline.reports.fitting import fitted, short_subjects
from dateline.reports.foretold import Foretold
from dateline.reports.grammar import CLOSING, DETERMINERS, FIRST_PERSON, PREPOSITIONS, RELATIVES
from dateline.reports.predicate import Actors, line, subject_of, subject_word, with_adverbs
from dateline.reports.rejected import behind_noun, noun_with_content, rejecter, rejects, untrue
from dateline.reports.shortening import ARTICLE, WIDTH, clean
from dateline.reports.speaking import (
    LONG,
    actor_of,
    hoped,
    means_itself,
    mostly_quoted,
    quotation,
    quoted,
    quoted_words,
    same,
    says_so,
    short,
    voice_of,
)
from dateline.reports.speech_verbs import says
from dateline.reports.subjects import PRONOUNS
from dateline.reports.things_meant import Instead
from dateline.reports.verb_group import gerund
from dateline.reports.without_dates import words_of

ACCORDING = re.compile(r"^according to [^,]+, |,? according to [^,]+$", re.IGNORECASE)
WHEN = re.compile(r"^(?:[Ww]hen|[Aa]s|In [A-Z][\w .’'-]{1,30}, where) (\w)")
STATED = re.compile(r"^In (?:a|an|his|her|its|their) (?:\w+ )?statement[^,]*, ", re.IGNORECASE)
FIRST = re.compile(r"\b(?:I|[Ww]e|us|[Oo]ur|[Mm]y|me)\b")
ASIDE_OF = re.compile(r"^([^,]+), ")  # "truce, agreed in Moscow": the comma that held the day
ONLY_IS = re.compile(r"^((?:The|A|An) [\w' -]+) (?:is|was|are|were)$")  # "The vote is" of " on Friday"
TITLES = frozenset("mr mrs ms dr sir lord lady dame gen col lt president prime king queen pope".split())
WORDS = 3  # a line of fewer says too little
SHORT = 32  # a line this short goes on into the next clause


class Meant(NamedTuple):
    """What pronouns mean: the subject, "" where that is not known; and others, with the word before or behind."""

    subject: str = ""
    others: Sequence[Instead] = ()


def of_clause(work: Draft, n: int, last: int, actors: Actors, speaker: Speaker | None, means: Meant) -> str:
    """The headline of clause `n`, whose event ends before token `last`; `speaker` says it, if not the narrator."""
    parsed = work.parsed
    clause = parsed.clauses[n]
    if (whole := untrue(parsed, n)) is not None:
        return told_untrue(work, n, whole, actors, speaker)
    resumed = clause.relation == "relative" or (clause.relation == "other" and clause.subject is None)
    if n and resumed and noun_with_content(parsed, n - 1):
        return with_content(work, n - 1)
    if (by := rejecter(parsed, n)) is not None:
        return fronted(work, n, last, by, "deny", actors, speaker)
    if clause.governor is not None and wanted(parsed, n):
        return fronted(work, n, last, clause.governor, parsed.clauses[clause.governor].verb.lemma, actors, speaker)
    if says(clause.verb) and clause.relation == "attribution" and not _held_up(parsed, n):
        who = subject_of(work, n, actors)
        if not mostly_quoted(work, clause.first):
            return _told_first(work, n, who, actors)
        return quotation(work, 0, clause.first, who)
    if (ended := _behind_quotation(work, n)) and (who := subject_of(work, n, actors)):
        return quotation(work, clause.first, ended, who)
    opened = quoted_words(work, n) if says(clause.verb) and not work.quoted(clause) else None
    if opened is not None and (who := subject_of(work, n, actors)):
        return quotation(work, *opened, who)
    if says(clause.verb) or rejects(clause) or _tells(parsed, n):
        last = max([last, *(parsed.clauses[m].last for m in _content(parsed, n))])
        if parsed.words[clause.last - 1].low == "that":
            last = parsed.clauses[-1].last  # "warned that if the rains fail, many will leave"
    last = _before_when(parsed, n, last)
    voice = voice_of(speaker, actors) if speaker else ""
    if voice and work.quoted(clause) and subject_word(work, n) in FIRST_PERSON:
        return quotation(work, clause.first, last, voice)
    subject = subject_of(work, n, actors)
    if not subject and voice:
        return quotation(work, clause.first, last, voice)
    if voice and work.speaks_of_itself(n) and means_itself(subject.lower(), clause, voice, actor_of(speaker, actors)):
        subject = voice  # "Ghafari said that he had seen …"
    if means.subject and subject.lower() in PRONOUNS:
        subject = f"[{means.subject}]"  # none of the article's own words at this place
    text = _told_by_name(line(work, n, last, subject), means.others)
    if voice and not same(voice, subject):
        text = ACCORDING.sub("", text)  # told at the end
    text = ONLY_IS.sub(r"\1", _without_opening(work, _pair(work, n, text, actors)))
    if voice and (work.quoted(clause) or FIRST.match(text)) and FIRST.search(text):
        return quoted(work, text, voice)
    if len(text) > WIDTH and (says(clause.verb) or rejects(clause)):
        text = _said(work, n, last, subject) or text
    if len(text) > WIDTH and parsed.clauses[n].subject is None:
        lines = (_told_by_name(line(work, n, last, short), means.others) for short in short_subjects(work, n))
        text = next((short for short in lines if len(short) <= WIDTH), text)
    if len(text) < SHORT and (following := _following(parsed, n)):
        longer = line(work, n, max(last, parsed.clauses[following].last), subject)
        loose = says(parsed.clauses[following].verb) or parsed.clauses[following].relation == "relative"
        goes_on = any(one.governor in (following, following - 1) for one in parsed.clauses[following + 1 :])
        unsaid = loose and goes_on  # "a statement in which he said", "condemned it and denied"
        if len(text.split()) < WORDS or (not unsaid and (len(longer) <= WIDTH or not loose)):
            text = longer
    text = _told_by_name(STATED.sub("", text), means.others)
    if clause.relation == "main" and clause.verb.tense == "past":  # "In 1995, when the party split, he left"
        text = WHEN.sub(lambda found: found[1].upper(), text)
    tail = ""
    if speaker and voice and not same(voice, subject):
        governor = parsed.clauses[clause.governor].verb.lemma if clause.governor is not None else "say"
        tail = says_so(voice, hoped(parsed, n) or governor)
    text = conditioned(work, n, _in_small_letters(work, text, actors), WIDTH - len(tail))
    content = next((m for m in _content(parsed, n) if parsed.clauses[m].relation == "complement"), n)
    return fitted(work, text, tail, list(dict.fromkeys((n, content))) if says(clause.verb) else [n])


def _in_small_letters(work: Draft, text: str, actors: Actors) -> str:
    """ "ANN LEE resigned", "THE minister resigned": newspapers print the first words of an article in capitals."""
    for name in work.names:
        actor = actors.get(name.id or "")
        shouted = " " in name.text and any(len(word) > 2 and word.isupper() for word in name.text.split())
        if shouted and actor and actor.kind == "person":
            text = text.replace(name.text, actor.name)
    return f"The {text[4:]}" if text.startswith("THE ") and not text.isupper() else text


def _behind_quotation(work: Draft, n: int) -> int:
    """The token of the subject right behind the end of a quotation that began in a sentence before; 0 for none."""
    span, words = work.subject(n), work.parsed.words
    told = n == 0 and says(work.clauses[n].verb) and span is not None and span.start > WORDS
    return span.start if told and span and words[span.start - 1].low in CLOSING else 0


def _pair(work: Draft, n: int, text: str, actors: Actors) -> str:
    """ "He and Ann Lee met" -> "John Doe and Ann Lee met"."""
    span = work.subject(n)
    opening = work.parsed.words[span.start] if span else None
    if opening is None or opening.low not in ("he", "she") or not text.startswith(f"{opening.text} and "):
        return text
    meant = next((name.id for name in work.names if name.span.start == opening.start), None)
    actor = actors.get(meant or "")
    return f"{actor.name}{text[len(opening.text) :]}" if actor and actor.name not in text else text


def _told_by_name(text: str, others: Sequence[Instead]) -> str:
    """ "The parties prolonged it" -> "The parties prolonged [the truce]"."""
    for words, by in others:
        text = re.sub(rf"\b{re.escape(words)}\b", by, text, flags=re.IGNORECASE)
    return f"[The{text[4:]}" if text.startswith("[the ") else text


def _told_first(work: Draft, n: int, who: str, actors: Actors) -> str:
    """ "The talks ended, the ministry said" -> "The ministry said that the talks ended": not as the talks are told."""
    said, verb = clean(words_of(work, 0, work.clauses[n].first)), work.clauses[n].verb
    held_up = work.clauses[n + 1] if n + 1 < len(work.clauses) else None
    if held_up and held_up.governor == n and held_up.subject and held_up.subject.end < work.clauses[n].first:
        said = line(work, n + 1, held_up.last, said)  # "The truce, the ministry said on Friday, was signed"
    speaks = work.speakers.get(n)
    voice = voice_of(speaks, actors) if speaks else ""
    if not who and not voice:
        return fitted(work, said, "", [0])
    said = f"{said[:1].lower()}{said[1:]}" if _small(work, said) else said
    told = "said" if verb.lemma == "tell" else clean(words_of(work, verb.first, verb.last))
    main = _resumed(work, n)
    verbs = [main] if verb.lemma == "tell" else [n, main]
    lines = [f"{name} {told} that {said}" for name in (who, voice) if 0 < len(name) <= LONG]
    return fitted(work, next((line for line in lines if len(line) <= WIDTH), lines[0] if lines else said), "", verbs)


def _resumed(work: Draft, n: int) -> int:
    """The clause before clause `n` that tells what is said: "left" of "Gunmen who seized the bus left, he said"."""
    first, subject = work.clauses[0], work.clauses[0].subject
    words = work.parsed.words
    if subject is None or not any(words[k].low in RELATIVES | {"that"} for k in range(subject.start + 1, subject.end)):
        return 0
    held_up = (m for m in range(1, n) if work.clauses[m].relation == "other" and work.clauses[m].subject is None)
    return next(held_up, 0) if first.verb.finite else 0


def _small(work: Draft, said: str) -> bool:
    """Whether what is said opens with the sentence's first word, which only its place has given a capital."""
    first, second = (*work.parsed.words, *work.parsed.words)[:2]
    if not said.startswith(first.text):
        return False
    if first.low.rstrip(".") in TITLES:
        return False
    named = any(name.span.start == first.start and not name.implied for name in work.names)
    return first.low in DETERMINERS or not (named or second.text[:1].isupper() or not first.text[1:].islower())


def of_span(work: Draft, span: Span, actors: Actors) -> str:
    """The headline of an event that a noun phrase tells: "Presidential elections"; "Mike Pompeo on a trip to Kabul"."""
    parsed = work.parsed
    text = ASIDE_OF.sub(r"\1 ", clean(words_of(work, span.start, span.end)))
    opening = parsed.words[0].low
    if span.start == 1 and opening in ("on", "during") and parsed.clauses:
        return fitted(work, f"{subject_of(work, 0, actors)} {opening} {text}", "")
    return fitted(work, re.sub(r"^(?:the|a|an|this|its|their|his|her)\s+", "", text, flags=re.IGNORECASE), "")


def of_opening(work: Draft, last: int, actors: Actors) -> str:
    """ "Born in Leeds in 1958, Ann Lee" -> "Ann Lee was born in Leeds in 1958"; "" where nobody is the subject."""
    subject = subject_of(work, 0, actors)
    told = clean(words_of(work, 0, last))
    return fitted(work, f"{subject} was {told[:1].lower()}{told[1:]}", "") if subject else ""


def of_foretold(work: Draft, found: Foretold, actors: Actors, speaker: Speaker | None) -> str:
    """ "Imminent incursion into the north, the ministry says"; "Chad to assume the duty of guarding the border"."""
    tail = says_so(voice_of(speaker, actors), "say") if speaker else ""
    if found.doing is None:
        return fitted(work, ARTICLE.sub("", clean(words_of(work, found.first, found.last))), tail)
    lemma = gerund(work.parsed.words[found.doing].low)
    doing = clean(words_of(work, found.doing + 1, found.last))
    return fitted(work, f"{clean(words_of(work, found.first, found.doing))} to {lemma} {doing}", tail)


def _held_up(parsed: Parsed, n: int) -> bool:
    """ "The president, who is mediating, said": no attribution, but the verb that a relative clause held up."""
    subject = parsed.clauses[0].subject
    return n == 1 and subject is not None and parsed.words[subject.end - 1].low in RELATIVES


def _before_when(parsed: Parsed, n: int, last: int) -> int:
    """ "to leave office on Monday, when amendments" of "that limit his powers come into force": without its half."""
    clause = parsed.clauses[n]
    if last != clause.last or last == len(parsed.words) or parsed.clauses[n + 1].relation != "relative":
        return last
    words = parsed.words
    behind = range(clause.verb.last, last)
    return next((k for k in behind if words[k].low == "when" and words[k - 1].low == ","), last)


def _following(parsed: Parsed, n: int) -> int | None:
    """The clause that goes on with clause `n`; behind a relative clause what it broke off. None where nothing does."""
    following = parsed.clauses[n + 1 :]
    if not following or following[0].relation in ("attribution", "but", "condition", "until"):
        return None
    own = parsed.clauses[n]
    if any(word.low == "when" for word in parsed.words[own.first + 1 : own.verb.first]):
        return None  # "On Friday, when the votes are counted, the premier will go"
    alone = parsed.clauses[n].relation != "condition" and parsed.words[parsed.clauses[n].first].low not in PREPOSITIONS
    if alone and following[0].subject is not None and following[0].relation in ("main", "and", "other"):
        return None  # "The truce was announced, and a missile struck"; not "In a statement issued on Monday, the army"
    if following[0].relation in ("participle", "and") and following[0].leader not in (None, n):
        return None  # "… that its troops had left, calling it a retreat"
    if following[0].relation == "other" and following[0].first == following[0].verb.first:
        return None  # the verb that a relative clause held up
    return n + 2 if following[0].relation == "relative" and len(following) > 1 else n + 1


def _tells(parsed: Parsed, n: int) -> bool:
    """Whether a "that" stands right behind the verb: "conceded that …"."""
    behind = parsed.clauses[n].verb.last
    following = parsed.clauses[n + 1] if n + 1 < len(parsed.clauses) else None
    return following is not None and following.first == behind and parsed.words[behind].low == "that"


def _content(parsed: Parsed, n: int) -> list[int]:
    """The clauses of what clause `n` says, those of "said she hoped that …" too."""
    found = [n]
    for m, clause in enumerate(parsed.clauses):
        if m not in found and (
            clause.governor in found or rejecter(parsed, m) == n or (m == n + 1 and _tells(parsed, n))
        ):
            found.append(m)
    return found[1:]


def _said(work: Draft, n: int, last: int, subject: str) -> str:
    """ "The army said in a statement on Monday that it …" -> "The army said that it …", where what is said follows."""
    verb, words = work.clauses[n].verb, work.parsed.words
    content = [m for m in _content(work.parsed, n) if m > n]
    following = [m for m in content if work.clauses[m].relation == "complement" or rejecter(work.parsed, m) == n]
    subject = short(work, subject)
    if not following or not subject or len(subject) > LONG or not verb.finite:
        return ""
    first = work.clauses[following[0]].first
    if words[first].low != "that" and first != verb.last:
        return ""
    noun = behind_noun(work.parsed, n, first) if rejects(work.clauses[n]) else None
    told = noun or verb.last  # "denied a report in a newspaper that …"
    said = clean(words_of(work, with_adverbs(work, n), told)) if verb.lemma != "tell" else "said"
    asked = words[first].low in ("why", "how", "what", "whether", "who", "where", "when")
    that = (
        f" {words[first].low}" if asked else "" if words[first].low in PREPOSITIONS else " that"
    )  # "agreed on how they are to take part"
    return f"{subject} {said}{that} {clean(words_of(work, first, last))}"


def _without_opening(work: Draft, text: str) -> str:
    """ "In 2006, rebels attacked the port" -> "Rebels attacked the port": the date stands beside the headline."""
    for timex in work.timexes[:1]:
        opening = f"{timex.signal} {timex.text}, "
        if timex.type == "DATE" and timex.when.first and text.casefold().startswith(opening.casefold()):
            return text[len(opening) :]
    return text
