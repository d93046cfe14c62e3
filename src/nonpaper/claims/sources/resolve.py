"""Whom "he", "the official", "the same source" stand for: the nearest fitting source before, or nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page, sentence_at
from nonpaper.claims.sides import side_of
from nonpaper.claims.sources.back import DEFINITE, Number, points_back
from nonpaper.claims.sources.called import called_so, may_be_untitled, title_of
from nonpaper.claims.sources.describe import Described, describe, has_title, head, head_noun
from nonpaper.claims.sources.kinds import CALLED, PERSONS
from nonpaper.claims.sources.pieces import lower, names_in, sentences_before
from nonpaper.claims.sources.sexes import HER, HIS, other_sex
from nonpaper.claims.sources.subject import (
    FAR,
    NOUN_SUBJECT,
    PLURAL,
    opens_with,
    party_before,
    party_here,
    subjects_before,
)
from nonpaper.model.claim import Claim
from nonpaper.model.codes import SourceKind
from nonpaper.model.span import Pieces, Span, hull

_BACK = 20  # claims looked back over for a source
# Whom a noun may stand for: "the official" is no spokeswoman and no president, though she spoke last.
_SAME: dict[SourceKind, frozenset[SourceKind]] = {
    "unnamed_official": frozenset({"unnamed_official", "person_familiar", "named_party_official"}),
    "person_familiar": frozenset({"person_familiar", "unnamed_official"}),
    "on_record_principal": frozenset({"on_record_principal"}),
    "on_record_spokesperson": frozenset({"on_record_spokesperson"}),
}
UNCLEAR = "whom the source's words stand for is not clear"


def resolve(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """Claims in text order with `resolved`, and with the kind and party of whom they stand for."""
    found = list(claims)
    order = sorted(range(len(found)), key=lambda i: hull(found[i].source or found[i].cue or found[i].content))
    for position, index in enumerate(order):
        claim = found[index]
        named = _apposed(page, claim)
        if named is not None:
            known = describe(page, (named.span,))
            found[index] = replace(claim, resolved=(named.span,), kind=known.kind, party=known.party)
            continue
        number = points_back(page, claim.source) if claim.source else None
        if number is None:
            found[index] = _relative(page, claim)
            continue
        before = [found[i] for i in order[max(0, position - _BACK) : position]]
        found[index] = _resolved(page, claim, number, before)
    return found


def _apposed(page: Page, claim: Claim) -> Mention | None:
    """The name that opens the sentence, where the source only says what it is: "The Sea Council, | the mediator, | wants …"."""
    if claim.party is not None or not claim.source:
        return None
    start, end = hull(claim.source).start, hull(claim.source).end
    closed = page.text[end - 1 : end + 1].startswith(",") or page.text[end : end + 1] == ","
    if not closed or page.text[max(0, start - 2) : start] != ", " or DEFINITE.match(lower(page, claim.source)) is None:
        return None
    sentence = sentence_at(page, start)
    if sentence is None or start <= len("X, "):
        return None
    names = (m for m in names_in(page, Span(start - 3, start - 2)) if m.party and m.span.end == start - 2)
    return next((m for m in names if opens_with(page, sentence, m.span)), None)


def _relative(page: Page, claim: Claim) -> Claim:
    """For "which" and "who" alone, the name they follow: "Ostrel, | which denies …"."""
    if lower(page, claim.source) not in ("which", "who"):
        return claim
    start = max(0, claim.source[0].start - len(", "))
    end = start + len(page.text[start : claim.source[0].start].rstrip(", "))
    names = [m for m in names_in(page, Span(max(0, end - 1), end)) if m.span.end == end] if end else []
    if not names:
        return claim
    known = describe(page, (names[0].span,))
    return replace(claim, resolved=(names[0].span,), kind=known.kind, party=known.party)


def _resolved(page: Page, claim: Claim, number: Number, before: Sequence[Claim]) -> Claim:
    own = describe(page, claim.source)
    at = hull(claim.source).start
    may_be_paper = number == "neuter" and own.kind == "none" and party_here(page, at) is None
    paper = _paper_before(page, at) if may_be_paper else None
    if paper is not None:
        return replace(claim, resolved=(paper,), kind="document_seen", party=None)
    side = side_of(page, hull(claim.source))
    if side is not None:
        return replace(claim, kind="institution_unspecified", party=side)
    antecedent, known = _antecedent(page, claim, number, before)
    if antecedent is None and own.party is None:
        antecedent, known = _named_fully(page, claim) or _only_spokesperson(page, claim, own.kind) or (None, known)
    if own.kind == "outlet_relay" and known.kind != own.kind:
        antecedent = None  # no party is "the newspaper"
    if antecedent is None:
        doubt = () if own.party else (UNCLEAR,)
        return replace(claim, doubts=(*claim.doubts, *doubt))
    kind, party = known.kind, known.party
    if own.kind not in ("none", kind) and not known.named and kind not in _SAME.get(own.kind, ()):
        kind = own.kind
    return replace(claim, resolved=antecedent, kind=kind, party=party or own.party)


_PAPER = re.compile(
    r"(?:But |And |Yet |According to )?(?P<paper>(?:[Tt]he|Its|Their|There is an?|Both|An?|One) (?:[\w’'-]+ ){0,4}?[\w-]+)(?![\w’'-])"
)


# A text that closes its sentence as what says it: "…, the memo says."
_PAPER_SAYS = re.compile(
    r",[”\"’]? (?P<paper>(?:the|this|that|its|their) (?:[a-z-]+ ){0,2}?[a-z-]+) (?:also )?(?:says?|said|adds?|added|states?|stated|notes?|noted)\.\W*$"
)


def _paper_before(page: Page, at: int) -> Span | None:
    """The text that opens the sentence before, or closes it as what says it, of which "it" goes on to speak."""
    before = sentences_before(page, at, 2)
    said = _PAPER_SAYS.search(page.text, before[0].start, before[0].end) if len(before) > 1 else None
    if said is not None and describe(page, (Span(*said.span("paper")),)).kind == "document_seen":
        return Span(*said.span("paper"))
    here = _opening_paper(page, before[-1], at) if before else None
    return here or (_opening_paper(page, before[0], before[0].end) if len(before) > 1 else None)


def _opening_paper(page: Page, sentence: Span, stop: int) -> Span | None:
    """The text that opens a sentence before `stop`."""
    found = _PAPER.match(page.text, sentence.start, max(sentence.start, stop))
    for end in [m.end() for m in re.finditer(r"[\w-]+", found["paper"])][1:] if found else []:
        span = Span(found.start("paper"), found.start("paper") + end)  # type: ignore[union-attr]
        if describe(page, (span,)).kind == "document_seen":
            return span
    return None


_FULLY = 600  # characters back in which "the general" was named with his owner
_PAGE = 6_000  # characters back in which "the ministry" or a spokesperson was named
_BODY = re.compile(r"the (?P<noun>[a-z]+(?: staff)?)")


def _named_fully(page: Page, claim: Claim) -> tuple[Pieces, Described] | None:
    """For "the ministry": "the Maravian foreign ministry" before it, where every such ministry is one party's."""
    body = _BODY.fullmatch(lower(page, claim.source))
    at = hull(claim.source).start
    owned = _owned_before(page, body["noun"], at, _PAGE) if body and head_noun(body["noun"]) else []
    if len({party for _, party in owned}) != 1 or (body and _unowned(page, body["noun"], owned[-1][0].end, at)):
        return None
    return (owned[-1][0],), describe(page, (owned[-1][0],))


