"""The workflows use what was looked at, and may do no more than they must."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from paths import ROOT

HERE = ROOT / ".github"
WORKFLOWS = sorted((HERE / "workflows").glob("*.yml"))


def jobs(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return list(workflow["jobs"].values())


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_what_is_used_is_named_by_its_commit(file: Path) -> None:
    used = re.findall(r"uses: (\S+)(.*)", file.read_text(encoding="utf-8"))
    assert used
    for action, comment in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r"  # v\d+\.\d+\.\d+", comment), action  # which Dependabot keeps, too


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_may_only_read_and_the_one_job_that_publishes_may_write_pages(file: Path) -> None:
    workflow = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    for job in jobs(workflow):
        rights = job.get("permissions", {})
        writes = {name for name, right in rights.items() if right == "write"}
        publishes = any("deploy-pages" in step.get("uses", "") for step in job["steps"])
        assert writes == ({"pages", "id-token"} if publishes else set())
        for step in job["steps"]:
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False
            assert "${{" not in step.get("run", "")  # a value in a script would be code: it comes by the environment


def test_each_python_from_the_oldest_on_is_tested_and_their_sites_are_compared() -> None:
    (workflow,) = (yaml.safe_load(file.read_text(encoding="utf-8")) for file in WORKFLOWS if file.name == "ci.yml")
    test, compare = jobs(workflow)
    pythons = test["strategy"]["matrix"]["python"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == f">={pythons[0]}"
    assert pythons == [f"3.{11 + n}" for n in range(len(pythons))] and len(pythons) > 3
    assert compare["needs"] == "test" and f"diff {pythons[0]}.txt" in compare["steps"][-1]["run"]


def test_newer_versions_are_proposed() -> None:
    proposed = yaml.safe_load((HERE / "dependabot.yml").read_text(encoding="utf-8"))
    assert {one["package-ecosystem"] for one in proposed["updates"]} == {"github-actions", "pip"}
