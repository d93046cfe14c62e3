"""Groups of units as changes: what became of them, and every run of characters that stays, goes or comes."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from nonpaper.drafts.redline.groups import Group, Side, Token
from nonpaper.model.redline import Change, Edit, What
from nonpaper.model.span import Span

DOUBTFUL = 0.6
"""Share of words in common below which a pair is shown with a doubt."""


def changes(left: Side, right: Side, found: Sequence[Group]) -> tuple[Change, ...]:
    """Changes in the order of the new text; what was dropped follows what it followed in the old. O(n log n)."""
    made = [_change(left, right, group) for group in found]
    return tuple(_in_order(made))


def _in_order(made: Sequence[Change]) -> Iterator[Change]:
    standing = sorted((c for c in made if c.new), key=lambda c: c.new[0])
    after: dict[int, list[Change]] = {}
    known = sorted((c.old[0], at) for at, c in enumerate(standing) if c.old)
    for change in sorted((c for c in made if not c.new), key=lambda c: c.old[0]):
        before = bisect_left(known, (change.old[0], -1)) - 1
        after.setdefault(known[before][1] if before >= 0 else -1, []).append(change)
    yield from after.get(-1, ())
    for at, change in enumerate(standing):
        yield change
        yield from after.get(at, ())


def _change(left: Side, right: Side, group: Group) -> Change:
    alike = _alike(left, right, group)
    before, after = _open_in(left, group.old), _open_in(right, group.new)
    what = (*_words(left, right, group), *_place(left, right, group), *_openness(left, right, group, before, after))
    return Change(
        what=tuple(w for w in what if w != "kept" or len(what) == 1),
        old=group.old,
        new=group.new,
        edits=tuple(_edits(left, right, group)),
        alike=round(alike, 3),
        open=tuple(after),
        doubts=tuple(_doubts(group, alike)),
    )


def _words(left: Side, right: Side, group: Group) -> Iterator[What]:
    if not group.old or not group.new:
        yield "dropped" if group.old else "added"
    elif len(group.new) > 1:
        yield "split"
    elif len(group.old) > 1:
        yield "merged"
    else:
        same = left.tokens[group.old[0]].body == right.tokens[group.new[0]].body
        yield "kept" if same else "reworded"


def _place(left: Side, right: Side, group: Group) -> Iterator[What]:
    if group.moved:
        yield "moved"
    if group.old and group.new and left.own[group.old[0]] != right.own[group.new[0]]:
        yield "renumbered"


def _open_in(side: Side, places: Sequence[int]) -> list[Span]:
    """The places left open that some units have a part in; a line to sign on is none."""
    out = []
    for place in (at for at in places if side.units[at].role != "signature"):
        body = side.units[place].body
        first = bisect_left(side.open, body.start, key=lambda s: s.end - 1)
        while first < len(side.open) and side.open[first].start < body.end:
            out.append(side.open[first])
            first += 1
    return list(dict.fromkeys(out))


def _openness(left: Side, right: Side, group: Group, before: Sequence[Span], after: Sequence[Span]) -> Iterator[What]:
    """Open places whose first characters are not kept from one that was open before, and the other way round."""
    if not group.old or not group.new:
        return
    stays = {(left.tokens[a[0]].spans[a[1]].start, right.tokens[b[0]].spans[b[1]].start) for a, b in group.kept}
    old, new = {s.start for s in before}, {s.start for s in after}
    held = {(a, b) for a, b in stays if a in old and b in new}
    around = (_outside(left, group.old, before), _outside(right, group.new, after))
    if new - {b for _, b in held} - (around[1] if around[0] else set()):
        yield "opened"
    if old - {a for a, _ in held} - (around[0] if around[1] else set()):
        yield "closed"


def _outside(side: Side, places: Sequence[int], found: Sequence[Span]) -> set[int]:
    """Where open places begin that hold these units but opened before them."""
    first = min(side.units[place].body.start for place in places)
    return {s.start for s in found if s.start < first}


def _alike(left: Side, right: Side, group: Group) -> float:
    said = [sum(len(s.tokens[i].said) for i in places) for s, places in ((left, group.old), (right, group.new))]
    if not group.old or not group.new:
        return 0.0
    same = [left.tokens[i].body for i in group.old] == [right.tokens[j].body for j in group.new]
    words = sum(_is_word(left, a) for a, _ in group.kept)
    return 1.0 if same else 2 * words / max(sum(said), 1)


def _is_word(side: Side, token: Token) -> bool:
    unit = side.units[token[0]]
    span = side.tokens[token[0]].spans[token[1]]
    return unit.body.start <= span.start < unit.body.end and side.text[span.start].isalnum()


def _doubts(group: Group, alike: float) -> Iterator[str]:
    if group.old and group.new and alike < DOUBTFUL:
        yield "fewer than three fifths of the words are common: it may be another point"
    if group.coarse:
        yield "too long to be compared word by word: only its beginning and end are"


def _edits(left: Side, right: Side, group: Group) -> Iterator[Edit]:
    """Runs in reading order: what goes stands after the words before it in its unit, else before those after it."""
    stays = dict(group.kept)
    back = {b: a for a, b in group.kept}
    before: dict[Token | None, list[Edit]] = defaultdict(list)
    after: dict[Token | None, list[Edit]] = defaultdict(list)
    for follows, precedes, span in _runs_gone(left, group.old, stays):
        edit = Edit(words=span.quote(left.text), old=span)
        (before[precedes] if precedes else after[follows]).append(edit)
    yield from after[None]
    for edit, held in _runs_there(left, right, group.new, back):
        yield from (gone for token in held for gone in before[token])
        yield edit
        yield from (gone for token in held for gone in after[token])


def _runs_gone(
    side: Side, places: Sequence[int], stays: Mapping[Token, Token]
) -> Iterator[tuple[Token | None, Token | None, Span]]:
    """Each run of tokens that go, with the last token before it that stays, or the next where it opens a later unit."""
    last: Token | None = None
    for place in places:
        spans = side.tokens[place].spans
        first = next(((place, t) for t in range(len(spans)) if (place, t) in stays), None)
        for goes, run in groupby(range(len(spans)), key=lambda t, at=place: (at, t) not in stays):  # type: ignore[misc]
            held = list(run)
            opens = held[0] == 0 and place != places[0]
            if goes:
                yield last, first if opens else None, Span(spans[held[0]].start, spans[held[-1]].end)
            else:
                last = (place, held[-1])


def _runs_there(
    left: Side, right: Side, places: Sequence[int], back: Mapping[Token, Token]
) -> Iterator[tuple[Edit, list[Token]]]:
    """Each run of the new units, kept or come, with the tokens of the old text that it keeps."""
    for place in places:
        spans = right.tokens[place].spans
        run: list[int] = []
        for token in range(len(spans)):
            if run and not _goes_on(back.get((place, token - 1)), back.get((place, token))):
                yield _there(left, right, place, run, back)
                run = []
            run.append(token)
        yield _there(left, right, place, run, back)


def _goes_on(before: Token | None, source: Token | None) -> bool:
    """Whether two neighbours of the new text are neighbours in the old, or have both come."""
    return before == source if before is None or source is None else source == (before[0], before[1] + 1)


def _there(
    left: Side, right: Side, place: int, run: Sequence[int], back: Mapping[Token, Token]
) -> tuple[Edit, list[Token]]:
    spans = right.tokens[place].spans
    new = Span(spans[run[0]].start, spans[run[-1]].end)
    held = [source for token in run if (source := back.get((place, token)))]
    old = [left.tokens[i].spans[t] for i, t in held]
    return Edit(words=new.quote(right.text), old=Span(old[0].start, old[-1].end) if old else None, new=new), held
