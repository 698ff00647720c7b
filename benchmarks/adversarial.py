"""How long texts take that were made to take long, beside news of the same length: each stage, each text.

    python benchmarks/adversarial.py [CHARACTERS] [TEXT …]

For 100,000 characters, or so many: CPU seconds of each stage and how many times those of news text. A stage that takes
less than 0.02 seconds is not compared: the clock says nothing of it. What is above 5 times stands at the end. The
texts are in tests/support/slow_texts.py; TEXT is the name of one, for these alone.
"""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / folder) for folder in ("", "tests/support")]

from slow_texts import ordinary, stages, texts  # noqa: E402

from dateline.cli import ALLOCATIONS  # noqa: E402

MOST = 5.0  # times news
LEAST = 0.02  # CPU seconds that are told apart from none
PATIENCE = 12  # times news, after which a stage is stopped


def main(arguments: Sequence[str]) -> None:
    gc.set_threshold(ALLOCATIONS)  # as the program has it
    length = int(arguments[0]) if arguments else 100_000
    news = dict(stages(ordinary(length)))
    print(f"{'':24}" + "".join(f"{name:>16}" for name in news) + f"{'all':>16}")
    print(f"{'news':24}" + "".join(f"{seconds:10.2f}      " for seconds in [*news.values(), sum(news.values())]))
    above = []
    for name, text in texts(length):
        if arguments[1:] and name not in arguments[1:]:
            continue
        found = dict(stages(text, PATIENCE * max(sum(news.values()), 1)))
        whole = sum(found.values()) / sum(news.values())
        times = {stage: took / max(news[stage], LEAST) if took > LEAST else 0 for stage, took in found.items()}
        row = "".join(f"{found[stage]:10.2f} {times[stage]:5.1f}" if stage in found else " " * 16 for stage in news)
        print(f"{name:24}{row}{sum(found.values()):10.2f} {whole:5.1f}", flush=True)
        above += [f"{name}: {stage} {ratio:.1f}" for stage, ratio in (times | {"all": whole}).items() if ratio > MOST]
    print(
        "\n".join(
            ["", f"above {MOST:g} times news:", *above] if above else ["", f"nothing is above {MOST:g} times news"]
        )
    )


if __name__ == "__main__":
    main(sys.argv[1:])
