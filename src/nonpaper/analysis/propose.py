"""A problem for an analyst to edit, proposed from the reporting: TOML in which every line has its evidence.

Only what a stated table allows is filled in; everything else is "unknown". Nothing is assumed that is not printed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from nonpaper.analysis.comparing import Words, evidence_of, said
from nonpaper.analysis.ledger import the_draft
from nonpaper.analysis.toml import FORMAT
from nonpaper.analysis.words import MEANINGS
from nonpaper.drafts.match import ALIKE, NEAR, alike
from nonpaper.model.draft import Consolidation, Draft, Matrix, Stand, Term
from nonpaper.model.ledger import Evidence
from nonpaper.model.reading import Reading

ABSENT = "no such term"
LONGEST = 90
TABLE = (
    "demand: the party demands it, and the option has the words of that demand",
    "red line: the party has said itself that its no on the topic is final, and the draft has one term on that topic",
    "conditional: the party accepts or offers it on a condition, in its own words; the condition is quoted",
    "unknown: everything else, other stances too; they are quoted for you to judge",
)


def proposal(readings: Sequence[Reading], together: Consolidation, matrix: Matrix, *, draft: str | None = None) -> str:
    """The text of a problem file for one draft (by name, else the one reported last); ReportError for no such draft."""
    words, text = Words(readings), the_draft(together, draft)
    terms = [t for t in text.terms if any(w.provision.text_status != "dropped" for w in t.wordings)]
    issues = [_Issue(words, term, at, terms, together) for at, term in enumerate(terms)]
    lines = [*_head(text), *(line for issue in issues for line in issue.lines())]
    stands = {p: [s for c in matrix.cells if c.party == p for s in c.stands] for p in matrix.parties}
    topics = {t.topic for t in terms}
    spoken = [p for p in matrix.parties if any(s.position.topic in topics for s in stands[p])]
    for party in spoken:
        lines += _party(words, party, stands[party], issues)
    silent = [p for p in matrix.parties if p not in spoken]
    lines += [_comment(f"{p}: nothing was read on these terms; add [[party]] if it has a say") for p in silent]
    lines += _conditions(words, terms)
    lines += ["", "[[draft]]", f"name = {_quoted(text.name or 'the text')}", "[draft.choices]"]
    for issue in issues:
        if len(issue.term.accounts) > 1:
            lines.append(_comment("reports differ; the first account stands here, put in the one you mean"))
        lines.append(f"{_quoted(issue.name)} = {_quoted(issue.options[0][0])}")
    return "\n".join(lines) + "\n"


class _Issue:
    """A term with its alternative wordings: each account, demands and proposals on the topic, and its absence."""

    def __init__(self, words: Words, term: Term, at: int, terms: Sequence[Term], together: Consolidation) -> None:
        self.words, self.term = words, term
        self.alone = sum(t.topic == term.topic for t in terms) == 1
        topic = term.topic.replace("_", " ")
        self.name = topic if self.alone else f"{topic} {at + 1}"
        self.options: list[tuple[str, Evidence | None]] = []
        for account in term.accounts:
            first = account.wordings[0]
            value = f" ({account.value})" if account.value and len(term.accounts) > 1 else ""
            self._add(
                first.quote + value,
                words.evidence(first.report, first.provision.span, first.index, first.provision.claim),
            )
        self.from_text = len(self.options)
        for other in together.outside:
            if self._alternative(other):
                self._add(other.wordings[0].quote, evidence_of(words, other)[0])
        self._add(ABSENT, None)

    def _alternative(self, other: Term) -> bool:
        """A demand or proposal on the topic: of the only term on it, or with words near those of this one."""
        first = other.wordings[0]
        if other.topic != self.term.topic or first.provision.presented_as not in {"demand", "proposal"}:
            return False
        return self.alone or any(alike(w.quote, first.quote) >= NEAR for w in self.term.wordings)

    def _add(self, wording: str, evidence: Evidence | None) -> None:
        short = " ".join(wording.split())
        short = short if len(short) <= LONGEST else short[: LONGEST - 1] + "…"
        if short not in (o for o, _ in self.options):
            self.options.append((short, evidence))

    def lines(self) -> Iterator[str]:
        yield from (
            "",
            "[[issue]]",
            f"name = {_quoted(self.name)}",
            f"topic = {_quoted(self.term.topic)}",
            "options = [",
        )
        for option, evidence in self.options:
            yield f"  {_quoted(option)}, {_comment(_source(evidence) if evidence else 'the text without it')}"
        yield "]"


def _head(text: Draft) -> Iterator[str]:
    yield f"format = {_quoted(FORMAT)}"
    yield f"title = {_quoted(text.name or 'A text known from reporting')}"
    yield 'author = "" # yours: every result is headed by it'
    yield "assumptions = [] # what you take for granted, a sentence each; printed with every result"
    yield "#"
    yield _comment("Proposed from reporting, for you to edit. What the reports do not say stands as unknown.")
    yield _comment(
        "Yours to add: weights or an order of importance, reservation values, links, costs, numbers for words."
    )
    yield _comment("How the words below were put in:")
    yield from (_comment(f"  {row}") for row in TABLE)
    yield _comment("What the words mean:")
    yield from (_comment(f"  {word}: {meaning.says}") for word, meaning in MEANINGS.items())


def _party(words: Words, party: str, stands: Sequence[Stand], issues: Sequence[_Issue]) -> Iterator[str]:
    yield ""
    yield "[[party]]"
    yield f"name = {_quoted(party)}"
    yield 'reservation = "unknown" # what no agreement is worth to it, from 0 to 1: yours to set'
    yield _comment("order = [] or weights = {}: yours to set; without them every weight is possible")
    yield "[party.values]"
    for issue in issues:
        here = [s for s in stands if s.position.topic == issue.term.topic]
        for stand in here:
            yield _comment(
                f"{'' if stand.own else 'as others say: '}{stand.position.stance}: {_source(said(words, stand))}"
            )
            for condition in stand.position.conditions:
                yield _comment(f"  on the condition: {condition.span.quote(words.text(stand.report))}")
        cells = ", ".join(_quoted(_word(issue, at, here)) for at in range(len(issue.options)))
        yield f"{_quoted(issue.name)} = [{cells}]" + ("" if here else " " + _comment("nothing was read"))


def _word(issue: _Issue, option: int, here: Sequence[Stand]) -> str:
    """The word that the stated table allows, for one party and one option."""
    wording, in_text = issue.options[option][0], option < issue.from_text
    own = {s.position.stance for s in here if s.own}
    if any(s.position.stance == "demands" and alike(s.quote, wording) >= ALIKE for s in here if s.own):
        return "demand"
    if in_text and issue.alone and "red_line" in own:
        return "red line"
    if in_text and issue.alone and own & {"accepts_if", "offers_if"}:
        return "conditional"
    return "unknown"


def _conditions(words: Words, terms: Sequence[Term]) -> Iterator[str]:
    """Conditions read in the text, for the analyst to turn into links."""
    found = [(w, c) for t in terms for w in t.wordings for c in w.provision.conditions]
    if found:
        yield ""
        yield _comment("Conditions read in the text. Where one ties two issues, write it as a link:")
        yield _comment('  [[link]] when = { "issue" = ["option"] } then = { "other issue" = ["option"] } why = "…"')
    for wording, condition in found:
        said_there = condition.span.quote(words.text(wording.report))
        evidence = words.evidence(wording.report, wording.provision.span, wording.index, wording.provision.claim)
        yield _comment(f"  {condition.kind}: {said_there}; of {_source(evidence)}")


def _source(evidence: Evidence) -> str:
    where = ", ".join(x for x in (evidence.outlet or evidence.path, (evidence.published or "")[:10]) if x)
    return f"“{evidence.words}” ({where}; {evidence.path}, characters {evidence.span.start}–{evidence.span.end})"


def _quoted(text: str) -> str:
    """A TOML basic string."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _comment(text: str) -> str:
    """A TOML comment on one line, without control characters."""
    return "# " + "".join(c if c.isprintable() else " " for c in text)
