"""`nonpaper draft precedents`: how something was put in other agreements."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from nonpaper.cli.output import Form, Format, as_json


def precedents(
    asked: Annotated[
        str, typer.Argument(metavar="WORDS", help='What to look for; codes too: "PA-X TjAm", "PAM 4", "TjAm".')
    ],
    places: Annotated[
        list[str],
        typer.Option(
            "--in",
            "-i",
            metavar="FILE|FOLDER",
            help="Where to look: agreements' texts (.txt .md .html .pdf .jsonl), PA-X exports (.csv .xlsx), folders of "
            "both. May be given again.",
        ),
    ],
    most: Annotated[int, typer.Option("--most", "-n", min=1, metavar="N", help="Answers at most of each kind.")] = 10,
    form: Form = Format.table,
) -> None:
    """Find how other agreements put something, in agreements you bring; each answer with its source and exact words.

    Answers stand in the order of how well they fit; the order is no judgement of a solution. Exit status 0 done, 1 a
    file or row was left out, 2 nothing to search in.

    nonpaper draft precedents "exchange of prisoners" --in agreements/
    """
    from nonpaper.cli import say
    from nonpaper.dossier import precedents as find
    from nonpaper.present.precedents import precedent_lines
    from nonpaper.present.words import inside, topic

    if not asked.strip():
        say.problem('no words were given; say what to look for, such as "exchange of prisoners"')
        raise typer.Exit(2)
    found = find(asked, places, most=most)
    say.findings(found.findings)
    if not found.passages:
        raise typer.Exit(2)
    if form is Format.json:
        sys.stdout.write(as_json(found))
    else:
        sys.stdout.write("".join(line + "\n" for line in precedent_lines(found.answers, found.listed)))
        about = f"; taken to be about {inside(topic(found.topic))}" if found.topic else ""
        print(
            f"{found.passages} passages searched: {found.texts} texts, {found.rows} rows of databases{about}",
            file=sys.stderr,
        )
    raise typer.Exit(found.status)
