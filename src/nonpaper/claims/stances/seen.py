"""Stances that the model sees where the rules find none: stated where its code, its holder and its place are plain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from nonpaper.claims.about import pooled
from nonpaper.claims.contents import contents_of, innermost
from nonpaper.claims.gazetteer.shapes import WORD, is_title, never
from nonpaper.claims.mediators import mediates, mediators
from nonpaper.claims.page import Page, sentence_at
from nonpaper.claims.provisions.seen import conditions_from
from nonpaper.claims.sources.pieces import names_in
from nonpaper.claims.stances.cues import first, is_none, openings_in, rows_for
from nonpaper.claims.stances.deeds import SAYS_MORE, TOLD
from nonpaper.claims.stances.hints import BARE_NO, answered
from nonpaper.claims.stances.holder import is_speaker, speaker_at, subject_of, whole
from nonpaper.claims.stances.objects import NO, USUAL, in_part, object_of
from nonpaper.claims.stances.own_words import NOT_A_PARTY, OUTSIDE, speaker_of
from nonpaper.claims.stances.papers import told_of
from nonpaper.claims.stances.together import heads, together
from nonpaper.claims.stances.turned.words import DENIALS
from nonpaper.claims.subjects import BODIES, subjects
from nonpaper.claims.terms import RawStance
from nonpaper.claims.who import holder_of
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Basis, Stance
from nonpaper.model.position import Position
from nonpaper.model.span import Span, hull
from nonpaper.text.near import Near

FAINT, SURE = 0.5, 0.6
"""Below the first a stance is not worth a person's time; from the second on it may be stated."""
UNHELD = 0.65
"""From here on a stance may be stated for the speaker where the model sees no words that say whose it is."""
FEWEST = 2
"""Words below which nothing is said."""
LIKELY, PLAIN = 0.5, 0.85
"""How plain its code must be to be proposed, and to be stated where the words do not tell the same."""
PLAINER = 0.97
"""The same for a no that has no word of refusing or denying: blame and counter-offers are easily taken for one."""
PLAIN_TOPIC = 0.5
"""Share from which its topic is plain."""
_OF_TALKS: frozenset[Stance] = frozenset({"no_comment", "threatens"})
"""Stances towards the talks where their words name nothing else."""
JUDGED: frozenset[Stance] = frozenset({"criticises", "welcomes_process", "reserves"})
"""Stances that a worry or a kind word is easily taken for: stated only where the words tell them too."""
_WORD = re.compile(r"\w+")
_LEAD_IN = re.compile(
    r"(?s:.*) that\s*|\W*(?:[\w’'-]+ ){1,4}(?:said|says|added|adds|warned|warns|stressed|insisted)(?: (?:last|this|on|late|early) \w+)?\W*"
)
_INSISTS = re.compile(r"\b(?:insist|maintain|assert|stress|vow|said|says|claim)\w*\b", re.IGNORECASE)
# The next sentence may take it back: "The boss hates it. | But he'll sign."
_TURNS = re.compile(r"[\s.”\"’]{1,4}(?:But|Yet|Still,) (?:he|she|they|it|we|I)\b")
# What is named by a pronoun alone, before another clause goes on: "rejected it | and said the rebels must leave".
_OF_IT = re.compile(r"\b(?:it|this|that|them|both)$", re.IGNORECASE)
WEAK = "may not be a stance"
WHICH = "it is not plain which stance this is"
WHOSE = "it is not plain whose stance this is"
NO_TOPIC = "it is not plain what this stance is about"


