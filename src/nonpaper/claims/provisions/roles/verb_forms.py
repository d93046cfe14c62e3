"""How a verb is told whose subject stands further up: in a mood ("would pour …, and | give …") or in the present ("leaves …, | drops …")."""

from __future__ import annotations

import re

from nonpaper.claims.provisions.deeds import bare
from nonpaper.claims.provisions.roles.subject import BODIES

Pattern = re.Pattern[str]
ASIDE = r"(?:,\s[^,.;:]{3,60},)?"
"""What may stand between a subject and its verb: ", for its part,"."""
OWNS = rf"(?:[’']s?\s+{BODIES}|\s{BODIES}|\s\([A-Z]{{2,7}}\))?"
"""What may belong to a name that is a subject: its army, its initials."""
_IN_MOOD = re.compile(
    rf"{OWNS}{ASIDE}\s+(?:also\s+|then\s+)?(?:would|will|shall|must|(?:is|are|was|were|has|have) to|(?:agrees|undertakes|pledges|promises|commits itself|is obliged|is required) to)\b",
    re.IGNORECASE,
)
_IN_PRESENT = re.compile(
    rf"{OWNS}{ASIDE}\s+(?:also\s+|then\s+)?(?!(?:is|was|has|does|this|its|says|wants|insists|demands|rejects|denies|hopes|asks|as|thus|besides)\b)[a-z]{{2,}}(?<!s)s\b"
)
_TO_BE = re.compile(rf"(?:{_IN_MOOD.pattern})\s+be\b", re.IGNORECASE)
# What is done to the subject: "are to be gathered, and | relieved of their guns".
_DONE = re.compile(r"[a-z]{3,}(?:ed|en)\s+(?:of|from|to|by|in|into|at|over|within|under)\b")
# A verb with its object: "drops its veto"; words that only end alike are none, and whoever keeps or gets a thing owes nothing.
_DOES = re.compile(
    r"(?!(?:is|was|has|does|this|its|as|thus|his|hers|ours|theirs|unless|besides|across|perhaps|plus|minus|less|says|keeps|retains|receives|gets|gains|regains|recovers|enjoys|wins)\b)"
    r"[a-z]{2,}(?<!s)s\s+(?:(?:up|out|off|back|over|in|down|to|from)\s+)?(?:the|its|their|his|all|every|each|any|no|an?|some|\d|[A-Z]|[a-z-]+\s)"
)
# The same bare: "pour concrete into", "give inspectors the run of".
_BARE = re.compile(
    r"(?!(?:the|and|but|for|with|from|into|onto|over|under|all|both|each|any|some|its|their|his|her|not|nor|that|which|who|when|while|where|after|before|until|unless|once|then|than|also|keep|retain|receive|get|gain|regain|recover|enjoy|win|have|one|two|three|four|five|six|seven|eight|nine|ten|most|half|more|less|even|only|just|per)\b)"
    r"[a-z]{3,}(?<!ed)(?<!ing)(?<!ly)(?<!s)\s+(?:the|its|their|all|an?|any|no|every|each|\d|[a-z]+\s(?:the|into|to|from|out))\b"
)
_MOOD_FIRST = re.compile(r"(?:would|will|shall|must)\s+(?:not\s+|also\s+|have\s+to\s+)*[a-z]+")


def opens_with_verb(said: str) -> bool:
    """Whether words open with a verb, bare or in the present, and leave out who does it."""
    return bool(bare().match(said) or _BARE.match(said) or _DOES.match(said))


def verb_of_subject(said: str) -> Pattern | None:
    """What must follow a subject for words that open with a verb to go on from it; None where they open otherwise."""
    if _DONE.match(said):
        return _TO_BE
    if _MOOD_FIRST.match(said) or bare().match(said) or _BARE.match(said):
        return _IN_MOOD
    return _IN_PRESENT if _DOES.match(said) else None
