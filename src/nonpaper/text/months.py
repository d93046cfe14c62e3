"""The months in English."""

MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
"""One of the months, as part of a pattern in which case does not count."""
