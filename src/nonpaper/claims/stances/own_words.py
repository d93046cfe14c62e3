"""Positions in what a party says of itself: claims whose source speaks for a party."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from nonpaper.claims.doubt import doubted
from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.mediators import mediates
from nonpaper.claims.page import Page, mentions_in, sentence_at
from nonpaper.claims.provisions.conditions import without
from nonpaper.claims.provisions.split import terms_in
from nonpaper.claims.sides import side_of, sides
from nonpaper.claims.stances.conditions import conditions_of
from nonpaper.claims.stances.cues import first, pattern
from nonpaper.claims.stances.deeds import TOLD
from nonpaper.claims.stances.hints import Hints
from nonpaper.claims.stances.led import led_by
from nonpaper.claims.stances.objects import TELLING, USUAL, WISHES, YES, object_of
from nonpaper.claims.stances.papers import told_of
from nonpaper.claims.stances.will import deed_of, will_of
from nonpaper.claims.who import parties_of
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Stance
from nonpaper.model.position import Position
from nonpaper.model.span import Span, hull

# Who comes from a party and does not speak for it.
OUTSIDE = re.compile(
    r"\b(?:opposition|protest\w*|demonstrat\w+|activists?|critics?|residents?|famil(?:y|ies)|relatives|former|ex|exiled|ousted|retired|dissidents?|campaigners?|nobody|no[ -]one|none|few|hardly any(?:body|one)?|farmers?|villagers?|refugees|bloggers?|unions?|mayors?|universit(?:y|ies)|municipalit(?:y|ies)|supreme court|court of \w+|part(?:y|ies) (?:in|of the (?:left|right|centre))|governors? of the|clergy|bishops?)\b(?! (?:minister|president)s? of)",
    re.IGNORECASE,
)
NOT_A_PARTY = frozenset({"analyst", "outlet_relay", "none", "document_seen", "leaked_full_text", "recording"})
_TWO = re.compile(r"\s+(?:or|while(?: simultaneously)?|and)\s+(?=\w+ing\b)", re.IGNORECASE)
_SUBJECT = re.compile(
    r"\W*(?:that\s+)?(?P<name>[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+)?(?:,[^,;.]{1,40},)?\s+(?:has|have|had|is|was|will|would|does|did|can|could|\w+s)\b"
)
_BLOC = re.compile(r"(?:Union|League|Alliance|Community|Organi[sz]ation|Council|Association|Europe|NATO|Quad|Group)$")
_NEGATED = re.compile(
    r"\b(?:no one|nobody|none|no|not|never|cannot|without|hardly|far from|refus\w+|neither|nor|few|\w+n[’']t|false|untrue|whether|reports?|rumou?rs|claims?)\b[^,;.]{0,50}$",
    re.IGNORECASE,
)
_BUT = re.compile(r",?\s+(?:but|while|whereas|though|although)\s+|;\s+", re.IGNORECASE)
_INSISTS = re.compile(r"\b(?:insist|demand)(?:s|ed|ing)?\b", re.IGNORECASE)
BODY = re.compile(
    r"\s+(?:government|side|delegation|army|leadership|leaders?|negotiators?|rebels?|fighters|cabinet|authorities|presidency|parliament|ministry|officials?|president|premier)\b",
    re.IGNORECASE,
)
_TAKES_UP = re.compile(r"\W*(?:that\s+)?(?P<who>it|they)\b", re.IGNORECASE)
_NOBODY = frozenset(
    {
        "We",
        "It",
        "He",
        "She",
        "They",
        "I",
        "The",
        "This",
        "That",
        "There",
        "Nobody",
        "No",
        "Our",
        "Its",
        "His",
        "Her",
        "Their",
    }
)
_SPLIT: frozenset[Stance] = frozenset({"red_line", "rejects", "criticises"})


def from_claims(page: Page, claims: Sequence[Claim], hints: Hints) -> Iterator[Position]:
    """One position, or two where the words name two objects, for each claim that shows a stance."""
    for index, claim in enumerate(claims):
        if claim.kind in NOT_A_PARTY or claim.carrier_of is not None or not claim.content:
            continue
        paper = told_of(page, claim)
        if paper is not None and paper.party != claim.party:
            yield from _of_a_paper(page, index, claim, paper.party, hints)
            continue
        if claim.party is None:
            continue
        if _unnamed_for_bloc(claim) or _outsider(page, claim) or _of_who_leads(page, claim):
            continue
        if claim.act in ("says", "wants") or (not _named(page, claim) and deed_of(page, claim) is not None):
            yield from (_retold(page, claims, claim, p) for p in _stated(page, index, claim, hints))


def _of_a_paper(page: Page, index: int, claim: Claim, party: str | None, hints: Hints) -> Iterator[Position]:
    """What a party's text demands, of which another tells: nobody's that is known where the text's party is not."""
    if party is None or claim.act not in ("says", "wants"):
        return
    for position in _stated(page, index, replace(claim, party=party), hints):
        told = replace(position, basis="counterpart" if claim.party else "self", speaker=None)
        yield told if claim.party else doubted(told, RETOLD)


