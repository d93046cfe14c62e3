"""`nonpaper draft list`: which texts reports tell of."""

from __future__ import annotations

from nonpaper.cli.draft.options import STDOUT, Form, Output
from nonpaper.cli.given import Corrected, Jobs, Reports
from nonpaper.cli.output import Format


def list_drafts(
    reports: Reports, form: Form = Format.table, corrections: Corrected = None, output: Output = STDOUT, jobs: Jobs = 1
) -> None:
    """Which drafts the reports tell of, told apart by count of points, place and date.

    For each: how it is known, what reports say of the text itself (kind, pen-holder, signatories, ratification,
    annexes), and what it is said to have come of. Texts that may be one are kept apart and asked about; a report that
    may mean several is put to none.

    Exit status 0: done; 1: something left out, or found: circular lineage, two texts of one name, a number given
    twice; 2: a wrong call, or nothing readable.

    Example: nonpaper draft list reports/
    """
    from nonpaper.cli.draft.options import read, write
    from nonpaper.present.draft import listing, listing_record

    drafts = read(reports, corrections, jobs)
    of = drafts.versions
    write(listing(of) if form is Format.table else listing_record(of), output, drafts, of.findings)