def seen_stances(page: Page, stances: Sequence[RawStance], claims: Sequence[Claim]) -> Iterator[Position]:
    """Positions in text order whose party is known, the doubtful ones unsure with their reason."""
    contents = contents_of(claims)
    for sight in stances:
        said = sight.span.quote(page.text)
        stance = _likelier(sight, said)
        if stance.sure < FAINT or stance.stance_sure < LIKELY or "\n" in said.strip() or _cut_short(said):
            continue
        if _BROKEN.match(page.text, stance.span.end):
            continue
        index = _claim_of(claims, contents, stance.span)
        claim = claims[index] if index is not None else None
        party = _party(page, stance, claim, claims) or _first_of_several(page, stance, claim)
        paper = told_of(page, claim) if claim is not None else None
        if party is None or (paper is not None and party != paper.party) or _named_after(page, stance, party):
            continue
        core = SAYS_MORE.split(said)[0]
        topic, share = pooled(core, stance.topics, stance.stance, object_of(core))
        if BARE_NO.fullmatch(said) or (core != said and _OF_IT.search(core)):
            known = answered(page, stance.span.start)
            topic, share = (known, 1.0) if known else (topic, 0.0)
        elif share < PLAIN_TOPIC and stance.stance in _OF_TALKS:
            topic, share = USUAL[stance.stance], 1.0
        doubts = _doubts(page, said, stance, claim, party, share)
        made = Position(
            party=party,
            speaker=speaker_of(page, claim) if claim is not None and claim.party == party else None,
            topic=topic,
            stance=stance.stance,
            basis=_basis(page, stance, claim, party),
            span=stance.span,
            conditions=conditions_from(page.text, stance.conditions),
            unsure=bool(doubts),
            doubts=doubts,
            claim=index,
        )
        yield made
        for other, span in together(page, stance.span, party):
            yield replace(made, party=other, span=span, speaker=None)


def _likelier(stance: RawStance, said: str) -> RawStance:
    """A stance of which the model is unsure, as its words tell it: for a person to see, never plain."""
    by_words = told(said) if stance.stance_sure < LIKELY and stance.sure >= SURE else None
    return stance if by_words is None else replace(stance, stance=by_words, stance_sure=LIKELY)


def _basis(page: Page, stance: RawStance, claim: Claim | None, party: str) -> Basis:
    """On whose word a stance rests: the speaker's own; a counterpart's or mediator's only where the speaker is known to be one."""
    if claim is None or not claim.source:
        holder = whole(page, stance.holder) if stance.holder else None
        return "self" if holder is not None and is_speaker(page, holder) else stance.basis
    if claim.party == party and (stance.holder is None or any(p.overlaps(stance.holder) for p in claim.source)):
        return "self"
    if stance.basis == "counterpart" and claim.party is None:
        return "mediator" if mediates(page, claim) else "reporter"
    return stance.basis


_BROKEN = re.compile(r"\.\w")
"""A stop within an abbreviation, at which words break off: "The U|.N. envoy"."""


def _named_after(page: Page, stance: RawStance, party: str) -> bool:
    """Whether the words that should say whose a stance is stand in a later sentence, and its own does not name that party."""
    sentence = sentence_at(page, stance.span.end - 1)
    if stance.holder is None or sentence is None or stance.holder.start < sentence.end:
        return False
    return all(m.party != party for m in names_in(page, sentence))


def _cut_short(said: str) -> bool:
    """Whether words say nothing by themselves: a mark alone, "She added that", "the envoy said"."""
    return len(_WORD.findall(said)) < FEWEST or _LEAD_IN.fullmatch(said) is not None


def _party(page: Page, stance: RawStance, claim: Claim | None, claims: Sequence[Claim]) -> str | None:
    """Whoever the words name that say whose stance it is, else the speaker of what it stands in, else who opens its clause."""
    words = stance.holder and whole(page, stance.holder)
    if claim is not None and claim.party is not None and words and _since_spoken(page, stance, claim, words):
        return claim.party
    if words is None and claim is None and stance.basis == "self" and not _leads(page, stance):
        words = subject_of(page, stance.span)
    if words is not None and is_speaker(page, words):
        return speaker_at(page, words.start, claims)
    party = holder_of(page, words, claims) if words else None
    if party is None and stance.basis == "self" and claim is not None and claim.kind not in NOT_A_PARTY:
        return None if _another(page, stance, claim) else claim.party
    return party


