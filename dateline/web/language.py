"""The language of the interface: says in it what the views and templates say in English.

A catalogue is a .po file of gettext in dateline/lexicon/interface/, made by translators with the tools that they know.
polib reads it, and is imported only where a site is not in English; what has no translation stays English.
"""

from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from typing import Literal

from dateline.lexicon import load
from dateline.web.words import Said, filled, said

# Languages written from right to left, of those in ISO 639.
_FROM_THE_RIGHT = frozenset("ar arc ckb dv fa he ks ku ps sd ug ur yi".split())
_THOUSANDS = said(",", context="between thousands")


@dataclass(frozen=True)
class Language:
    """`code` is its tag (BCP 47); `catalogue` holds the translations, none for English."""

    code: str
    catalogue: NullTranslations

    @property
    def english(self) -> bool:
        return self.code == ENGLISH.code

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        return "rtl" if self.code.partition("-")[0] in _FROM_THE_RIGHT else "ltr"

    def say(self, value: object) -> str:
        """`value` as text, translated where it is of the interface's own words; what articles say stays as it is."""
        text = value if isinstance(value, str) else str(value)
        return self.text(text) if isinstance(text, Said) and not self.english else text

    def text(self, words: Said) -> str:
        values: dict[str, object] = {
            name: value if isinstance(value, int) else self.say(value) for name, value in words.values.items()
        }
        return filled(self.pattern(words), values, self.pattern(_THOUSANDS))

    def pattern(self, words: Said) -> str:
        """The translated pattern, with its placeholders."""
        if words.many:
            return self.catalogue.ngettext(words.pattern, words.many, words.number)
        if words.context:
            return self.catalogue.pgettext(words.context, words.pattern)
        return self.catalogue.gettext(words.pattern)


ENGLISH = Language("en", NullTranslations())


@cache
def language(code: str) -> Language:
    """The language of a code; English where there is no catalogue of it."""
    if code == ENGLISH.code or code not in load.interfaces():
        return ENGLISH
    return Language(code, translations(load.interface_text(code)))


def translations(catalogue: str) -> GNUTranslations:
    """The translations in the text of a .po file; entries that are marked as fuzzy are left out."""
    import polib

    return GNUTranslations(BytesIO(polib.pofile(catalogue).to_binary()))
