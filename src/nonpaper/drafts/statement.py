"""What of a statement is compared: its concepts, places, amounts, who, whether, and how far it reaches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from nonpaper.drafts.lexicon import (
    TOPICAL,
    concepts,
    core,
    negation,
    scope,
    stem,
    stop,
    tokens,
    topical,
    vague,
    verbs,
    within,
)
from nonpaper.drafts.people import parties_among
from nonpaper.drafts.quantity import Quantity, quantities
from nonpaper.model.draft import Wording
from nonpaper.remembered import each

_SHARE_OF = re.compile(
    r"\b(?:half|thirds?|quarters?|fifths?|tenths?|percent|per cent)\s+of\s+(?:the|its|all|what)\b", re.IGNORECASE
)


class Statement(NamedTuple):
    """One statement, as far as it is compared.

    `content` holds concepts and stems: `head` is the first of them that is no verb, `last` the last, `kinds` those that
    stand right before another (so that "fishing boats" are a kind of boats), `listed` those next to an "and".
    `on_topic` are those of the content that are cue words of the topic, `telling` those that say more than the topic;
    `told` is that and the names.
    `names` are places and other names that are no party's, `parties` the parties that the words name.
    `negated` is said by "no" or by the modality, `given_up` by verbs such as "renounce".
    """

    topic: str
    presented_as: str
    text_status: str
    obligor: frozenset[str]
    beneficiary: frozenset[str]
    modality: str | None
    number: str | None
    content: frozenset[str]
    on_topic: frozenset[str]
    telling: frozenset[str]
    told: frozenset[str]
    head: str | None
    last: str | None
    kinds: frozenset[str]
    listed: frozenset[str]
    names: frozenset[str]
    parties: frozenset[str]
    amounts: tuple[Quantity, ...]
    negated: bool
    given_up: bool
    part: bool
    whole: bool
    vague: bool


class Names(NamedTuple):
    """Names in a text, case folded: the words of parties' names, and all that is capitalised inside a statement."""

    parties: frozenset[str]
    names: frozenset[str]


SomeNames = tuple[tuple[str, ...], tuple[str, ...]]
"""The same in an order, so that two that are equal are known to be."""


class NamesIn:
    """The names in all statements of one text; a party is whoever a statement binds, serves or is verified by."""

    def __init__(self, text: str, wordings: Sequence[Wording]) -> None:
        told = each("names", wordings, _told, (text,))
        parties, names = {t.parties for t in told}, {t.names for t in told}
        self.all = Names(frozenset(chain.from_iterable(parties)), frozenset(chain.from_iterable(names)))
        self._parties, self._openings = tuple(sorted(self.all.parties)), [t.opening for t in told]

    def of(self, places: Iterable[int]) -> SomeNames:
        """Of all those that tell something of the statements in these places: parties, and what statements open with.

        A word tells where it is capitalised inside some statement of the text.
        """
        return self._parties, tuple(sorted(self.all.names.intersection([self._openings[at] for at in places])))


class _Told(NamedTuple):
    """What one statement tells of names, and the word that it opens with."""

    parties: frozenset[str]
    names: frozenset[str]
    opening: str


def _told(wording: Wording) -> _Told:
    item, said = wording.provision, tokens(wording.quote)
    named = {*item.obligor, *parties_among(item.beneficiary), *item.verifier}
    parties = frozenset(t.casefold() for n in named for t in tokens(n) if t[:1].isupper() and len(t) > 2)
    names = frozenset(t.casefold() for t in said[1:] if t[:1].isupper())
    return _Told(parties, names, next(iter(said), "").casefold())


def statement(wording: Wording, among: Names) -> Statement:
    """A wording as compared; `among` are the names in its text."""
    item = wording.provision
    words = _words(wording.quote, item.topic, among)
    telling = words.content - core(item.topic) - words.on_topic
    return Statement(
        topic=item.topic,
        presented_as=item.presented_as,
        text_status=item.text_status,
        obligor=frozenset(o.casefold() for o in item.obligor),
        beneficiary=frozenset(b.casefold() for b in parties_among(item.beneficiary)),
        modality=item.modality,
        number=item.number,
        content=words.content,
        on_topic=words.on_topic,
        telling=telling,
        told=telling | words.names,
        head=words.head,
        last=words.last,
        kinds=words.kinds,
        listed=words.listed,
        names=words.names,
        parties=words.parties,
        amounts=quantities(wording.quote),
        negated=words.negated or item.modality == "must_not",
        given_up=words.given_up,
        part=words.part,
        whole=words.whole,
        vague=words.vague,
    )


class _Words(NamedTuple):
    content: frozenset[str]
    on_topic: frozenset[str]
    head: str | None
    last: str | None
    kinds: frozenset[str]
    listed: frozenset[str]
    names: frozenset[str]
    parties: frozenset[str]
    negated: bool
    given_up: bool
    part: bool
    whole: bool
    vague: bool


@lru_cache(maxsize=65536)
def _words(quote: str, topic: str, among: Names) -> _Words:
    said = tokens(quote)
    lower = [w.casefold() for w in said]
    content: dict[int, str] = {}
    named: dict[int, str] = {}
    mentioned, on_topic = set(), set()
    same, at = within(topic), 0
    while at < len(lower):
        party = _party(lower[at], among.parties) if said[at][:1].isupper() else None
        hit = None if party else concepts().at(lower, at)
        if party:
            mentioned.add(party)
        elif hit:
            at += hit[0] - 1
            content[at] = same.get(hit[1], hit[1])
        elif skipped := stop().at(lower, at):
            at += skipped[0] - 1
        elif said[at][:1].isupper() and (at or lower[at] in among.names):
            named[at] = stem(lower[at])
        elif cue := topical(topic).at(lower, at):
            at += cue[0] - 1
            content[at] = stem(lower[at])
            on_topic.add(content[at])
        elif lower[at].replace("-", "").isalpha() and len(lower[at]) > 2 and not quantities(lower[at]):
            content[at] = stem(lower[at])
        at += 1
    reach, sense = scope().found(lower), negation().found(lower)
    turned, dropped = "inverse" in sense, "giving_up" in sense
    return _Words(
        content=frozenset({*content.values(), TOPICAL} if on_topic else content.values()),
        on_topic=frozenset(on_topic),
        head=next((word for word in content.values() if word not in verbs()), None),
        kinds=frozenset(word for place, word in content.items() if place + 1 in content) - verbs(),
        last=(content | named).get(max(content | named, default=-1)),
        listed=frozenset(_beside_and(lower, content | named)),
        names=frozenset(named.values()),
        parties=frozenset(mentioned),
        negated=not ("plain" in sense or dropped) if turned else "plain" in sense,
        given_up=dropped,
        part="part" in reach or bool(_SHARE_OF.search(quote)),
        whole="whole" in reach,
        vague=bool(vague().found(lower)),
    )


def _beside_and(lower: list[str], content: dict[int, str]) -> Iterator[str]:
    """What stands nearest before and after each "and"."""
    for at in (place for place, word in enumerate(lower) if word in {"and", "or"}):
        before = [place for place in content if place < at]
        after = [place for place in content if place > at]
        if before and after:
            yield content[max(before)]
            yield content[min(after)]


def _party(word: str, parties: frozenset[str]) -> str | None:
    """The party whose name, or a word made from it, this is: "Kessaran" is Kessara's."""
    if word in parties:
        return word
    for party in sorted(parties):
        least = max(4, len(party) - 1)
        if word[:least] == party[:least] and len(word) <= len(party) + 4:
            return party
    return None
