"""Who opens the sentence before: for whom "he" or "she" goes on, where one person may be meant and no other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.gazetteer.shapes import NAME, PERSON, never
from nonpaper.claims.page import Page, paragraph_at
from nonpaper.claims.sources.back import points_back
from nonpaper.claims.sources.describe import describe, has_title
from nonpaper.claims.sources.kinds import CALLED
from nonpaper.claims.sources.pieces import names_in, sentences_before
from nonpaper.claims.sources.sexes import other_sex, same_sex
from nonpaper.model.span import Span

FAR = 3  # sentences back; beyond that a pronoun is no longer clear
PLURAL = re.compile(r"(?:s|men|women|people)$", re.IGNORECASE)


def subjects_before(page: Page, at: int) -> tuple[Span, ...]:
    """Who opens the nearest sentence before `at` that a person opens, by name or as "a diplomat …".

    Two where two meet or act together in it and either may be "he" or "she" at `at`.
    """
    around = paragraph_at(page, at)
    for sentence in reversed(sentences_before(page, at, FAR + 1)):
        persons = [m for m in names_in(page, sentence) if m.kind == "person" and m.span.end <= at]
        both = _together(page, sentence, persons)
        fit = tuple(p for p in both if not other_sex(page, at, (p,)))
        if fit:
            return tuple(p for p in fit if same_sex(page, at, (p,))) or fit
        subject = None if both else _of(page, sentence, at, near=around is not None and sentence.start >= around.start)
        if subject is not None and not other_sex(page, at, (subject,)):
            return (subject,)
    return ()


def _of(page: Page, sentence: Span, at: int, *, near: bool) -> Span | None:
    """The person who opens a sentence: a known name, where it is `near` somebody described, or a name nobody knows."""
    persons = [m for m in names_in(page, sentence) if m.kind == "person"]
    first = persons[0].span if persons else None
    if first is not None and first.end <= at:
        alone = len(persons) == 1
        if _leads(page, sentence, first) or (alone and _goes_on(page, at, sentence, first)):
            return first
    return (_described_subject(page, sentence, at) if near else None) or _stranger(page, sentence, at)


_MEET = (
    r"met(?: with)?|spoke (?:[a-z]+ ){0,3}?(?:with|to)|talked (?:[a-z]+ ){0,3}?(?:with|to)|called(?! on\b| for\b)|telephoned|phoned|received|hosted|welcomed|greeted"
    r"|shook hands with|sat (?:[a-z]+ )?(?:with|opposite|beside)|dined with|joined|accompanied|embraced|faced|visited|wrote to"
)
_BETWEEN = re.compile(
    rf"(?:(?: of| from) (?:the )?{NAME})?(?:, [^,;:“”\"]{{3,60}},)?(?:,? and| (?:later |also |then )?(?:{_MEET})) (?:[\w’'.-]+,? ){{0,9}}"
)


def _together(page: Page, sentence: Span, persons: list[Mention]) -> tuple[Span, ...]:
    """The two persons who open a sentence together: "X met Y", "X and her counterpart, Y"."""
    if len(persons) < 2 or not _leads(page, sentence, persons[0].span):
        return ()
    first, second = persons[0].span, persons[1].span
    between = page.text[first.end : second.start] if first.end < second.start else ""
    return (first, second) if between and _BETWEEN.fullmatch(between) else ()


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


# What may stand before a sentence's subject: "In Tavik the foreign minister, Edda Quell, …".
_LEAD = re.compile(r"[“\"«]?(?:[\w.’'-]+\s+){0,4}")
_TITLED_LEAD = re.compile(r"[“\"«]?(?:[\w.’'-]+,?\s+){0,18}")
_SAID = re.compile(r"\b(?:said|told|according|asked|by|with|to|of|that)\b(?![^,]*,\s*$)")


_TELLS_THAT = re.compile(r"\b(?:said|says|told|added|believes?|claim(?:s|ed)|reported)\b.*\bthat\b", re.DOTALL)


def _leads(page: Page, sentence: Span, name: Span) -> bool:
    lead = page.text[sentence.start : name.start]
    if _TELLS_THAT.search(lead):
        return False
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


NOUN_SUBJECT = re.compile(
    r"(?:In \w+(?: \w+)?,? )?(?P<subject>(?:An?|[Tt]he|One|Another|an?|[A-Z]\w+[’']s?) [^,.;:“”\"()\n]{3,80}?)(?=,? (?:who|whom|whose|which|in|at|on|from|with|accredited|was|were|is|are|has|had|will|would|cannot|did|said|told|took|came|went|spoke|sat|stood|asked|issued|\w{3,}ed|\w{3,}s)\b|,)"
)


_OWNED, _HE = re.compile(r"[A-Z]\w+[’']"), re.compile(r"(?:he|she)\b", re.IGNORECASE)


def _described_subject(page: Page, sentence: Span, at: int) -> Span | None:
    """The unnamed person who opens a sentence: "A Maravian diplomat …"."""
    found = NOUN_SUBJECT.match(page.text, sentence.start, min(sentence.end, at))
    if found is None or PLURAL.search(found["subject"]):
        return None
    # "Kessara's president, he said, likes poetry": whoever says so is another; a noun is not he either.
    if _OWNED.match(found["subject"]) and (sentence.end > at or _HE.match(page.text, at) is None):
        return None
    span = Span(*found.span("subject"))
    if points_back(page, (span,)) is not None or describe(page, (span,)).kind not in CALLED:
        return None
    return span


# What may follow a party that is a sentence's subject: its body, and a verb of doing.
_ACTS = re.compile(
    r"(?:[’']s? (?:[a-z]+ ){0,2}(?:army|government|forces|troops|parliament|navy|air force))?"
    r" (?:also |already |later |then )?(?:has|had|is|was|will|would|[a-z]{2,}(?:ed|t)|took|struck|gave|made|put|sent|broke|withdrew|began|held|left|won|lost)\b(?! by\b)"
)


def opens_with(page: Page, sentence: Span, name: Span) -> bool:
    """Whether a sentence opens with a name, alone or behind "the"."""
    return page.text[sentence.start : name.start].strip(' “”"\n').casefold() in ("", "the")


# Between a sentence's subject and the "it" of a clause that goes on from it: "…, failing which it threatens", "…, and it has".
_LINK = re.compile(
    r", (?:and|but|or|so|while|though|although|because|since|(?:failing|after|before|until|without) which)\s+$"
)


def party_before(page: Page, at: int) -> Span | None:
    """The party for "it" at `at` whose name, alone or with its army or government, is the subject before it.

    Of the same sentence, where a clause goes on there and names no other party before; else of the sentence before.
    """
    near = sentences_before(page, at, 2)
    if _goes_on_in(page, near, at):
        return party_here(page, at)
    return _acting(page, near[0]) if len(near) > 1 else None


def party_here(page: Page, at: int) -> Span | None:
    """The party that opens the sentence of `at` and acts in it, where a clause goes on there and it is the only one before."""
    near = sentences_before(page, at, 1)
    if not _goes_on_in(page, near, at):
        return None
    parties = {m.party for m in names_in(page, Span(near[-1].start, at)) if m.party}
    return _acting(page, near[-1]) if len(parties) == 1 else None


def _goes_on_in(page: Page, near: Sequence[Span], at: int) -> bool:
    return bool(near) and _LINK.search(page.text, near[-1].start, at) is not None


# What leads to the subject of a sentence and names others: "Contrary to what the Norvian side has claimed, Kessara has …".
_LED = re.compile(
    r"(?:Contrary to|Despite|Unlike|According to|In answer to|In reply to|Asked about|Responding to) [^,;.:]{3,120}, "
)


def _acting(page: Page, sentence: Span) -> Span | None:
    """The party that opens a sentence and acts in it."""
    led = _LED.match(page.text, sentence.start, sentence.end)
    if led is not None:
        sentence = Span(led.end(), sentence.end) if led.end() < sentence.end else sentence
    opens = names_in(page, sentence)[:1]
    if not opens or opens[0].party is None or opens[0].kind not in ("party", "metonym"):
        return None
    name = opens[0].span
    return name if opens_with(page, sentence, name) and _ACTS.match(page.text, name.end) is not None else None