def _unowned(page: Page, noun: str, start: int, at: int) -> bool:
    """Whether another one came up since, of whom the report does not say whose he is: "a diplomat in Tavik"."""
    other = re.compile(
        rf"\b(?:an?|another|one|some|several|two|three) (?:[\w’'-]+ ){{0,3}}?{re.escape(noun)}s?\b", re.IGNORECASE
    )
    return other.search(page.text, start, at) is not None


def _owned_before(page: Page, noun: str, at: int, far: int = _FULLY) -> list[tuple[Span, str]]:
    """Where a noun was named with its owner, and whose it is: "the Maravian foreign ministry", "the Foreign Ministry of Maravia"."""
    after = re.compile(rf"(?:[’']s)?\s(?:[a-z]+\s){{0,2}}?{re.escape(noun)}\b", re.IGNORECASE)
    before = re.compile(rf"\b(?:[a-z]+\s)?{re.escape(noun)}\sof\s(?:the\s)?$", re.IGNORECASE)
    named = names_in(page, Span(max(0, at - far), at)) if at else ()
    owned = []
    for m in named:
        if not m.party or m.kind not in ("adjective", "party"):
            continue
        found = after.match(page.text, m.span.end, at)
        owner = None if found else before.search(page.text, max(0, m.span.start - _OWNER), m.span.start)
        if found:
            owned.append((Span(m.span.start, found.end()), m.party))
        elif owner:
            owned.append((Span(owner.start(), m.span.end), m.party))
    return owned


_OWNER = 60  # characters before a state's name in which "the foreign ministry of" stands


