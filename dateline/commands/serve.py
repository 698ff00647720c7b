"""The command `serve`: what it says in the terminal, and what each of its builds comes to."""

import argparse
import gc
import sys
import traceback
from functools import partial
from importlib.util import find_spec
from time import perf_counter

from dateline.commands.build import write
from dateline.commands.ending import DONE, StrictError, speak_utf8, tell, unusable
from dateline.commands.result import seeds
from dateline.problems import UnusableInputError, missing
from dateline.publishing.survivors import NameSurvivesError
from dateline.serving.preview import Outcome, Preview


def serve(options: argparse.Namespace) -> int:
    """Builds and shows the site until Ctrl-C; 2 where it cannot be shown or the articles cannot be watched.

    Raises UnusableInputError where watchfiles is not installed.
    """
    if not find_spec("watchfiles"):
        raise UnusableInputError(missing("serve", "watchfiles", "serve"))
    from dateline.serving.server import Server
    from dateline.serving.session import run, watched
    from dateline.serving.watch import UnwatchableError

    try:
        server = Server(options.host, options.port, options.out, Preview())
    except OSError as error:
        return unusable(f"{options.host}:{options.port}: {error.strerror}", "choose another with --port or --host")
    if server.open_to_others:
        print("whoever reaches this machine can read the site", file=sys.stderr)
    print("open the address below; Ctrl-C ends it", file=sys.stderr)
    written = [options.out, options.cache]
    sources = watched(seeds(options), [options.conflict, options.since], written, options.poll)
    try:
        run(server, partial(_attempt, options), sources, partial(print, flush=True))
    except UnwatchableError as error:
        return unusable(f"the articles cannot be watched: {error}", "look at them in turn with --poll")
    return DONE


def _attempt(options: argparse.Namespace) -> Outcome:
    """One build, told as `build` tells it; what keeps it from being written stands in the pages' place."""
    speak_utf8()
    try:
        begun = perf_counter()
        made = write(options)
        print("\n".join(made.lines(perf_counter() - begun)), file=sys.stderr)
        return Outcome(made.problems)
    except (UnusableInputError, NameSurvivesError) as error:
        tell(error.problems)
        outcome = Outcome(error.problems, str(error))
    except StrictError as error:
        outcome = Outcome(error.problems, str(error))
    except OSError as error:
        outcome = Outcome(failure=str(error))
    except Exception as error:  # what a template or a list of words raises that is just being written
        traceback.print_exc()
        outcome = Outcome(failure=f"{type(error).__name__}: {error}")
    finally:
        gc.enable()  # what was made is taken apart before the next build
    print(outcome.failure, file=sys.stderr)
    return outcome
