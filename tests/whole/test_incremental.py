"""Whatever is done to the articles, the conflict file, the cache and the site: the next build equals a clean one."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from dateline.cli import main
from dateline.web import blocks

# What one tells bears on how another is read: names by vote, copies, an article without a date, rounds, forecasts
TEXTS = [
    " date 2019-06-30 Reuters, DOHA\n\nThe Taliban and the United States began a seventh round of talks on Saturday.",
    " date 2019-07-02 Xinhua, KABUL\n\nA bomb killed 40 people in Kabul on Monday. The Taliban claimed the attack.",
    "Khalilzad said on Friday that an agreement would be signed by 1 September. “We are close,” he said.",
    "---\ntitle: The vote\ndate: 2019-09-28\n---\nAfghans voted on Saturday. Ghani denied that votes were bought.",
    "US envoy Zalmay Khalilzad met Mullah Baradar in Doha. The talks ended in July without an agreement.",
    "---\ndate: 2020-02-29\n---\nThe United States and the Taliban signed an agreement in Doha on 29 February 2020.",
    " date 2019-07-05 AFP, DOHA\n\nBaradar arrived. Baradar, a founder of the Taliban, will meet Khalilzad next week.",
    "",
]
SENTENCES = [
    "The Taliban attacked Kunduz on 31 August 2019.",
    "The seventh round ended on 9 July 2019, Khalilzad said.",
    "Mr Ghani rejected the talks. Baradar is a village near Kabul.",
    "It was raining.",
]
CONFLICTS = [
    None,
    'title = "Talks"\n',
    'title = "Talks"\n[[actor]]\nid = "taliban"\nname = "Taliban"\nkind = "armed group"\naliases = ["the movement"]\n',
    '[[track]]\nid = "us-taliban"\nname = "US–Taliban talks"\nparties = ["united-states", "taliban"]\nvenue = "Doha"\n',
    '[[article]]\nfile = "a.txt"\npublished = "2019-08-01"\nwhy = "its page says so"\n',
    'publish = "full"\ninterface = "fr"\n[[redact]]\nname = "Zalmay Khalilzad"\naliases = ["Khalilzad"]\nwhy = "no"\n',
    'title = "Talks\n',
]
DOWNLOAD = "data/events.json"
NAMES = ["a.txt", "b.txt", "c.md", "sub/d.txt", "e.txt"]


class Archive(RuleBasedStateMachine):
    files = Bundle("files")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.seeds, self.site, self.kept = (self.folder / name for name in ("in", "site", "kept"))
        self.seeds.mkdir()
        self.smaller = pytest.MonkeyPatch()
        self.smaller.setattr(blocks, "_TOGETHER", 2)  # so that few events make several blocks
        self.write("always.txt", TEXTS[1].replace("40", "12"))

    def teardown(self) -> None:
        shutil.rmtree(self.folder)
        self.smaller.undo()

    def write(self, name: str, text: str) -> None:
        path = self.seeds / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    @rule(target=files, name=st.sampled_from(NAMES), text=st.sampled_from(TEXTS))
    def add(self, name: str, text: str) -> str:
        self.write(name, text)
        return name

    @rule(name=files, sentence=st.sampled_from(SENTENCES))
    def say_more(self, name: str, sentence: str) -> None:
        path = self.seeds / name
        if path.exists():
            path.write_text(f"{path.read_text(encoding='utf-8')} {sentence}", encoding="utf-8")

    @rule(name=files)
    def remove(self, name: str) -> None:
        (self.seeds / name).unlink(missing_ok=True)

    @rule(name=files, other=st.sampled_from(NAMES))
    def rename(self, name: str, other: str) -> None:
        if (self.seeds / name).exists():
            self.write(other, "")
            (self.seeds / name).replace(self.seeds / other)

    @rule(text=st.sampled_from(CONFLICTS))
    def edit_the_conflict(self, text: str | None) -> None:
        path = self.seeds / "conflict.toml"
        if text is None:
            path.unlink(missing_ok=True)
        else:
            path.write_text(text, encoding="utf-8")

    @rule(damage=st.sampled_from(["cut", "garbage", "gone", "flipped"]))
    def damage_what_is_kept(self, damage: str) -> None:
        for path in sorted(self.kept.rglob("*.sqlite" if damage == "flipped" else "*")):
            if damage == "gone" or not path.is_file():
                continue
            data = path.read_bytes()
            half = len(data) // 2
            changed = {"cut": data[:half], "garbage": b"nonsense"}
            path.write_bytes(changed.get(damage, data[:half] + bytes(b ^ 255 for b in data[half:])))
        if damage == "gone":
            shutil.rmtree(self.kept, ignore_errors=True)

    @rule(damage=st.sampled_from(["gone", "file gone", "file changed"]), name=st.sampled_from(["about.html", DOWNLOAD]))
    def damage_the_site(self, damage: str, name: str) -> None:
        file = self.site / name
        if damage == "gone":
            shutil.rmtree(self.site, ignore_errors=True)
        elif file.exists():
            file.unlink() if damage == "file gone" else file.write_text("mine", encoding="utf-8")

    @invariant()
    def the_next_build_equals_a_clean_one(self) -> None:
        kept, clean = self.folder / "kept", self.folder / "clean"
        again = main(["--seeds", str(self.seeds), "--out", str(self.site), "--cache", str(kept), "--jobs", "1"])
        anew = main(["--seeds", str(self.seeds), "--out", str(clean), "--no-cache", "--jobs", "1"])
        assert again == anew
        if not anew:
            assert content(self.site) == content(clean)


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


TestArchive = pytest.mark.filterwarnings("ignore")(Archive.TestCase)
TestArchive.settings = settings(
    max_examples=4,
    stateful_step_count=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    database=None,
)
