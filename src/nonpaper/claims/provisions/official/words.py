"""Words of negotiating texts: the verbs that bind, and the nouns and orders that a term without a subject opens with."""

from __future__ import annotations

import re

MODAL = re.compile(
    r"\b(?:shall|will|must|undertakes?(?: not)? to|undertakes?|agrees?(?: not)? to|commits?(?: (?:itself|themselves))? to|(?:is|are) (?:not )?(?:to|obliged to|bound to|committed to)"
    r"|(?-i:may|can)(?:not| not)?|should|(?:is|are) (?:not )?entitled to|ensures?|(?<!security )(?<!the )(?<!its )guarantees?(?! (?:to|for|of|from|by|are|is|shall|will|would|lapse)\b)|pledges?(?: not)? to|recogni[sz]es?|acknowledges?|renounces?|waives?|reaffirms?|re-affirms?|confirms?|encourages?"
    r"|calls? (?:on|upon|for)|urges?|asks?|decides? to|considers? it necessary|supports?|has the right|have the right|reserves? the right|(?:has|have) the (?:duty|obligation))\b",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b(?:shall|must|undertakes?|is to|are to|is prohibited|are prohibited|ban|may not|cannot|hereby|there is an obligation|has the right|have the right)\b",
    re.IGNORECASE,
)
_ADVERB = r"(?:(?:immediately|promptly|strictly|jointly|fully|effectively|gradually|also|permanently|possibly|not)\s+)*"
ORDER = re.compile(
    rf"\W*(?:to\s+)?{_ADVERB}(?:ensur|adopt|enact|launch|implement|releas|conduct|remov|provid|intensif|establish|creat|set|withdraw|ceas|refrain|halt|stop|end|open|return|exchang|allow|grant"
    r"|guarant|respect|carr|keep|permit|hold|disarm|dismantl|disband|restor|resum|repeal|amend|facilitat|re-?affirm|re-?assert|underlin|undertak|support|maintain|prohibit|forbid|avoid|continu|complete|begin|start|redeploy|demine|clear|lift"
    r"|recogni[sz]|cooperat|co-operat|submit|notif|appoint|form|convene|preserve|protect|prevent|abstain|renounc|pay|transfer|hand|develop|prepar|draft|accept|accelerat|agree|reinstat|defin|confirm|inform|mak)"
    r"(?:e|es|ing|s|y|ying|ies|ting|ning|ping)?\b(?! of\b)",
    re.IGNORECASE,
)
PRESENT = re.compile(
    r"\s+(?:(?:immediately|fully|jointly|also|then|gradually)\s+)?(?:leave|lift|withdraw|release|return|hand|open|reopen|close|end|halt|stop|cease|exchange|deploy|redeploy|disarm|dismantle|dissolve|demobili[sz]e|canton|assemble|evacuate|vacate|surrender|pay|transfer|restore|resume"
    r"|establish|create|appoint|adopt|amend|repeal|suspend|ease|remove|clear|demine|submit|publish|notify|report|begin|start|complete|allow|permit|grant|provide|supply|hold|convene|reduce|destroy|register|verify|certify|monitor|inspect|take|move|pull|enter|receive|recogni[sz]e|accept|(?:certif|verif|notif)ie)(?:s|es)?\b",
    re.IGNORECASE,
)
"""Verbs of what is done, in the plain present, just after whoever does it."""
NOMINAL = re.compile(
    r"\W*(?:the\s+|an?\s+|all\s+)?(?:[\w-]+,?\s+(?:and\s+)?){0,4}?(?:cease-?fire|ban|right|possibility|[\w-]{2,}(?:tion|sion|ment|ance|ence|al|ing|ery|ure|ege)s?|release|exchange|use|access|amnesty|pardon|guarantees?|support"
    r"|launch|return|refusal|firing|retreat|corridor|elections?|programme|program|zone|freedom|respect|end|halt|lifting|delivery|regime|recovery)\b",
    re.IGNORECASE,
)
FORWARD = re.compile(
    r"^\W*(?:to|within|in|at|on|for|upon|notwithstanding|where|should|if|pending|during|after|before|based|subject|without|by|from|as|following|until|once|unless|except|save|under|pursuant|with|bearing|not later|no later|having)\b[^,;]{2,300},\s+",
    re.IGNORECASE,
)
"""An adverbial that comes before the subject: "Within thirty days of signature, …"."""
PREAMBLE = re.compile(
    r"\b(?:acknowledging|stressing|guided by|mindful|recalling|desir(?:ing|ous)|considering|upon consideration|convinced|bearing in mind|determined to|recogni[sz]ing"
    r"|reaffirming|re-affirming|noting|welcoming|(?:have|has) agreed|reached an understanding|hereinafter)\b",
    re.IGNORECASE,
)
"""Clauses of a preamble, which may be longer than all that follows."""
NOUN_FIRST = re.compile(
    r"\W*(?:[\w’'-]+\s+){0,2}?(?:cease-?fire|ban|[\w-]{2,}(?:tion|sion|ment|ance|ence|al|ing)|use|release|exchange|access|amnesty|launch|return)\s+(?:of|by|from|to|on|between|and|for)\b",
    re.IGNORECASE,
)
NEGATIVE_ORDER = re.compile(r"\W*(?:no|non)[\s-]\w+", re.IGNORECASE)


_STATES = re.compile(
    r"\b(?:lapses?|expires?|ceases? to|becomes? (?:void|null)|(?:is|are) (?:null and )?void|(?:is|are) (?:hereby |strictly |also )*(?:prohibited|forbidden|banned)|(?:enters?|comes?) into (?:force|effect)|takes? effect|remains? in (?:force|effect))\b",
    re.IGNORECASE,
)
"""Plain verbs by which a text says what holds, ends or is forbidden."""


def binds(said: str) -> bool:
    """Whether a unit binds somebody: by its verb, or by the order or noun that it opens with."""
    return bool(
        MODAL.search(said)
        or _STATES.search(said)
        or ORDER.match(said)
        or NOMINAL.match(said)
        or NEGATIVE_ORDER.match(said)
    )


def goes_on(said: str) -> bool:
    """Whether a sentence that follows in a unit binds as well, and does not only explain."""
    return bool(
        MODAL.search(said)
        or _STATES.search(said)
        or ORDER.match(said)
        or NOUN_FIRST.match(said)
        or NEGATIVE_ORDER.match(said)
    )


def binds_plainly(said: str) -> bool:
    """Whether a sentence outside all units binds by the verb of an obligation."""
    return _STRONG.search(said) is not None