RETOLD = "told only by somebody else"


def _retold(page: Page, claims: Sequence[Claim], claim: Claim, position: Position) -> Position:
    """What another says that a party said is a counterpart's word for it, or nobody's that is known.

    What a party told the mediators is its answer in the talks, which somebody only reports.
    """
    outer = claims[claim.inside] if claim.inside is not None else None
    if outer is None or not outer.source or outer.party == claim.party or outer.kind in NOT_A_PARTY - {"analyst"}:
        return position
    if outer.party:
        return replace(position, basis="counterpart")
    return replace(position, basis="reporter") if _to_mediators(page, claim) else doubted(position, RETOLD)


_TO_MEDIATORS = re.compile(
    r"(?:told|informed|notified|assured|answered|written to)\s+(?:(?!that\b)[\w’'-]+,?\s+){0,6}?(?:mediators?|go-betweens?|intermediar(?:y|ies)|hosts|guarantors?)\b"
)


def _to_mediators(page: Page, claim: Claim) -> bool:
    """Whether a party said something to those who mediate: "has told the mediators that …"."""
    at = claim.cue[0].start if claim.cue else None
    return at is not None and _TO_MEDIATORS.search(page.text, at, at + REACH) is not None


def _of_who_leads(page: Page, claim: Claim) -> bool:
    """Whether another party is the subject of the clause that the content is the rest of."""
    leads = led_by(page, claim, _content(page.text, claim))
    return leads not in (None, claim.party)


def _unnamed_for_bloc(claim: Claim) -> bool:
    """An unnamed official or diplomat never speaks for a bloc of states."""
    return claim.kind in ("unnamed_official", "person_familiar") and _BLOC.search(claim.party or "") is not None


def _named(page: Page, claim: Claim) -> bool:
    """Whether the source names its party: what it does is then what the sentence asserts of the party."""
    return bool(claim.source) and any(m.party == claim.party for m in mentions_in(page, hull(claim.source)))


def _outsider(page: Page, claim: Claim) -> bool:
    """Whether a source only comes from a party, or is nobody: "the opposition in Kessara", "nobody in Kessara"."""
    if not claim.source:
        return False
    source = hull(claim.source)
    return (
        OUTSIDE.search(source.quote(page.text)) is not None or _OUT_OF_OFFICE.match(page.text, source.end) is not None
    )


# "the leader, | then in opposition, said".
_OUT_OF_OFFICE = re.compile(
    r",?\s(?:then|still|now|who was|at the time)\s(?:in (?:opposition|exile|prison|jail)|out of (?:office|power))\b"
)


def _stated(page: Page, index: int, claim: Claim, hints: Hints) -> Iterator[Position]:
    """The stances of one claim: one for the whole, or one for each clause where "but" sets two against one another."""
    content = _in_a_sentence(page, _content(page.text, claim))
    clauses = _against(page.text, content)
    for clause in clauses or (content,):
        yield from _shown(page, index, claim, clause, hints, alone=not clauses)


def _in_a_sentence(page: Page, content: Span) -> Span:
    """Of a content of several sentences, the one that shows a stance where it names its object: the next one's is not that."""
    found = first("said", content.quote(page.text))
    sentence = sentence_at(page, content.start + found[1].start()) if found else None
    if found is None or sentence is None or content.start + found[1].end() > sentence.end:
        return content
    inside = Span(max(content.start, sentence.start), min(content.end, sentence.end))
    said = inside.quote(page.text)
    return inside if object_of(said) is not None and _REFERS_BACK.match(said) is None else content


# "That is a red line" is about what the sentence before it names, and is quoted with it.
_REFERS_BACK = re.compile(r"\W*(?:(?:that|this|these|those|such)\b|it(?:[’']s| is| was| would be)\b)", re.IGNORECASE)


