"""What goes to somebody, and arms, which go to whoever takes them away."""

from __future__ import annotations

import re

GIVEN = r"\b(?:go(?:es|ne)?|went|revert(?:s|ed)?|pass(?:es|ed)?|falls?|fallen|paid|handed|given|returned|transferred|ceded|restored|delivered|supplied|let through)\s+(?:back\s+|over\s+)?to\s+"
"""What goes to somebody."""
ARMS = re.compile(
    r"\b(?:weapons?|arms|guns|rifles|missiles|rockets|uranium|warheads|tanks|artillery|ammunition|fire|firearms|explosives)\b",
    re.IGNORECASE,
)
"""What is handed to whoever takes it away."""
