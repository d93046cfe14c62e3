"""What is taken or refused that is no text and no term: an honour, a gift, a courtesy, an apology, a post, leave to do something.

What a sentence with a text in it speaks of elsewhere may be a term: an apology that a draft asks for.
"""

from __future__ import annotations

import re
from functools import lru_cache

from nonpaper.claims.page import Page, sentence_near
from nonpaper.claims.provisions.cues import text_noun
from nonpaper.claims.stances.objects import NO, YES
from nonpaper.claims.stances.turned.words import DENIALS, REACH, STEM, Words, cue_at

_TAKES = r"(?:accept(?:s|ed|ing)?|agree[sd]? to (?:accept|take)|offer(?:s|ed|ing)?)"
_REFUSES = (
    r"(?:refus(?:es|ed|ing)|declin(?:es|ed|ing)|reject(?:s|ed|ing)?|turn(?:s|ed|ing)? down|spurn\w*|den(?:y|ies|ied|ying)"
    r"|(?:will|would|does|did)(?: not|n[’']t) (?:accept|take|grant|give)|withh(?:olds|eld))(?: to (?:accept|take|receive|grant|give))?"
)
# Whatever stands before the object and is neither the object nor a clause: "on Sunday", "two reporters", "this year's".
_BEFORE = (
    r"(?:\s+(?!(?:that|which|who|and|but|or|if|because|unless|having|reports?|claims?|allegations?|rumou?rs?|accusations?|suggestions?|clauses?|articles?|points?|chapters?|drafts?"
    r"|plans?|papers?|texts?|demands?|calls?|ideas?|proposals?|formulas?|wording|lines?|timetables?|principles?|provisions?|terms?)\b)[\w’'-]+)"
)
_HONOUR = r"prizes?|medals?|awards?|decorations?|doctorates?|degrees?|knighthoods?|peerages?|troph(?:y|ies)|laurels?|titles?|nominations?"
_GIFT = r"gifts?|presents?|bouquets?|flowers|wine|tea|coffee|cakes?|horses?|souvenirs?|bribes?|lift|drinks?|meals?|lunch|dinner|breakfast|desserts?|umbrellas?|biscuits?|ties?|photographs?|autographs?|(?:cup|glass|bottle|box|basket|piece|plate|bunch|jar|bowl|slice|second helping) of \w+|second helping"
_COURTESY = (
    r"thanks|congratulations|condolences|compliments?|greetings?|handshakes?|sympath(?:y|ies)|toasts?|applause|praise|"
    r"invitations?(?! to (?:(?:the|a|an|any|further|new|more|fresh|direct|peace|another|its|his|their|next) )*(?:\w+ )?(?:talks?|negotiat\w+|rounds?|summit|conference|table|meetings?|dialogue|ceasefire|truce|armistice|accord|treaty|deal|plan|process)\b)"
)
_ASKED = r"(?:reporter|journalist|correspondent)(?:[’']s|s[’']) (?:\w+ )?questions?|(?:the )?(?:words?|term|expression|label|phrase|nickname)(?= [“\"‘])|tone"
_REGRET = r"apolog(?:y|ies)|excuses?|regrets|forgiveness"
_POST = (
    r"(?:posts?|jobs?|professorships?|chairmanships?|ambassadorships?|(?:role|position)s? (?:of|as))"
    r"(?!(?: (?:of|as))? (?:(?:an?|the|chief|lead|sole|joint) )*(?:guarantors?|mediators?|monitors?|observers?|guardians?|hosts?|arbiters?|go-between)\b)|credentials|resignations?|candidac(?:y|ies)"
)
_LEAVE = r"permission|leave|entry|access|passage|visas?|overflights?|landing rights|clearance|accreditation|bail|asylum|parole|interviews?|audiences?|admission|entrance|treatment|water|food|shelter"
# What the object may only open: "the apology | clause".
_ENDS = r"(?![\w-]|[’']s\b|\s+(?:clauses?|articles?|chapters?|points?|provisions?|terms?|plans?|drafts?|demands?|passages?|paragraphs?|annex(?:es)?|regimes?|schemes?|rules?)\b)"
_TAKEN = re.compile(
    rf"\b{_TAKES}{_BEFORE}{{0,7}}?\s+(?P<what>{_HONOUR}|{_GIFT}|{_COURTESY}|{_REGRET}|{_POST}){_ENDS}", re.IGNORECASE
)
_REFUSED = re.compile(
    rf"\b{_REFUSES}(?:{_BEFORE}{{0,7}}?\s+(?P<what>{_HONOUR}|{_GIFT}|{_COURTESY}|{_ASKED}|{_REGRET}|{_POST})|(?P<who>{_BEFORE}{{0,12}}?)\s+(?P<leave>{_LEAVE})){_ENDS}"
    r"|\b(?:will|would|does|did|do)(?: not|n[’']t) (?:ever )?(?:lower|raise|fly|wave|bow|lift|take off|put on|doff|shake|drink|strike) (?:its|his|her|their|the|any|a) (?:[\w’'-]+ )?(?P<sign>flags?|banners?|heads?|hats?|glass(?:es)?|eyes|hands?|voices?|tone)\b"
    r"|\brefus\w* to (?:shake (?:hands|the)|pose|smile|dine|eat|drink|smoke|fly at all|wait|sit|stand|sleep|resign|step down|stand down|sing|dance|toast)\b",
    re.IGNORECASE,
)
# Whose entry is a matter of talks: of those who check, help or come home.
_OF_THE_TALKS = re.compile(
    r"\b(?:inspect\w*|monitors?|observers?|aid|relief|convoys?|refugees|displaced|humanitarian|peacekeepers|mediators?|negotiators?)\b",
    re.IGNORECASE,
)