def _against(text: str, content: Span) -> tuple[Span, ...]:
    """The clauses of a content whose stances differ, each with its own object; empty where it has but one."""
    edges = [
        content.start,
        *(e for m in _BUT.finditer(text, content.start, content.end) for e in m.span()),
        content.end,
    ]
    parts = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
    shown = [(part, found[0]) for part in parts if (found := first("said", part.quote(text)))]
    return tuple(part for part, _ in shown) if len({stance for _, stance in shown}) > 1 else ()


def _shown(page: Page, index: int, claim: Claim, content: Span, hints: Hints, *, alone: bool) -> Iterator[Position]:
    said = content.quote(page.text)
    found = (_by_verb(page, claim, content) if alone else None) or _in_words(page, claim, content, alone=alone)
    if found is None:
        return
    stance, span, plain = found
    if pattern("not_a_stance", "say").search(_COULD_IF.sub(" ", said) if stance.endswith("_if") else said):
        return
    if stance in ("rejects", "red_line") and _TO_BE_CALLED.match(said):
        return  # a name is no term: "refuses | to be called a party"
    if stance == "demands" and _LEADS_LIST.search(said):
        return  # each item of the list is a demand of its own
    if stance == "reserves" and _OPEN.search(said) and not _at_the_table(page, claim):
        return  # what a mediator says is open, others leave open
    for place, part in enumerate(_parts(page.text, span, content, stance)):
        about = _about(page.text, part, content)
        bare = without(page.text, about, conditions_of(page.text, about)) if stance.endswith("_if") else ""
        topic = object_of(bare) or object_of(about.quote(page.text)) or object_of(said) or USUAL.get(stance)
        names = stance not in WISHES or len(about.quote(page.text).split()) > FEWEST
        if topic is None and stance in TELLING and plain and names and not place:
            topic = hints.topic(part)
        elif topic is None and stance == "criticises":
            topic = hints.known(part)
        if topic is not None:
            yield _position(page, index, claim, stance, part, topic)
    if alone and span.end <= content.start:  # "called the talks serious but warned that | …"
        yield from _shown(page, index, claim, content, hints, alone=False)


_TO_BE_CALLED = re.compile(
    r"\W*to be (?:called|seen|regarded|treated|described|counted|labelled|considered)\b", re.IGNORECASE
)
_OPEN = re.compile(r"\b(?:brackets|unresolved|unsettled|undecided)\b", re.IGNORECASE)


def _at_the_table(page: Page, claim: Claim) -> bool:
    """Whether a speaker may be of a side: no mediator's, and none's whom the two that face each other leave out."""
    facing = sides(page)
    return not mediates(page, claim) and (facing is None or claim.party in facing)


FEWEST = 3
"""Words up to which a wish names nothing where no topic is known by them: "he wants more"."""
Shown = tuple[Stance, Span, bool]
"""A stance, the words that show it, and whether they do so plainly enough where no topic is named."""


def _by_verb(page: Page, claim: Claim, content: Span) -> Shown | None:
    """The stance in what the source does, or in the words of saying: "rejected", "called for"."""
    if _apart(page, claim, content):
        return None  # the object of a verb stands in its sentence
    said, cue = content.quote(page.text), " ".join(piece.quote(page.text) for piece in claim.cue)
    by_cue, by_words, by_deed = _by_cue(page, claim, cue), first("said", said), deed_of(page, claim)
    whole = _from_source(claim, content)
    if by_deed is not None and not (by_words is not None and by_deed == "demands" and _THAT.match(said)):
        return by_deed, _up_to_next(page.text, whole), True
    if by_cue is None and by_words is None:
        return ("criticises", whole, True) if _blames(cue, said) else None
    if by_cue is None:
        return None
    if by_words is not None and (by_cue[0], by_words[0]) == ("denies_report", "denies_knowledge"):
        return "denies_knowledge", whole, True
    on_condition = by_cue[0] == "offers" and conditions_of(page.text, content)
    return "offers_if" if on_condition else by_cue[0], whole, True


def _apart(page: Page, claim: Claim, content: Span) -> bool:
    """Whether a content begins after the sentence of all words of saying, and somebody else is named in between."""
    last = sentence_at(page, claim.cue[-1].start) if claim.cue else None
    if last is None or content.start < last.end:
        return False
    between = mentions_in(page, Span(last.end, content.start)) if content.start > last.end else ()
    return any(m.party not in (None, claim.party) for m in between)


def _up_to_next(text: str, deed: Span) -> Span:
    """The words of a deed without what its doer says next: "confirmed the truce | but warned that …"."""
    found = _SAYS_NEXT.search(text, deed.start, deed.end)
    return Span(deed.start, found.start()) if found is not None else deed


