"""Words, verb groups and event nouns: what stands in a sentence, before it is cut into clauses."""
