"""Fuzz one target: `python fuzz/one.py TARGET SECONDS FOLDER`. FOLDER takes the corpus and what breaks it.

With atheris, guided by which code is reached; where it is not installed, blindly. Ends with status 0 after so many
seconds, and with another at the first input that breaks the target, which is left in FOLDER.
"""

import random
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from time import monotonic

sys.path[:0] = [str(Path(__file__).parents[1] / folder) for folder in ("", "tests/support", "fuzz")]

from target import Target  # noqa: E402

try:
    import atheris
except ImportError:
    atheris = None

MOST_SECONDS = 60  # for one input
MOST_MEMORY = 3000  # MB


def main(arguments: Sequence[str]) -> None:
    if len(arguments) != 3 or not arguments[1].isdecimal():
        sys.exit("usage: python fuzz/one.py TARGET SECONDS FOLDER")
    name, seconds, folder = arguments[0], int(arguments[1]), Path(arguments[2])
    with atheris.instrument_imports(include=["dateline"]) if atheris else nullcontext():
        from table import TARGETS
    if name not in TARGETS:
        sys.exit(f"no target {name!r}: there are {', '.join(TARGETS)}")
    target = TARGETS[name]
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds()):
        (corpus / f"seed-{number}").write_bytes(seed[: target.longest])
    (guided if atheris else blind)(target, seconds, folder)


def guided(target: Target, seconds: int, folder: Path) -> None:
    words = folder / "words.dict"
    tokens = target.tokens or ("the",)  # an empty list of words is an error
    words.write_text("".join(f'"{_written(word)}"\n' for word in tokens), encoding="ascii")
    options = (
        f"-max_total_time={seconds}",
        f"-max_len={target.longest}",
        f"-timeout={MOST_SECONDS}",
        f"-rss_limit_mb={MOST_MEMORY}",
        f"-artifact_prefix={folder}/",
        f"-dict={words}",
        "-print_final_stats=1",
        "-seed=1",
    )
    atheris.Setup([sys.argv[0], *options, str(folder / "corpus")], target.check)
    atheris.Fuzz()


def _written(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode())


def blind(target: Target, seconds: int, folder: Path) -> None:
    """Seeds with bytes of other seeds and of chance put into them, until the time is up."""
    choose, until, runs = random.Random(1), monotonic() + seconds, 0  # noqa: S311
    seeds = [file.read_bytes() for file in sorted((folder / "corpus").iterdir())]
    while monotonic() < until:
        data = bytearray(choose.choice(seeds))
        for _ in range(choose.randint(1, 8)):
            at, other = choose.randint(0, len(data)), choose.choice((choose.choice(seeds), choose.randbytes(8)))
            start = choose.randint(0, len(other))
            data[at : at + choose.randint(0, 8)] = other[start : start + choose.randint(0, 20)]
        try:
            target.check(bytes(data[: target.longest]))
        except Exception:
            (folder / "crash-blind").write_bytes(data[: target.longest])
            raise
        runs += 1
    print(f"stat::number_of_executed_units: {runs}")


if __name__ == "__main__":
    main(sys.argv[1:])
