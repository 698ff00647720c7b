"""What the templates see: frozen dataclasses of words, numbers and links, never the model itself."""
