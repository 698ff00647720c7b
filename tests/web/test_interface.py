"""The interface in another language: catalogues that are complete, words that are all in them, files that stay."""

import ast
import dataclasses
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import polib
import pytest
from foreign import FOREIGN, forgotten
from paths import ROOT
from sample_timeline import sample

from dateline.changes import changes
from dateline.conflict import load as conflict
from dateline.edtf import when_within
from dateline.lexicon import load
from dateline.publishing.publish import CHECKSUMS
from dateline.web import script_words
from dateline.web.dates import in_words, of_edtf
from dateline.web.labels import articles
from dateline.web.language import ENGLISH, language
from dateline.web.page import Page
from dateline.web.render import drawn
from dateline.web.words import Said, listed, many, said

sys.path.append(str(ROOT / "tools"))
import make_catalogue

FRENCH = language("fr")
CATALOGUES = sorted(make_catalogue.FOLDER.glob("*.po"))
MESSAGES = make_catalogue.messages()
HINT = "run tools/make_catalogue.py and translate what is new"


def site(**options: object) -> Sequence[Page]:
    timeline = dataclasses.replace(sample(), interface=options.pop("interface", "en"))
    return tuple(drawn(timeline, "https://example.org/x", changes([], sample()), **options))  # type: ignore[arg-type]


def entries(catalogue: Path) -> dict[make_catalogue.Message, polib.POEntry]:
    return {
        make_catalogue.Message(one.msgid, one.msgid_plural, one.msgctxt or ""): one
        for one in polib.pofile(str(catalogue))
    }


@pytest.mark.parametrize("catalogue", [*CATALOGUES, make_catalogue.FOLDER / "dateline.pot"], ids=lambda path: path.name)
def test_a_catalogue_has_every_message_and_no_other(catalogue: Path) -> None:
    assert set(entries(catalogue)) == set(MESSAGES), HINT


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.name)
def test_every_message_is_translated_with_its_placeholders_and_markup(catalogue: Path) -> None:
    for message, entry in entries(catalogue).items():
        assert entry.translated() and not entry.fuzzy, f"{message}: {HINT}"
        texts = list(entry.msgstr_plural.values()) if message.more else [entry.msgstr]
        for text in texts:
            assert parts(text) <= parts(message.one) | parts(message.more), text
            assert parts(text) >= parts(message.more or message.one) - {"%(n)s"}, text
            assert '"' not in text or '"' in message.one, f"would end an attribute: {text}"


def parts(text: str) -> set[str]:
    """Placeholders and tags; a lone "%" or "<" as well."""
    return set(re.findall(r"%\(\w+\)s|<[^>]*>|%(?!\()|<", text))


def test_the_words_of_views_are_literals() -> None:
    """What is worked out could not be found, but for the tables that the tool knows."""
    tables = {"said(TITLES[kind])", "said(title)", "said(format.purpose)", "said(format.rule)"}
    for file in sorted((ROOT / "dateline/web").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("said", "many"):
                literal = isinstance(node.args[0], ast.Constant)
                assert literal or ast.unparse(node) in tables, f"{file}: {ast.unparse(node)}"


def test_a_script_says_nothing_that_the_tool_does_not_find() -> None:
    for file in sorted((ROOT / "static").glob("*.js")):
        text = file.read_text(encoding="utf-8")
        calls = re.findall(r"(?<![.\w])(?:say|many)\(", text)
        found = list(script_words._CALL.finditer(text))
        assert len(calls) == len(found), file.name


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2019-09-01", "1er septembre 2019"),
        ("2019-06-29", "29 juin 2019"),
        ("2019-06", "juin 2019"),
        ("2019", "2019"),
        ("2019-24", "hiver 2019"),
        ("201X", "les années 2010"),
        ("[2019-06-24..2019-06-30]", "entre le 24 et le 30 juin 2019"),
        ("[2019-06-01..2019-08-05]", "entre le 1er juin et le 5 août 2019"),
        ("[2018-10..2019-06]", "entre octobre 2018 et juin 2019"),
        ("[2019-06-28..2019-06-29]", "28 ou 29 juin 2019"),
        ("[..2019-06-30]", "au plus tard le 30 juin 2019"),
        ("[..2019-06]", "juin 2019 ou avant"),
        ("2018-10-01/2019-06-28", "du 1er octobre 2018 au 28 juin 2019"),
        ("2018-10/2019-06", "octobre 2018 – juin 2019"),
        ("2018-10/..", "dès octobre 2018"),
        ("2018-10-01/..", "à partir du 1er octobre 2018"),
        ("../2019-06-28", "jusqu’au 28 juin 2019"),
        ("2019-02~", "vers février 2019"),
        ("2019-02-03~", "vers le 3 février 2019"),
        ("../..", "date non indiquée"),
    ],
)
def test_dates_in_french(edtf: str, words: str) -> None:
    assert FRENCH.say(of_edtf(edtf)) == words


