"""Every code that a finding may bear, gathered from the calls that make findings, and the error tree."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, get_args

import nonpaper
from docs.generate.literals import Words
from nonpaper import errors as tree
from nonpaper.model.finding import Level

SOURCE = Path(nonpaper.__file__).parent
_HEAD = "| code | level | step | what it says | what to do |"


class Made(NamedTuple):
    """A finding as its call stands in the code; "…" is what is filled in when it is made."""

    code: str
    level: str
    step: str
    what: str
    remedy: str


def table() -> str:
    """A row for each code and step; where several say different things, the first."""
    rows: dict[tuple[str, str], Made] = {}
    for made in sorted(set(found()), key=lambda m: (m.code, m.step, not m.what, m.what)):
        rows.setdefault((made.code, made.step), made)
    lines = [
        f"| `{m.code}` | {_level(m.level)} | `{m.step}` | {_cell(m.what)} | {_cell(m.remedy)} |" for m in rows.values()
    ]
    return "\n".join([_HEAD, "|---|---|---|---|---|", *lines])


def errors() -> str:
    """The error tree, as its file draws it."""
    drawn = (tree.__doc__ or "").partition("\n\n")[2].rpartition("\n\n")[0]
    return f"```text\n{drawn.strip()}\n```"


def found() -> Iterator[Made]:
    """Every finding that is made with a code of its own, file by file."""
    for path in sorted(SOURCE.rglob("*.py")):
        step = path.relative_to(SOURCE).parts[0].removesuffix(".py")
        text = path.read_text("utf-8")
        for each in ast.walk(ast.parse(text)) if "Finding" in text or "ReportError" in text else ():
            if isinstance(each, ast.FunctionDef):
                yield from _in_function(each, step)


def _in_function(function: ast.FunctionDef, step: str) -> Iterator[Made]:
    words = Words(function)
    default = _default_code(function)
    for call in (each for each in ast.walk(function) if isinstance(each, ast.Call)):
        given = {k.arg: k.value for k in call.keywords if k.arg} | dict(zip(_positions(call), call.args, strict=False))
        code = words.of(given.get("code")) or (default if _named(call) == "Finding" else "")
        if code and "…" not in code and {"what", "remedy"} <= set(given):
            level = words.of(given.get("level")) or "left_out"
            what = words.of(given["what"]) or words.about
            yield Made(code, level, step, what, words.of(given["remedy"]))


def _positions(call: ast.Call) -> tuple[str, ...]:
    """What the call's plain arguments are: an error begins with what went wrong, a note with code and level."""
    if _named(call) == "ReportError":
        return ("what",)
    if len(call.args) > 3 and isinstance(call.args[1], ast.Constant) and call.args[1].value in get_args(Level):
        return (
            ("code", "level", "what", "remedy") if len(call.args) == 4 else ("code", "level", "path", "what", "remedy")
        )
    return ()


def _named(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _default_code(function: ast.FunctionDef) -> str:
    names = [arg.arg for arg in function.args.args][-len(function.args.defaults) :] if function.args.defaults else []
    defaults = dict(zip(names, function.args.defaults, strict=True))
    given = defaults.get("code")
    return str(given.value) if isinstance(given, ast.Constant) else ""


def _level(level: str) -> str:
    return level.replace("left_out", "left out").replace(" / ", " or ")


def _cell(text: str) -> str:
    """Words of a message in a cell of a table: nothing in them is a mark."""
    return re.sub(r"([\\|*_<>\[\]$~])", r"\\\1", " ".join(text.split())) or "as the line itself says"
