"""States, their bodies and offices, and who speaks or acts for them."""
