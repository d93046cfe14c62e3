"""Whom "he", "the official", "the same source" stand for: the nearest fitting source before, or nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

from msgspec.structs import replace

from nonpaper.claims.cues import table
from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.gazetteer.shapes import NAME, PERSON, WORD, never
from nonpaper.claims.page import Page, paragraph_at, sentence_at
from nonpaper.claims.sides import side_of
from nonpaper.claims.sources.describe import Described, describe, has_title, head, head_noun
from nonpaper.claims.sources.kinds import CALLED, PERSONS
from nonpaper.claims.sources.pieces import lower, names_in, quote, sentences_before
from nonpaper.model.claim import Claim
from nonpaper.model.codes import SourceKind
from nonpaper.model.span import Pieces, Span, hull

Number = Literal["singular", "plural", "neuter", "part"]
_BACK = 20  # claims looked back over for a source
_FAR = 3  # sentences back; beyond that a pronoun is no longer clear
_PLURAL = re.compile(r"(?:s|men|women|people)$", re.IGNORECASE)
# Whom a noun may stand for: "the official" is no spokeswoman and no president, though she spoke last.
_SAME: dict[SourceKind, frozenset[SourceKind]] = {
    "unnamed_official": frozenset({"unnamed_official", "person_familiar", "named_party_official"}),
    "person_familiar": frozenset({"person_familiar", "unnamed_official"}),
    "on_record_principal": frozenset({"on_record_principal"}),
    "on_record_spokesperson": frozenset({"on_record_spokesperson"}),
}
UNCLEAR = "whom the source's words stand for is not clear"


@cache
def _back() -> dict[str, Number]:
    rows = table("nouns")["back"]
    numbers: tuple[Number, ...] = ("plural", "neuter", "singular")
    return {word: number for number in numbers for word in rows[number]}


def points_back(page: Page, pieces: Pieces) -> Number | None:
    """The number of a source that only points back; None for a source that stands for itself."""
    words = lower(page, pieces).strip(" .,;:")
    return _back().get(words) or _partitive(words)


# "one of them", "two of the officials", "the third official": part of those named before.
_PART = re.compile(
    r"(?:one|two|three|four|another|both|some|several|most|neither|a (?:second|third|fourth)|the (?:first|second|third|fourth|last)) of (?:them|the (?:\w+ ){0,2}?(?P<noun>\w+))(?:, an? [\w ]+)?"
)
_ORDINAL = re.compile(r"(?:the|an?) (?:same|first|second|third|fourth|other|last|latter|former)(?: (?P<noun>[\w ]+))?")
_DEFINITE = re.compile(r"the (?P<noun>\w+)")


def _partitive(words: str) -> Number | None:
    relative = re.split(r",? (?:who|whom|whose)\b", words)[0].strip(" ,")
    part = _PART.fullmatch(relative)
    if part is not None:
        return "part" if part["noun"] is None or _personal(part["noun"]) else None
    again = _ORDINAL.fullmatch(relative) or _DEFINITE.fullmatch(relative)
    if again is None:
        return None
    if again["noun"] is None:
        return "part"
    if not _personal(again["noun"]):
        return None
    return "plural" if again["noun"].endswith("s") else "part" if relative.split()[1] in _ORDER else "singular"


_ORDER = frozenset({"first", "second", "third", "fourth", "last", "other"})


def _personal(noun: str) -> bool:
    found = head_noun(noun)
    return found is not None and found[0] in CALLED


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
    if not closed or page.text[max(0, start - 2) : start] != ", " or _DEFINITE.match(lower(page, claim.source)) is None:
        return None
    sentence = sentence_at(page, start)
    names = names_in(page, Span(start - 3, start - 2)) if sentence and start > 3 else ()
    opens = [m for m in names if m.party and m.span.end == start - 2 and _lead(page, sentence, m.span) in ("", "the")]
    return opens[0] if opens else None


def _lead(page: Page, sentence: Span | None, name: Span) -> str:
    return page.text[sentence.start : name.start].strip(' “”"\n').casefold() if sentence else "-"


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
    paper = _paper_before(page, hull(claim.source).start) if number == "neuter" and own.kind == "none" else None
    if paper is not None:
        return replace(claim, resolved=(paper,), kind="document_seen", party=None)
    side = side_of(page, hull(claim.source))
    if side is not None:
        return replace(claim, kind="institution_unspecified", party=side)
    antecedent, known = _antecedent(page, claim, number, before)
    if antecedent is None and own.party is None:
        antecedent, known = _named_fully(page, claim) or _only_spokesperson(page, claim, own.kind) or (None, known)
    if antecedent is None:
        doubt = () if own.party else (UNCLEAR,)
        return replace(claim, doubts=(*claim.doubts, *doubt))
    kind, party = known.kind, known.party
    if own.kind not in ("none", kind) and not known.named and kind not in _SAME.get(own.kind, ()):
        kind = own.kind
    return replace(claim, resolved=antecedent, kind=kind, party=party or own.party)


_PAPER = re.compile(
    r"(?:But |And |Yet )?(?P<paper>(?:The|Its|Their|There is an?|Both|An?|One) (?:[\w’'-]+ ){0,4}?[\w-]+)(?![\w’'-])"
)


def _paper_before(page: Page, at: int) -> Span | None:
    """The text that opens the sentence before, of which "it" goes on to speak."""
    before = sentences_before(page, at, 2)
    found = _PAPER.match(page.text, before[0].start, before[0].end) if len(before) > 1 else None
    for end in [m.end() for m in re.finditer(r"[\w-]+", found["paper"])][1:] if found else []:
        span = Span(found.start("paper"), found.start("paper") + end)  # type: ignore[union-attr]
        if describe(page, (span,)).kind == "document_seen":
            return span
    return None


_FULLY = 600  # characters back in which "the ministry" was named with its owner
_PAGE = 6_000  # characters back in which a spokesperson was named
_BODY = re.compile(r"the (?P<noun>[a-z]+(?: staff)?)")


def _named_fully(page: Page, claim: Claim) -> tuple[Pieces, Described] | None:
    """For "the ministry": "the Maravian foreign ministry" before it, where every such ministry is one party's."""
    body = _BODY.fullmatch(lower(page, claim.source))
    owned = _owned_before(page, body["noun"], hull(claim.source).start) if body and head_noun(body["noun"]) else []
    if len({party for _, party in owned}) != 1:
        return None
    return (owned[-1][0],), describe(page, (owned[-1][0],))


