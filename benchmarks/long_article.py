"""How long one long article takes to read, beside the same text in ten articles: CPU seconds, the lesser of two runs.

    python benchmarks/long_article.py [CHARACTERS]

The text is that of articles of news.py, one behind another, of 1,000,000 characters or so many. What takes much longer
in one article goes through all of it for each of its parts. tests/whole/test_linear_time.py holds a shorter text to it.
"""

import sys
import time
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

import news
from news_world import World

from dateline.pipeline import run

SEED = 1
HEAD = "---\ndate: 2019-06-30\n---\n\n"


def texts(length: int) -> list[str]:
    """Articles of news.py without their heads, of at least so many characters together."""
    world = World(SEED)
    found: list[str] = []
    size = 0
    for number in count(1):
        if size >= length:
            break
        found.append(news.article(number, world).split("---\n", 2)[2].strip())
        size += len(found[-1]) + 2
    return found


def seconds(parts: Sequence[str], articles: int) -> float:
    """CPU seconds to read the parts as so many articles."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "conflict.toml").write_text(news.conflict(), encoding="utf-8")
        for number in range(articles):
            first, last = (len(parts) * n // articles for n in (number, number + 1))
            text = HEAD + "\n\n".join(parts[first:last])
            (folder / f"{number}.md").write_text(text, encoding="utf-8")
        began = time.process_time()
        run(folder)
        return time.process_time() - began


def main(arguments: Sequence[str]) -> None:
    parts = texts(int(arguments[0]) if arguments else 1_000_000)
    seconds(parts[:20], 1)  # loads words
    one, ten = (min(seconds(parts, articles) for _ in range(2)) for articles in (1, 10))
    print(f"{sum(map(len, parts)):,} characters: in one article {one:.1f}, in ten {ten:.1f}, {one / ten:.2f} times")


if __name__ == "__main__":
    main(sys.argv[1:])
