"""What an editor corrects by a line of conflict.toml, and what is said where the event is gone."""

import json
from pathlib import Path

from dateline.export.events_json import text
from dateline.pipeline import Result, run
from dateline.web.render import pages

ATTACK = "Rebels attacked the port of Hodeida on June 24, 2019. The attack lasted for hours.\n"
TALKS = "Envoys held talks in Geneva on June 25, 2019.\n"


def built(folder: Path, *corrections: str) -> Result:
    (folder / "a.md").write_text(f"---\ndate: 2019-06-30\n---\n\n{ATTACK}\n{TALKS}", encoding="utf-8")
    lines = "\n".join(f'[[correction]]\nwhy = "It was seen."\n{one}\n' for one in corrections)
    (folder / "conflict.toml").write_text(lines, encoding="utf-8")
    return run(folder)


def ids(folder: Path) -> dict[str, str]:
    """Kind -> id of the event, before anything is corrected."""
    return {event.type: event.id for event in built(folder).timeline.events}


def test_a_date_a_headline_and_a_kind_are_the_editors(tmp_path: Path) -> None:
    id = ids(tmp_path)["attack"]
    lines = f'event = "{id}"\ndate = 2019-06-23\nheadline = "The port was shelled"\nkind = "control"'
    result = built(tmp_path, lines)
    event = next(event for event in result.timeline.events if event.id == id)
    assert (event.when.edtf, event.headline, event.type) == ("2019-06-23", "The port was shelled", "control")
    assert event.when.rule == "editor" and event.when.explanation == "It was seen."
    assert [(edit.field, edit.was) for edit in event.editor] == [
        ("date", "2019-06-24"),
        ("headline", "Rebels attacked the port of Hodeida"),
        ("kind", "attack"),
    ]
    assert event.editor[0].at == "conflict.toml:1" and not result.problems


def test_an_event_that_is_none_is_hidden_and_the_page_about_it_says_so(tmp_path: Path) -> None:
    id = ids(tmp_path)["talks"]
    result = built(tmp_path, f'event = "{id}"\nhide = true')
    assert [event.type for event in result.timeline.events] == ["attack"]
    assert [(one.id, one.article, one.why) for one in result.timeline.hidden] == [(id, "a", "It was seen.")]
    site = {page.path: page.content.decode(errors="replace") for page in pages(result.timeline, None)}
    assert "It was seen." in site["about.html"] and "Taken out by the editor" in site["about.html"]
    assert not any("held talks" in content for content in site.values())


def test_the_words_of_what_is_hidden_make_no_demand(tmp_path: Path) -> None:
    text = "---\ndate: 2019-06-30\n---\n\nIran demanded on Friday that troops leave Iraq.\n"
    (tmp_path / "b.md").write_text(text, encoding="utf-8")
    before = built(tmp_path).timeline
    asked = [event for event in before.events if "iran" in event.actors]
    assert before.demands and asked
    lines = [f'event = "{event.id}"\nhide = true' for event in asked]
    assert not built(tmp_path, *lines).timeline.demands


def test_who_took_part_and_what_is_sure_are_the_editors(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("---\ndate: 2019-06-30\n---\n\nIran attacked Iraq on Friday.\n", encoding="utf-8")
    (event,) = [one for one in built(tmp_path).timeline.events if "iran" in one.actors]
    lines = f'event = "{event.id}"\nmodality = "claimed"\nactors = ["iraq"]\nplaces = []'
    result = built(tmp_path, lines)
    (event,) = [one for one in result.timeline.events if one.id == event.id]
    assert (event.modality, event.actors, event.places) == ("claimed", ("iraq",), ())
    assert [edit.field for edit in event.editor] == ["modality", "actors", "places"] and not result.problems


def test_an_actor_that_nobody_knows_is_named_and_takes_nobody_out(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("---\ndate: 2019-06-30\n---\n\nIran attacked Iraq on Friday.\n", encoding="utf-8")
    (event,) = [one for one in built(tmp_path).timeline.events if "iran" in one.actors]
    result = built(tmp_path, f'event = "{event.id}"\nactors = ["iraq", "irna"]\nheadline = "Iran shells Iraq"')
    (problem,) = result.problems
    assert "'irna'" in problem.what and problem.where.line == 1
    (after,) = [one for one in result.timeline.events if one.id == event.id]
    assert after.actors == event.actors and after.headline == "Iran shells Iraq"


def test_joined_evidence_is_split_off(tmp_path: Path) -> None:
    (event,) = [event for event in built(tmp_path).timeline.events if event.type == "attack"]
    result = built(tmp_path, f'event = "{event.other_ids[0]}"\nsplit = true')
    assert [len(one.reports) for one in result.timeline.events if one.type == "attack"] == [1, 1]


def test_two_events_are_joined(tmp_path: Path) -> None:
    found = ids(tmp_path)
    result = built(tmp_path, f'event = "{found["talks"]}"\njoin = "{found["attack"]}"')
    (event,) = result.timeline.events
    assert found["talks"] in event.other_ids and "the editor (conflict.toml:1): It was seen." in event.joins[-1].why
    assert not result.problems


def test_a_correction_whose_event_is_gone_is_named(tmp_path: Path) -> None:
    (problem,) = built(tmp_path, 'event = "a-00000000"\nhide = true').problems
    assert problem.where.line == 1 and "a-00000000" in problem.what and "events.json" in problem.hint


def test_the_site_shows_what_stood_there_before(tmp_path: Path) -> None:
    id = ids(tmp_path)["attack"]
    timeline = built(tmp_path, f'event = "{id}"\ndate = "2019-06"').timeline
    (event,) = [event for event in json.loads(text(timeline))["events"] if event["id"] == id]
    assert event["editor"] == [{"field": "date", "was": "2019-06-24", "why": "It was seen.", "at": "conflict.toml:1"}]


def test_what_cannot_be_split_off_is_named(tmp_path: Path) -> None:
    words = "Rebels attacked the port of Hodeida. It rained. Rebels attacked the port of Hodeida."
    (tmp_path / "a.md").write_text(f"---\ndate: 2019-06-30\n---\n\n{words}\n", encoding="utf-8")
    (event,) = run(tmp_path).timeline.events
    line = f'[[correction]]\nevent = "{event.other_ids[0]}"\nsplit = true\nwhy = "It was seen."\n'
    (tmp_path / "conflict.toml").write_text(line, encoding="utf-8")
    result = run(tmp_path)
    (problem,) = result.problems
    assert "could not be split off" in problem.what and problem.where.line == 1
    assert not result.timeline.events[0].editor


def test_the_licence_that_the_editor_gives_is_shown(tmp_path: Path) -> None:
    lines = '[[article]]\nfile = "a.md"\nlicence = "CC BY 2.5"\nwhy = "Wikinews says so."\n'
    (tmp_path / "a.md").write_text(f"---\ndate: 2019-06-30\n---\n\n{TALKS}", encoding="utf-8")
    (tmp_path / "conflict.toml").write_text(lines, encoding="utf-8")
    timeline = run(tmp_path).timeline
    site = {page.path: page.content.decode(errors="replace") for page in pages(timeline, None)}
    assert "CC BY 2.5" in site["articles/a.html"] and "Wikinews says so." in site["articles/a.html"]
    assert json.loads(text(timeline))["articles"][0]["licence"] == "CC BY 2.5"
