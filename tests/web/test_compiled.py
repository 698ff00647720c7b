"""How templates are compiled: what they are given is escaped, said in the language and looked up as in Python."""

from dataclasses import dataclass

import pytest
from jinja2 import UndefinedError
from markupsafe import escape

from dateline.web import files
from dateline.web.compiled import Templates
from dateline.web.language import ENGLISH, Language, language
from dateline.web.marking import Html
from dateline.web.words import many, said


@dataclass(frozen=True)
class View:
    text: object


def drawn(monkeypatch: pytest.MonkeyPatch, template: str, spoken: Language = ENGLISH, **given: object) -> str:
    """What `template` makes of what it is given."""
    with monkeypatch.context() as patched:
        whole = files.template
        patched.setattr(files, "template", lambda name: template if name == "one.html" else whole(name))
        return Templates(spoken).drawn("one.html", **given)


@pytest.mark.parametrize(
    "value", ["plain", "<b>", "'one' & \"two\"", "&amp;", "“Kabul” – Doha", 12, None, View("x<y"), Html("<i>&</i>"), ""]
)
def test_values_are_shown_as_markupsafe_escapes_them(monkeypatch: pytest.MonkeyPatch, value: object) -> None:
    assert drawn(monkeypatch, "{{ view.text }}", view=View(value)) == escape(value)


def test_a_macro_draws_markup_and_its_last_argument_may_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    template = '{% macro m(text, mark="*") %}<b>{{ text }}{{ mark }}</b>{% endmacro %}{{ m("<") }}{{ m(">", "&") }}'
    assert drawn(monkeypatch, template) == "<b>&lt;*</b><b>&gt;&amp;</b>"


def test_a_macro_of_too_many_arguments_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TypeError):
        drawn(monkeypatch, "{% macro m(text) %}{{ text }}{% endmacro %}{{ m(1, 2) }}")


@pytest.mark.parametrize("template", ["{{ nobody }}", "{{ nobody.text }}", "{{ nobody() }}", "{{ marks.link() }}"])
def test_a_name_that_is_missing_is_an_error(monkeypatch: pytest.MonkeyPatch, template: str) -> None:
    with pytest.raises(UndefinedError):
        drawn(monkeypatch, template)


def test_an_attribute_that_is_missing_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(AttributeError, match="texts"):
        drawn(monkeypatch, "{% if view.texts %}!{% endif %}", view=View(""))


def test_what_the_compiler_does_not_know_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotImplementedError):
        drawn(monkeypatch, "{{ lang(*view) }}", view=("en",))


def test_words_are_said_in_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    french = language("fr")
    assert not french.english
    template = '{{ _("Timeline") }}, {{ _("%(label)s:", label=view.text) }} {% trans n=2 %}{{ n }} event{% pluralize %}'
    template += "{{ n }} events{% endtrans %}, {{ view.text }}"
    assert drawn(monkeypatch, template, view=View(said("Talks"))) == "Timeline, Talks: 2 events, Talks"
    words = [said("Timeline"), said("%(label)s:", label=said("Talks")), many("%(n)s event", "%(n)s events", 2)]
    timeline, label, events = map(french.say, words)
    assert timeline != "Timeline"
    expected = f"{timeline}, {label} {events}, {french.say(said('Talks'))}"
    assert drawn(monkeypatch, template, french, view=View(said("Talks"))) == expected


def test_what_a_sentence_of_the_interface_holds_is_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    template = '{{ _("%(label)s:", label=view.text) }}'
    for spoken in (ENGLISH, language("fr")):
        assert "&lt;b&gt;" in drawn(monkeypatch, template, spoken, view=View("<b>"))
        assert "<b>" in drawn(monkeypatch, template, spoken, view=View(Html("<b>")))