def titled_before(page: Page, words: Span) -> str | None:
    """The party for "the general": of the last whom the report called so, "General X" or "the Maravian general".

    None where two were that are not of one party.
    """
    title = _TITLE.fullmatch(lower(page, (words,)))
    if title is None or not has_title(title["noun"]):
        return None
    owned = {party for _, party in _owned_before(page, title["noun"], words.start)}
    called = re.compile(rf"\b{re.escape(title['noun'])}\b", re.IGNORECASE)
    near = names_in(page, Span(max(0, words.start - _FULLY), words.start)) if words.start else ()
    persons = {
        m.party
        for m in near
        if m.kind == "person" and called.search(page.text, max(0, m.span.start - len(title["noun"]) - 2), m.span.end)
    }
    found = owned | persons
    return next(iter(found)) if len(found) == 1 else None


_TITLE = re.compile(r"the (?P<noun>[a-z]+(?: minister)?)")


def _only_spokesperson(page: Page, claim: Claim, kind: SourceKind) -> tuple[Pieces, Described] | None:
    """For "the spokeswoman": the one spokesperson whom the last page has named."""
    at = hull(claim.source).start
    if kind != "on_record_spokesperson" or at == 0:
        return None
    before = names_in(page, Span(max(0, at - _PAGE), at))
    spoke = {m.name: m.span for m in before if m.kind == "person" and m.role == "spokesperson"}
    if len(spoke) != 1:
        return None
    span = next(iter(spoke.values()))
    return (span,), describe(page, (span,))


def _antecedent(page: Page, claim: Claim, number: Number, before: Sequence[Claim]) -> tuple[Pieces | None, Described]:
    """The nearest earlier source of that number, unless a person opened a sentence in between; nobody where it may be two."""
    at = hull(claim.source).start
    title = title_of(page, claim.source) if number == "singular" else None
    called = called_so(page, claim.source, title, before) if title is not None else None
    if called is not None:
        return called, describe(page, called)
    floor = _floor(page, at)
    fitting = [c for c in reversed(before) if _fits(page, c, number, floor, at)]
    if title is not None:
        fitting = [c for c in fitting if may_be_untitled(page, c.resolved or c.source)]
    source = _of_noun(page, claim, fitting)
    opens = party_before(page, at) if lower(page, claim.source).strip(" ,") == "it" else None
    if opens is not None and (source is None or hull(source.source).start < opens.start):
        return (opens,), describe(page, (opens,))
    subjects = subjects_before(page, at) if number == "singular" and title is None else ()
    subjects = tuple(s for s in subjects if not any(_was_other(page, c, at, s) for c in before))
    if source is not None and (_silent_of_another(page, claim, source) or _another_since(page, claim, source)):
        return None, Described("none")
    if source is not None:
        pieces = source.resolved or source.source
        if not subjects or hull(source.source).start >= subjects[0].start or _only(subjects, hull(pieces)):
            return pieces, Described(source.kind, source.party, named=describe(page, pieces).named)
    body = _body_before(page, at) if number == "neuter" and source is None else None
    if body is not None:
        return (body,), describe(page, (body,))
    if len(subjects) == 1 and _may_be(describe(page, claim.source).kind, describe(page, subjects).kind):
        return subjects, describe(page, subjects)
    return None, Described("none")


def _was_other(page: Page, claim: Claim, at: int, person: Span) -> bool:
    """Whether somebody was "he" before, where "she" stands at `at`."""
    return (
        bool(claim.source and claim.resolved)
        and _is_other_pronoun(page, claim, at)
        and hull(claim.resolved).overlaps(person)
    )


def _only(subjects: Pieces, person: Span) -> bool:
    return len(subjects) == 1 and subjects[0].overlaps(person)


_SILENT = re.compile(r"\b(?:not|never|n[’']t|declin\w+|refus\w+|den(?:y|ies|ied))\b", re.IGNORECASE)


def _silent_of_another(page: Page, claim: Claim, source: Claim) -> bool:
    """Whether a "he" who is silent may be whom the last source told of: "An official said that Mr Quell agreed. He has not said so"."""
    cue = lower(page, claim.cue)
    if lower(page, claim.source) not in HIS | HER or not _SILENT.search(cue) or not source.content:
        return False
    at, own = hull(claim.source).start, {m.name for m in names_in(page, hull(source.resolved or source.source))}
    told = (m for p in source.content for m in names_in(page, p) if m.kind == "person" and m.span.end <= at)
    return any(m.name not in own and not other_sex(page, at, (m.span,)) for m in told)


