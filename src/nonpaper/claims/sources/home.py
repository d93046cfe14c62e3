"""Whose ministers and ministries are that a report names without saying so: the reporter's own state's ("our parliament"), or of
the one state that faces a movement.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from nonpaper.claims.cues import table
from nonpaper.claims.gazetteer.alternation import any_of
from nonpaper.claims.gazetteer.shapes import UPPER, is_title
from nonpaper.claims.offices import body_of
from nonpaper.claims.page import Page, sentence_at
from nonpaper.claims.sources.describe import describe, headed
from nonpaper.claims.sources.kinds import IN_PUBLIC, UNNAMED
from nonpaper.claims.sources.pieces import lower, names_in, quote, quoted_in
from nonpaper.model.claim import Claim
from nonpaper.model.codes import SourceKind
from nonpaper.model.span import Span, hull
from nonpaper.text.places import places

_LEAD = 1_000  # characters in which a report first says whose parliament it writes of
_SPEAKERS: frozenset[SourceKind] = IN_PUBLIC | {"institution_unspecified"}


_OUR = frozenset({"our"})


@cache
def _ours() -> re.Pattern[str]:
    return re.compile(rf"\b[Oo]ur (?:own )?(?:{any_of(table('nouns')['home']['bodies'])})\b")


@cache
def _owned() -> re.Pattern[str]:
    return re.compile(rf"[’']s? (?:\w+ )?(?:{any_of(table('nouns')['home']['bodies'])})\b")


def home_of(page: Page) -> str | None:
    """The one state whose bodies the lead owns ("Maravia's parliament"), in a report that elsewhere says "our parliament"."""
    ours = (Span(*m.span()) for m in places(page.text).found(_ours(), _OUR))
    if all(quoted_in(page, span) for span in ours):
        return None
    lead = names_in(page, Span(0, min(_LEAD, len(page.text))))
    owners = [
        m.party for m in lead if m.kind == "party" and _owned().match(page.text, m.span.end, m.span.end + _OWNED_BODY)
    ]
    return owners[0] if len(set(owners)) == 1 else None


_OWNED_BODY = 40  # characters after a state's name in which the body stands


def at_home(page: Page, claim: Claim, home: str | None) -> Claim:
    """The claim as a state's, where its source holds an office or is a body and nothing says that it is another's."""
    if claim.party is not None or claim.kind not in _SPEAKERS | UNNAMED:
        return claim
    if home is None or claim.kind in UNNAMED:
        return _of_the_one_state(page, claim)
    pieces = claim.resolved or claim.source
    if not pieces:
        return claim
    known = [m for m in names_in(page, hull(pieces)) if m.kind == "person" and m.role is not None]
    words = quote(page, pieces)
    for person in known:
        words = words.replace(person.span.quote(page.text), " ")
    others = re.findall(rf"(?<!^)(?<!\w)[{UPPER}]\w+(?: [{UPPER}]\w+)*", words.strip())
    plain = all(is_title(o) or o in table("nouns")["home"]["plain"] for o in others)
    office = bool(known) or re.match(r"[Tt]he ", words.strip()) is not None
    return replace(claim, party=home) if plain and office else claim


_MEMBERS = re.compile(
    r"(?:the |some |several |many |\d+ |[a-z]+ ){0,2}(?:deputies|members|lawmakers|legislators|senators|mps|parliamentarians)"
)
_CHAMBER = re.compile(
    r"(?:[’']s)? (?:[a-z-]+ ){0,2}(?:parliament|assembly|senate|house|chamber|congress|legislature)\b,? (?:[\w-]+ ){0,2}$"
)
_IN = re.compile(r"\W*[Ii]n (?:the )?$")


def _of_chamber(page: Page, claim: Claim) -> str | None:
    """The state in whose chamber members speak: "In Maravia's senate | 40 members | warned"."""
    at = hull(claim.source).start if claim.source else 0
    sentence = sentence_at(page, at)
    if sentence is None or not at or _MEMBERS.fullmatch(lower(page, claim.source).strip(" ,")) is None:
        return None
    named = [m for m in names_in(page, sentence) if m.party and m.span.end < at]
    if not named or _IN.fullmatch(page.text, sentence.start, named[0].span.start) is None:
        return None
    return named[0].party if _CHAMBER.fullmatch(page.text, named[0].span.end, at) else None


# "The government's chief negotiator, | Ona Brill", "Foreign ministry spokesman | Ona Brill": whose the body is, the person is.
_BODYS = re.compile(
    r"(?P<who>(?:[Tt]he )?(?:[Gg]overnment|[Pp]residency|[Pp]residential|[Jj]unta|[Cc]abinet|(?:[A-Za-z]+ )?[Mm]inistry|[Aa]rmy)(?:[’']s)? (?:[a-z]+[ -]){0,3}?"
    r"(?:spokes\w+|negotiator|envoy|adviser|official|representative))\b"
)


def _of_the_one_state(page: Page, claim: Claim) -> Claim:
    pieces = claim.resolved or claim.source
    if not pieces:
        return claim
    if describe(page, pieces).named:
        served = _BODYS.match(quote(page, pieces))
        whose = body_of(page, served["who"], hull(pieces).start) if served else None
        return replace(claim, party=whose) if whose else claim
    chamber = _of_chamber(page, claim)
    if chamber is not None:
        return replace(claim, party=chamber)
    pieces = headed(page, pieces)
    return replace(claim, party=body_of(page, quote(page, pieces), hull(pieces).start))
