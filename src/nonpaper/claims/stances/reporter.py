"""Positions that the report itself asserts of a party."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from nonpaper.claims.contents import contents_of, innermost
from nonpaper.claims.doubt import doubted
from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.gazetteer.bracketed import is_movement
from nonpaper.claims.mediators import mediates
from nonpaper.claims.page import Page, found_in, mentions_in, paragraph_at, sentence_at
from nonpaper.claims.provisions.conditions import without
from nonpaper.claims.provisions.no_terms import WHEN_ONLY
from nonpaper.claims.publisher import publisher
from nonpaper.claims.stances.conditions import conditions_of
from nonpaper.claims.stances.cues import begins, openings_in, pattern, rows_for
from nonpaper.claims.stances.deeds import deed
from nonpaper.claims.stances.hints import Hints, answered
from nonpaper.claims.stances.named import done_by, held
from nonpaper.claims.stances.objects import NO, TELLING, USUAL, WISHES, object_of
from nonpaper.claims.stances.own_words import NOT_A_PARTY
from nonpaper.claims.stances.predicates import further_verbs
from nonpaper.claims.stances.relative import wanted_before
from nonpaper.claims.stances.requests import at_request
from nonpaper.claims.stances.silence import kept_silent, unanswered
from nonpaper.claims.subjects import BODIES, Subject, acting
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Basis, Stance, Topic
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span, hull
from nonpaper.text.near import Near

Found = tuple[Stance, Span, Topic | None]
SUBJECTS = ("party", "metonym", "group", "person")
# Between "approved by" and the name: nothing, an article, titles, or the first of two.
_BESIDE = re.compile(r"\s*(?:(?:the|both)\s+)?(?:[A-Z][\w.’-]*\s+){0,3}(?:and\s+)?(?:the\s+)?")
_NOT_DONE = re.compile(
    r"\b(?:must|to|should|would|will|if|not|could|may|has to|have to|unless|until|once) (?:first )?(?:be )?$",
    re.IGNORECASE,
)
_LIVE_WITH = re.compile(r"\bcould (?=live with\b)", re.IGNORECASE)
# Who only bears a party's name, and of whom a sentence says that it did not.
_NOT_THEIRS = re.compile(
    r"\b(?:former|ex|retired|exiled|one-time|erstwhile|ousted|opposition|dissident|anti|pro)[\s-][^,.;:]{0,40}$"
    r"|\b(?:neither|nor|no|nobody|none of|few|hardly|if|unless|had|provided|providing|as long as|whether|until|lest)\b[^,.;:]{0,60}$",
    re.IGNORECASE,
)
REACH = 300
"""Characters around a name in which its verb stands: a hostile sentence of many names costs its length."""
# Somebody's words before the subject that are no claim: nobody is known to say what follows.
_REPORTED = re.compile(
    r"\b(?:said|says?|told|tells?|insist\w*|claim\w*|warn\w*|believ\w*|fear\w*|hop\w+|want\w*|demand\w*|repeat\w*|maintain\w*|argu\w+|writes?|wrote|report\w*|idea|whether|asked)\b"
)
_COUNTER = re.compile(r"\s+counter-?proposal\b", re.IGNORECASE)
_LEAD = re.compile(r"\b(?:the|a|an|its|their|this)\s+(?:[\w-]+\s+){0,4}$", re.IGNORECASE)
_CORE = re.compile(r"\b(?:core|key|central|longstanding|main) (?P<who>[\w’.-]+) demand\b", re.IGNORECASE)
_WANT = re.compile(
    rf"(?:(?:[’']s?)?\s+{BODIES})?\s+(?:is |are |was |were |has |have |had )?(?:also |still |now |long |first )?"
    r"(?:(?:pushing for|pressing for|demands?|demanded|demanding|insists? (?:on|that)|insisting (?:on|that)|wants?|wanted|calls? (?:for|on)|called (?:for|on)|calling (?:for|on)|asks? for|asked for|seeks?|sought|seeking)\b(?! (?:none|nothing|no part|to)\b)"
    r")|[’'](?:s\s+|\s+)(?:[\w-]+\s+){0,2}?(?:demands|conditions|requirements|wish list)\b[^.:;]{0,50}:",
    re.IGNORECASE,
)


def from_sentences(
    page: Page, claims: Sequence[Claim], taken: Sequence[tuple[Span, str]], hints: Hints
) -> Iterator[Position]:
    """Positions that a sentence asserts of a party; `taken` are stretches that already show one, with whose it is.

    Inside another party's words they are what a counterpart says; in a statement that the party itself issued, its own.
    """
    contents, showing = contents_of(claims), Near(span for span, _ in taken)
    issued_by = publisher(page)
    for sentence in page.sentences:
        said = sentence.quote(page.text)
        if "?" in said:
            continue
        asked = _holds(page, sentence, "not_a_stance")
        untold = asked or _holds(page, sentence, "not_asserted")
        shown = {taken[i][1] for i in showing.overlapping(sentence)}
        done: set[tuple[str, int]] = set()
        near = [i for i in contents.overlapping(sentence) if claims[i].content and not claims[i].unsure]
        for subject in acting(page, sentence):
            if _stands_for_another(claims, subject):
                continue
            if subject.party not in shown and (subject.party, subject.verb) not in done:
                done.add((subject.party, subject.verb))  # "Kessara's president, Ana Torvel, has …" is one subject
                teller = _teller(claims, near, Span(subject.start, subject.start + 1))
                teller = teller or _teller(
                    claims, near, Span(subject.verb, subject.verb + 1)
                )  # "Norvia, he said, | has …"
                about = _about(page, sentence, subject, teller, issued_by, hints)
                tells = _SILENT if asked else _OF_REPORTS
                yield from (p for p in about if not untold or p.stance in tells or _disowns(page, p))
            if not untold:
                yield from _further(page, sentence, subject, (claims, near), (taken, showing), issued_by, hints)
        if untold:
            continue
        for mention in mentions_in(page, sentence):
            if mention.party and mention.kind in (*SUBJECTS, "adjective") and mention.party not in shown:
                yield from _passive(page, sentence, mention, _teller(claims, near, mention.span), issued_by, hints)


def _further(
    page: Page,
    sentence: Span,
    subject: Subject,
    told: tuple[Sequence[Claim], Sequence[int]],
    shown: tuple[Sequence[tuple[Span, str]], Near],
    issued_by: str | None,
    hints: Hints,
) -> Iterator[Position]:
    """What a party does besides: "welcomed the truce | but rejected the annex", told by whoever tells the first."""
    (claims, near), (taken, showing) = told, shown
    name = Span(subject.start, subject.start + 1)
    teller = _teller(claims, near, name)
    speaks = any(
        c.party == subject.party and c.source and hull(c.source).overlaps(name) for c in (claims[i] for i in near)
    )
    for verb in further_verbs(page, sentence, subject):
        at = Span(verb, verb + 1)
        if any(taken[i][1] == subject.party for i in showing.overlapping(at)) or _teller(claims, near, at) != teller:
            continue
        again = Subject(subject.party, subject.mention, subject.start, verb)
        for made in _about(page, sentence, again, teller, issued_by, hints):
            basis: Basis = "self" if speaks else made.basis  # whoever is quoted tells what he does besides
            yield msgspec.structs.replace(made, span=Span(verb, made.span.end), basis=basis)


def _stands_for_another(claims: Sequence[Claim], subject: Subject) -> bool:
    """Whether "it" or "the group" is a source that stands for somebody whose party is not this one."""
    if subject.mention is not None:
        return False
    spoken = (c for c in claims if c.source and c.resolved and c.source[0].start == subject.start)
    return any(c.party != subject.party for c in spoken)


_OF_REPORTS: frozenset[Stance] = frozenset({"denies_report", "no_comment"})
"""Stances towards reports: what such a sentence tells of is not asserted, that the party says so is."""


_SILENT: frozenset[Stance] = frozenset({"no_comment"})
"""What is no less so of whoever was only asked something: "asked whether it would sign, the ministry declined to comment"."""


def _disowns(page: Page, position: Position) -> bool:
    """Whether a party denies that it has a text: no report of another's is told with it, "denied having received it"."""
    return position.stance == "denies_knowledge" and _DENIES.search(position.span.quote(page.text)) is not None


