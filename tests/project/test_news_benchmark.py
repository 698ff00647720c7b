"""The made-up archive to measure with: the same every time, an article the same in any archive, and no copies in it."""

import subprocess
import sys
from pathlib import Path

import pytest
from paths import ROOT

from dateline.articles.copies import copies, fingerprint
from dateline.pipeline import run

PROGRAM = ROOT / "benchmarks/news.py"


def written(folder: Path, count: int, *options: str) -> dict[str, bytes]:
    subprocess.run([sys.executable, PROGRAM, str(count), folder, *options], check=True)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def sixty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("news")
    written(folder, 60)
    return folder


def test_an_article_is_the_same_in_a_larger_archive(sixty: Path, tmp_path: Path) -> None:
    few = written(tmp_path / "few", 20)
    assert len(few) == 21  # with the conflict's file
    assert all((sixty / name).read_bytes() == content for name, content in few.items())


def test_another_seed_is_another_world(sixty: Path, tmp_path: Path) -> None:
    other = written(tmp_path / "other", 1, "--seed", "2")
    assert other["article-00001.md"] != (sixty / "article-00001.md").read_bytes()


def test_no_article_is_a_near_copy_of_another(sixty: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(sixty.glob("*.md"))]
    assert not list(copies([fingerprint(text) for text in texts]))


def test_the_articles_read_like_news(sixty: Path) -> None:
    """As many reports in a hundred words as in seeds/ (4.6) and other real news (5.4), and nothing wrong with it."""
    result = run(sixty)
    articles, events = result.timeline.articles, result.timeline.events
    words = sum(len(article.body.split()) for article in articles)
    assert not result.problems
    assert 400 <= words / len(articles) <= 440
    assert 4.5 <= 100 * sum(len(event.reports) for event in events) / words <= 5.5
    assert {round.track for round in result.timeline.rounds} >= {"oslo-talks", "doha-process", "geneva-border-dialogue"}
