"""Everything that can be said of a problem, for its report; what needs a number that is unknown is left out."""

from __future__ import annotations

import msgspec

from nonpaper.analysis.acceptability import acceptability
from nonpaper.analysis.amend import For, amendments
from nonpaper.analysis.assume import Assume, assumed
from nonpaper.analysis.logrolling import trades
from nonpaper.analysis.packages import packages
from nonpaper.analysis.sensitivity import sensitivity
from nonpaper.errors import ProblemError
from nonpaper.model.acceptance import Acceptability
from nonpaper.model.amendment import Amendments
from nonpaper.model.answer import Answer
from nonpaper.model.problem import Problem, Proposal
from nonpaper.model.sensitivity import Sensitivity
from nonpaper.model.trade import Trade

LIMIT = 100_000
"""Partial sums kept for a report's frontier; a page cannot show more anyway."""


class Whole(msgspec.Struct, frozen=True, kw_only=True):
    """All answers; `known` is the problem with a number for every unknown, None where nothing may be assumed."""

    known: Problem | None
    packages: Answer | None
    accepted: Acceptability
    amended: dict[str, tuple[Amendments, ...]]
    moved: dict[str, Sensitivity]
    trades: dict[str, tuple[Trade, ...]]


def everything(problem: Problem, assume: Assume) -> Whole:
    """Acceptability, packages, amendments, trades and sensitivity, each as far as what is known allows."""
    try:
        known, _ = assumed(problem, assume)
    except ProblemError:
        known = None
    return Whole(
        known=known,
        packages=packages(problem, assume=assume, limit=LIMIT) if known else None,
        accepted=acceptability(problem, assume=assume),
        amended={d.name: tuple(_amended(problem, known, d)) for d in problem.drafts},
        moved={d.name: sensitivity(problem, d, assume=assume) for d in problem.drafts},
        trades={d.name: trades(known, d) for d in problem.drafts} if known else {},
    )


def _amended(problem: Problem, known: Problem | None, draft: Proposal) -> list[Amendments]:
    """At the numbers that are known or assumed, and at nine in ten weights where weights are not known."""
    questions = [(known, For.known)] if known else []
    if any(p.weights is None for p in problem.parties):
        questions.append((problem, For.jointly))
    found = []
    for asked, weights in questions:
        try:
            found.append(amendments(asked, draft, weights))
        except ProblemError:
            continue
    return found