_DENIES = re.compile(r"\bden(?:ied|ies|ying)\b", re.IGNORECASE)


def _holds(page: Page, sentence: Span, name: str) -> bool:
    """Whether a sentence has words of one list."""
    return found_in(page, sentence, pattern(name, "say"), begins(name, "say")) is not None


def _teller(claims: Sequence[Claim], near: Sequence[int], words: Span) -> Claim | None:
    """The claim in whose content the words stand."""
    which = innermost(claims, (i for i in near if hull(claims[i].content).contains(words)))
    return claims[which] if which is not None else None


def _about(
    page: Page, sentence: Span, subject: Subject, teller: Claim | None, issued_by: str | None, hints: Hints
) -> Iterator[Position]:
    """What a party does, as the report or another tells it."""
    if teller is not None and (teller.denied or teller.hedged or teller.party == subject.party or _nobody(teller)):
        return
    before = page.text[max(sentence.start, subject.start - REACH) : subject.start]
    if _NOT_THEIRS.search(before) or _is_object(before) or (teller is None and _REPORTED.search(_own_clause(before))):
        return
    before_it = wanted_before(page, sentence, subject, hints)
    found = before_it or kept_silent(page, sentence, subject) or _does(page, sentence, subject, hints)
    if found is not None:
        yield from _position(page, found, subject.party, subject.mention, teller, issued_by)


