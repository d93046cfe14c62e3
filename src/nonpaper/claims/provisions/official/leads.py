"""What a lead-in gives the items under it: who is bound, the area it is for, its topic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from nonpaper.claims.page import Page
from nonpaper.claims.provisions.official.actors import Actor, inside
from nonpaper.claims.provisions.official.meaning import about, plainly
from nonpaper.claims.provisions.official.roles import JOINS, subject_of
from nonpaper.claims.provisions.official.sides import Cast
from nonpaper.claims.provisions.official.units import Unit
from nonpaper.claims.provisions.official.words import PREAMBLE
from nonpaper.model.codes import Topic
from nonpaper.model.provision import Provision

_OPENING = 40
"""Characters before the first name of a lead-in that opens with one."""
_AGREED = re.compile(r"\b(?:agreed|reached|decided?|issued)\b", re.IGNORECASE)
_BINDS_ITEMS = re.compile(
    r"\b(?:shall|will|must|agrees?|undertakes?|commits?(?: (?:itself|themselves))?|pledges?)(?: to| also| further)*\s*:$",
    re.IGNORECASE,
)
_FORBIDS = re.compile(
    r"\b(?:prohibited|forbidden|banned|refrain(?: from)?|abstain(?: from)?|desist(?: from)?|shall not|must not|prohibits?|bans?)\b[^.;]{0,60}:$",
    re.IGNORECASE,
)


class Lead(NamedTuple):
    """`names` bind all items, or with `only_says` those alone in which the ones named say something ("reaffirm")."""

    names: tuple[str, ...] = ()
    only_says: bool = False
    area: tuple[str, ...] = ()
    topic: Topic | None = None
    forbids: bool = False


def lead_of(page: Page, unit: Unit, cast: Cast, made: Sequence[Provision]) -> Lead:
    """A lead-in read for its items; `made` are the terms that it states itself."""
    here = inside(cast.actors, unit.span)
    said = unit.span.quote(page.text)
    area = _names([a for a in here if a.kind == "area" and not a.forces])
    topic = made[0].topic if made else about(said, said, None)
    topic_given = topic if made or plainly(said) == topic else None
    if unit.role == "signature":
        return Lead(area=area, topic=topic_given)
    subject, _ = subject_of(page.text, unit.span, here)
    chosen = subject or ([] if made and made[0].obligor else _opening(page.text, unit, here))
    forbids = _FORBIDS.search(said) is not None
    names = _names(chosen) or (made[0].obligor if made else ()) or (cast.sides if forbids else ())
    binding = forbids or _BINDS_ITEMS.search(said) is not None or bool(made and made[0].obligor)
    formula = PREAMBLE.search(said) is not None or _AGREED.search(said) is not None
    only_says = not binding and (formula or all(a.kind == "body" for a in chosen))
    return Lead(names, only_says, area, topic_given, forbids)


def _opening(text: str, unit: Unit, here: Sequence[Actor]) -> list[Actor]:
    """Those that a lead-in opens with: "A and B", "the Council of C, D and E"."""
    if not here or here[0].start - unit.span.start >= _OPENING:
        return []
    chain = [here[0]]
    for actor in here[1:]:
        if not JOINS.fullmatch(text[chain[-1].end : actor.start]):
            break
        chain.append(actor)
    return chain


def _names(actors: Sequence[Actor]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(n for a in actors for n in a.names))
