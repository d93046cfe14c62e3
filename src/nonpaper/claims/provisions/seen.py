"""Terms that the model sees, as provisions: who is bound and served, what it says of the text, how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nonpaper.claims.about import about
from nonpaper.claims.page import Page, is_title, mentions_in, sentence_at, sentence_near
from nonpaper.claims.provisions.beside import placed_right
from nonpaper.claims.provisions.comparing import head_of, is_likened, is_replaced
from nonpaper.claims.provisions.conditions import conditions_around, conditions_in, no_event, without
from nonpaper.claims.provisions.cues import starts, words
from nonpaper.claims.provisions.deeds import bare, deed_in, permits, present
from nonpaper.claims.provisions.drafts import Texts, draft_at
from nonpaper.claims.provisions.hanging import to_the_end, with_main_clause
from nonpaper.claims.provisions.modality import by_force
from nonpaper.claims.provisions.no_terms import nameless, no_term, of_the_talks
from nonpaper.claims.provisions.other_texts import OTHER
from nonpaper.claims.provisions.outside import outside
from nonpaper.claims.provisions.plainness import PLAIN, of_a_text, presented_from, topic_is_plain
from nonpaper.claims.provisions.reasons import NO_TEXT, NO_TOPIC, OTHER_TEXT, QUESTION, UNLIKE, WEAK
from nonpaper.claims.provisions.reserved import REACH, full_of_talks, thick_with_talks
from nonpaper.claims.provisions.roles.antecedent import subject_before
from nonpaper.claims.provisions.roles.by_verb import done_to
from nonpaper.claims.provisions.roles.guarantor import vouches
from nonpaper.claims.provisions.roles.idle import idle
from nonpaper.claims.provisions.roles.names import languages_in
from nonpaper.claims.provisions.roles.of_term import roles_in
from nonpaper.claims.provisions.terms_of_art import deadline_in, verifiers_in
from nonpaper.claims.provisions.text_near import text_near
from nonpaper.claims.provisions.values import value_of
from nonpaper.claims.terms import RawCondition, RawTerm
from nonpaper.claims.topics import topic_scores
from nonpaper.claims.who import parties_of
from nonpaper.model.codes import Topic
from nonpaper.model.provision import Condition, Provision
from nonpaper.model.span import Span

PERMITTED = 0.8
"""How sure a sight of what somebody may do must be, since "may" tells of what is only feared or hoped as well."""
FAINT, SURE = 0.5, 0.75
"""Below the first a term is not worth a person's time; from the second on it may be stated."""
ELSEWHERE = 0.6, 0.8
"""What bears out and what states a term in a report that is about more than war and talks."""
UNLIKE_FROM = 0.3, 0.6
"""How sure a sight must be, and how plain what it is presented as, to set a rule's finding in doubt."""
TIED = 0.5
"""From what on a condition belongs to a term."""
SHORTLY = 20
"""Characters before a term in which a word says that it is a condition."""
BESIDE = 80
"""Characters before a term in which somebody may be said to want or offer it."""
WORTH = 4
"""Words from which what may be no term is worth a person's time."""
SHORTEST, FEWEST = 2, 3
"""Words; one alone is no term, two are none where it was seen only weakly."""
BORNE_OUT, STRONG, PLAINEST, MOST_WORDS = 0.5, 4.0, 0.985, 25
"""A term in few words that name a topic strongly may be stated from the first on, if its text is plainer than the third."""
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|does|did|will|would|could|can|may|might)\b", re.IGNORECASE)
# What hangs on the words before it, and what is a text and no term of one.
_HANGS = re.compile(r"(?:up|according|of|that|which|who|by|and|or|in the [A-Z]|(?:signed|led|followed|written) by)\b")
# What somebody holds against a text, and is none of its terms.
_ARGUED = re.compile(
    r"\b(?:argu(?:e|es|ed|ing)|warn(?:s|ed|ing)?|fear(?:s|ed|ing)?|complain(?:s|ed|ing)?)\s+(?:\w+\s+)?that\b",
    re.IGNORECASE,
)
# What somebody will not do, and does not demand: "has ruled out | paying a single dinar".
_REFUSED = re.compile(
    r"\b(?:rul(?:es?|ed|ing) out|reject(?:s|ed|ing)?|refus(?:es?|ed|ing)(?: to)?|dismiss(?:es|ed|ing)?|oppos(?:es?|ed|ing))\s+(?:the |any |all )?$",
    re.IGNORECASE,
)
# What stands before a clause that only says when or if.
_WHEN = re.compile(r"\b(?:until|once|unless|if|should|when|whenever|as soon as|even if)\s+$", re.IGNORECASE)
# What something else waits for, from its middle on: "until Norvia credibly | and for ever gives up …".
_WITHIN_UNTIL = re.compile(r"\b(?:until|unless)\s+[^,;.:]{1,60}$", re.IGNORECASE)
# How a text itself fares: "the treaty stays in abeyance until …".
_STANDS = re.compile(
    r"(?:the |that )?(?:[\w’'-]+ ){0,4}(?:treaty|agreement|accord|deal|truce|pact) (?:is|are|was|stays?|remains?|holds?)\b(?! to\b)",
    re.IGNORECASE,
)
# What only points back: "the third said it was still in brackets".
_POINTS_BACK = re.compile(
    r"(?:it|this|that|they|these|those) (?:is|are|was|were|has|have|had|remains?)\b", re.IGNORECASE
)
# What is left of words that are nothing but names.
_NO_NOUN = re.compile(r"(?:the|an?|and|or|\W)*", re.IGNORECASE)
_RELATIVE = re.compile(r"(?:which|who|whose|that)\s", re.IGNORECASE)
# What somebody holds right or has in mind: "troops should be there", "in his words the army would leave".
_HELD_RIGHT = re.compile(
    r"\b(?:should|ought to)\b|\bin (?:his|her|their|its) (?:words|view|opinion|eyes)\b", re.IGNORECASE
)
_ITSELF = re.compile(r"(?:[\w’'-]+\s+){0,2}?(?:\d+|[\w-]+)-point\b")
IN_COMPANY, LONG = 0.6, 8
"""Words of a sight of a text's term, and how sure it must be, where the report has another that is plain: 13 of 15 were terms."""


