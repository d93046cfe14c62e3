"""A stance whose words name somebody else as the one who takes it, or who only tells of a report or an answer."""

from __future__ import annotations

import re

from nonpaper.claims.page import mentions_in, sentence_at
from nonpaper.claims.stances.objects import YES
from nonpaper.claims.stances.turned.another import CLOSE
from nonpaper.claims.stances.turned.doubtful import names_report
from nonpaper.claims.stances.turned.words import Words
from nonpaper.model.span import Span

_AUX = r"(?:\s+(?:has|have|had|will|would|is|are|was|were|also|again|now|still|only|not|never|first|in fact|\w+ly))*"


def clefted(words: Words) -> bool:
    """What "it was X who" did is X's alone: "said that it was the other side that refused to sign"."""
    found = _CLEFT.search(words.text)
    if found is None or words.cue < found.end() - CLOSE:
        return False
    at = words.origin + found.start("who")
    return all(
        m.party != words.position.party for m in mentions_in(words.page, Span(at, words.origin + found.end("who")))
    )


_CLEFT = re.compile(
    r"\bit (?:is|was|ha[sd] (?:in fact |really |\w+ly )?been) (?:in fact |really |rather |\w+ly )?(?!not\b)"
    r"(?P<who>(?:[\w’'-]+ ){0,4}?[\w’'-]+)(?:,[^,;.]{1,40},)? (?:who|that|which)\b",
    re.IGNORECASE,
)


def of_a_named(words: Words) -> bool:
    """What somebody does who is named in a clause of his own may not be the speaker's: "…, he said, and Mr X had rejected it"."""
    position = words.position
    found = _NAMED_ACT.search(words.text, 0, words.cue) if position.basis == "self" else None
    if found is None or words.cue >= len(words.text) or found["who"] in (position.speaker or ""):
        return False
    who = Span(words.origin + found.start("who"), words.origin + found.end("who"))
    return all(m.party != position.party for m in mentions_in(words.page, who))


_NAMED_ACT = re.compile(
    r"(?:\bsaid|\badded|,)\s+(?:and|but|while)\s+(?:that\s+)?(?P<who>[A-Z][\w’'-]+)(?:\s+(?:has|had|also|then|later|already|now|\w+ly))*\s+$"
)


def reported_only(words: Words) -> bool:
    """What stands only in a report that is denied is nobody's: "dismissed a report that X had offered to freeze it"."""
    if words.position.stance not in YES | {"demands"}:
        return False
    start = words.position.span.start
    return _DENIED_REPORT.search(words.page.text[_begin(words) : start]) is not None


def _begin(words: Words) -> int:
    """Where in a stance's sentence the words before it begin that are looked at; its own beginning where it has none."""
    start = words.position.span.start
    sentence = sentence_at(words.page, start)
    return start if sentence is None else max(sentence.start, start - _BACK)


_BACK = 200
"""Characters before a stance in which a report may be denied that tells of it."""
_DENIED_REPORT = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss\w*|reject(?:s|ed|ing)?|rubbish\w*|disput(?:es?|ed|ing)|refut(?:es?|ed|ing)|rebuff\w*)\b[^.;]{0,80}?"
    r"\b(?:reports?|claims?|allegations?|accounts?|rumou?rs?|stor(?:y|ies)|suggestions?|accusations?|assertions?|statements?)\b[^.;]{0,80}?\bthat\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def of_an_answer(words: Words) -> bool:
    """Whoever turns down another's answer says nothing yet of the text that it answers: "called the reply unacceptable"."""
    return words.position.stance in ("rejects", "red_line") and _ANSWER.search(words.said) is not None


_ANSWER = re.compile(
    r"\b(?:the|this|that|their|its|his|her|[A-Z][\w-]+(?:[’']s?)?) (?:latest |written |\w+ly )?(?:reply|response|answer|amendments?)\b,?"
    r"(?: was| is| had been| as)?(?: \w+ly)? [“\"‘]?(?:\w+ly )?(?:unacceptable|not acceptable|a non-starter|out of the question)"
    r"|\b(?:reject|dismiss|spurn|turned down)\w* (?:the|this|that|their|its|his|her|[A-Z][\w-]+[’']s?) (?:latest |written )?(?:reply|response|answer)\b",
    re.IGNORECASE,
)


def of_a_link(words: Words) -> bool:
    """Whoever will not tie one thing to another may take either: "rejects linking the truce to the sanctions"."""
    return words.position.stance in ("rejects", "red_line") and _LINK.search(words.said) is not None