def _another_since(page: Page, claim: Claim, source: Claim) -> bool:
    """Whether the sentence before "she" names a spokeswoman, of whose state it is, since the last source spoke: "X said through Ms Y that …"."""
    at = hull(claim.source).start
    near = sentences_before(page, at, 2)
    if lower(page, claim.source) not in HIS | HER or len(near) < 2 or hull(source.source).start >= near[0].start:
        return False
    own = {m.name for m in names_in(page, hull(source.resolved or source.source))}
    persons = (m for m in names_in(page, near[0]) if m.kind == "person" and m.name not in own)
    return any(
        _SPEAKS_BY.search(page.text, near[0].start, m.span.start) and not other_sex(page, at, (m.span,))
        for m in persons
    )


_SPEAKS_BY = re.compile(r"\b(?:through|by|via|in the person of) (?:[\w’'-]+ ){0,5}$")


def _of_noun(page: Page, claim: Claim, fitting: Sequence[Claim]) -> Claim | None:
    """The nearest of the fitting sources that has the noun itself, or is of its kind; any for a pronoun."""
    own, noun = describe(page, claim.source).kind, lower(page, claim.source).split()[-1].strip(" .,;:")
    same = (c for c in fitting if re.search(rf"(?<!\w){re.escape(noun)}(?!\w)", lower(page, c.resolved or c.source)))
    return next(same, None) or next((c for c in fitting if _may_be(own, c.kind)), None)


def _may_be(noun: SourceKind, source: SourceKind) -> bool:
    return source in _SAME.get(noun, {source})


def _floor(page: Page, at: int) -> int:
    """Where the sentences begin that a pronoun at `at` may still refer to."""
    near = sentences_before(page, at, FAR + 1)
    return near[0].start if near else 0


def _fits(page: Page, claim: Claim, number: Number, floor: int, at: int) -> bool:
    if not claim.source or not floor <= hull(claim.source).start < at:
        return False
    pieces = claim.resolved or claim.source
    if points_back(page, pieces) is not None:
        return False
    words = lower(page, pieces)
    seen = describe(page, pieces)
    if number == "neuter":
        return claim.kind == "institution_unspecified" or (claim.kind == "outlet_relay" and words != "it")
    plural = (not seen.named and bool(PLURAL.search(head(words)))) or " and " in words
    one_of_people = words.startswith(("one of the ", "another of the ")) and claim.party is not None
    person = one_of_people or seen.named or seen.kind in CALLED
    if number == "singular" and (other_sex(page, at, pieces) or _is_other_pronoun(page, claim, at)):
        return False
    if number == "part":
        return plural and claim.kind in CALLED
    return plural if number == "plural" else person and not plural


def _is_other_pronoun(page: Page, claim: Claim, at: int) -> bool:
    """Whether "she" at `at` is not who was "he" before."""
    own, was = page.text[at : at + len("she")].strip().casefold(), lower(page, claim.source)
    return (own in HIS and was in HER) or (own in HER and was in HIS)


def person_before(page: Page, at: int, claims: Sequence[Claim] = ()) -> str | None:
    """The party of the person for whom "he" or "she" at `at` stands: who spoke last or opened a sentence since.

    None where there is nobody, or somebody whose party is not known.
    """
    people, floor = subjects_before(page, at), _floor(page, at)
    spoke = [c for c in claims if c.source and floor <= hull(c.source).start < at and _speaks_alone(page, c, at)]
    last = max(spoke, default=None, key=lambda c: hull(c.source))
    if last is not None and (not people or people[0].start <= hull(last.source).start):
        return last.party
    return describe(page, people).party if len(people) == 1 else None


def _speaks_alone(page: Page, claim: Claim, at: int) -> bool:
    """Whether a claim's source is one person who may be "he" or "she" at `at`."""
    pieces = claim.resolved or claim.source
    person = claim.kind in PERSONS or lower(page, claim.source) in HIS | HER
    return person and not PLURAL.search(head(lower(page, claim.source))) and not other_sex(page, at, pieces)


_LATE = re.compile(r" (?:later|also|then|earlier|again|meanwhile|separately)$")


def _body_before(page: Page, at: int) -> Span | None:
    """The body that opens the sentence before, of which "it" goes on to speak: "In Tavik, the presidential office …"."""
    before = sentences_before(page, at, 2)
    found = NOUN_SUBJECT.match(page.text, before[0].start, before[0].end) if len(before) > 1 else None
    if found is None:
        return None
    start, end = found.span("subject")
    late = _LATE.search(page.text, start, end)
    span = Span(start, late.start() if late else end)
    back = points_back(page, (span,)) is not None
    return span if not back and describe(page, (span,)).kind == "institution_unspecified" else None