def _first_of_several(page: Page, stance: RawStance, claim: Claim | None) -> str | None:
    """The first of those who act together at the head of a stance, where the words name no holder and nobody else speaks."""
    if stance.holder is not None or (claim is not None and claim.party is not None):
        return None
    told = claim is not None and claim.source and not _THEY.fullmatch(hull(claim.source).quote(page.text).strip(" ,"))
    several = () if told else heads(page, stance.span)
    return several[0].party if several else None


_THEY = re.compile(r"they|the (?:three|four|five|two|trio|group)", re.IGNORECASE)


def _since_spoken(page: Page, stance: RawStance, claim: Claim, holder: Span) -> bool:
    """Whether the holder of a stance of the speaker's own stands in another sentence: the words are whose claim they are."""
    sentence = sentence_at(page, stance.span.start)
    apart = sentence is not None and not sentence.overlaps(holder)
    return stance.basis == "self" and bool(claim.source) and apart


def _left_behind(page: Page, stance: RawStance, claim: Claim) -> bool:
    """Whether somebody else, whose party is not known, speaks since the holder was named."""
    holder = stance.holder
    if claim.party is not None or holder is None or not _since_spoken(page, stance, claim, holder):
        return False
    return not any(piece.overlaps(holder) for piece in (*claim.source, *claim.resolved))


def _for_nobody(stance: RawStance, claim: Claim) -> bool:
    """Whether it is what somebody says of himself who speaks for no party: "a person who read the draft", a scholar."""
    return stance.basis == "self" and claim.party is None and claim.kind in ("person_familiar", "analyst")


def _is_all_of(stance: Span, claim: Claim) -> bool:
    """Whether a stance lies in what one source says: nobody else begins to speak within it."""
    begins = min(piece.start for piece in (*claim.source, *claim.content))
    return bool(claim.source) and claim.inside is None and stance.start >= begins - len('"')


def _another(page: Page, stance: RawStance, claim: Claim) -> bool:
    """Whether the holder is a person of whom the speaker only tells: "an official said that Mr X wants …".

    A place that nothing explains may be the speaker's own capital: "a Maravian official said Kall would not sign".
    """
    holder = stance.holder
    if holder is None or not claim.content or not hull(claim.content).overlaps(holder):
        return False
    named = (m.kind for m in names_in(page, holder))
    return _OTHERS.match(holder.quote(page.text)) is not None or "person" in named


_OTHERS = re.compile(
    r"(?:[Tt]he )?(?:Mr|Mrs|Ms|Dr|General|Colonel|President|Premier|Prime Minister|Chancellor)\b|(?:both|each|neither|the two|the (?:sides|parties))\b",
    re.IGNORECASE,
)


# A wish that names nothing: "the envoys asked for more".
_NO_OBJECT = re.compile(
    r"\b(?:asked for|asks for|wants?|wanted|demand(?:s|ed)?|sought|offer(?:s|ed)) (?:more|less|that|it|this|them|time|something|a lot)\W*$",
    re.IGNORECASE,
)
# What was asked is no doubt of the silence that answers it: "asked whether it would sign, the ministry declined to comment".
_ASKED = re.compile(r"\basked\s+(?:[\w’'-]+\s+){0,3}?(?:whether|if)\b", re.IGNORECASE)