def seen_terms(page: Page, terms: Sequence[RawTerm], texts: Texts) -> Iterator[Provision]:
    """Provisions in text order, the doubtful ones unsure with their reason."""
    before: tuple[Span, tuple[str, ...]] = (Span(0, 1), ())
    plainly = [t.span for t in terms if t.presented_as == "draft" and t.sure >= SURE and t.presented_sure >= PLAIN]
    for term in (with_main_clause(page, to_the_end(page, term)) for term in placed_right(page, terms)):
        said = term.span.quote(page.text)
        if term.sure < FAINT or len(said.split()) < SHORTEST or "\n" in said.strip():
            continue
        if is_title(page, sentence_at(page, term.span.start) or term.span):
            continue
        around = _around(page, term)
        if no_term(page, around, term.span) or of_the_talks(page, around, term.span):
            continue
        if term.presented_as == "draft" and outside(page, around, term.span):
            continue
        topic, plain = _topic(page, said, term)
        doubts = _doubts(page, said, term, plain, in_company=any(span != term.span for span in plainly[:2]))
        if WEAK in doubts and len(said.split()) < WORTH:
            continue
        obligor, beneficiary = _roles(page, term)
        carried = () if obligor or beneficiary else _carried(page, before, term)
        obligor, before = obligor or carried, (term.span, obligor or carried)
        yield Provision(
            span=term.span,
            topic=topic,
            obligor=obligor,
            beneficiary=beneficiary,
            modality="must" if carried else by_force(said, term.modality),
            value=value_of(head_of(said)),
            deadline=deadline_in(said),
            verifier=verifiers_in(said) or _vouching(_named(page, term.guarantors), obligor),
            draft=draft_at(texts, term.span.start) if term.presented_as == "draft" else None,
            presented_as=term.presented_as,
            text_status=term.text_status,
            conditions=_conditions(page, term),
            unsure=bool(doubts),
            doubts=doubts,
        )


