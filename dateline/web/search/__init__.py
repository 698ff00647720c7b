"""What the search finds, and the index in which its scripts look for it."""
