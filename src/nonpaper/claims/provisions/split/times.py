"""Words that only say when, and what each does in a time of its own."""

from __future__ import annotations

import re

# A time alone, in whatever case: "within 30 days, | Norvia will leave", "on day 40".
_TIMES = r"(?:\d+(?:st|nd|rd|th)?|[a-z]+teen(?:th)?|[a-z]+tieth|eleventh|twelfth|[a-z]+ty(?:-[a-z]+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|next|final|same|several|few|initial|following)"
WHEN_ALONE = re.compile(
    rf"\W*(?:under (?:the|its|this) (?:[\w-]+ )?(?:plan|deal|draft|text|accord|agreement|truce), )?(?:in|on|by|within|after|before|during|over|for|from|until|at|following|throughout)\s+(?:(?:the|an?|its|their|about|some|at least|at most|no more than|course of|end of|start of|beginning of)\s+){{0,3}}"
    rf"(?:(?:(?:days?|weeks?|months?|phases?|stages?|year)\s+{_TIMES})|(?:{_TIMES}(?:\s+(?:and|to|or)\s+{_TIMES})?[\s-]+){{1,3}}(?:calendar |working )?(?:hours?|days?|weeks?|months?|years?|phases?|stages?|steps?|period|round)|(?:days?|weeks?|months?|years?|phases?|stages?|January|February|March|April|May|June|July|August|September|October|November|December|Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?)(?:\s+\d+)?)"
    r"(?:\s+(?:on|later|of (?:the|its) (?:deal|truce|agreement|plan)))?\W*",
    re.IGNORECASE,
)
EACH_ITS_OWN = re.compile(r"(?:the\s+)?[A-Z][\w-]+(?:[’']s|s[’'])\s+(?:within|by|in|after|until|for|to|at|on)\b")
