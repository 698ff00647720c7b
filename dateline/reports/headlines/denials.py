"""The headline of what is denied or only wanted: it says so before it says what."""

from dateline.model import Span, Speaker
from dateline.reports.clauses.clause import Parsed
from dateline.reports.drafts.draft import Draft
from dateline.reports.headlines.cutting import cut, phrases
from dateline.reports.headlines.fitting import fitted
from dateline.reports.headlines.predicate import Actors, line, subject_of
from dateline.reports.headlines.shortening import WIDTH, clean
from dateline.reports.headlines.speaking import LONG, WANTED, says_so, short, voice_of
from dateline.reports.headlines.without_dates import words_of


def wanted(parsed: Parsed, n: int) -> bool:
    """ "demanded that the troops leave": by itself, "the troops leave" would tell that they do."""
    clause = parsed.clauses[n]
    governor = parsed.clauses[clause.governor] if clause.governor is not None else None
    content = governor is not None and governor.verb.lemma in WANTED and clause.relation in ("complement", "relative")
    return content and clause.verb.form == "base" and not clause.verb.modal and not clause.verb.chain


def fronted(work: Draft, n: int, last: int, by: int, lemma: str, actors: Actors, speaker: Speaker | None) -> str:
    """ "The army denies that it attacked the port": who denies or wants it stands first, where nothing is cut off."""
    voice = voice_of(speaker, actors) if speaker else ""
    who = says_so(voice, lemma).removeprefix(", ")
    if not who:
        subject = short(work, subject_of(work, by, actors))
        told = clean(words_of(work, work.clauses[by].verb.first, work.clauses[by].verb.last))
        who = f"{subject} {told}" if 0 < len(subject) <= LONG else "It is denied" if lemma == "deny" else "It is wanted"
    span = work.subject(n)
    told = clean(words_of(work, span.start, span.end)) if span else ""
    return fitted(work, f"{who} that {line(work, n, last, told)}", "", [n])


def told_untrue(work: Draft, n: int, whole: Span, actors: Actors, speaker: Speaker | None) -> str:
    """ "Claims that the army fled are false, ministry says": what calls it untrue is never left out."""
    voice = voice_of(speaker, actors) if speaker else ""
    tail = says_so(voice, "say")
    if whole.start < work.clauses[n].first:
        return fitted(work, clean(words_of(work, whole.start, whole.end)), tail, [n - 1, n])
    return with_content(work, n, tail)


def with_content(work: Draft, n: int, tail: str = "") -> str:
    """ "Reports that rebels … had shelled the town… were false": the noun with what it says, and the verb behind it."""
    said = words_of(work, work.clauses[n].first, work.clauses[n].last)
    matrix = clean(words_of(work, work.clauses[n + 1].first, work.clauses[n + 1].last))
    whole = f"{clean(said)} {matrix}"
    if len(whole) + len(tail) <= WIDTH:
        return fitted(work, whole, tail, [n + 1])
    matrix = next(phrases(matrix, WIDTH // 2), matrix[: WIDTH // 2]) if len(matrix) > WIDTH // 2 else matrix
    begun = cut(clean(said), WIDTH - len(matrix) - 2).removesuffix("…")
    line = f"{begun}… {matrix}"
    return fitted(work, line, tail if len(line) + len(tail) <= WIDTH else "")
