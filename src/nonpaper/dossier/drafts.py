"""The drafts that reports tell of: told apart, shown one by one, compared by two."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import BinaryIO, Literal

import msgspec

from nonpaper.dossier.clock import made_at
from nonpaper.dossier.corpus import Corpus, readable_corpus
from nonpaper.dossier.reading import Outcome, Progress, known_by, put_together, silent
from nonpaper.errors import DraftError
from nonpaper.judgements import NONE, Corrections
from nonpaper.model.comparison import Comparison
from nonpaper.model.dependency import Dependencies
from nonpaper.model.draft import Consolidation, Draft, Matrix
from nonpaper.model.known import Known
from nonpaper.model.version import Version, Versions

Form = Literal["markdown", "html", "docx"]


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

    def compare(self, left: str, right: str) -> Comparison:
        """Two drafts by name, compared as far as reports show; DraftError for names that fit none or several.

        >>> import nonpaper
        >>> drafts = nonpaper.read("talks.dossier").drafts()
        >>> drafts.compare("22-point", "17-point")
        Traceback (most recent call last):
        nonpaper.errors.DraftError: "17-point" fits no draft; these reports tell of: "22-point"
        """
        from nonpaper.drafts.changes import compare

        (_, a), (_, b) = self.draft(left), self.draft(right)
        if a.name == b.name:
            raise DraftError(f'"{left}" and "{right}" are the same draft, {a.name}')
        return compare(a, b, {r.report.id: r for r in self.versions.readings})

    def known(self) -> Known:
        """How well each term is known: its separate origins, standing, copies. The slowest of a draft's questions.

        >>> import nonpaper
        >>> known = nonpaper.read("talks.dossier").drafts().known()
        >>> sorted({origin.name for support in known.support.values() for origin in support.origins})
        ['Hadrin Wire', 'Harbour Post', 'Lorn Gazette']
        """
        return known_by(self.outcome.readings, self.versions, self.together, self.decided)

    def working_text(self, name: str, *, form: Form = "markdown", at: datetime | None = None) -> bytes:
        """One draft as negotiators write it, with brackets only where they left something open; UTF-8 or a .docx file.

        It says that it is a reconstruction, and when it was made: `at`, with its zone, by default now. Raises
        DraftError for a name that fits none or several, MissingExtraError where the form needs what is not installed.

        >>> import nonpaper
        >>> text = nonpaper.read("talks.dossier").drafts().working_text("22-point").decode()
        >>> print(text.splitlines()[0])
        # The 22-point text: working text in brackets
        """
        from nonpaper.drafts.working import working_text
        from nonpaper.present.working import working_docx, working_html, working_markdown, working_view

        _, named = self.draft(name)
        made = working_text(named, self.versions.readings, self.matrix)
        view = working_view(made, made_at(at))
        if form == "docx":
            return working_docx(view)
        return (working_html(view) if form == "html" else working_markdown(view)).encode()


def _choose(name: str, names: Iterable[str], *, several: bool) -> str:
    listed = ", ".join(f'"{n}"' for n in names) or "none"
    return f'"{name}" fits {"several drafts" if several else "no draft"}; these reports tell of: {listed}'


def drafts_of(made: Corpus) -> Drafts:
    """Drafts told apart and put together from readings."""
    from nonpaper.drafts.dependencies import dependencies
    from nonpaper.drafts.versions import known_from, versions

    told = versions(made.outcome.readings)
    together, stands = put_together(told.readings, made.decided)
    return Drafts(
        outcome=made.outcome,
        versions=told,
        together=known_from(together, told),
        matrix=stands,
        dependencies=dependencies(told.readings),
        decided=made.decided or NONE,
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
    return drafts_of(readable_corpus(paths, corrections=corrections, stdin=stdin, progress=progress, jobs=jobs))
