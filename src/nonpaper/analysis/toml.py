"""Problems in TOML that people write. `docs/analysis.md` shows the grammar by example."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from nonpaper.analysis.table import allowed, blocks
from nonpaper.analysis.toml_party import read_party
from nonpaper.analysis.toml_reader import FaultError, Reader, is_number, name_of, names, short
from nonpaper.errors import ProblemError
from nonpaper.model.finding import Finding
from nonpaper.model.problem import LIMIT, Issue, Link, Preference, Problem, Proposal

FORMAT = "nonpaper-problem/1"
RULE = "u = sum over issues of weight * value; values lie between 0 and 1, weights sum to 1"
_TOP = ("format", "title", "author", "date", "assumptions", "issue", "party", "link", "draft")


def from_toml(table: dict[str, Any], text: str, file: str) -> tuple[Problem | None, tuple[Finding, ...]]:
    """The problem in a decoded TOML file, and what was found amiss in it."""
    reader = Reader(table, text, file)
    _top(reader)
    reader.issues = list(_each(reader, "issue", _issue))
    parties = list(_each(reader, "party", read_party))
    links = list(_each(reader, "link", _link))
    drafts = list(_each(reader, "draft", _draft))
    _whole(reader, parties, drafts)
    if _stopped(reader):
        return None, tuple(reader.found)
    problem = Problem(
        title=str(table.get("title", "")).strip(),
        author=str(table.get("author", "")).strip(),
        date=_date(table.get("date")),
        assumptions=tuple(str(a) for a in table.get("assumptions", [])),
        issues=tuple(reader.issues),
        parties=tuple(parties),
        links=tuple(links),
        drafts=tuple(drafts),
        utility=RULE,
    )
    _feasible(reader, problem)
    return (None if _stopped(reader) else problem), tuple(reader.found)


def _stopped(reader: Reader) -> bool:
    return any(f.level == "left_out" for f in reader.found)


def _each(reader: Reader, kind: str, read: Any) -> Iterator[Any]:
    for number, entry in reader.entries(kind):
        try:
            yield read(reader, number, entry)
        except FaultError as error:
            reader.fault(error.line, error.what, error.remedy)


def _top(reader: Reader) -> None:
    lines = reader.lines
    if reader.table.get("format") != FORMAT:
        reader.fault(lines.of("", key="format") or 1, "has another format", f'write format = "{FORMAT}" at the top')
    for key in reader.table:
        if key not in _TOP:
            line = lines.of("", key=key) or lines.of(key)
            reader.fault(line, f'"{short(key)}" is unknown', f"use one of {', '.join(_TOP)}")
    if not str(reader.table.get("author", "")).strip():
        reader.fault(
            lines.of("", key="author") or 1, "names no author", 'write author = "…": every result is headed by it'
        )
    if not isinstance(reader.table.get("assumptions", []), list):
        reader.fault(lines.of("", key="assumptions"), "assumptions are not a list", 'write assumptions = ["…"]')


def _whole(reader: Reader, parties: Sequence[Preference], drafts: Sequence[Proposal]) -> None:
    if not reader.issues:
        reader.fault(None, "has no issues", "write [[issue]] for each matter to be settled")
    if len(parties) < 2:
        reader.fault(None, f"has {len(parties)} usable parties", "write [[party]] for two or more")
    if sum(len(i.options) for i in reader.issues) * max(1, len(parties)) > LIMIT:
        reader.fault(None, f"has more than {LIMIT:,} values", "split the problem")
    for kind, items in (("issue", reader.issues), ("party", parties), ("draft", drafts)):
        seen: set[str] = set()
        for item in items:
            if item.name in seen:
                reader.fault(item.line, f'two entries of [[{kind}]] are called "{item.name}"', "name each differently")
            seen.add(item.name)


def _feasible(reader: Reader, problem: Problem) -> None:
    """Links must leave something; a draft that breaks one is a doubt."""
    for link in problem.links:
        if link.when[0] == link.then[0]:
            reader.fault(link.line, "the link ties an issue to itself", "tie two different issues")
    if _stopped(reader):
        return
    try:
        blocks(problem)
    except ProblemError as error:
        reader.fault(next((x.line for x in problem.links), None), str(error), "loosen the links named")
        return
    for draft in problem.drafts:
        for link in allowed(problem, draft.choices):
            reader.doubt(draft.line, f'draft "{draft.name}" breaks the link of line {link.line}', "check both")
    try:
        blocks(problem, barred={pair for p in problem.parties for pair in p.red_lines})
    except ProblemError as error:
        reader.doubt(next((x.line for x in problem.links), None), str(error), "see `analysis acceptability`")


def _issue(reader: Reader, number: int, entry: dict[str, Any]) -> Issue:
    line = reader.lines.of("issue", number)
    name = name_of(entry, line, "issue")
    at = reader.lines.of("issue", number, key="options")
    options = entry.get("options")
    if not isinstance(options, list) or not 0 < len(options) <= 255 or not all(isinstance(o, str) for o in options):
        raise FaultError(at, f'issue "{name}" needs 1 to 255 options, each in quotes', 'write options = ["…", "…"]')
    if len(set(options)) < len(options):
        raise FaultError(at, f'issue "{name}" lists an option twice', "list each wording once")
    cost = entry.get("cost", 1)
    if not is_number(cost) or cost <= 0:
        raise FaultError(
            reader.lines.of("issue", number, key="cost"),
            f'the cost of "{name}" is no number above 0',
            "write cost = 1",
        )
    topic = entry.get("topic")
    return Issue(name=name, options=tuple(options), topic=str(topic) if topic else None, cost=Fraction(cost), line=line)


def _link(reader: Reader, number: int, entry: dict[str, Any]) -> Link:
    line = reader.lines.of("link", number)
    return Link(
        when=_end(reader, entry.get("when"), line, "when"),
        then=_end(reader, entry.get("then"), line, "then"),
        why=str(entry.get("why", "")),
        line=line,
    )


def _end(reader: Reader, given: object, line: int | None, key: str) -> tuple[int, tuple[int, ...]]:
    if not isinstance(given, dict) or len(given) != 1:
        raise FaultError(line, f"the link needs one issue under {key}", f'write {key} = {{ "issue" = ["option"] }}')
    name, options = next(iter(given.items()))
    issue = reader.issue(name, line)
    listed = options if isinstance(options, list) else [options]
    if not listed:
        raise FaultError(line, f"the link names no option under {key}", "name one or more")
    return issue, tuple(reader.option(issue, o, line) for o in listed)


def _draft(reader: Reader, number: int, entry: dict[str, Any]) -> Proposal:
    line = reader.lines.of("draft", number)
    name = name_of(entry, line, "draft")
    given = entry.get("choices")
    if not isinstance(given, dict):
        raise FaultError(line, f'draft "{name}" has no choices', "write [draft.choices] and one line an issue")
    at = {k: reader.lines.of("draft", number, "choices", k) for k in given}
    chosen = {reader.issue(k, at[k]): (v, at[k]) for k, v in given.items()}
    missing = [i.name for k, i in enumerate(reader.issues) if k not in chosen]
    if missing:
        raise FaultError(
            line, f'draft "{name}" chooses nothing for {names(missing)}', "choose an option for every issue"
        )
    choices = tuple(reader.option(k, *chosen[k]) for k in range(len(reader.issues)))
    return Proposal(name=name, choices=choices, line=line)


def _date(value: object) -> str | None:
    return value.isoformat() if isinstance(value, dt.date) else str(value) if value else None
