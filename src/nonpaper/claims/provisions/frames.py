"""Frames: what a sentence or a lead-in makes of the words after it — a text's term, a demand, a proposal, a comparison."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

import msgspec

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.mediators import mediators
from nonpaper.claims.page import Page, may_hold, mentions_in
from nonpaper.claims.provisions.agreed import agreed_in, agreed_words
from nonpaper.claims.provisions.clauses import OTHER
from nonpaper.claims.provisions.cues import (
    anyof,
    begins,
    data,
    late_under,
    own_verb,
    starts,
    subject_words,
    text_noun,
    text_subject,
    under_ordinal,
    under_text,
    verb_meaning,
    words,
)
from nonpaper.claims.provisions.deeds import present
from nonpaper.claims.provisions.membership import member_of, member_words
from nonpaper.claims.provisions.split import LONGEST
from nonpaper.claims.subjects import subjects
from nonpaper.model.codes import Modality, PresentedAs, TextStatus
from nonpaper.model.span import Span
from nonpaper.text.openings import openings

PARTY_KINDS = ("party", "metonym", "group")
_POINT = re.compile(r"\W*(?:point|article|clause|paragraph) \d+\s*:\s+", re.IGNORECASE)
_STEPS = re.compile(r"\b(?:steps|points|terms|provisions|elements|phases|stages)\b[^:;.]{0,40}:\s+", re.IGNORECASE)
_FATE = re.compile(
    r"(?P<term>[^.;:“”\"]{6,200}?),?\s+(?:is|are|was|were|has been|have been|remains?|stands?|stays?) (?:also |now |reportedly |still )?"
    r"(?:(?P<gone>removed|dropped|deleted|taken out|struck|left out)|(?P<open>left (?:open|blank|undecided|unsettled|for later)|bracketed|(?:still )?in (?:square )?brackets|blank|marked for (?:the )?(?:two )?(?:presidents|leaders)"
    r"|(?:left|put off|postponed|referred) (?:to|for|until) (?:a (?:later |second |third )?(?:meeting|stage|phase|summit|protocol|round)(?: of)?|(?:later|further) (?:talks|negotiations|rounds?))|left (?:to|for) (?:the )?(?:two )?(?:presidents|leaders)))\b",
    re.IGNORECASE,
)
# A text's noun phrase with nobody who foresees it: "The withdrawal … is foreseen", "Also foreseen is …".
_PLANNED = r"(?:foreseen|envisaged|envisioned|provided for|stipulated|laid down|called for|planned|agreed on|included|prescribed)"
_FORESEEN = re.compile(
    rf"(?P<term>[A-Z][^.;:“”\"]{{8,220}}?) (?:is|are) (?:also |further |likewise )?{_PLANNED}\.?"
    rf"|(?:Also |Likewise |Further )?{_PLANNED.replace('foreseen', '[Ff]oreseen')} (?:is|are) (?:also )?(?P<term2>[^.;:“”\"]{{8,220}})\.?"
    r"|There (?:is|are|would be) (?:also )?(?:a )?provisions? (?:for|on) (?P<term3>[^.;:“”\"]{8,220})\.?"
)
_UNDER = re.compile(r"\bunder (?:Appendix|Annex|Article|Point) \w+", re.IGNORECASE)
_UNDERS = openings(["under "])
_MOOD = re.compile(r"\b(?:would|will|shall|must|(?:is|are) to)\b", re.IGNORECASE)
_IS_TO = re.compile(r"\b(?:is|are) to\s+")
_CONCLUDED = re.compile(r"\b(?:accord|agreement|treaty|deal|truce|protocol|memorandum|settlement)s?\b", re.IGNORECASE)
_PAST = re.compile(r"(?:ed|led for|foresaw|set|gave|put)$", re.IGNORECASE)
_SAYS_NOTHING = re.compile(r"\w+ (?:nothing|neither|little|no word|not a word)\b", re.IGNORECASE)
# Between a text and a verb: another clause with a subject of its own ("confirmed the deal on Friday but said its army").
# What stands between two commas has closed again: "the draft, which the Post said it has read, caps …".
_OTHER_CLAUSE = re.compile(
    r"\b(?:but|though|although|whereas|while)\b"
    r"|^\s+\w.*\b(?:said|says|say|told|tells|added|adds|made (?:it )?clear|wrote|writes)\b(?!(?:,?\s+(?:on|in|at|late|early|earlier|last|this)\b[^,]{0,30},?)?$)",
    re.IGNORECASE,
)
# What is not known to stand in a text: "it is unclear whether the draft …".
_UNKNOWN = re.compile(
    r"\b(?:whether|if|unless|not clear|unclear|den(?:y|ies|ied)|denying)\b[^,;:]{0,40}$", re.IGNORECASE
)
# Where a clause about a term may begin: "…, a step that", "… which", "… but", "… – something".
_ASIDE = re.compile(
    r",\s(?:an?|something|one|the)(?:\s[\w-]+){0,3}\s(?:that|which)\s|,\s|\s(?:that|which|who|but|though|although|while|despite)\s|\s[–—-]\s|;",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"[“”\"]|\b(?:I|we|our|you|he|she|said|says)\b", re.IGNORECASE)
# What somebody did beside what was agreed: ", and the envoy floated …".
_BESIDES = re.compile(
    r",?\s+(?:and|but|while|though|although|as)\s+(?:the\s+)?(?:[\w’'-]+\s+){1,4}?(?:\w{3,}ed|said|says|told|has|had|was|were|is)\b"
)
_LATES = openings(["under ", "part ", "in "])
# A mood in which a text binds, "would have to" and "will" included, where the text is named.
_BOUND = re.compile(
    r"\b(?:would (?:have to|be (?:required|obliged|allowed|free|entitled) to)|will|shall|must|(?:is|are) to)\b",
    re.IGNORECASE,
)
_OTHER_ONE = re.compile(
    OTHER.pattern + r"|\b(?:separate|another|existing|present|standing)\b|\b(?:19|20)\d\d\b", re.IGNORECASE
)
_SAYS_BEFORE = re.compile(
    r"\b(?:said|says?|told|warn\w*|hop\w+|want\w*|demand\w*|insist\w*|vow\w*|threat\w*|expect\w*|propos\w+|offer\w*|if|whether|I|we|talks|negotiators|mediators|envoys|meet\w*|vote|discuss\w*)\b|[“\"]",
    re.IGNORECASE,
)
_CLEFT = re.compile(
    r"\W*What (?:(?:the |its |their )?[\w’'-]+(?: [\w’'-]+){0,4}?) (?:(?:really|still|also|now|most) )?(?:wants?|wanted|seeks?|sought|demands?|demanded|asks? for|asked for|insists? on|insisted on)"
    r"(?: (?:above all|instead|in return|first|now|most))?(?:,[^,]{2,60},)? (?:is|are|was|were) (?!that |not |to (?:know|see|hear|understand)|peace\b|a deal\b|an? (?:end to the war|agreement)\b)",
)
# "insists that the price is acceptable" states something; "insists that the army withdraw" demands it.
_INSISTS = re.compile(r"\binsist\w*(?! on\b)(?!\w)", re.IGNORECASE)
_ASSERTS = re.compile(
    r"(?:that )?(?!.{0,120}\b(?:must|should|has to|have to|needs? to|not)\b)[^,;.]{2,90}?\b(?:is|are|was|were|has|have|had|means?|stands?|remains?|does|did|will|would)\b(?! to\b)",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"\W*(?:(?:[Tt]he )?[\w’'-]+(?: [\w’'-]+){0,3}?(?:[’']s|s[’'])|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]he (?:group|movement|rebels|government|delegation)[’']?s?[’']?) (?:[\w-]+ ){0,2}?"
    r"(?:demands?|conditions?|preconditions?|red lines?|priorit(?:y|ies)|wish list)(?: (?:for|in) [^,.;:]{2,50}?)? (?:include|includes|included|is|are|was|were|remains?) (?!that |not |the same|unchanged|unacceptable|clear|well known|simple|known|being|under|met|rejected|unreasonable|excessive|to )",
)
_SIDES = re.compile(
    r"[\w-]+[’']s (?:[\w-]+ ){0,2}?(?:draft|text|paper|document|outline|framework|roadmap|compromise)\b", re.IGNORECASE
)
_HAD = re.compile(
    r"\b(?:had|have|has) (?:not |also |already |since |now |\w+ly )?(?:\w{2,}ed|\w{2,}en|gone|come|done|made|held|left|met|put|set|said|told|lost|won|paid|sent|kept|brought|built|begun)\b"
)
_MORE = re.compile(r"[\w:]")
_OLDER = re.compile(
    r"\b(?:earlier|previous|former|older|old|spring|summer|autumn|winter|last (?:year|month|spring|autumn)[’']s)\b",
    re.IGNORECASE,
)
# What did once what it did, and bears a month, is one of several too.
_DATED = re.compile(
    _OLDER.pattern + r"|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BE = re.compile(r"\s*(?:is|are|was|were|has|have|had|also|still|now|reportedly|again|further|\s)*\s*", re.IGNORECASE)

_WANTING: tuple[tuple[PresentedAs, tuple[str, ...]], ...] = (
    ("demand", ("demand", "wants")),
    ("proposal", ("proposal", "offers")),
)


ONE_SIDE = "may be one side's own paper, not the text under negotiation"


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """How the stretch `span` is presented; `doubts` say why it may be presented as something else. `party` demands or proposes; `obligor` must deliver where the frame says so."""

    span: Span
    presented_as: PresentedAs
    modality: Modality = "must"
    text_status: TextStatus = "in"
    party: str | None = None
    obligor: tuple[str, ...] = ()
    cue: Span | None = None
    doubts: tuple[str, ...] = ()


def within(page: Page, span: Span) -> list[Mention]:
    """Mentions inside a span, in order."""
    return list(mentions_in(page, span))


def frame_of(page: Page, sentence: Span) -> Frame | None:
    """The frame of one sentence or lead-in; None where it reports no term. The first plain one wins."""
    if sentence.end - sentence.start > LONGEST:
        return None
    said = sentence.quote(page.text)
    if said.rstrip().endswith("?"):
        return None
    barred = may_hold(page, sentence, begins("not_a_term", "frame")) and starts("not_a_term", "frame").search(said)
    if barred:
        return _before_reaction(page, sentence, said)
    return _wanted(page, sentence) or _placed(page, sentence, said) or _text(page, sentence, said)


def _before_reaction(page: Page, sentence: Span, said: str) -> Frame | None:
    """A text's term that a clause about it follows: "The plan calls for a pull-back, a step that Norvia rejects"."""
    found = next(_subjects(said), None)
    if found is None:
        return None
    bars = starts("not_a_term", "frame")
    reacts = bars.search(said, found.end("verb"))
    if bars.search(said, 0, found.start() + 1) or reacts is None:
        return None
    asides = [m.start() for m in _ASIDE.finditer(said, found.end("verb"), reacts.start())]
    kept = Span(sentence.start, sentence.start + asides[-1]) if asides else None
    return _text(page, kept, kept.quote(page.text)) if kept else None


