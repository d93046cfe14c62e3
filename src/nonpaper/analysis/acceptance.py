"""In what share of the weights a draft reaches each party's reservation value, and how drafts rank (SMAA).

Lahdelma, Hokkanen and Salminen 1998. Unknown values are taken at their worst and at their best, never in the middle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from nonpaper.analysis.table import allowed
from nonpaper.analysis.weights import draw, extreme
from nonpaper.model.acceptance import DraftAcceptance, PartyAcceptance, Ranks, Share
from nonpaper.model.problem import Preference, Problem, Proposal

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
AT_ONCE = 20_000
"""Weight vectors drawn in one go, so that memory stays flat."""
Z = 1.959963984540054
"""Two-sided 95 % of the normal distribution."""


def acceptance(problem: Problem, draft: Proposal, *, samples: int, seed: int) -> DraftAcceptance:
    """Each party's share of accepting weights, and the joint one. O(samples × issues × parties), memory flat.

    Weights of different parties are drawn independently, from streams of their own: adding or reordering parties
    changes no other party's share.
    """
    joint_low, joint_high = np.ones(samples, np.bool_), np.ones(samples, np.bool_)
    parties = []
    for party in problem.parties:
        low, high, exact = _accepted(problem, party, draft, samples, stream(seed, party.name))
        joint_low &= low
        joint_high &= high
        parties.append(_party(problem, party, draft, _share(low, high, exact=exact)))
    broken = allowed(problem, draft.choices)
    if broken:
        joint_low[:] = joint_high[:] = False
    return DraftAcceptance(
        draft=draft.name,
        parties=tuple(parties),
        jointly=_share(joint_low, joint_high, exact=bool(broken) or all(p.share.exact for p in parties)),
        broken_links=tuple(link.why or f"line {link.line}" for link in broken),
    )


def stream(seed: int, name: str) -> np.random.Generator:
    """Random numbers that depend on the seed and the party's name alone."""
    return np.random.default_rng([seed, *name.encode()])


def _accepted(
    problem: Problem, party: Preference, draft: Proposal, samples: int, random: np.random.Generator
) -> tuple[Mask, Mask, bool]:
    """Draw by draw whether the party accepts at the worst and at the best of what is unknown; whether it is certain."""
    if crossed(problem, party, draft):
        never = np.zeros(samples, np.bool_)
        return never, never, True
    chosen = [row[o] for row, o in zip(party.values, draft.choices, strict=True)]
    worst, best = [v.low for v in chosen], [v.high for v in chosen]
    surely = extreme(party, worst)[0] >= party.reservation.high
    never_at_worst = extreme(party, worst, highest=True)[0] < party.reservation.high
    possibly = extreme(party, best)[0] >= party.reservation.low
    never_at_best = extreme(party, best, highest=True)[0] < party.reservation.low
    if (surely or never_at_worst) and (possibly or never_at_best):
        return np.full(samples, surely), np.full(samples, possibly), True
    margins = np.array(
        [[float(v - party.reservation.high) for v in worst], [float(v - party.reservation.low) for v in best]]
    )
    accepted = np.empty((2, samples), np.bool_)
    for start in range(0, samples, AT_ONCE):
        stop = min(start + AT_ONCE, samples)
        weights = draw(party, len(problem.issues), stop - start, random)
        accepted[:, start:stop] = margins @ weights.T >= 0
    return accepted[0], accepted[1], False


def crossed(problem: Problem, party: Preference, draft: Proposal) -> tuple[str, ...]:
    """The issues on which a draft crosses a red line of the party."""
    return tuple(problem.issues[k].name for k, o in party.red_lines if draft.choices[k] == o)


def _party(problem: Problem, party: Preference, draft: Proposal, share: Share) -> PartyAcceptance:
    chosen = [row[o] for row, o in zip(party.values, draft.choices, strict=True)]
    return PartyAcceptance(
        party=party.name,
        share=share,
        least=float(extreme(party, [v.low for v in chosen])[0]),
        most=float(extreme(party, [v.high for v in chosen], highest=True)[0]),
        reservation=(float(party.reservation.low), float(party.reservation.high)),
        crossed=crossed(problem, party, draft),
    )