def test_a_day_by_which_something_is_due_in_french() -> None:
    when = when_within(None, sample().now, rule="", anchor="", explanation="")
    assert FRENCH.say(in_words(when, sample().now)) == "pour le 28 mars 2021 au plus tard"


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 article"), (1, "1 article"), (2, "2 articles"), (1204, "1\u202f204 articles")]
)
def test_counts_in_french(number: int, words: str) -> None:
    assert FRENCH.say(articles(number)) == words


def test_what_is_said_is_english_to_who_does_not_ask() -> None:
    words = said("by %(day)s", day=said("%(day)s %(month)s", day="3", month=said("May")))
    assert words == "by 3 May" and json.dumps(words) == '"by 3 May"'
    assert many("%(n)s event", "%(n)s events", 1204) == "1,204 events"
    assert listed(["a", "b", "c"]) == "a, b, c" and listed(["a", "b"], "; ") == "a; b"
    assert ENGLISH.say(words) == "by 3 May"
    assert FRENCH.say("an article's %(words)s, by 3 May") == "an article's %(words)s, by 3 May"


def test_what_has_no_translation_stays_english() -> None:
    assert FRENCH.say(said("Nobody has translated %(this)s", this=said("May"))) == "Nobody has translated mai"


def test_an_english_site_is_marked_once_and_carries_no_catalogue() -> None:
    pages = {page.path: page.content for page in site()}
    assert not {"static/words.js", "static/words.css"} & pages.keys()
    html = [content for path, content in pages.items() if path.endswith(".html")]
    assert all(content.count(b'lang="en"') == 1 and b"words.js" not in content for content in html)


def test_nothing_of_the_interface_is_forgotten() -> None:
    """What stands outside of translated words is marked as others' words, or names what is in the data."""
    pages = {page.path: page.content for page in site(spoken=FOREIGN)}
    names = pages["data/events.json"].decode() + load.table_text("countries")
    names += "".join(article.text for article in sample().articles) + " ".join(pages)
    names += f"BibTeX CSL-JSON SHA-256 conflict.toml {CHECKSUMS} " + "".join(
        badges(pages["actors/index.html"].decode())
    )
    for path, content in pages.items():
        if path.endswith(".html"):
            left = [text for text in forgotten(content) if not re.match("https://|conflict.toml:", text)]
            assert [text for text in left if text not in names] == [], path


def badges(html: str) -> list[str]:
    return re.findall(r">([A-Z]{2})<", html)


def test_what_is_forgotten_is_seen() -> None:
    page = '<html lang="ar"><p>Forgotten, <bdi>Doha</bdi> <b lang="en">as told</b> ⟦Said⟧</p></html>'
    assert forgotten(page.encode()) == ["Forgotten"]


