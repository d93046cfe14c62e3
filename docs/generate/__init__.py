"""The parts of the reference that code writes, put in where a page says `% made: NAME` and nowhere kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from docs.generate import api, commands, corrections, credibility, findings, pages, records

MADE: dict[str, Callable[[], str]] = {
    "pages others": pages.others,
    "commands reports": lambda: commands.section("brief", "read", "corrections", "fetch"),
    "commands dossier": commands.dossier,
    "commands draft": lambda: commands.group("draft"),
    "commands analysis": lambda: commands.group("analysis"),
    "commands scenario": lambda: commands.group("scenario"),
    "commands others": commands.others,
    "commands list": commands.listed,
    "api": api.page,
    "corrections": corrections.fields,
    "corrections entries": corrections.entries,
    "vocabularies": corrections.vocabularies,
    "credibility": credibility.rules,
    "findings": findings.table,
    "errors": findings.errors,
    "records reading": records.reading,
    "records brief": records.brief,
}
_MARK = re.compile(r"^% made: (.+)$", re.MULTILINE)


def filled(text: str) -> str:
    """A page with each mark replaced by what is made for it; KeyError for a mark that nothing is made for."""
    return _MARK.sub(lambda m: MADE[m[1].strip()](), text)


def setup(app: Any) -> dict[str, bool]:
    """Sphinx calls this."""
    app.connect("source-read", _fill)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _fill(_app: Any, _name: str, source: list[str]) -> None:
    source[0] = filled(source[0])
