"""Whoever no rule tells the party of, on the side on which the model takes him to be.

It points at the places where the party's name may stand (`terms/sides.py`). What it says of one last name in several places
is put together, and holds wherever that name stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page, mentions_in
from nonpaper.claims.terms import Heads, Side
from nonpaper.model.span import Span

SURE = 0.8
"""Share from which a party is believed."""
Shares = dict[str, float]


def with_taken(page: Page, seen: Heads) -> Page:
    """The page with a party for each person whom the model sees speak for one, at all mentions of that name. Linear."""
    told = [(side.who, shares_of(page, side)) for side in seen.sides]
    taken = tuple((who, party) for who, shares in told if (party := likeliest([shares])) is not None)
    parties = dict(_persons(page, told))
    mentions = tuple(_with_party(m, parties) for m in page.mentions) if parties else page.mentions
    return replace(page, mentions=mentions, taken=taken)


def taken_for(page: Page, words: Span) -> str | None:
    """The party of which the model takes whoever the words name to be; None where it says nothing plain. Linear in `taken`."""
    parties = {party for who, party in page.taken if who.overlaps(words)}
    return parties.pop() if len(parties) == 1 else None


def shares_of(page: Page, side: Side) -> Shares:
    """How likely each party is that of the words, over all places where it is named."""
    found: defaultdict[str, float] = defaultdict(float)
    for place, share in side.named:
        for mention in mentions_in(page, place):
            if mention.party is not None and mention.span == place:
                found[mention.party] += share
    return found


def likeliest(several: Sequence[Shares]) -> str | None:
    """The party that is plain in the mean of what was said; None where none is."""
    parties = {party for shares in several for party in shares}
    means = {party: sum(s.get(party, 0.0) for s in several) / len(several) for party in parties}
    best = max(means, key=lambda party: (means[party], party), default=None)
    return best if best is not None and means[best] >= SURE else None


def _persons(page: Page, told: Sequence[tuple[Span, Shares]]) -> Iterator[tuple[str, str]]:
    """Last names of persons without a party, each with the one that it is taken to be of."""
    by_name: defaultdict[str, list[Shares]] = defaultdict(list)
    for who, shares in told:
        person = _open(page, who)
        if person is not None:
            by_name[_last_name(person)].append(shares)
    for name, several in by_name.items():
        party = likeliest(several)
        if party is not None:
            yield name, party


def _open(page: Page, who: Span) -> Mention | None:
    """The one person whom the words name, if his party is not known."""
    found = [m for m in mentions_in(page, who) if m.kind == "person"]
    return found[0] if len(found) == 1 and found[0].party is None else None


def _last_name(person: Mention) -> str:
    return person.name.split()[-1]


def _with_party(mention: Mention, parties: dict[str, str]) -> Mention:
    if mention.kind != "person" or mention.party is not None:
        return mention
    return replace(mention, party=parties.get(_last_name(mention)))