def _share(low: Mask, high: Mask, *, exact: bool) -> Share:
    a, b, n = float(low.mean()), float(high.mean()), len(low)
    if exact:
        return Share(low=a, high=b, low_error=0.0, high_error=0.0, interval=(a, b), exact=True)
    return Share(
        low=a,
        high=b,
        low_error=sqrt(a * (1 - a) / n),
        high_error=sqrt(b * (1 - b) / n),
        interval=(wilson(a, n)[0], wilson(b, n)[1]),
    )


def wilson(share: float, count: int) -> tuple[float, float]:
    """The 95 % interval of a share from a sample (Wilson 1927); never empty, never outside 0 to 1.

    >>> [round(x, 4) for x in wilson(0.0, 100)]
    [0.0, 0.037]
    """
    z2 = Z * Z / count
    middle = (share + z2 / 2) / (1 + z2)
    half = Z / (1 + z2) * sqrt(share * (1 - share) / count + z2 / (4 * count))
    return (0.0 if share == 0 else max(0.0, middle - half)), (1.0 if share == 1 else min(1.0, middle + half))


def ranks(problem: Problem, *, samples: int, seed: int) -> Iterator[Ranks]:
    """Rank acceptability of all drafts for each party; equal utilities share the better rank.

    Values that are not known are drawn evenly from their ranges along with the weights.
    """
    for party in problem.parties:
        yield from _ranks_of(problem, party, samples, stream(seed + 1, party.name))


def _ranks_of(problem: Problem, party: Preference, samples: int, random: np.random.Generator) -> Iterator[Ranks]:
    count, issues = len(problem.drafts), len(problem.issues)
    places = np.zeros((count, count))
    first, central = np.zeros(count), np.zeros((count, issues))
    for start in range(0, samples, AT_ONCE):
        size = min(AT_ONCE, samples - start)
        weights = draw(party, issues, size, random)
        worth = _utilities(party, problem.drafts, weights, random)
        rank = (worth[:, None, :] > worth[:, :, None] + 1e-12).sum(axis=2)
        for at in range(count):
            places[at] += np.bincount(rank[:, at], minlength=count)
            central[at] += weights[rank[:, at] == 0].sum(axis=0)
            first[at] += np.count_nonzero(rank[:, at] == 0)
    for at, draft in enumerate(problem.drafts):
        shares = places[at] / samples
        mean = central[at] / first[at] if first[at] else None
        yield Ranks(
            draft=draft.name,
            party=party.name,
            shares=tuple(shares.tolist()),
            errors=tuple(np.sqrt(shares * (1 - shares) / samples).tolist()),
            central=None if mean is None else {i.name: float(w) for i, w in zip(problem.issues, mean, strict=True)},
            confidence=None if mean is None else _confidence(party, problem.drafts, at, mean, random),
        )


def _utilities(party: Preference, drafts: Sequence[Proposal], weights: Floats, random: np.random.Generator) -> Floats:
    """Utilities, draws × drafts; an option that two drafts share has one value in both."""
    worth = np.zeros((len(weights), len(drafts)))
    for k, row in enumerate(party.values):
        low, width = np.array([float(v.low) for v in row]), np.array([float(v.high - v.low) for v in row])
        chosen = [d.choices[k] for d in drafts]
        if width[chosen].any():
            drawn = low + width * random.random((len(weights), len(row)))
            worth += weights[:, k, None] * drawn[:, chosen]
        else:
            worth += weights[:, k, None] * low[chosen]
    return worth


def _confidence(
    party: Preference, drafts: Sequence[Proposal], at: int, central: Floats, random: np.random.Generator
) -> float:
    worth = _utilities(party, drafts, np.tile(central, (AT_ONCE // 4, 1)), random)
    return float((worth[:, at] >= worth.max(axis=1) - 1e-12).mean())
