"""What is remembered of linking names decides nothing: an archive that has changed has the names of a first look."""

from hypothesis import given, settings
from hypothesis import strategies as st
from names_reading import article, candidates

from dateline.cache.table import Table
from dateline.model import Actor, Conflict
from dateline.names.linking.link import link

# each bears on how others are read: names by vote, surnames, titles, roles, abbreviations, sides
TEXTS = [
    "US envoy Zalmay Khalilzad met Mullah Baradar in Doha. Khalilzad said that he was hopeful.",
    "The US envoy left Doha. The envoy said both sides had agreed.",
    "Zalmay Khalilzad, the former ambassador, spoke in Kabul. Baradar was in Baradar, a village near Kabul.",
    "US envoy Ann Lee arrived in Kabul. Kenyan President Ann Lee resigned.",
    "Khalilsad spoke to the Coordination of Azawad Movements (CMA). The CMA said it had signed.",
    "The CMA and Kenya met. Both sides agreed, CMA spokesman Ali Bah said. We are ready, he said.",
    "Mr Sarea spoke for Turkish forces. The general left. The president met Mr Bah.",
    "Gen. Ali Bah, the president of Kenya, came. Sarea Ali is a town in Kenya. In Sarea, rebels fired.",
]
EDITORS = [Conflict(), Conflict(actors=(Actor("bah", "Ali Bah", "person", aliases=("Sarea",)),))]
ARTICLES = {f"a{n}": article(f"a{n}", text) for n, text in enumerate(TEXTS)}
FOUND = candidates(ARTICLES)


@given(
    st.lists(
        st.tuples(st.sets(st.sampled_from(sorted(ARTICLES)), min_size=1), st.sampled_from(EDITORS)),
        min_size=2,
        max_size=5,
    )
)
@settings(max_examples=150, deadline=None, derandomize=True, database=None)
def test_what_is_remembered_decides_nothing(builds: list[tuple[set[str], Conflict]]) -> None:
    before: dict[bytes, object] = {}
    for chosen, editor in builds:
        texts = {id: ARTICLES[id].text for id in chosen}
        found = {id: FOUND[id] for id in chosen}
        table = Table(before)
        keys = {id: f"{id} {editor}".encode() for id in chosen}
        assert link(found, texts, editor, table, keys) == link(found, texts, editor)
        before = table.used


def test_the_same_archive_is_not_linked_again() -> None:
    texts = {id: one.text for id, one in ARTICLES.items()}
    keys = {id: id.encode() for id in ARTICLES}
    first = Table({})
    link(FOUND, texts, Conflict(), first, keys)
    second = Table(first.used)
    link(FOUND, texts, Conflict(), second, keys)
    assert first.changed() and not second.changed()


def test_an_article_of_which_no_name_can_be_read_leaves_nothing_for_when_they_can() -> None:
    texts, keys = {"a0": TEXTS[0]}, {"a0": b"key"}
    muted = Table({})
    link({"a0": ()}, texts, Conflict(), muted, keys)
    assert link(FOUND, texts | {id: one.text for id, one in ARTICLES.items()}, Conflict(), Table(muted.used), keys)
    only = {"a0": FOUND["a0"]}
    assert link(only, texts, Conflict(), Table(muted.used), keys) == link(only, texts, Conflict())