def _placed(page: Page, sentence: Span, said: str) -> Frame | None:
    """A term with its place: "Point 10: …", "… under Appendix A", "… has been removed", "… is left to the presidents"."""
    point = _POINT.match(said)
    if point:
        return Frame(span=Span(sentence.start + point.end(), sentence.end), presented_as="draft")
    steps = _STEPS.search(said) if ":" in said else None
    if steps and _MOOD.search(said, steps.end()):
        return Frame(span=Span(sentence.start + steps.end(), sentence.end), presented_as="draft")
    fate = _FATE.match(said)
    if fate and (fate["open"] or text_noun().search(fate["term"])):
        status: TextStatus = "dropped" if fate["gone"] else "open"
        end = sentence.start + fate.end("term")
        return Frame(span=Span(sentence.start, end), presented_as="draft", text_status=status)
    foreseen = _FORESEEN.fullmatch(said.strip())
    if foreseen and text_noun().search(_before(page, sentence) + " " + said):
        a, b = next(foreseen.span(g) for g in ("term", "term2", "term3") if foreseen[g])
        at = sentence.start + len(said) - len(said.lstrip())
        return Frame(span=Span(at + a, at + b), presented_as="draft")
    member = may_hold(page, sentence, member_words()) and member_of(said, _before(page, sentence))
    if member:
        span = Span(sentence.start + member.start, sentence.start + member.end)
        return Frame(span=span, presented_as="draft", text_status=member.status)
    under = _under(page, sentence, said) or _listed_after(sentence, said) or _under_late(page, sentence, said)
    if under is not None:
        return under
    agreed = agreed_in(said) if may_hold(page, sentence, agreed_words()) else None
    if agreed is not None:
        besides = _BESIDES.search(said, agreed)
        end = sentence.start + besides.start() if besides else sentence.end
        return Frame(span=Span(sentence.start + agreed, end), presented_as="draft")
    to = may_hold(page, sentence, _UNDERS) and _UNDER.search(said) and _IS_TO.search(said)
    return Frame(span=Span(sentence.start + to.end(), sentence.end), presented_as="draft") if to else None


