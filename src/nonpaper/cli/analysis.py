"""`nonpaper analysis`: what could be agreed, on a problem that an analyst has set."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from nonpaper.cli.given import Corrected, Reports
from nonpaper.cli.output import Form, Format

if TYPE_CHECKING:
    from collections.abc import Callable

    from nonpaper.model.problem import Problem, Proposal

app = typer.Typer(
    name="analysis",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Who gives what, and what could be agreed. `ledger` and `draft` work from reports; the other commands from a "
    "PROBLEM that an analyst has set: TOML, or JSON of the form nonpaper-negotiation-domain/1.",
    epilog="Start with: nonpaper analysis draft REPORT... -o problem.toml",
)


class Assumed(StrEnum):
    """What stands in for unknowns."""

    nothing = "nothing"
    centre = "centre"


class Weights(StrEnum):
    """For which weights an amended draft must be acceptable."""

    known = "known"
    every = "every"
    jointly = "jointly"
    each = "each"


ProblemFile = Annotated[
    Path, typer.Argument(metavar="PROBLEM", help="A problem file: .toml, or .json (nonpaper-negotiation-domain/1).")
]
Centre = Annotated[
    Assumed, typer.Option("--assume", help="What stands in for unknown numbers; `centre` is printed with the answer.")
]
Draft = Annotated[
    str | None, typer.Option(metavar="NAME", help="Which draft (or solution, as nash); by default the only one.")
]
Samples = Annotated[int, typer.Option(min=100, max=10_000_000, metavar="N", help="Weight vectors drawn.")]
Seed = Annotated[int, typer.Option(min=0, metavar="N", help="Fixes the sample, so that an answer can be repeated.")]
Limit = Annotated[
    int, typer.Option(min=1000, metavar="N", help="Partial sums kept at a step before the frontier is cut.")
]


Text = Annotated[str | None, typer.Option("--draft", metavar="NAME", help="Which text; by default the last reported.")]


@app.command()
def ledger(
    reports: Reports,
    text: Text = None,
    against: Annotated[
        str, typer.Option(metavar="BASELINE", help="facts (what holds today), previous (the draft before), or a party.")
    ] = "facts",
    form: Form = Format.table,
    corrections: Corrected = None,
) -> None:
    """Print what a draft would have each do for whom, by topic, with the words: no totals, no score.

    Demands it meets or crosses, objections that remain and what would meet them; unknowns counted as unknown.
    """
    from nonpaper.dossier import ledger_of
    from nonpaper.present.ledger import ledger_table

    found = _from_reports(lambda: ledger_of(reports, draft=text, baseline=against, **_reading(corrections)))
    _printed(found[0], ledger_table, form)
    _left_out(found[1])


@app.command()
def draft(
    reports: Reports,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", help="Where the problem is written; - for standard output."),
    ] = Path("-"),
    text: Text = None,
    corrections: Corrected = None,
) -> None:
    """Propose a problem for you to edit: TOML in which every line has its evidence.

    What the reports do not say stands as unknown. Add author, weights or order, reservation values and links.
    """
    from nonpaper.cli.output import write
    from nonpaper.dossier import problem_from

    found = _from_reports(lambda: problem_from(reports, draft=text, **_reading(corrections)))
    try:
        write(found[0], output)
    except OSError as error:
        _wrong(error)
    _left_out(found[1])


def _reading(corrections: Path | None) -> dict[str, Any]:
    from nonpaper.cli import say

    return {
        "corrections": str(corrections) if corrections else None,
        "stdin": sys.stdin.buffer,
        "progress": say.progress(),
    }


def _from_reports(make: Callable[[], Any]) -> Any:
    """What is made of reports; exit status 2 where nothing could be read."""
    from nonpaper.cli import say
    from nonpaper.errors import NonpaperError

    try:
        made = make()
    except NonpaperError as error:
        say.end_progress()
        _wrong(error)
    say.end_progress()
    return made


def _left_out(outcome: Any) -> NoReturn:
    from nonpaper.cli import say

    say.findings((*outcome.left_out, *outcome.stale))
    raise typer.Exit(outcome.status)


@app.command()
def check(problem: ProblemFile) -> None:
    """Check a problem file; each fault and doubt is one line that names the line of the file.

    Exit status: 0 nothing found, 1 something found, 2 the file cannot be opened.
    """
    from nonpaper.analysis import load_problem
    from nonpaper.analysis.zone_over_all import zone_over_all
    from nonpaper.cli import say
    from nonpaper.errors import ProblemError

    try:
        read, found = load_problem(str(problem))
    except ProblemError as error:
        _wrong(error)
    say.findings(found)
    if read is not None:
        parts = ("issues", read.issues), ("parties", read.parties), ("drafts", read.drafts), ("links", read.links)
        print(f"{problem}: " + ", ".join(f"{len(items)} {name}" for name, items in parts))
        print(f"{problem}: a zone of agreement over all numbers consistent with the file: {zone_over_all(read).exists}")
    raise typer.Exit(1 if found else 0)


@app.command()
def frontier(
    problem: ProblemFile, form: Form = Format.table, assume: Centre = Assumed.nothing, limit: Limit = 500_000
) -> None:
    """Print every efficient package that all would sign, and the solutions among them.

    Exact: dominance is decided on rationals. A frontier past the limit is cut, and the answer says so.
    """
    _packages(problem, form, assume, limit, few=False)


@app.command()
def solve(
    problem: ProblemFile, form: Form = Format.table, assume: Centre = Assumed.nothing, limit: Limit = 20_000
) -> None:
    """Print the solutions: Nash, egalitarian, Kalai-Smorodinsky, leximin, utilitarian.

    They are read off the frontier where it is small, else each is solved alone with a proved gap.
    """
    _packages(problem, form, assume, limit, few=True)


@app.command()
def acceptability(
    problem: ProblemFile,
    form: Form = Format.table,
    assume: Centre = Assumed.nothing,
    samples: Samples = 100_000,
    seed: Seed = 1,
) -> None:
    """Print in what share of the weights each party would sign each draft, how drafts rank, and what blocks.

    Shares need no assumption: unknown weights are sampled, unknown values taken at their worst and their best.
    """
    from nonpaper.analysis import Assume
    from nonpaper.analysis import acceptability as judge
    from nonpaper.errors import ProblemError
    from nonpaper.present.accepted import acceptability_table

    try:
        answer = judge(_loaded(problem), samples=samples, seed=seed, assume=Assume(assume.value))
    except ProblemError as error:
        _wrong(error)
    _printed(answer, acceptability_table, form)
    raise typer.Exit(1 if any(f.level == "left_out" for f in answer.left_out) else 0)


@app.command()
def amend(
    problem: ProblemFile,
    draft: Draft = None,
    weights: Annotated[
        Weights, typer.Option("--for", help="Known weights; every weight in order; or a share of samples.")
    ] = Weights.known,
    share: Annotated[float, typer.Option(min=0.0, max=1.0, help="Of sampled weights, how many must accept.")] = 0.9,
    form: Form = Format.table,
    samples: Samples = 1_000,
    seed: Seed = 1,
) -> None:
    """Print the fewest (or cheapest) changes that make a draft acceptable to all, as a sentence and a redline.

    Red lines and links hold in every answer; several answers of the same cost are all printed.
    """
    from nonpaper.analysis import For, amendments
    from nonpaper.errors import ProblemError
    from nonpaper.present.amended import amendments_table

    read = _loaded(problem)
    try:
        answer = amendments(read, _the_draft(read, draft), For(weights.value), share=share, samples=samples, seed=seed)
    except ProblemError as error:
        _wrong(error)
    _printed(answer, amendments_table, form)
    raise typer.Exit(1 if answer.gap or not answer.sets else 0)


@app.command()
def sensitivity(
    problem: ProblemFile,
    draft: Draft = None,
    form: Form = Format.table,
    assume: Centre = Assumed.nothing,
    samples: Samples = 20_000,
    seed: Seed = 1,
) -> None:
    """Print which unknown matters most for a draft: a tornado table, and the thresholds at which answers turn."""
    from nonpaper.analysis import Assume
    from nonpaper.analysis import sensitivity as move
    from nonpaper.present.sensitive import sensitivity_table

    read = _loaded(problem)
    answer = move(read, _the_draft(read, draft), samples=samples, seed=seed, assume=Assume(assume.value))
    _printed(answer, sensitivity_table, form)


@app.command()
def report(
    problem: ProblemFile,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where the page is written; - for standard output.")
    ] = Path("report.html"),
    assume: Centre = Assumed.nothing,
) -> None:
    """Write a report on a problem: one HTML file with charts, headed by the problem's assumptions and author."""
    from nonpaper.cli import say
    from nonpaper.cli.brief import clock
    from nonpaper.cli.output import write
    from nonpaper.dossier import report_on
    from nonpaper.errors import ProblemError

    try:
        page, found = report_on(str(problem), now=clock(), centre=assume is Assumed.centre)
        if page is not None:
            write(page, output)
    except (ProblemError, OSError) as error:
        _wrong(error)
    say.findings(found)
    raise typer.Exit(2 if page is None else 1 if found else 0)


