"""Coordinated terms cut apart: one term an item, the smallest stretch that states it."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from nonpaper.claims.provisions.cues import anyof, data
from nonpaper.claims.provisions.deeds import bare, present
from nonpaper.claims.topics import topic_scores
from nonpaper.model.span import Span

_LAST, LONG_LIST = 80, 300
"""Characters at the end of what stands before that tell whether a part goes with it; those of a list of names."""
_LEAST = 8
"""Characters of what something else follows."""
_THING = re.compile(r"(?:an?|the|\d+|two|three|six)\s+(?:[\w-]+\s+){1,6}?[\w-]+", re.IGNORECASE)
LONGEST = 3000
"""Characters of a stretch that is looked through for terms: no sentence of a report is longer, and hostile text may be."""
_JOINT = re.compile(
    r"\s*(?:;|,?\s+failing\s+which|,\s+from\s+which(?=\s+(?:[\w’-]+\s+){1,5}?(?:is|are|would be|will be|shall be)\s+(?:barred|excluded|banned|exempt|shut out)\b)|,\s+(?:and|while|but|(?:to be )?followed by)|,|\s(?:and|while|but|instead of|followed by))\s+",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\s*(?:;|,\s+from\s+which|,?\s+failing\s+which|,\s+while)\s+", re.IGNORECASE)
# A clause that only conditions what follows it: "if Russia attacks, …", "once the ceasefire holds, …".
_SUBORDINATE = re.compile(
    r"(?:if|should|once|unless|when|after|until|provided|in case|as soon as|as long as)\b", re.IGNORECASE
)
_VERB = re.compile(
    r"(?:also\s+|to\s+|would\s+|not\s+to\s+|not\s+)*(?:recogni[sz]e|give|limit|abandon|cut|reduce|remove|ban|ensure|withdraw|cede|"
    r"release|return|hand|stop|end|halt|renounce|hold|pay|lift|allow|leave|freeze|create|establish|set|send|join|accept|refrain|"
    r"cease|disarm|disband|open|reopen|transfer|exchange|receive|get|add|provide|guarantee|drop|commit|station|deploy|cap|grant|"
    r"declare|adopt|amend|investigate|monitor|dismantle|prohibit|form|share|restore|return|resume|advance|stay|place|put|seal|dissolve|suspend|extend|publish|appoint|deliver|pull|oblige|require|forbid|entitle|dig|clear|sell)s?\b",
    re.IGNORECASE,
)
# What only says when, where or on what terms: it belongs to the clause beside it.
_FRONTED = re.compile(
    r"(?:In|Under|During|For|On|At|By|With|Within|After|Before|From|Over|Against|Instead of|Apart from)\b"
)
_TAILING = re.compile(
    r"(?:within|by|until|before|after|over|during|from|at|on day|on the|beginning|starting|depending|except|provided|subject to"
    r"|free of|free from|payable|renewable|exempt from|(?:\d+|one|two|three|four|five|six|seven|ten|several) (?:hours?|days?|weeks?|months?|years?) (?:ahead|later|earlier|before|after|afterwards|beforehand|in advance)"
    r"|north|south|east|west|up to|no later than|not later than|as soon as|so long as|as long as|in the (?:first|second|third|next|course)|without|neither|nor|not even|whether|though|although|even if|to be (?:granted|fixed|set|agreed|confirmed|named|chosen|decided))\b",
    re.IGNORECASE,
)
_BY_NAME = re.compile(
    r"\b(?:by|of|from|between|including|such as|like|among them|notably|namely|with)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,4}"
    r"(?:,\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,4}){0,8},?$"
)
_NAME_WOULD = re.compile(
    r"(?:the\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,4},?\s+(?:would|will|shall|must|(?:is|are) to)\b"
)
_PHRASE = re.compile(
    r"(?:an?|the|all)\s+(?:[\w’'-]+\s+){1,4}?(?:of|on|for|to|in|against|between|with|from|by)\b", re.IGNORECASE
)
# A time alone, in whatever case: "within 30 days, | Norvia will leave", "on day 40".
_TIMES = r"(?:\d+(?:st|nd|rd|th)?|[a-z]+teen(?:th)?|[a-z]+tieth|eleventh|twelfth|[a-z]+ty(?:-[a-z]+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|next|final|same|several|few|initial|following)"
WHEN_ALONE = re.compile(
    rf"\W*(?:under (?:the|its|this) (?:[\w-]+ )?(?:plan|deal|draft|text|accord|agreement|truce), )?(?:in|on|by|within|after|before|during|over|for|from|until|at|following|throughout)\s+(?:(?:the|an?|its|their|about|some|at least|at most|no more than|course of|end of|start of|beginning of)\s+){{0,3}}"
    rf"(?:(?:(?:days?|weeks?|months?|phases?|stages?|year)\s+{_TIMES})|(?:{_TIMES}(?:\s+(?:and|to|or)\s+{_TIMES})?[\s-]+){{1,3}}(?:calendar |working )?(?:hours?|days?|weeks?|months?|years?|phases?|stages?|steps?|period|round)|(?:days?|weeks?|months?|years?|phases?|stages?|January|February|March|April|May|June|July|August|September|October|November|December|Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?)(?:\s+\d+)?)"
    r"(?:\s+(?:on|later|of (?:the|its) (?:deal|truce|agreement|plan)))?\W*",
    re.IGNORECASE,
)
# What only heads the clauses behind its colon: "a package: | drilling stops", "an exchange in stages: | Norvia frees …".
_HEADS = re.compile(
    r"[\s:]*what (?:they|the (?:two )?(?:sides|parties)|both sides|both|was|is|has been|have been|it says|the \w+ says)(?: have| has)?(?: (?:agreed|settled|decided|in it|promised|contains?))?(?: on| so far)?:\s+(?=\S+\s+\S)|"
    r"[^:.;]{0,80}?\b(?:listed|lists|named|names|cited|cites|set out|sets out|mentioned|mentions|gave|gives|counted|spoke of|made)\s+(?:\w+\s+)?(?:\w+\s+)?(?:things|points|conditions|demands|items|steps|examples|areas|reasons):\s+(?=\S+\s+\S)|"
    r"[\s:]*(?:(?:the|its|part|phase|stage|step)\s+(?:first|second|third|fourth|last|other|one|two|three|four|[\w-]+\s+part)(?:\s+\w+)?\s+(?:is|are|was|would be|has)\s+)?"
    r"(?:(?:an?|the|its|their|two|three|four|five|several|some|a series of|a list of)\s+)?(?:[\w’'-]+\s+){0,3}?(?:package|exchange|swap|bargain|trade|deal|list|sequence|timetable|schedule|steps?|points|parts?|options|stages|phases|measures|obligations|commitments|duties|conditions|elements|things|harder|simpler|easier|political|military|economic|clear|plain|simple|short|the following|more)"
    r"(?:\s+(?:in|of|for|by|with)\s+[^:.;,]{2,40})?:\s+(?=\S+\s+\S)",
    re.IGNORECASE,
)
# Names alone, or behind a verb that takes two objects, and those of whom a thing is made: the name behind "and" is one of them.
_NAMES = r"(?:the )?[A-Z][\w’'-]+(?:[ ,]+(?:(?:of|for|and|the) ){0,2}[A-Z][\w’'-]+){0,8}"
_ONLY_NAMES = re.compile(
    rf"\W*(?-i:{_NAMES})\W*|\W*(?:gives?|grants?|allows?|allots?|leaves?|offers?|obliges?|requires?|commits?|bars?|forbids?) (?-i:{_NAMES})\W*",
    re.IGNORECASE,
)
_MADE_OF = re.compile(
    rf"\b(?:made up of|composed of|consist(?:s|ing) of|compris(?:es|ing)|including|among|between) {_NAMES},?\s*$"
)
_NAMED = re.compile(r"(?:the )?[A-Z][\w’'-]+(?! (?:to|gets?|gives?|\w+s) )")
_NAME_LAST = re.compile(r"[,\s][A-Z][\w’'-]+,?$")
_ARTICLE = re.compile(r"\b(?:an?|the)\s+([a-z-]+(?:ed|al|te|ent|ful|ive|ous|able|ible|ic))\s*$")
_RECOGNISED = re.compile(r"\brecogni(?:tion|[sz]\w+)\b.*?\sas\s", re.IGNORECASE | re.DOTALL)
_THEN = re.compile(r"\b(?:lapses?|void|invalid|snap back|reimposed|expires?|ends?)\b", re.IGNORECASE)
_MOOD = re.compile(r"\b(?:would|will|shall|must|(?:is|are) to)\b", re.IGNORECASE)
_MOOD_FIRST = re.compile(r"(?:would|will|shall|must|may)\s", re.IGNORECASE)
_CLAUSAL = re.compile(
    r"(?!which|that|who|whose|where|when|if|as|what|after|before|once|until|than)(?:[\w’'-]+\s+){1,8}?(?:would|will|shall|must|(?:is|are) to)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"(?:(?:in|of|over|to|by|on|under|during|after|for|with) )?(?:which|who|whose|whom)\b(?! (?:would|will|shall|must|is to|are to)\b)",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"(?!(?:and|or|of|with|for|to|in|on|by|from|under|than|as|at|including)\b)[a-z]+\s+(?:the|its|their|all|an?|\d)\b"
)
_APPOSED = re.compile(
    r"(?:[Tt]he |[A-Z])[^,;:]{2,80},\s+(?:the|an?|its|their|(?:one|two|three|half|most|all|each|none) of (?:them|whom|which)|including|among them)\s[^,;:]{2,80},?"
)
_NUMBER = r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens of|hundreds of|several|some)"
_COUNTED = re.compile(
    rf"{_NUMBER}\s+(?:\w+\s+)?(?:women|men|boys|girls|children|soldiers|fighters|civilians|bodies|prisoners|captives|hostages|officers|pilots|detainees|wounded|people|students|teachers|journalists|sailors|guards|policemen)\b"
)
_COUNTS = re.compile(rf"\b{_NUMBER}\s+(?:[\w-]+\s+){{1,3}}$|\b{_NUMBER}\s+(?:[\w-]+\s+){{0,2}}[\w-]+$")
_BODY_ALONE = re.compile(
    r"[\s,]*(?:[A-Z][A-Z’'. ]{1,40}[-–—] )?(?:the|both|its|their)\s+(?:[\w’'-]+\s+){0,3}?(?:junta|army|government|rebels|front|movement|group|insurgents|guerrillas|council|militias?|forces|president|parliament|navy|police|League|Union)\s*",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(
    rf"(?:{_NUMBER}|one|each|most|half|both)\s+(?:of\s+(?:them|whom|which|these|those)\b|from\b|for\s+{_NUMBER}\W*$)(?!.*\b(?:would|will|shall|must)\b)",
    re.IGNORECASE,
)
_PLAIN_PAIR = re.compile(
    r"\b(?:leaves?|vacates?|quits?|opens?|reopens?|closes?|frees?|spares?|guards?|repairs?|rebuilds?|clears?|attacks?|shell(?:ing|s)?|hands? over|gives? up)\s+[a-z]+s$",
    re.IGNORECASE,
)
# Who told it, behind what he told: "…, | Home Minister Adam Varr told parliament".
_TELLS = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][\w’'.-]*\s+|(?:of|for|the|and)\s+){1,8}(?:told|announced|explained|added|confirmed|disclosed|wrote)\b(?!\s+that\b)"
)
EACH_ITS_OWN = re.compile(r"(?:the\s+)?[A-Z][\w-]+(?:[’']s|s[’'])\s+(?:within|by|in|after|until|for|to|at|on)\b")
# Two wordings side by side in square brackets, of which none is agreed: "[The fund shall pay] [Both shall pay]".
_WORDING = re.compile(r"\[(?:[A-Z][\w’'-]*\s)[^\[\]]{8,300}\]")
_OPEN_PAIR = re.compile(rf"{_WORDING.pattern}\s*(?:/|,|;|or\b|and\b)?\s*{_WORDING.pattern}")
# "requires that A do X, | that B do Y": a clause of its own with who does what.
_THAT = re.compile(
    r"that\s+(?:the\s+)?(?:both\s+(?:sides|parties|armies)|neither\s+\w+|all\s+(?:sides|parties)|(?-i:[A-Z])[\w’'-]+(?:\s+(?:of\s+(?:the\s+)?)?(?-i:[A-Z])[\w’'-]+){0,4}(?:\s+(?:army|government|forces|troops))?)\s+"
    r"(?:would|will|shall|must|is to|are to|be|not|(?!(?:has|have|had|is|are|was|were|did|says?|said|once|never|and|or|of|in)\b)[a-z]{3,}(?<!ed)(?<!s))\b",
    re.IGNORECASE,
)
# The same of a body without a name: "| that the rebels dig up the mines | and that a commission looks into it".
_THAT_BODY = re.compile(
    r"that\s+(?:(?:the|an?|all|both|its|their|every)\s+)?(?:[a-z-]+\s+){0,2}?(?:rebels|insurgents|guerrillas|junta|arm(?:y|ies)|governments?|movement|front|group|fighters|forces|troops|commission|committee|council|court|panel|fund|observers|monitors|refugees|prisoners|captives|families|elections|weapons|guns|tanks|mines|schools|roads?|borders?|ports?)"
    r"(?:\s+of\s+[a-z]+)?\s+(?!(?:has|have|had|was|were|did|that|which|who|and|or|of|in|on|at|to|from|say|says|said)\b)[a-z]{2,}(?<!ed)\b",
    re.IGNORECASE,
)
# "…, and Norvia 70 per cent": who else bears a part of what is shared out.
_SHARER = re.compile(
    r"(?:the\s+)?(?-i:[A-Z])[\w’'-]*(?:\s+(?:of\s+(?:the\s+)?)?(?-i:[A-Z])[\w’'-]*){0,4}\s+(?:(?:about|only|up to|at least)\s+)?(?:[$€£]\s?)?\d[\d.,]*(?:\s+(?:per cent|percent|[a-z]+)|\s?%)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\d")
_INFINITIVE = re.compile(r"to\s+(?:also\s+)?[a-z]+\b")
_LEAD = re.compile(
    r"^(?:[\s,;:–—-]|in (?:exchange|return), |(?-i:[A-Z]{2,}[A-Z’'. ]{0,30})(?:\([^)]{2,30}\) )?[-–—] |(?:shown|seen|published|read out|leaked|handed|presented|drafted|obtained|sent|reviewed|submitted|circulated) [^,;:]{2,60}, (?=(?:would|will|shall)\b)|(?:to|that|also|for(?! (?:its|their|his|her) part| each| every)|a requirement (?:that|for)|(?:(?:it|this|that|the deal|the plan) )?(?:also )?means?(?: that)?(?= (?:the|an?|[A-Z]|all|both|no|its)))\s|(?:[\w’'-]+ ){1,5}?(?:officials?|diplomats?|sources?|envoys?|aides?),? that\s|the (?:point|clause|article|provision|passage|section) (?:on|about)\s|(?:an?|the|one|another) (?:[\w-]+ )?(?:point|clause|article|provision|passage|sentence|paragraph) (?:that|which) (?:would have|had|would)\s(?=\w)|(?:under|in) (?:the|this|that|its) (?:[\w’-]+ ){1,4}?(?:plan|draft|text|deal|proposal|agreement|version),\s)+",
    re.IGNORECASE,
)
_SAYS = r"(?:reports(?! (?:are|were|is|have|had|of|by|from|come|show))|reported|said|says?|writes|wrote|has learned|has reported)\b"
_TAIL = re.compile(
    rf"\s*[(\[][^)\]]*\b(?:version|variant|draft|editors|earlier|original)\b[^)\]]*[)\]]?\W*$|[\s.,;:!?–—-]+$|,?\s+(?:not\s+[\w,.]+\s+)?as reported\b.*$|,\s+(?:[\w’'-]+\s+){{1,5}}{_SAYS}.*$|,?\s+(?:according to|as reported by|{_SAYS}).*$|,\s+officials$|\s+(?:is|are|remains?|stays?) (?:still )?(?:there|in it|in place|in the (?:text|draft))$|,\s+(?:under|by|as|with)$"
    r"|,?\s+(?:but|and|though)\s+(?:would|will|does|do|did|shall)(?:\s+not|n[’']t)\s*(?:,.*)?$",
    re.IGNORECASE | re.DOTALL,
)

_QUOTES = frozenset('"“”«»')
_QUOTE_LAST = re.compile(r"[\s,.;]*[\"”»][\s,.;]*\Z")
# Two things barred alike: "zero troops, | zero guarantees", "no bases | and no missiles".
_NONE_OF = re.compile(r"[\"“]?(?:no|zero)\s+[a-z]", re.IGNORECASE)


def terms_in(text: str, span: Span) -> tuple[Span, ...]:
    """The terms in one stretch. A cut is made where both sides speak of a topic, or the right one starts with a verb."""
    if span.end - span.start > LONGEST:
        return ()
    said = span.quote(text)
    heads = _HEADS.match(said)
    if heads:
        return terms_in(text, Span(span.start + heads.end(), span.end))
    wordings = [m.span() for m in _WORDING.finditer(said)] if _OPEN_PAIR.search(said) else []
    if wordings:
        return tuple(Span(span.start + a + 1, span.start + b - 1) for a, b in wordings)
    whole = [m.span() for m in _RECOGNISED.finditer(said)]
    cuts = [m for m in _JOINT.finditer(said) if not any(a < m.start() < b for a, b in whole)]
    edges = [0, *[e for cut in cuts for e in cut.span()], len(said)]
    parts = [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    apart = {cut.end() for cut in cuts if _CLAUSE.fullmatch(cut.group()) or _then(said, cut) or _and_shall(said, cut)}
    found = (trimmed(text, span.start + a, span.start + b) for a, b in _joined(said, parts, apart))
    return tuple(term for term in found if term and not _TELLS.match(text, term.start, term.end))


def _then(said: str, cut: re.Match[str]) -> bool:
    """Whether another thing follows a first: "three months without fighting, followed by a political process"."""
    return "followed by" in cut.group().lower() and _THING.match(said, cut.end()) is not None and cut.start() > _LEAST


def _and_shall(said: str, cut: re.Match[str]) -> bool:
    """Whether whoever does a thing is to do another: "may keep its seat | but shall not vote"."""
    conjoined = cut.group().rstrip().lower().endswith(("and", "but"))
    return conjoined and _MOOD_FIRST.match(said, cut.end()) is not None and kind_of(said[: cut.start()]) is not None


def _joined(said: str, parts: list[tuple[int, int]], apart: set[int]) -> list[tuple[int, int]]:
    """Parts that are no term of their own go to the one before, but for those that begin `apart`."""
    out: list[tuple[int, int]] = []
    for start, end in parts:
        before = said[slice(*out[-1])] if out else ""
        joins = start not in apart and not _own(said[start:end], before)
        hangs = bool(before) and _SUBORDINATE.match(before.lstrip()) is not None and start not in apart
        joins = joins or (len(out) == 1 and start not in apart and _fronted(before.lstrip()))
        if out and (joins or (hangs and not _main_clause(before))):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _fronted(before: str) -> bool:
    """Whether a first part only says when or where, and so waits for the clause that follows it."""
    if WHEN_ALONE.fullmatch(before):
        return True
    return _FRONTED.match(before) is not None and _MOOD.search(before) is None and " to be " not in before


def _main_clause(before: str) -> bool:
    """Whether a part that opens with a condition already holds what is conditioned."""
    return "," in before or bool(_THEN.search(before))


def _own(part: str, before: str) -> bool:
    """Whether a part is a term of its own beside the one before: both name a topic, and it has a verb or a noun."""
    if _goes_on_with_names(part, before):
        return False
    if EACH_ITS_OWN.match(part) and _MOOD.search(before):  # "X's army within 30 days | and Y's within 60"
        return True
    if _belongs(part, before):
        return False
    if _own_clause(part, before):
        return True
    if not topic_scores(part) or not topic_scores(before) or _same_thing(before, part):
        return False
    return _VERB.match(part) is not None or " would " in part or _noun_term(part, before)


def _belongs(part: str, before: str) -> bool:
    """Whether a part by its form goes with the words before it, which it only ends or says more of."""
    noun = _ARTICLE.search(before)
    return bool(
        (noun is not None and not topic_scores(noun[1]))  # "a complete | and unconditional ceasefire": no noun yet
        or (_MOOD.match(part) and _MOOD.search(before) is None)  # "Norvia, which lies upstream, | would release"
        or (
            _NAMED.match(part) and _NAME_LAST.search(before) and _MOOD.search(part) is None
        )  # "Luhansk | and Kherson before any truce"
        or (_TAILING.match(part) and " would " not in part)
        or (_ACTS.match(part) and _APPOSED.fullmatch(before.lstrip()))  # "The Front, the largest group, | frees …"
        or (
            _COUNTED.match(part) and _COUNTS.search(before[-_LAST:]) and kind_of(part) is None
        )  # "free 60 women | and 12 boys"
        or (_PLAIN_PAIR.search(before[-_LAST:]) and kind_of(part) is None)  # "leave schools | and clinics"
        or (_BODY_ALONE.fullmatch(before) and _MOOD.search(part))  # "The junta | and the rebels are to …": both do
        or _SHARE_OF.match(part)  # "a commission of nine, | three from each side", "an exchange, | ten for ten"
        or _RELATIVE.match(part)  # "the treasurer, | who was arrested in March"
    )


def _own_clause(part: str, before: str) -> bool:
    """Whether a part by its form says another thing that is done or barred."""
    return bool(
        (_NONE_OF.match(part) and _NONE_OF.match(before.lstrip()))
        or (_CLAUSAL.match(part) and _MOOD.search(before))  # "… will leave, | and both are to drop their cases"
        or (_INFINITIVE.match(part) and _VERB.match(before.lstrip()))  # "open two crossings, | to clear mines"
        or _by_another(part, before)
        or (_does(part) and _does(before.lstrip()))  # "raises it | and creates a parliament"
        or (
            _ACTS.match(part) and kind_of(part) != "verb" and _happens(before) and topic_scores(part)
        )  # "hands over … | and frees …"
        or (_happens(part) and _happens(before))  # "arms deliveries stop | and elections follow"
    )


def _happens(part: str) -> bool:
    """Whether a part tells in the present tense what somebody does or what comes about, and is about a topic."""
    verb = _happening().match(part.lstrip())
    return verb is not None and bool(topic_scores(part))


@cache
def _happening() -> re.Pattern[str]:
    """Two to six words, none of which opens a clause of another kind, and a deed in the present tense."""
    lead = r"(?![^,;]{0,80}\bclose to\b)(?!(?:which|that|who|whose|where|when|if|as|what|after|before|once|until|than|to|in|on|by|of|for|with|from)\b)(?:[\w’'-]+\s+){0,5}[\w’'-]+?s?(?=\s)"
    return re.compile(rf"{lead}{present().pattern}")


def kind_of(part: str) -> str | None:
    """What a part is by its form: a clause with its own subject, one that opens with a verb; None for a noun phrase."""
    if _CLAUSAL.match(part) or _happening().match(part):
        return "clause"
    return "verb" if _VERB.match(part) or bare().match(part) else None


def _by_another(part: str, before: str) -> bool:
    """Whether a part says what another does, or bears: "that Norvia close its courts", "Norvia 70 per cent"."""
    shares = _SHARER.fullmatch(part.rstrip(" .;,")) and _MOOD.search(before) and _PARTS.search(before)
    that = _THAT.match(part) or _THAT_BODY.match(part)
    return bool(shares or (that and " " in before.strip()))


def _goes_on_with_names(part: str, before: str) -> bool:
    """Whether a part only adds a name: "The Church | and the mission will watch", "made up of the League | and the powers"."""
    if _MOOD.search(before) is None and _BY_NAME.search(before[-LONG_LIST:]) and _NAME_WOULD.match(part):
        return True  # "led by A | and B would watch": both lead
    if _VERB.match(part) or _does(part):
        return False
    return _ONLY_NAMES.fullmatch(before) is not None or (
        _MADE_OF.search(before) is not None and _MOOD.search(part) is None
    )


def _does(part: str) -> bool:
    """Whether words open with what a text does itself: "creates …", "bars …"."""
    return _opening_verb().match(part) is not None


@cache
def _opening_verb() -> re.Pattern[str]:
    own = [say for row in data()["verb"] for say in row["say"] if say.isalpha() and say.endswith("s")]
    return re.compile(rf"(?:also\s+)?{anyof([*own, 'calls for', 'provides for'])}(?!\w)", re.IGNORECASE)


def _same_thing(before: str, part: str) -> bool:
    """Whether a few words without a verb only say more of the part before: "…, all for all"."""
    return (
        len(part.split()) <= 3
        and _VERB.match(part) is None
        and bool(topic_scores(before))
        and topic_scores(before)[0][0] == topic_scores(part)[0][0]
    )


def _noun_term(part: str, before: str) -> bool:
    """A noun phrase of two words or more that names a topic strongly, or at all beside one built alike."""
    alike = _PHRASE.match(part) is not None and _PHRASE.match(_LEAD.sub("", before)) is not None
    return len(part.split()) >= 2 and (alike or topic_scores(part)[0][1] >= 3)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch without linking words before it and stops or attributions after it; None where nothing is left."""
    said = text[start:end]
    lead = _LEAD.match(said)
    begin = lead.end() if lead else 0
    tail = _TAIL.search(said, begin)
    finish = tail.start() if tail else len(said)
    begin, finish = _unquoted(said, begin, finish)
    return Span(start + begin, start + finish) if begin < finish else None


def _unquoted(said: str, begin: int, finish: int) -> tuple[int, int]:
    """The ends without a quotation mark whose other half a cut has left behind: `crushed,"`, `"no bases`."""
    closed, opened = said.find(")", begin, finish), said.find("(", begin, finish)
    if closed >= 0 and (
        opened < 0 or closed < opened
    ):  # a bracket that a cut has broken: "Courier) is to run for a year"
        begin = closed + 1 + len(said[closed + 1 : finish]) - len(said[closed + 1 : finish].lstrip(" ,"))
    if sum(said.count(mark, begin, finish) for mark in _QUOTES) != 1:
        return begin, finish
    opens = said[begin : begin + 1] in _QUOTES
    last = _QUOTE_LAST.search(said, begin, finish)
    return begin + opens, last.start() if last else finish


def gaps(spans: tuple[Span, ...]) -> bool:
    """Whether spans are in order and apart; what every caller may rely on."""
    return all(a.end <= b.start for a, b in pairwise(spans))
