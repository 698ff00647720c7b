"""Work spread over the machines of a Dask cluster, on which the same package is installed."""

import asyncio
import logging
import socket
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from importlib.util import find_spec
from itertools import chain, islice
from threading import Lock
from typing import TYPE_CHECKING, Self, TypeVar

from dateline.problems import UnusableInputError, missing
from dateline.work import versions
from dateline.work.workers import Workers, chunks, done

if TYPE_CHECKING:
    from distributed import Client, Future

A = TypeVar("A")
B = TypeVar("B")
CHUNK = 16  # pieces of work that travel together
WORTH = 4 * CHUNK  # pieces of work from which the way to other machines pays
AHEAD = 3  # chunks that lie ready for each thread of the cluster
CONNECT = 10  # seconds within which the scheduler must answer
LOOK = 1  # seconds between two looks at a cluster that lets us wait
PATIENCE = 30  # looks at a cluster without workers: so long may it take to start others

_ALONE = Lock()  # threads of one process share one processor anyway: no library need stand two at once


class Cluster:
    """The workers that a Dask scheduler has, whoever they are at the time. Dask sees to those that die."""

    def __init__(self, address: str, here: Workers, tell: Callable[[str], object]) -> None:
        """`here` does little work, and what is left where the cluster has gone, of which `tell` is told.

        Raises UnusableInputError where Dask is not installed.
        """
        if not find_spec("distributed"):
            raise UnusableInputError(missing("--cluster", "distributed", "cluster"))
        self._address = address
        self._here = here
        self._tell = tell
        self._client: Client | None = None
        self._gone = False
        self._opened = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    def each(self, work: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
        """As `Workers` has it. Raises UnusableInputError where nobody answers, or somebody has another package."""
        left = iter(items)
        first = list(islice(left, WORTH))
        if self._gone or len(first) < WORTH:
            yield from self._here.each(work, chain(first, left))
            return
        client = self._client = self._client or self._connected()
        waiting = chunks(chain(first, left), CHUNK)
        room = AHEAD * max(_threads(client), AHEAD)
        under_way = deque((chunk, _submitted(client, work, chunk)) for chunk in islice(waiting, room))
        while under_way:
            chunk, future = under_way[0]
            results = _result(client, work, chunk, future)
            if results is None:
                break
            under_way.popleft()
            under_way.extend((more, _submitted(client, work, more)) for more in islice(waiting, 1))
            yield from results
        if under_way:
            self._gone = True
            self._tell(f"the workers at {self._address} are gone: the rest is done here")
            yield from self._here.each(work, chain.from_iterable(chain((chunk for chunk, _ in under_way), waiting)))

    def _connected(self) -> "Client":
        """A client of the scheduler, silent, until this cluster is left."""
        self._opened.callback(logging.disable, logging.root.manager.disable)
        logging.disable(logging.CRITICAL)
        self._opened.enter_context(warnings.catch_warnings())
        warnings.simplefilter("ignore")
        from dask import config
        from distributed import Client

        self._opened.enter_context(config.set({"distributed.comm.timeouts.connect": CONNECT}))
        try:
            _greet(self._address)
            client = Client(self._address, timeout=CONNECT, set_as_default=False)
        except Exception as error:  # what it raises depends on who answers there
            hint = f"start it there with `dask scheduler`, or name another with --cluster ({type(error).__name__})"
            raise UnusableInputError(f"no Dask scheduler answers at {self._address}\n  hint: {hint}") from error
        self._opened.callback(_close, client)
        if strangers := _strangers(client):
            raise UnusableInputError(_unlike(", ".join(strangers)))
        return client


def _greet(address: str) -> None:
    """Raise unless a scheduler is there: a client would wait for ever for one that is mute.

    In a thread of its own, for no thread runs two loops of events and the caller's may run one.
    """
    with ThreadPoolExecutor(max_workers=1) as greeter:
        greeter.submit(lambda: asyncio.run(asyncio.wait_for(_greeted(address), CONNECT))).result()


async def _greeted(address: str) -> None:
    from distributed.comm import connect
    from distributed.security import Security

    line = await connect(address, **Security().get_connection_args("client"))
    await line.close()


def _close(client: "Client") -> None:
    with suppress(Exception):  # a connection that was lost can be closed in many ways
        client.close(timeout=CONNECT)


def _strangers(client: "Client") -> list[str]:
    """Who of the cluster has no package or another than this one: names of machines and addresses."""
    found = dict(client.run(versions.package, on_error="return"))
    try:
        found["the scheduler"] = client.run_on_scheduler(versions.package)
    except Exception:  # whatever it lacks
        found["the scheduler"] = None
    return sorted(name for name, package in found.items() if package != versions.package())


def _unlike(who: str) -> str:
    what = f"another version of Dateline than this one, or none, is installed for {who}"
    return f"{what}\n  hint: install this one there, the same files, and start the scheduler and the workers anew"


def _submitted(client: "Client", work: Callable[[A], B], chunk: list[A]) -> "Future | None":
    from distributed.client import ClosedClientError

    with suppress(ClosedClientError):  # it has given up the scheduler
        return client.submit(_done, versions.package(), work, chunk, pure=False)
    return None


def _done(package: str, work: Callable[[A], B], chunk: list[A]) -> list[B]:
    """On a worker, which may have joined only now."""
    if versions.package() != package:
        raise UnusableInputError(_unlike(socket.gethostname()))
    with _ALONE:
        return done(work, chunk)


def _result(client: "Client", work: Callable[[A], B], chunk: list[A], future: "Future | None") -> list[B] | None:
    """What came of a chunk; None where nobody is left to do it."""
    from distributed import KilledWorker

    looks = 0
    while future and looks < PATIENCE:
        try:
            results: list[B] = future.result(timeout=LOOK)
            return results
        except KilledWorker:  # several have died of it, for want of memory perhaps
            return done(work, chunk)
        except CancelledError:  # the scheduler has ended
            return None
        except TimeoutError:
            looks = 0 if _threads(client) else looks + 1
    return None


def _threads(client: "Client") -> int:
    """How many the cluster has; 0 where nobody answers."""
    with suppress(OSError):
        return sum(client.nthreads().values())
    return 0
