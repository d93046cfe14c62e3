"""The reporter's own state, where a report says "our parliament": whose ministers it names without saying whose they are."""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from nonpaper.claims.cues import table
from nonpaper.claims.gazetteer.alternation import any_of
from nonpaper.claims.gazetteer.shapes import UPPER, is_title
from nonpaper.claims.page import Page
from nonpaper.claims.sources.pieces import names_in, quote, quoted_in
from nonpaper.model.claim import Claim
from nonpaper.model.codes import SourceKind
from nonpaper.model.span import Span, hull

_LEAD = 1_000  # characters in which a report first says whose parliament it writes of
_SPEAKERS: frozenset[SourceKind] = frozenset(
    {"on_record_principal", "on_record_spokesperson", "named_party_official", "institution_unspecified"}
)


@cache
def _ours() -> re.Pattern[str]:
    return re.compile(rf"\b[Oo]ur (?:own )?(?:{any_of(table('nouns')['home']['bodies'])})\b")


@cache
def _owned() -> re.Pattern[str]:
    return re.compile(rf"[’']s? (?:\w+ )?(?:{any_of(table('nouns')['home']['bodies'])})\b")


def home_of(page: Page) -> str | None:
    """The one state whose bodies the lead owns ("Maravia's parliament"), in a report that elsewhere says "our parliament"."""
    ours = (Span(*m.span()) for m in _ours().finditer(page.text))
    if all(quoted_in(page, span) for span in ours):
        return None
    lead = names_in(page, Span(0, min(_LEAD, len(page.text))))
    owners = [
        m.party for m in lead if m.kind == "party" and _owned().match(page.text, m.span.end, m.span.end + _OWNED_BODY)
    ]
    return owners[0] if len(set(owners)) == 1 else None


_OWNED_BODY = 40  # characters after a state's name in which the body stands


def at_home(page: Page, claim: Claim, home: str | None) -> Claim:
    """The claim as the home state's, where its source holds an office and nothing says that the office is another's."""
    if home is None or claim.party is not None or claim.kind not in _SPEAKERS:
        return claim
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
