"""Work to be done elsewhere: the processes and machines that do it import it from here."""

import os
import signal
from pathlib import Path

HERE = os.getpid()


def double(number: int) -> int:
    return 2 * number


def who(_: int) -> int:
    return os.getpid()


def fail(number: int) -> int:
    raise ValueError(number)


def die(home: int) -> int:
    """Kills whichever worker it is done by."""
    if os.getpid() != home:
        os.kill(os.getpid(), signal.SIGKILL)
    return home


def die_once(item: tuple[str, int]) -> int:
    """Kills its worker at the number 100, the first time."""
    folder, number = item
    mark = Path(folder) / "died"
    if number == 100 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def die_elsewhere_once(item: tuple[str, int, int]) -> int:
    """Kills its process, if that is not the one with this id, at the number 40, the first time."""
    folder, here, number = item
    mark = Path(folder) / "died"
    if number == 40 and os.getpid() != here and not mark.exists():
        mark.write_text("", encoding="utf-8")
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def note(item: tuple[str, int]) -> None:
    Path(item[0], str(item[1])).touch()
