"""All statements of one text related: which are one term, and how the terms relate."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from nonpaper.drafts.likely import likely
from nonpaper.drafts.likeness import likeness, weighed
from nonpaper.drafts.linkage import Link, groups
from nonpaper.drafts.relation import CERTAIN, NEAR, Relation, relation
from nonpaper.drafts.statement import Names, Statement, statement
from nonpaper.model.draft import Wording

Place = tuple[str, int]
Said = tuple[Place, Place, bool]
"""Two statements, the lesser first, and whether a person called them the same."""
FEW = 12
"""Fewer statements than these do not show which words are common in a text."""


class Relations:
    """Statements of one text on one topic, in a fixed order, with what people decided of pairs and names in the text.

    Statements equal but for their amounts are one item, unless a person spoke of one of them. Items of one topic whose
    likeness may matter are found by `likely` and related by `relation`: O(pairs that may matter), and a matrix product.
    """

    def __init__(self, wordings: Sequence[Wording], said: Sequence[Said], names: Names) -> None:
        made = [statement(w, names) for w in wordings]
        at = {(w.report, w.index): i for i, w in enumerate(wordings)}
        judged = [(sorted((at[one], at[other])), same) for one, other, same in said]
        alone = {i for pair, _ in judged for i in pair}
        self.members: list[list[int]] = []
        self.of: list[int] = []
        item: dict[object, int] = {}
        for i, one in enumerate(made):
            number = item.setdefault(i if i in alone else _compared(one, wordings[i]), len(self.members))
            if number == len(self.members):
                self.members.append([])
            self.members[number].append(i)
            self.of.append(number)
        self.statements = [_with_all_amounts([made[i] for i in m]) for m in self.members]
        self.reports = [frozenset(wordings[i].report for i in m) for m in self.members]
        self.same = [(self.of[i], self.of[j]) for (i, j), same in judged if same]
        self.apart = {(self.of[i], self.of[j]) for (i, j), same in judged if not same}
        weigh = _rarity(self.statements)
        words = {id(one): weighed(one, weigh) for one in self.statements}
        self.told = lambda one: words[id(one)]
        self.related = dict(self._related())

    def groups(self) -> list[list[int]]:
        """The statements of each term, by number; terms in the order of their first statement."""
        links: list[Link] = [(r.likeness, *pair) for pair, r in self.related.items() if r.kind == "same"]
        made = groups(len(self.members), links, self.same, self.apart, self._barred)
        return sorted(sorted(i for item in group for i in self.members[item]) for group in made)

    def kin(self, grouped: Sequence[Sequence[int]]) -> Iterator[tuple[int, int, Relation]]:
        """Pairs of groups (by number, ascending) that may be one term or of which one lies inside the other, with why.

        Of several relations between two groups the likest counts. What a person called different is not asked again.
        """
        group_of = {self.of[i]: number for number, group in enumerate(grouped) for i in group}
        best: dict[tuple[int, int], Relation] = {}
        settled = {tuple(sorted((group_of[i], group_of[j]))) for i, j in self.apart}
        for (i, j), found in self.related.items():
            left, right = group_of[i], group_of[j]
            if left == right or found.kind == "other" or tuple(sorted((left, right))) in settled:
                continue
            turned = found if left < right else found.turned()
            key = (min(left, right), max(left, right))
            if key not in best or _order(turned) < _order(best[key]):
                best[key] = turned
        for (left, right), found in sorted(best.items()):
            yield (
                left,
                right,
                found
                if found.kind != "same"
                else found._replace(
                    kind="unsure", why="like words on one topic, but not like all that is told of the term"
                ),
            )

    def _related(self) -> Iterator[tuple[tuple[int, int], Relation]]:
        """The relation of each pair of items that may matter."""
        by_topic: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(self.statements):
            by_topic[one.topic].append(number)
        for items in by_topic.values():
            here = [self.statements[i] for i in items]
            pairs = likely(here, self.told, NEAR)
            for a, b in sorted({*pairs, *self._general(here)}):
                yield (items[a], items[b]), self._relation(items[a], items[b])

    def _general(self, here: Sequence[Statement]) -> Iterator[tuple[int, int]]:
        """Each statement that is too general to tell, with the one that is likest: one question, not one a term."""
        for a, one in enumerate(here):
            if one.vague:
                others = [b for b in range(len(here)) if b != a and relation(one, here[b], self.told).kind != "other"]
                if others:
                    likest = max(others, key=lambda b: (likeness(one, here[b], self.told), -b))
                    yield min(a, likest), max(a, likest)

    def _barred(self, i: int, j: int) -> bool:
        """Whether a rule says that two items are not one term, whatever else is told of it."""
        found = self.related.get((i, j)) or self._relation(i, j)
        return found.firm and found.kind != "same"

    def _relation(self, i: int, j: int) -> Relation:
        """As `relation`; one report that says two like things means two, unless the words are as good as one."""
        found = relation(self.statements[i], self.statements[j], self.told)
        if found.kind == "same" and found.likeness < CERTAIN and self.reports[i] & self.reports[j]:
            return found._replace(kind="unsure", why="one report says both, in like words", firm=True)
        return found


def _compared(one: Statement, wording: Wording) -> object:
    """What two statements have in common that are one item: all but the amounts, which are accounts of one term."""
    words = "" if one.content or one.names else wording.quote.casefold()
    return one._replace(amounts=()), frozenset(q.kind for q in one.amounts), words


def _with_all_amounts(item: Sequence[Statement]) -> Statement:
    return item[0]._replace(amounts=tuple(sorted({q for one in item for q in one.amounts})))


def _order(found: Relation) -> tuple[float, str]:
    return -found.likeness, found.kind


class _rarity:  # noqa: N801 - a function with a table
    """How much a word tells of which term is meant: 1 for a rare one, down to a half for one in every statement."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.n = len(statements)
        self.seen = Counter(word for s in statements for word in s.content | s.names)
        self._told: dict[str, float] = {}

    def __call__(self, word: str) -> float:
        if self.n < FEW:
            return 1.0
        known = self._told.get(word)
        if known is None:
            known = max(0.5, min(1.0, math.log(self.n / max(1, self.seen[word])) / math.log(FEW / 2)))
            self._told[word] = known
        return known