def _passive(
    page: Page, sentence: Span, mention: Mention, teller: Claim | None, issued_by: str | None, hints: Hints
) -> Iterator[Position]:
    """What is done by a party, or named as its own."""
    if teller is not None and (teller.denied or teller.hedged):
        return
    found = _done(page, sentence, mention)
    if found is None and not (teller is not None and (_nobody(teller) or teller.party == mention.party)):
        found = _with_topic(done_by(page, sentence, mention), hints) or held(page, sentence, mention)
    if found is None and (teller is None or teller.party != mention.party):
        found = _counter(page, sentence, mention)
        found = found or (_demand(page, sentence, mention) if teller is None else None)
    found = found or at_request(page, sentence, mention, hints) or unanswered(page, sentence, mention)
    found = found or (_in_paper(page, sentence, mention, hints) if teller is None else None)
    if found is not None:
        yield from _position(page, found, mention.party or "", mention, teller, issued_by)


def _in_paper(page: Page, sentence: Span, mention: Mention, hints: Hints) -> Found | None:
    """What a party's own paper wants or refuses: "Kessara's memorandum, handed over on Monday, demands …"."""
    paper = _PAPER.match(page.text, mention.span.end, sentence.end)
    found = deed(page, paper.end(), sentence.end) if paper is not None else None
    if found is None or found.stance not in _OF_PAPERS:
        return None
    return _with_topic((found.stance, Span(mention.span.start, found.end), object_of(found.about)), hints)


_PAPER = re.compile(
    r"[’']s?\s+(?:[\w-]+\s+){0,3}?(?:memorandum|response|reply|answer|counter-?proposal|counter-?offer|letter|ultimatum|list of demands)"
    r"(?:,[^,.;:“”\"]{3,90},)?\s+(?:also\s+|then\s+)?",
    re.IGNORECASE,
)
_OF_PAPERS: frozenset[Stance] = frozenset({"demands", "offers", "offers_if", "rejects", "amends"})
"""Stances that stand in a party's own paper; whether it answers or accepts anything is another question."""


_AFTER = re.compile(
    r"\b(?:in|inside|from|near|across|outside|within|around|of|with|by|to|against|for|on|between|over|about|into|towards?|than|like|upon|told|urged|asked|gives?|gave|grants?|lets?|hands|where|wherever|how|why|when|whenever|as|because)\s+(?:the\s+|both\s+)?$",
    re.IGNORECASE,
)
_BODY_OF = re.compile(
    r"\b(?:government|president|presidency|parliament|army|leaders?|leadership|ministers?|ministry|officials?|republic|kingdom|king|envoys?|rebels|fighters|commanders?|negotiators?|delegation|side|state) of (?:the )?$",
    re.IGNORECASE,
)


def _is_object(before: str) -> bool:
    """Whether the words before a name make it an object or a place: "protesters in | Kessara"."""
    return _AFTER.search(before) is not None and _BODY_OF.search(before) is None


def _nobody(teller: Claim) -> bool:
    """Whether what is told of a party is only what some bystander or analyst says of it."""
    return teller.kind == "analyst" or (teller.kind == "none" and bool(teller.source))


def _with_topic(found: Found | None, hints: Hints) -> Found | None:
    if found is None or found[2] is not None:
        return found
    return found[0], found[1], hints.topic(found[1])


def _own_clause(before: str) -> str:
    """The words before a subject that belong to its clause: what stands before "but" or "while" is another's."""
    return re.split(
        r"\b(?:but|while|whereas|although|though)\b|;|^\W*Asked (?:about|whether|if|on|why|when|what)\b[^,;]{3,160},",
        before,
    )[-1]


def _position(
    page: Page, found: Found, party: str, mention: Mention | None, teller: Claim | None, issued_by: str | None
) -> Iterator[Position]:
    stance, span, topic = found
    asserted = _LIVE_WITH.sub("", _but_tied(page.text, stance, span))
    left_open = stance in ("reserves", "no_comment")
    if topic is None or (not left_open and pattern("not_asserted", "words").search(asserted)):
        return
    made = Position(
        party=party,
        speaker=mention.name if mention is not None and mention.kind == "person" else None,
        topic=topic,
        stance=stance,
        basis=_basis(page, stance, span, party, teller, issued_by),
        span=span,
        conditions=conditions_of(page.text, span) if stance in ("accepts_if", "offers_if") else (),
    )
    yield _unless_spoken(page, made) if teller is None else made


