"""Two drafts side by side as text, as far as reports show."""

from __future__ import annotations

from collections.abc import Iterator

from nonpaper.model.comparison import Change, Comparison, Detail, Passage
from nonpaper.present import words
from nonpaper.present.draft.lines import NOTICE, cited, section, wrapped
from nonpaper.present.material import listed, many

KINDS = {
    "value_changed": "Values differ",
    "dropped": "Said to be dropped",
    "left_open": "Said to be left open",
    "reports_differ": "Reports of one draft differ, so that a change cannot be told",
    "value_one_side": "A value is reported of one alone",
    "reworded": "Reported of both in other words",
    "same": "Reported of both in the same words",
    "only_left": "Reported of {left} only; not reported of {right}",
    "only_right": "Reported of {right} only; not reported of {left}",
}
"""What each kind is called, in the order in which the kinds are shown."""
SILENCE = "Not reported means that no report read here mentions it, never that it is not in the text or was taken out."


def comparing(of: Comparison) -> str:
    """The comparison by kind of change, each side with words, report and date."""
    basis = (
        "A comparison of reports, not of texts: at least one of the two is known only from reporting."
        if of.of_reports
        else "A comparison of what was read in two texts."
    )
    body = [line for kind in KINDS for line in section(heading(of, kind), _of_kind(of, kind))]
    counts = [f"{len([c for c in of.changes if c.kind == k])} {inside(of, k)}" for k in KINDS if _has(of, k)]
    return "\n".join(
        [
            NOTICE,
            wrapped(f"{of.left} → {of.right}. {basis}"),
            wrapped(SILENCE),
            wrapped(f"{many(len(of.changes), 'matter')}: {'; '.join(counts) or 'none reported of either'}."),
            *body,
            "",
        ]
    )


def heading(of: Comparison, kind: str) -> str:
    """What a kind of change is called between these two drafts."""
    return KINDS[kind].format(left=f"the {of.left} text", right=f"the {of.right} text")


def inside(of: Comparison, kind: str) -> str:
    """The same within a sentence."""
    return words.inside(heading(of, kind))


def _has(of: Comparison, kind: str) -> bool:
    return any(c.kind == kind for c in of.changes)


def _of_kind(of: Comparison, kind: str) -> Iterator[str]:
    for change in of.changes:
        if change.kind == kind:
            yield wrapped(f"{words.topic(change.topic)}{summary(change)}", 2)
            for name, passages in ((of.left, change.left), (of.right, change.right)):
                yield from (cited(p.evidence, before=f"{name}{_point(p)}: ") for p in passages)
            yield from (wrapped(detail(d), 4) for d in change.details)


def _point(passage: Passage) -> str:
    return f", point {passage.number}" if passage.number else ""


def summary(change: Change) -> str:
    """Values and what is said of them, after the topic."""
    said = []
    if change.left_values or change.right_values:
        sides = [" or ".join(v) or "no value reported" for v in (change.left_values, change.right_values)]
        both = change.left and change.right
        said.append(f"{sides[0]} → {sides[1]}" if both else next(s for s in sides if s != "no value reported"))
    if change.sides:
        verb = "said to be dropped from" if change.kind == "dropped" else "said to be dropped or left open in"
        said.append(f"{verb} {listed([f'the {n} text' for n in change.sides])}")
    if change.aligned_by == "topic":
        said.append("put side by side by topic alone; they may be two matters")
    return ": " + "; ".join(said) if said else ""


def detail(of: Detail) -> str:
    """One respect in which the sides differ; what a side does not say is not reported."""
    return f"{of.respect}: {of.left or 'not reported'} → {of.right or 'not reported'}"
