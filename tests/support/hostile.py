"""Texts that have broken other exporters, and a timeline that says one of them wherever an article can."""

from dataclasses import replace

from sample_timeline import sample

from dateline.model import Timeline

HOSTILE = (
    '=HYPERLINK("http://example.org","x")',
    "+1+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "'=1",
    "'quoted'",
    "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:b",
    "a\x0b\x1c\x85\u2028END:VCALENDAR",
    "bell\x07 and delete\x7f",
    'say "x", then; and, so\\n',
    "open { brace",
    "close } brace },\n  note = {x}\n}\n@comment{",
    "back\\slash \\input{/etc/passwd} 100 % of $5 & #1_a ~ ^",
    "</p><script>alert(1)</script><img src=x onerror=y>&amp;",
    "\u202eright to left\u202c مذاکرات صلح می\u200cشود",
    "🕊️" * 60,
    "=cmd|' /C calc'!A0",
    "\t\r\n@SUM(1)",
    "]]></content><script>alert(1)</script><![CDATA[",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "\x01\x08\x1b\x1f\ufffe\uffff no characters of XML",
    "BEGIN:VALARM\nACTION:PROCEDURE;VALUE=URI:x\nEND:VALARM",
    "ATTACH;ENCODING=BASE64:x",
    '"@string{x = {y}} @preamble{ "\\write18{id}" }',
    "%\\newread\\f ^^5cinput{x} ^^M",
    "\u2028\u2029\u0085 line ends",
)  # fmt: skip


def says(words: str) -> Timeline:
    """The sample with `words` as every title, name, headline, quote, source and attribution."""
    timeline = sample()
    reports = {
        event.id: tuple(replace(one, quote=words, headline=words) for one in event.reports) for event in timeline.events
    }
    return replace(
        timeline,
        title=words,
        description=words,
        articles=tuple(
            replace(one, title=words, source=words, author=words, url=f"https://example.org/{words}")
            for one in timeline.articles
        ),
        events=tuple(
            replace(one, headline=words, attribution=words, reports=reports[one.id]) for one in timeline.events
        ),
        actors=tuple(replace(one, name=words) for one in timeline.actors),
        places=tuple(replace(one, name=words) for one in timeline.places),
    )
