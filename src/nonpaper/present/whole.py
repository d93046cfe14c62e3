"""Each report whole, with what was read in it marked."""

from __future__ import annotations

import msgspec

from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.present.marks import Run, runs
from nonpaper.present.material import day


class ReportView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One report; `url` is empty unless it is a web address."""

    anchor: str
    title: str
    outlet: str
    published: str
    language: str
    url: str
    id: str
    origins: tuple[str, ...]
    runs: tuple[Run, ...]
    findings: tuple[Finding, ...]


def report_view(reading: Reading, doubt: Finding | None = None, marked: bool = True) -> ReportView:
    """One report for the page, with a doubt that only the other reports raise; `runs` where it is shown whole."""
    about = reading.report
    return ReportView(
        anchor=f"report-{about.id}",
        title=about.title or about.path,
        outlet=about.outlet or "outlet not stated",
        published=day(about.published),
        language=about.language or "",
        url=about.url if about.url and about.url.startswith(("http://", "https://")) else "",
        id=about.id,
        origins=reading.origins,
        runs=runs(reading) if marked else (),
        findings=(*reading.findings, doubt) if doubt and doubt not in reading.findings else reading.findings,
    )
