"""What lies on the disk from before: the cache, and the events.json of a published site."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache

import sound
from target import NEWS, SEEDS, Target, folder

from dateline.cache.packing import DamagedError, packed, unpacked
from dateline.changes import as_json, as_markdown, changes
from dateline.export import formats
from dateline.model import Timeline
from dateline.problems import UnusableInputError
from dateline.published import read_events
from dateline.web.render import drawn

try:
    import resource
except ImportError:  # on Windows, where there is no atheris either
    resource = None  # type: ignore[assignment]

MOST = 2_000_000_000  # bytes of addresses


def cache_row(data: bytes) -> None:
    """Values of the model are made of it, or none.

    A row is sealed with a digest of itself. That one who forges the seal can have memory set aside for a size that he
    names is known, and SECURITY.md says what to do with a cache from elsewhere.
    """
    try:
        with _bounded():
            made = unpacked(data)
    except DamagedError:
        return
    assert type(made).__module__.split(".")[0] in ("builtins", "datetime", "dateline")


@contextmanager
def _bounded() -> Iterator[None]:
    """Memory is asked for in vain from here on."""
    if resource is None:
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MOST, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def rows() -> Iterable[bytes]:
    found = sound.archive(SEEDS[0])
    assert found
    one = found.resolved()[0]
    yield packed(one.article.published)
    yield packed((one.reports[:1], one.timexes[:2], one.names[:2], one.sentences[:1]))


def published(data: bytes) -> None:
    """What has changed since, said and drawn, or a plain refusal."""
    file = folder("events") / "events.json"
    file.write_bytes(data)
    try:
        before = read_events(file)
    except UnusableInputError as error:
        sound.problems(error.problems)
        return
    found = changes(before, _timeline())
    as_markdown(found).encode()
    as_json(found).encode()
    if sum(data) % 8 == 0:
        for _ in drawn(_timeline(), None, found):
            pass


@cache
def _timeline() -> Timeline:
    file = folder("timeline") / "a.txt"
    file.write_text(NEWS, encoding="utf-8")
    found = sound.archive(file)
    assert found
    return found.timeline


def sites() -> Iterable[bytes]:
    yield formats.BY_NAME["json"].write(_timeline(), None).encode()
    ids = ", ".join(f'"{event.id}"' for event in _timeline().events[1:])
    yield (
        f'{{"events": [{{"id": "{_timeline().events[0].id}", "other_ids": [{ids}], "headline": "b", "date": '
        '{"edtf": "2019"}, "type": "talks", "modality": "happened", "forecast": {"status": "met"}, '
        '"relations": [{"type": "denies", "event": "c"}]}]}'
    ).encode()


KEYS = "events id other_ids headline date edtf type modality forecast status relations event null 1e999 \\ud800".split()
CACHE = Target(cache_row, rows, 3000)
PUBLISHED = Target(published, sites, 6000, (*KEYS, "2019-07/..", "[..2019]"))
