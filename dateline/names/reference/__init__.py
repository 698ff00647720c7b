"""Words that take up somebody named before."""
