"""Who takes part in an event."""