_LINK = re.compile(
    r"\b(?:reject|refus|oppos|rul|resist|declin|object)\w*\s+(?:out\s+|to\s+)?(?:any\s+|all\s+|the\s+|\w+\s+attempts?\s+(?:to|at)\s+)?"
    r"(?:link|tie|tying|coupl|condition|connect|mak)(?:ing|e|s|age|ages)?\b(?: of)?(?=\s[^.;]{2,60}?\b(?:to|with|on|conditional|dependent|contingent)\b)",
    re.IGNORECASE,
)


def agrees_to_talk(words: Words) -> bool:
    """Who has only agreed to look at a thing or to speak of it has not said yes to it: "has agreed to examine a corridor"."""
    if words.position.stance not in YES:
        return False
    return _TO_TALK.search(words.said) is not None and _SAYS_YES.search(_TO_TALK.sub(" ", words.said)) is None


_TO_TALK = re.compile(
    r"\b(?:agree(?:s|d)?|accept(?:s|ed)?|consent(?:s|ed)?)\s+(?:only\s+|merely\s+|just\s+|simply\s+)?to\s+(?:only\s+|merely\s+)?"
    r"(?:discuss|examin|stud|consider|look|talk|explor|review|think|debate|hear|listen|weigh|negotiate|read)\w*"
    r"|\bagree(?:s|d)?\s+(?:to\s+|on\s+)?(?:was|is)\s+(?:only\s+)?to\s+(?:discuss|talk|look|consider|examine|study)\w*",
    re.IGNORECASE,
)
_SAYS_YES = re.compile(r"\b(?:accept|agree|sign|endors|consent|approv|ready|willing|prepared)\w*", re.IGNORECASE)


def of_both(words: Words) -> bool:
    """What "both sides" are said to do is told of two, whoever tells it: "the envoy insists that both sides have accepted it"."""
    if words.position.basis != "self" or words.position.stance not in YES | {"rejects"} or words.cue >= len(words.text):
        return False
    return _BOTH.search(words.text, 0, words.cue + CLOSE) is not None


_BOTH = re.compile(
    rf"\b(?:says?|said|insist\w*|told \w+|claim\w*|believ\w+|that)\s+(?:that\s+)?(?:both|the two|all|the)\s+(?:sides|parties|governments|delegations|leaders|countries){_AUX}\s+(?:both\s+)?\w{{0,{CLOSE}}}$",
    re.IGNORECASE,
)


def urges_a_no(words: Words) -> bool:
    """Who asks another to refuse a thing does not demand that thing: "urged the premier to reject it"."""
    return words.position.stance == "demands" and _ASKS_NO.search(words.said) is not None


_ASKS_NO = re.compile(
    r"\b(?:urg|ask|call|press|want|advis|plead|appeal|beg|tell|told|implor|lobb)\w*\b[^.;]{0,60}?\bto\s+(?:\w+ly\s+)?"
    r"(?:refuse|reject|oppose|veto|block|turn (?:it |this |that |them )?down|vote against|resist|walk away from|(?:scrap|drop)(?! (?:\w+ ){0,2}(?:opposition|objections?|resistance|veto|refusal|demands?|insistence)))\b",
    re.IGNORECASE,
)


def insists_it_is_so(words: Words) -> bool:
    """What is insisted on as done, or as being so, is told and not demanded: "insists that its soldiers are peacekeepers"."""
    if words.position.stance != "demands" or _DUTY.search(words.said):
        return False
    return _SO.search(words.said) is not None or _IT_IS.match(words.said) is not None


# "insists that the river is a border"; "insists that the clause is struck out" may be a demand.
_IS = r"(?:is|are)\s+(?!to\b|\w+(?:ed|en|wn|ne|ft|id|lt|un|ut)\b|(?:kept|held|met|put|set|made|sent|brought|built|struck|paid|ready|possible|free)\b)\w"
_SO = re.compile(
    r"\binsist(?:s|ed|ing)?\s+(?:that\s+)?(?!on\b)(?:[\w’'-]+\s+){1,5}?(?:(?:has|have|had)\s+(?!to\b)(?:\w+ly\s+|now\s+|already\s+|both\s+|all\s+|long\s+|never\s+|not\s+)*\w+(?:ed|en|ne|wn|ld|de|id|ft|ught)|was|were|did)\b|"
    rf"\binsist(?:s|ed|ing)?\s+(?:(?:in|on)\s+[\w ]{{3,20}}\s)?that\s+(?:[\w’'-]+\s+){{1,8}}?{_IS}",
    re.IGNORECASE,
)


_IT_IS = re.compile(
    r"\W*(?:there|it|that|this)(?:[’']s|\s+(?:is|are|was|were|has been))\s+(?!(?:no\s+)?(?:alternative|way|question|need|time|room|place)\b|(?:essential|necessary|imperative|vital|crucial|up to|for|out of|unacceptable)\b)[^”\"]{2,120}[”\"],?\s[^.;]{2,60}\binsist",
    re.IGNORECASE,
)
_DUTY = re.compile(r"\b(?:must|should|ha(?:s|ve) to|needs? to|shall|or else|cannot|can[’']t)\b", re.IGNORECASE)


