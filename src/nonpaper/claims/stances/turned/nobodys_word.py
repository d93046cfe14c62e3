"""What stands in a text, among people, or with somebody who is only spoken of, and is not said by the party itself."""

from __future__ import annotations

import re

from nonpaper.claims.page import sentence_at
from nonpaper.claims.stances.turned.words import Words

BEFORE = 160
"""Characters before a stance in its sentence in which it is laid to people of no office."""


def of_some_people(words: Words) -> bool:
    """What some in a country say is not the country's: "Some in Norvia argue that Kessara must never be trusted"."""
    sentence = sentence_at(words.page, words.position.span.start)
    start = (
        max(sentence.start, words.position.span.start - BEFORE) if sentence is not None else words.position.span.start
    )
    return _SOME.match(words.page.text[start : words.origin + min(words.cue, len(words.text))]) is not None


_SOME = re.compile(
    r"\W*(?:(?:But|And|Yet|Still),? )?(?:Some|Many|Few|Several|Others|A few|Most|Voices|Critics|People|Those|Columnists|Bloggers|Hardliners|Newspapers|Editorials|Commentators|Students|Protesters|Veterans|Fishermen|Farmers|Shopkeepers)"
    r" (?:[\w’'-]+ )?(?:in|from|across|within|inside|around|among|on) [^.;,]{2,40}? (?:say|said|argue[sd]?|claim(?:s|ed)?|think|thought|believe[sd]?|want(?:ed)?|demand(?:ed)?|insist(?:ed)?|call(?:ed)?|reject(?:ed)?|accept(?:ed)?|fear(?:ed)?|doubt(?:ed)?|would|will|have|had)\b"
)


def of_its_text(words: Words) -> bool:
    """What a text leaves open its party does not reserve: "Norvia's statute leaves the question of flags open"."""
    return words.position.stance == "reserves" and _TEXT_LEAVES.search(words.said) is not None


_TEXT_LEAVES = re.compile(
    r"(?:[’']s?|\bthe|\bits|\ba) (?:[\w’'-]+ ){0,3}?(?:statute|draft|text|plan|paper|accord|treaty|deal|agreement|proposal|document|charter|constitution|law|protocol|annex|clause|article|chapter|truce)"
    r" (?:itself )?(?:leaves?|left|keeps?|kept|says nothing|is silent|puts? off|defers?)\b",
    re.IGNORECASE,
)


def of_whom_it_speaks(words: Words) -> bool:
    """What a speaker quotes of a third person is not his own: "“It has accepted the lighthouse,” X's minister said"."""
    return words.position.basis == "self" and _THIRD.match(words.said) is not None


_THIRD = re.compile(
    r"\W*[“\"](?:(?:But|And|Yet|Still|In fact|Of course),? )?(?:It|They|He|She) (?:(?:has|have|had|will|would|also|now|already|never|once) ){0,3}"
    r"(?:accept(?:s|ed)?|agree[sd]?|reject(?:s|ed)?|refuse[sd]?|sign(?:s|ed)?|want(?:s|ed)?|demand(?:s|ed)?|insist(?:s|ed)?|threaten(?:s|ed)?|offer(?:s|ed)?|promise[sd]?|den(?:y|ies|ied))\b",
    re.IGNORECASE,
)


def of_who_is_told(words: Words) -> bool:
    """What answers words that are laid to "you" is not said by who lays them: "Norvia says you burned it. “Nonsense.”"."""
    return (
        words.position.stance in ("denies_report", "denies_knowledge", "criticises")
        and _SAYS_YOU.search(words.said) is not None
    )


_SAYS_YOU = re.compile(
    r"\b(?:says?|said|claim(?:s|ed)?|insist(?:s|ed)?|alleg(?:es?|ed)|report(?:s|ed)?) (?:that )?you(?:[’'](?:ve|d))? [^.?!”\"]{3,80}[.?!”\"]+\s+[“\"]",
    re.IGNORECASE,
)


def of_no_office(words: Words) -> bool:
    """Whether it is a body or a person of a country that cannot speak for it: "Norvia's football federation rejected the plan"."""
    found = _NO_OFFICE.match(words.said)
    return found is not None and found.end() <= max(words.cue - words.start, 0)


