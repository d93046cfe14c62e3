"""Which of two copies is the origin: a person's word, then a credit in the text, then an earlier date, else unknown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from operator import itemgetter

from nonpaper.drafts.evidence import cut
from nonpaper.drafts.origins import canonical, others_credited
from nonpaper.drafts.when import moment
from nonpaper.judgements import Copied
from nonpaper.model.copy import WHOLE, Copy
from nonpaper.model.draft import Wording
from nonpaper.model.finding import Finding
from nonpaper.model.known import Carried
from nonpaper.model.reading import Reading
from nonpaper.remembered import each, remembered
from nonpaper.reports.copies.features import Hashes, features, runs_in
from nonpaper.reports.copies.verify import shared

PART = 0.5
"""Share of a sentence's runs of words that the other report must have, where not all of a report is a copy."""
DAY = len("2031-03-04")


def carried(
    readings: Mapping[str, Reading], copies: Sequence[Copy], misdated: Collection[str], judged: Sequence[Copied] = ()
) -> tuple[Carried, ...]:
    """Each copy with its direction where one is known; what a person calls a copy is one. Pairs of one outlet too."""
    said = {_key(j.copy, j.original): j for j in judged if {j.copy, j.original} <= readings.keys()}
    found = {_key(c.left, c.right): c for c in copies if {c.left, c.right} <= readings.keys()}
    for left, right in said.keys() - found.keys():
        found[left, right] = _judged(left, right)
    doubtful, keys = frozenset(misdated), sorted(found)
    rows = [(readings[key[0]], readings[key[1]], found[key], doubtful.isdisjoint(key)) for key in keys]
    directed = each("directed", rows, lambda row: _directed(*row))
    if not said:
        return directed
    return tuple(
        _said(tie.copy, by.copy, by.original, by.said) if (by := said.get(key)) else tie
        for key, tie in zip(keys, directed, strict=True)
    )


def _key(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


@remembered
def _judged(left: str, right: str) -> Copy:
    return Copy(left=left, right=right, kind="judged", left_share=1.0, right_share=1.0)


@remembered
def _said(copy: Copy, carrier: str, source: str, said: str) -> Carried:
    return Carried(copy=copy, carrier=carrier, source=source, why=f"a person's judgement ({said})")


def _directed(left: Reading, right: Reading, copy: Copy, dated: bool) -> Carried:
    """`dated` is whether the dates of both may be right."""
    by_credit = (_credits(left, right), _credits(right, left))
    if by_credit == (True, False):
        return Carried(copy=copy, carrier=copy.left, source=copy.right, why="it credits the other")
    if by_credit == (False, True):
        return Carried(copy=copy, carrier=copy.right, source=copy.left, why="it credits the other")
    order = _later(left.report.published, right.report.published) if dated else 0
    if order == 0 or all(by_credit):
        return Carried(copy=copy, carrier=copy.left, source=copy.right)
    carrier, source = (copy.left, copy.right) if order > 0 else (copy.right, copy.left)
    return Carried(copy=copy, carrier=carrier, source=source, why="the other is dated earlier")


def _credits(one: Reading, other: Reading) -> bool:
    outlet = canonical(other.report.outlet or "").casefold()
    return bool(outlet) and outlet in {canonical(o).casefold() for o in others_credited(one)}


def _later(one: str | None, other: str | None) -> int:
    """1 where `one` is plainly later, -1 where earlier, 0 where unknown; a bare day does not order that day's hours."""
    left, right = moment(one), moment(other)
    if left is None or right is None or one is None or other is None:
        return 0
    if one[:DAY] == other[:DAY] and DAY in (len(one), len(other)):
        return 0
    return (left > right) - (left < right)


def early_copies(readings: Mapping[str, Reading], found: Sequence[Carried]) -> Iterator[Finding]:
    """Copies that are dated before the report that they rest on, as far as a credit or a person says."""
    for tie in found:
        of, source = readings[tie.carrier].report, readings[tie.source].report
        if tie.why is not None and _later(source.published, of.published) > 0:
            yield Finding(
                code="copy_before_origin",
                level="doubt",
                where=of.path,
                what=f"dated {(of.published or '')[:DAY]}, before the report that it copies ({source.path})",
                remedy="check both dates, and which of the two is the copy",
            )


def copied(wording: Wording, readings: Mapping[str, Reading], tie: Carried) -> bool:
    """Whether a statement's sentence also stands in the report that its own is tied to, or all of its report does.

    Statements of two reports that copy one another are one statement where it does.
    """
    if tie.copy.kind in WHOLE:
        return True
    other = tie.copy.right if wording.report == tie.copy.left else tie.copy.left
    own = _sentence(readings[wording.report], wording)
    return len(own) > 0 and shared(own, features(readings[other].text).runs) >= PART * len(own)


def by_report(found: Sequence[Carried]) -> dict[str, tuple[Carried, ...]]:
    """The copies that each report is one of."""
    ties: defaultdict[str, list[Carried]] = defaultdict(list)
    for tie in found:
        ties[tie.copy.left].append(tie)
        ties[tie.copy.right].append(tie)
    rows = [(report, tuple(of)) for report, of in ties.items()]
    return dict(zip(ties, each("ties", rows, itemgetter(1)), strict=True))


@remembered
def _sentence(reading: Reading, wording: Wording) -> Hashes:
    """Runs of words of the sentences around a statement."""
    text, span = reading.text, wording.provision.span
    around = [s for s in cut(text) if s.overlaps(span)]
    said = text[min(s.start for s in around) : max(s.end for s in around)] if around else span.quote(text)
    return runs_in(said)