def has_turned(words: Words) -> bool:
    """A former no that its own sentence ends, or a yes that it takes back: "had resisted it but is now ready to accept it"."""
    sentence = sentence_at(words.page, words.position.span.start)
    if sentence is None:
        return False
    whole = words.page.text[words.position.span.start : min(sentence.end, words.position.span.end + _BACK)]
    if words.position.stance in YES:
        return _TAKEN.search(whole) is not None
    return words.position.stance in ("rejects", "red_line") and _NO_MORE.search(whole) is not None


_TAKEN = re.compile(
    r"\b(?:accepted|agreed|conceded|granted|consented|signed|promised|offered)\b[^.;]{0,80}\b(?:and|but|only to|then|before)\s+(?:(?:has|had|have|then|later|since|soon|promptly)\s+)*"
    r"(?:t(?:aken|ook|aking|ake)\s+(?:it|them|that|this)\s+back|withdr[ae]w(?:n|ing)?\s+(?:it|them)|retract\w*|reneg\w+|revok\w+|chang\w+ (?:its|his|her|their) mind|back(?:ed|ing)? (?:out|away|down|off))\b",
    re.IGNORECASE,
)
_NO_MORE = re.compile(
    r"\bhad\s+(?:\w+ly\s+|long\s+|at first\s+|once\s+|previously\s+)*(?:resisted|opposed|rejected|refused|objected|ruled out|balked|turned down|been against)\b[^.;]{0,80}?\bbut\b"
    r"[^.;]{0,40}?\b(?:accept\w*|agree\w*|prepared|ready|willing|sign(?:ed)?|relent\w*|gave (?:in|way)|given (?:in|way)|dropped|come (?:a)?round|came (?:a)?round|soften\w*|back(?:s|ed))\b",
    re.IGNORECASE,
)


def neither_nor(words: Words) -> bool:
    """Whoever neither accepts nor rejects leaves it open."""
    if words.position.stance not in YES | {"rejects", "red_line"}:
        return False
    begin, end = words.position.span.start, min(words.position.span.end, words.position.span.start + _BACK)
    two = _NOR.search(words.page.text, max(0, begin - _BESIDE), end + _BESIDE)
    return _NEITHER.search(words.said) is not None or (two is not None and two.start() < end and two.end() > begin)


_BESIDE = 60
"""Characters beside a no in which its reverse is denied too."""
_IT_NOT = r"\b(?:we|it|he|she|they|I)(?: do| does| did| have| has| had| will| would)(?: not|n[’']t) "
# "We do not reject it. We do not accept it."
_NOR = re.compile(
    _IT_NOT
    + r"(?:reject|refuse|oppose|rule)[^.;!?“”\"]{0,40}[.;,] (?:[Aa]nd |[Bb]ut |[Nn]or )?"
    + _IT_NOT
    + r"(?:accept|agree|approve|endorse|support)\w*\b|"
    + _IT_NOT
    + r"(?:accept|agree|approve|endorse|support)[^.;!?“”\"]{0,40}[.;,] (?:[Aa]nd |[Bb]ut |[Nn]or )?"
    + _IT_NOT
    + r"(?:reject|refuse|oppose|rule)\w*\b",
    re.IGNORECASE,
)
_NEITHER = re.compile(
    r"\bneither\s+(?:accept|reject|agree|approv|endors|refus|support|oppos|embrac|rul)\w*(?:\s+out)?(?:\s+[\w’'-]+){0,3}?\s+nor\s+(?:[\w’'-]+\s+)?"
    r"(?:accept|reject|agree|approv|endors|refus|support|oppos|embrac|rul|dismiss|turn)\w*",
    re.IGNORECASE,
)


def an_offer_dismissed(words: Words) -> bool:
    """Who dismisses an offer refuses it, and denies no report: "has offered an inquiry, which X dismissed"."""
    sentence = sentence_at(words.page, words.position.span.start)
    if words.position.stance != "denies_report" or sentence is None:
        return False
    whole = words.page.text[_begin(words) : min(sentence.end, words.position.span.end)]
    return _OFFER.search(whole) is not None and not names_report(whole)


_OFFER = re.compile(
    r"\b(?:offer(?:s|ed)?|propos(?:es|ed|als?)|suggest(?:s|ed))\b[^.;]{3,160}?,\s+(?:which|but|and)\s+(?:[\w’'-]+\s+){1,6}?(?:dismiss|reject|brush|rebuff|wav|spurn|scorn|deride)\w*",
    re.IGNORECASE,
)