def _doubts(page: Page, said: str, stance: RawStance, claim: Claim | None, party: str, share: float) -> tuple[str, ...]:
    out = []
    by_words = told(said)
    if (
        stance.sure < SURE
        or _leads(page, stance)
        or (not (stance.stance == "no_comment" and _ASKED.search(said)) and is_none(said, stance.stance))
        or _as_fact(stance, said)
        or _JOKED.search(_sentence_of(page, stance))
    ):
        out.append(WEAK)
    plain = PLAINER if stance.stance in NO and not _NO_WORD.search(said) else PLAIN
    judged = by_words != stance.stance and (stance.stance_sure < plain or stance.stance in JUDGED)
    judged = judged or stance.stance_sure <= LIKELY
    if (
        judged
        or _TURNS.match(page.text, stance.span.end)
        or _gives(stance, said, by_words)
        or (stance.stance in DENIALS and not _NO_WORD.search(said))
    ):
        out.append(WHICH)
    if stance.stance == "no_comment" and WHICH not in out and not _OF_SPEECH.search(said):
        out.append(WHICH)
    holder = stance.holder.quote(page.text) if stance.holder else ""
    speaks = claim is not None and claim.party not in (None, party) and stance.basis == "self"
    speaks = speaks or (claim is not None and (_left_behind(page, stance, claim) or _for_nobody(stance, claim)))
    speaks = speaks or (stance.basis == "mediator" and _TOGETHER.search(said) is not None)
    speaks = speaks or _far(page, stance, party) or _of_unknown(page, stance, party)
    own = claim is not None and claim.party == party and stance.sure >= UNHELD and _is_all_of(stance.span, claim)
    speaks = speaks or (stance.holder is not None and _has_own_name(page, stance.holder))
    if not (holder or own or heads(page, stance.span)) or speaks or OUTSIDE.search(holder) or party in mediators(page):
        out.append(WHOSE)
    if share < PLAIN_TOPIC or in_part(said) or _NO_OBJECT.search(said):
        out.append(NO_TOPIC)
    return tuple(out)


# "will go to a panel if the other drops its suit" gives something; the model takes the condition for a threat.
_GIVES = re.compile(
    r"\b(?:will|would|could|can) (?:go to|sign|accept|join|attend|meet|negotiate|release|free|open|reopen|lift|withdraw its (?!offer|consent|support)|return to (?:the )?(?:talks|table))\b[^.;]{2,90}?\b(?:if|once|provided)\b",
    re.IGNORECASE,
)


def _gives(stance: RawStance, said: str, by_words: Stance | None) -> bool:
    """Whether what looks like a threat is a yes on a condition, and the words tell no threat."""
    return stance.stance == "threatens" and by_words != "threatens" and _GIVES.search(said) is not None


def _has_own_name(page: Page, holder: Span) -> bool:
    """Whether a people's word only begins a name of its own: "the Kessaran League" is not Kessara."""
    named = names_in(page, holder)
    if len(named) != 1 or named[0].kind != "adjective":
        return False
    more = _NAMED_SO.match(page.text, named[0].span.end)
    return more is not None and not (is_title(more["noun"]) or _OF_A_STATE.fullmatch(more["noun"]))


_NAMED_SO = re.compile(rf" (?P<noun>{WORD})(?![’'])")
_OF_A_STATE = re.compile(
    rf"{BODIES}|(?:Foreign|Defen[cs]e|Interior|Prime|Finance|Deputy|Vice|Ministry|Minister|General|President|Army|Navy|Parliament)",
    re.IGNORECASE,
)


def _far(page: Page, stance: RawStance, party: str) -> bool:
    """Whether the words for the holder stand in another sentence, and the stance's own names somebody else as who acts."""
    sentence = sentence_at(page, stance.span.start)
    if stance.holder is None or sentence is None or sentence.overlaps(stance.holder):
        return False
    acting = {s.party for s in subjects(page, sentence)}
    return bool(acting) and party not in acting


# "said that the | Zaydan | side had …": a side that nothing explains is nobody's that is known.
_SIDE_OF = re.compile(
    rf"\b(?:said|says|told \w+|that|insist\w+|claimed|added|believes?)\s+(?:that\s+)?(?:the\s+|an?\s+)?(?P<who>{WORD})(?:[’']s?)?\s+(?:{BODIES})"
)


def _of_unknown(page: Page, stance: RawStance, party: str) -> bool:
    found = _SIDE_OF.search(page.text, stance.span.start, stance.span.end)
    if found is None or found["who"] in never():
        return False
    return all(m.party != party for m in names_in(page, Span(*found.span("who"))))


_JOKED = re.compile(r"\b(?:jok(?:ed?|es|ing)|quip(?:s|ped)?|in jest|tongue in cheek)\b", re.IGNORECASE)


def _sentence_of(page: Page, stance: RawStance) -> str:
    return (sentence_at(page, stance.span.start) or stance.span).quote(page.text)