SPOKEN = "it stands in what somebody says in an interview"
_ANSWERS = re.compile(
    r"(?:Q|A|Question|Answer|Interviewer|Reporter|Spokes\w+|(?:Foreign |Prime )?Minister|President)\s?:\s"
)


def _unless_spoken(page: Page, made: Position) -> Position:
    """What the report asserts; unsure where its paragraph opens with who speaks in it: none of a transcript is the report's own word."""
    paragraph = paragraph_at(page, made.span.start)
    spoken = paragraph is not None and _ANSWERS.match(page.text, paragraph.start) is not None
    return doubted(made, SPOKEN) if spoken and made.basis == "reporter" else made


def _but_tied(text: str, stance: Stance, span: Span) -> str:
    """The words of a stance without the condition that it names itself."""
    if stance not in ("accepts_if", "offers_if", "threatens"):
        return span.quote(text)
    return _WOULD.sub("", without(text, span, conditions_of(text, span)))


_WOULD = re.compile(
    r"\b(?:would|could) (?=(?:accept|agree|sign|live|release|free|hand|lift|withdraw|pull|open|stop|consider|allow|admit|return)\b)"
)


def _basis(page: Page, stance: Stance, span: Span, party: str, teller: Claim | None, issued_by: str | None) -> Basis:
    if stance == "no_comment":
        return "self"  # whoever does not answer did not answer the report
    if teller is not None and mediates(page, teller):
        return "mediator"
    if teller is not None and teller.party is not None and teller.kind not in NOT_A_PARTY:
        return "counterpart" if teller.party != party else "self"
    if teller is not None and teller.kind == "on_record_principal" and is_movement(party):
        return "counterpart"  # a minister whose side no words name is never the movement's reporter
    told_itself = stance == "offers" or "expressed" in span.quote(page.text)
    return "self" if told_itself or issued_by == party else "reporter"


def _does(page: Page, sentence: Span, subject: Subject, hints: Hints) -> Found | None:
    """The party as subject: "Washington firmly rejected …"."""
    found = deed(page, subject.verb, sentence.end)
    if found is None or (found.stance in WISHES and (WHEN_ONLY.fullmatch(found.about) or _NEXT.match(found.about))):
        return None  # "the fund, which it has demanded since 2023": what is wanted stands before
    if found.stance == "accepts" and _backs_somebody(page, found.end - len(found.about), found.end):
        return None  # who backs an ally says yes to no text
    span = Span(subject.start, found.end)
    topic = object_of(found.about) or (None if found.stance in USUAL else object_of(span.quote(page.text)))
    bare = "plan" if found.stance == "criticises" and not found.about.strip() else None
    topic = topic or USUAL.get(found.stance) or bare  # type: ignore[assignment] # a literal
    if topic is None and found.stance in NO and not found.about.strip():
        return found.stance, span, answered(page, subject.start)
    if topic is None and found.stance in TELLING and (found.stance not in WISHES or len(found.about.split()) >= _SOME):
        topic = hints.topic(span)
    return found.stance, span, topic


# "the six it had asked for, | and another battalion will …" names nothing that was asked for; "what it wants | is a truce" does.
_NEXT = re.compile(
    r"\s*,?\s*(?:(?:and|but|while|whereas|which|who|has|have|had|will|would)\b"
    r"|(?:is|are|was|were)\b(?!\s+(?:an?|the|that|for|to|more|its|their|\w+ing)\b))",
    re.IGNORECASE,
)


def _backs_somebody(page: Page, start: int, end: int) -> bool:
    """Whether what a verb of support has for its object is a party or a person, and nothing of theirs."""
    if start >= end or not _BACKS.search(page.text, max(0, start - _WORD), start):
        return False
    named = mentions_in(page, Span(start, end))
    first = named[0] if named and named[0].kind != "adjective" else None
    bare = first is not None and _ARTICLE.fullmatch(page.text, start, first.span.start)
    return first is not None and bool(bare) and _ALONE.match(page.text, first.span.end) is not None