def _owned_before(page: Page, noun: str, at: int) -> list[tuple[Span, str]]:
    """Where a noun was named with its owner, and whose it is: "the Maravian foreign ministry"."""
    phrase = re.compile(rf"(?:[’']s)?\s(?:[a-z]+\s){{0,2}}?{re.escape(noun)}\b")
    return [
        (Span(m.span.start, found.end()), m.party)
        for m in (names_in(page, Span(max(0, at - _FULLY), at)) if at else ())
        if m.party and m.kind in ("adjective", "party") and (found := phrase.match(page.text, m.span.end, at))
    ]


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
    """The nearest earlier source of that number, unless a person opened a sentence in between."""
    at = hull(claim.source).start
    floor = _floor(page, at)
    fitting = [c for c in reversed(before) if _fits(page, c, number, floor, at)]
    source = _of_noun(page, claim, fitting)
    opens = _party_before(page, at) if lower(page, claim.source).strip(" ,") == "it" else None
    if opens is not None and (source is None or hull(source.source).start < opens.start):
        known = describe(page, (opens,))
        return (opens,), known
    subject = _subject(page, at) if number == "singular" else None
    if source is not None:
        pieces = source.resolved or source.source
        if subject is None or hull(source.source).start >= subject.start or subject.overlaps(hull(pieces)):
            return pieces, Described(source.kind, source.party, named=describe(page, pieces).named)
    body = _body_before(page, at) if number == "neuter" and source is None else None
    if body is not None:
        return (body,), describe(page, (body,))
    if subject is not None and _may_be(describe(page, claim.source).kind, describe(page, (subject,)).kind):
        return (subject,), describe(page, (subject,))
    return None, Described("none")


def _of_noun(page: Page, claim: Claim, fitting: Sequence[Claim]) -> Claim | None:
    """The nearest of the fitting sources that has the noun itself, or is of its kind; any for a pronoun."""
    own, noun = describe(page, claim.source).kind, lower(page, claim.source).split()[-1].strip(" .,;:")
    same = (c for c in fitting if re.search(rf"(?<!\w){re.escape(noun)}(?!\w)", lower(page, c.resolved or c.source)))
    return next(same, None) or next((c for c in fitting if _may_be(own, c.kind)), None)


def _may_be(noun: SourceKind, source: SourceKind) -> bool:
    return source in _SAME.get(noun, {source})


