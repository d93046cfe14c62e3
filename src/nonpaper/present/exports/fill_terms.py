"""Rows of what several reports say together: terms with their accounts, and the ways from origins to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from nonpaper.model.draft import Account, Draft, Term, Wording
from nonpaper.model.standing import Denial, Said, Standing
from nonpaper.model.support import Path, Support
from nonpaper.present.exports.basis import Basis
from nonpaper.present.exports.rows import OriginRow, TermRow
from nonpaper.present.ids import draft_anchor, term_anchor, wording_anchor

Stated = dict[tuple[str, int], Wording]
Linked = dict[str, tuple[str, ...]]


def terms(of: Basis) -> Iterator[TermRow]:
    """One row an account; texts in order, then demands, proposals and comparisons, which stand in none."""
    asked, wider = _asked(of), _wider(of)
    for draft, term in _terms(of):
        tied = {"may_be": asked.get(term.id, ()), "narrower_than": wider.get(term.id, ())}
        for number, account in enumerate(term.accounts, start=1):
            yield _row(of, draft, term, number, account, tied)


def origins(of: Basis) -> Iterator[OriginRow]:
    """One row a way, terms in order; a statement whose origin is not known has a row without one."""
    for _, term in _terms(of):
        stated = {(w.report, w.index): w for w in term.wordings}
        support = of.known.support.get(term.id, Support(term=term.id))
        for origin in support.origins:
            yield from (_way(of, term, origin.name, origin.names, p, stated) for p in origin.paths)
        yield from (_way(of, term, None, (), p, stated) for p in support.unknown)


def _terms(of: Basis) -> Iterator[tuple[Draft | None, Term]]:
    yield from ((draft, term) for draft in of.together.drafts for term in draft.terms)
    yield from ((None, term) for term in of.together.outside)


def _asked(of: Basis) -> Linked:
    """Terms that might be one, each with the others."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for question in of.together.questions:
        found[question.left].append(question.right)
        found[question.right].append(question.left)
    return {term: tuple(term_anchor(t) for t in others) for term, others in found.items()}


def _wider(of: Basis) -> Linked:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for pair in of.together.narrower:
        found[pair.narrow].append(term_anchor(pair.wide))
    return {term: tuple(wide) for term, wide in found.items()}


def _row(
    of: Basis,
    draft: Draft | None,
    term: Term,
    number: int,
    account: Account,
    tied: Linked,
) -> TermRow:
    first = account.wordings[0]
    span = first.provision.span
    support = of.known.support.get(term.id, Support(term=term.id))
    standing = of.known.standing[term.id]
    return TermRow(
        term=term_anchor(term.id),
        draft=draft.name if draft else None,
        draft_id=draft_anchor(draft.id) if draft else None,
        known_from=draft.known_from if draft else None,
        number=term.number,
        topic=term.topic,
        presented_as=first.provision.presented_as,
        text_status=standing.text_status if draft else None,
        account=number,
        accounts=len(term.accounts),
        contested=len(term.accounts) > 1,
        value=account.value,
        report=first.report,
        published_on=of.days[first.report],
        start=span.start,
        end=span.end,
        words=first.quote,
        statements=_ids(account.wordings),
        reports=tuple(dict.fromkeys(w.report for w in account.wordings)),
        origins=tuple(o.name for o in support.origins),
        origin_unknown=_ids(support.unknown),
        **_standing(standing),
        **tied,
    )


def _standing(of: Standing) -> dict[str, tuple[str, ...]]:
    return {
        "attested_in": _ids(of.attested),
        "published_in": _ids(of.published),
        "agreed_in": _ids(of.agreed),
        "signed_in": _ids(of.signed),
        "denied_in": _ids(of.denied),
    }


def _ids(said: Iterable[Wording | Path | Said | Denial]) -> tuple[str, ...]:
    return tuple(wording_anchor(s.report, s.index) for s in said)


def _way(
    of: Basis,
    term: Term,
    origin: str | None,
    names: tuple[str, ...],
    path: Path,
    stated: dict[tuple[str, int], Wording],
) -> OriginRow:
    wording = stated[path.report, path.index]
    return OriginRow(
        term=term_anchor(term.id),
        origin=origin,
        names=names,
        through=path.through,
        tie=path.tie,
        provision=wording_anchor(path.report, path.index),
        report=path.report,
        published_on=of.days[path.report],
        start=wording.provision.span.start,
        end=wording.provision.span.end,
        words=wording.quote,
    )