def _the_draft(problem: Problem, name: str | None) -> Proposal:
    """The draft of this name, the only one, or a solution so named; exit status 2 where there is none or several."""
    from nonpaper.analysis import draft_of
    from nonpaper.errors import ProblemError

    try:
        return draft_of(problem, name)
    except ProblemError as error:
        _wrong(error)


def _printed(answer: Any, table: Callable[[Any], str], form: Format) -> None:
    """The answer on standard output, what it left out on standard error."""
    from nonpaper.cli import say
    from nonpaper.present.answers import as_json

    sys.stdout.write(as_json(answer) if form is Format.json else table(answer))
    say.findings(answer.left_out)


def _packages(path: Path, form: Format, assume: Assumed, limit: int, *, few: bool) -> NoReturn:
    from nonpaper.analysis import Assume, packages
    from nonpaper.cli import say
    from nonpaper.errors import ProblemError
    from nonpaper.present.answers import as_json, packages_table

    problem = _loaded(path)
    try:
        answer = packages(problem, assume=Assume(assume.value), limit=limit, few=few)
    except ProblemError as error:
        _wrong(error)
    sys.stdout.write(as_json(answer) if form is Format.json else packages_table(answer, frontier=not few))
    say.findings(answer.left_out)
    short = any(gap > 1e-9 for gap in answer.gaps.values()) if few else answer.truncated
    raise typer.Exit(1 if short or not answer.solutions["egalitarian"] else 0)


def _loaded(path: Path) -> Problem:
    """The problem, its doubts said on standard error; exit status 2 where it cannot be used."""
    from nonpaper.analysis import load_problem
    from nonpaper.cli import say
    from nonpaper.errors import ProblemError

    try:
        problem, found = load_problem(str(path))
    except ProblemError as error:
        _wrong(error)
    say.findings(found)
    if problem is None:
        say.problem(f"{path}: cannot be used as it stands; put the lines above right (nonpaper analysis check)")
        raise typer.Exit(2)
    return problem


def _wrong(error: Exception) -> NoReturn:
    from nonpaper.cli import say

    say.problem(str(error))
    raise typer.Exit(2) from None
