"""Collects the interface's words from the source into dateline/lexicon/interface/dateline.pot, and brings each
catalogue beside it up to date: new words are added without a translation, words that are gone are taken out.

    python tools/make_catalogue.py          after a change of the words in templates, views or scripts
    python tools/make_catalogue.py es       the same, and begins a catalogue for Spanish

A word is `_("…")` or {% trans %} in a template, said("…") or many("…", "…", n) in Python, say("…") or many("…", "…", n)
in a script; `_TABLES` are those that stand in tables of the rooms below dateline/web.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib
from jinja2 import Environment
from jinja2.ext import extract_from_ast

from dateline.changes import TITLES
from dateline.export.formats import FORMATS, PACKAGE
from dateline.web import script_words

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "dateline/lexicon/interface"
_TABLES = {
    "dateline/changes.py": tuple(TITLES.values()),
    "dateline/export/formats.py": tuple(
        text for one in (*FORMATS, PACKAGE) for text in (one.use, one.purpose, one.rule) if text
    ),
}
_WORKED_OUT = ("", "day")  # what a context may be that is no literal: see web/dates.py
_HEADER = {
    "Project-Id-Version": "Dateline",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
_ASK = "its Plural-Forms are those of English: set those of the language"


@dataclass(frozen=True, slots=True)
class Message:
    """What is to be translated: `more` is the plural, `context` tells apart what English says alike; "" for none."""

    one: str
    more: str = ""
    context: str = ""


def messages() -> dict[Message, list[str]]:
    """Every message with the files that say it, in the order of the files' names."""
    found: dict[Message, list[str]] = {}
    for file, message in (*_of_templates(), *_of_python(), *_of_tables(), *_of_scripts()):
        places = found.setdefault(message, [])
        if file not in places:
            places.append(file)
    return found


def _of_templates() -> Iterator[tuple[str, Message]]:
    environment = Environment(extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True, autoescape=True)
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    for file in sorted((ROOT / "templates").glob("*.html")):
        tree = environment.parse(file.read_text(encoding="utf-8"))
        for _, name, text in extract_from_ast(tree, ("_", "gettext", "ngettext")):
            yield f"templates/{file.name}", _message(name, text if isinstance(text, tuple) else (text,))


def _message(name: str, texts: tuple[str | None, ...]) -> Message:
    one, *more = (text for text in texts if text is not None)
    return Message(one, more[0] if name == "ngettext" else "")


def _of_python() -> Iterator[tuple[str, Message]]:
    for file in sorted((ROOT / "dateline/web").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("said", "many"):
                yield from ((file.relative_to(ROOT).as_posix(), message) for message in _called(node))


def _called(call: ast.Call) -> Iterator[Message]:
    """What a call says; nothing where its words come from a table."""
    texts = [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    contexts = [*call.args[1:2], *(one.value for one in call.keywords if one.arg == "context")]
    if isinstance(call.func, ast.Name) and call.func.id == "many" and len(texts) == 2:
        yield Message(texts[0], texts[1])
    elif texts and not contexts:
        yield Message(texts[0])
    elif texts:
        known = contexts[0].value if isinstance(contexts[0], ast.Constant) else None
        yield from (Message(texts[0], "", one) for one in ([str(known)] if known else _WORKED_OUT))


def _of_tables() -> Iterator[tuple[str, Message]]:
    yield from ((file, Message(text)) for file, texts in _TABLES.items() for text in texts)


def _of_scripts() -> Iterator[tuple[str, Message]]:
    yield from (("static", Message(one.pattern, one.many)) for one in script_words.patterns())


def template() -> polib.POFile:
    """The catalogue without translations that a new language begins with."""
    made = polib.POFile(wrapwidth=118)
    made.metadata = dict(_HEADER)
    for message, files in messages().items():
        made.append(
            polib.POEntry(
                msgid=message.one,
                msgid_plural=message.more,
                msgctxt=message.context or None,
                msgstr_plural={0: "", 1: ""} if message.more else {},
                occurrences=[(file, "") for file in files],
            )
        )
    return made


def main(codes: list[str]) -> None:
    pot = template()
    pot.save(str(FOLDER / "dateline.pot"))
    for code in codes:
        if not (FOLDER / f"{code}.po").exists():
            pot.metadata |= {"Language": code, "Plural-Forms": "nplurals=2; plural=(n != 1);"}
            pot.save(str(FOLDER / f"{code}.po"))
            print(f"{code}.po: {_ASK}")
    for path in sorted(FOLDER.glob("*.po")):
        catalogue = polib.pofile(str(path), wrapwidth=118)
        catalogue.merge(pot)
        for entry in catalogue.obsolete_entries():
            catalogue.remove(entry)
        catalogue.save()
        print(f"{path.name}: {catalogue.percent_translated()} % of {len(catalogue)} translated")


if __name__ == "__main__":
    main(sys.argv[1:])
