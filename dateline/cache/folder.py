"""Where what was made before lies: a folder for each set of inputs, and none for inputs that are gone."""

import re
import shutil
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

FOLDER = Path(".dateline")  # in the working directory
_NAME = re.compile(r"[0-9a-f]{16}")
_INPUTS = "inputs"  # their paths, one a line; no name of an article, where the folder lies among them


def folder_of(base: Path, inputs: Sequence[Path]) -> Path | None:
    """The folder below `base` for these inputs, made where it is missing; None where it cannot be made."""
    paths = "\n".join(str(path.absolute()) for path in inputs) + "\n"
    folder = base / sha256(paths.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / _INPUTS).exists():
            _forget(base)
            (folder / ".gitignore").write_text("*\n", encoding="utf-8")
            (folder / _INPUTS).write_text(paths, encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    return folder


def _forget(base: Path) -> None:
    """Remove what is kept of inputs that no longer exist."""
    for folder in base.iterdir():
        with suppress(OSError, UnicodeError):
            inputs = folder / _INPUTS
            if _NAME.fullmatch(folder.name) and inputs.is_file() and not folder.is_symlink():
                paths = inputs.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
                if not any(Path(path).exists() for path in paths):
                    shutil.rmtree(folder)
