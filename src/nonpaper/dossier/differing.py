"""What people decided differently: of a dossier, as questions to a person; of a brief, to be shown on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from nonpaper.dossier import deciding
from nonpaper.dossier.corpus import Corpus
from nonpaper.judgements.differing import Differing, differing, unfound
from nonpaper.judgements.records import Entry
from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.store import Judged, Kept, Store

if TYPE_CHECKING:
    from nonpaper.present.decided import Apart


def questions(store: Store) -> tuple[Finding, ...]:
    """What in a dossier different people decided differently, a question each. Reads only reports that these name."""
    judged = deciding.in_force(store.judgements())
    entries = [deciding.as_entry(each, store) for each in judged]
    return tuple(_question(one, judged, store.path) for one in _of(entries, store))


def _of(entries: Sequence[Entry], store: Store) -> tuple[Differing, ...]:
    if len({e.by for e in entries}) < 2:
        return ()
    readings = _named(entries, store)
    return differing(entries, readings, unfound(entries, readings))


def _named(entries: Iterable[Entry], store: Store) -> tuple[Reading, ...]:
    places = [p for e in entries for p in (e.place, e.right) if p is not None]
    return tuple(k.reading for k in store.kept(sorted({p.report for p in places})) if isinstance(k, Kept))


def _question(one: Differing, judged: Sequence[Judged], where: str) -> Finding:
    chosen = [judged[at] for at in one.entries]
    names = [f"{j.author} ({j.id})" for j in chosen]
    acts = "none finds its words, so that none acts" if one.acts is None else f"that of {_name(judged[one.acts])} acts"
    if one.acts == one.entries[-1]:
        acts = "the later one acts" if len(chosen) == 2 else f"the latest, {_name(chosen[-1])}, acts"
    what = f"{', '.join(names[:-1])} and {names[-1]} decide the same thing differently; {acts}"
    remedy = "take one back: nonpaper judge --undo ID"
    return Finding(code="question", level="doubt", where=f"{where}, judgements", what=what, remedy=remedy)


def _name(judged: Judged) -> str:
    return f"{judged.author} ({judged.id})"


def apart_at(paths: Sequence[str], made: Corpus) -> tuple[Apart, ...]:
    """The same of what a brief is made of, with what its reader may see alone; a dossier is opened if need be."""
    entries = [deciding.by_id(e, made.outcome.readings) for e in (made.decided.entries if made.decided else ())]
    if len({e.by for e in entries}) < 2:
        return ()
    times = (*made.recorded, *(e.at for e in entries[len(made.recorded) :]))
    if made.added is None:
        missed = {
            at for at, e in enumerate(entries) if any(f"entry {e.number} [[" in f.where for f in made.outcome.stale)
        }
        return tuple(_apart(differing(entries, (), missed), entries, times))
    from nonpaper.dossier.file import open_dossier

    with open_dossier(paths[0]) as dossier:
        return apart_in(dossier.store, entries, times)


def apart_in(store: Store, entries: Sequence[Entry], times: Sequence[str]) -> tuple[Apart, ...]:
    """The same of entries that act in a dossier, with the ISO time of each."""
    return tuple(_apart(_of(entries, store), entries, times))


def _apart(found: Iterable[Differing], entries: Sequence[Entry], times: Sequence[str]) -> Iterator[Apart]:
    from nonpaper.present.decided import Apart, Decision

    for one in found:
        yield Apart(
            decisions=tuple(Decision(entry=entries[at], at=times[at], acts=at == one.acts) for at in one.entries)
        )
