"""Names that one report explains: its states and their adjectives, movements, capitals, persons with titles, outlets.

Invented and little-known parties must be read as well as famous ones, so a name is learned from the words beside
it ("the government of X", "X's army", "First Last, X's envoy"), never from a guess at its sound alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial

from nonpaper.claims.gazetteer.bracketed import is_movement
from nonpaper.claims.gazetteer.fresh import fresh
from nonpaper.claims.gazetteer.load import Entry, entry_of, is_form
from nonpaper.claims.gazetteer.mention import Mention
from nonpaper.claims.gazetteer.movements import take_movements
from nonpaper.claims.gazetteer.of_region import joined_to_region
from nonpaper.claims.gazetteer.papers import take_papers
from nonpaper.claims.gazetteer.persons import persons
from nonpaper.claims.gazetteer.seats import seats
from nonpaper.claims.gazetteer.shapes import NAME, WORD, clean, words
from nonpaper.claims.gazetteer.shortened import shorts
from nonpaper.claims.gazetteer.states import take_states
from nonpaper.claims.gazetteer.titled import titled


def learned(text: str, known: Sequence[Mention], outlet: str | None = None) -> dict[str, Entry]:
    """Forms of names that `text` explains and the gazetteer lacks, with what each stands for."""
    new: dict[str, Entry] = {}
    take_papers(text, new, outlet)
    take_movements(text, new)
    names = {t.name for t in titled(text) if t.title and t.name}
    take_states(text, new, names | {name.split()[-1] for name in names})
    new |= joined_to_region(text, new)
    party = partial(_party, new=new, shorts=shorts(new, known, outlet))
    of_states = {form: entry for form, entry in new.items() if form.rsplit(maxsplit=1)[-1] not in words()["regions"]}
    for city, owner in seats(text, partial(party, new=of_states)):
        if fresh(city, new):
            new[city] = Entry("metonym", owner, owner)
    new.update(persons(text, new, known, party, _sides(new, known)))
    kept = {form: entry for form, entry in new.items() if form == entry.name or not is_form(form)}
    return kept | {f"The {form}": entry for form, entry in kept.items() if is_form(f"The {form.split(maxsplit=1)[0]}")}


def _sides(new: Mapping[str, Entry], known: Sequence[Mention]) -> tuple[str | None, str | None]:
    """The one state and the one movement of a report that sets a state against a movement; None for what is not alone."""
    parties = {e.party for e in new.values() if e.kind in ("party", "adjective")} | {
        m.party for m in known if m.kind in ("party", "adjective", "metonym")
    }
    movements = {p for p in parties if p and is_movement(p)}
    states = parties - movements - {None}
    state = next(iter(states)) if len(states) == 1 and movements else None
    return state, next(iter(movements)) if len(movements) == 1 else None


def _party(named: str, new: Mapping[str, Entry], shorts: Mapping[str, Entry]) -> str | None:
    """The one party among the names in the words, known or learned."""
    found = set()
    for m in re.finditer(rf"{NAME}|{WORD}", named):
        whole = clean(m.group())
        for name in (whole, *whole.split()):
            entry = new.get(name) or entry_of(name) or shorts.get(name)
            if entry and entry.party:
                found.add(entry.party)
                break
    return next(iter(found)) if len(found) == 1 else None
