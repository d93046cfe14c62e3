"""Where things stand in a TOML or JSON file, so that a finding can name the line."""

from __future__ import annotations

import re

_TRIPLE = re.compile(r'"""[\s\S]*?"""|\'\'\'[\s\S]*?\'\'\'')
_HEADING = re.compile(r"^\s*\[\[?\s*([\w.\- \"']+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*(?:\"((?:\\.|[^\"\\])*)\"|'([^']*)'|([\w-]+))\s*(?:=|\.)")

Place = tuple[str, int, str, str]
"""Kind of table ("party"), its number from 0, a table within it ("values") or "", and a key or ""."""


class Lines:
    r"""Line numbers, from 1, of the headings and keys of a TOML file; the nearest heading above where a key is unknown.

    >>> lines = Lines('title = "t"\n[[party]]\nname = "A"\n[party.values]\narmy = [0, 1]')
    >>> lines.of("party", 0, "values", "army"), lines.of("party", 0, key="name"), lines.of("party", 0, key="order")
    (5, 3, 2)
    """

    def __init__(self, text: str) -> None:
        self._found: dict[Place, int] = {}
        bare = _TRIPLE.sub(lambda m: '""' + "\n" * m[0].count("\n"), text)
        counts: dict[str, int] = {}
        kind, number, within = "", 0, ""
        for at, line in enumerate(bare.split("\n"), start=1):
            if heading := _HEADING.match(line):
                kind, _, within = heading[1].replace('"', "").partition(".")
                counts[kind] = counts.get(kind, -1) + (not within)
                number = max(counts[kind], 0)
                self._found.setdefault((kind, number, within, ""), at)
            elif key := _KEY.match(line):
                name = next(k for k in key.groups() if k is not None)
                self._found.setdefault((kind, number, within, name), at)

    def of(self, kind: str, number: int = 0, within: str = "", key: str = "") -> int | None:
        """The line of a key, else of its table, else of the table around it; None where none is known."""
        tries = ((kind, number, within, key), (kind, number, "", within), (kind, number, within, ""))
        return next((self._found[t] for t in (*tries, (kind, number, "", "")) if t in self._found), None)


def line_of(text: str, words: str, start: int = 0) -> int | None:
    """The line on which `words` first stand, from `start` characters on."""
    at = text.find(words, start)
    return None if at < 0 else text.count("\n", 0, at) + 1
