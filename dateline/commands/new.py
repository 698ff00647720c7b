"""The command `new`: where the file of an article lies, and what is still to be put into it."""

import argparse
import sys

from dateline.articles.new import known, write
from dateline.commands.result import seeds


def new(options: argparse.Namespace) -> int:
    """Begins the file of an article, and says what is left to do."""
    article = known(options.subject, options.source, options.date)
    inputs = seeds(options)
    path = write(article, next((one for one in inputs if one.is_dir()), inputs[0]))
    print(path)
    print("next: paste the article's text below the second ---", file=sys.stderr)
    if article.guessed:
        print("the title is a guess from the address: put the article's own", file=sys.stderr)
    elif not article.title:
        print("the address gives no title: write one, or the first line of the text will be it", file=sys.stderr)
    if not article.date:
        print("no date is known: write date: YYYY-MM-DD, or leave it to what the text tells", file=sys.stderr)
    return 0