def unlike_draft(sights: Sequence[RawTerm]) -> bool:
    """Whether what the model sees where rules find a draft's term is plainly what somebody wants or offers."""
    return any(
        s.presented_as != "draft" and s.sure >= UNLIKE_FROM[0] and s.presented_sure >= UNLIKE_FROM[1] for s in sights
    )


def conditions_from(text: str, found: Sequence[RawCondition]) -> tuple[Condition, ...]:
    """The conditions that are plain enough, in text order, but for broken words of a time limit: "no later", "than"."""
    plain = (c for c in sorted(found, key=lambda c: c.span) if c.sure >= TIED and not no_event(c.span.quote(text)))
    return tuple(
        Condition(span=c.span, kind=c.kind) for c in plain if not _LIMIT.fullmatch(text, c.span.start, c.span.end)
    )


def _conditions(page: Page, term: RawTerm) -> tuple[Condition, ...]:
    """What the model sees a term hang on, and what the words say beside that; when a thing comes is told in the term itself."""
    seen = conditions_from(page.text, term.conditions)
    sentence = sentence_at(page, term.span.start) or term.span
    lapsing = term.modality == "lapses_if"
    told = (
        *conditions_in(page.text, term.span, lapses=lapsing),
        *(c for c in conditions_around(page.text, term.span, sentence) if c.kind != "sequence"),
    )
    beside = [c for c in told if not any(c.span.overlaps(s.span) for s in seen)]
    return tuple(sorted((*seen, *beside), key=lambda c: c.span))


_LIMIT = re.compile(r"\W*(?:(?:no|not)\s+(?:later|earlier|sooner))?(?:\s*than)?\W*", re.IGNORECASE)


def _topic(page: Page, said: str, term: RawTerm) -> tuple[Topic, bool]:
    """What the words but for their conditions name and the model takes them for; and whether that is plain."""
    bare = without(page.text, term.span, conditions_in(page.text, term.span))
    topic, share = about(bare if topic_scores(bare) else said, term.topics)
    return topic, topic_is_plain(page, term, share)


def _doubts(page: Page, said: str, term: RawTerm, plain: bool, *, in_company: bool) -> tuple[str, ...]:
    out = []
    grounded = term.presented_as == "draft" and _grounded(page, said, term)
    borne_out, sure = (BORNE_OUT, SURE) if full_of_talks(page) else ELSEWHERE
    least = borne_out if grounded or _borne_out(page, said, term) else sure
    in_text = term.presented_as == "draft" and term.text_status == "in"
    if in_company and in_text and thick_with_talks(page) and len(said.split()) >= LONG:
        least = min(least, IN_COMPANY)
    if term.sure < least:
        out.append(WEAK)
    plain_enough = term.presented_sure >= presented_from(page, term, in_company=in_company)
    if not plain_enough or (term.presented_as == "draft" and _wanted(page, term)):
        out.append(UNLIKE)
    if term.presented_as == "draft":
        out += _no_terms_of_a_text(page, said, term, plain)
    if term.presented_as == "demand" and _REFUSED.search(page.text, max(0, term.span.start - BESIDE), term.span.start):
        out.append(UNLIKE)
    if said.rstrip().endswith(("(", "[")):  # cut short
        out.append(WEAK)
    if not plain:
        out.append(NO_TOPIC)
    if "?" in page.text[term.span.start : term.span.end + 1]:
        out.append(QUESTION)
    return tuple(dict.fromkeys(out))


