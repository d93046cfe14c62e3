"""Judgements that are denied, and a no that is itself what is judged: "is no insult", "rejecting it was an insult"."""

from __future__ import annotations

import re

from nonpaper.claims.stances.objects import NO
from nonpaper.claims.stances.turned.clause import Clause
from nonpaper.claims.stances.turned.words import DENIALS

JUDGED = DENIALS | NO | {"criticises"}
"""Stances that a judgement shows."""


def judged_otherwise(clause: Clause) -> bool:
    """Whether a judgement is denied, or falls on a no."""
    return (clause.stance in JUDGED and _denied(clause)) or _on_a_no(clause)


def _denied(clause: Clause) -> bool:
    called_none = _NOT_CALLED.search(clause.lead) or _CALLED_NO.search(clause.said)
    return called_none is not None or _NOT_A.search(clause.opens) is not None


def _on_a_no(clause: Clause) -> bool:
    """Whether it is bad to refuse, a no is refused, or a no is what is blamed."""
    if clause.stance in NO and (_BAD_TO_REFUSE.match(clause.said) or _REFUSES_A_NO.match(clause.said)):
        return True
    return clause.stance in ("criticises", *NO) and _A_NO.match(clause.opens + clause.said) is not None


_BAD = (
    r"(?:insult|trap|surrender|invention|fabrication|fiction|fake|forgery|lie|hoax|fantasy|farce|betrayal|threat|capitulation"
    r"|disgrace|joke|novel|fairy tale|diktat|ultimatum|provocation|humiliation|sham|charade|outrage|scandal|blackmail|unacceptable|false|untrue)\b"
)
_REFUSE = r"(?:reject|refuse|oppose|say no|turn (?:it |this |that )?down|rule out|veto|block|condemn|criticise|criticize|denounce)\b"
# "is no | insult", "was by no means | unacceptable"
_NOT_A = re.compile(
    r"\b(?:no|not|never|hardly|scarcely|barely|anything but|by no means|in no way|far from|nowhere near|\w+n[’'](?:t))"
    r"(?: (?:an?|the|exactly|quite|at all|been|ever|really|such|in any way))*\s[“\"‘]?$",
    re.IGNORECASE,
)
# "did not regard the draft as an | insult"
_NOT_CALLED = re.compile(
    r"(?:\b(?:not|never|nobody|no one|(?:no|not one|not a single) \w+)|n[’']t) (?:had |has |ever )?(?:think|thinks|believe|believes|believed|regard|consider|call|calls|called|describe|described|view|say|says|said|claim|claims|claimed) "
    r"(?:(?!(?:why|how|when|whether|if|what|but|and)\b)[\w’'“-]+ ){0,7}[“\"‘]?$",
    re.IGNORECASE,
)
_CALLED_NO = re.compile(
    r"\b(?:(?:call|describ|brand|label|declar|dismiss|denounc)\w*|is|was|are|were) (?:[\w’'-]+ ){0,5}?(?:as )?(?:no|not|never|hardly|anything but|by no means|in no way|far from) "
    rf"(?:(?:exactly|really|quite|at all) )?(?:an? |the )?(?:\w+ )?{_BAD}"
    rf"|\b(?:not|never|\w+n[’']t) (?:think|believe|regard|consider|call|describe|view|see) (?:[\w’'“-]+ ){{1,6}}?{_BAD}",
    re.IGNORECASE,
)
# "unacceptable to | reject it", "refused to | condemn it"
_BAD_TO_REFUSE = re.compile(
    r"(?:(?:is|was|be|were) )?(?:unacceptable|out of the question|impossible|unthinkable|inconceivable|wrong|a mistake)"
    rf" (?:(?:for [\w’' -]{{1,20}} )?to|that [\w’' -]{{1,30}}? (?:would|could|should)) {_REFUSE}",
    re.IGNORECASE,
)
_REFUSES_A_NO = re.compile(rf"(?:refus|declin)\w* to {_REFUSE}", re.IGNORECASE)
# "rejecting it was an | insult": a no is what is blamed.
_A_NO = re.compile(
    r"\W*(?:rejecting|refusing|opposing|turning down|vetoing|saying no|to (?:reject|refuse|oppose|turn down|veto|say no)\b)(?! to (?:recogni|withdraw|release|stop|talk))"
    r"[^,;]{0,70}?\b(?:is|was|would|will|could|might|means|meant)\b",
    re.IGNORECASE,
)
