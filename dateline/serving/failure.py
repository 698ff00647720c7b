"""The page that stands in for every other one while the site cannot be built."""

from html import escape
from string import Template

from dateline.problems import Problem
from dateline.serving import files
from dateline.serving.preview import Outcome


def page(outcome: Outcome) -> bytes:
    """What is wrong, where, and what to do about it; words of the input are escaped."""
    problems = "\n".join(_item(problem) for problem in outcome.problems)
    filled = Template(files.own("failure.html")).substitute(
        failure=escape(outcome.failure), problems=f"<ol>\n{problems}\n</ol>" if problems else ""
    )
    return filled.encode()


def _item(problem: Problem) -> str:
    hint = f'<p class="hint">{escape(problem.hint)}</p>' if problem.hint else ""
    return f"<li><code>{escape(str(problem.where))}</code> <p>{escape(problem.what)}</p>{hint}</li>"
