"""Demands and proposals in what a party is reported to say: the claim's own cue shows them, or a "must" in its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nonpaper.claims.page import Page, mentions_in
from nonpaper.claims.provisions.acting import acting_texts
from nonpaper.claims.provisions.asking import asserts
from nonpaper.claims.provisions.cues import starts, words
from nonpaper.claims.provisions.frame import Frame
from nonpaper.claims.provisions.reserved import of_no_draft
from nonpaper.model.claim import Claim
from nonpaper.model.codes import PresentedAs
from nonpaper.model.span import Span, hull

_MUST = re.compile(r"\b(?:must(?! not be confused)|has to be|have to be|needs? to be|should be)\b", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:(?:cannot|not|no) .{3,80}? (?:until|unless|before(?! (?:an?|any|the|its)(?: \w+){0,2} (?:courts?|tribunals?|judges?|panels?|arbitrators?)\b))"
    r"|(?:withheld|in abeyance|suspended|frozen|blocked|on hold|closed) (?:[^.;]{1,40} )?(?:until|unless))\s+",
    re.IGNORECASE,
)
# What a yes hangs on: "would sign only if …", "can live with the draft provided that …", and a threat "unless …".
_IF = re.compile(
    r"\b(?:will|would|could|can|(?:is|are|was|were) (?:ready|willing|prepared) to)\s+(?!not\b|never\b|have\b)(?:(?!\b(?:not|never|no|even|if)\b|n[’']t)[^.;]){3,140}?"
    r"\b(?:only if|provided(?: that)?(?! by\b| for\b| with\b| to\b| in\b)|on (?:the )?condition(?: that)?(?! of\b)|(?:as|so) long as)\s+(?:that\s+)?",
    re.IGNORECASE,
)
_YES_IF = re.compile(
    r"\b(?:will|would|could|can|(?:is|are|was|were) (?:ready|willing|prepared) to)\s+(?:also\s+|now\s+)?(?:accept|live with|sign|agree to|agree|endorse|support|back|settle for|vote for)\b(?:(?!\b(?:not|never|no|even)\b|n[’']t)[^.;]){0,80}?\bif\s+",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\W*(?:that\s+)?(?:(?:it|they|he|she|we|I)\b|(?:its|their|his|her|our|my)\s|the\s+(?:[\w-]+\s+)?(?:government|movement|group|front|army|council|guerrillas|rebels|insurgents|party|side|president|delegation)\b)",
    re.IGNORECASE,
)
_THEY = re.compile(
    r"\W*(?:(?:(?:its|his|her|their|the)\s+)?(?:own\s+)?(?:parliament|cabinet|assembly|congress|senate|voters|lawmakers|legislature)\s+(?:agree|approve|consent|ratif|vote|back|say|so)\w*|they|it|he|she|we|this|that|these|those|there|one|if|when|told|asked|invited|attacked|forced|ordered|provoked|necessary|needed|possible)\b|n?[’']",
    re.IGNORECASE,
)
# What goes on, and is to end: "will keep its guns as long as the occupation remains".
_LASTS = re.compile(
    r"\b(?:remains?|remained|continues?|continued|goes on|went on|stays?|stayed|persists?|last(?:s|ed)?|exists?|occup\w+|refus\w+|keeps?|is|are|was|were)\b",
    re.IGNORECASE,
)
# Another thing that is told: "… provided the army leaves, | and that elections would follow".
_AND_THAT = re.compile(
    r"[,;]?\s+(?:and|but)\s+(?:that\b|(?:it|they|he|she)\b|\w+\s+(?:would|will)\b)|;\s", re.IGNORECASE
)
_LONG_AS = re.compile(r"\b(?:as|so) long as\s+$|\bwhile\s+$", re.IGNORECASE)
_SILENT = re.compile(r"\b(?:not|never|no longer|nothing)\b", re.IGNORECASE)
_ITSELF = re.compile(
    r"(?:the|this|that|a|any) (?:[\w-]+ )?(?:plan|draft|proposal|document|deal|agreement|text|accord|treaty|truce)",
    re.IGNORECASE,
)
# What has not been demanded is no demand: "has not asked for …".
_DENIED = re.compile(r"\b(?:not|never)\b|n[’']t\b", re.IGNORECASE)
_NOT_JUST = re.compile(r"(?:\b(?:not|never)|n[’']t)(?:\s+(?:\w+ly|yet|even|been|to|be))*\s+$", re.IGNORECASE)
_NEAR = 30
"""Characters before a cue in which it may be denied."""
# What only says of something what is so: "the assembly, which must approve it".
_OF_WHICH = re.compile(r"\b(?:which|who|whose \w+)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
# What is accepted as right is demanded by nobody: "both sides accept that the mines should be run jointly".
_CONCEDED = re.compile(
    r"\b(?:accept|agree|conced|acknowledg|recogni[sz]|admit|grant)(?:s|es|ed|e|d|ted)?\s+(?:\w+ly\s+)?that\b[^.;]{0,160}$",
    re.IGNORECASE,
)
_APART = re.compile(r"[;:]\s|,\sand\s|,?\sbut\s(?:that\s)?")
SPEAKS_FOR_NOBODY = frozenset({"analyst", "outlet_relay", "none", "document_seen", "leaked_full_text", "recording"})
THE_TEXT = frozenset({"document_seen", "leaked_full_text"})
_MOOD = re.compile(r"\b(?:would|shall|will|must|(?:is|are) to)\b", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:(?:19|20)\d\d|earlier|previous|former|first|old)\b", re.IGNORECASE)
LONGEST = 240
_SIDE = re.compile(
    r"^(?:[Ii]t|[Tt]hey|[Tt]he (?:[\w-]+ ){0,2}(?:group|movement|rebels|government|army|front|country|side|junta|faction|militia|delegation|council|bloc))$"
    r"|^(?:the |The )?[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,3}$|\b(?:government|foreign ministry|minister|president|delegat(?:ion|es)|negotiators?|envoy|leader|leadership|side|command(?:er)?|presidency|spokes\w+)\b"
)


def wanted(page: Page, claims: Sequence[Claim]) -> Iterator[Frame]:
    """A frame for each claim of a party that demands or proposes, or of the text itself; at most one a claim."""
    for claim in claims:
        if claim.unsure or claim.denied or not claim.content:
            continue
        if claim.kind in THE_TEXT:
            yield from _of_the_text(page, claim)
            continue
        if claim.kind in SPEAKS_FOR_NOBODY or (claim.party is None and not _may_be_party(page, claim)):
            continue
        content = _one_sentence(page.text, hull(claim.content))
        said = content.quote(page.text)
        if content.end - content.start > LONGEST or "?" in said or _only_answers(said):
            continue
        found = _asked(page, claim, content)
        if found is not None:
            span, presented = found
            yield Frame(span=span, presented_as=presented, party=claim.party)


_STOP = re.compile(r"[.!?][”\"]?\s+(?=[“\"]?[A-Z])")


def _one_sentence(text: str, content: Span) -> Span:
    """What is demanded in the first sentence: the next one only drives it home ("… are free. Not ten, not twelve")."""
    stop = _STOP.search(text, content.start + 1, content.end)
    return Span(content.start, stop.start()) if stop else content


def _only_answers(said: str) -> bool:
    """Whether words say only how a side stands to a text, and name nothing on which its yes hangs ("will not sign unless …")."""
    until = _hangs_on(said)
    return starts("not_a_term", "frame").search(said, until.end() if until else 0) is not None


def _hangs_on(said: str) -> re.Match[str] | None:
    """Up to where a refusal or a yes leads, whose condition follows."""
    return _UNTIL.search(said) or _IF.search(said) or _YES_IF.search(said)


def _of_itself(page: Page, claim: Claim, content: Span, until: re.Match[str]) -> bool:
    """Whether a party says of itself what it would do, and names in a clause of its own on what that hangs."""
    subject = Span(content.start, content.start + max(until.start(), 1))
    own = _OWN.match(page.text, subject.start, subject.end) is not None
    own = own or any(m.party == claim.party for m in mentions_in(page, subject))
    rest = page.text[content.start + until.end() : content.end]
    return own and _THEY.match(rest) is None and not (_LASTS.search(rest) and _LONG_AS.search(until.group()))


def _of_the_text(page: Page, claim: Claim) -> Iterator[Frame]:
    """What a document is quoted as saying, in a text's mood: "Disarmament would follow, the document says"."""
    content = hull(claim.content)
    said = content.quote(page.text)
    cue = " ".join(piece.quote(page.text) for piece in claim.cue)
    if _SILENT.search(cue) or starts("not_a_term", "object").match(said):
        return
    fits = (
        content.end - content.start <= LONGEST and _MOOD.search(said) and not starts("not_a_term", "after").search(said)
    )
    whose = " ".join(piece.quote(page.text) for piece in claim.source)
    elsewhere = _OTHER.search(whose) or of_no_draft(page, claim) or next(acting_texts(said), None)
    if fits and not words("comparison", "say").search(whose) and not elsewhere:
        yield Frame(span=content, presented_as="draft")


