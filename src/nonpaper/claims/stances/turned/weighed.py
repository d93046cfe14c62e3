"""Deeds that are only weighed, wished, feared or joked of, or done to something that is no text."""

from __future__ import annotations

import re

from nonpaper.claims.stances.turned.clause import Clause


def only_weighed(clause: Clause) -> bool:
    """Whether nobody does the deed that shows a stance, or does it to a text."""
    return (
        _WEIGHED.search(clause.opens) is not None
        or _HAD_IT.match(clause.opens) is not None
        or _WISHED.search(clause.lead) is not None
        or (_OPENS.fullmatch(clause.opens) is not None and _AS_SUBJECT.match(clause.said) is not None)
        or (_REFUSED.search(clause.opens) is not None and _CALLS.match(clause.said) is not None)
        or _OF_NO_TEXT.match(clause.said) is not None
        or _NEVER.search(clause.said) is not None
    )


# "it was too early to | reject it", "it had the right to | refuse it"
_WEIGHED = re.compile(
    r"\b(?:it|there|that) (?:is|was|were|are|would be|will be|might be|may be|could be|seem(?:s|ed)) (?:[\w’'-]+ ){0,2}?"
    r"(?:tempting|easy|easier|wrong|foolish|folly|reckless|rash|a mistake|mistaken|madness|unwise|too (?:early|late|soon)|premature|pointless|possible|impossible|unthinkable|inconceivable"
    r"|absurd|irresponsible|dangerous|hard|harder|difficult|reasons?|no (?:reason|need|point|question|ground|use)s?|little (?:reason|point)|suicide|treason)"
    r" (?:for [\w’' -]{1,20} )?(?:to|of|in) $"
    r"|\b(?:free|tempted|afraid|(?:the|every|no) (?:right|power|freedom|courage|mandate|authority)|(?:took|takes|takes a lot of) courage|cost(?:s)? nothing|no sense|in (?:nobody|no one)[’']s interest|never occurred to (?:him|her|it|them|us|me|his side)|the (?:last|man|woman)|hesitat\w+|entitled|reluctant|loath) to $"
    r"|\bno (?:reason|need|intention|plans?|wish|desire|interest|grounds?|cause|appetite|mood|mandate|authority|hurry) (?:to|of|in|for) $"
    r"|\b(?:ceased|stopped|forgot|forgotten|used) to $"
    r"|\b(?:rather than|instead of|before|without|short of) ?$"
    r"|^\W*(?:is|was|would) it (?:be )?(?!not\b)\w+ to $",
    re.IGNORECASE,
)
# "had his side | rejected it, the war would have gone on"
_HAD_IT = re.compile(
    r"\W*(?:had|were|should) (?:it|he|she|they|we|I|(?:his|her|its|their|our|the) [\w’'-]+) (?:to )?$", re.IGNORECASE
)
# "joked that it would | resume the war", "feared that it would | refuse"
_WISHED = re.compile(
    r"\b(?:(?:hop(?:ed|es)|trust(?:ed|s)|pray(?:ed|s)) (?:that )?(?:nobody|no one)|jok(?:ed|es|ing|ingly)|quipped|(?:in jest|as a joke|joking),?|laughed that|prayed|longed to|dream(?:s|ed|t)? of|not that|imagine that|as a (?:student|boy|girl|child)|in (?:his|her) youth|(?:fear(?:s|ed)|afraid|wish(?:ed|es)) (?!to\b|of\b))[^,;.]{0,60}$",
    re.IGNORECASE,
)
# "to reject it | would be a mistake": a deed as what something is said of.
_OPENS = re.compile(r"\W*(?:that )?(?:to )?[“\"‘]?", re.IGNORECASE)
_AS_SUBJECT = re.compile(
    r"(?:to )?(?:(?:reject|refus|oppos|veto|accept|demand|threaten|offer|sign|agree|insist|swallow|tolerat|resum)(?:e|ing)?|say(?:ing)? (?:no|yes)|turn(?:ing)? down|rul(?:e|ing) out) "
    r"[^,;.]{1,60}? (?:would|could|might|may|is|was|will) (?:be|have|only|mean|\w+ )",
    re.IGNORECASE,
)
# "rejected | calls to leave the talks"
_REFUSED = re.compile(
    r"\b(?:reject|dismiss|rebuff|refus|resist|ignor)\w* (?:(?:the|all|any|such|new) )?(?:[\w’-]+ )?$", re.IGNORECASE
)
_CALLS = re.compile(r"(?:calls?|demands?|requests?|appeals?)\b", re.IGNORECASE)
# What is refused, taken or asked for is no text and no term.
_OF_NO_TEXT = re.compile(
    r"(?:[\w’-]+ ){0,3}?(?:reject|refus|oppos|dismiss|accept|demand|offer|turn|swallow|tolerat)\w* (?:down |aside )?(?:(?:the|an?|any|all|its|his|her|their) )?(?:envoys of \w+ )?(?:[\w’-]+ )?"
    r"(?:labels?|comparison|criticism|critics|resignation|medal|prize|hotel|coffee|tea|appeal of|condolences|blame|flowers|visitors|gifts?|awards?|pension|congratulations|wine|pride|anger|smell|noise|heat|smoke|dogs?|lift to the (?:talks|airport)|interviews?|spelling|dinner|lunch|thanks|photographs?|seating|(?:bottle|glass|cup|piece) of|(?:generals?|ministers?|envoys?|clerks?|officials?|those|people|anyone) who"
    r"|apology from (?:the|a) (?:newspaper|paper|reporter|editor)|(?:motion|petition|vote|campaign) against|(?:delay|postponement) (?:of|to|in)|(?:bid|attempts?|efforts?|move|calls|moves) to (?:scrap|block|undo|kill|wreck|leave|sink|reject))\b"
    r"|threaten\w* to (?:sue|eat)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(r"\bif (?:pigs|hell|the moon|the sky|cows|the sun|snow)\b", re.IGNORECASE)
