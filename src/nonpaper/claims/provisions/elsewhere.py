"""Words that stand near a text and are none of its terms: an answer's demand, what somebody told, what a text leaves out."""

from __future__ import annotations

import re

from nonpaper.claims.provisions.cues import text_noun

_NEAR = 200
"""Characters before and after a term in which it may be said to be none."""
# What a text leaves out is not forbidden by it: "contains no provision on heavy weapons".
_LEFT_OUT = re.compile(
    r"\W*(?P<holds>(?:it|this|that|the [\w-]+)\s+(?:contains?|includes?|has|makes?|mentions?|gives?|sets?|offers?|contained|included|had|made)\s+)?"
    r"no\s+(?:\w+\s+)?(?:provisions?|clauses?|articles?|mention|references?|words?|language|wording|passages?|timetables?|deadlines?|dates?|details?)\s+(?:on|of|about|for|to|regarding|concerning|as to)\b",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\b(?:contain|include|ha(?:s|ve|d)|mak(?:e|es|ing)|made|mention|give|offer|provid|set)\w*\s+$|\bthere (?:is|are|was|were)\s+$",
    re.IGNORECASE,
)
# "…, a demand that X made in its reply", "…, which the draft did not contain".
_ANSWERED = re.compile(
    r",\s+(?:an?|the|one)\s+(?:[\w-]+\s+)?(?:demand|condition|wish|request|requirement|call|concession)\b(?:\s+that)?\s+(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,3}?\s+(?:made|raised|set|put|added|voiced|repeated|wants|wanted|insists|sought)\b"
    r"|,?\s+(?:and\s+)?which\s+(?:the|its|their|this|that|[A-Z][\w’'-]+)\s+(?:[\w-]+\s+){0,2}?(?:did|does|do|would)(?:\s+not|n[’']t)\s+(?:contain|include|mention|provide|foresee|say|have)\b",
    re.IGNORECASE,
)
# What somebody will do or keep until another does a thing is a condition that he sets.
_SETS = re.compile(
    r"\b(?:said|says|told|warned|vowed|insist(?:s|ed)|announced|declared|repeated|pledged)\b[^.;]{0,80}?\b(?:will|would|shall|is to|keeps?|stays?|remains?)\b[^.;]{0,80}?\b(?:until|unless)\b[^,;.]{0,60}$",
    re.IGNORECASE,
)
# What somebody would put up with is where he stands: "would accept a garrison of 1,000, people close to it say".
_WOULD_TAKE = re.compile(
    r"\W*(?:that\s+)?(?:[\w’'-]+\s+){1,5}?(?:would|could|might|is (?:ready|willing|prepared|content) to|was (?:ready|willing|prepared) to)\s+(?:\w+ly\s+|now\s+|also\s+|even\s+)?"
    r"(?:accept|settle for|live with|agree to|put up with|make do with|be content with)\b",
    re.IGNORECASE,
)
# What somebody would do only if another did a thing is his offer.
_ONLY_IF = re.compile(r"\bwould\b[^.;]{2,80}?\b(?:only if|only when|provided|on condition|unless)\b", re.IGNORECASE)
_SAID = re.compile(r"\b(?:said|says?|told|according to|believes?|thinks?|hinted|signalled|indicated)\b", re.IGNORECASE)
# What somebody tells another: "the premier told ambassadors that her army would leave".
_TELLS = re.compile(
    r"\b(?:told|assured|informed|promised|warned)\s+(?:the\s+)?(?:[\w’'-]+\s+){1,5}?that\b", re.IGNORECASE
)
# What stands only in a report or a charge that is denied.
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|rubbish(?:es|ed)|refut(?:es?|ed|ing)|reject(?:s|ed|ing)?)\b[^.;]{0,80}?"
    r"\b(?:reports?|claims?|allegations?|rumou?rs?|stor(?:y|ies)|suggestions?|accusations?|assertions?)\b[^.;]{0,80}?\bthat\b[^.;]{0,80}$",
    re.IGNORECASE,
)
# A line of a running report begins with the time of day and is a headline.
_CLOCK = re.compile(r"\W*(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?(?:GMT|UTC|[ap]\.?m\.?))?\s+[A-Z]")
_CLOSED = re.compile(r"\W*(?:\w+\s*)?[,.?!][\"”]\s")
# What somebody may come to demand: "willing to sign, unless Norvia insisted on | reopening the annex".
_SUPPOSED = re.compile(
    r"\b(?:unless|if|in case|should)\s+(?:the\s+)?(?:[\w’'-]+\s+){1,4}?(?:insist(?:s|ed)?\s+(?:on|that)|demand(?:s|ed)?|want(?:s|ed)?|ask(?:s|ed)?\s+for)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# A clause that only stands for another: "until | the army does", "would have | the army".
_ELLIPSIS = re.compile(
    r"\W*(?:(?:the|its|their)\s+)?[\w’'-]+\s+(?:does|did|do|has|have|will|would|is|are)\W*|\W*have\s+the\s+\w+\W*"
)
# Where somebody stands to it: "it also | objects to the handing over of mortars".
_OBJECTS = re.compile(
    r"\W*(?:(?:it|they|he|she|we|the [\w-]+|[A-Z][\w’'-]+)\s+)?(?:also\s+|still\s+|strongly\s+|further\s+)?(?:objects? to|objected to|balks? at|balked at|bristles? at|takes? issue with|took issue with|complains? of|complained of)\b"
)
_OPPOSED = re.compile(
    r"\b(?:is|are|was|were|remains?)\s+(?:\w+ly\s+)?(?:opposed|against it|against)\W*$", re.IGNORECASE
)

# What is waited for: "we will not disarm until | …", "no talks unless | …".
_WAITS = re.compile(
    r"\b(?:until|till|unless|before|while|as long as|so long as|only if|only when|only once|only after|provided|providing|condition)\s+(?:that\s+)?[\"“]?$",
    re.IGNORECASE,
)
# What one side means to bring about itself is no demand: "until | the rebellion is crushed", "until | victory is ours".
_VICTORY = re.compile(
    r"\b(?:crushed|defeated|destroyed|eliminated|annihilated|eradicated|vanquished|routed|wiped out|liberated|avenged|punished|finished|victor(?:y|ious)|won|dead|is (?:ours|over|done|complete)"
    r"|(?:goals?|aims?|objectives?|mission|job|task|duty)\b[^.;]{0,30}\b(?:achieved|reached|met|accomplished|fulfilled|complete[d]?|done|over)"
    r"|last (?:traitor|enemy|enemies|terrorist|rebel|fighter|militant|invader|occupier|mercenary|drop|breath|man|bullet))\b",
    re.IGNORECASE,
)
_ARMS = re.compile(
    r"\b(?:weapons?|rockets?|missiles?|mines?|tunnels?|stockpiles?|arsenals?|guns?|rifles?|drones?|shells?|depots?)\b",
    re.IGNORECASE,
)
# What one side has to do itself before it answers: "until | it has seen the text", "before | the cabinet meets".
_OWN_STEP = re.compile(
    r"\W*(?:(?:it|we|they|he|she|I)\s+(?:\w+\s+)?(?:(?:has|have|had)\s+(?:\w+\s+)?)?(?:see[ns]?|saw|read|stud(?:y|ies|ied)|receiv\w+|consult\w*|hear[ds]?|decid\w+|review\w*|examin\w+|return\w*|know[ns]?|agreed?)\b"
    r"|(?:an?|the|its|their)\s+(?:[\w-]+\s+)?(?:referendum|plebiscite|ballot|vote)\s+(?:approv|pass|back|endors|confirm|ratif)\w*"
    r"|(?:parliament|congress|voters|(?:the|its|their|our) people|the courts?)\s+(?:\w+\s+)?(?:approv|agree|vote|ratif|consent|back|say|said|pass|endorse)\w*"
    r"|(?:the|its|their|our|his|her)\s+(?:[\w-]+\s+){0,2}?(?:cabinet|parliament|government|assembly|congress|senate|council|leadership|committee|commission|ministers?|delegation|envoys?|negotiators?|president|leaders?)\s+(?:(?:has|have|had)\s+)?(?:met|meets?|decides?|decided|votes?|voted|approves?|approved|returns?|returned|considers?|considered|discuss(?:es|ed)?|consults?|consulted|debates?|debated|speaks?|spoke|convenes?|convened)\b"
    r"|(?:(?:the|this|that|a|any)\s+)?(?:deal|text|draft|agreement|plan|document|talks?|negotiations|details?|it|one|nothing|everything|all points)\s+(?:is|are|has been|have been|was|were)\s+(?:\w+ly\s+)?(?:signed|finali[sz]ed|agreed|complete[d]?|done|ready|over|published|known|concluded|initialled|in place)\b)",
    re.IGNORECASE,
)
# A time and nothing that is done: "not before | Friday's vote", "until | the end of the year".
_TIME = re.compile(
    r"\W*(?:at least\s+)?(?:(?:the|this|next|last|early|late|mid|end of|start of|beginning of|about|some)\s+){0,4}(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d|spring|summer|autumn|winter|year|month|week|tomorrow|midnight|noon|dawn|morning|evening|night|elections?|vote|summit|holidays?|deadline|meeting|round)(?:[’']s\s+\w+)?(?:\s+(?:\d+|morning|evening|night|round|in \w+|on \w+))?\W*"
)


# The same of what is waited for beside another thing: "only if the army leaves and | a referendum approves it".
_WAITS_ALSO = re.compile(
    r"\b(?:until|unless|only if|provided|as long as)\s+[^.;:]{3,100}?\s(?:and|or)\s+(?:that\s+)?$", re.IGNORECASE
)


def waits(text: str, begin: int, start: int, end: int) -> bool:
    """Whether words are only what one side waits for or will do itself before it yields: "until | the enemy is beaten".

    >>> said = "We will not stop until the enemy is defeated"
    >>> waits(said, 0, 23, len(said))
    True
    """
    said, back = text[start:end], max(begin, start - _NEAR)
    if _OWN_STEP.match(said) and _WAITS_ALSO.search(text, back, start):
        return True
    if not _WAITS.search(text, back, start):
        return False
    victory = _VICTORY.search(said) and not _ARMS.search(said)
    return bool(victory or _OWN_STEP.match(said) or _TIME.fullmatch(said))


def no_wish(text: str, begin: int, start: int, end: int) -> bool:
    """Whether words are neither a term nor a wish: a cut quotation, a headline's time, a denied report's contents.

    `begin` is where their sentence begins. Linear in the words and in _NEAR.
    """
    said, lead = text[start:end], text[max(begin, start - _NEAR) : start]
    if (
        waits(text, begin, start, end)
        or _OBJECTS.match(said)
        or _ELLIPSIS.fullmatch(said)
        or any(p.match(said) for p in (_CLOCK, _CLOSED))
    ):
        return True
    return any(p.search(lead) for p in (_DENIED, _SUPPOSED)) or _OPPOSED.search(said) is not None


def near_a_text(text: str, begin: int, start: int, end: int, stop: int) -> bool:
    """Whether words beside a text are none of its terms, in a sentence from `begin` to `stop`."""
    said, lead = text[start:end], text[max(begin, start - _NEAR) : start]
    left_out = _LEFT_OUT.match(said)
    if left_out and (left_out["holds"] or _HOLDS.search(lead)):
        return True
    if _ANSWERED.search(text, start, min(stop, end + _NEAR)) or _TELLS.search(said):
        return True
    sets = _SETS.search(lead)
    if sets is not None and text_noun().search(lead, 0, sets.start()) is None:
        return True
    stands = _WOULD_TAKE.match(said) or _ONLY_IF.search(said)
    return stands is not None and _tells(text, begin, stop) and not _names_text(text, begin, stop)


def _names_text(text: str, begin: int, stop: int) -> bool:
    """Whether the sentence names a text, be it behind the words: "…, the document says"."""
    return text_noun().search(text, begin, min(stop, begin + 3 * _NEAR)) is not None


def _tells(text: str, begin: int, stop: int) -> bool:
    return _SAID.search(text, begin, min(stop, begin + 3 * _NEAR)) is not None