# What is denied is denied in words; without any the model has only guessed.
_NO_WORD = re.compile(
    r"n[’']t\b|\b(?:no|not|never|nothing|nobody|none|neither|nor|cannot|without|unaware|den(?:y|ies|ied|ial\w*|ying)|fals\w+|untru\w+|fabricat\w+|ficti\w+|invent\w+|wrong\w*"
    r"|lie[sd]?|lying|liar\w*|fake\w*|nonsense|rumou?r\w*|dismiss\w*|reject\w*|refut\w*|contradict\w*|disput\w*|speculati\w+|mistak\w+|misquot\w+|misread\w*|fantas\w+|imagin\w+|forge\w*"
    r"|hoax\w*|baseless|unfounded|groundless|disagree\w*|declin\w+|refus\w+|laugh\w*|rubbish|garbage|hogwash|myth\w*|fairy|gossip|disinformation|distort\w*|twist\w*|inaccura\w+|incorrect\w*|disown\w*|disavow\w*|tales?|propaganda|hear(?:d|ing) of|first (?:he|she|they|we|I)\b|unknown|ignorant)\b",
    re.IGNORECASE,
)


# Who is silent is so in words of speech; what has not been offered or done is no silence.
_OF_SPEECH = re.compile(
    r"\b(?:comment\w*|sa(?:y|ys|id|ying)|speak\w*|spoke\w*|respon[ds]\w*|repl(?:y|ies|ied|ying)|answer\w*|react\w*|statements?|confirm\w*|den(?:y|ies|ied|ying)|discuss\w*"
    r"|silen\w+|elaborat\w+|talk\w*|tell\w*|told|explain\w*|specif\w+|detail\w*|clarif\w+|reach\w*|calls?|requests?|questions?|inquir\w+|enquir\w+|available|disclos\w+|reveal\w*|mention\w*|drawn|mute|mum|word|words|remarks?|interview\w*)\b",
    re.IGNORECASE,
)


# What a mediator says of both is nobody's own yes: "both sides have initialled".
_TOGETHER = re.compile(
    r"\b(?:both (?:sides|parties|delegations|governments)|the two (?:sides|parties))\b", re.IGNORECASE
)


def _leads(page: Page, stance: RawStance) -> bool:
    """Whether a list follows, each item of which is a demand of its own."""
    return page.text.startswith(":", stance.span.end) or stance.span.quote(page.text).rstrip().endswith(":")


def _as_fact(stance: RawStance, said: str) -> bool:
    """Whether what looks like a demand is insisted on as a fact."""
    insists = _INSISTS.search(said) if stance.stance == "demands" else None
    return insists is not None and TOLD.match(said, insists.end()) is not None


def told(said: str) -> Stance | None:
    """The stance that words show by themselves, whoever holds it; None where no cue speaks."""
    by_words = first("said", said)
    if by_words is not None:
        return by_words[0]
    for name in ("does", "cue"):
        found = ((m.start(), stance) for cue, stance in rows_for(name, openings_in(said)) if (m := cue.search(said)))
        earliest = min(found, default=None, key=lambda pair: pair[0])
        if earliest is not None:
            return earliest[1]
    return None


def _claim_of(claims: Sequence[Claim], contents: Near, span: Span) -> int | None:
    """The claim with the smallest content that holds the middle of the stance."""
    middle = (span.start + span.end) // 2
    place = Span(middle, middle + 1)
    near = (i for i in contents.overlapping(place) if claims[i].content)
    found = innermost(claims, near)
    return found if found is not None else _told_in(claims, span)


def _told_in(claims: Sequence[Claim], span: Span) -> int | None:
    """The one claim whose source and content a stance's words hold, where their middle lies in neither: "X said | no"."""
    held = [
        i
        for i, c in enumerate(claims)
        if c.source
        and c.content
        and span.overlaps(hull(c.source))
        and span.overlaps(hull(c.content))
        and c.inside is None
    ]
    return held[0] if len(held) == 1 else None
