"""`serve` from its beginning to Ctrl-C: build, serve, watch, and build again."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from dateline.serving.server import Server
from dateline.serving.watch import changes
from dateline.serving.worker import Task, Worker
from dateline.web.files import sources


@dataclass(frozen=True, slots=True)
class Watched:
    """Where a site comes from: all paths resolved."""

    folders: Sequence[Path]
    files: Sequence[Path]
    package: Sequence[Path]  # folders of templates, words and code
    ignored: Sequence[Path]  # folders that a build writes into
    polling: bool


def watched(inputs: Sequence[Path], named: Sequence[Path | None], written: Sequence[Path], polling: bool) -> Watched:
    """`inputs` are folders and files of articles, `named` other files that are read, `written` what a build writes."""
    ignored = [path.resolve() for path in written]
    whole = [path.resolve() for path in inputs]
    alone = [path.resolve() for path in named if path]
    return Watched(
        folders=[path for path in whole if not path.is_file()],  # also one that is still to come
        files=[
            *(path for path in whole if path.is_file()),
            *(path for path in alone if not any(path.is_relative_to(folder) for folder in ignored)),
        ],
        package=[Path(__file__).resolve().parents[1], *sources()],
        ignored=ignored,
        polling=polling,
    )


def run(server: Server, build: Task, watched: Watched, announce: Callable[[str], object]) -> None:
    """Builds, serves what was built, and builds again at each change, until it is interrupted.

    `announce` is given the server's address once there is something to see. Raises UnwatchableError.
    """
    folders = [*watched.folders, *watched.package]
    with server, Worker(build) as worker, suppress(KeyboardInterrupt):
        watching = changes(folders, watched.files, watched.ignored, watched.polling)
        next(watching)
        server.preview.show(worker.build())
        with _answering(server):
            announce(server.address)
            for changed in watching:
                if any(path.is_relative_to(folder) for path in changed for folder in watched.package):
                    worker.renew()  # it keeps the words and the code that it has read
                server.preview.show(worker.build())


@contextmanager
def _answering(server: Server) -> Iterator[None]:
    Thread(target=server.serve_forever, args=(0.1,), daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
