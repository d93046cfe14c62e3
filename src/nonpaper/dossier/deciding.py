"""Judgements of a dossier: recorded from corrections files, taken back by later ones, applied to readings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from nonpaper.errors import CorrectionsError, StoreError
from nonpaper.judgements import Corrections, apply_corrections, as_table, entry_of, parse_corrections
from nonpaper.judgements.find import NotFoundError, report_at
from nonpaper.judgements.records import Entry, Place
from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.store import Judged, Kept, Store, judgement_id


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """Ids of what was recorded, how many were there already, and which do not find their words."""

    added: tuple[str, ...]
    same: int
    stale: tuple[Finding, ...] = ()


def judge(store: Store, text: str, *, file: str, author: str | None, reason: str | None, at: str) -> Decided:
    """Records each entry of a corrections file, all or none; CorrectionsError where the file cannot be used.

    `author` and `reason` stand in for what entries leave out, and the day for their date. Reports are named by id from
    then on, so that a report of the same name that comes later changes nothing.
    """
    given = {"author": author, "reason": reason, "date": at[:10]}
    entries = parse_corrections(text, file, {key: value for key, value in given.items() if value}).entries
    there = {j.correction for j in in_force(store.judgements())}
    reports = [Reading(report=about, text="") for about in store.reports()]
    made = [_judged(by_id(entry, reports), at, number) for number, entry in enumerate(entries, start=1)]
    new = [j for j in made if j.correction not in there]
    with store.step("judge", at) as step:
        store.judge(new, step=step)
    names = {j.id for j in new}
    stale = tuple(f for f in stale_of(store) if any(name in f.where for name in names))
    return Decided(added=tuple(j.id for j in new), same=len(made) - len(new), stale=stale)


def undo(store: Store, judgement: str, *, author: str, reason: str, at: str) -> str:
    """Takes a judgement back by a later one, whose id it returns; an undoing can itself be undone.

    StoreError where none, several, or one that is not in force begins with `judgement`.
    """
    all_of = store.judgements()
    found = [j.id for j in all_of if judgement and j.id.startswith(judgement)]
    if len(found) != 1:
        what = f"has no judgement {judgement!r}" if not found else f"has {len(found)} that begin with {judgement!r}"
        raise StoreError(f"{store.path}: {what}; see nonpaper judge {store.path} --list")
    if found[0] not in {j.id for j in standing(all_of)}:
        raise StoreError(f"{store.path}: judgement {found[0]} is undone already; nothing to do")
    rest = (at, 1, author, reason, None, found[0])
    made = Judged(id=judgement_id(*rest), at=at, number=1, author=author, reason=reason, undoes=found[0])
    with store.step("judge", at) as step:
        store.judge([made], step=step)
    return made.id


def standing(judged: Iterable[Judged]) -> tuple[Judged, ...]:
    """All that nothing in force takes back, undoings among them; O(judgements), in the order given."""
    listed = tuple(judged)
    undoing: dict[str, list[str]] = {}
    for each in listed:
        if each.undoes is not None:
            undoing.setdefault(each.undoes, []).append(each.id)
    fallen: set[str] = set()
    for each in _latest_first(listed):
        if any(other not in fallen for other in undoing.get(each.id, ())):
            fallen.add(each.id)
    return tuple(each for each in listed if each.id not in fallen)


def _latest_first(judged: Sequence[Judged]) -> list[Judged]:
    """Each after all that undo it, whatever the clocks said: by the length of the chain that it undoes."""
    by_id = {each.id: each for each in judged}
    depth: dict[str, int] = {}
    for each in judged:
        chain: dict[str, None] = {}  # a damaged file may go round in a circle
        at: str | None = each.id
        while at is not None and at in by_id and at not in depth and at not in chain:
            chain[at] = None
            at = by_id[at].undoes
        base = depth.get(at, 0) if at else 0
        for steps, name in enumerate(reversed(chain), start=1):
            depth[name] = base + steps
    return sorted(judged, key=lambda each: -depth[each.id])


def in_force(judged: Iterable[Judged]) -> tuple[Judged, ...]:
    """The corrections that stand."""
    return tuple(each for each in standing(judged) if each.correction is not None)


def corrections_of(store: Store) -> Corrections:
    """The judgements in force, as a corrections file has them."""
    return Corrections(file=store.path, entries=tuple(as_entry(j, store, n) for n, j in _numbered(store)))


def _numbered(store: Store) -> list[tuple[int, Judged]]:
    return list(enumerate(in_force(store.judgements()), start=1))


def as_entry(judged: Judged, store: Store, number: int = 1) -> Entry:
    """What a judgement says, as an entry of a corrections file; CorrectionsError where it is damaged."""
    where = f"{store.path}, judgement {judged.id}"
    try:
        table = msgspec.json.decode(judged.correction or "{}", type=dict)
    except msgspec.DecodeError as error:
        raise CorrectionsError(f"{where}: is damaged ({error}); run nonpaper check") from error
    return entry_of(table, number, where)


def corrected(
    store: Store, readings: Sequence[Reading], decided: Corrections
) -> tuple[tuple[Reading, ...], tuple[Finding, ...]]:
    """Readings with judgements applied, and a finding, by the judgement's id, for each that does not find its words."""
    done, stale = apply_corrections(readings, decided)
    ids = {f"{store.path}, entry {n} [[": f"{store.path}, judgement {j.id} [[" for n, j in _numbered(store)}
    return done, tuple(_by_judgement(finding, ids) for finding in stale)


def _by_judgement(finding: Finding, ids: dict[str, str]) -> Finding:
    head = finding.where.split("[[", 1)[0] + "[["
    where = finding.where.replace(head, ids[head], 1) if head in ids else finding.where
    remedy = "it was not applied; undo it, or record one that fits" if head in ids else finding.remedy
    return msgspec.structs.replace(finding, where=where, remedy=remedy)


def stale_of(store: Store) -> tuple[Finding, ...]:
    """Judgements in force that do not find their words; reads only the reports that they name."""
    decided = corrections_of(store)
    places = [p for e in decided.entries for p in (e.place, e.right) if p is not None]
    named = dict.fromkeys(place.report for place in places)
    readings = [k.reading for k in store.kept(named) if isinstance(k, Kept)]
    return corrected(store, readings, decided)[1]


def _judged(entry: Entry, at: str, number: int) -> Judged:
    correction = msgspec.json.encode(as_table(entry)).decode()
    name = judgement_id(at, number, entry.by, entry.reason, correction, None)
    return Judged(id=name, at=at, number=number, author=entry.by, reason=entry.reason, correction=correction)


def by_id(entry: Entry, reports: Sequence[Reading]) -> Entry:
    """The entry with its reports named by their ids; a name that fits none or several stays as it was written."""
    right = None if entry.right is None else _placed(entry.right, reports)
    return msgspec.structs.replace(entry, place=_placed(entry.place, reports), right=right)


def _placed(place: Place, reports: Sequence[Reading]) -> Place:
    try:
        about: Report = reports[report_at(reports, place.report)].report
    except NotFoundError:  # kept as it was written, and told as stale
        return place
    return msgspec.structs.replace(place, report=about.id)
