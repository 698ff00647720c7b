"""What the templates call to say something in the language of the interface: `_`, `lang`, `parts` and the like."""

from functools import cache, lru_cache
from html import escape

from dateline.web.dates import Part, Words
from dateline.web.language import Language
from dateline.web.marking import Html
from dateline.web.views.parts import MACHINE
from dateline.web.visible import NAME
from dateline.web.words import Said, filled

_DATES = 10_000  # so many are kept: see web/dates.py


def spoken_in(language: Language) -> dict[str, object]:
    """The names that templates know beside what a page shows; `gettext` and `ngettext` are for {% trans %}."""
    direction = "" if language.direction == "ltr" else f' dir="{language.direction}"'

    @cache
    def plain(pattern: str) -> Html:
        return Html(language.say(Said(pattern, {})))

    def gettext(pattern: str, /, **values: object) -> Html:
        if not values:
            return plain(pattern)
        shown = _markup(values, language)
        return Html(filled(pattern, shown) if language.english else language.text(Said(pattern, shown)))

    def ngettext(one: str, more: str, number: int, /, **values: object) -> Html:
        return Html(language.say(Said(one, _markup(values, language), more, number)))

    @cache
    def lang(code: str | None) -> Html:
        """The attribute of an element whose text is in another language than the page."""
        return Html("" if code in (None, language.code) else f' lang="{escape(code)}"')

    def in_english(words: str) -> str:
        """What the machine wrote itself, marked as English; the interface's own words as they are."""
        marked = lang(MACHINE)
        return words if isinstance(words, Said) or not marked else Html(f"<span{marked}>{escape(words)}</span>")

    @lru_cache(maxsize=_DATES)
    def parts(words: Words) -> tuple[Part, ...]:
        """The pieces of a date in the language's order."""
        return words.parts_in(language.pattern(words.said))

    return {
        "_": gettext,
        "gettext": gettext,
        "ngettext": ngettext,
        "lang": lang,
        "in_english": in_english,
        "parts": parts,
        "interface": language.code,
        "withheld": Html(escape(language.say(NAME))),
        "html": Html(f'lang="{escape(language.code)}"{direction}'),
    }


def _markup(values: dict[str, object], language: Language) -> dict[str, object]:
    """The values as markup; numbers stay numbers, which the language writes in its own way."""
    return {name: value if isinstance(value, int) else _escaped(value, language) for name, value in values.items()}


def _escaped(value: object, language: Language) -> Html:
    """`value` in the language; what is markup already, such as what a macro has drawn, as it is."""
    return value if isinstance(value, Html) else Html(escape(language.say(value)))
