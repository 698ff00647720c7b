"""The names of one article, and what their own words say of them."""
