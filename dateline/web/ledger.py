"""What the last build drew, and from which answers: what of it still stands need not be drawn again."""

from array import array
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

from dateline.cache.packing import DamagedError, digest, packed, unpacked
from dateline.web.answers import Answers, answers
from dateline.web.cut import Before, Cut
from dateline.web.language import Language
from dateline.web.page import Page, Same
from dateline.web.shared import Site


class Drawn(NamedTuple):
    """A piece of the site: its files, and the questions that they rest on, none for files that stay as they were."""

    name: str
    files: tuple[Page | Same, ...]
    asked: frozenset[str]
    results: Mapping[bytes, Any] | None = None  # what of it the next build may take


_Files = tuple[tuple[str, bool], ...]  # paths, and whether search engines are to list them
_Piece = tuple[_Files, bytes]  # and the places of its questions


class _Left(NamedTuple):
    """What a build leaves for the next."""

    settings: bytes
    questions: tuple[str, ...]
    answers: tuple[bytes, ...]
    pieces: dict[str, _Piece]
    cuts: dict[str, Cut]
    results: dict[str, Mapping[bytes, Any]]


_NOTHING = _Left(b"", (), (), {}, {}, {})
_STALE = 2  # times as many questions as there are answers: so many that nobody asks any more, that all is drawn anew


class Ledger:
    """The pieces of the last build that still stand, and all pieces of this one."""

    def __init__(
        self,
        left: bytes,
        intact: Callable[[str], bool],
        beside: object = None,
        content: Callable[[str], bytes] = lambda _: b"",
    ) -> None:
        """`left` is what the last build gave as `packed`, which counts as nothing where it is damaged.

        `intact`: is a file as the last build left it? `content`: what it then holds, else nothing. `beside`: on what
        all files rest besides the timeline.
        """
        self._left = _NOTHING
        with suppress(DamagedError, TypeError):
            self._left = _Left(*unpacked(left)) if left else _NOTHING
        self._intact = intact
        self._content = content
        self._beside = beside
        self._settings = b""
        self._answers: Answers = {}
        self._numbers: dict[str, int] = {}
        self._pieces: dict[str, _Piece] = {}
        self._cuts: dict[str, Cut] = {}
        self._results: dict[str, Mapping[bytes, Any]] = {}

    def standing(self, site: Site, spoken: Language) -> Mapping[str, tuple[Same, ...]]:
        """The pieces drawn under the same settings from the same answers, and whose files are as they were."""
        self._settings, self._answers = digest(site.settings, spoken.code, self._beside), answers(site)
        left = self._left
        if left.settings != self._settings or len(left.questions) > _STALE * len(self._answers):
            self._left = _NOTHING
            return {}
        self._numbers = {question: number for number, question in enumerate(left.questions)}
        told = zip(left.questions, left.answers, strict=True)
        changed = {number for number, (asked, answer) in enumerate(told) if self._answers.get(asked, b"") != answer}
        return {
            name: tuple(Same(path, listed) for path, listed in files)
            for name, (files, asked) in left.pieces.items()
            if changed.isdisjoint(_places(asked)) and all(self._intact(path) for path, _ in files)
        }

    @property
    def answers(self) -> Answers:
        """Those of this build, once it is known what is `standing`."""
        return self._answers

    @property
    def before(self) -> Before:
        """The site of the last build, once it is known what is `standing`."""
        return Before(self._left.cuts, self._content, self._left.results)

    def note(self, drawn: Drawn) -> None:
        """Keep a piece of this build."""
        if drawn.files and isinstance(drawn.files[0], Same):
            left, name = self._left, drawn.name
            self._pieces[name] = left.pieces[name]
            for one in drawn.files:
                if one.path in left.cuts:
                    self._cuts[one.path] = left.cuts[one.path]
            if name in left.results:
                self._results[name] = left.results[name]
            return
        self._cuts |= {one.path: one.cut for one in drawn.files if isinstance(one, Page) and one.cut}
        if drawn.name:
            files = tuple((one.path, one.listed) for one in drawn.files)
            self._pieces[drawn.name] = files, self._noted(drawn.asked)
        if drawn.results:
            self._results[drawn.name] = drawn.results

    def packed(self) -> bytes:
        """What the next build is to be given."""
        told = tuple(self._answers.get(question, b"") for question in self._numbers)
        return packed(tuple(_Left(self._settings, tuple(self._numbers), told, self._pieces, self._cuts, self._results)))

    def _noted(self, asked: Iterable[str]) -> bytes:
        return array("I", [self._numbers.setdefault(question, len(self._numbers)) for question in asked]).tobytes()


def _places(asked: bytes) -> "array[int]":
    found = array("I")
    found.frombytes(asked)
    return found
