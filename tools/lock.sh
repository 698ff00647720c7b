#!/usr/bin/env bash
# Locks what CI installs anew: the newest versions within the bounds of pyproject.toml, each with the hashes of its
# files, for every system and every Python that is supported. Needs uv (pip install uv). Then: tools/make_licences.py
set -euo pipefail
cd "$(dirname "$0")/.."

lock() {
    uv pip compile --quiet --upgrade --universal --python-version 3.11 --no-build --generate-hashes \
        --custom-compile-command "bash tools/lock.sh" --output-file "$@"
}
lock requirements/ci.txt --extra test --extra fuzz pyproject.toml
lock requirements/audit.txt requirements/audit.in
