"""How plain a stance must be that the model sees."""

FAINT, SURE = 0.5, 0.6
"""Below the first a stance is not worth a person's time; from the second on it may be stated."""
LIKELY, PLAIN = 0.5, 0.85
"""How plain its code must be to be proposed, and to be stated where the words do not tell the same."""
PLAIN_TOPIC = 0.5
"""Share from which its topic is plain."""
