"""What a statement rests on: the outlets and sources that the report itself names for it."""

from __future__ import annotations

import re

from nonpaper.claims.gazetteer import outlet_of
from nonpaper.claims.outlets import is_same_outlet
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.span import hull

# Two names of one agency are one origin, whichever a report uses.
_ONE = {"afp": "Agence France-Presse", "ap": "Associated Press", "the associated press": "Associated Press"}
OWN = frozenset({"document_seen", "leaked_full_text", "person_familiar", "unnamed_official"})
OUTLETS = frozenset({"outlet_relay", "document_seen", "leaked_full_text", "recording", "none"})
"""Kinds of source that are no person and no body."""
OFFICIAL = frozenset({"official_text", "on_record_principal", "on_record_spokesperson", "named_party_official"})


def origins_of_term(reading: Reading, provision: Provision) -> tuple[str, ...]:
    """The origin of one statement, or none where the report does not say.

    The claim around it decides: its first carrier, the outlet that is its source, or the report's own outlet where the
    report itself speaks to the source. Without a claim, the one outlet that the
    report credits, or its own where it credits none; what it says a party demands or proposes is its own.
    """
    claim = reading.claims[provision.claim] if provision.claim is not None else None
    own = (reading.report.outlet,) if reading.report.outlet else ()
    carriers = _outlets(reading, claim.via) if claim is not None else ()
    if carriers:
        return carriers[-1:]
    others = others_credited(reading)
    if claim is not None and claim.kind == "outlet_relay":
        return others[:1]
    if claim is not None and claim.kind in OWN | OFFICIAL:
        return own
    if provision.presented_as in ("demand", "proposal"):
        return own
    return others if len(others) == 1 else () if others else own


def others_credited(reading: Reading) -> tuple[str, ...]:
    """What a report credits beside its own outlet, which it may say was told or shown the account."""
    return tuple(name for name in reading.origins if not is_same_outlet(reading.report.outlet, name))


def _outlets(reading: Reading, carriers: tuple[str, ...]) -> tuple[str, ...]:
    """Carriers that are no person or party of this report: whoever only tells what another said is no origin."""
    if not carriers:
        return ()
    speakers = {hull(c.source).quote(reading.text) for c in reading.claims if c.source and c.kind not in OUTLETS}
    return tuple(name for name in carriers if name not in speakers)


def canonical(origin: str) -> str:
    """An origin under the one name that counts: with and without its article a paper is one, and no second origin.

    >>> canonical("AFP"), canonical("The Harbour Gazette"), canonical("the Guardian")
    ('Agence France-Presse', 'Harbour Gazette', 'The Guardian')
    """
    name = outlet_of(origin) or _ARTICLE.sub("", origin)
    return _ONE.get(name.casefold(), name)


_ARTICLE = re.compile(r"\Athe\s+(?=\S)", re.IGNORECASE)


def folded(name: str, names: dict[str, str]) -> str:
    """The key of an origin's name; `names` keeps the least spelling of each, which is shown whatever comes first."""
    told = canonical(name)
    key = told.casefold()
    names[key] = min(told, names.get(key, told))
    return key
