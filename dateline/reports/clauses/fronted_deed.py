"""Sentences turned round: "Among those held was an editor" tells that an editor was held."""

from collections.abc import Sequence

from dateline.model import Span
from dateline.reports.clauses.clause import Clause
from dateline.reports.clauses.clause_marks import BREAKS
from dateline.reports.grammar.tokens import Token
from dateline.reports.grammar.verb_group import VerbGroup, participle


def among_those(words: Sequence[Token], nuclei: Sequence[VerbGroup]) -> Clause | None:
    """The clause of "Among those held on Monday was an editor", "Among those who fled were nuns"; else None.

    Its subject stands behind it, and the form of "be" right before that.
    """
    be = nuclei[-1] if nuclei else None
    if be is None or be.lemma != "be" or be.last >= len(words) or [w.low for w in words[:2]] != ["among", "those"]:
        return None
    subject = Span(be.last, next((k for k in range(be.last, len(words)) if words[k].low in {*BREAKS, "."}), len(words)))
    deed = nuclei[0] if words[2].low == "who" and len(nuclei) == 2 and nuclei[0].first > 2 else None
    if deed is None and len(nuclei) == 1 and (done := participle(words[2].low)):
        deed = be._replace(first=2, last=3, main=2, lemma=done, form="part", passive=True)
    return Clause(0, len(words), deed, "main", subject) if deed and subject.end > subject.start else None
