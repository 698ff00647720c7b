"""What one article alone says about each of its names: a guess at the kind and the cues it rests on."""

from typing import Literal, NamedTuple

from dateline.model import NameKind, Span
from dateline.names.finding.knowledge import Known

# How a name stands in its clause: as a place ("in Doha"), after of, from or to, before a noun ("US troops"),
# with "'s", or as the one who acts or is acted upon.
Use = Literal["place", "of", "modifier", "possessive", "party"]


class Candidate(NamedTuple):
    """A name as found in one article, before the archive is asked. Spans count in the article's text."""

    span: Span
    text: str
    sentence: int  # index into the article's sentences; -1 for the place of the header line
    kind: NameKind | None  # None where no cue says
    weight: int  # how strong the cue is: 0 nothing, 1 the shape alone, 2 a cue, 3 a sure cue, 4 the lexicon
    use: Use = "party"
    known: Known | None = None
    gazetted: bool = False  # the gazetteer has a place of this name
    role: str = ""  # title or role words that stand with a person: "US peace envoy for Afghanistan"
    short: str = ""  # the abbreviation in brackets after it
    head: str = ""  # the noun that it stands before: "officials" of "US officials"
    lone: bool = False  # a head word alone: "the Department", which only an earlier full name explains
    subject: bool = False  # a verb of its own follows it, or it opens its clause
    anaphor: str = ""  # the pronoun, or the noun of "the group", that takes up somebody named before
    after_object: bool = False  # "him" or "her" stands before the pronoun: it may go on with that one
    quoted: bool = False  # between quotation marks: somebody else speaks
    initial: bool = False  # first in its sentence or in a headline: its capital says nothing
