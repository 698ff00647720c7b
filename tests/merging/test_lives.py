"""What one person does once is one event, however many articles tell it; what two do, or one does twice, is not."""

import pytest
from stories import archive_of

LEE = "Ann Lee, the premier, spoke. "
HALL = "Carl Hall, the mayor, spoke. "


@pytest.mark.parametrize(
    ("one", "two", "count"),
    [
        (LEE + "Ann Lee resigned on 17 March 2003.", LEE + "She resigned on 17 March 2003.", 1),
        (LEE + "Ann Lee was sacked in March 1995.", LEE + "Ann Lee was sacked in March 1995 after a vote on roads.", 1),
        (LEE + "Ann Lee was elected leader on 24 June 2007.", LEE + "On 24 June 2007 Ann Lee was elected.", 1),
        (LEE + "Ann Lee resigned on 17 March 2003.", HALL + "Carl Hall resigned on 17 March 2003.", 2),
        (LEE + "Ann Lee resigned on 17 March 2003.", LEE + "Ann Lee resigned on 18 March 2003.", 2),
        (LEE + "Ann Lee was sacked in March 1995.", LEE + "Ann Lee was married in March 1995.", 2),
    ],
)
def test_one_life_has_each_once(one: str, two: str, count: int) -> None:
    told = [event for event in archive_of(("2015-04-20", one), ("2015-04-23", two)) if event.type != "statement"]
    assert len(told) == count
