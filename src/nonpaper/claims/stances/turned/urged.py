"""What others are asked to do or to be, which is no demand for a term: to sign, to say yes, to have patience."""

from __future__ import annotations

import re

from nonpaper.claims.page import sentence_at
from nonpaper.claims.stances.objects import NO, YES
from nonpaper.claims.stances.turned.words import Words, turning

_URGES = r"(?:urg(?:e|es|ed|ing)|(?:call|appeal|plead)(?:s|ed|ing)? (?:on|upon|to|with)|call(?:s|ed|ing)? (?:on|upon)|ask(?:s|ed|ing)?|advis(?:e|es|ed|ing)|beg(?:s|ged|ging)?|implor(?:e|es|ed|ing)|encourag(?:e|es|ed|ing)|press(?:es|ed|ing)?|want(?:s|ed)?|invit(?:e|es|ed|ing)|exhort(?:s|ed|ing)?|tell(?:s|ing)?|told)"
_TEXT = r"(?:it|this|that|them|(?:the|a|this|that|her|his|its|their|our) (?:[\w’'-]+ ){0,2}?(?:plan|draft|text|deal|paper|accord|treaty|agreement|offer|proposal|statute|compromise|settlement|document|package|terms|formula))"
_YIELD = rf"(?:sign(?: (?:it|{_TEXT}))?|accept {_TEXT}|agree(?: to {_TEXT})?|say (?:yes|so)|consent|give (?:way|in|ground)|(?:embrace|swallow|initial|adopt|bless|ratify|accept|endorse|sign|take) (?:any [\w-]+|every [\w-]+|the rest|all of it|{_TEXT})|take {_TEXT}|compromise|endorse {_TEXT}|approve {_TEXT}|be (?:patient|reasonable|flexible|brave|wise|calm)|(?:show|have|exercise|keep|find|display) (?:some |more |great |the )?(?:patience|restraint|courage|flexibility|calm|goodwill|good will|wisdom|moderation|understanding|faith|hope)|think (?:again|hard|it over)|reconsider|hurry|wait|listen|talk|negotiate|sit down|come (?:to|back to) the table|return to (?:the )?(?:talks|table|negotiations))"
_URGED = re.compile(
    rf"\b{_URGES} (?:(?!(?:that|for|but)\b|and (?:to|that|for|[a-z]+(?:ed|s))\b)[\w’',-]+ ){{1,9}}?(?:to (?:now |finally |also |at last |quickly )?{_YIELD}|not to (?:despair|hurry|walk (?:away|out)|give up|lose \w+))(?=\W*$|[.,;:!”\"’]|\s(?:today|now|on|by|at|in|this|before|soon|within|last|yesterday|as|while|and|when|or|for|until|with|the|without)\b)",
    re.IGNORECASE,
)
_BOTH_SHOULD = re.compile(
    rf"\b(?:both|all|the two|neither)(?: (?:sides|parties|capitals|governments|delegations|of them))? (?:should|must|ought to|need to|ha(?:ve|d) to) (?:now |at last )?{_YIELD}(?=\W*$|[.,;:!”\"’]|\s(?:before|by|now|today|at|in|this|soon|while|and|with|on)\b)",
    re.IGNORECASE,
)
_VIRTUE = re.compile(
    r"\b(?:demand(?:s|ed)? (?:too |also |only )?(?:silence|patience|calm|courtesy|punctuality|quiet|order|applause|respect|attention|an explanation)\b|(?:ask|call|appeal|plead|beg|press|pray)(?:s|ed|ing|ged)? (?:(?!(?:for|and|but|that)\b)[\w’'-]+ ){0,4}?for (?:(?:more|some|a little|greater|maximum|mutual|everyone[’']s|cool|clear|(?:a )?bit of|the) ){0,2}(?:patience|restraint|calm|understanding|time|prudence|moderation|unity|flexibility|goodwill|good will|courage|wisdom|trust|tolerance|forgiveness|prayers?|silence|quiet|heads|optimism|realism|compromise|help|advice|dialogue|applause|order|attention|(?:an? )(?:\w+ )?(?:taxi|doctor|explanation|recount|rematch|encore|moment|minute|pause|glass|cup|map|copy|translation|pen|chair|room|list of (?:names|guests)))\b)",
    re.IGNORECASE,
)


# What a meeting's comfort is: "asked for a bigger chart", "demanded a larger table, and got one".
_COMFORT = re.compile(
    r"\b(?:demand|ask|call|press|insist|plead)(?:s|ed|ing)? (?:(?:for|on|also|too|only|again) )*(?:an?|two|another|its|his|her|the|more|some) (?:[\w-]+ )?"
    r"(?:tables?|rooms?|chairs?|charts?|cushions?|microphones?|lamps?|hotels?|beds?|interpreters?|cars?|pens?|coffee|tea|water|lunch|dinner|blankets?|towels?|keys?|lifts?|fans?|heaters?|entrance fees?|tickets?|taxis?|doctors?|toilets?|gloves|subscriptions?)\b(?![\w-])(?! (?:clause|article|for the (?:displaced|prisoners|refugees|captives|hostages)))"
    r"|\b(?:demand|want|ask|request)(?:s|ed)?\b[^.;]{2,60}, and (?:promptly |duly |soon )?(?:got|received|was given|were given) (?:it|one|them|both|two)\b",
    re.IGNORECASE,
)


def only_urges(words: Words) -> bool:
    """Whether a demand is only that others say yes, come, or keep calm: "urged the rebels to sign", "asked for patience"."""
    if words.position.stance != "demands":
        return False
    found = (
        _URGED.search(words.text)
        or _BOTH_SHOULD.search(words.text)
        or _VIRTUE.search(words.text)
        or _COMFORT.search(words.text)
    )
    if found is None:
        return _URGES_ALONE.match(words.said) is not None and _after_a_bid(words)
    if found.re is _BOTH_SHOULD:
        return turning("demanding").search(words.text[words.start :]) is None
    rest = words.text[words.start : max(words.start, found.start())] + " ; " + words.text[found.end() :]
    return turning("demanding").search(rest) is None and turning("asking").search(rest) is None


# "“Take the offer,” X's president | urged the rebels"
_URGES_ALONE = re.compile(
    rf"\W*(?:(?!(?:to|that|for|and)\b)[\w’'-]+,? ){{0,8}}?{_URGES}(?: (?!(?:to|that|for|and)\b)[\w’'-]+){{0,8}}\W*$",
    re.IGNORECASE,
)


def _after_a_bid(words: Words) -> bool:
    """Whether the sentence opens with a quoted imperative by which others are to say yes."""
    sentence = sentence_at(words.page, words.position.span.start)
    return sentence is not None and _BIDS.match(words.page.text, sentence.start, sentence.end) is not None


def bids_others(words: Words) -> bool:
    """Whether what looks like a yes or a no is an imperative, by which others are to say it: "“Sign now, …,” she told them"."""
    return words.position.stance in YES | NO | {"reserves"} and _BIDS.match(words.said) is not None


_BIDS = re.compile(
    r"\W*[“\"](?:(?:Please|So|Then|Just|Now|Do|But|And|Go on|Come on),? )?(?-i:Sign|Accept|Agree|Take|Say|Reject|Refuse|Endorse|Approve|Consent|Trust|Give|Let go)"
    r"(?! (?:as (?:we|I)|though)\b)(?=[ ,!])[^”\"]*[”\"]",
    re.IGNORECASE,
)
