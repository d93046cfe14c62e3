"""A stance that nobody takes: its subject is nobody, its judgement is negated, it is only weighed, wished, asked or joked."""

from __future__ import annotations

import re

from nonpaper.claims.stances.objects import NO
from nonpaper.claims.stances.turned.words import DENIALS, FIRM, NEAR, Words

AFTER = 90
"""Characters from the words that show a stance in which these are turned round."""
_JUDGED = DENIALS | NO | {"criticises"}
_OPEN = FIRM | _JUDGED | {"offers", "offers_if"}


def unreal(words: Words) -> bool:
    """Whether nobody takes the stance that the words show."""
    stance = words.position.stance
    if words.cue >= len(words.text) or stance not in _OPEN:
        return False
    lead = words.text[max(0, words.cue - NEAR) : words.cue]
    said = words.text[words.cue : words.cue + AFTER].removeprefix("that ")
    clause = _STARTS.split(lead)[-1]
    if _NOBODY.match(clause) and not (stance in NO and _YIELDS.match(said)):
        return True
    if _ANYBODY.search(clause) or _ANYBODY.match(said) or _ASKED.match(clause):
        return True
    if stance in _JUDGED and (_NOT_A.search(clause) or _NOT_CALLED.search(lead) or _CALLED_NO.search(said)):
        return True
    if stance in NO and (_BAD_TO_REFUSE.match(said) or _REFUSES_A_NO.match(said)):
        return True
    if stance in ("criticises", *NO) and _A_NO.match(clause + said):
        return True
    if stance in DENIALS or stance == "criticises":
        return _DENIES_A_THING.match(said) is not None
    at = words.origin + words.cue
    return _NOUN_UNTRUE.match(words.page.text, at, at + AFTER) is not None or _only_weighed(lead, clause, said)


def _only_weighed(lead: str, clause: str, said: str) -> bool:
    """Whether a deed is only weighed, wished, feared or joked of, or done to something that is no text."""
    return (
        _WEIGHED.search(clause) is not None
        or _HAD_IT.match(clause) is not None
        or _WISHED.search(lead) is not None
        or (_OPENS.fullmatch(clause) is not None and _AS_SUBJECT.match(said) is not None)
        or (_REFUSED.search(clause) is not None and _CALLS.match(said) is not None)
        or _OF_NO_TEXT.match(said) is not None
        or _NEVER.search(said) is not None
    )


