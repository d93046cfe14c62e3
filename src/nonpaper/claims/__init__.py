"""The reader: attributions, their sources, provisions and positions in one report's text."""
