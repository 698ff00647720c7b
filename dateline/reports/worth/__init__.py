"""Which clauses are no line of a timeline, and why."""