# Where a clause begins.
_STARTS = re.compile(
    r"[,;:.“”\"‘]\s*|\b(?:and|but|yet|that|because|while|said|says|told|added|argued|insisted|warned|noted|replied)\s",
    re.IGNORECASE,
)
_BAD = (
    r"(?:insult|trap|surrender|invention|fabrication|fiction|fake|forgery|lie|hoax|fantasy|farce|betrayal|threat|capitulation"
    r"|disgrace|joke|novel|fairy tale|diktat|ultimatum|provocation|humiliation|sham|charade|outrage|scandal|blackmail|unacceptable|false|untrue)\b"
)
_REFUSE = r"(?:reject|refuse|oppose|say no|turn (?:it |this |that )?down|rule out|veto|block|condemn|criticise|criticize|denounce)\b"
# "no country would | reject it", "nothing in the report was | false": never "no doubt", nor what is negated in the verb.
_NOBODY = re.compile(
    r"(?!(?:[\w’'-]+ ){2,8}?\w+(?:ed|en|ad|ew) (?:is|was|are|were) [“\"]?$)"  # "a text that nobody had seen was …"
    r"\W*(?:(?:nobody|no one|none|nothing|not (?:one|a|an)|(?:hardly|scarcely|barely) any\w*|few|neither"
    r"|only an? (?:fool|madman|idiot|coward|traitor|child|lunatic)) "
    r"|no (?!(?:longer|doubt|matter|wonder|less|more|sooner|later|other|amount|secret|mistake|choice|way)\b))"
    r"(?:(?!(?:doubts?|not|never|who|which|if|unless|until|without|can|cannot|but|than|except|why|how|because|should|must|forgets?|ignores?|disputes?|denies|denied)\b)[\w’'-]+ ){0,8}[“\"‘]?$",
    re.IGNORECASE,
)
# "nobody here | will ever sign it away": that nobody yields is a no.
_YIELDS = re.compile(
    r"(?:(?:will|would|shall|can|could|may|is|are|was|were) )?(?:ever\b|(?:sign|accept|agree|recogni|cede|surrender|give|hand|yield|allow|tolerat|lay|disarm|walk through|consent)\w*)",
    re.IGNORECASE,
)
# "anyone who | rejects it", "those who | demand it".
_ANYBODY = re.compile(
    r"\b(?:whoever|(?:those|people|anyone|anybody|everyone|someone|all) who)(?: (?:would|will|now|still|openly))? $"
    r"|^\W*(?:(?:his|her|its|their|our|my) (?:\w+ )?(?:critics|opponents|enemies|rivals|foes)|the opposition) (?:would |will |had |have |has )?$"
    r"|^\W*(?:his|her|their|our|my) (?:predecessors?|father|mother|wife|husband|grandfather|brother|sister|son|daughter|barber|driver) (?:would |will |had |have |has )?$"
    r"|^\W*(?:an?|the|some|many) (?:newspapers?|protesters|critics|columnists?|poets?|bloggers?|demonstrators)(?: in \w+)? (?:would |will |had |have |has )?$"
    r"|^\W*(?:whoever|(?:those|people|anyone|anybody|everyone) who) ",
    re.IGNORECASE,
)
# "why would it | reject this"
_ASKED = re.compile(
    r"\W*(?:(?:who|why|how|what(?: good)?) (?:on earth )?(?:would|could|should|can|will|did|does|do)|what if|suppose|imagine|why(?: not)?(?= \w*$)|(?:do|does|did|are|should) (?:we|they|you)(?: to)?) (?:[\w’'-]+ ){0,6}$",
    re.IGNORECASE,
)
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
_NOUN_UNTRUE = re.compile(
    r"(?:an? )?(?:refusal|rejection|demand|acceptance|offer|threat|opposition|no) [^,;.]{1,60}?"
    r"(?:\b(?:was|is|were|are) (?:only )?(?:not (?:his|her|its|their|our|on|policy|true)|an? (?:myth|joke|rumou?r|lie|fiction|fable|legend|misunderstanding))\b|\bnever (?:came|existed|happened|considered|discussed|made)\b)",
    re.IGNORECASE,
)
# What is refused, taken or asked for is no text and no term.
_OF_NO_TEXT = re.compile(
    r"(?:[\w’-]+ ){0,3}?(?:reject|refus|oppos|dismiss|accept|demand|offer|turn|swallow|tolerat)\w* (?:down |aside )?(?:(?:the|an?|any|all|its|his|her|their) )?(?:envoys of \w+ )?(?:[\w’-]+ )?"
    r"(?:labels?|comparison|criticism|critics|resignation|medal|prize|hotel|coffee|tea|appeal of|condolences|blame|flowers|visitors|gifts?|awards?|pension|congratulations|wine|pride|anger|smell|noise|heat|smoke|dogs?|lift to the (?:talks|airport)|interviews?|spelling|dinner|lunch|thanks|photographs?|seating|(?:bottle|glass|cup|piece) of|(?:generals?|ministers?|envoys?|clerks?|officials?|those|people|anyone) who"
    r"|apology from (?:the|a) (?:newspaper|paper|reporter|editor)|(?:motion|petition|vote|campaign) against|(?:delay|postponement) (?:of|to|in)|(?:bid|attempts?|efforts?|move|calls|moves) to (?:scrap|block|undo|kill|wreck|leave|sink|reject))\b"
    r"|threaten\w* to (?:sue|eat)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(r"\bif (?:pigs|hell|the moon|the sky|cows|the sun|snow)\b", re.IGNORECASE)
# "denied the prisoners | water", "no question of | rejecting it"
_DENIES_A_THING = re.compile(
    r"den(?:y|ies|ied) (?:[\w’-]+ ){0,4}?(?:visas?|entry|access|bail|water|food|shelter|passage|asylum|permission)\b"
    r"|(?:there )?(?:is|was) no question of (?:reject|refus|oppos|turning down|veto)\w*",
    re.IGNORECASE,
)
# "rejected | calls to leave the talks"
_REFUSED = re.compile(
    r"\b(?:reject|dismiss|rebuff|refus|resist|ignor)\w* (?:(?:the|all|any|such|new) )?(?:[\w’-]+ )?$", re.IGNORECASE
)
_CALLS = re.compile(r"(?:calls?|demands?|requests?|appeals?)\b", re.IGNORECASE)