def of_a_courtesy(words: Words) -> bool:
    """Whether what is taken or refused is no text, no term and no talks: "accepted the apology", "refused it permission to land"."""
    stance = words.position.stance
    found = _TAKEN.search(words.said) if stance in YES else None
    found = _REFUSED.search(words.said) if stance in NO | DENIALS else found
    if found is None:
        return False
    rest = words.said[: found.start()] + " ; " + words.said[found.end() :]
    return cue_at(rest, stance) >= len(rest) and not _of_a_text(words, found)


def of_a_word(words: Words) -> bool:
    """Whether only a word is refused, and no text's: "the word “surrender” she rejected"; or people agree to differ."""
    if words.position.stance in YES:
        return _DIFFERS.search(words.said) is not None
    return (
        words.position.stance in NO and _WORD.search(words.said) is not None and text_noun().search(words.said) is None
    )


_WORD = re.compile(r"\b(?:words?|term|expression|label|phrase|nickname) [“\"‘]", re.IGNORECASE)
_DIFFERS = re.compile(
    r"\bagree[sd]?\b(?:,? (?:on \w+day|at last|too|again|only|then),?){0,2} (?:to (?:differ|disagree|be (?:asked|photographed|interviewed)|stop (?:smoking|drinking|talking))|with (?:nothing|nobody))\b",
    re.IGNORECASE,
)


def _of_a_text(words: Words, found: re.Match[str]) -> bool:
    """Whether the object may be one of a text: another sentence that names a text names it too, or this one says so."""
    named = found.groupdict()
    what = named["what"] or named.get("leave") or named.get("sign")
    sentence = sentence_near(words.page, words.position.span, REACH)
    if what is None or sentence is None:
        return False
    said = sentence.quote(words.page.text).casefold()
    who = _OF_THE_TALKS.search(said) if named.get("leave") else None
    stem = (who[0] if who else what)[:STEM].casefold()
    own = stem in said and text_noun().search(said) is not None
    return _IN_A_TEXT.search(said) is not None or _told_in_texts(words.page, stem) > own


# "the apology | promised in the draft"
_IN_A_TEXT = re.compile(
    r"\b(?:in|under|by) (?:the|a|this|its|that) (?:[\w’'-]+ ){0,2}?(?:draft|plan|text|accord|treaty|deal|agreement|paper|proposal|truce|statute|settlement)\b"
)


@lru_cache(maxsize=32)  # one entry for a thing that is taken or refused on a page
def _told_in_texts(page: Page, stem: str) -> int:
    """How many sentences that name a text name a thing."""
    said = (s.quote(page.text).casefold() for s in page.sentences)
    return sum(stem in words and text_noun().search(words) is not None for words in said)
