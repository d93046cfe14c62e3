"""Every term of a negotiating text, in text order, with its number, who is bound, what ties it, and its value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from nonpaper.claims.page import Page
from nonpaper.claims.provisions.conditions import without
from nonpaper.claims.provisions.official.actors import Actor, inside
from nonpaper.claims.provisions.official.amounts import amount
from nonpaper.claims.provisions.official.brackets import agreed, brackets_in, is_label, standing
from nonpaper.claims.provisions.official.clauses import clauses
from nonpaper.claims.provisions.official.deadlines import deadline
from nonpaper.claims.provisions.official.leads import Lead, lead_of
from nonpaper.claims.provisions.official.meaning import ROW, about, defines, excepts, modality, only_when, plainly
from nonpaper.claims.provisions.official.roles import Setting, roles, subject_of
from nonpaper.claims.provisions.official.sides import Cast, cast_of
from nonpaper.claims.provisions.official.ties import due, ties
from nonpaper.claims.provisions.official.units import Unit
from nonpaper.claims.provisions.official.words import MODAL, NOUN_FIRST, PREAMBLE, binds, binds_plainly, goes_on
from nonpaper.claims.provisions.terms_of_art import verifiers_in
from nonpaper.model.codes import Status, Topic
from nonpaper.model.provision import Condition, Provision
from nonpaper.model.span import Span

TITLE = 30
"""Words of a title at most."""
_DONE = re.compile(
    r"\b(?:done (?:at|in)|signed|in witness whereof|participants of the|signator(?:y|ies))\b", re.IGNORECASE
)
_DRAFT = re.compile(r"\b(?:draft|non-paper|proposed text|working text|negotiating text)\b", re.IGNORECASE)
_HEAD = 400
"""Characters in which a text says that it is a draft: nobody has signed it, whatever it calls its parties."""
_UNDER_WATCH = re.compile(
    r"\b(?:under|with)\s+(?P<who>[A-Z][\w/-]*(?:\s+[A-Z][\w/-]*){0,4})\s+(?:monitoring|supervision|verification|observation)\b"
)
_WATCHED_BY = re.compile(
    r"\b(?:monitored|verified|supervised|observed|inspected|certified|overseen)\s+by\s+an?\s+(?:[a-z]+\s+){0,3}?(?:mission|team|group|commission|panel|observers|inspectors)\s+of\s+(?:the\s+)?(?P<who>[A-Z]\w*(?:\s+(?:of\s+)?[A-Z]\w*){0,4})"
)
_NAMED = r"(?P<who>[A-Z][\w/’-]*(?:\s+(?:(?:of|for|and|on|in)\s+(?:the\s+)?)?[A-Z][\w/’-]*){0,6})"
_BASE = r"(?:verify|monitor|certify|supervise|inspect|oversee)"
_WATCHES = re.compile(
    rf"\b(?:[Tt]he\s+)?{_NAMED}(?:\s*\([^()]{{1,60}}\))?,?\s+(?:(?:shall|will|must|is to|are to)\s+(?:(?:\w+ly|also)\s+)?(?:be\s+(?:responsible|tasked|charged|entrusted)\s+(?:for|with)\s+)?(?:{_BASE}|(?:verify|monitor|certify|supervis|inspect|oversee)ing|(?:the\s+)?(?:verification|monitoring|supervision|inspection|certification)\s+of)\b"
    rf"|(?:(?:\w+ly|also)\s+)?(?:verifies|monitors|certifies|supervises|inspects|oversees)\s+(?:the|all|each|every|its|their|compliance|any|that|whether|this|these)\b)"
)
_UPON_WORD = re.compile(
    rf"\b(?:certification|confirmation|attestation|determination|finding|verification|inspection)\s+by\s+(?:the\s+)?{_NAMED}"
)
_HEADED_BY = re.compile(
    rf"\b(?:[Tt]he\s+)?{_NAMED},\s+(?:chaired|co-chaired|led|headed|appointed|established|hosted|funded|supported|assisted|convened)\s+(?:\w+ly\s+)?by\s+(?:the\s+)?[^,]{{2,60}},"
)
_NOBODY = re.compile(r"(?:Part(?:y|ies)|Sides?|Signator(?:y|ies)|It|They|This|These|Each|Both|Either|Neither)\b")
_INTRODUCES = re.compile(
    r"\b(?:following|as follows|pillars|foresees|envisages)\b[^.]{0,60}[:;]?$|\b(?:shall|will|must|to|that|agree[ds]?)\s*:$",
    re.IGNORECASE,
)
_TIES_BACK = re.compile(r"\W*(?:starting|beginning|ending|provided|on condition|subject to|unless|if)\b", re.IGNORECASE)
_ITSELF = re.compile(r"\W*this (?:annex|article|section|part|chapter|paragraph|point)\b", re.IGNORECASE)
_OTHER = re.compile(r"\W*provided that (?:paragraph|point|article) (?P<n>\d{1,3})\b", re.IGNORECASE)
_BY = re.compile(r"\bby (?:the )?(?:[\w-]+ ){0,14}$", re.IGNORECASE)
_FRAGMENT = re.compile(r"\W*(?:for|from|in|to|by|with|of|within)\b|.{0,60}?\s[-–]\s(?:by|at|to)\b", re.IGNORECASE)
_FOR = re.compile(r"\W*for\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\W*(?:they|it|he|she)\b", re.IGNORECASE)
_BLANKS = dict.fromkeys(map(ord, "\n\r\t\u00a0\u202f\u2007"), " ")
Names = tuple[str, ...]


class _Running:
    """What the walk carries from one unit to the next."""

    def __init__(self) -> None:
        self.leads: dict[Span, Lead] = {}
        self.number: str | None = None
        self.unit: Names = ()
        self.subject: Names = ()
        self.defining: Span | None = None
        self.title: Topic | None = None
        self.brackets: tuple[Span, ...] = ()
        self.headed: Topic | None = None
        self.topic: Topic | None = None


def terms_of(page: Page, units: Sequence[Unit]) -> tuple[Provision, ...]:
    """Every term of a text that is read as itself, given its units, in text order. Linear in the text."""
    cast, running = cast_of(page, units), _Running()
    running.brackets = brackets_in(page.text)
    status: Status = "signed" if _DONE.search(page.text) and not _DRAFT.search(page.text[:_HEAD]) else "published"
    flat = msgspec.structs.replace(page, text=page.text.translate(_BLANKS))
    terms: list[Provision] = []
    for unit in units:
        if terms and not unit.marked and terms[-1].number == unit.number and excepts(unit.span.quote(flat.text)):
            terms[-1] = _but_for(terms[-1], unit.span)
        else:
            terms.extend(_terms(flat, unit, cast, running))
    bound: dict[str, Names] = {}
    for term in terms:
        for number in (term.number or "", re.split(r"[.(]", term.number or "", maxsplit=1)[0]):
            if term.obligor:
                bound.setdefault(number, term.obligor)
    return tuple(
        msgspec.structs.replace(term, status=status, obligor=_referred(flat.text, term, bound)) for term in terms
    )


def _but_for(term: Provision, sentence: Span) -> Provision:
    """A term with the sentence after it that says to whom it does not apply."""
    return msgspec.structs.replace(term, conditions=(*term.conditions, Condition(span=sentence, kind="precondition")))


def _referred(text: str, term: Provision, bound: Mapping[str, Names]) -> Names:
    """A proviso that another point be carried out falls on whoever that point binds."""
    found = _OTHER.match(term.span.quote(text))
    return (bound.get(found["n"]) if found else None) or term.obligor


def _terms(page: Page, unit: Unit, cast: Cast, running: _Running) -> Iterator[Provision]:
    said = unit.span.quote(page.text)
    if unit.role == "heading":
        running.headed = plainly(said)
    if unit.number != running.number:
        running.number, running.unit, running.topic = unit.number, (), None
    if unit.role == "preamble" and running.title is None and len(said.split()) <= TITLE:
        running.title = plainly(said)
    defined = unit.lead is not None and unit.lead == running.defining
    made = _of_sentence(page, unit, cast, running) if defined or _is_term(unit, said) else ()
    running.defining = unit.span if unit.role == "lead" and defines(said) else None
    if unit.role in ("lead", "signature"):
        running.leads[unit.span] = lead_of(page, unit, cast, made)
    yield from made


def _is_term(unit: Unit, said: str) -> bool:
    """Whether a unit states a term: every item does, a lead-in where it binds itself, prose where it binds plainly."""
    if unit.role in ("heading", "signature") or is_label(said):
        return False
    if unit.role == "lead":
        return not PREAMBLE.search(said) and _leads_and_binds(said)
    if unit.role == "item" and unit.marked:
        return True
    if unit.role == "item" and unit.number is not None:
        row = unit.lead is not None and (said.endswith(";") or _FRAGMENT.match(said) is not None)
        return row or goes_on(said)
    return binds(said) if unit.role == "item" and unit.lead is not None else binds_plainly(said)


def _leads_and_binds(said: str) -> bool:
    whole = len(said.split()) > 8 and not _INTRODUCES.search(said.rstrip(" :;") + ":")
    return (whole and binds(said)) or (NOUN_FIRST.search(said[:80]) is not None and " by the " in said)


def _of_sentence(page: Page, unit: Unit, cast: Cast, running: _Running) -> tuple[Provision, ...]:
    """The terms of one unit; a proviso or a time of its own also ties the first of them."""
    out: list[Provision] = []
    before: Names = ()
    last: Names = ()
    lead = running.leads.get(unit.lead, Lead()) if unit.lead else Lead()
    above = running.title if unit.role == "lead" else lead.topic
    for span in clauses(page.text, unit.span):
        setting = Setting(
            before, running.unit, lead.names, lead.only_says, lead.area, last, running.subject, lead.forbids
        )
        term = _term(page, unit, span, cast, running, setting, out[-1].topic if out else above, first=not out)
        if out and _TIES_BACK.match(span.quote(page.text)):
            term = msgspec.structs.replace(
                term,
                obligor=out[0].obligor,
                modality="must",
                topic="deadline" if only_when(span.quote(page.text)) else out[0].topic,
            )
            out[0] = msgspec.structs.replace(out[0], conditions=(*out[0].conditions, *term.conditions))
        last = next((a.names for a in reversed(inside(cast.actors, span))), last)
        before = term.obligor or before
        running.unit, running.topic = running.unit or term.obligor, term.topic
        out.append(term)
    return tuple(out)


def _term(
    page: Page,
    unit: Unit,
    span: Span,
    cast: Cast,
    running: _Running,
    setting: Setting,
    above: Topic | None,
    *,
    first: bool,
) -> Provision:
    said, sure = span.quote(page.text), agreed(page.text, span, running.brackets)
    how = None if unit.lead is not None and unit.lead == running.defining else modality(said)
    if how == "must" and setting.forbidden and not MODAL.search(said):
        how = "must_not"
    hangs = ties(page.text, span, lapses=how == "lapses_if")
    bare = Span(span.start, hangs[0].span.start) if hangs and hangs[0].span.start > span.start else span
    here = inside(cast.actors, span)
    doing, _ = subject_of(page.text, bare, here)
    fragment = unit.lead is not None and _FRAGMENT.match(said) is not None
    acted = _PRONOUN.match(said) is not None or bool(doing)
    matter = _unled(page.text, span, hangs, here)
    topic = above if fragment and above else about(said, matter, above, further=not first, acted=acted)
    row = ROW.match(said)
    if row:
        topic = running.headed or about(said[row.end() :], said[row.end() :], above)
    elif topic == "other" and how == "lapses_if" and unit.number:
        topic = running.topic or (running.headed if _ITSELF.match(said) else None) or topic
    obligor, beneficiary = roles(page.text, span, cast, (how, topic), bare, setting)
    if fragment and _FOR.match(said):
        obligor = next((a.names for a in here if a.kind in ("state", "area")), obligor)
    running.subject = _speaking(span, doing, here) or (running.subject if _PRONOUN.match(said) else ())
    return Provision(
        span=span,
        topic=topic,
        obligor=obligor,
        beneficiary=beneficiary,
        modality=how,
        value=amount(sure),
        deadline=_by_when(sure) or unit.when or None,
        verifier=_verifiers(said),
        conditions=hangs,
        text_status=standing(page.text, span, running.brackets),
        number=unit.number,
    )


def _by_when(said: str) -> str | None:
    """The time limit of a term; of two readings that begin alike the one that names the event in full."""
    limit, counted = deadline(said), due(said)
    return counted if limit and counted and counted.startswith(limit) else limit or counted


def _speaking(span: Span, doing: Sequence[Actor], here: Sequence[Actor]) -> Names:
    """Who a pronoun in the next sentence stands for: the subject, or a body that the sentence opens with."""
    opens = [a for a in here[:1] if a.kind == "body" and a.start - span.start <= len("the ")]
    return tuple(n for a in doing or opens for n in a.names)


def _unled(text: str, term: Span, hangs: tuple[Condition, ...], here: Sequence[Actor]) -> str:
    """The words of a term without its conditions and without the armed forces by which it is done."""
    said = without(text, term, hangs)
    for actor in here:
        if actor.forces and _BY.search(text, max(term.start, actor.start - 200), actor.start):
            said = said.replace(text[actor.start : actor.end], " ")
    return " ".join(said.split())


def _verifiers(said: str) -> Names:
    said = _HEADED_BY.sub(lambda m: m["who"], said)
    named = [m["who"] for pattern in (_UNDER_WATCH, _WATCHED_BY, _UPON_WORD, _WATCHES) for m in pattern.finditer(said)]
    whole = [re.sub(r"^The\s+", "", who) for who in (*verifiers_in(said), *named)]
    return tuple(dict.fromkeys(who for who in whole if not _NOBODY.match(who)))
