"""Reports in: files of any kind become text with the way back to the raw input."""
