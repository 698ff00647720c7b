"""Who vouches for a clause: the narrator, a named or anonymous source, or whoever the paragraph quotes."""

from dataclasses import replace
from functools import cache

from dateline.lexicon.load import document
from dateline.model import Speaker
from dateline.reports.actors.parties import acting
from dateline.reports.clauses.clause_marks import TIME_WORDS
from dateline.reports.clauses.only_describes import reduced
from dateline.reports.clauses.rejected import rejecter
from dateline.reports.clauses.subject_core import PRONOUNS
from dateline.reports.drafts.draft import Draft, in_quotation
from dateline.reports.drafts.story import Story
from dateline.reports.grammar.closed_classes import FIRST_PERSON
from dateline.reports.grammar.event_nouns import Trigger, singular
from dateline.reports.voices import attribution

# verbs that stand beside a quotation
VOICED = frozenset("say add tell write tweet note state warn explain argue insist declare speak continue post".split())
ALLEGATIONS = frozenset("accusation allegation assertion claim rumour rumor speculation suggestion suspicion".split())
ALLEGING = frozenset(["allege", "claim", "rumour", "rumor", "suggest", "say", "report", "believe"])
OWNED = frozenset(["its", "their", "his", "her", "our"])  # "its envoy has left": one of the speaker's own
# what a witness has seen is his claim, not his deed
PERCEIVING = frozenset(["see", "hear", "witness", "watch"])


@cache
def _factive() -> frozenset[str]:
    return frozenset(document("speech").data["verbs"]["factive"])


def hear(draft: Draft, story: Story) -> None:
    """Finds the speaker of every verb of saying in the sentence."""
    source = story.material.article.source
    for n, clause in draft.sayings.items():
        who = attribution.speaker_of(draft.parsed, n, draft.names, source)
        if clause.governor is not None and (who is None or who.text.lower() in PRONOUNS):
            who = draft.speakers.get(clause.governor)  # "Pompeo said …, and he hoped"
        draft.speakers[n] = who


def speaker(draft: Draft, n: int, story: Story) -> Speaker | None:
    """Who says what clause `n` tells; None where the narrator does."""
    clause, by = draft.clauses[n], rejecter(draft.parsed, n)
    if reduced(draft.parsed, n):
        return None
    if by is not None and by not in draft.speakers:  # "dismissed reports that …", which is no verb of saying
        return attribution.speaker_of(draft.parsed, by, draft.names, story.material.article.source)
    saying = by if clause.governor is None else clause.governor
    if saying is not None:
        return draft.speakers.get(saying)
    if n in draft.speakers and clause.verb.lemma not in ("want", "expect"):
        return None
    named = attribution.according_to(draft.parsed, n, draft.names, story.material.article.source)
    if named:
        return named
    return _of_paragraph(draft, story) if draft.quoted(clause) else None


def _of_paragraph(draft: Draft, story: Story) -> Speaker | None:
    """A quotation that runs over several sentences is its paragraph's speaker's; so is one behind "defended it, “"."""
    for n, clause in enumerate(draft.clauses):
        act = draft.triggers[n]
        if act is not None and act.type == "statement" and not act.noun and not draft.quoted(clause):
            found = attribution.speaker_of(draft.parsed, n, draft.names, story.material.article.source)
            if found and found.text.lower() not in PRONOUNS:
                return found
    paragraph = draft.parsed.sentence.paragraph
    if paragraph not in story.voices:
        story.voices[paragraph] = _named_in(paragraph, story)
    return story.voices[paragraph]


def _named_in(paragraph: int, story: Story) -> Speaker | None:
    """The first whom the paragraph names as speaking."""
    for parsed in story.paragraphs[paragraph]:
        names = story.names_in(parsed.sentence.span)
        for n, clause in enumerate(parsed.clauses):
            if clause.verb.lemma in VOICED and clause.governor is None and not in_quotation(parsed, clause):
                found = attribution.speaker_of(parsed, n, names, story.material.article.source)
                if found:
                    return found
    return None


def of_himself(draft: Draft, n: int) -> bool:
    """Whether clause `n` is about the one who speaks: "we have been meeting with our allies"."""
    subject = draft.subject(n)
    return subject is not None and draft.parsed.words[subject.start].low in FIRST_PERSON


