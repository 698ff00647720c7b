"""The maps of places, as what a template draws: of all of them, and of each."""