def _under_late(page: Page, sentence: Span, said: str) -> Frame | None:
    """What will be or must be under a text that is named behind it: "The junta will hand over power …, under a charter …"."""
    late = late_under().search(said) if may_hold(page, sentence, _LATES) else None
    bound = _BOUND.search(said, 0, late.start()) if late else None
    if late is None or bound is None or _SAYS_BEFORE.search(said, 0, late.start()) or _OTHER_ONE.search(late.group()):
        return None
    if _HAD.search(said, 0, late.start()) or starts("not_a_term", "after").search(said, 0, late.start()):
        return None
    return Frame(span=Span(sentence.start, sentence.start + late.start()), presented_as="draft")


@cache
def _wants() -> re.Pattern[str]:
    """A party that wants something, with a few words for it: "…, it seeks the pull-back of …"."""
    return re.compile(rf"(?:[\w’'-]+\s+){{1,4}}?{anyof(data()['party']['demand'])}(?!\w)", re.IGNORECASE)


def _listed_after(sentence: Span, said: str) -> Frame | None:
    """A text's terms behind a colon: "With that the draft was complete: neither side will …, and both are to …"."""
    colon = said.find(": ")
    if colon < 0 or not text_noun().search(said, 0, colon) or starts("party", "demand").search(said, 0, colon):
        return None
    told = said[colon + 2 :]
    in_mood = (
        _MOOD.search(told)
        and not _HAD.search(told)
        and not _SPEAKS.search(told)
        and not starts("not_a_term", "after").search(told)
    )
    compared = words("comparison", "say").search(said) or OTHER.search(said, 0, colon)
    presented: PresentedAs = "comparison" if compared else "draft"
    return Frame(span=Span(sentence.start + colon + 2, sentence.end), presented_as=presented) if in_mood else None