def of_his_own(draft: Draft, n: int) -> bool:
    """Whether clause `n` is about what is the speaker's: "its troops had left"."""
    subject = draft.subject(n)
    return subject is not None and draft.parsed.words[subject.start].low in OWNED


def claimed(draft: Draft, n: int, who: Speaker | None, story: Story) -> bool:
    """Whether only a party says so: not where a body tells its own deed, nor where the narrator takes its word."""
    clause = draft.clauses[n]
    if who is None:
        return _only_alleged(draft, n) or (clause.governor is not None and _alleged(draft, clause.governor))
    if clause.governor is not None:
        governor = draft.clauses[clause.governor]
        if governor.verb.lemma in _factive() and not governor.verb.negated:
            return False
        if governor.relation == "attribution" and attribution.vouched_by_narrator(who):
            return False
    if not who.anonymous and _public(draft, n):
        return False
    subject = draft.subject(n)
    if subject is None or who.actor is None or clause.verb.lemma in PERCEIVING:
        return True
    words = draft.parsed.words[subject.start : subject.end]
    if of_himself(draft, n):
        found = draft.triggers[n]
        return found is None or found.type not in ("talks", "meeting")
    own = {name.id for name in draft.names if words[0].start <= name.span.start < words[-1].end}
    found = draft.triggers[n]
    if found is not None and found.type == "attack":
        return True  # how many an army killed, it claims
    state = any(n.span.start == words[0].start and n.kind in ("state", "nationality") for n in draft.names)
    return not (who.actor in own or words[0].low in OWNED or (state and words[0].text == _state(who, story)))


def _public(draft: Draft, n: int) -> bool:
    """ "They met on Friday, the Kremlin said", "said the minister had accused her": nobody would make it up."""
    clause, found = draft.clauses[n], draft.triggers[n]
    words = document("modality").data["public"]
    done = clause.verb.tense == "past" or clause.verb.perfect
    if found is None or found.type not in words["kinds"] or not done or draft.quoted(clause):
        return False
    if clause.governor is not None and draft.clauses[clause.governor].verb.lemma in words["claiming"]:
        return False
    return found.type == "statement" or clause.verb.lemma in words["verbs"]


def _only_alleged(draft: Draft, n: int) -> bool:
    """ "an allegation that they burnt letters", "rumours that he had left": nobody vouches for it."""
    words, first = draft.parsed.words, draft.clauses[n].first
    if first == 0 or words[first].low != "that":
        return False
    while first > 1 and words[first - 1].low in TIME_WORDS | {"on"}:
        first -= 1  # "rumours last night that"
    return singular(words[first - 1].low) in ALLEGATIONS


def _alleged(draft: Draft, n: int) -> bool:
    """ "…, it was alleged", "It is claimed that …": somebody says so who is not named."""
    verb, subject = draft.clauses[n].verb, draft.subject(n)
    if verb.passive and verb.lemma == "tell":
        return not verb.negated  # "The court was told that …"
    nobody = subject is not None and draft.parsed.words[subject.start].low == "it"
    return nobody and verb.passive and not verb.negated and verb.lemma in ALLEGING


def _state(who: Speaker, story: Story) -> str | None:
    """ "US" of "the US State Department", "Afghan" of the "Afghan Army": whose people a body speaks of as its own."""
    actor = story.material.actors.get(who.actor or "")
    words = actor.name.split() if actor and actor.kind != "person" else []
    return words[0] if len(words) > 1 else None


def reason_giver(draft: Draft, found: Trigger, story: Story) -> Speaker | None:
    """ "left the talks, citing the rebels' attacks": whoever left says that there were attacks."""
    for n, clause in enumerate(draft.clauses):
        before = draft.parsed.words[clause.verb.first : found.first] if found.first < clause.last else ()
        if any(word.low == "citing" for word in before):
            return attribution.speaker_of(draft.parsed, n, draft.names, story.material.article.source)
    return None


def author(draft: Draft, n: int, story: Story) -> Speaker | None:
    """Who makes the statement that clause `n` tells: "both nations issued statements" is none of the two alone."""
    who = attribution.speaker_of(draft.parsed, n, draft.names, story.material.article.source)
    several = len(set(acting(draft, n) or ())) > 1
    return replace(who, actor=None) if who and several else who
