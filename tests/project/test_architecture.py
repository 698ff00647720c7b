"""The direction of imports, and who may open files, print, or import what is slow: read from the source itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from paths import ROOT

PACKAGE = ROOT / "dateline"
FILES = sorted(PACKAGE.rglob("*.py"))
GROUND = {"model", "problems", "edtf", "lexicon", "wellformed"}
OF_WEB = {
    "web.asked",
    "web.badges",
    "web.colours",
    "web.dates",
    "web.lookup",
    "web.sizes",
    "web.urls",
    "web.visible",
    "web.words",
}  # dates in words, things by id, addresses, when pages are left out: no page is drawn there
# what each room may import besides itself; a room is a file or folder of dateline/, and each of OF_WEB
MAY_IMPORT = {
    "model": set(),
    "problems": set(),
    "wellformed": set(),
    "edtf": {"model"},
    "faults": {"problems"},
    "lexicon": {"problems"},
    "work": {"problems"},
    "cache": {"work"},
    "text": GROUND,
    "temporal": GROUND | {"text"},
    "names": GROUND | {"text", "cache"},
    "rounds": GROUND,
    "reports": GROUND | {"faults", "text", "temporal"},  # its arithmetic with days
    "conflict": GROUND,
    "articles": GROUND | {"conflict", "text", "temporal"},  # what the editor withholds; the reader of stated dates
    "stages": GROUND | {"faults", "cache", "articles", "text", "temporal", "names", "rounds", "reports"},
    "merging": GROUND | {"cache", "conflict", "text", "stages"},
    "relations": GROUND | {"text", "stages"},
    "undated": GROUND | {"cache", "stages", "merging"},
    "unnamed": GROUND | {"names"},
    "timeline": GROUND | {"stages", "rounds", "unnamed"},
    "pipeline": GROUND
    | {"faults", "cache", "work", "articles", "conflict", "names", "stages", "merging", "relations"}
    | {"undated", "unnamed", "timeline"},
    "web.asked": set(),
    "web.badges": {"model", "web.colours"},
    "web.colours": {"model"},
    "web.dates": {"model", "edtf", "web.words"},
    "web.lookup": {"model", "web.asked", "web.badges", "web.urls"},
    "web.sizes": set(),
    "web.urls": {"model"},
    "web.visible": {"model", "web.words"},
    "web.words": set(),
    "export": GROUND | OF_WEB | {"__version__"},
    "published": GROUND | {"conflict"},
    "changes": GROUND | {"published"},
    "web": GROUND | OF_WEB | {"export", "cache", "changes", "work"},
    "publishing": GROUND | {"conflict", "web", "work"},
    "serving": {"problems", "web"},  # of the web, where templates and static files lie
    "commands": GROUND
    | {"__version__", "work", "cache", "text", "articles", "names", "stages", "pipeline", "changes", "published"}
    | {"export", "web", "publishing", "serving"},
    "cli": {"problems", "faults", "commands"},
}
# the rooms of a room, each of which may import those before it; "" is what lies beside them
WITHIN = {
    "temporal": ("days", "grammar", "context", "resolving", ""),
    "names": ("finding", "states", "reference", "linking", ""),
    "reports": ("grammar", "clauses", "kinds", "drafts", "worth", "actors", "voices", "dates", "headlines", ""),
}
ONLY_IN = {
    "dateparser": "temporal/absolute.py",
    "jinja2": "web/compiled.py",
    "frontmatter": "articles/front_matter.py",
    "trafilatura": "articles/pages.py",
    "warcio": "articles/pages.py",
    "zipfile": "articles/archives.py",
    "PIL": "web/sharing/picture.py",
    "polib": "web/language.py",
    "sqlite3": "cache/store.py",
    "pickle": "cache/packing.py",
    "watchfiles": "serving/watch.py",
    "distributed": "work/cluster.py",
    "dask": "work/cluster.py",
    "rich": "work/progress.py",
    "http": "serving/server.py",
    "socketserver": "serving/server.py",
}
OPENS_FILES = {
    "lexicon/load.py", "articles/sources.py", "articles/archives.py", "articles/new.py", "conflict/load.py",
    "web/files.py", "published.py", "work/versions.py", "cache/folder.py", "cache/stamp.py", "serving/files.py",
    "work/alone.py", "publishing/publish.py", "publishing/ours.py", "publishing/one_file.py",
    "publishing/exchange.py", "publishing/durable.py", "publishing/written.py",
}  # fmt: skip
OPENING = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}
CLOCKS = {"now", "today", "utcnow", "time", "time_ns", "monotonic", "localtime", "gmtime"}


def room(file: Path) -> str:
    return room_of(".".join(("dateline", *file.relative_to(PACKAGE).with_suffix("").parts)))


def room_of(name: str) -> str:
    """The room of a module or of what is imported from it: "dateline.web.urls.slug" is of "web.urls"."""
    parts = name.split(".")
    part = ".".join(parts[1:3])
    return part if part in OF_WEB else parts[1]


def place(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def calls(file: Path) -> Iterator[tuple[str, str]]:
    """(what it is called on, the name called)."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield "", node.func.id
            elif isinstance(node.func, ast.Attribute):
                yield ast.unparse(node.func.value), node.func.attr


@pytest.mark.parametrize("file", FILES, ids=place)
def test_imports_run_one_way(file: Path) -> None:
    rooms = {room_of(name) for name in imports(file) if name.startswith("dateline.")}
    here = room(file)
    if here != "__init__":
        assert rooms - {here} <= MAY_IMPORT[here]


@pytest.mark.parametrize("name", WITHIN)
def test_imports_run_one_way_within_a_room(name: str) -> None:
    order = WITHIN[name]
    for file in sorted((PACKAGE / name).rglob("*.py")):
        here = order.index(file.parent.relative_to(PACKAGE / name).as_posix().removeprefix("."))
        parts = [found.split(".") for found in imports(file) if found.startswith(f"dateline.{name}.")]
        inner = {part[2] if part[2] in order else "" for part in parts}
        assert {room for room in inner if order.index(room) > here} == set(), place(file)


@pytest.mark.parametrize("file", FILES, ids=place)
def test_slow_or_careful_imports_stay_in_one_file(file: Path) -> None:
    tops = {name.split(".")[0] for name in imports(file)}
    assert {top for top in tops & set(ONLY_IN) if ONLY_IN[top] != place(file)} == set()


@pytest.mark.parametrize("file", FILES, ids=place)
def test_files_are_opened_only_where_the_plan_says(file: Path) -> None:
    opened = {name for on, name in calls(file) if name in OPENING and on not in ("webbrowser",)}
    assert not opened or place(file) in OPENS_FILES


@pytest.mark.parametrize("file", FILES, ids=place)
def test_no_clock_no_chance_and_only_the_commands_print(file: Path) -> None:
    names = {name for _, name in calls(file)}
    assert not names & CLOCKS
    assert "random" not in {name.split(".")[0] for name in imports(file)}
    assert "print" not in names or place(file) == "cli.py" or room(file) == "commands"


def test_no_import_circle_between_rooms() -> None:
    left = {name: set(may) - {name} for name, may in MAY_IMPORT.items()}
    while left:
        free = [name for name, may in left.items() if not may & set(left)]
        assert free, f"a circle among {sorted(left)}"
        for name in free:
            del left[name]
