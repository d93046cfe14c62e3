"""Who must deliver an official term and who is served by it, by the place of their names in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from nonpaper.claims.provisions.official.actors import Actor, inside
from nonpaper.claims.provisions.official.clauses import SHARE
from nonpaper.claims.provisions.official.sides import Cast
from nonpaper.claims.provisions.official.words import FORWARD, MODAL, NOUN_FIRST, PRESENT
from nonpaper.model.codes import Modality, Topic
from nonpaper.model.span import Span

Names = tuple[str, ...]
_NEAR = 120  # characters before a name in which the words that bind it stand
BETWEEN_SIDES: frozenset[Topic] = frozenset(
    [
        "ceasefire",
        "withdrawal",
        "buffer_zone",
        "prisoners",
        "hostages",
        "detention",
        "humanitarian_aid",
        "weapons_limits",
        "non_aggression",
        "force_limits",
        "displaced_persons",
    ]
)
"""Matters of fighting and of the people it holds: an order about them that names nobody binds all parties."""
OF_A_STATE: frozenset[Topic] = frozenset(["governance", "amnesty", "language", "religion", "culture_education"])
"""Matters of a state's law: an order about them that names nobody binds the one state whose law the text speaks of."""
_IF = re.compile(r"\b(?:if|should|in case|unless)\s+(?:the\s+)?$", re.IGNORECASE)
JOINS = re.compile(r"\s*(?:,|and|,\s*and|or|,\s*as well as|as well as)\s*(?:(?:the|by)\s+)*", re.IGNORECASE)
_BOUND_BY = re.compile(
    r"\bby\s+(?:both\s+|all\s+|the\s+|each\s+)*$|\bon the part of\s+(?:the\s+)?$|\bunder\s+(?:the\s+)?(?:monitoring|supervision|verification|observation|direction|oversight)\s+(?:of|by)\s+(?:the\s+)?$|\bratif\w+[^.;]{0,60}\b(?:of|by)\s+(?:the\s+)?$|\b(?:work|activities|efforts)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "the Commission, chaired by X, shall …": who chairs a body is not who acts.
_ASIDE_BY = re.compile(
    r",\s+(?:which is |and )?(?:chaired|co-chaired|led|headed|presided over|appointed|nominated|designated|established|created|hosted|funded|financed|supported|assisted|convened|named|proposed|chosen|elected)\s+(?:\w+ly\s+)?by\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "Withdrawal of X's heavy weapons": whoever has what is withdrawn withdraws it.
_OWNER_MOVES = re.compile(
    r"^\W*(?:the\s+)?(?:\w+\s+){0,2}?(?:withdrawal|pull-?back|pull-?out|redeployment|relocation|retreat|departure|evacuation|disarmament|demobili[sz]ation|cantonment|disbandment|dissolution|demilitari[sz]ation)\s+of\s+(?:(?:all|the|any|remaining)\s+)*$",
    re.IGNORECASE,
)
# A condition that opens a term: who is named in it is not by that bound to the main clause.
_FRONTED = re.compile(
    r"\W*(?:in the event|in case|if|should|where|unless|upon|following)\b[^,;]{3,160},\s", re.IGNORECASE
)
_ENTITLES = re.compile(r"\b(?:entitles?|authori[sz]es|permits|allows)\s+(?:the\s+)?$", re.IGNORECASE)
_REST = re.compile(rf"\s+(?:(?:with\s+)?the\s+(?:remaining|remainder|other|rest|balance)\b|{SHARE})", re.IGNORECASE)
# Whom a resolution orders or asks to act, behind its own verb: "Demands that X withdraw", "Requests Y to report".
_ORDERS = re.compile(
    r"\W*(?:(?:also|further|again|once more|strongly|hereby|reiterates its demand|solemnly|and)\s+)*"
    r"(?:(?:demands?|insists?|requires?|orders?|directs?|requests?|stipulates?)\s+that\s+|(?:requires?|orders?|directs?|requests?|instructs?|urges?|invites?|encourages?|obliges?|calls\s+(?:up)?on)\s+)(?:the\s+)?",
    re.IGNORECASE,
)
# A side that nobody knows is called as the text calls it: "Demands that the Tarn People's Army withdraw".
_ITS_OWN_NAME = re.compile(
    r"(?P<who>(?!Member States)[A-Z][\w’'-]+(?:\s+(?:(?:of|for)\s+(?:the\s+)?)?[A-Z][\w’'-]+){1,5})(?:\s+\([A-Z]+\))?\s+(?!be\b|is\b|are\b|of\b|and\b|or\b|in\b|for\b)[a-z]{2,}"
)
_TO_ACT = re.compile(
    r"(?:[’']s?)?,?\s+(?:(?:immediately|fully|also|to|not|shall|must|and|promptly)\s+)*[a-z]{2,}", re.IGNORECASE
)
_REGAINS = re.compile(
    r"^\W*(?:full\s+)?(?:reinstatement|restoration|recovery|return|resumption|transfer)\b.{0,60}\b(?:control|sovereignty|authority|administration|jurisdiction)\b",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\b(?:discussed|agreed|negotiated|coordinated|agreed upon)\b[^.;]{0,40}\bwith\s+(?:the\s+)?(?:representatives of\s+)?$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"(?:\s+(?:not|also|only|jointly|fully|hereby|in full|immediately|therefore))*\s+be(?:en)?(?:,[^,]{1,40},)?\s+(?:\w+ly\s+)?(?P<verb>\w+)",
    re.IGNORECASE,
)
_STILL_BOUND = re.compile(
    r"obliged|bound|committed|required|prohibited|forbidden|responsible|deemed|free|liable|prepared|ready",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"granted|given|allowed|paid|compensated|permitted|guaranteed|entitled|exempt\w*|provided|offered|returned|readmitted|afforded|accorded|reimbursed",
    re.IGNORECASE,
)
_INTO = re.compile(
    r"\b(?:of|to|for|in|on|with|against|by|from|between|at|into|under|within|through|towards)\s+(?:(?:the|both|each)\s+)*$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:\([^()]{1,60})?\)\s*$|\s*(?:has|have)?,?\s*(?:nor|or)\s*$|\s*(?:(?:also|then|both|each|jointly|hereby|further|likewise|therefore|immediately|not|,)\s*)*$|\s*,[^,]{3,160},\s*$|\s+(?:that|who|which)\s[^,]{3,80}$",
    re.IGNORECASE,
)
_SERVES = re.compile(
    r"\b(?:compensat\w+|pays?|granted?|grants|give[sn]?|gives|guarantees?|assurances?|assistance|supply|supplies|support|leases?|sold|transfer(?:red|s)?|return(?:ed|s)?|hand(?:ed|s)? over|release[sd]?|provide[sd]?|confers?|remit(?:ted)?|aid|compensation|reparations?)\b[^.;,]{0,60}\b(?:to|for|upon|on)\s+(?:the\s+)?$"
    r"|\b(?:claims?|force|attack\w*|aggression|hostile acts?|threats?|used?|territory)\b[^.;,]{0,50}\bagainst\s+(?:the\s+)?$"
    r"|\b(?:economic |social |cultural )*(?:development|cross-border co-?operation|reconstruction|recovery|rehabilitation|revival)\b[^.;]{0,20}\b(?:of|in)\s+(?:the\s+)?$"
    r"|\b(?:compensates?|pays|reimburses?|guarantees)\s+(?:the\s+)?$|\bdivided between\s+(?:the\s+)?$|\baccession of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_RELIEVED = re.compile(
    r"\b(?:lift\w*|suspen[ds]\w*|eas(?:e|es|ing)|remov\w+|terminat\w+|waiv\w+|repeal\w*|end(?:s|ing)?|relie(?:f|ves?)|cancel\w*|writ(?:e|es|ing) off|withdraw\w*)\b[^.;]{0,80}?"
    r"\b(?:sanctions|embargo(?:es)?|restrictions|blockade|tariffs|dut(?:y|ies)|measures|prohibitions?|bans?|penalties|debts?|freeze|listings?|siege)\b[^.;,]{0,40}\b(?:on|against|upon|of|owed by|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_TO_PEOPLE = re.compile(
    r"\b(?:compensat\w+|pays?|grants?|gives?|guarantees?|provides?|assistance|aid|relief|amnesty|pardon|support|suppl(?:y|ies)|supplies)\b[^.;,]{0,60}\b(?:to|for)\s+(?:the\s+|all\s+)*(?:(?:[\w-]+\s+){0,2}?(?:combatants|members|fighters|people|population|citizens|victims|inhabitants|residents|families|detainees|prisoners|refugees|forces|officers|officials)\s+(?:of|from|in)\s+(?:the\s+)?)?$"
    r"|\b(?:shall|will|must|to)\s+(?:\w+ly\s+)?(?:pay|grant|provide|supply|reimburse|indemnify|compensate|furnish|accord|assist|relieve)s?\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"\b(?:sovereignty|independence|territorial integrity|statehood|part|title|rights?) of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\b(?:right|rights|participation|possibility|freedom|opportunity)\b[^.;]{0,30}\b(?:of|for)\s+(?:the\s+)?(?:certain\s+)?",
    re.IGNORECASE,
)
_RIGHT = re.compile(r"^\W*(?:the\s+)?(?:rights?|participation|freedom|opportunity|possibility)\b", re.IGNORECASE)
_MEANS = re.compile(r"\b(?:through|by|means of)\s+$", re.IGNORECASE)
_RELATIVE = re.compile(r"\W*(?:who|which) (?:shall|will|must)\b(?! be\b)", re.IGNORECASE)
_STATE_ITSELF = re.compile(
    r"\b(?:central|governmental|state|national|public)\s+(?:government(?:al)?\s+)?authorit(?:y|ies)|^\W*(?:the\s+)?State\b"
)
_RETURNS = re.compile(
    r"^\W*(?!it (?:is|shall be|will be) (?:\w+ly )?(?:prohibited|forbidden|agreed|understood|permitted|possible)\b)(?:they|it|this|these|such|those)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\W*(?:they|it)\b", re.IGNORECASE)
_PERFORMS = re.compile(
    r"\W*(?:re-?affirm|re-?assert|re-?commit|underline|undertake|call|urge|welcome|stress|express|confirm|agree|decide|declare|commit)\w*\b",
    re.IGNORECASE,
)


class Setting(NamedTuple):
    """What is known before a term: who the words before bind, in the sentence and in the unit; the lead-in's own."""

    before: Names
    unit: Names
    lead: Names
    lead_only_says: bool
    lead_area: Names
    last_named: Names
    subject: Names
    forbidden: bool = False


def roles(
    text: str, term: Span, cast: Cast, meaning: tuple[Modality | None, Topic], bare: Span, setting: Setting
) -> tuple[Names, Names]:
    """(obligor, beneficiary) of a term; empty where the words do not say. `bare`: the term up to its first condition."""
    modality, topic = meaning
    here = inside(cast.actors, term)
    subject, verb = subject_of(text, bare, here)
    passive = _PASSIVE.match(text, verb.end(), term.end) if verb else None
    bound = _bound(text, term, here)
    served = [a for a in here if a not in bound and _is_served(text, term, a, relief=modality != "must_not")]
    if modality is None:
        return (), ()
    entitled = [a for a in here if _ENTITLES.search(text[max(term.start, a.start - _NEAR) : a.start])]
    if entitled and modality == "may":
        return (), _names(entitled)
    if modality == "lapses_if":
        return (), _names([a for a in here if _IF.search(text, max(term.start, a.start - _NEAR), a.start)][:1])
    if _REGAINS.match(term.quote(text)) and bound and not subject:
        return (), _names(bound)
    if passive and _GIVEN.fullmatch(passive["verb"]) and subject:
        return _names(bound), _names(subject)
    if passive and not _STILL_BOUND.fullmatch(passive["verb"]) and not _STILL_BOUND.match(passive["verb"]):
        subject = []
    if modality == "may":
        stranger = verb is not None and not subject and _unknown(text, bare, verb)
        return _entitled(text, term, cast, setting, subject, bound, topic) if not stranger else (_names(bound), ())
    moved = [
        a for a in here[:1] if a.kind not in ("sides", "other") and _OWNER_MOVES.search(text[term.start : a.start])
    ]
    who = _names(subject) or _names(bound) or _names(moved) or _unsaid(text, term, cast, topic, setting, verb, bare)
    other = [a for a in here if a.kind == "other"]
    gains = _names([a for a in served if a.kind not in {"other", "body"} or set(a.names) <= set(cast.sides)])
    if other and any(a in served for a in other):
        gains = cast.sides if set(who) == set(cast.sides) else tuple(n for n in cast.sides if n not in who)
    if modality == "recognises":
        others = [a for a in here if a not in subject]
        owners = [a for a in others if _OWNED.search(text, max(term.start, a.start - _NEAR), a.start)]
        gains = cast.sides if other else _names(owners) or gains
    return who, tuple(n for n in gains if n not in who or set(gains) == set(cast.sides))


def subject_of(text: str, bare: Span, here: Sequence[Actor]) -> tuple[list[Actor], re.Match[str] | None]:
    """Those who do the first binding verb, and that verb: "A and B shall …", "the leadership of A will …"."""
    ordered = _ordered(text, bare, here)
    if ordered:
        return ordered, None
    forward = FORWARD.match(bare.quote(text))
    start = bare.start + (forward.end() if forward else 0)
    verb = MODAL.search(text, start, bare.end)
    if verb is None:
        return _doing(text, start, bare, here), None
    before = [a for a in here if start <= a.start and a.end <= verb.start() + 1]
    if not before or not _TAIL.match(text[before[-1].end : verb.start()]):
        first = before[0] if before else None
        aside = (
            first is not None
            and first.start - start <= 4
            and re.match(
                r"\s*(?:,|\s(?:of|for|established|referred|consisting|made up)\b)", text[first.end : verb.start()]
            )
        )
        return ([first] if first and aside else []), verb
    chain = [before[-1]]
    for actor in reversed(before[:-1]):
        if not JOINS.fullmatch(text[actor.end : chain[0].start]):
            break
        chain.insert(0, actor)
    near = max(start, chain[0].start - _NEAR)
    if (
        _ASIDE_BY.search(text[near : chain[0].start])
        and before[0] is not chain[0]
        and before[0].start - start <= len("the ")
    ):
        return [before[0]], verb
    return ([] if _INTO.search(text, near, chain[0].start) else chain), verb


def _ordered(text: str, bare: Span, here: Sequence[Actor]) -> list[Actor]:
    """Whom a resolution's own verb has act: "Demands that A and B withdraw"."""
    orders = _ORDERS.match(text, bare.start, bare.end)
    chain: list[Actor] = []
    for actor in here if orders else ():
        if chain and not JOINS.fullmatch(text[chain[-1].end : actor.start]):
            break
        if not chain and not (orders and actor.start <= orders.end() <= actor.end):
            break
        chain.append(actor)
    unknown = _ITS_OWN_NAME.match(text, orders.end(), bare.end) if orders and not chain else None
    if unknown:
        return [Actor(unknown.start(), unknown.end(), (unknown["who"],), "state")]
    return chain if chain and _TO_ACT.match(text, chain[-1].end, bare.end) else []


def _doing(text: str, start: int, bare: Span, here: Sequence[Actor]) -> list[Actor]:
    """Those who act in the plain present that schedules are written in: "the forces of A leave the port"."""
    chain: list[Actor] = []
    for actor in here:
        if actor.start - start > 4 if not chain else not JOINS.fullmatch(text[chain[-1].end : actor.start]):
            break
        chain.append(actor)
    acts = chain and (PRESENT.match(text, chain[-1].end, bare.end) or _REST.match(text, chain[-1].end, bare.end))
    return chain if acts else []


def _bound(text: str, term: Span, here: Sequence[Actor]) -> list[Actor]:
    """Those by whom a thing is done, with whoever is coordinated with them."""
    out: list[Actor] = []
    fronted = _FRONTED.match(text, term.start, term.end)
    for actor in here:
        if fronted and actor.end <= fronted.end():
            continue
        joined = bool(out) and JOINS.fullmatch(text[out[-1].end : actor.start]) is not None
        if _ASIDE_BY.search(text[max(term.start, actor.start - _NEAR) : actor.start]):
            continue
        if (
            joined
            or _BOUND_BY.search(text[max(term.start, actor.start - _NEAR) : actor.start])
            or _starts_by(text, actor)
        ):
            out.append(actor)
    return out


def _starts_by(text: str, actor: Actor) -> bool:
    """Whether a widened name itself follows "by": "by the leadership of the … forces"."""
    return re.search(r"\bby\s+$", text[max(0, actor.start - 4) : actor.start], re.IGNORECASE) is not None


def _is_served(text: str, term: Span, actor: Actor, *, relief: bool) -> bool:
    """Whether words of giving, or of a burden that is lifted, stand before a name; a burden that stays serves nobody."""
    near = max(term.start, actor.start - _NEAR)
    return any(cue.search(text, near, actor.start) for cue in (_SERVES, _TO_PEOPLE, *((_RELIEVED,) if relief else ())))


def _entitled(
    text: str, term: Span, cast: Cast, setting: Setting, subject: Sequence[Actor], bound: Sequence[Actor], topic: Topic
) -> tuple[Names, Names]:
    """An entitlement: its holder is served; the one state whose law grants it must deliver, unless it is the holder."""
    said = term.quote(text)
    holder = _names(subject)
    if not holder and MODAL.match(said):
        holder = setting.before
    if not holder and _STATE_ITSELF.search(said) and cast.home:
        holder = (cast.home,)
    if not holder:
        areas = [a for a in inside(cast.actors, term) if a.kind == "area"]
        holder = setting.lead_area or (_names(areas[:1]) if _HOLDS.search(said) else ())
    if not holder and topic in BETWEEN_SIDES:
        holder = cast.sides
    granting = (
        (cast.home,) if cast.home and topic in OF_A_STATE and cast.home not in holder and _RIGHT.match(said) else ()
    )
    return _names([a for a in bound if a.names[0] not in holder]) or granting, holder


def _unknown(text: str, bare: Span, verb: re.Match[str] | None) -> bool:
    """Whether somebody acts whom nobody knows: an active verb with a subject that is no pronoun."""
    if verb is None or _PASSIVE.match(text, verb.end()):
        return False
    said = text[bare.start : verb.start()]
    return len(FORWARD.sub("", said).split()) > 0 and not _RETURNS.match(FORWARD.sub("", said))


def _unsaid(
    text: str, term: Span, cast: Cast, topic: Topic, setting: Setting, verb: re.Match[str] | None, bare: Span
) -> Names:
    """Who is bound where the words name nobody: whoever the words before bind, the lead-in's, all parties, the state."""
    said = term.quote(text)
    if _RELATIVE.match(said) and setting.last_named:
        return setting.last_named
    with_whom = [a for a in inside(cast.actors, term) if _WITH.search(text, max(term.start, a.start - _NEAR), a.start)]
    if with_whom:
        return tuple(dict.fromkeys([*([cast.home] if cast.home else []), *_names(with_whom)]))
    if _STATE_ITSELF.search(said) and cast.home:
        return (cast.home,)
    nominal = NOUN_FIRST.match(said) is not None and not _MEANS.search(text, max(0, term.start - 12), term.start)
    goes_on = setting.before and (verb is None or verb.start() - term.start <= 1) and not nominal
    if goes_on:
        return setting.before
    if _RETURNS.match(said) and (setting.subject or setting.unit):
        return setting.subject if _PRONOUN.match(said) and setting.subject else setting.unit
    if topic != "deadline" and _unknown(text, bare, verb):
        return ()
    if setting.lead and (not setting.lead_only_says or _PERFORMS.match(said)):
        return setting.lead
    if topic in OF_A_STATE:
        return (cast.home,) if cast.home else ()
    if topic in BETWEEN_SIDES:
        return cast.sides
    return setting.unit if topic == "deadline" else ()


def _names(actors: Sequence[Actor]) -> Names:
    return tuple(dict.fromkeys(n for a in actors for n in a.names))