_SAYS_NEXT = re.compile(
    r",?\s+(?:but|yet|while|and)\s+(?:also\s+)?(?:said|says|warned|warns|added|adds|insisted|insists|told|stressed|noted|saying|warning)\b"
)


def _in_words(page: Page, claim: Claim, content: Span, *, alone: bool) -> Shown | None:
    """The stance in what is said: by words that show one, by what the speaker's side will do, or by insistence."""
    said, cue = content.quote(page.text), " ".join(piece.quote(page.text) for piece in claim.cue)
    by_words = first("said", said)
    if by_words is not None:
        if _of_another(page, claim, content, by_words) or _unsaid(said, *by_words):
            return None
        few = alone and len(said.split()) <= FEW
        return by_words[0], _from_source(claim, content) if few else content, True
    by_will = will_of(page, claim, content)
    if by_will is not None:
        return by_will, content, True
    insists = _insists(page, claim, cue, said) and not _apart(page, claim, content)
    return ("demands", _from_source(claim, content), False) if insists else None


_COULD_IF = re.compile(r"\b(?:may|might|could) (?=accept|agree)", re.IGNORECASE)
_CALLS = re.compile(
    r"\b(?:call(?:s|ed|ing)?|brand(?:s|ed|ing)?|labell?(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|describ(?:es|ed|ing))\b",
    re.IGNORECASE,
)


def _blames(cue: str, said: str) -> bool:
    """Whether a text or term is given a name, in quotation marks, in which there is no praise: "called the offer 'a fig leaf'"."""
    marked = re.search(r"[“\"‘]([^”\"’]+)", said)
    if marked is None or not _CALLS.search(cue) or pattern("praise", "say").search(marked[1]):
        return False
    named = said[: marked.start()]
    return object_of(named) is not None and not _REPORT.search(named) and not _DENIES.search(marked[1])


_REPORT = re.compile(r"\b(?:reports?|stor(?:y|ies)|claims?|talks?|meeting|round)\b", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:fake|false|invent\w*|untrue|fiction|lies?|fabricat\w+|nonsense|fantasy)\b", re.IGNORECASE)
_THAT = re.compile(r"\W*that\b")


def _by_cue(page: Page, claim: Claim, cue: str) -> tuple[Stance, re.Match[str]] | None:
    """What the words of saying show, unless words before them take it back: "no longer insists on"."""
    found = first("cue", cue)
    if found is None or not claim.cue:
        return None
    start = claim.cue[0].start
    before = page.text[max(0, start - NEAR) : start] + cue[: found[1].start()]
    return None if _TAKEN_BACK.search(before) else found


def _insists(page: Page, claim: Claim, cue: str, content: str) -> bool:
    found = None if TOLD.match(content) else _INSISTS.search(cue)
    start = claim.cue[0].start if claim.cue else 0
    return found is not None and not _TAKEN_BACK.search(page.text[max(0, start - NEAR) : start] + cue[: found.start()])


