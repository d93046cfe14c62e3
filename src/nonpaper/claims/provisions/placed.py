"""Terms with their place in a text: "Point 10: …", "Under the plan, …", "… is left to the presidents", "… under a charter"."""

from __future__ import annotations

import re
from functools import cache

from nonpaper.claims.page import Page, may_hold
from nonpaper.claims.provisions.acting import words_before
from nonpaper.claims.provisions.agreed import agreed_in, agreed_words
from nonpaper.claims.provisions.asking import SUFFERED
from nonpaper.claims.provisions.comparing import is_compared
from nonpaper.claims.provisions.cues import anyof, data, late_under, starts, text_noun, under_ordinal, under_text
from nonpaper.claims.provisions.deeds import present
from nonpaper.claims.provisions.frame import Frame
from nonpaper.claims.provisions.membership import member_of, member_words
from nonpaper.claims.provisions.other_texts import OTHER
from nonpaper.model.codes import PresentedAs, TextStatus
from nonpaper.model.span import Span
from nonpaper.text.openings import openings

_POINT = re.compile(r"\W*(?:point|article|clause|paragraph) \d+\s*:\s+", re.IGNORECASE)
_STEPS = re.compile(r"\b(?:steps|points|terms|provisions|elements|phases|stages)\b[^:;.]{0,40}:\s+", re.IGNORECASE)
_FATE = re.compile(
    r"(?P<term>[^.;:“”\"]{6,200}?),?\s+(?:is|are|was|were|has been|have been|remains?|stands?|stays?) (?:also |now |reportedly |still )?"
    r"(?:(?P<gone>removed|dropped|deleted|taken out|struck|left out|out(?= (?:altogether|again|too|entirely)?\W*$|\W*$)|gone|crossed out|cut(?: out)?(?=\W*$)|scrapped|no longer (?:there|in it|included|part of it))|(?P<open>left (?:open|blank|undecided|unsettled|for later)|bracketed|(?:still )?in (?:square )?brackets|blank|marked for (?:the )?(?:two )?(?:presidents|leaders)"
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
_HAD = re.compile(
    r"\b(?:had|have|has) (?:not |also |already |since |now |\w+ly )?(?:\w{2,}ed|\w{2,}en|gone|come|done|made|held|left|met|put|set|said|told|lost|won|paid|sent|kept|brought|built|begun)\b"
)


def placed_frame(page: Page, sentence: Span, said: str) -> Frame | None:
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
    if foreseen and text_noun().search(words_before(page, sentence) + " " + said):
        a, b = next(foreseen.span(g) for g in ("term", "term2", "term3") if foreseen[g])
        at = sentence.start + len(said) - len(said.lstrip())
        return Frame(span=Span(at + a, at + b), presented_as="draft")
    member = may_hold(page, sentence, member_words()) and member_of(said, words_before(page, sentence))
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
    compared = is_compared(said) or OTHER.search(said, 0, colon)
    presented: PresentedAs = "comparison" if compared else "draft"
    return Frame(span=Span(sentence.start + colon + 2, sentence.end), presented_as=presented) if in_mood else None


def _under(page: Page, sentence: Span, said: str) -> Frame | None:
    """A text's term behind "Under the plan, …", or behind one of its parts, where a text was named just before."""
    under = under_text().match(said)
    part = under_ordinal().match(said) if under is None else None
    if part and text_noun().search(words_before(page, sentence)):
        under = part
    if under is None or not (_MOOD.search(said, under.end()) or _stated(said, under.end())):
        return None
    if starts("not_a_term", "after").search(said, under.end()):
        return None
    wants = _wants().match(said, under.end())
    if wants and not SUFFERED.search(wants.group()):
        return Frame(span=Span(sentence.start + wants.end(), sentence.end), presented_as="demand")
    compared = is_compared(said) or OTHER.search(under.group())
    presented: PresentedAs = "comparison" if compared else "draft"
    return Frame(span=Span(sentence.start + under.end(), sentence.end), presented_as=presented)


def _stated(said: str, at: int) -> bool:
    """Whether a text's term follows in the present tense."""
    return present().search(said, at) is not None and not _HAD.search(said, at)
