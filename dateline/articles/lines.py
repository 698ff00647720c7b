"""The lines of a stream of any size, one at a time, with what is wrong with their bytes."""

from typing import BinaryIO

BLOCK = 1 << 20  # bytes


class TooLargeError(Exception):
    """A row has more bytes than an article may have."""


class Lines:
    """The lines of a stream as text, with their ends as they are.

    For the row in hand (begun with `begin_row`), it counts the bytes, raising TooLargeError past `most`, and remembers
    the first that is not UTF-8.
    """

    def __init__(self, stream: BinaryIO, most: int) -> None:
        self._stream = stream
        self._most = most
        self._offset = 0  # bytes of the file before the next line
        self._taken = 0  # bytes of the row in hand
        self._ended = True  # the line that was too large was read to its end
        self.number = 0  # of the last line read, from 1
        self.bad: tuple[int, int] | None = None  # offset in the file, value

    def begin_row(self) -> None:
        self._taken, self.bad = 0, None

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> str:
        data = self._stream.readline(self._most + 1 - self._taken)
        if not data:
            raise StopIteration
        self.number += 1
        at, self._offset = self._offset, self._offset + len(data)
        self._taken += len(data)
        if self._taken > self._most:
            self._ended = data.endswith(b"\n")
            raise TooLargeError
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            self.bad = self.bad or (at + error.start, data[error.start])
            text = data.decode("utf-8", "replace")
        return text.removeprefix("\ufeff") if at == 0 else text

    def skip(self) -> None:
        """Passes over what is left of a line that was too large."""
        while not self._ended:
            block = self._stream.readline(BLOCK)
            self._offset += len(block)
            self._ended = not block or block.endswith(b"\n")