def _under(page: Page, sentence: Span, said: str) -> Frame | None:
    """A text's term behind "Under the plan, …", or behind one of its parts, where a text was named just before."""
    under = under_text().match(said)
    if under is None and text_noun().search(_before(page, sentence)):
        under = under_ordinal().match(said)
    if under is None or not (_MOOD.search(said, under.end()) or _stated(said, under.end())):
        return None
    if starts("not_a_term", "after").search(said, under.end()):
        return None
    wants = _wants().match(said, under.end())
    if wants:
        return Frame(span=Span(sentence.start + wants.end(), sentence.end), presented_as="demand")
    compared = words("comparison", "say").search(said) or OTHER.search(under.group())
    presented: PresentedAs = "comparison" if compared else "draft"
    return Frame(span=Span(sentence.start + under.end(), sentence.end), presented_as=presented)


def _stated(said: str, at: int) -> bool:
    """Whether a text's term follows in the present tense."""
    return present().search(said, at) is not None and not _HAD.search(said, at)


def _text(page: Page, sentence: Span, said: str) -> Frame | None:
    nouns, verbs = subject_words()
    if not (may_hold(page, sentence, nouns) and may_hold(page, sentence, verbs)):
        return None
    found = next(_subjects(said), None)
    if (
        found is None
        or _UNKNOWN.search(said, 0, found.start())
        or _SAYS_NOTHING.match(said, found.start("verb"))
        or not _MORE.search(said, found.end("verb"))
    ):
        return None
    if found.start() == 0 and said.startswith("It ") and not text_noun().search(_before(page, sentence)):
        return None
    modality, status = verb_meaning(found["verb"])
    own = own_verb().match(found["verb"]) is not None
    end = sentence.start + found.start("verb") if own else sentence.start + found.end("verb")
    if starts("not_a_term", "after").match(said[found.start("verb") :]):
        return None
    if starts("not_a_term", "object").match(said[found.end("verb") :].lstrip(" ,:")):
        return None
    compared = words("comparison", "say").search(said) or _earlier(found.group(), found["verb"]) or _other(said, found)
    return Frame(
        span=Span(end, sentence.end) if end < sentence.end else Span(sentence.start, sentence.end),
        presented_as="comparison" if compared else "draft",
        doubts=(ONE_SIDE,) if not compared and _owned(page, sentence, found) else (),
        modality=modality,
        text_status=status,
        cue=Span(sentence.start + found.start("verb"), sentence.start + found.end("verb")),
    )


