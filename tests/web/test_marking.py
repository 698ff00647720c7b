"""Quoted spans are marked where they stand, whatever the text around them holds."""

import pytest

from dateline.model import Span
from dateline.web.markdown import render
from dateline.web.marking import Mark, mark

TEXT = "The talks began. They ended <soon> & badly."


def spanning(text: str, quote: str, number: int = 1) -> Mark:
    start = text.index(quote)
    return Mark(Span(start, start + len(quote)), f"q{number}", number, f"../events/e{number}.html", f"Event {number}")


def ref(number: int) -> str:
    return f'<sup><a class="ref" href="../events/e{number}.html" title="Event {number}">{number}</a></sup>'


def anchor(number: int) -> str:
    return f'<span class="anchor" id="q{number}"></span>'


def test_a_mark_within_a_range() -> None:
    found = mark(TEXT, [Span(0, len(TEXT))], [spanning(TEXT, "talks began")])
    assert found.ranges == (f"The {anchor(1)}<mark>talks began</mark>{ref(1)}. They ended &lt;soon&gt; &amp; badly.",)
    assert found.unplaced == ()


def test_overlapping_marks_do_not_cross() -> None:
    marks = [spanning(TEXT, "The talks began", 1), spanning(TEXT, "talks began. They", 2)]
    found = mark(TEXT, [Span(0, 21)], marks).ranges
    assert found == (
        f"{anchor(1)}<mark>The </mark>{anchor(2)}<mark>talks began</mark>{ref(1)}<mark>. They</mark>{ref(2)}",
    )


def test_two_marks_of_one_span_share_their_anchor() -> None:
    one = spanning(TEXT, "talks")
    two = Mark(one.span, one.anchor, 2, "../events/e2.html", "Event 2")
    html = mark(TEXT, [Span(0, 9)], [one, two]).ranges[0]
    assert html.count('id="q1"') == 1
    assert ref(1) + ref(2) in html


def test_a_mark_over_two_ranges_has_one_anchor_and_one_number() -> None:
    html = mark(TEXT, [Span(0, 16), Span(17, 43)], [spanning(TEXT, "began. They ended")]).ranges
    assert [one.count("<mark>") for one in html] == [1, 1]
    assert [one.count("id=") for one in html] == [1, 0]
    assert [one.count("<sup>") for one in html] == [0, 1]


def test_a_mark_outside_every_range_keeps_its_anchor() -> None:
    assert mark(TEXT, [Span(0, 5)], [spanning(TEXT, "badly")]).unplaced == ("q1",)


MARKDOWN = """---
title: x
---
# Talks *resume*

They said \\*soon\\* &amp; **left [the
city](https://example.org/a)** on Friday.

> A quote with `code` in it.

![picture](https://evil.example/x.png) and <img src=x onerror=y>

1. one
2. [two](javascript:alert(1)) [three](/relative "t") [four](mailto:a@example.org) <https://example.org/b>
"""
BODY = MARKDOWN.index("# Talks")


def markup(*quotes: str, base: str | None = None) -> str:
    html, unplaced = render(MARKDOWN, BODY, [spanning(MARKDOWN, one, n) for n, one in enumerate(quotes, 1)], base)
    assert unplaced == ()
    return html


def test_markdown_is_drawn_below_the_pages_own_heading() -> None:
    assert "<h2>Talks <em>resume</em></h2>" in markup()
    assert "title: x" not in markup()


def test_marks_in_markdown_do_not_cross_its_elements() -> None:
    html = markup("said \\*soon\\* &amp; **left [the\ncity](https://example.org/a)** on", "quote with")
    assert "<strong><mark>left </mark>" in html
    assert "<mark>the</mark>\n<mark>city</mark></a></strong><mark> on</mark>" + ref(1) in html
    assert f"A {anchor(2)}<mark>quote with</mark>{ref(2)} <code>code</code>" in html


def test_raw_html_and_pictures_stay_text() -> None:
    html = markup()
    assert "<img" not in html
    assert "&lt;img src=x onerror=y&gt;" in html


def test_links_lead_to_the_web_or_nowhere() -> None:
    html = markup()
    assert "javascript:" not in html.replace("(javascript:alert(1))", "")
    assert 'href="/relative"' not in html
    assert "three" in html
    assert 'href="mailto:a@example.org"' in html
    assert '<a href="https://example.org/b" rel="external nofollow">https://example.org/b</a>' in html


def test_relative_links_are_read_against_the_articles_address() -> None:
    assert 'href="https://news.example/relative"' in markup(base="https://news.example/2019/06/talks.html")


@pytest.mark.parametrize("text", ["*" * 3000, "[" * 3000, "> " * 3000, "`" * 3001, "a\n" * 3000, "\\*" * 3000])
def test_adversarial_markdown_is_drawn(text: str) -> None:
    assert render(text, 0, [Mark(Span(0, len(text)), "q", 1, "x", "y")], None)