_NO_OFFICE = re.compile(
    r"\W*(?:\w+ly )?(?:[A-Z][\w-]+(?: [A-Z][\w-]+)?, (?:the )?)?[\w-]+(?: [A-Z][\w-]+)?[’']s? (?:(?!(?:foreign|defen[cs]e|prime|chief|president|government|minister|ministry|delegation|and)\b)[\w-]+ ){0,3}?"
    r"(?:banks?|(?:football|sports|chess|trade|business|employers|hockey|cricket|rugby|athletics|industry|union|student\w*) (?:federation|union|association|league|team|chief|captain|coach|club)s?|compan(?:y|ies)|airlines?|clubs?|museums?|universit(?:y|ies)"
    r"|supporters|sympathi[sz]ers|ally|allies|neighbours?|neighbors?|friends?|critics|enemies|enemy|rivals?|foes?|voters|diaspora|exiles|partners?|backers|sponsors|opponents?|opposition|church|bishops?|archbishop|cardinal|rabbi|imam|(?:supreme |high |appeal )?courts?|judges?|poets?|novelists?|singers?|actors?|farmers|fishermen|students|teachers|miners|shopkeepers|traders|hoteliers|brewers|mayors?|harbour (?:chief|master)|weather (?:service|office)|chamber of commerce)\b",
)


def of_some_in_office(words: Words) -> bool:
    """Whether it is only some of a state's people in office, or one that is no more: "some Norvian generals reject it"."""
    found = _SOME_IN_OFFICE.match(words.said)
    return found is not None and found.end() <= max(words.cue - words.start, 0)


_SOME_IN_OFFICE = re.compile(
    r"\W*(?:Some|Many|Several|A few|Few|Most|Two|Three|A number of|An?(?: former| retired| ex-| exiled)) (?:of )?(?:[\w’'-]+ ){0,3}?(?:generals?|officers?|ministers?|lawmakers|deputies|senators?|soldiers|colonels?|commanders?|ambassadors?|diplomats|veterans|hardliners|politicians|leaders)\b",
)


def of_a_fiction(words: Words) -> bool:
    """Whether it stands in a book, a play or a song, or on a banner: "in a novel Norvia rejects the draft"."""
    sentence = sentence_at(words.page, words.position.span.start)
    if sentence is None:
        return False
    start = max(sentence.start, words.position.span.start - BEFORE)
    stop = min(sentence.end, words.position.span.start + BEFORE)
    return (
        _FICTION.match(words.page.text, sentence.start, sentence.end) is not None
        or _CALLED.search(words.page.text, start, stop) is not None
    )


_WORK = r"(?:novels?|sketch(?:es)?|films?|movies?|plays?|poems?|songs?|cartoons?|dreams?|jokes?|comics?|thrillers?|operas?|musicals?|satires?|war games?|simulations?|video games?|puppet shows?|sitcoms?|short stor(?:y|ies))"
_FICTION = re.compile(rf"\W*(?:In|On|At) (?:(?!(?:which|talks|response)\b)[\w’'-]+ ){{1,4}}?{_WORK}\b", re.IGNORECASE)
_CALLED = re.compile(
    rf"\b(?:{_WORK}|banners?|posters?|leaflets?|slogans?|placards?|graffiti|stickers?|T-shirts?|murals?|books?|paintings?|sculptures?)\b[^.;“”\"]{{0,40}}\b(?:called|titled|entitled|named|reads?|reading|said|says?|saying|with the words?|proclaim\w*)(?: only)?:? [“\"]",
    re.IGNORECASE,
)


def concedes_a_fact(words: Words) -> bool:
    """Whether what is accepted is only that something was so: "accepted that he had been late"."""
    return words.position.stance in ("accepts", "accepts_in_principle") and _WAS_SO.search(words.said) is not None


_WAS_SO = re.compile(
    r"\b(?:accept|admit|conced|acknowledg|agree|grant)(?:s|ed|es|ing)? (?:with [\w’' -]{2,30} )?that (?:(?!(?:would|should|must|will|can|may)\b)[\w’'-]+ ){1,6}?(?:had|was|were|has been|have been)\b(?! (?:to|agreed|settled))",
    re.IGNORECASE,
)
