"""Amendments as sentences and redlines."""

from __future__ import annotations

from collections.abc import Iterator

from nonpaper.model.amendment import Amendment, Amendments
from nonpaper.present.answers import plain
from nonpaper.present.material import listed, many, spelled


def amendments_table(answer: Amendments) -> str:
    """The answer as a sentence, then each set of changes as a redline of the draft."""
    lines = [sentence(answer), ""]
    for at, amendment in enumerate(answer.sets, start=1):
        if amendment.changes:
            lines += [f"Set {at}: {in_words(amendment)}", *(f"  {line}" for line in _redline(amendment)), ""]
    return plain("\n".join(lines)) + "\n"


def sentence(answer: Amendments) -> str:
    """What the answer says, in words, with how sure it is."""
    what = _condition(answer)
    if answer.cost is None:
        makes = "makes" if answer.all_listed else "was found that makes"
        return f'No set of changes {makes} "{answer.draft}" acceptable to all {what}{_nearest(answer)}.'
    count = min((len(s.changes) for s in answer.sets), default=0)
    if not count:
        return f'"{answer.draft}" is acceptable to all {what} as it stands.'
    more = f"; {many(len(answer.sets), 'set')} of this cost {'are' if len(answer.sets) > 1 else 'is'} listed"
    proof = "no cheaper set is enough" if not answer.gap else f"a set cheaper by up to {answer.gap:g} may exist"
    cost = "" if answer.cost == count else f" (cost {answer.cost:g})"
    changes = f"{spelled(count)} {'change' if count == 1 else 'changes'}{cost}"
    rest = _nearest(answer) if answer.gap else more
    return f'{changes} would make "{answer.draft}" acceptable to all {what}: {proof}{rest}.'


def _nearest(answer: Amendments) -> str:
    """How near a cheaper set was found to come; shown where nothing is proved of it."""
    if answer.nearest is None or answer.all_listed:
        return ""
    best = "the best" if answer.cost is None else "the best cheaper one"
    return f"; {best} that was found is enough in {100 * answer.nearest:.1f} %"


def _condition(answer: Amendments) -> str:
    share = answer.parameters.get("share")
    return {
        "known": "at the weights given or assumed",
        "every": "at every weight consistent with what is known",
        "jointly": f"at once in at least {100 * float(share or 0):g} % of the weights sampled",
        "each": f"each in at least {100 * float(share or 0):g} % of its own weights sampled",
    }[str(answer.parameters["for"])]


def in_words(amendment: Amendment) -> str:
    """The changes as a sentence."""
    return listed([f'on {c.issue}, "{c.after}" in place of "{c.before}"' for c in amendment.changes]) + "."


def _redline(amendment: Amendment) -> Iterator[str]:
    changed = {c.issue: c for c in amendment.changes}
    for issue, option in amendment.package.items():
        change = changed.get(issue)
        yield f"{issue}: [-{change.before}-] {{+{change.after}+}}" if change else f"{issue}: {option}"