def test_no_english_is_left_in_french_pages() -> None:
    same = {message.one for message in MESSAGES if FRENCH.say(said_of(message)) == message.one}
    english = {message.one for message in MESSAGES if "%" not in message.one and len(message.one) > 2} - same
    english -= {"Talks"}  # a page of the sample's article may say no more than this
    for page in site(interface="fr"):
        if page.path.endswith(".html"):
            html = re.sub(r'<(\w+)[^>]* lang="en"[^>]*>.*?</\1>', "", page.content.decode(), flags=re.DOTALL)
            texts = {
                " ".join(text.split())
                for text in re.findall(r">([^<]+)<|aria-label=\"([^\"]+)\"", html)
                for text in text
            }
            assert texts & english == set(), page.path


def said_of(message: make_catalogue.Message) -> Said:
    return Said(message.one, {}, message.more, context=message.context)


def test_pages_name_their_language_and_direction() -> None:
    assert all(b'<html lang="fr">' in page.content for page in site(interface="fr") if page.path.endswith(".html"))
    pages = [page.content for page in site(spoken=FOREIGN) if page.path.endswith(".html")]
    assert all(b'<html lang="ar" dir="rtl">' in content for content in pages)


def test_what_the_machine_writes_is_marked_as_english() -> None:
    pages = {page.path: page.content.decode() for page in site(interface="fr") if page.path.endswith(".html")}
    shown = pages["events/e-baghlan.html"]
    assert '<h1 dir="auto" lang="en">' in shown
    assert '<span lang="en">same day, kind and actors</span>' in shown
    assert "Languages" not in pages["about.html"] and "<h2>Langues</h2>" in pages["about.html"]


def test_data_and_feeds_stay_as_they_are() -> None:
    """Their keys and words are those that programs know, whatever the pages speak."""
    english, french = ({page.path: page.content for page in site(interface=code)} for code in ("en", "fr"))
    spoken = {path for path in french if not path.endswith(".html") and not path.startswith("search/")}
    changed = {path for path in spoken if french[path] != english.get(path)}
    assert changed == {"static/words.js", "static/words.css", "share.png"}


def test_the_search_says_what_things_are_in_french() -> None:
    shown = b"".join(page.content for page in site(interface="fr") if page.path.startswith("search/shown"))
    assert b"1er septembre 2019" in shown and b"Attaque" in shown and b'"Attack"' not in shown


def test_scripts_get_their_words_with_the_forms_of_the_plural() -> None:
    text = next(page.content for page in script_words.files(FRENCH) if page.path.endswith(".js")).decode()
    words = json.loads(text[text.index("said: ") + 6 : text.index(", form:")])
    assert words["Any"] == ["Tous"]
    assert words["%(n)s result."] == ["%(n)s résultat.", "%(n)s résultats."]
    assert "form: (n) => Number((n > 1)) };" in text or "form: (n) => Number(n > 1) };" in text


def test_two_sites_in_french_are_the_same_bytes() -> None:
    assert site(interface="fr") == site(interface="fr")


def test_the_conflict_file_chooses_the_language() -> None:
    read, problems = conflict.read('interface = "fr"\nlanguage = "en"\n')
    assert (read.interface, read.language, problems) == ("fr", "en", [])


def test_an_unknown_language_is_named_with_those_that_there_are() -> None:
    read, [problem] = conflict.read('title = "T"\ninterface = "tlh"\n')
    assert read.interface == "en"
    assert problem.where.line == 2 and "there are en, fr" in problem.hint


def test_each_catalogue_is_an_interface() -> None:
    assert load.interfaces() == ("en", *(path.stem for path in CATALOGUES))


@pytest.mark.parametrize(("code", "direction"), [("fr", "ltr"), ("ar", "rtl"), ("fa-AF", "rtl"), ("en", "ltr")])
def test_a_language_runs_in_its_direction(code: str, direction: str) -> None:
    assert dataclasses.replace(FRENCH, code=code).direction == direction
