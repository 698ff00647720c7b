"""The dates that clauses take from other clauses, from what was told before and from the story."""
