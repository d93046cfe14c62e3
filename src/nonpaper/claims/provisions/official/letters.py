"""Letters that states exchange in place of a treaty: what the writer says that it or the other will do are their terms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nonpaper.claims.page import Page
from nonpaper.claims.provisions.official.units import Unit, units_of
from nonpaper.claims.provisions.official.words import MODAL
from nonpaper.model.span import Span
from nonpaper.text.places import places

_HONOUR = re.compile(
    r"\b(?:I have|we have|the (?:Embassy|Ministry|Permanent Mission)\b[^.\n]{0,80}\bhas) the honou?r\b|\bpresents its compliments\b",
    re.IGNORECASE,
)
_COURTESIES = frozenset({"honour", "honor", "compliments"})
"""Words of which one stands in each such courtesy."""
# What the writer's courtesy leads to: "I have the honour to inform you that | …", "I further confirm that | …".
_LEADS = re.compile(
    r"\W*(?:(?:I|we|the (?:Embassy|Ministry)|my Government)\b[^.;:]{0,160}?|on behalf of\b[^.;:]{0,160}?|this (?:commitment|undertaking|offer)\b[^.;:]{0,60}?)\bthat[:,]?\s+|\W*it is (?:further |also )?(?:understood|agreed|confirmed)(?: between us)? that\s+",
    re.IGNORECASE,
)
_OPENS_LIST = re.compile(
    r"\b(?:honou?r|propose|confirm|agree)\w*\b.{0,200}(?:that|following|as follows)[^.;]{0,60}:?$",
    re.IGNORECASE | re.DOTALL,
)
# What makes the letters an agreement binds nobody to a deed, and a courtesy states none.
_FORMAL = re.compile(
    r"\b(?:your|this|these|the present|both) (?:letters?|notes?|reply)\b|\b(?:avail (?:myself|itself|ourselves)|highest consideration|acknowledge (?:receipt|your letter)|receipt of your)\b",
    re.IGNORECASE,
)
_BINDS = re.compile(
    r"\b(?:shall|will|must|undertakes?|agrees? to|commits? itself|pledges?|recogni[sz]es?|renounces?|reserves? the right|guarantees?|may)\b"
)
_PERSON = re.compile(r"\b(?:I|me|my|we|us|our|you|your)\b", re.IGNORECASE)
FEWEST = 2
"""Terms of letters that are an exchange."""


def letters_of(page: Page) -> tuple[Unit, ...]:
    """The units of a page that is one letter of state or several; none where nobody has the honour. Linear in the text."""
    if not places(page.text).has(_COURTESIES) or _HONOUR.search(page.text) is None:
        return ()
    units = tuple(_units(page))
    return units if sum(unit.role == "item" for unit in units) >= FEWEST else ()


def _units(page: Page) -> Iterator[Unit]:
    """Every sentence of a letter that binds, without the courtesy before it; all else is none of its terms."""
    for unit in units_of(page):
        said = _flat(unit.span.quote(page.text))
        leads = _LEADS.match(said)
        if unit.role == "lead" or _OPENS_LIST.search(said):
            yield unit._replace(role="signature", lead=None)
            continue
        span = Span(unit.span.start + leads.end(), unit.span.end) if leads and leads.end() < len(said) else unit.span
        rest = _flat(span.quote(page.text))
        term = _BINDS.search(rest) and MODAL.search(rest) and not _FORMAL.search(said) and not _PERSON.search(rest)
        yield unit._replace(span=span, role="item" if term else "signature", lead=None, marked=bool(term))


def _flat(said: str) -> str:
    """Words without their line breaks, character for character."""
    return said.replace("\n", " ")
