"""What is worked out on the way from clauses to reports, for a sentence and for its article."""
