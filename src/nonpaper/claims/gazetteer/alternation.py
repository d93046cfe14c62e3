"""Many literal words as one pattern: a trie, so that a place in a text is held against a few first letters only."""

from __future__ import annotations

import re
from collections.abc import Iterable

Branches = dict[str, "Branches"]
BLANK = r"[ \n]"
"""What stands for a blank in the patterns made here."""
_END = ""
_ALSO = {"i": "İı", "s": "ſ", "k": "\u212a"}  # what else the pattern `(?i:i)` matches, and so on


def any_of(choices: Iterable[str]) -> str:
    """An alternation of literal words, longest first; a blank also matches a line break.

    >>> any_of(["front", "fronts", "foe"])
    '(?:f(?:ront(?:s)?|oe))'
    """
    return f"(?:{_one_of(_trie(choices))})"


def any_case_of(choices: Iterable[str]) -> str:
    """The same without regard to case, its first letters spelled out in both: the matcher tells those by a glance.

    >>> any_case_of(["foe", "Ally"])
    '(?i:(?-i:[fF])oe|(?-i:[aA])lly)'
    """
    rows = _trie(word.lower() for word in choices)
    return f"(?i:{'|'.join(_both(first) + _rest(row) for first, row in rows.items())})"


def _trie(choices: Iterable[str]) -> Branches:
    root: Branches = {}
    for word in choices:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return root


def _one_of(node: Branches) -> str:
    return "|".join(_letter(letter) + _rest(row) for letter, row in node.items() if letter)


def _rest(node: Branches) -> str:
    """What may follow in a word; longer words before the one that ends here."""
    more = _one_of(node)
    if not more:
        return ""
    if _END in node:
        return f"(?:{more})?"
    return more if len(node) == 1 else f"(?:{more})"


def _letter(letter: str) -> str:
    return BLANK if letter == " " else re.escape(letter)


def _both(letter: str) -> str:
    return f"(?-i:[{letter}{letter.upper()}{_ALSO.get(letter, '')}])" if letter.isalpha() else _letter(letter)
