"""The reference of the command line, from the program itself: the words are those of `--help`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import typer

from nonpaper.cli.app import app
from nonpaper.cli.dossier import COMMANDS

ROOT: Any = typer.main.get_command(app)
REPORTS = ("brief", "read", "corrections", "fetch")
DOSSIER = tuple(each.__name__.rstrip("_") for each in COMMANDS)
GROUPS = ("draft", "analysis", "scenario")


def dossier() -> str:
    """The commands on a dossier."""
    return section(*DOSSIER)


def others() -> str:
    """Commands that no page has a place for yet."""
    known = {*REPORTS, *GROUPS, *DOSSIER}
    left = {name: command for name, command in ROOT.commands.items() if name not in known}
    return "\n".join(group(name) if hasattr(each, "commands") else section(name) for name, each in left.items())


def section(*names: str) -> str:
    """Commands at the top of the program, one heading each."""
    return "\n".join(_told(("nonpaper", name), ROOT.commands[name]) for name in names)


def group(name: str) -> str:
    """A command's own commands, after what is said of all."""
    own = ROOT.commands[name]
    told = (_told(("nonpaper", name, sub), command) for sub, command in own.commands.items())
    return "\n".join([_prose(own.help), *told])


def listed() -> str:
    """Every command with the first sentence on it and its place in the reference."""
    rows = [f"| [`{' '.join(path)}`]({_page(path)}#{anchor(path)}) | {_first(own.help)} |" for path, own in walked()]
    return "\n".join(["| command | what it does |", "|---|---|", *rows])


def walked(path: tuple[str, ...] = ("nonpaper",), command: Any = ROOT) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Each command that does something, with the words that call it."""
    for name, each in command.commands.items():
        here = (*path, name)
        if hasattr(each, "commands"):
            yield from walked(here, each)
        else:
            yield here, each


def anchor(path: tuple[str, ...]) -> str:
    """The fragment of a command's heading."""
    return "-".join(path)


def _page(path: tuple[str, ...]) -> str:
    if path[1] in GROUPS:
        return f"{path[1]}.md"
    if path[1] in REPORTS:
        return "reports.md"
    return "dossier.md" if path[1] in DOSSIER else "index.md"


def _told(path: tuple[str, ...], command: Any) -> str:
    context = command.make_context(" ".join(path), [], resilient_parsing=True)
    usage = command.get_usage(context).removeprefix("Usage: ")
    records = [(p, p.get_help_record(context)) for p in command.get_params(context)]
    given = [_item(*r) for p, r in records if r and p.param_type_name == "argument"]
    options = [_item(*r) for p, r in records if r and p.param_type_name == "option" and p.name != "help"]
    parts = [f"## {' '.join(path)}", f"```text\n{usage}\n```", _prose(command.help), *given, *options]
    return "\n\n".join([*parts, _prose(command.epilog or ""), ""])


def _item(name: str, says: str) -> str:
    """One argument or option as an item of a definition list."""
    return f"`{name}`\n: {_safe(' '.join(says.split()))}"


def _prose(text: str) -> str:
    """Paragraphs as they wrap; a line that begins with the program's name is shown as a call."""
    return "\n\n".join(_paragraph(p) for p in re.split(r"\n\s*\n", text.strip()))


def _paragraph(text: str) -> str:
    line = " ".join(text.replace("\b", " ").split())
    call = re.fullmatch(r"(?:(Example|Start with|Then|A file to start from): )?(nonpaper .*)", line)
    if call:
        return (f"{call[1]}:\n\n" if call[1] else "") + f"```text\n{call[2]}\n```"
    return _safe(line)


def _safe(text: str) -> str:
    """Words of a terminal as Markdown that shows them: nothing in them is a mark but backticks."""
    return re.sub(r"(?<!`)([*_<>\[\]{}|$~])(?!`)", r"\\\1", text) if "`" not in text else text


def _first(text: str) -> str:
    sentence = re.split(r"(?<=[.:;])\s", " ".join(text.split()), maxsplit=1)[0].rstrip(".:;")
    return _safe(sentence).replace("|", "\\|")
