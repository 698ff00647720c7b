"""One article's clauses, dates and names -> its Reports, and why the other sentences give none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from dateline.lexicon.load import document
from dateline.model import Article, Discard, Modality, Name, Report, RoundMention, Span, Speaker, Timex, When
from dateline.reports import attribution, dating, headline
from dateline.reports.clauses import Clause, Parsed
from dateline.reports.dating import Dated
from dateline.reports.figures import figures
from dateline.reports.kinds import Trigger, nouns, trigger
from dateline.reports.modality import modality
from dateline.reports.nominal import Nominal, nominals

SPEAKING = frozenset(["say", "add", "tell"])


@dataclass(frozen=True, slots=True)
class Material:
    """What is known of one article before its reports are made."""

    article: Article
    parsed: tuple[Parsed, ...]
    timexes: tuple[Timex, ...]
    names: tuple[Name, ...]
    rounds: tuple[RoundMention, ...]
    called: Mapping[str, str]  # actor id -> name


@dataclass
class _Sentence:
    """What is worked out for one sentence on the way."""

    parsed: Parsed
    timexes: list[Timex]
    names: list[Name]
    speakers: dict[int, Speaker | None] = field(default_factory=dict)
    dates: dict[int, Dated] = field(default_factory=dict)
    reports: list[Report] = field(default_factory=list)


@cache
def _acts() -> frozenset[str]:
    return frozenset(document("speech").data["verbs"]["acts"])


@cache
def _complements() -> frozenset[str]:
    return frozenset(document("speech").data["verbs"]["complement"])


@cache
def _nothing() -> tuple[str, ...]:
    return tuple(document("frames").data["nothing"]["phrases"])


def reports(material: Material) -> tuple[tuple[Report, ...], tuple[Discard, ...]]:
    """Every report of the article in the order of its text, and a Discard for each sentence without one."""
    composer = _Composer(material)
    for parsed in material.parsed:
        composer.sentence(parsed)
    return tuple(composer.reports), tuple(composer.discards)


class _Composer:
    """Goes through an article once; a later clause may take its date from an earlier one."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.published: When = material.article.published.when
        self.reports: list[Report] = []
        self.discards: list[Discard] = []
        self.paragraph_speaker: tuple[int, Speaker | None] = (-1, None)

    def sentence(self, parsed: Parsed) -> None:
        span = parsed.sentence.span
        work = _Sentence(
            parsed,
            [t for t in self.material.timexes if span.start <= t.span.start < span.end],
            [n for n in self.material.names if span.start <= n.span.start < span.end],
        )
        low = parsed.sentence.text.lower()
        if any(phrase in low for phrase in _nothing()) and not any(t.type == "DATE" for t in work.timexes):
            self._discard(span, "says that nothing is known")
            return
        taken = self._nominals(work)
        self._clauses(work, taken)
        if work.reports:
            self.reports += sorted(work.reports, key=lambda r: (r.span.start, r.span.end))
        else:
            self._discard(span, self._why_not(work))

    def _discard(self, span: Span, why: str) -> None:
        self.discards.append(Discard(self.material.article.id, span, why))

    def _why_not(self, work: _Sentence) -> str:
        words = work.parsed.words
        if any(trigger(work.parsed, clause) for clause in work.parsed.clauses):
            return "an event word, but only said in passing"
        if work.timexes:
            return "a time expression, but no event word"
        if nouns(words, 0, len(words)):
            return "an event word, but no statement about it"
        return "no date, no event word"

    # -- noun phrases that are dated by themselves: "presidential elections on Sept. 28"

    def _nominals(self, work: _Sentence) -> set[int]:
        """Reports of dated noun phrases; returns the offsets of the expressions that date them."""
        taken: set[int] = set()
        for found in nominals(work.parsed, work.timexes):
            taken.add(found.timex.span.start)
            mode = self._nominal_modality(found)
            when = dating.by_words(found.timex, mode, False, self.published)
            span = work.parsed.span(found.first, found.last)
            text = headline.of_span(work.parsed, Span(found.first, found.last))
            work.reports.append(self._report(work, span, text, found.trigger, mode, when, None))
        return taken

    def _nominal_modality(self, found: Nominal) -> Modality:
        when, now = found.timex.when, self.published
        ahead = when.first is not None and now.last is not None and when.first > now.last
        return "scheduled" if ahead or found.trigger.lemma == "deadline" else "happened"

    # -- clauses

    def _clauses(self, work: _Sentence, taken: set[int]) -> None:
        parsed = work.parsed
        for n, clause in enumerate(parsed.clauses):
            if clause.verb.lemma in _complements():
                work.speakers[n] = attribution.speaker_of(parsed, n, work.names, self.material.article.source)
        order = sorted(range(len(parsed.clauses)), key=lambda n: (parsed.clauses[n].relation == "participle", n))
        speech_first = [n for n in order if parsed.clauses[n].verb.lemma in _complements()]
        rest = [n for n in order if n not in speech_first]
        for n in speech_first:
            self._speech_date(work, n, taken)
        told: set[int] = set()
        for n in (*rest, *speech_first):
            if self._clause(work, n, taken, told):
                told.add(n)

    def _speech_date(self, work: _Sentence, n: int, taken: set[int]) -> None:
        """Dates a saying by its own words, so that what it says can lean on it."""
        clause = work.parsed.clauses[n]
        said = Trigger("statement", clause.verb.main, clause.verb.main + 1, clause.verb.lemma, noun=False)
        timex = dating.own(work.parsed, clause, said, work.timexes, taken)
        if timex and timex.signal not in ("by", "since", "until", "before"):
            work.dates[n] = dating.by_words(timex, "happened", clause.verb.perfect, self.published)

    def _clause(self, work: _Sentence, n: int, taken: set[int], told: set[int]) -> bool:
        parsed = work.parsed
        clause = parsed.clauses[n]
        found = trigger(parsed, clause)
        if found is None or not self._worth_telling(work, n, found, told):
            return False
        speaker = self._speaker(work, n)
        claimed = self._claimed(work, n, speaker)
        mode = modality(
            parsed, clause, found, claimed=claimed, quoted=self._quoted(work, clause) and speaker is not None
        )
        when = self._date(work, n, found, mode, taken)
        mode = self._future(mode, when.when)
        work.dates.setdefault(n, when)
        span = self._span(work, n, found)
        said = speaker if found.type != "statement" or clause.governor is not None else work.speakers.get(n)
        line = headline.of_clause(
            parsed,
            n,
            work.names,
            dict(self.material.called),
            work.timexes,
            speaker if mode in ("claimed", "expected", "conditional") else None,
        )
        work.reports.append(self._report(work, span, line, found, mode, when, said))
        return True

    def _worth_telling(self, work: _Sentence, n: int, found: Trigger, told: set[int]) -> bool:
        """A saying counts where it is an act, is dated, or says something that is no event of its own."""
        parsed = work.parsed
        clause = parsed.clauses[n]
        if found.type != "statement" or found.noun:
            return not (
                clause.relation == "participle" and clause.verb.form == "ing" and self._leader_told(work, n, found)
            )
        if clause.verb.lemma not in _complements() or clause.verb.lemma in _acts() or found.lemma in _acts():
            return True
        says = [m for m, other in enumerate(parsed.clauses) if other.governor == n]
        if n in work.dates and work.dates[n].timex is not None:
            return True
        if any(m in told for m in says):
            return False
        speaker = work.speakers.get(n)
        return speaker is not None and speaker.text.lower() not in attribution.PRONOUNS and clause.verb.lemma != "add"

    def _leader_told(self, work: _Sentence, n: int, found: Trigger) -> bool:
        """ "…, killing 16": the same event as the clause it hangs on, where that is of the same kind."""
        leader = work.parsed.clauses[n].leader
        other = trigger(work.parsed, work.parsed.clauses[leader]) if leader is not None else None
        return other is not None and other.type == found.type

    def _speaker(self, work: _Sentence, n: int) -> Speaker | None:
        clause = work.parsed.clauses[n]
        source = self.material.article.source
        if clause.governor is not None:
            return work.speakers.get(clause.governor)
        if clause.verb.lemma in _complements() and n in work.speakers and clause.verb.lemma not in ("want", "expect"):
            return None
        named = attribution.according_to(work.parsed, work.names, source)
        if named:
            return named
        if self._quoted(work, clause):
            return self._paragraph(work)
        return None

    def _quoted(self, work: _Sentence, clause: Clause) -> bool:
        at = work.parsed.words[clause.verb.main].start
        return any(q.start <= at < q.end for q in work.parsed.sentence.quoted)

    def _paragraph(self, work: _Sentence) -> Speaker | None:
        """Who speaks in the quotation that this sentence goes on with: the speaker named in its paragraph."""
        paragraph = work.parsed.sentence.paragraph
        for parsed in self.material.parsed:
            if parsed.sentence.paragraph != paragraph:
                continue
            span = parsed.sentence.span
            names = [n for n in self.material.names if span.start <= n.span.start < span.end]
            for n, clause in enumerate(parsed.clauses):
                if clause.verb.lemma in _complements() and clause.governor is None:
                    found = attribution.speaker_of(parsed, n, names, self.material.article.source)
                    if found:
                        return found
        return None

    def _claimed(self, work: _Sentence, n: int, speaker: Speaker | None) -> bool:
        if speaker is None:
            return False
        clause = work.parsed.clauses[n]
        if clause.governor is not None:
            governor = work.parsed.clauses[clause.governor]
            if governor.relation == "attribution" and attribution.vouched_by_narrator(speaker):
                return False
        subject = attribution.subject_span(work.parsed, n)
        if subject is None:
            return True
        words = work.parsed.words[subject.start : subject.end]
        own = {name.id for name in work.names if words[0].start <= name.span.start < words[-1].end and name.id}
        return not (speaker.actor is not None and speaker.actor in own)

    def _future(self, mode: Modality, when: When) -> Modality:
        now = self.published.last
        if mode in ("happened", "claimed") and now and when.first and when.first > now:
            return "scheduled"
        return mode

    # -- dates

    def _date(self, work: _Sentence, n: int, found: Trigger, mode: Modality, taken: set[int]) -> Dated:
        parsed, clauses = work.parsed, work.parsed.clauses
        clause = clauses[n]
        if n in work.dates:
            return work.dates[n]
        timex = dating.own(parsed, clause, found, work.timexes, taken)
        if timex and not (timex.type == "DURATION" and timex.signal in ("in", "within")):
            return dating.by_words(timex, mode, clause.verb.perfect, self.published)
        near = self._by_distance(work, n) or self._ahead(work, n, mode)
        if near:
            return near
        shared = self._shared(work, n, mode)
        if shared:
            return shared
        if clause.governor is not None and clause.governor in work.dates and work.dates[clause.governor].timex:
            said = work.dates[clause.governor]
            words = f"on {said.when.edtf} (‘{said.timex.text}’)" if said.timex else ""
            return dating.by_speech(clause, mode, said.when, words)
        again = self._again(found, mode)
        if again:
            return again
        return dating.by_tense(clause, mode, self.published)

    def _by_distance(self, work: _Sentence, n: int) -> Dated | None:
        """ "… a day after X" dates X by the main clause, and the main clause by X."""
        clauses = work.parsed.clauses
        for m, clause in enumerate(clauses):
            span = self._chars(work, clause)
            durations = [t for t in work.timexes if t.type == "DURATION" and span.start <= t.span.start < span.end]
            if not durations or not _told_after(work.parsed, clause, durations[0]):
                continue
            main = next((k for k in range(len(clauses)) if k != m and clauses[k].relation in ("main", "other")), None)
            if m != n or main is None:
                continue
            known = work.dates[main].when if main in work.dates else self._main_date(work, main)
            text = " ".join(work.parsed.sentence.text[span.start - work.parsed.sentence.span.start :].split()[:8])
            return dating.by_distance(durations[0], "after", known, text.rstrip(",. "))
        return None

    def _main_date(self, work: _Sentence, main: int) -> When | None:
        parsed = work.parsed
        clause = parsed.clauses[main]
        found = trigger(parsed, clause)
        if found is None:
            return None
        again = self._again(found, "happened")
        return again.when if again else dating.by_tense(clause, "happened", self.published).when

    def _ahead(self, work: _Sentence, n: int, mode: Modality) -> Dated | None:
        span = self._chars(work, work.parsed.clauses[n])
        for timex in work.timexes:
            if (
                timex.type == "DURATION"
                and timex.signal in ("in", "within")
                and span.start <= timex.span.start < span.end
            ):
                if mode not in dating.FUTURE:
                    return None
                before = [t for t in work.timexes if t.type == "DATE" and t.span.end <= span.start and t.when.first]
                base = before[-1].when if before else self.published
                return dating.ahead(timex, base)
        return None

    def _shared(self, work: _Sentence, n: int, mode: Modality) -> Dated | None:
        """A clause without a subject or time of its own shares those of the clause it hangs on."""
        clause = work.parsed.clauses[n]
        other: int | None = None
        if clause.relation in ("and", "participle") and clause.leader is not None and mode not in dating.FUTURE:
            other = clause.leader
        elif (
            clause.relation in ("while", "as", "when", "before")
            and mode not in dating.FUTURE
            and not clause.verb.perfect
        ):
            other = next((k for k in range(n) if k in work.dates and work.dates[k].timex), None)
        elif (
            clause.relation == "and"
            and n
            and mode in ("happened", "claimed")
            and clause.verb.tense == "past"
            and not clause.verb.perfect
        ):
            other = n - 1
        if other is None or other not in work.dates or work.dates[other].timex is None:
            return None
        if work.parsed.clauses[other].verb.lemma in _complements():
            return None
        when = work.dates[other].when
        return dating.by_neighbour(when, f"In the same sentence as what is dated {when.edtf}.")

    def _again(self, found: Trigger, mode: Modality) -> Dated | None:
        """ "The attack …": the last event of the kind that this article has dated."""
        if not found.noun or not found.definite or mode in dating.FUTURE:
            return None
        for report in reversed(self.reports):
            if report.type == found.type and report.timex is not None and report.when.precision == "day":
                return dating.by_neighbour(report.when, f"The event told before, dated {report.when.edtf}.")
        return None

    # -- the report

    def _chars(self, work: _Sentence, clause: Clause) -> Span:
        return work.parsed.span(clause.first, clause.last)

    def _span(self, work: _Sentence, n: int, found: Trigger) -> Span:
        """The clause; a saying together with what it says, where that gives no event of its own."""
        parsed = work.parsed
        clause = parsed.clauses[n]
        if found.type == "statement" and clause.verb.lemma in _complements():
            return parsed.sentence.span
        first = clause.first
        while first < found.first and not parsed.words[first].is_word:
            first += 1
        return parsed.span(first, max(clause.last, found.last))

    def _report(
        self,
        work: _Sentence,
        span: Span,
        line: str,
        found: Trigger,
        mode: Modality,
        dated: Dated,
        speaker: Speaker | None,
    ) -> Report:
        text = self.material.article.text
        inside = [n for n in work.names if span.start <= n.span.start < span.end and n.id]
        actors = dict.fromkeys(n.id for n in inside if n.acts and n.id)
        if speaker and speaker.actor:
            actors.setdefault(speaker.actor)
        places = dict.fromkeys(n.id for n in inside if not n.acts and n.id and n.kind in ("place", "state"))
        round_id = next((r.id for r in self.material.rounds if r.id and span.start <= r.span.start < span.end), None)
        return Report(
            article=self.material.article.id,
            span=span,
            quote=text[span.start : span.end],
            headline=line,
            trigger=work.parsed.span(found.first, found.last),
            type=found.type,
            modality=mode,
            when=dated.when,
            timex=dated.timex,
            by=dated.by,
            actors=tuple(actors),
            places=tuple(places),
            round=round_id,
            attribution=speaker.text if speaker else None,
            said_by=(speaker,) if speaker else (),
            figures=figures(text[span.start : span.end]),
        )


def _told_after(parsed: Parsed, clause: Clause, timex: Timex) -> bool:
    """Whether "after" or "before" stands right behind the length of time: "a day after"."""
    following = next((w for w in parsed.words if w.start >= timex.span.end), None)
    return clause.relation in ("after", "participle") and following is not None and following.low in ("after", "before")
