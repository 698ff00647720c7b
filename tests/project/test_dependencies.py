"""What CI installs is locked by hash and as pyproject.toml declares it, and its licences are known and fit."""

import json
import re
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from paths import ROOT

sys.path.append(str(ROOT / "tools"))
import audited
import make_licences

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RENEW = "run tools/lock.sh, then tools/make_licences.py"
PERMISSIVE = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-2-Clause-Views", "BSD-3-Clause", "CNRI-Python", "ISC", "MIT", "MIT-CMU",
    "PSF-2.0",
}  # fmt: skip
OF_ITS_OWN_FILES = {"MPL-1.1", "MPL-2.0"}  # copyleft that ends at the files of the package
# what tests may run besides, since none of it is part of a site or of what is passed on
TO_RUN = {"Artistic-1.0-Perl", "GPL-2.0-only WITH Classpath-exception-2.0", "LGPL-3.0-only"}


def declared() -> list[Requirement]:
    """Each requirement of the core, of every extra, and of building the package."""
    project = PROJECT["project"]
    lists = [project["dependencies"], *project["optional-dependencies"].values(), PROJECT["build-system"]["requires"]]
    found = [Requirement(one) for requirements in lists for one in requirements]
    return [one for one in found if one.name != project["name"]]


def fits(licence: str, allowed: set[str]) -> bool:
    """Whether a licence as SPDX writes it can be kept with those that are allowed; without parentheses."""
    return any(all(one in allowed for one in way.split(" AND ")) for way in licence.split(" OR "))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_pins_each_package_by_hash_and_names_no_place_to_fetch_it_from(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    entries = [one for one in re.sub(r"#.*|\\\n", "", text).split("\n") if one.strip()]
    assert len(entries) > 20
    for entry in entries:
        assert re.fullmatch(r"[a-z0-9-]+==[^\s;]+( ; [^\\]+?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*", entry), entry
    assert not re.search(r"https?:|file:|--index|--extra-index|--find-links|--trusted-host|@", text)


@pytest.mark.parametrize("requirement", declared(), ids=str)
def test_what_is_declared_is_locked_within_its_bounds(requirement: Requirement) -> None:
    version = make_licences.locked().get(canonicalize_name(requirement.name))
    assert version, RENEW
    assert requirement.specifier.contains(Version(version)), RENEW


def test_the_licence_of_each_locked_package_is_listed_as_it_says_itself() -> None:
    listed = make_licences.listed()
    assert listed.keys() == make_licences.locked().keys(), RENEW
    told = {name: make_licences.licence(name) for name in listed}
    assert sum(one is not None for one in told.values()) > 90
    assert {name: one for name, one in told.items() if one and one != listed[name][0]} == {}, RENEW
    grouped = {name: group for group, names in make_licences.groups().items() for name in names}
    assert {name: group for name, group in grouped.items() if group != listed[name][1]} == {}, RENEW


def test_every_licence_fits() -> None:
    for name, (licence, group) in make_licences.listed().items():
        allowed = PERMISSIVE | OF_ITS_OWN_FILES | (TO_RUN if group == "test" else set())
        assert fits(licence, allowed), f"{name} ({group}): {licence}"


@pytest.mark.parametrize(
    ("licence", "fitting"),
    [
        ("MIT", True),
        ("MPL-1.1 OR GPL-2.0-only", True),
        ("Apache-2.0 AND CNRI-Python", True),
        ("GPL-3.0-only", False),
        ("MIT AND GPL-3.0-only", False),
        ("AGPL-3.0-only OR GPL-3.0-only", False),
        ("LGPL-3.0-only", False),
    ],
)
def test_which_licences_fit(licence: str, fitting: bool) -> None:
    assert fits(licence, PERMISSIVE | OF_ITS_OWN_FILES) == fitting


def report(*packages: dict[str, object]) -> str:
    return json.dumps({"dependencies": packages, "fixes": []})


SOUND = {"name": "jinja2", "version": "3.1.6", "vulns": []}
WEAK = {"name": "jinja2", "version": "3.1.0", "vulns": [{"id": "PYSEC-2022-1"}]}
UNKNOWN = {"name": "rich", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("text", "here", "on_github", "why"),
    [
        (report(SOUND), True, True, "1 packages, no known"),
        (report(SOUND, WEAK), False, False, "jinja2 3.1.0: PYSEC-2022-1"),
        (report(WEAK, UNKNOWN), False, False, "PYSEC-2022-1"),
        (report(SOUND, UNKNOWN), True, False, "NOT AUDITED: PyPI's advisories on 1 of 2"),
        (report(UNKNOWN), True, False, "NOT AUDITED"),
        ("", True, False, "NOT AUDITED"),
    ],
)
def test_a_finding_fails_and_silence_is_said(text: str, here: bool, on_github: bool, why: str) -> None:
    assert audited.verdict("ci.txt", text, required=False)[0] == here
    fine, said = audited.verdict("ci.txt", text, required=True)
    assert fine == on_github and why in said


def test_everything_that_is_installed_by_a_script_is_held_against_a_lock() -> None:
    for script in (ROOT / ".ci").iterdir():
        lines = script.read_text(encoding="utf-8").replace("\\\n", " ").split("\n")
        fetched = [line for line in lines if re.search(r"pip\b.* (install|download) ", line)]
        assert fetched, script.name
        for line in fetched:
            assert "--require-hashes --only-binary :all:" in line and "-r requirements/" in line, line
