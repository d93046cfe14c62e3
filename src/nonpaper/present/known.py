"""How a term is known, in words: its separate origins with the way to each report, its standing, its credibility."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from nonpaper.model.credibility import Credibility
from nonpaper.model.standing import Denial, Said, Standing
from nonpaper.model.support import Path, Support, Tie
from nonpaper.present.material import Material, listed, named
from nonpaper.remembered import each

WAYS: dict[Tie, str] = {
    "own": "its own reporting",
    "credit": "credits it",
    "copy": "copies it",
    "either": "one copies the other, which is not known",
    "circular": "outlets that credit each other",
    "unknown": "not stated",
}
DENIED = {"content": "the content", "receipt": "receipt of it", "authorship": "what is said of its authorship"}


class OriginLine(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One separate origin, and the ways from it: carriers and then the report, with how the report has it.

    `absent` says why no report of the origin's own stands on the way; `letter` is the reliability that a person set.
    """

    name: str
    absent: str
    ways: tuple[tuple[str, ...], ...]
    how: tuple[str, ...]
    letter: str = ""


class KnownView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """How one term is known; `credibility` holds grade and rule for each account, in their order."""

    origins: tuple[OriginLine, ...]
    unknown: tuple[str, ...]
    standing: tuple[str, ...]
    denied: tuple[str, ...]
    credibility: tuple[tuple[int, str], ...]


def known_views(of: Material, terms: Sequence[str], where: str) -> Sequence[KnownView]:
    """Everything about how each of the terms of one text is known."""
    known = of.known
    rows = [(known.support[t], known.standing[t], known.credibility[t]) for t in terms]
    same = where, tuple(sorted(of.outlets)), tuple(sorted(of.reliability.items()))
    return each("known", rows, lambda row: _view(of, *row), same)


def _view(of: Material, support: Support, standing: Standing, graded: tuple[Credibility, ...]) -> KnownView:
    return KnownView(
        origins=tuple(_origin(of, o.name, o.paths, _letter(of, o.names)) for o in support.origins),
        unknown=tuple(_unknown(of, support.unknown)),
        standing=tuple(_standing(of, standing)),
        denied=tuple(denied_lines(of, standing.denied)),
        credibility=tuple((c.grade, c.why) for c in graded),
    )


def _standing(of: Material, standing: Standing) -> Iterator[str]:
    said = (
        ("Attested on the record, by ", standing.attested),
        ("Given as published wording, by ", standing.published),
        ("Said to be agreed, by ", standing.agreed),
        ("Reported as signed, by ", standing.signed),
    )
    if any(who for _, who in said):
        yield from (f"{says}{_by(of, who)}" for says, who in said if who)
    elif standing.reported:
        yield "Reported"


def _origin(of: Material, name: str, paths: Sequence[Path], letter: str) -> OriginLine:
    ways = {
        (*p.through, named(of.readings[p.report])): p.tie for p in paths if p.tie != "own"
    }  # a report that states a term twice is on the way once
    ordered = sorted(ways, key=lambda way: (len(way), way))
    return OriginLine(
        name=name,
        absent="" if any(p.tie == "own" for p in paths) else _absent(of, name),
        ways=tuple(ordered),
        how=tuple(WAYS[ways[way]] for way in ordered),
        letter=letter,
    )


def _absent(of: Material, origin: str) -> str:
    """Whether the origin has a report here that was read without finding the term, or none."""
    return "not read in its own report" if origin.casefold() in of.outlets else "its own report is not here"


def _letter(of: Material, names: Sequence[str]) -> str:
    """The letter set for an origin, where a person set any at all."""
    letters = {of.reliability.get(n.casefold(), "F") for n in names}
    return letters.pop() if of.reliability and len(letters) == 1 else "F" if of.reliability else ""


def _unknown(of: Material, paths: Iterable[Path]) -> Iterator[str]:
    found = dict.fromkeys((named(of.readings[p.report]), p.tie) for p in paths)
    for name, tie in sorted(found):
        yield f"{name} ({WAYS['circular']})" if tie == "circular" else name


def _by(of: Material, said: Sequence[Said]) -> str:
    """Who says so: the words for them with their party, or the report where it speaks itself."""
    who = {f"{s.who or named(of.readings[s.report])}{_for(s.who, s.party)}" for s in said}
    return listed(sorted(who))


def _for(who: str, party: str | None) -> str:
    return f" ({party})" if party and party.casefold() not in who.casefold() else ""


def denied_lines(of: Material, denials: Sequence[Denial]) -> Iterator[str]:
    """One line for each thing that is denied, with all who deny it: by party, else in the report's words."""
    for what, says in DENIED.items():
        who = {_denier(of, d) for d in denials if d.of == what}
        if who:
            yield f"{says}, by {listed(sorted(who))}"


def _denier(of: Material, denial: Denial) -> str:
    return denial.party or denial.who or f"a speaker not named ({named(of.readings[denial.report])})"


def text_denials(of: Material, name: str | None) -> tuple[str, ...]:
    """What is denied of one text as a whole; of a text that a report does not name only where that is the one asked."""
    return tuple(denied_lines(of, [d for d in of.known.denied if d.draft == name]))
