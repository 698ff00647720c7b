"""The interface's words in scripts and style sheets: two more files of a site that is not in English.

The scripts hold their words in English, as the templates do, and look each up in what words.js says.
"""

import json
import re
from collections.abc import Callable, Iterator
from gettext import c2py

from dateline.web import files as own
from dateline.web.language import Language
from dateline.web.page import Page
from dateline.web.words import Said, said

# How a script says something: say("Any"), many("%(n)s result", "%(n)s results", n).
_CALL = re.compile(r'\b(?:say|many)\("(?P<one>[^"]*)"(?:, "(?P<more>[^"]*)")?')
_PLURAL = re.compile(r"plural=([n0-9 ()?:&|<>=!%+-]+);?")  # C's signs and JavaScript's: the same rule
_LINKED = said("You were linked here")


def patterns() -> Iterator[Said]:
    """What the scripts say, in the order of their files."""
    for name, content in own.static():
        if name.endswith(".js"):
            for found in _CALL.finditer(content.decode()):
                yield Said(found["one"], {}, found["more"] or "")


def files(language: Language) -> Iterator[Page]:
    """static/words.js and static/words.css; none for English."""
    if language.english:
        return
    rule = _PLURAL.search(language.catalogue.info().get("plural-forms", ""))
    plural = rule[1] if rule else "n != 1"
    words = {one.pattern: _forms(one, language, c2py(plural)) for one in patterns()}
    text = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    yield Page("static/words.js", f"const words = {{ said: {text}, form: (n) => Number({plural}) }};\n".encode())
    linked = language.say(_LINKED).replace("\\", "").replace('"', "")
    yield Page("static/words.css", f':root {{ --linked: "{linked}"; }}\n'.encode())


def _forms(one: Said, language: Language, form: Callable[[int], int]) -> list[str]:
    """The translated pattern; of something counted one for each form of the plural, got by a number that takes it."""
    if not one.many:
        return [language.pattern(one)]
    numbers = {form(number): number for number in range(200, -1, -1)}
    return [language.pattern(Said(one.pattern, {}, one.many, numbers[at])) for at in sorted(numbers)]
