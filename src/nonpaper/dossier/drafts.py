"""The drafts that reports tell of: told apart, shown one by one, compared by two."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from nonpaper.dossier.corpus import readable_corpus
from nonpaper.dossier.reading import Outcome, Progress, known_by, put_together, silent
from nonpaper.errors import DraftError
from nonpaper.judgements import NONE, Corrections
from nonpaper.model.comparison import Comparison
from nonpaper.model.dependency import Dependencies
from nonpaper.model.draft import Consolidation, Draft, Matrix
from nonpaper.model.reading import Reading
from nonpaper.model.support import Support
from nonpaper.model.version import Version, Versions


class Drafts(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that reports tell of drafts."""

    outcome: Outcome
    versions: Versions
    together: Consolidation
    matrix: Matrix
    dependencies: Dependencies
    decided: Corrections = NONE

    def draft(self, name: str) -> tuple[Version | None, Draft]:
        """The draft of a name, or of a beginning that is one draft's alone; DraftError for none or several.

        "unknown" is the text that no report names.
        """
        named = {d.name or "unknown": d for d in self.together.drafts}
        known = {v.name: v for v in self.versions.versions}
        names = [*known, *(n for n in named if n not in known)]
        wanted = name.casefold().strip()
        found = [n for n in names if n.casefold() == wanted] or [n for n in names if n.casefold().startswith(wanted)]
        if wanted == "unknown" and not found:
            raise DraftError('every term that was read stands in a named draft; none is left for "unknown"')
        if len(found) != 1 or not wanted:
            raise DraftError(_choose(name, found or names, several=bool(found)))
        version = known.get(found[0])
        bare = Draft(id=version.id if version else "", name=found[0])
        return version, named.get(found[0], bare)


def _choose(name: str, names: Iterable[str], *, several: bool) -> str:
    listed = ", ".join(f'"{n}"' for n in names) or "none"
    return f'"{name}" fits {"several drafts" if several else "no draft"}; these reports tell of: {listed}'


def drafts_of(readings: tuple[Reading, ...], outcome: Outcome, decided: Corrections | None = None) -> Drafts:
    """Drafts told apart and put together from readings."""
    from nonpaper.drafts.dependencies import dependencies
    from nonpaper.drafts.versions import known_from, versions

    told = versions(readings)
    together, stands = put_together(told.readings, decided)
    return Drafts(
        outcome=outcome,
        versions=told,
        together=known_from(together, told),
        matrix=stands,
        dependencies=dependencies(told.readings),
        decided=decided or NONE,
    )


def read_drafts(
    paths: Iterable[str],
    *,
    corrections: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
    jobs: int = 1,
) -> Drafts:
    """Reports read, and the drafts that they tell of.

    Raises ReportError where nothing could be read, CorrectionsError for a corrections file that cannot be used.
    """
    made = readable_corpus(paths, corrections=corrections, stdin=stdin, progress=progress, jobs=jobs)
    return drafts_of(made.outcome.readings, made.outcome, made.decided)


def supported(drafts: Drafts) -> dict[str, Support]:
    """What each term rests on, by its id: the separate origins, copies and credits followed back."""
    return known_by(drafts.outcome.readings, drafts.versions, drafts.together, drafts.decided).support


def compared(drafts: Drafts, left: str, right: str) -> Comparison:
    """Two drafts by name, compared as far as reports show; DraftError for names that fit none or several."""
    from nonpaper.drafts.changes import compare

    (_, a), (_, b) = drafts.draft(left), drafts.draft(right)
    if a.name == b.name:
        raise DraftError(f'"{left}" and "{right}" are the same draft, {a.name}')
    return compare(a, b, {r.report.id: r for r in drafts.versions.readings})