def _floor(page: Page, at: int) -> int:
    """Where the sentences begin that a pronoun at `at` may still refer to."""
    near = sentences_before(page, at, _FAR + 1)
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
    plural = (not seen.named and bool(_PLURAL.search(head(words)))) or " and " in words
    one_of_people = words.startswith(("one of the ", "another of the ")) and claim.party is not None
    person = one_of_people or seen.named or seen.kind in CALLED
    if number == "singular" and _other_sex(page, at, pieces):
        return False
    if number == "part":
        return plural and claim.kind in CALLED
    return plural if number == "plural" else person and not plural


def _subject(page: Page, at: int) -> Span | None:
    """Who opens the nearest sentence before `at` that a person opens, by name or as "a diplomat …"."""
    around = paragraph_at(page, at)
    for sentence in reversed(sentences_before(page, at, _FAR + 1)):
        first = next((m for m in names_in(page, sentence) if m.kind == "person"), None)
        alone = first is not None and sum(m.kind == "person" for m in names_in(page, sentence)) == 1
        if first is not None and first.span.end <= at and _leads(page, sentence, first.span):
            subject: Span | None = first.span
        elif first is not None and alone and first.span.end <= at and _goes_on(page, at, sentence, first.span):
            subject = first.span
        else:
            near = around is not None and sentence.start >= around.start
            subject = _described_subject(page, sentence, at) if near else None
            subject = subject or _stranger(page, sentence, at)
        if subject is not None and not _other_sex(page, at, (subject,)):
            return subject
    return None


def person_before(page: Page, at: int, claims: Sequence[Claim] = ()) -> str | None:
    """The party of the person for whom "he" or "she" at `at` stands: who spoke last or opened a sentence since.

    None where there is nobody, or somebody whose party is not known.
    """
    person, floor = _subject(page, at), _floor(page, at)
    spoke = [c for c in claims if c.source and floor <= hull(c.source).start < at and _speaks_alone(page, c, at)]
    last = max(spoke, default=None, key=lambda c: hull(c.source))
    if last is not None and (person is None or person.start <= hull(last.source).start):
        return last.party
    return describe(page, (person,)).party if person is not None else None


def _speaks_alone(page: Page, claim: Claim, at: int) -> bool:
    """Whether a claim's source is one person who may be "he" or "she" at `at`."""
    pieces = claim.resolved or claim.source
    person = claim.kind in PERSONS or lower(page, claim.source) in _HIS | _HER
    return person and not _PLURAL.search(head(lower(page, claim.source))) and not _other_sex(page, at, pieces)


# A person nobody knows who opens a sentence: "Petra Onil of the Sea Institute is …", "The doctor, Hanna Vree, …".
_STRANGER = re.compile(
    rf"(?:(?:The|A|An|Its|His|Her) [a-z][\w -]{{2,40}}, )?(?P<name>{PERSON})(?P<of> of the {NAME}(?: of the {NAME})?)?(?=,| (?:is|was|has|had|[a-z]+s|[a-z]+ed)\b)"
)


def _stranger(page: Page, sentence: Span, at: int) -> Span | None:
    found = _STRANGER.match(page.text, sentence.start, min(sentence.end, at))
    if found is None or found["name"].split()[0] in never():
        return None
    span = Span(*found.span())
    return span if describe(page, (span,)).named else None


def _body_before(page: Page, at: int) -> Span | None:
    """The body that opens the sentence before, of which "it" goes on to speak: "In Tavik, the presidential office …"."""
    before = sentences_before(page, at, 2)
    found = _NOUN_SUBJECT.match(page.text, before[0].start, before[0].end) if len(before) > 1 else None
    if found is None:
        return None
    span = Span(*found.span("subject"))
    back = points_back(page, (span,)) is not None
    return span if not back and describe(page, (span,)).kind == "institution_unspecified" else None


def _party_before(page: Page, at: int) -> Span | None:
    """The party whose name opens the sentence before, as its subject or with its army or government: of it "it" goes on to speak."""
    before = sentences_before(page, at, 2)
    opens = names_in(page, before[0])[:1] if len(before) > 1 else ()
    if not opens or opens[0].party is None or opens[0].kind not in ("party", "metonym"):
        return None
    name = opens[0].span
    alone = _lead(page, before[0], name) in ("", "the") and _ACTS.match(page.text, name.end) is not None
    return name if alone else None


# What may follow a party that is a sentence's subject: its body, and a verb of doing.
_ACTS = re.compile(
    r"(?:[’']s? (?:[a-z]+ ){0,2}(?:army|government|forces|troops|parliament|navy|air force))?"
    r" (?:also |already |later |then )?(?:has|had|is|was|will|would|[a-z]{2,}(?:ed|t)|took|struck|gave|made|put|sent|broke|withdrew|began|held|left|won|lost)\b(?! by\b)"
)
# What may stand before a sentence's subject: "In Tavik the foreign minister, Edda Quell, …".
_LEAD = re.compile(r"[“\"«]?(?:[\w.’'-]+\s+){0,4}")
_TITLED_LEAD = re.compile(r"[“\"«]?(?:[\w.’'-]+,?\s+){0,18}")
_SAID = re.compile(r"\b(?:said|told|according|asked|by|with|to|of|that)\b(?![^,]*,\s*$)")


