"""An article is resolved again where one that it asked of the others is answered otherwise, and not for the rest."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from dateline.cache.memo import Memo
from dateline.cache.store import Store
from dateline.model import Report
from dateline.pipeline import run
from dateline.stages import each
from dateline.stages.archive import Facts
from dateline.stages.reading import Reading
from dateline.stages.resolving import Resolved, resolve
from dateline.work.workers import Alone

SAYS_WE = "“We urge both sides to stop the fighting,” Zalmay Khalilzad said on Monday."
NAMES = "Zalmay Khalilzad met Taliban leaders in Doha on Monday."
SPEAKS = "US envoy Zalmay Khalilzad arrived in Kabul on Sunday."
ARRIVES = "Zalmay Khalilzad arrived in Kabul on Sunday."


def built(folder: Path, texts: Mapping[str, str]) -> list[Report]:
    seeds = folder / "seeds"
    seeds.mkdir(exist_ok=True)
    for name, text in texts.items():
        (seeds / f"{name}.md").write_text(f"---\ntitle: {name}\ndate: 2019-07-02\n---\n{text}\n", encoding="utf-8")
    with Store(folder / "kept.sqlite", "") as store:
        found = run(seeds, memo=Memo(store, Alone()))
    return [report for event in found.timeline.events for report in event.reports]


def test_only_who_says_we_hangs_on_for_whom_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"says-we": SAYS_WE, "names": NAMES, "speaks": ARRIVES}
    before = built(tmp_path, texts)
    again: set[str] = set()

    def noted(reading: Reading, facts: Facts) -> Resolved:
        again.add(facts.article.id)
        return resolve(reading, facts)

    monkeypatch.setattr(each, "resolve", noted)
    now = built(tmp_path, texts | {"speaks": SPEAKS})
    assert again == {"says-we", "speaks"}
    assert now == built(tmp_path / "seeds", texts | {"speaks": SPEAKS}) != before
    told = next(report for report in now if report.article == "says-we")
    assert "united-states" in told.actors
