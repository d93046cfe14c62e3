"""What `brief --since` is given: a day, an earlier brief, or the moment of the last judgement; and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

import msgspec

from nonpaper.dossier import deciding
from nonpaper.dossier.corpus import Corpus
from nonpaper.dossier.handling import about_only
from nonpaper.errors import BriefError, CorrectionsError, ReportError
from nonpaper.judgements import Corrections, apply_corrections
from nonpaper.judgements.records import Entry
from nonpaper.model.reading import Reading
from nonpaper.store import Judged, Kept, Store

if TYPE_CHECKING:
    from nonpaper.present.made_of import MadeOf
    from nonpaper.present.since import Since, Undone

CORRECTED = "corrected"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A day, or what an earlier brief was made of; where neither, the moment of the last judgement."""

    first: date | None = None
    before: MadeOf | None = None


def asked_since(word: str) -> Asked:
    """What a person wrote: a day, `corrected`, or a file; BriefError where it is none. Reads that file alone."""
    if word == CORRECTED:
        return Asked()
    if _DAY.fullmatch(word):
        try:
            return Asked(first=date.fromisoformat(word))
        except ValueError:
            raise BriefError(f"{word}: is no day; give one such as 2031-03-05") from None
    from nonpaper.present.earlier import earlier
    from nonpaper.reports.files import load

    try:
        data = load(word)
    except ReportError as error:
        remedy = "give a day (2031-03-05), a brief made earlier (HTML or JSON), or the word corrected"
        raise BriefError(f"{error.where}: {error.what}; {remedy}") from error
    return Asked(before=earlier(data, word))


def since_at(asked: Asked, paths: Sequence[str], made: Corpus, ceiling: str | None) -> Since:
    """As `since_of`, of what was read of `paths`; a dossier is opened for its judgements."""
    if made.added is None:
        return since_of(asked, made)
    from nonpaper.dossier.file import open_dossier

    with open_dossier(paths[0]) as dossier:
        return since_of(asked, made, dossier.store, ceiling)


def since_of(asked: Asked, made: Corpus, store: Store | None = None, ceiling: str | None = None) -> Since:
    """What is new since then, of a corpus. A decision counts by its recording, or by the date it bears in a file.

    Of a dossier also what was taken back, and readings as they stood then; BriefError where nothing was ever judged.
    """
    from nonpaper.present.since import Since

    entries = made.decided.entries if made.decided else ()
    times = (*made.recorded, *(e.at for e in entries[len(made.recorded) :]))
    plain = Since(
        first=asked.first,
        before=asked.before,
        added=made.added,
        decided=tuple(zip(times, entries, strict=True)),
        withheld=ceiling is not None,
    )
    if store is not None:
        return _of_dossier(plain, made, store)
    return plain if asked.first or asked.before else msgspec.structs.replace(plain, first=_last_day(entries))


def _last_day(entries: Sequence[Entry]) -> date:
    if not entries:
        raise BriefError("--since corrected: nobody judged anything here; give a day, or a brief made earlier")
    return date.fromisoformat(max(e.at for e in entries)[:10])


def _of_dossier(asked: Since, made: Corpus, store: Store) -> Since:
    """With what only the dossier knows; nothing of judgements that name a report which is not shown."""
    judged = _shown(store, {r.report.id for r in made.outcome.readings}, all_of=not asked.withheld)
    if asked.first is None and asked.before is None:
        if not judged:
            raise BriefError(f"{store.path}: nobody judged anything in it; give a day, or a brief made earlier")
        return msgspec.structs.replace(asked, after=max(datetime.fromisoformat(j.at) for j in judged))
    return msgspec.structs.replace(
        asked, undone=tuple(_undone(asked, judged, store)), then=_then(asked, made, judged, store)
    )


def _shown(store: Store, reports: set[str], *, all_of: bool) -> tuple[Judged, ...]:
    """The judgements that name shown reports alone, and what takes these back."""
    judged = tuple(j for j in store.judgements() if _sound(j, store))
    if all_of:
        return judged
    named = {j.id for j in judged if j.correction and about_only(_file([deciding.as_entry(j, store)]), reports).entries}
    for each in judged:  # what takes back comes after what it takes back, but for clocks that ran behind
        named |= {each.id} if each.undoes in named else set()
    return tuple(j for j in judged if j.id in named)


def _sound(judged: Judged, store: Store) -> bool:
    """Whether a judgement can be read; one that was taken back may be damaged, and nonpaper check says so."""
    try:
        return judged.correction is None or bool(deciding.as_entry(judged, store))
    except CorrectionsError:
        return False


def _undone(asked: Since, judged: Sequence[Judged], store: Store) -> Iterator[Undone]:
    """Decisions that acted before, or were recorded since, and do not act now."""
    from nonpaper.present.made_of import decisions_of
    from nonpaper.present.since import Undone

    acting = set(decisions_of(e for _, e in asked.decided))
    stands = {j.id: j for j in deciding.standing(judged)}
    back = {j.undoes: j for j in stands.values() if j.undoes is not None}
    then = {j.id for j in deciding.in_force(_before(asked, judged))}
    for each in judged:
        if each.correction is None or each.id in stands:
            continue
        entry = deciding.as_entry(each, store)
        (name,) = decisions_of([entry])
        had = name in asked.before.decisions if asked.before else each.id in then
        if name not in acting and (had or not _is_before(asked, each)) and each.id in back:
            by = back[each.id]
            yield Undone(entry=entry, by=by.author, at=by.at, reason=by.reason)


def _is_before(asked: Since, judged: Judged) -> bool:
    if asked.before is not None:
        return datetime.fromisoformat(judged.at) <= asked.before.at
    return judged.at[:10] < (asked.first or date.min).isoformat()


def _before(asked: Since, judged: Iterable[Judged]) -> list[Judged]:
    return [j for j in judged if _is_before(asked, j)]


def _then(asked: Since, made: Corpus, judged: Sequence[Judged], store: Store) -> dict[str, Reading]:
    """Readings as they stood on the day asked about, of reports that decisions made or taken back since name."""
    if asked.before is not None:
        return {}
    from nonpaper.present.made_of import decisions_of

    now = [e for _, e in asked.decided]
    added = [e for e in now[len(made.recorded) :] if e.at < (asked.first or date.min).isoformat()]
    then = [deciding.as_entry(j, store) for j in deciding.in_force(_before(asked, judged))] + added
    sides = [dict(zip(decisions_of(side), side, strict=True)) for side in (then, now)]
    differ = [e for a, b in (sides, sides[::-1]) for name, e in a.items() if name not in b]
    here = {r.report.id for r in made.outcome.readings}
    touched = here & {p.report for e in differ for p in (e.place, e.right) if p is not None}
    read = [k.reading for k in store.kept(sorted(touched)) if isinstance(k, Kept)] if touched else []
    return {r.report.id: r for r in apply_corrections(read, _file(then))[0]}


def _file(entries: Iterable[Entry]) -> Corrections:
    return Corrections(entries=tuple(entries))
