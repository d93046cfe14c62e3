"""Whom a demand serves, in the demander's mouth."""

from __future__ import annotations

import re

# Whom a demand serves, in the demander's mouth: "an amnesty for its members", "its captives", "all of it".
_FOR_THEM = re.compile(
    r"\bfor (?:its|their)(?: own)? \w"
    r"|^(?:(?:all|every one) of )?(?:the|its|their|all|every)\b(?! (?:\w+ )?(?:lists?|numbers?|names|order|exchange|swap|ratio|question|issue|treatment|sum|terms)\b)[^.,;]{0,40}\b(?:hostages?|captives?|prisoners?|abductees|remains|bodies)[’']?s?\b(?! of (?!its|their))"
    r"|^(?:all|most|half|the (?:whole|rest)) of (?:it|them)\b"
    r"|\b(?:recogni[sz]|acknowledg|respect|restor|affirm|uph[oe]ld)\w*\s+(?:its|their)\b(?! (?:own\b|commitments?|obligations?|promises?|word|mistakes?|part))"
    r"|^(?:its|their)(?: own)? [\w-]+(?: [\w-]+)?,? (?:(?:to )?be |is |are |back |put |taken |included )?(?:recogni[sz]ed|acknowledged|respected|restored|freed|released|returned|pardoned|paid|readmitted|back|home|on the (?:\w+ )?payroll|(?:in|into|on) (?:the|a|any) (?:\w+ )?(?:army|cabinet|government|parliament|council|police|lists?|board))\b"
    r"|^(?:an?\s+)?(?:safe passage|amnesty|immunity|pardons?)\b(?!.{0,40}\bfor\b)"
    r"|^(?:an? |the |full |more |immediate |binding |firm |legal |written )*(?:compensation|reparations|security guarantees|sanctions relief|veto|seats? (?:on|at|in))\b(?!.{0,60}\b(?:for|to) (?:the |all |its |their |both |every )?(?-i:[A-Z]|civilians|victims|famil|refugees|sides|residents|parties))",
    re.IGNORECASE,
)


def for_them(said: str) -> bool:
    """Whether what somebody demands is, by its words, for himself: "an amnesty for its members", "its captives freed"."""
    return _FOR_THEM.search(said) is not None
