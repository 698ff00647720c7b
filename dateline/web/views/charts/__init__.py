"""The charts, as numbers that a template draws."""
