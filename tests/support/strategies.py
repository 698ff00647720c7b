"""What hypothesis is to try: texts that mean something to a rule, texts that mean nothing, and how often."""

import any_slips
import any_words
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st


def tries(count: int) -> settings:
    """So many inputs, the same at every run."""
    slow = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large]
    return settings(max_examples=count, deadline=None, derandomize=True, database=None, suppress_health_check=slow)


# words that the lexicon knows, in any order
worded = st.binary(max_size=120).map(any_words.text)
slipped = st.binary(min_size=1 + any_slips.STEP, max_size=1 + 12 * any_slips.STEP).map(any_slips.text)
# letters of any script, marks of any markup, control characters; no halves of characters, which no file can hold
lettered = st.text(max_size=80) | st.lists(st.sampled_from(any_words.MARKS) | st.text(max_size=6), max_size=30).map(
    "".join
)
texts = worded | lettered
names = st.text(
    st.characters(categories=["L", "N", "Zs", "Pd", "Mn"], include_characters="'’.\u200b\u200d"), max_size=24
)
