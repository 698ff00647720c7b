"""An earlier year in which a chronology, or a paragraph that looks back, goes on: "In May 1997 he won. In July …"."""

from dataclasses import dataclass

from dateline.model import Sentence
from dateline.temporal.context.dated import Dated
from dateline.temporal.context.narrative import is_bare_year, is_of_today, year_named
from dateline.temporal.context.standing import is_entry, leads, opens
from dateline.temporal.grammar.expression import Calendar, Mention, Relative


@dataclass(slots=True)
class Flashback:
    """What has been told of earlier years, and how the date in hand stands."""

    past: Dated | None = None  # the day or month told last with its year or as of that year, in this paragraph
    led: bool = False  # it opened its clause, or was of the year told before it: the story went on with it
    at_head: bool = False  # the date in hand opens its sentence
    entry: Dated | None = None  # the date of the last entry of a chronology that names its years
    heads_entry: bool = False  # the date in hand heads an entry: "Sept. 9 - …"

    def take(self, mention: Mention, sentence: Sentence) -> None:
        """The date in hand is this one."""
        self.heads_entry, self.at_head = is_entry(mention, sentence), opens(mention, sentence)

    def hear(self, mention: Mention, found: Dated, sentence: Sentence) -> None:
        """Remember what a resolved date lets the text go on from."""
        expression, past = mention.expression, self.past
        counted = isinstance(expression, Calendar) and expression.which is not None and expression.base == "reference"
        if self.heads_entry and (self.entry or year_named(expression) is not None):
            self.entry = found
        if is_bare_year(expression):
            self.past = None if isinstance(expression, Relative) else past  # "the following year" is another
        elif year_named(expression) is not None or counted:  # "in May 1997", "the following September"
            self.past, self.led = found, leads(mention, sentence)
        elif past and past.first and found.first and past.first < found.first and past.first.year == found.first.year:
            self.past, self.led = found, True
        elif is_of_today(expression):
            self.past = None
