"""An event in a line that can be read alone, in the article's own words."""
