"""How two statements of one text relate: one term, one inside the other, two terms, or not to be told from the words.

Method: by stated rules, in order. Who and whether first (another obligor, a "no" on one side alone); then places and
lists (one inside the other); then amounts, concepts and remaining words, each weighed by how rare it is in the text.
"""

from __future__ import annotations

from typing import NamedTuple

from nonpaper.drafts.lexicon import kinds_of, near, single
from nonpaper.drafts.likeness import Told, flat, likeness
from nonpaper.drafts.statement import Statement
from nonpaper.model.draft import Kinship

SAME = 0.44
"""Likeness (0..1) from which two statements are one term, if no rule says otherwise."""

NEAR = 0.3
"""From here on two statements speak of one thing enough for a part of it to be a part."""
CERTAIN = 0.8
"""From here on the words are as good as one."""


class Relation(NamedTuple):
    """`kind` is what the left statement is to the right; `why` in plain words; `likeness` 0..1 orders equal kinds.

    `firm` says that a rule speaks, not a lack of common words: the two are never put into one term for others' sake.
    """

    kind: Kinship
    why: str
    likeness: float = 0.0
    firm: bool = False

    def turned(self) -> Relation:
        """What the right statement is to the left."""
        kinds: dict[Kinship, Kinship] = {"narrower": "wider", "wider": "narrower"}
        return self._replace(kind=kinds.get(self.kind, self.kind))


def relation(left: Statement, right: Statement, told: Told = flat) -> Relation:
    """What `left` is to `right`. Turned round, narrower and wider change places and nothing else changes. O(words)."""
    if apart := _apart(left, right):
        return Relation("other", apart, firm=True)
    like = likeness(left, right, told)
    for judge in (_numbered, _negated, _placed, _reaching, _bare, _vague, _contrasted, _near):
        if found := judge(left, right, like):
            return found._replace(likeness=like, firm=found.kind != "same")
    if like >= SAME:
        return Relation("same", "the same in other words", like)
    return Relation("other", "too little in common", like)


def _apart(a: Statement, b: Statement) -> str | None:
    """Why the two cannot be one term whatever their words, if so."""
    if a.topic != b.topic:
        return "another topic"
    if a.presented_as != b.presented_as:
        return "not presented alike"
    if a.text_status != b.text_status:
        return "one is said to be out of the text or open"
    if a.obligor and b.obligor and not a.obligor & b.obligor:
        return "another party is bound"
    if a.beneficiary and b.beneficiary and not a.beneficiary & b.beneficiary:
        return "another party gains"
    if ("lapses_if" in (a.modality, b.modality)) and None not in (a.modality, b.modality) and a.modality != b.modality:
        return "one says when it ends, the other what holds"
    return None


def _numbered(a: Statement, b: Statement, like: float) -> Relation | None:
    """Points that reports number: one number is one point, two numbers are two, unless the words say otherwise."""
    if a.number is None or b.number is None:
        return None
    if a.number != b.number:
        if like >= CERTAIN:
            return Relation("unsure", "like words, but reports give them as points of two numbers")
        return Relation("other", "reports give them as points of two numbers")
    return Relation("same", "reports give both as one point of the text") if like >= NEAR else None


def _negated(a: Statement, b: Statement, like: float) -> Relation | None:
    """A plain no on one side alone, where the words are otherwise much the same, is the contrary."""
    if a.negated == b.negated or like < NEAR:
        return None
    bare = a if not a.negated else b
    return None if bare.given_up else Relation("other", "one says no where the other does not")


def _placed(a: Statement, b: Statement, like: float) -> Relation | None:
    """Named places: two without a common one are two terms; one in a list of the other is narrower."""
    if not a.names or not b.names or a.names == b.names:
        return None
    if not a.names & b.names:
        return Relation("other", "other places or names")
    if a.names < b.names and b.names & b.listed and like >= NEAR:
        return Relation("narrower", "one names some of what the other names")
    if b.names < a.names and a.names & a.listed and like >= NEAR:
        return Relation("wider", "one names some of what the other names")
    return None


def _reaching(a: Statement, b: Statement, like: float) -> Relation | None:
    """A part against the whole, in like words."""
    if like >= NEAR and a.part != b.part:
        return Relation("narrower" if a.part else "wider", "one says a part of it, the other does not")
    mine, yours = a.told - b.told, b.told - a.told
    left, right = _inside(a, b, mine, yours, like), _inside(b, a, yours, mine, like)
    if left != right:
        return Relation("narrower" if left else "wider", "one says a kind, an item or a place of what the other says")
    return None


def _inside(narrow: Statement, wide: Statement, more: frozenset[str], fewer: frozenset[str], like: float) -> bool:
    """Whether `narrow` is a kind among "all" of `wide`, a kind of it by a word before it, or an item of its list.

    `more` is what it alone tells, `fewer` what `wide` alone does.
    """
    if wide.whole and not narrow.whole and (more or (narrow.amounts and not wide.amounts)):
        return like >= NEAR if not fewer else all(more & kinds_of(word) for word in fewer)
    if like < NEAR:
        return False
    if more:
        return not fewer and more <= narrow.kinds
    beside = (wide.content | wide.names) - (narrow.content | narrow.names)
    return bool(beside & wide.listed and narrow.told & wide.listed)


def _bare(a: Statement, b: Statement, like: float) -> Relation | None:
    """A mention that says no more than the topic: the one term there is, or a question."""
    bare, full = (a, b) if not a.told else (b, a)
    if bare.told or not full.told or not bare.content & full.content or bare.amounts:
        return None
    if full.head is not None and full.head not in bare.content:
        return None
    if full.names or full.topic not in single():
        return Relation("unsure", "one of them says no more than the topic") if like < SAME else None
    return Relation("same", "one of them says no more than the topic, of which a text has one term")


def _contrasted(a: Statement, b: Statement, like: float) -> Relation | None:
    """The same words but for the last on each side: two things of which the same is said."""
    mine, yours = a.told | a.on_topic, b.told | b.on_topic
    more, fewer = mine - yours, yours - mine
    if more == {a.last} and fewer == {b.last} and mine & yours and like < CERTAIN:
        return Relation("other", "the same is said of two things")
    return None


def _vague(a: Statement, b: Statement, like: float) -> Relation | None:
    if (a.vague or b.vague) and like < CERTAIN:
        return Relation("unsure", "one of them is too general to tell")
    return None


def _near(a: Statement, b: Statement, like: float) -> Relation | None:
    """Things of which one may stand for the other."""
    if like < SAME and any(not near()[x].isdisjoint(b.told - a.told) for x in (a.told - b.told) & near().keys()):
        return Relation("unsure", "one may be another way to the same end")
    return None
