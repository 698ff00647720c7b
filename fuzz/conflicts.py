"""The conflict file: any bytes, beside articles that it may speak of."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import sound
from target import NEWS, SEEDS, Target, folder

from dateline.conflict.load import NAME
from dateline.conflict.shape import EXPECTED, TABLES, TOP
from dateline.web.render import drawn

TOKENS = (
    "taliban",
    "kabul",
    "a.txt",
    "a-",
    "why",
    "2019-07",
    "true",
    "12",
    "https://a.b/",
    "[[",
    "]]",
    "[",
    "{",
    "=",
    '"',
    '"""',
)


def conflict(data: bytes) -> None:
    file = _inputs() / NAME
    file.write_bytes(data)
    found = sound.archive(_inputs())
    if found and sum(data) % 8 == 0:  # drawing takes ten times as long as all the rest
        for _ in drawn(found.timeline, found.timeline.url):
            pass


@cache
def _inputs() -> Path:
    made = folder("conflict")
    (made / "a.txt").write_text(NEWS, encoding="utf-8")
    (made / "b.txt").write_text("Ghani rejected the second round of talks in Doha.\n", encoding="utf-8")
    return made


def files() -> Iterable[bytes]:
    yield (SEEDS[0].parent / NAME).read_bytes()[:3000]
    (_inputs() / NAME).unlink(missing_ok=True)
    found = sound.archive(_inputs())
    ids = [event.id for event in found.timeline.events] if found else []
    yield (
        (
            'url = "https://a.b/c"\ninterface = "fr"\npublish = "full"\n'
            '[[article]]\nfile = "b.txt"\npublished = 2019-07\nlicence = "CC"\nnoindex = true\nwhy = "w"\n'
            '[[redact]]\nname = "Ashraf Ghani"\naliases = ["Ghani"]\nkeep = ["Ashraf"]\nwhy = "w"\n'
            '[[place]]\nid = "x"\nname = "Kabul"\nlatitude = 1\nlongitude = 2.5\ncountry = "AF"\nprecision = "city"\n'
        )
        .replace("2019-07\n", '"2019-07"\n')
        .encode()
    )
    for id in ids:
        yield (
            f'[[correction]]\nevent = "{id}"\ndate = "2019-07-01/2019-07-02"\nheadline = "H"\nkind = "talks"\n'
            f'modality = "claimed"\nactors = ["taliban"]\nplaces = ["kabul"]\njoin = "{ids[0]}"\nwhy = "w"\n'
            f'[[correction]]\nevent = "{ids[0]}"\nhide = true\nsplit = true\nwhy = "w"\n'
        ).encode()
    yield (
        b'[[actor]]\nid = "a"\nname = "Taliban"\nkind = "person"\ncolour = "#0072B2"\n'
        b'roles = [{ title = "envoy", first = 2019-01-01, last = "2019-02" }]\n'
        b'[[track]]\nid = "t"\nname = "T"\nparties = ["a"]\nvenue = "Doha"\naliases = ["talks"]\n'
        b'[[round]]\nid = "r"\ntrack = "t"\nnumber = 2\ndate = "2019-07"\nplace = "Doha"\nwhy = "w"\n'
    )


KEYS = (*TOP, *TABLES, *(key for keys in TABLES.values() for key in keys), *EXPECTED)
CONFLICT = Target(conflict, files, 3000, (*dict.fromkeys(KEYS), *TOKENS))
