"""The use cases on files and addresses as Python calls them: paths of any kind, now where no time is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from nonpaper.dossier.clock import made_at
from nonpaper.dossier.fetch import Saved, fetch
from nonpaper.dossier.precedents import Precedents
from nonpaper.dossier.precedents import precedents as found
from nonpaper.errors import ProblemError
from nonpaper.fetch.limits import Limits
from nonpaper.model.finding import Finding
from nonpaper.model.redline import Redline

if TYPE_CHECKING:
    from nonpaper.scenarios import Analysis

StrPath = str | PathLike[str]


def redline(old: StrPath, new: StrPath) -> Redline:
    r"""How one held text became another, point by point and word by word; its `findings` have all that is amiss.

    ReportError where one of the two cannot be read. Linear for like texts, at worst quadratic in their points.

    >>> import nonpaper
    >>> from pathlib import Path
    >>> _ = Path("may.txt").write_text("1. Kessara shall free all prisoners.\n2. Norvia shall leave.\n")
    >>> _ = Path("june.txt").write_text("1. Kessara shall free all prisoners.\n2. Norvia shall leave by [date].\n")
    >>> made = nonpaper.redline("may.txt", "june.txt")
    >>> [change.what for change in made.changes]
    [('kept',), ('reworded', 'opened')]
    """
    from nonpaper.dossier.redline import redline_of

    made, about = redline_of(fspath(old), fspath(new))
    return msgspec.structs.replace(made, findings=about)


def redline_page(made: Redline) -> str:
    """A redline as one HTML page that loads nothing from outside.

    Its text is escaped, whatever the two texts hold.
    """
    from nonpaper.present.redline import redline_html, redline_view

    return redline_html(redline_view(made))


def precedents(asked: str, places: Iterable[StrPath], *, most: int = 10) -> Precedents:
    r"""How agreements in `places` (files and folders) put something: exact words, `most` of each kind, with findings.

    Raises nothing for bad input; linear in what is searched.

    >>> import nonpaper
    >>> from pathlib import Path
    >>> _ = Path("accord.txt").write_text("Accord on the Orren\n\n1. The parties shall exchange all prisoners.\n")
    >>> nonpaper.precedents("exchange of prisoners", ["accord.txt"]).answers[0].passage.words
    '1. The parties shall exchange all prisoners.'
    """
    return found(asked, [fspath(place) for place in places], most=most)


def fetch_reports(
    addresses: Sequence[str],
    folder: StrPath,
    *,
    articles: bool = False,
    limits: Limits | None = None,
    at: datetime | None = None,
) -> Iterator[Saved | Finding]:
    """Saves what stands at addresses (pages, PDFs, feeds) as reports in a folder; nothing else here uses the network.

    One item an address as it is done, findings among them; `articles` also follows what feeds only sum up. One request
    at a time, a second apart for one host. OSError where the folder cannot be written.
    """
    return fetch(addresses, Path(folder), now=made_at(at), limits=limits, articles=articles)


def problem_report(path: StrPath, *, at: datetime | None = None, centre: bool = False) -> str:
    """The report on a bargaining problem as one HTML page; ProblemError where the file cannot be used as it stands.

    `centre` puts the centre of what is possible for unknown numbers where a method needs one, and the page says so.
    The questions one by one are in `nonpaper.analysis`: see docs/analysis.md.
    """
    from nonpaper.dossier.analysis import report_on

    page, faults = report_on(fspath(path), now=made_at(at), centre=centre)
    if page is None:
        told = "; ".join(f"{f.where}: {f.what}; {f.remedy}" for f in faults if f.level == "left_out")
        raise ProblemError(told or f"{fspath(path)}: cannot be used as it stands")
    return page


def scenario(path: StrPath) -> Analysis:
    """A scenario's model, analysed: which states are stable, for whom; ScenarioError where it cannot be used.

    What can be asked of it is in `nonpaper.scenarios`: `equilibria`, `why`, `evolve`, `inverse`, `sensitivity`.

    >>> import nonpaper
    >>> analysis = nonpaper.scenario("examples/scenarios/sable-valley.toml")
    >>> start = analysis.game.scenario.status_quo
    >>> [route.state for route in nonpaper.scenarios.evolve(analysis, start).routes][:3]
    [10, 5, 18]
    """
    from nonpaper.dossier.scenario import analysed

    return analysed(fspath(path))


def scenario_picture(analysis: Analysis) -> str:
    """The states, the improvements between them and the equilibria as one SVG; up to 40 states are drawn."""
    from nonpaper.present.scenario import picture

    return picture(analysis)
