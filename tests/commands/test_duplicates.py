"""Events that a person should look at, since they may be one."""

import pytest
from stories import archive_of

from dateline.commands.duplicates import likely

BLAST = "A car bomb killed nine soldiers near a checkpoint in Mogadishu on June 27, 2019."


@pytest.mark.parametrize(
    ("other", "pairs"),
    [
        ("Gunmen attacked a checkpoint in Mogadishu on June 27, 2019, and shot nine soldiers.", 1),
        ("Gunmen attacked a checkpoint in Mogadishu on June 26, 2019, and shot nine soldiers.", 0),
        ("An attack on a hotel in Baidoa left two waiters dead on June 27, 2019.", 0),
        ("Nine soldiers will vote at a checkpoint in Mogadishu on June 27, 2019.", 0),
    ],
)
def test_events_of_one_day_and_place_may_be_one(other: str, pairs: int) -> None:
    found = archive_of(("2019-06-30", BLAST), ("2019-06-30", other))
    assert len(list(likely(found))) == pairs, [event.headline for event in found]


def test_events_of_one_article_are_not_asked_about() -> None:
    found = archive_of(
        ("2019-06-30", f"{BLAST} Soldiers attacked rebels near a checkpoint in Mogadishu on June 27, 2019.")
    )
    assert not list(likely(found))
