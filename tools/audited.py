"""What a report of pip-audit comes to. Where it could ask nobody it finds nothing, too: here that is said."""

import json
import os
import sys
from pathlib import Path
from typing import Any


def verdict(lock: str, report: str, required: bool) -> tuple[bool, str]:
    """Whether the packages of a lock may be used, and why, in words.

    `report` is what pip-audit wrote as JSON, "" where it ended before. `required`: that nobody could be asked about
    some of them is a failure, too.
    """
    packages: list[dict[str, Any]] = json.loads(report)["dependencies"] if report else []
    found = [f"{one['name']} {one['version']}: {bug['id']}" for one in packages for bug in one.get("vulns", ())]
    if found:
        return False, f"{lock}: known vulnerabilities: {', '.join(found)}"
    unknown = sum("skip_reason" in one for one in packages)
    if packages and not unknown:
        return True, f"{lock}: {len(packages)} packages, no known vulnerability"
    which = f"{unknown} of {len(packages)} packages" if packages else "its packages"
    return not required, f"{lock}: NOT AUDITED: PyPI's advisories on {which} cannot be reached from here"


def main(lock: str, report: str) -> int:
    text = Path(report).read_text(encoding="utf-8") if Path(report).exists() else ""
    fine, why = verdict(lock, text, required=os.environ.get("GITHUB_ACTIONS") == "true")
    sys.stderr.write(f"{why}\n")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