def _borne_out(page: Page, said: str, term: RawTerm) -> bool:
    """Whether the words themselves speak for a term: a strong topic beside its names, a deed or no verb, no opinion."""
    if len(said.split()) > MOST_WORDS or _HANGS.match(said) or _ITSELF.match(said):
        return False
    scores = topic_scores(_nameless(page, term.span))
    around = _around(page, term).quote(page.text)
    opinion = starts("not_a_term", "frame").search(around) or starts("not_a_term", "after").search(around)
    plain = term.text_status == "in" and term.presented_sure >= PLAINEST and not opinion
    strong = bool(scores) and scores[0][1] >= STRONG
    return plain and strong and (deed_in(said) is not None or _FINITE.search(said) is None)


def _no_terms_of_a_text(page: Page, said: str, term: RawTerm, plain: bool) -> Iterator[str]:
    """What speaks against words as a draft's term: an older text, what follows from a text, no text named near."""
    around = _around(page, term)
    replaced = is_replaced(around.quote(page.text), term.span.start - around.start, term.span.end - around.start)
    likened = is_likened(page.text[around.start : term.span.start].rstrip())
    if replaced or likened or OTHER.search(page.text, around.start, term.span.end):
        yield OTHER_TEXT
    if (
        said.isupper()
        or _WHEN.search(page.text, max(around.start, term.span.start - SHORTLY), term.span.start)
        or _WITHIN_UNTIL.search(page.text, max(around.start, term.span.start - BESIDE), term.span.start)
        or said.strip() in (deadline_in(said) or "")
        or _follows_from(page, around, said, term)
        or starts("not_a_term", "object").match(said)
        or _ARGUED.search(page.text, around.start, term.span.start)
        or _RELATIVE.match(said)
        or _STANDS.match(said)
        or _POINTS_BACK.match(said)
        or _NO_NOUN.fullmatch(_nameless(page, term.span))
    ):
        yield WEAK
    if not of_a_text(page, term, plain_topic=plain):
        yield NO_TEXT
    if _HELD_RIGHT.search(around.quote(page.text)):
        yield UNLIKE


def _follows_from(page: Page, around: Span, said: str, term: RawTerm) -> bool:
    """Whether words tell what may come of a text; what it lets somebody do, seen plainly, is its term."""
    if permits(said) and term.sure >= PERMITTED and term.presented_sure >= PLAIN and text_near(page, term.span):
        return False
    start = max(around.start, term.span.start - SHORTLY)
    found = (m.group() for m in starts("not_a_term", "after").finditer(page.text, start, term.span.end))
    plain = term.sure >= VERY_SURE and term.presented_sure >= PLAINEST
    return any(not (plain and word.strip().casefold() in _OF_TEXTS) for word in found)


VERY_SURE = 0.9
"""From here on "may" and "surrender" are taken for a text's: of ten such sights, all ten were of terms."""
_OF_TEXTS = frozenset({"may", "surrender"})


def _grounded(page: Page, said: str, term: RawTerm) -> bool:
    """Whether a report is so full of war and talks, and names a text so near, that a weak sight of a term may be believed."""
    if (
        term.text_status != "in"
        or not full_of_talks(page)
        or not FEWEST <= len(said.split()) <= MOST_WORDS
        or _HANGS.match(said)
    ):
        return False
    whole = _around(page, term).quote(page.text)
    if starts("not_a_term", "frame").search(whole) or _HELD_RIGHT.search(whole):
        return False
    done = deed_in(said) is not None or present().search(" " + said) is not None
    names_something = bool(topic_scores(_nameless(page, term.span))) and _FINITE.search(said) is None
    return (done or names_something) and not said.endswith(":") and text_near(page, term.span)


def _around(page: Page, term: RawTerm) -> Span:
    """What is looked through for a term: its sentence, within REACH, or its own words."""
    return sentence_near(page, term.span, REACH) or term.span


def _nameless(page: Page, span: Span) -> str:
    return nameless(page.text, span, mentions_in(page, span))


def _wanted(page: Page, term: RawTerm) -> bool:
    """Whether the sentence around a term speaks of what somebody wants or offers."""
    around = _around(page, term)
    near = max(around.start, term.span.start - BESIDE)
    return any(words("party", key).search(around.quote(page.text)) for key in ("demand", "proposal", "appeal")) or any(
        words("party", key).search(page.text, near, term.span.end) for key in ("wants", "offers")
    )


