"""Words that are said not to bind by a text, or not known to stand in one: no terms of it, whoever finds them."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page
from nonpaper.claims.provisions.cues import text_noun
from nonpaper.claims.provisions.elsewhere import near_a_text
from nonpaper.model.span import Span

_REACH = 300
"""Characters of its sentence before a term that are looked at."""
_FEW = 2
"""Words of a term itself in which it may be said what somebody will not put up with."""
_INTO = 60
"""Characters of a term itself in which such words may begin it."""
_REQUIRE = (
    r"(?:requir|oblig|forc|compel|commit|obligat|mandat|demand|prescrib|stipulat|entitl)(?:e|es|ing|s|ting|ling)?\b"
    r"|(?:call|provid)(?:e|es|s|ing)? for\b|bind(?:s|ing)?\b"
)
_ASIDE = r"(?:,[^,;:.]{2,80},)?"
# What a text is said not to demand: "would not, as was said, require", "stops short of obliging", "neither obliges … nor requires".
_NOT_REQUIRED = re.compile(
    rf"(?:\b(?:not|never|no longer|neither|nor)\b|n[’']t\b){_ASIDE}(?:\s+(?:\w+ly|also|even|in fact|in itself|as such|itself|yet))?\s+(?:{_REQUIRE})"
    rf"|\b(?:stop(?:s|ped|ping)?|f[ae]ll(?:s|ing|en)?|remain(?:s|ed)?|(?:is|are|was) (?:far|well|just)?)\s*(?:far |well |just )?short of (?:\w+ly )?\w+ing\b"
    rf"|\b(?:without|instead of|rather than|far from) (?:\w+ly )?(?:{_REQUIRE})"
    rf"|\b(?:nothing|nowhere|none|no (?:\w+ )?(?:article|clause|line|paragraph|passage|sentence|word|provision|part))\b[^,;:.]{{0,50}}?\s(?:{_REQUIRE})",
    re.IGNORECASE,
)
# What takes such words up again: "… but would", "and obliges".
_GOES_ON = re.compile(
    r"[;:]|\bbut\b|\band (?:\w+ )?(?:would|will|does|it|requires|obliges|that)\b|\bonly\b", re.IGNORECASE
)
# What is only asked: "it is not clear whether | the troops would …".
_WHETHER = re.compile(r"\b(?:whether|how far|how many of)\b(?! or not\b)[^,;:.]{0,60}$", re.IGNORECASE)
_OPENS_WHETHER = re.compile(r"\W*whether\b(?! or not\b)", re.IGNORECASE)
# "Not in the draft: …", "What is not part of the deal is …".
_HEADED = re.compile(
    r"\W*(?:what (?:is|remains) )?(?:not|nowhere|no longer|never)(?: to be found| yet| \w+ly)?(?: part| included| contained| mentioned| foreseen)?"
    r" (?:in|of)\b(?![^:.;]{0,80}\bbut\b)[^:.;]{0,80}?(?:\s?:|\s(?:is|are)\s|\W*$)",
    re.IGNORECASE,
)
# What heads a line on what stands nowhere: "Not agreed: …", "Denied: …".
_NOWHERE = re.compile(
    r"\W*(?:not (?:yet |been )?(?:agreed|settled|decided|resolved|included|mentioned)|no (?:deal|agreement|consensus|word)(?: yet)?(?: on)?"
    r"|unresolved|disputed|contested|(?:still )?open|(?:main )?sticking points?|stumbling blocks?|rejected|dropped|left out|excluded|missing|absent"
    r"|unclear|unknown|unconfirmed|denied|false|fake|myths?|rumou?rs?|speculation)\b[^:.;]{0,60}:",
    re.IGNORECASE,
)
# What heads a line that tells of the talks and of no term: "What happens next: …", "Who signed: …", "Row over the port".
_NO_ITEM = re.compile(
    r"\W*(?:(?:what(?: is|[’']s)? (?:still )?(?:missing|absent|next|left out|not (?:in it|agreed|there|settled|known)|unclear|unresolved|at stake)|what (?:happens|comes|follows) (?:next|now)|next steps?"
    r"|who (?:signed|mediated|attended|was there|spoke|brokered it|is who)|when (?:and where|it was signed)|where they met|why (?:it matters|now)|background|reactions?|how we got here)\b[^:.;]{0,30}:"
    r"|(?:rows?|disputes?|disagreements?|differences|quarrels?|rift|wrangling|split|gap)\s+(?:over|on|about|between|with)\b(?![^.;]{0,80}\b(?:would|will|shall|must|(?:is|are) to|settled by|go(?:es)? to|referred)\b))",
    re.IGNORECASE,
)
# What is only reported, and said to be false: "Reports that the army would leave are without foundation".
_REPORTED = re.compile(
    r"\b(?:reports?|claims?|rumou?rs?|allegations?|suggestions?|stor(?:y|ies)|assertions?|insinuations?)(?: in [^,.;:]{2,40})? that\b[^.;:]{0,60}$",
    re.IGNORECASE,
)
_FALSE = re.compile(
    r"[^.;]{0,120}?\b(?:is|are|was|were|has been|have been)(?: \w+ly| simply| all| both)? (?:(?:without|devoid of) (?:any )?(?:foundation|basis|substance)|false|untrue|fake|baseless|unfounded"
    r"|groundless|wrong|incorrect|inaccurate|fabricated|invented|denied|dismissed|rejected|nonsense|misleading|not true|(?:pure |an? )?(?:invention|fiction|lies?|fabrication|fantasy))",
    re.IGNORECASE,
)
# What somebody is quoted with: "The ministry: “…”", "The Pact: no comment".
_SPOKEN = re.compile(
    r"(?:\W*(?:\d{1,2}:\d\d\s+)?[^:.;“”\"\n]{0,60}\b(?:minister|president|premier|spokes\w+|general|commander|envoy|negotiator|leader|chief|ambassador|official)\b[^:.;“”\"\n]{0,60}:\s+(?:if|unless|should)\b)"
    r"|\W*(?!(?:point|article|clause|paragraph|annex|section|phase|stage|text|draft|item)\b)(?![^:]{0,60}\b(?:did|reads?|says?|states?)\b)[^:.;“”\"\n]{2,60}:\s*(?!.{0,200}\bshall\b)"
    r"(?:[“\"«]|(?:no comment|silence|silent|no answer|no reply|(?:yes|no|maybe)(?=\W*$|[”\".,;])))",
    re.IGNORECASE,
)
# A paper that takes back what it wrote.
_CORRECTS = re.compile(
    r"\b(?:corrections?\b|clarifications?\b|misstated|regrets? the errors?|(?:was|has been|have been) corrected|an earlier version of this)",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"\b(?:article|story|report|headline|caption|post|edition|it also|version of (?:this|the) (?:article|story|report))\b[^.;:]{0,60}?"
    r"\b(?:misstated|said|says|stated|gave|quoted|reported|claimed|wrote|suggested|implied)\b",
    re.IGNORECASE,
)
# What somebody will not put up with is where he stands.
_TOLERATED = re.compile(
    r"\b(?:(?:will|would|shall|can|could|does|do)(?:\s+not|n[’']t)|cannot|never)(?:,[^,;:.]{2,40},)?\s+(?:\w+ly\s+|ever\s+)?"
    r"(?:tolerate|accept|agree to|countenance|stand for|put up with|sit down|negotiate|swallow|live with)\b[^,;:.]{0,60}$",
    re.IGNORECASE,
)
# What people who are asked for their opinion would like: no text and no party.
_POLLED = re.compile(
    r"\b(?:respondents|pollsters?|polled|surveyed|opinion polls?|(?:per ?cent|percent|%|majority|half|thirds?|quarters?|most|many|few) of (?:the )?(?:voters|those (?:asked|polled|questioned|surveyed)|readers|citizens|the public|adults)(?= (?:\w+ )?(?:would|want|wants|support|supports|oppose|opposes|back|backs|favou?r|favou?rs|reject|rejects|say|says|said|think|thinks|believe|believes|are|is|were)\b)"
    r"|(?:a|an|the|new|recent|latest|this|last) (?:\w+ )?(?:poll|survey) (?:by|of|found|finds|shows?|showed|says|said|suggests?|suggested|conducted|published|for|in|taken))\b"
    r"|\baccording to (?:a|the|an|one) (?:[\w-]+ ){0,3}?(?:poll|survey)\b",
    re.IGNORECASE,
)

# What sides will not accept is where they stand.
# What somebody threatens or vows is no term: "threatened that the guns would open up again".
_THREATENED = re.compile(
    r"\b(?:threaten(?:s|ed|ing)?|vow(?:s|ed|ing)?|swore|swears|warn(?:s|ed|ing)?)\s+(?:to\b(?:(?!\b(?:would|will|shall|must)\b)[^.;:,]){0,60}|(?:[\w’'-]+\s+){0,4}?that\b[^.;:]{0,80})$",
    re.IGNORECASE,
)
# How a text itself is treated: "the treaty would | be held in abeyance until …".
_ABEYANCE = re.compile(
    r"\b(?:treat(?:y|ies)|agreements?|accords?|pacts?|conventions?|truces?|protocols?|deals?)\s+(?:would|will|shall|must|should|is to|are to)\s+(?:\w+ly\s+|also\s+|only\s+)?"
    r"(?:be\s+(?:held|kept|put|placed)\s+(?:in abeyance|on hold|on ice)|be\s+(?:suspended|frozen|shelved)|remain\s+(?:in abeyance|suspended|frozen|on hold))",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:said|says?|told|added|adds|announced|declared|repeated|confirmed|insist(?:s|ed)|stressed|vowed|warned)\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\W*(?:neither|nobody|no one|none|no (?:\w+ )?\w+)\b[^,;.:]{0,80}?\b(?:will|would|can|could) (?:ever )?(?:accept|agree|sign|support|consent|endorse|back|give in|yield)\b",
    re.IGNORECASE,
)


def outside(page: Page, sentence: Span, span: Span) -> bool:
    """Whether words are what a text is said not to demand, what is only asked, or what people polled would like."""
    start = max(sentence.start, span.start - _REACH)
    lead, said = page.text[start : span.start], span.quote(page.text)
    if _REFUSED.match(said) or _OPENS_WHETHER.match(said) or _WHETHER.search(lead) or _POLLED.search(lead + said):
        return True
    if (
        _NOWHERE.match(lead + said)
        or _NO_ITEM.match(lead + said)
        or _SPOKEN.match(lead + said)
        or (_WROTE.search(lead) and _CORRECTS.search(page.text))
    ):
        return True
    if _THREATENED.search(lead) and text_noun().search(lead) is None:
        return True
    if _ABEYANCE.search(lead[-_INTO:] + said[:_INTO]) and _TELLS.search(lead):
        return True
    if _TOLERATED.search(lead + " ".join(said.split()[:_FEW])):
        return True
    if _REPORTED.search(lead) and _FALSE.match(page.text, span.end, sentence.end):
        return True
    if near_a_text(page.text, sentence.start, span.start, span.end, sentence.end):
        return True
    headed = _HEADED.match(lead + said)
    if headed and text_noun().search(headed.group()):
        return True
    return _not_required(lead, said)


def _not_required(lead: str, said: str) -> bool:
    """Whether a text is said not to demand the words, in their clause."""
    whole = lead + said[:_INTO]
    found = next((m for m in reversed(list(_NOT_REQUIRED.finditer(whole))) if _by_text(whole, m)), None)
    return found is not None and _GOES_ON.search(whole, found.end(), max(len(lead), found.end())) is None


def _by_text(whole: str, found: re.Match[str]) -> bool:
    """Whether a text, or "it", is what does or does not demand, and no party under a text."""
    before, named = whole[: found.start()], text_noun()
    if named.search(found.group()) or _IT.search(before):
        return True
    if _GOES_BACK.search(before) or found.group()[:3].casefold() == "nor":
        return named.search(before) is not None
    last = next(reversed(list(named.finditer(before))), None)
    return last is not None and _BESIDE.fullmatch(before, last.end()) is not None


_IT = re.compile(r"(?:^|[.;]\s)\W*It\s+(?:\w+\s+){0,2}$")
_GOES_BACK = re.compile(r"\b(?:but|and|though)\s+(?:(?:would|will|does|do|did|shall)\s+)?$", re.IGNORECASE)
_BESIDE = re.compile(r"(?:\s+[a-z’'-]+){0,5}(?:,\s[^,;:.]{2,60},(?:\s+[a-z’'-]+){0,2})?\s*")
