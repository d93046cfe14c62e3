"""`nonpaper scenario`: what follows if someone refuses."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TypeVar

import typer

from nonpaper.cli.given import Reports
from nonpaper.cli.output import Form, Format

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nonpaper.model.scenario import Concept
    from nonpaper.scenarios import Game

T = TypeVar("T")


class Picture(StrEnum):
    """What is drawn."""

    svg = "svg"
    table = "table"
    json = "json"


class Stability(StrEnum):
    """The concepts, by what a decision maker who would leave a state looks at."""

    R = "R"
    GMR = "GMR"
    SMR = "SMR"
    SEQ = "SEQ"
    SIM = "SIM"


scenario = typer.Typer(
    name="scenario",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="What follows if someone refuses: a graph model of the conflict, written by an analyst as a small TOML file. "
    "It says which outcomes would hold if the parties want what the model says; it says nothing of what they will do.",
    epilog="Start with: nonpaper scenario draft REPORT... > model.toml; edit it; nonpaper scenario check model.toml",
)

Model = Annotated[
    Path, typer.Argument(metavar="MODEL", help="A model as TOML, or a case as JSON; see docs/scenarios.md.")
]
Concepts = Annotated[
    list[Stability] | None, typer.Option("--concept", "-c", help="Only this concept; may be given again.")
]


@scenario.command()
def check(model: Model, form: Form = Format.table) -> None:
    """Check a model: what was read, and every fault with its line.

    Exit status 0: nothing found; 1: something found; 2: not readable.
    """
    from nonpaper.cli import say
    from nonpaper.present.scenario import model_record, model_words
    from nonpaper.scenarios import game, load_scenario

    loaded = load_scenario(str(model))
    say.findings(loaded.findings)
    if loaded.scenario is not None:
        numbers = game(loaded.scenario)
        _out(model_words(numbers) if form is Format.table else model_record(numbers))
    graver = any(f.level != "note" for f in loaded.findings)
    raise typer.Exit(int(graver) if loaded.readable else 2)


@scenario.command()
def stability(
    model: Model,
    form: Form = Format.table,
    concept: Concepts = None,
    coalition: Annotated[
        list[str] | None, typer.Option(metavar="A+B", help="Also the stability of decision makers acting as one.")
    ] = None,
    why: Annotated[
        list[str] | None, typer.Option(metavar="STATE", help="Say why this state is stable, or not, for each of them.")
    ] = None,
) -> None:
    """Which states are stable, for whom, under which concept; the equilibria.

    R: no improvement. GMR: every improvement can be answered by moves that leave the mover no better off. SMR: even if
    the mover may move again. SEQ: by moves that are improvements for those who answer. SIM: by moves made at the same
    moment.
    """
    from nonpaper.present.scenario import analysis_record, stability_table, why_words
    from nonpaper.scenarios import analyse, coalition_of, state_of
    from nonpaper.scenarios import why as reasons

    game = _game(model)
    wanted = _concepts(concept)
    analysis = analyse(game, wanted, [_meant(coalition_of, game, text) for text in coalition or ()])
    found = [
        reasons(game, _meant(state_of, game, text), name, c)
        for text in why or ()
        for name in game.names
        for c in wanted
        if c in analysis.stable[name]
    ]
    if form is Format.json:
        import msgspec

        _out(analysis_record(analysis) | ({"why": msgspec.to_builtins(found)} if found else {}))
    else:
        _out(
            "\n".join(
                [stability_table(analysis), *([""] if found else []), *(x for w in found for x in why_words(game, w))]
            )
        )
    raise typer.Exit(int(bool(analysis.left_out)))


@scenario.command()
def evolve(
    model: Model,
    form: Form = Format.table,
    concept: Concepts = None,
    start: Annotated[
        str | None, typer.Option("--from", metavar="STATE", help="Where to start; by default the model's status quo.")
    ] = None,
) -> None:
    """Which equilibria can be reached from today, by whose moves, in how many steps."""
    from nonpaper.present.scenario import evolution_words
    from nonpaper.scenarios import analyse, state_of
    from nonpaper.scenarios import evolve as follow

    game = _game(model)
    first = _meant(state_of, game, start) if start is not None else game.scenario.status_quo
    if first is None:
        _wrong("the model names no status_quo; add one, or give --from STATE")
    found = follow(analyse(game, _concepts(concept)), first)
    _result(game, found, evolution_words, form)


@scenario.command()
def inverse(
    model: Model,
    state: Annotated[
        str, typer.Option("--state", "-s", metavar="STATE", help="The wished state: number, name or pattern.")
    ],
    form: Form = Format.table,
    decision_maker: Annotated[
        list[str] | None, typer.Option("--for", metavar="NAME", help="Only this decision maker; may be given again.")
    ] = None,
    concept: Concepts = None,
) -> None:
    """Which rankings of one decision maker make a wished state stable, the others being as they are."""
    from nonpaper.present.scenario import inverse_words
    from nonpaper.scenarios import decision_maker_of, state_of
    from nonpaper.scenarios import inverse as wished
    from nonpaper.scenarios.network import MOST

    game = _game(model)
    names = decision_maker or game.names
    for name in names:
        _meant(decision_maker_of, game, name)
    if game.states > MOST:
        _wrong(
            f"{game.states:,} states are more than the {MOST:,} that inverse analysis takes; add [[infeasible]] rules"
        )
    place = _meant(state_of, game, state)
    found = [wished(game, place, name, c) for name in names for c in _concepts(concept) if c != "SIM"]
    if form is Format.json:
        import msgspec

        _out(msgspec.to_builtins(found))
    else:
        _out("\n\n".join(inverse_words(game, one) for one in found))
    raise typer.Exit(int(any(one.left_out for one in found)))


@scenario.command()
def sensitivity(model: Model, form: Form = Format.table, concept: Concepts = None) -> None:
    """The smallest change of one ranking that changes the equilibria."""
    from nonpaper.present.scenario import changes_words
    from nonpaper.scenarios import sensitivity as smallest

    game = _game(model)
    _result(game, smallest(game, _concepts(concept)), changes_words, form)


@scenario.command()
def draw(
    model: Model,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where it is written; - for standard output.")
    ] = Path("-"),
    form: Annotated[
        Picture, typer.Option("--format", "-f", help="The graph and option table as SVG, the table as text, or JSON.")
    ] = Picture.svg,
) -> None:
    """Draw the states, the improvements between them and the equilibria; below, the option table.

    Up to 40 states are drawn; of a larger model the status quo, the nearest equilibria and the ways there.
    """
    from nonpaper.cli import say
    from nonpaper.cli.output import write
    from nonpaper.present.scenario import graph_record, option_table, picture
    from nonpaper.scenarios import analyse

    game = _game(model)
    if form is Picture.table:
        text = option_table(game) + "\n"
    else:
        analysis = analyse(game)
        text = picture(analysis) if form is Picture.svg else _json(graph_record(analysis)) + "\n"
    try:
        write(text, output)
    except OSError as error:
        say.problem(f"{output}: cannot be written ({error.strerror or error})")
        raise typer.Exit(2) from None


@scenario.command()
def draft(
    reports: Reports,
) -> None:
    """Print a model to start from: what each party has said it would do, every line with its evidence.

    It claims nothing that the reports do not carry: no order of importance, no status quo, no likelihood.
    """
    from nonpaper.cli import say
    from nonpaper.dossier import corpus, nothing_read
    from nonpaper.errors import NonpaperError
    from nonpaper.scenarios import draft_model

    try:
        outcome = corpus(reports, stdin=sys.stdin.buffer, progress=say.progress()).outcome
    except NonpaperError as error:
        say.problem(str(error))
        raise typer.Exit(2) from None
    say.end_progress()
    say.findings((*outcome.left_out, *outcome.stale))
    if not outcome.readings:
        if not outcome.left_out:
            say.problem(str(nothing_read(())))
        raise typer.Exit(2)
    sys.stdout.write(draft_model(outcome.readings))
    raise typer.Exit(outcome.status)


def _game(model: Path) -> Game:
    """The model in numbers; leaves with status 2 where it cannot be used."""
    from nonpaper.cli import say
    from nonpaper.scenarios import game, load_scenario

    loaded = load_scenario(str(model))
    say.findings(f for f in loaded.findings if f.level != "note")
    if loaded.scenario is None:
        raise typer.Exit(2)
    return game(loaded.scenario)


def _concepts(given: Sequence[Stability] | None) -> tuple[Concept, ...]:
    from nonpaper.scenarios import CONCEPTS

    return tuple(c for c in CONCEPTS if not given or c in [g.value for g in given])


def _meant(find: Callable[[Game, str], T], game: Game, text: str) -> T:
    """What a person means; leaves with status 2 where the model does not have it."""
    from nonpaper.errors import ScenarioError

    try:
        return find(game, text)
    except ScenarioError as error:
        _wrong(str(error))


def _result(game: Game, found: Any, words: Any, form: Format) -> NoReturn:
    import msgspec

    _out(words(game, found) if form is Format.table else msgspec.to_builtins(found))
    raise typer.Exit(int(bool(found.left_out)))


def _out(result: object) -> None:
    sys.stdout.write((result if isinstance(result, str) else _json(result)) + "\n")


def _json(result: object) -> str:
    return json.dumps(result, ensure_ascii=False)


def _wrong(message: str) -> NoReturn:
    from nonpaper.cli import say

    say.problem(message)
    raise typer.Exit(2)
