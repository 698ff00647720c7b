"""What the documents say is so (the sample, the links, the tree), and what stands beside the package fits it."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from command_line import run
from paths import ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
PACKAGE = ROOT / "dateline"


def anchors(document: Path) -> set[str]:
    """The headings as GitHub makes addresses of them."""
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links() -> Iterator[tuple[Path, str]]:
    for document in DOCUMENTS:
        for target in re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8")):
            if not target.startswith("http"):
                yield document, target


@pytest.mark.parametrize(("document", "target"), [*links()], ids=str)
def test_links_lead_somewhere(document: Path, target: str) -> None:
    path, _, anchor = target.partition("#")
    file = (document.parent / path).resolve() if path else document
    assert file.is_file() and (not anchor or anchor in anchors(file))


def test_the_sample_of_the_readme_is_what_the_command_prints() -> None:
    told = re.search(r"```console\n\$ python build\.py (.+)\n((?:.+\n)+)```", (ROOT / "README.md").read_text("utf-8"))
    assert told and run(*told[1].split()).stdout.strip() == told[2].strip()


def test_all_commands_are_in_the_readme() -> None:
    named = set(re.findall(r"^\| `build\.py (\w+)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE))
    files = {path.stem for path in (PACKAGE / "commands").glob("*.py")}
    assert named | {"build"} == set(re.findall(r"^    (\w+) ", run("--help").stdout, re.MULTILINE))
    assert named | {"build"} <= files


def test_each_folder_and_each_module_beside_them_is_told_of_to_who_contributes() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    folders = {path.parent.name for path in PACKAGE.glob("**/*/__init__.py")}
    modules = {path.name for path in PACKAGE.glob("*.py")} - {"__init__.py"}
    assert {name for name in folders if not re.search(rf"`(?:dateline/|views/)?{name}/`", text)} == set()
    assert {name for name in modules if not re.search(rf"`(?:dateline/)?{name}`", text)} == set()


def test_what_contributors_are_told_of_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:dateline|tests|fuzz|tools|benchmarks|requirements|docs)/[\w./-]*)`", text)
    assert named and [name for name in named if not (ROOT / name).exists()] == []


def test_the_tests_of_a_folder_are_in_the_folder_of_its_name() -> None:
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    folders = {path.relative_to(ROOT / "tests").parts[0] for path in (ROOT / "tests").glob("*/**/test_*.py")}
    assert folders - rooms == {"whole", "project"}
    modules = {path.stem for path in PACKAGE.glob("*.py")}
    assert {path.stem.removeprefix("test_") for path in (ROOT / "tests").glob("test_*.py")} <= modules


BESIDE = sorted(path for folder in ("benchmarks", "fuzz", "tools") for path in (ROOT / folder).glob("*.py"))


@pytest.mark.parametrize("program", BESIDE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_programs_beside_the_package_find_what_they_import_of_it(program: Path) -> None:
    for node in ast.walk(ast.parse(program.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("dateline"):
            module = import_module(node.module or "")
            for name in (alias.name for alias in node.names):
                assert hasattr(module, name) or import_module(f"{node.module}.{name}")