def _may_be_party(page: Page, claim: Claim) -> bool:
    """Whether an unknown source that wants or offers something may be a side: named, or "it", "they", a delegation, and no outsider."""
    who = " ".join(piece.quote(page.text) for piece in claim.source)
    cue = " ".join(piece.quote(page.text) for piece in claim.cue)
    asks = any(words("party", key).search(cue) for key in ("demand", "proposal", "wants", "offers"))
    return (
        bool(who)
        and asks
        and len(who) < LONGEST
        and not words("outsiders", "say").search(who)
        and bool(_SIDE.search(who))
    )


_PREPOSITION = re.compile(r"(?:on|for|that)\s+(?=\w)", re.IGNORECASE)


def _after_preposition(page: Page, content: Span) -> Span:
    """What is insisted "on" or asked "for", without that word."""
    opens = _PREPOSITION.match(page.text, content.start, content.end)
    return Span(opens.end(), content.end) if opens else content


def _asked(page: Page, claim: Claim, content: Span) -> tuple[Span, PresentedAs] | None:
    said = content.quote(page.text)
    cue = " ".join(piece.quote(page.text) for piece in claim.cue)
    if _DENIED.search(cue) or (
        claim.cue and _NOT_JUST.search(page.text, max(hull(claim.cue).start - _NEAR, 0), hull(claim.cue).start)
    ):
        return None
    if asserts(cue, said) or _ITSELF.fullmatch(said.strip()):
        return None
    if words("party", "demand").search(cue) or words("party", "wants").search(cue):
        return _after_preposition(page, content), "demand"
    if words("party", "proposal").search(cue) or words("party", "offers").search(cue):
        return content, "proposal"
    until = _hangs_on(said) if claim.party else None
    if until and (_UNTIL.search(said) or _of_itself(page, claim, content, until)):
        goes_on = _AND_THAT.search(said, until.end())
        return Span(content.start + until.end(), content.start + goes_on.start() if goes_on else content.end), "demand"
    must = _MUST.search(said) if claim.party else None
    if must is None or _OF_WHICH.search(said, 0, must.start()) or _CONCEDED.search(said, 0, must.start()):
        return None
    before = [m.end() for m in _APART.finditer(said, 0, must.start())]
    return Span(content.start + (before[-1] if before else 0), content.end), "demand"