_BACKS = re.compile(r"\b(?:back|support|endorse)(?:s|ed)?\W*$", re.IGNORECASE)
_ARTICLE, _ALONE = (
    re.compile(r"\s*(?:the\s+)?", re.IGNORECASE),
    re.compile(r"(?:\s*[.,;]|\s*$|\s+(?:in|on|over|at|and|as|against)\b)"),
)
_WORD = 20
"""Characters before an object in which its verb stands."""
_SOME = 2
"""Words in which a wish or an offer names its object, where no topic is known by them."""


def _done(page: Page, sentence: Span, mention: Mention) -> Found | None:
    """The party after the verb: "backed by the president", "has alarmed Kyiv"."""
    start = max(sentence.start, mention.span.start - REACH)
    before = page.text[start : mention.span.start]
    for cue, stance in rows_for("done", openings_in(before)):
        for found in cue.finditer(before):
            if _BESIDE.fullmatch(before[found.end() :]) and not _NOT_DONE.search(before[: found.start()]):
                end = mention.span.end
                tail = re.match(r"(?:’s|'s)?\s+\w+\s+allies", page.text[end : sentence.end])
                if tail:
                    return None
                return stance, Span(start + found.start(), end), "plan"
    return None


def _counter(page: Page, sentence: Span, mention: Mention) -> Found | None:
    """A party's counter-proposal is its other wording: "the European counter-proposal"."""
    found = _COUNTER.match(page.text, mention.span.end, sentence.end)
    if found is None:
        return None
    lead = _LEAD.search(page.text, max(sentence.start, mention.span.start - REACH), mention.span.start)
    return "amends", Span(lead.start() if lead else mention.span.start, found.end()), "plan"


def _demand(page: Page, sentence: Span, mention: Mention) -> Found | None:
    """A standing demand: … has been a core Norvian demand."""
    found = _CORE.search(
        page.text, max(sentence.start, mention.span.start - REACH), min(sentence.end, mention.span.end + REACH)
    )
    if found is None or not (found.start("who") <= mention.span.start < found.end("who")):
        return None
    end = sentence.end - len(sentence.quote(page.text)) + len(sentence.quote(page.text).rstrip(" .\n"))
    span = Span(sentence.start, end)
    topic = object_of(span.quote(page.text))
    return "demands", span, topic


def from_demands(page: Page, provisions: Sequence[Provision]) -> Iterator[Position]:
    """A term that a party is said to want is that party's demand."""
    for index, provision in enumerate(provisions):
        if provision.presented_as != "demand" or provision.unsure:
            continue
        lead = _lead(page, provision.span)
        wants = _wanting(page, lead, provision.span) if lead else None
        if wants is None or lead is None:
            continue
        inline = lead.contains(provision.span) and not _listed(page, provisions[:index], wants.span.end, provision.span)
        span = Span(wants.span.start, provision.span.end) if inline else provision.span
        basis: Basis = "reporter" if not inline or "wants" in span.quote(page.text) else "self"
        made = Position(party=wants.party or "", topic=provision.topic, stance="demands", basis=basis, span=span)
        yield _unless_spoken(page, made)


def _listed(page: Page, before: Sequence[Provision], wanted: int, term: Span) -> bool:
    """Whether a term stands after a colon, or after another one that is wanted: its own words are then all that is quoted."""
    last = before[-1] if before else None
    joined = last is not None and wanted <= last.span.start and _JOINS.fullmatch(page.text, last.span.end, term.start)
    return bool(joined and last and last.presented_as == "demand") or ":" in page.text[wanted : term.start]


_JOINS = re.compile(r"[\s,;]*(?:(?:and|or|as well as|plus)\s+)?", re.IGNORECASE)


def _lead(page: Page, span: Span) -> Span | None:
    """The sentence around a span, or the lead-in of the list it stands in."""
    for block in page.lists:
        if any(item.span.contains(span) for item in block.items):
            return block.lead
    found = sentence_at(page, span.start)
    return found if found is not None and found.contains(span) else None


def _wanting(page: Page, lead: Span, term: Span) -> Mention | None:
    """Who wants the term: named in a lead-in, or in the term's own sentence before it ends."""
    up_to = term.end if lead.contains(term) else lead.end
    for mention in mentions_in(page, Span(lead.start, up_to)):
        wants = _WANT.match(page.text, mention.span.end, lead.end) if mention.kind in SUBJECTS else None
        if mention.party and wants is not None:
            if _NEXT.match(page.text, wants.end(), lead.end):
                continue  # "the six that it wanted, and two more"
            before = page.text[max(lead.start, mention.span.start - REACH) : mention.span.start]
            if ";" in page.text[mention.span.end : term.start] and lead.contains(term):
                continue  # what stands after it is another clause
            if not (_NOT_THEIRS.search(before) or _is_object(before)):
                return mention
    return None
