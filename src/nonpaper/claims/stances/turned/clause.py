"""The clause in which words show a stance: what opens it, and what follows."""

from __future__ import annotations

import re
from typing import NamedTuple

from nonpaper.claims.stances.turned.words import NEAR, Words
from nonpaper.model.codes import Stance

AFTER = 90
"""Characters from the words that show a stance in which these are turned round."""


class Clause(NamedTuple):
    """A stance with the words around those that show it: `lead` before them, of which `opens` is in their clause; `said` from them on."""

    stance: Stance
    lead: str
    opens: str
    said: str


def clause_of(words: Words) -> Clause:
    """The clause of the words that show a stance; NEAR characters before them and AFTER from them on at most."""
    lead = words.text[max(0, words.cue - NEAR) : words.cue]
    said = words.text[words.cue : words.cue + AFTER].removeprefix("that ")
    return Clause(words.position.stance, lead, _STARTS.split(lead)[-1], said)


# Where a clause begins.
_STARTS = re.compile(
    r"[,;:.“”\"‘]\s*|\b(?:and|but|yet|that|because|while|said|says|told|added|argued|insisted|warned|noted|replied)\s",
    re.IGNORECASE,
)
