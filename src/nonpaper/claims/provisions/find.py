"""Every term that a report states, with how it is presented."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from nonpaper.claims.contents import contents_of
from nonpaper.claims.doubt import doubted
from nonpaper.claims.page import Page
from nonpaper.claims.provisions.captives import told_by_holder
from nonpaper.claims.provisions.claimed import by_rule, by_sight
from nonpaper.claims.provisions.company import of_news, settled
from nonpaper.claims.provisions.drafts import Texts, texts_called
from nonpaper.claims.provisions.frame import Found
from nonpaper.claims.provisions.official import official_terms
from nonpaper.claims.provisions.one_each import one_each
from nonpaper.claims.provisions.reasons import UNLIKE, UNSEEN
from nonpaper.claims.provisions.roles.seen import bound_in_sight
from nonpaper.claims.provisions.roles.served import with_served
from nonpaper.claims.provisions.ruled import ruled
from nonpaper.claims.provisions.seen import seen_terms, unlike_draft
from nonpaper.claims.provisions.stated import stated
from nonpaper.claims.provisions.whole import made_whole
from nonpaper.claims.terms import RawTerm
from nonpaper.model.claim import Claim
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span
from nonpaper.text.near import Near


def find_provisions(
    page: Page, claims: Sequence[Claim], seen: Sequence[RawTerm] | None = None
) -> tuple[Provision, ...]:
    """All terms in text order; those that may be something else are unsure, with the reason. Linear in the text.

    What the rules find by their cues comes first; what the model has seen fills what they leave. Where the model has looked
    (`seen` is given) and sees nothing, what the rules find waits for a person, but for the items of a list.
    """
    official = official_terms(page)
    if official:
        return official
    texts, contents, whole = texts_called(page), contents_of(claims), made_whole(page, seen or ())
    sights, taken = Near(sight.span for sight in whole), Near()
    listed = {item.span for block in page.lists for item in block.items}
    found: dict[Span, Provision] = {}
    for sentence, made, over in _of_rules(page, claims, texts, whole, sights, taken):
        known = by_rule(page, sentence, _with_obligor(page, made, over), claims, contents)
        found[made.span] = _borne_out(known, over, alone=seen is None or sentence in listed)
    for made in seen_terms(page, whole, texts):
        if not taken.overlapping(made.span):
            taken.add(made.span)
            found[made.span] = by_sight(page, made, claims, contents)
    ordered = with_served(page, [told_by_holder(page, found[span]) for span in sorted(found)])
    return tuple(of_news(page, settled(page, ordered, whole, sights), whole))


def _of_rules(
    page: Page, claims: Sequence[Claim], texts: Texts, seen: Sequence[RawTerm], sights: Near, taken: Near
) -> Iterator[tuple[Span, Provision, Sequence[RawTerm]]]:
    """The sentence of each term that rules find, the term, and what the model sees there; the first to take a place has it."""
    last: tuple[Span, tuple[str, ...]] | None = None
    for term, sentence, frame, number in _one_each(page, claims, seen, sights):
        if taken.overlapping(term):
            continue
        before = last[1] if last and last[0] == sentence else ()
        over = _over(term, seen, sights)
        made = stated(page, term, sentence, frame, texts, before, over[0].topics if over else ())
        if made is not None:
            taken.add(term)
            last = (sentence, made.obligor)
            yield sentence, msgspec.structs.replace(made, number=number), over


def _one_each(page: Page, claims: Sequence[Claim], seen: Sequence[RawTerm], sights: Near) -> Iterator[Found]:
    """What rules find, cut to the terms that the model sees in it."""
    for term, sentence, frame, number in ruled(page, claims):
        yield from ((part, sentence, frame, number) for part in one_each(page.text, term, seen, sights))


def _over(term: Span, seen: Sequence[RawTerm], sights: Near) -> list[RawTerm]:
    """What the model sees where a term stands, the stretch that shares most with it first."""
    return sorted((seen[i] for i in sights.overlapping(term)), key=lambda s: -s.span.shared(term))


def _borne_out(made: Provision, over: Sequence[RawTerm], *, alone: bool) -> Provision:
    """A rule's term, unsure where the model takes it for something else, or sees nothing and a rule `alone` does not do."""
    if made.presented_as != "draft":
        return made
    if not made.unsure and unlike_draft(over):
        made = doubted(made, UNLIKE)
    return made if over or alone else doubted(made, UNSEEN)


def _with_obligor(page: Page, made: Provision, over: Sequence[RawTerm]) -> Provision:
    """A rule's term whose words name nobody, with whom the model sees bound in it."""
    if made.obligor or made.beneficiary or not over or made.modality not in ("must", "must_not"):
        return made
    return msgspec.structs.replace(made, obligor=bound_in_sight(page, made.span, over[0]))
