"""The page that stands in for every other one while the site cannot be built."""

from collections.abc import Sequence
from html import escape
from string import Template

from dateline.problems import Problem
from dateline.serving import files
from dateline.serving.preview import Outcome

_MOST = 100  # a table may have a problem in each of its rows; the terminal names them all


def page(outcome: Outcome) -> bytes:
    """What is wrong, where, and what to do about it; words of the input are escaped."""
    filled = Template(files.own("failure.html")).substitute(
        failure=escape(outcome.failure), problems=_list(outcome.problems) if outcome.problems else ""
    )
    return filled.encode(errors="backslashreplace")  # the name of a file may be no UTF-8


def _list(problems: Sequence[Problem]) -> str:
    items = "\n".join(_item(problem) for problem in problems[:_MOST])
    more = f"<p>The terminal names {len(problems) - _MOST} more.</p>\n" if len(problems) > _MOST else ""
    return f"<ol>\n{items}\n</ol>\n{more}"


def _item(problem: Problem) -> str:
    hint = f'<p class="hint">{escape(problem.hint)}</p>' if problem.hint else ""
    return f"<li><code>{escape(str(problem.where))}</code> <p>{escape(problem.what)}</p>{hint}</li>"