_TAKEN_BACK = re.compile(
    r"\b(?:no longer|never|not|neither|nor|n[’']t|without|stopp(?:ed|ing) short of|fell short of|far from|instead of|rather than|yet to|refrained from|unable to|declin\w+ to|refus\w+ to)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


def _unsaid(said: str, stance: Stance, found: re.Match[str]) -> bool:
    """Whether words before a yes take it back: "nobody here is ready to sign"."""
    return stance in YES and _NEGATED.search(said, 0, found.start()) is not None


def _about(text: str, part: Span, content: Span) -> Span:
    """The words that name the object; of "A and B remain open" with two parts, A alone for the first."""
    inside = Span(max(part.start, content.start), part.end) if part.end > content.start else part
    joint = re.search(r"\s+and\s+", inside.quote(text))
    if joint and first("said", inside.quote(text)[: joint.start()]) is None and inside == content:
        head = Span(inside.start, inside.start + joint.start())
        return head if object_of(head.quote(text)) not in (None, "plan", "process") else inside
    return inside


def _position(page: Page, index: int, claim: Claim, stance: Stance, span: Span, topic: str) -> Position:
    return Position(
        party=claim.party or "",
        speaker=speaker_of(page, claim),
        topic=topic,  # type: ignore[arg-type]
        stance=stance,
        basis="self",
        span=span,
        conditions=conditions_of(page.text, span) if stance in ("accepts_if", "offers_if") else (),
        unsure=claim.unsure,
        doubts=claim.doubts,
        claim=index,
    )


def speaker_of(page: Page, claim: Claim) -> str | None:
    """The words for whoever speaks: the name that they stand for where that is known."""
    return hull(claim.resolved or claim.source).quote(page.text) if claim.source else None


FEW = 3
"""A stance in so few words is quoted with whoever says it."""
NEAR = 40
REACH = 160


def _content(text: str, claim: Claim) -> Span:
    """The stretch of the content that shows a stance: pieces far apart are never shown as one quotation."""
    runs: list[Span] = []
    for piece in sorted(claim.content):
        if runs and piece.start - runs[-1].end <= NEAR:
            runs[-1] = hull((runs[-1], piece))
        else:
            runs.append(piece)
    return next((r for r in runs if first("said", r.quote(text))), max(runs, key=lambda r: r.end - r.start))


def _from_source(claim: Claim, content: Span) -> Span:
    """From whichever of source, cue and content comes first to whichever ends last, if that is one stretch."""
    near = [p for p in (*claim.source, *claim.cue) if abs(p.start - content.start) <= REACH]
    return hull(tuple(sorted((*near, content))))


def _parts(text: str, span: Span, content: Span, stance: Stance) -> tuple[Span, ...]:
    """The objects of one stance, each with its own words."""
    if stance == "demands":
        return _list(text, span, content)
    if stance == "reserves":
        return _pair(text, span, content)
    found = _TWO.search(text, content.start, content.end) if stance in _SPLIT else None
    if found is None or object_of(text[found.end() : span.end]) in (None, "plan", "process"):
        return (span,)
    return Span(span.start, found.start()), Span(found.end(), span.end)


_OBJECT = re.compile(
    r"\b(?:to|of|for|on|in|with|from|against|by|at|over|between|after|before|about)\s+(?:the\s+)?$", re.IGNORECASE
)
_LEADS_LIST = re.compile(r":\s*(?:\n|$)")
_BOTH = re.compile(
    r"^\W*(?:that\W+)?(?:both|all|the(?: (?:two|other|warring))?|neither) (?:of the )?(?:sides|parties|party|side|leaders|presidents|delegations|governments|countries|capitals|belligerents|armies|forces|troops|camps?)\b|^\W*(?:that\s+)?they (?:both|have both)\b"
    r"|^\W*(?:that\W+)?(?:both|neither|each(?: (?:side|party|camp|delegation|government))?|the two|all (?:three|four|of them)) (?:of them )?(?:has|have|had|is|are|was|were|would|will|could|can|ha(?:s|d|ve) (?:now|already)|(?:accept|agree|sign|reject|refus|back|support|welcom|want|approv)\w*)\b",
    re.IGNORECASE,
)


_ANOTHERS = re.compile(r";[ \n][A-Z][\w’'-]+[ \n](?:would|will|could|has|had|wants|wanted|offers|offered|says|said)\b")


def _list(text: str, span: Span, content: Span) -> tuple[Span, ...]:
    """What is demanded, item by item; the first with the words that demand it. "…; Sarn would not" is Sarn's own."""
    found = terms_in(text, content)
    items: Sequence[Span] = [
        i for i in found if i == found[0] or not _ANOTHERS.match(text, max(0, i.start - len("; ")), i.end)
    ]
    items = _asked(text, items, content)
    if len(items) < 2 or ":" in text[content.start : content.end + 1]:
        return (span if len(items) != 1 or items[0] == found[0] else items[0],)
    begin = min(span.start, items[0].start) if items[0] == found[0] else items[0].start
    return Span(begin, items[0].end), *items[1:]


def _asked(text: str, items: Sequence[Span], content: Span) -> Sequence[Span]:
    """The items without those that stand before the words of demanding: "that talks go on and that Sarn | must leave"."""
    shown = first("said", content.quote(text))
    after = [i for i in items if shown is None or i.end > content.start + shown[1].start()]
    return after or items


def _pair(text: str, span: Span, content: Span) -> tuple[Span, ...]:
    """Two topics left open in one breath: "no consensus on A and on B", "A and B remain sensitive"."""
    joint = re.search(r"\s+and\s+", text[content.start : content.end])
    cue = first("said", content.quote(text))
    if joint is None or cue is None:
        return (span,)
    left, right = content.start + joint.start(), content.start + joint.end()
    names = {object_of(text[content.start : left]), object_of(text[right : content.end])}
    if len(names) < 2 or names & {None, "plan", "process"}:
        return (span,)
    whole_first = cue[1].end() > joint.end()
    return (span if whole_first else Span(span.start, left)), Span(right, content.end)


def _of_another(page: Page, claim: Claim, content: Span, shown: tuple[Stance, re.Match[str]]) -> bool:
    """Whether the stance in the content is another party's: its nearest name before the stance is not the speaker's."""
    said = content.quote(page.text)
    if _BOTH.search(said) or _taken_up(page, claim, content):
        return True
    if _QUOTED_OTHER.match(said) and not (shown[0] == "demands" and _DUTY.fullmatch(shown[1].group().strip())):
        return True
    subject = _SUBJECT.match(said)
    if subject and subject["name"] not in (claim.party, *_NOBODY):
        named_by = [
            m.party for m in mentions_in(page, content) if m.span.start == content.start + subject.start("name")
        ]
        if claim.party not in named_by and "Europe" not in named_by:
            return True
    at = content.start + (shown[1].start() or shown[1].end())  # a cue that begins with the subject holds its name
    if _of_the_other_side(page, claim, content) or _by_another(page, claim, content, shown[1].end()):
        return True
    if shown[0] == "demands" and _DUTY.fullmatch(shown[1].group().strip()) and _bears_it(page, content, at):
        return False  # what another must do is the speaker's demand
    before = [m for m in mentions_in(page, Span(content.start, max(content.start + 1, at))) if m.party]
    named = [m for m in before if _acts(page, m) and not _OBJECT.search(page.text[content.start : m.span.start])]
    return bool(named) and named[-1].party not in (claim.party, "Europe")


def _acts(page: Page, mention: Mention) -> bool:
    """Whether a name may be who takes a stance: a party, a person, "the Lenthians", "the Lenthian government"."""
    people = mention.kind == "adjective" and page.text[mention.span.end - 1] == "s"
    body = mention.kind == "adjective" and BODY.match(page.text, mention.span.end) is not None
    return mention.kind in ("party", "metonym", "person") or people or body


# Who speaks of "they" in his own words speaks of others: "“They wanted the port back,” the president said".
_QUOTED_OTHER = re.compile(
    r"\s*[“\"‘]\s*(?:(?:But|And|Yet|So|Of course),? )?(?:They|He|She|You)\b(?![’'](?:re all)?\b$)"
)


_OTHER_SIDE = re.compile(
    r"\W*(?:that\s+)?(?P<who>(?:the )?(?:rebels?|rebel (?:group|movement|side)|insurgents|militants|guerrillas|militia|separatists|other(?: (?:side|party|one|minister|official|delegation|man|woman))?|latter|former|opposing side|enemy|adversary|opponents?|mediators?)|(?:one|two|some|another) of (?:the|them)(?: [\w-]+){0,2}?|(?:an?|one|another|some) (?:[\w-]+ ){0,2}?(?:person|people|man|woman|source|expert|analyst|scholar|lawyer|journalist|reporter|witness(?:es)?))\s",
    re.IGNORECASE,
)


def _of_the_other_side(page: Page, claim: Claim, content: Span) -> bool:
    """Whether the content is about "the rebels" or "the other side", and these are not the speaker's."""
    other = _OTHER_SIDE.match(page.text, content.start, content.end)
    return other is not None and side_of(page, Span(*other.span("who"))) != claim.party


def _by_another(page: Page, claim: Claim, content: Span, after: int) -> bool:
    """Whether another party is named after "by": "could be swallowed by the Keldrians"."""
    start = content.start + after
    return any(
        m.party and m.party != claim.party and _BY.search(page.text[max(start, m.span.start - NEAR) : m.span.start])
        for m in (mentions_in(page, Span(start, content.end)) if start < content.end else ())
    )


_BY = re.compile(r"\bby (?:the )?$", re.IGNORECASE)


def _bears_it(page: Page, content: Span, at: int) -> bool:
    """Whether a name stands right before "must"."""
    named = mentions_in(page, Span(content.start, at)) if at > content.start else ()
    return bool(named) and at - named[-1].span.end <= NEAR


_DUTY = re.compile(r"must|ha(?:s|ve) to be|needs? to be", re.IGNORECASE)


def _taken_up(page: Page, claim: Claim, content: Span) -> bool:
    """Whether "it" or "they" at the start takes up a party named before, while somebody else is credited after."""
    opens = _TAKES_UP.match(page.text, content.start, content.end)
    if opens is None or not claim.source or hull(claim.source).start < content.start:
        return False
    before = parties_of(page, Span(*opens.span("who")))
    return bool(before) and before[0] != claim.party
