"""What time expressions look like and what they say, before any clock."""
