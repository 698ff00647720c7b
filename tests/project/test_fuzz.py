"""What fuzz/ tries by the thousand works; what it has found stays mended."""

import importlib
import sys
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import pytest
import sound
from hypothesis import example, given
from hypothesis import strategies as st
from paths import ROOT
from stories import events_of
from strategies import tries

sys.path.append(str(ROOT / "fuzz"))
TARGETS = importlib.import_module("table").TARGETS
Target = importlib.import_module("target").Target
one, soak = importlib.import_module("one"), importlib.import_module("soak")


@pytest.mark.parametrize("name", TARGETS)
def test_what_a_target_begins_with_does_not_break_it(name: str) -> None:
    target = TARGETS[name]
    seeds = list(target.seeds())
    assert seeds and all(seeds)
    for seed in seeds[: {"pages": 1, "incremental": 1}.get(name)]:
        target.check(seed[: target.longest])


@tries(300)
@given(st.binary(max_size=200))
@example(b"GET / HTTP/0.9\r\n\r\n")
@example(b"GET //b.example/.. HTTP/1.1\r\nHost: localhost\r\n\r\n")
@example(b"GET http://[ HTTP/1.1\r\nHost: [\r\n\r\n")
def test_any_request(data: bytes) -> None:
    TARGETS["requests"].check(data)


@pytest.mark.parametrize(("status", "said"), [(0, "nothing is broken"), (77, "broken: cache"), (-1, "broken: cache")])
def test_an_input_that_breaks_a_target_is_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    status: int,
    said: str,
) -> None:
    ended = (status, "#7 cov: 12 ft: 9\nAssertionError: what\nstat::number_of_executed_units: 345\n")
    monkeypatch.setattr(soak, "run", lambda *_: ended)
    assert soak.main(["10", "cache", "--keep", str(tmp_path)]) == (1 if status else 0)
    told = capsys.readouterr().out
    assert said in told and "cache: 10 s, 345 inputs, 12 edges" in told
    assert (str(tmp_path / "cache") in told) == ("AssertionError: what" in told) == bool(status)


@pytest.mark.parametrize("breaks", [False, True])
def test_without_atheris_the_same_is_tried_blindly(tmp_path: Path, breaks: bool) -> None:
    tried = []

    def check(data: bytes) -> None:
        tried.append(data)
        assert not (breaks and len(tried) == 50)

    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus/seed-0").write_bytes(b"seed")
    with pytest.raises(AssertionError) if breaks else nullcontext():
        one.blind(Target(check, lambda: [b"seed"], 10), 1 if not breaks else 60, tmp_path)
    assert len(set(tried)) > 10 and all(len(data) <= 10 for data in tried)
    assert not breaks or (tmp_path / "crash-blind").read_bytes() == tried[-1]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # published on 30 June 2019: neither lasts until then, nor begins then
        ("Rebels have attacked the port since 5 July 2020.", (date(2020, 7, 5), None)),
        ("The battle for the town went on into March 2018, killing 20 people.", (None, date(2018, 3, 31))),
        ("Rebels have attacked the port since 5 July 2018.", (date(2018, 7, 5), date(2019, 6, 30))),
    ],
)
def test_no_time_ends_before_it_begins(text: str, days: tuple[date | None, date | None]) -> None:
    assert [(event.when.first, event.when.last) for event in events_of(text)] == [days]


@pytest.mark.parametrize("word", ["envoy", "eNvoy", "Envoy"])
def test_a_role_in_odd_letters_ends_behind_itself(tmp_path: Path, word: str) -> None:
    text = f"US envoy Zalmay Khalilzad left Doha. The US {word} said on Monday that the talks had ended."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    found = sound.archive(tmp_path)
    assert found
    implied = [name.text for name in found.resolved()[0].names if name.implied]
    assert implied == ([] if word == "Envoy" else [f"US {word}"])  # a capital makes it a title