# "the government pays …": an office without a name is who acts, and nobody who was named before it.
_OWN_SUBJECT = re.compile(
    r"\W*(?:the|a|an|each|every)\s+(?:[a-z]+\s+){0,2}?(?:government|army|president|parliament|council|commission|committee|movement|group|donors?|guarantors?|mediators?|rebels|ministry|authorities|mission)\s+(?:[a-z]+s|will|would|shall|must|may)\b",
    re.IGNORECASE,
)


def _roles(page: Page, term: RawTerm) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whom the model sees bound and served; where it sees nobody, or nobody known, whom the words name."""
    alone = _OWN_SUBJECT.match(page.text, term.span.start, term.span.end) is not None
    obligors = [o for o in term.obligors if not alone or o.overlaps(term.span)]
    obligors = [o for o in obligors if not (term.span.contains(o) and idle(page.text, term.span, o))]
    bound = _named(page, [o for o in obligors if not languages_in(page, o)])
    served = _named(page, [b for b in term.beneficiaries if not languages_in(page, b)])
    modality = by_force(term.span.quote(page.text), term.modality)
    if (modality == "may") != (term.modality == "may"):
        turned = (served, bound) if not (served if modality == "may" else bound) else (bound, served)
        bound, served = turned if bound or served else roles_in(page, term.span, modality)
    if vouches(term.span.quote(page.text)):
        return roles_in(page, term.span, modality)
    if term.modality == "lapses_if":
        return bound, served
    said_so = done_to(page, term.span)
    if said_so is not None:
        return said_so
    must, may = roles_in(page, term.span, modality)
    if must and set(must) < set(bound) and _opens_with(page, term.span):
        bound = must  # "would have X leave": X alone, whoever was named before
    if may and not must and set(bound) <= set(may):
        bound, served = (), may  # "X has one vote": the words grant it
    watching = verifiers_in(term.span.quote(page.text))
    obligor = bound or tuple(p for p in must if p not in served and p not in watching)
    if modality != "may":
        obligor = obligor or subject_before(page, term.span)
    gains = served or tuple(p for p in may if p not in obligor or len(obligor) > 1)
    return (() if len(gains) == 1 and set(obligor) <= set(gains) else obligor), gains


_ON = re.compile(r"\s*(?:,|,?\s+and)\s+")


_BASE = re.compile(
    r"(?:reserve|amnesty|pardon|name|nominate|invite|publish|repair|rebuild|register|report|vacate)\s", re.IGNORECASE
)


def _verb(said: str) -> bool:
    """Whether words open with a bare verb."""
    return bare().match(said) is not None or _BASE.match(said) is not None


def _carried(page: Page, before: tuple[Span, tuple[str, ...]], term: RawTerm) -> tuple[str, ...]:
    """Who goes on doing: whom the term just before binds, where a bare verb follows it in a row ("…, and lift the ban")."""
    last, bound = before
    row = bound and last.end <= term.span.start and _ON.fullmatch(page.text, last.end, term.span.start)
    goes_on = row and _verb(term.span.quote(page.text)) and term.modality in ("must", "may", None)
    return bound if goes_on else ()


def _vouching(seen: tuple[str, ...], obligor: tuple[str, ...]) -> tuple[str, ...]:
    """Those who vouch, with whoever does the same beside one of them: "A and B are guarantors"."""
    return tuple(dict.fromkeys((*obligor, *seen))) if set(seen) & set(obligor) else seen


def _opens_with(page: Page, span: Span) -> bool:
    """Whether a party's name opens some words."""
    named = next((m for m in mentions_in(page, span) if m.party), None)
    return named is not None and named.span.start - span.start <= len("the ")


def _named(page: Page, actors: Sequence[Span]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party for actor in actors for party in parties_of(page, actor)))
