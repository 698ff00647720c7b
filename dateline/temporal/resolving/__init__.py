"""What each kind of expression means, counted from an anchor."""