def asserts(cue: str, said: str) -> bool:
    """Whether somebody who insists only says that something is so."""
    return _INSISTS.search(cue) is not None and _ASSERTS.match(said) is not None


def _subjects(said: str) -> Iterator[re.Match[str]]:
    """The texts that do something in a sentence, but for those between which and their verb another clause stands."""
    return (f for f in text_subject().finditer(said) if not _OTHER_CLAUSE.search(f["aside"] or ""))


def _before(page: Page, sentence: Span) -> str:
    """The words of the sentence before."""
    at = bisect_left(page.sentences, sentence.start, key=lambda s: s.start)
    return page.sentences[at - 1].quote(page.text) if at else ""


def _earlier(subject: str, verb: str) -> bool:
    """Whether a text is another, concluded one: it bears a year, or did once what it did ("the accord required")."""
    concluded = _CONCLUDED.search(subject) is not None or subject.startswith("It ")
    return _YEAR.search(subject) is not None or (concluded and _PAST.search(verb) is not None)


def _owned(page: Page, sentence: Span, found: re.Match[str]) -> bool:
    """Whether a text is the paper of one side: "Norvia's draft", where Norvia does not mediate."""
    owned = _SIDES.match(found.group())
    if owned is None:
        return False
    start = sentence.start + found.start()
    owner = next(iter(mentions_in(page, Span(start, start + owned.end()))), None)
    return owner is not None and owner.party is not None and owner.party not in mediators(page)


def _other(said: str, found: re.Match[str]) -> bool:
    """Whether a text is called an earlier one, by the words before its aside."""
    ends = found.start("aside") if found["aside"] else found.start("verb")
    past = _PAST.search(found["verb"]) is not None
    return (_DATED if past else _OLDER).search(said, found.start(), ends) is not None


def _wanted(page: Page, sentence: Span) -> Frame | None:
    """A party as the subject of a verb of wanting or proposing, or "What they want is …"."""
    cleft = _CLEFT.match(page.text, sentence.start, sentence.end) or _THEIRS.match(
        page.text, sentence.start, sentence.end
    )
    if cleft:
        return Frame(span=Span(cleft.end(), sentence.end), presented_as="demand", cue=Span(*cleft.span()))
    for subject in subjects(page, sentence):
        if subject.mention is not None and subject.mention.kind not in (*PARTY_KINDS, "adjective"):
            continue
        rest_at = subject.verb + len(_BE.match(page.text[subject.verb : sentence.end]).group())  # type: ignore[union-attr]
        rest = page.text[rest_at : sentence.end]
        for presented, keys in _WANTING:
            found = next((m for key in keys if (m := words("party", key).match(rest))), None)
            if found and rest_at + found.end() < sentence.end:
                start = rest_at + found.end()
                if asserts(found.group(), page.text[start : sentence.end].lstrip()):
                    return None
                return Frame(
                    span=Span(start, sentence.end),
                    presented_as=presented,
                    party=subject.party,
                    cue=Span(rest_at, start),
                )
    return None
