"""Whose word an event is."""