def _leads(page: Page, sentence: Span, name: Span) -> bool:
    lead = page.text[sentence.start : name.start]
    if page.text[name.end : name.end + 2] in ("’s", "'s"):
        return False
    if _LEAD.fullmatch(lead):
        return True
    return bool(
        lead.rstrip().endswith(",") and _TITLED_LEAD.fullmatch(lead) and has_title(lead) and not _SAID.search(lead)
    )


# A person who acts in a sentence's last clause: "…, and X floated a truce", "I asked X, and he smiled".
_CLAUSE = re.compile(r"(?:,|;) (?:and|but|while|whereas)? ?(?:[a-z]+ )?$")
_ACTS_ON = re.compile(r" (?:has|had|is|was|will|would|[a-z]{3,}(?:ed|s)|said|told|put|took|gave)\b")


def _goes_on(page: Page, at: int, sentence: Span, name: Span) -> bool:
    last = sentences_before(page, at, 2)
    if sentence not in last[:1]:
        return False
    acts = _ACTS_ON.match(page.text, name.end) and _CLAUSE.search(
        page.text[max(sentence.start, name.start - 20) : name.start]
    )
    pronoun = re.match(r"\w+", page.text[at : at + 4])
    again = pronoun and re.match(rf", (?:and|but) {pronoun[0].casefold()}\b", page.text[name.end : name.end + 12])
    return bool(acts or again)


_NOUN_SUBJECT = re.compile(
    r"(?:In \w+(?: \w+)?,? )?(?P<subject>(?:An?|[Tt]he|One|Another|an?) [^,.;:“”\"()\n]{3,80}?)(?=,? (?:who|whom|whose|which|in|at|on|from|with|accredited|was|were|is|are|has|had|did|said|told|took|came|went|spoke|sat|stood|asked|issued|\w{3,}ed|\w{3,}s)\b|,)"
)


def _described_subject(page: Page, sentence: Span, at: int) -> Span | None:
    """The unnamed person who opens a sentence: "A Maravian diplomat …"."""
    found = _NOUN_SUBJECT.match(page.text, sentence.start, min(sentence.end, at))
    if found is None or _PLURAL.search(found["subject"]):
        return None
    span = Span(*found.span("subject"))
    if points_back(page, (span,)) is not None or describe(page, (span,)).kind not in CALLED:
        return None
    return span


_HIS = frozenset({"he", "him", "his"})
_HER = frozenset({"she", "her"})
_WOMAN = re.compile(r"\b(?:Ms|Mrs|Miss|Madame|Mme|Lady|Queen|Frau|Señora|[a-z]*woman)\b")
_MAN = re.compile(r"\b(?:Mr|Monsieur|Lord|Sir|King|Herr|Señor|(?!spokeswoman)(?:spokes|chair|congress)man)\b")


def _other_sex(page: Page, at: int, pieces: Pieces) -> bool:
    """Whether "he" or "she" at `at` cannot stand for a source that is called Ms or Mr, there or elsewhere."""
    pronoun = re.match(r"\w+", page.text[at : at + 4])
    word = pronoun.group().casefold() if pronoun else ""
    if word not in _HIS | _HER:
        return False
    words = quote(page, pieces)
    surname = re.findall(r"[\w’-]+", words)[-1:]
    called = addressed(page.text)
    woman = bool(_WOMAN.search(words)) or any(called.get(s) == "woman" for s in surname)
    man = bool(_MAN.search(words)) or any(called.get(s) == "man" for s in surname)
    return woman and not man if word in _HIS else man and not woman


@lru_cache(maxsize=2)
def addressed(text: str) -> dict[str, str]:
    """Surnames that a form of address tells to be a man's or a woman's: "Ms Quell"."""
    found: dict[str, str] = {}
    for m in re.finditer(
        rf"\b(?:(?P<woman>Ms|Mrs|Miss|Madame|Mme|Frau|Señora)|Mr|Monsieur|Herr|Señor)\.? (?P<name>{WORD}(?: {WORD})?)",
        text,
    ):
        found.setdefault(m["name"].split()[-1], "woman" if m["woman"] else "man")
    return found
