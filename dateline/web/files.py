"""Reads the templates and the static files: from the package where it is a wheel, else from the checkout."""

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path


def template(name: str) -> str:
    """The text of a file in templates/; raises FileNotFoundError where there is none of this name."""
    return (_folder("templates") / name).read_text(encoding="utf-8")


def static() -> tuple[tuple[str, bytes], ...]:
    """The name and content of each file in static/, sorted by name."""
    found = [file for file in _folder("static").iterdir() if file.is_file() and file.name[0] not in "._"]
    return tuple((file.name, file.read_bytes()) for file in sorted(found, key=lambda file: file.name))


def schema() -> bytes:
    """The JSON Schema of data/events.json."""
    return (resources.files("dateline.export") / "events.schema.json").read_bytes()


def font() -> bytes:
    """The typeface of the picture for shared links: Noto Serif SemiBold, its Latin, Greek and Cyrillic letters."""
    return (resources.files("dateline.web") / "font" / "NotoSerif-SemiBold.ttf").read_bytes()


def sources() -> tuple[Path, ...]:
    """The folders of templates and static files, where they lie on the disk."""
    return tuple(folder for name in ("templates", "static") if isinstance(folder := _folder(name), Path))


def _folder(name: str) -> Traversable:
    packaged = resources.files("dateline.web") / name
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / name
