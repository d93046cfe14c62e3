"""Acceptability as plain tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from nonpaper.model.acceptance import Acceptability, Blocking, DraftAcceptance, Share, Zone, ZoneOverAll
from nonpaper.present.answers import plain, rows


def acceptability_table(answer: Acceptability) -> str:
    """Drafts, ranks, what blocks and the zone of agreement, each with its interval."""
    lines = [line for draft in answer.drafts for line in _draft(draft)]
    lines += _ranks(answer)
    for draft, found in answer.blocking.items():
        lines += [f'What blocks "{draft}"', *(f"  {line}" for b in found for line in blocking_lines(b)), ""]
    lines += zone_over_all_lines(answer.zone_over_all)
    lines += zone_lines(answer.zone)
    samples, seed = answer.parameters["samples"], answer.parameters["seed"]
    lines.append(f"{samples:,} weight vectors, seed {seed}; intervals are 95 %.")
    return plain("\n".join(lines)) + "\n"


def percent(share: Share) -> str:
    """A share with its standard error; a range where unknown values leave one.

    >>> percent(Share(low=0.4, high=0.4, low_error=0.0015, high_error=0.0015, interval=(0.397, 0.403)))
    '40.0 % (standard error 0.15)'
    """
    if share.exact and share.low == share.high:
        return f"{100 * share.low:.0f} % (exact)"
    error = 100 * max(share.low_error, share.high_error)
    value = f"{100 * share.low:.1f}" + (f" to {100 * share.high:.1f}" if share.low != share.high else "")
    return f"{value} % (exact)" if share.exact else f"{value} % (standard error {error:.2f})"


def _draft(draft: DraftAcceptance) -> Iterator[str]:
    yield f'Draft "{draft.draft}": share of weights in which it is worth the reservation value or more'
    table = [("party", "share", "95 % interval", "utility", "reservation value")]
    for p in draft.parties:
        crossed = f"; crosses a red line on {', '.join(p.crossed)}" if p.crossed else ""
        table.append(
            (p.party, percent(p.share), _interval(p.share), _range(p.least, p.most), _range(*p.reservation) + crossed)
        )
    table.append(("all at once", percent(draft.jointly), _interval(draft.jointly), "", ""))
    yield from rows(table)
    for link in draft.broken_links:
        yield f"  breaks a link: {link}"
    yield ""


def _interval(share: Share) -> str:
    return f"{100 * share.interval[0]:.1f} to {100 * share.interval[1]:.1f} %"


def _range(low: float, high: float) -> str:
    return f"{low:.3f}" if low == high else f"{low:.3f} to {high:.3f}"


def _ranks(answer: Acceptability) -> Iterator[str]:
    if answer.ranks:
        yield "Rank acceptability: share of weights in which a draft comes first, second, ..."
        table = [("party", "draft", "shares by rank")]
        table += [(r.party, r.draft, "  ".join(f"{100 * s:.1f} %" for s in r.shares)) for r in answer.ranks]
        yield from rows(table)
        yield ""


def blocking_lines(found: Blocking) -> Iterator[str]:
    """What blocks one party, or all jointly, one minimal set a line."""
    who = found.party or "jointly"
    if not found.sets:
        yield f"{who}: nothing"
    elif found.sets == ((),):
        yield f"{who}: no wording of any provision would do"
    else:
        more = _more(found)
        yield f"{who}: any one of these sets, left as it is{more}"
        yield from (f"  {' + '.join(s)}" for s in found.sets[:20])
        if len(found.sets) > 20:
            yield f"  … and {len(found.sets) - 20} more; --format json lists them all"


def blocking_sentence(found: Blocking) -> str:
    """What blocks one party, or all jointly, in one line."""
    who = found.party or "All jointly"
    if not found.sets:
        return f"{who}: nothing."
    if found.sets == ((),):
        return f"{who}: no wording of any provision would do."
    sets = "; or ".join(" with ".join(s) for s in found.sets[:8])
    more = f"; and {len(found.sets) - 8} more sets" if len(found.sets) > 8 else ""
    return f"{who}: {sets}{more}{_more(found)}."


def _more(found: Blocking) -> str:
    """Whether there may be more sets, and of what size none are missing."""
    if found.complete:
        return ""
    if found.whole_to:
        return f" (all of up to {found.whole_to} provisions are listed; larger ones may not be)"
    return " (there may be more sets)"


def zone_over_all_lines(found: ZoneOverAll | None) -> Iterator[str]:
    """Whether there is a zone whatever the unknown numbers are, at some of them, or at none."""
    if found is None:
        return
    package = "; ".join(f"{issue}: {option}" for issue, option in (found.package or {}).items())
    if found.exists == "surely":
        yield f"Whatever the unknown numbers are, a zone of agreement exists: all would sign {package}"
    elif found.exists == "possibly":
        yield f"Whether a zone of agreement exists hangs on unknown numbers. At some of them all would sign {package}"
        yield from (
            f"  {party}: where weight lies on {', '.join(weights)}" for party, weights in (found.weights or {}).items()
        )
        yield "  No one package was found that all would sign whatever the numbers are."
    elif found.exists == "surely not":
        yield "Whatever the unknown numbers are, no zone of agreement exists."
    else:
        yield "Whether a zone of agreement exists over all unknown numbers was not settled."
    yield ""


def zone_lines(zone: Zone | None) -> Iterator[str]:
    """Whether there is a zone of agreement, and by how much."""
    if zone is None:
        return
    if zone.exists:
        yield (
            f"A zone of agreement exists: the best package leaves every party at least {zone.margin:.4f} above its "
            "reservation value."
        )
    else:
        yield (
            f"No zone of agreement: every reservation value would have to fall by {-zone.margin:.4f}, on the scale of "
            "utilities, before some package reached them all."
        )
    for party, margin in zone.alone.items():
        if margin is None:
            yield f"  {party}: the others cannot all be satisfied, whatever {party} accepts"
        elif margin < 0:
            yield f"  {party}: alone, its reservation value would have to fall by {-margin:.4f}"
        else:
            yield f"  {party}: could have up to {margin:.4f} more than its reservation value, the others at theirs"
    yield ""
