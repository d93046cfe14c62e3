"""Who is served by what stands beside his name, by what a term is about: land goes "to | Norvia", an attack "on | Norvia" is answered."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec import Struct

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page
from nonpaper.claims.provisions.roles.gifts import ARMS
from nonpaper.claims.provisions.roles.names import Names, named_in
from nonpaper.claims.sides.apart import go_betweens
from nonpaper.model.provision import Provision

# Land, goods and money, which serve whoever gets them; captives, lists and arms go to those who only look after them.
_MONEY = (
    "energy minerals frozen_assets reparations reconstruction navigation_trade economic_cooperation sanctions other"
)
MONEY = frozenset(_MONEY.split())
GOODS = MONEY | {"territory", "borders", "nuclear_plant"}
CLUBS = frozenset(("g8", "eu_membership", "nato_expansion"))
SAFETY = frozenset(("security_guarantees", "non_aggression", "international_force"))
_SHARE = r"(?:share|half|halves|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?|per ?cent|percent|%|\d+|million|billion|money|loans?|credits?|rest|all|most|whole)"
_GAIN = r"(?:half|an? (?:third|quarter|fifth|sixth|eighth|tenth|share|loan)|(?:two|three|four|seven) (?:thirds|quarters|fifths|tenths)|\d[\d.,]* ?(?:per ?cent|percent|%|million|billion|megawatts|tonnes|barrels)|[$€£]\d|first (?:refusal|sight|choice|look|right)|access|citizenship|compensation|aid|credits?|transit fees)"
_WAIT = r"(?:(?:would|will|shall|may|is to|are to|then|also|only) )*"


class Beside(Struct, frozen=True):
    """What stands on both sides of a name, and in terms about what; None for any topic or any words."""

    topics: Collection[str] | None
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None

    def fits(self, term: Provision, before: str, after: str) -> bool:
        """Whether a term is about one of the topics, and the words stand on both sides of the name."""
        return (
            (self.topics is None or term.topic in self.topics)
            and (self.before is None or self.before.search(before) is not None)
            and (self.after is None or self.after.match(after) is not None)
        )


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_OWNS = r"(?:[’']s?)?"
_FIRMS = r"(?: [a-z]+)? (?:firms?|compan(?:y|ies)|goods|vessels|ships|boats|lorries|trucks|trains|cars|farmers|exports|exporters|shipping|cargo|freight|pilgrims|students|airlines?|banks?|trawlers|traders)"
RULES = {
    "to": Beside(
        GOODS,
        _words(
            r"\b(?:goes|go|going|pass(?:es)?|fall(?:s|en)?|handed|given|paid|leased|lent|released?|transferred|returned|delivered|ceded|left|made available|belongs?|belonged|hands?|give|gives|pays?|leases?|transfers?|returns?|delivers?|suppl(?:y|ies)|sells?|lends?|remits?|loans?)\b[^,;:.]{0,70}?\bto (?:the )?$"
        ),
        _words(
            rf"{_OWNS}(?=\W|$)(?! (?:for|to) (?:safe|storage|destr|verif|inspect|scrap))(?!.{{0,40}}\b(?:for safe|to be (?:destroyed|stored|counted|checked))\b)"
        ),
    ),
    "share to": Beside(
        MONEY | {"governance"}, _words(rf"\b{_SHARE}(?: of [^,;:.]{{2,40}}?)? (?:to|for) (?:the )?$"), None
    ),
    "open to": Beside(
        frozenset(("navigation_trade", "economic_cooperation", "borders")),
        _words(
            r"\b(?:open(?:s|ed)?\b[^,;:.]{0,60}?\b(?:to|for)|(?:access|passage|transit|use)\b[^,;:.]{0,30}? for|let(?:s)? (?:pass|through)) (?:the )?$"
        ),
        _words(rf"{_OWNS}(?:{_FIRMS}|\W|$)"),
    ),
    "gets": Beside(
        MONEY | {"governance"},
        None,
        _words(
            rf"(?:{_FIRMS})? {_WAIT}(?:gets?|receives?|collects?|draws?|takes?|taking|keeps?|keeping|gains?|holds?) {_GAIN}\b"
        ),
    ),
    "aid": Beside(
        SAFETY,
        _words(
            r"\b(?:(?:come|comes|go|goes) to the (?:aid|help|defen[cs]e|rescue) of|(?:attack|aggression|assault|strike|move) (?:on|against)|defends?|protects?) (?:the )?$"
        ),
        None,
    ),
    "to its aid": Beside(
        SAFETY,
        _words(r"\b(?:come|comes|go|goes|rush|rushes) to (?:the )?$"),
        _words(r"[’']s? (?:aid|help|defen[cs]e|rescue)\b"),
    ),
    "club": Beside(
        CLUBS,
        _words(
            r"\b(?:(?:re)?admission|accession|return|candidacy|entry) (?:of|for) (?:the )?$|\b(?:admits?|readmits?|invites?|brings?|takes?|lets?) (?:the )?$"
        ),
        _words(r" (?:back|in|into|to|as)\b|$"),
    ),
    "club own": Beside(
        CLUBS,
        None,
        _words(
            rf"[’']s? (?:\w+ )?(?:(?:re)?admission|accession|return|readmission|membership|candidacy|entry|bid|seat|chair)\b| {_WAIT}(?:re)?(?:joins?|returns?|enters?|be (?:re)?(?:admitted|invited)|takes? (?:back )?its (?:seat|chair)|become a (?:full )?member|be a (?:full )?member)\b"
        ),
    ),
    "not barred": Beside(
        None,
        _words(
            r"\b(?:not|no longer|never|neither[^,;.]{0,40}?) (?:block|object to|stand in the way of|hinder|oppose|obstruct|veto|impede|bar) (?:the )?$"
        ),
        None,
    ),
    "rebuilt": Beside(
        frozenset(("reconstruction", "frozen_assets", "reparations")),
        _words(
            r"\b(?:re-?build(?:ing)?|reconstruct(?:ion)?(?: of| in)?|repair(?:ing)?|invested in|lends?|loan to) (?:the )?$"
        ),
        None,
    ),
    "held": Beside(
        frozenset(("territory", "other", "borders", "legal_status")),
        _words(
            r"\b(?:part of|belong(?:s|ing) to|(?:sovereignty|unity|integrity|independence|existence|borders) of|(?:stays?|remains?|rests?) (?:with|under)) (?:the )?$"
        ),
        None,
    ),
    "lifted": Beside(
        frozenset(("sanctions",)),
        _words(
            r"\b(?:lift|eas|end|suspend|drop|remov|relax|waiv)\w*\b[^.;]{0,50}\b(?:bans?|measures|sanctions|embargo|duty|duties|tariffs?|restrictions|penalties|blockade)\s+(?:on|against|of|for)\s+(?:the\s+)?$"
        ),
        None,
    ),
}
_NOT = _words(r"\b(?:no|not|never|neither|without|nor|instead of|rather than)\b")


def by_name(page: Page, term: Provision) -> Names:
    """Whom the words on both sides of a name serve, by what the term is about; go-betweens and who is bound get nothing."""
    if term.modality in ("lapses_if", None):  # what is left open serves nobody yet
        return ()
    found = [m for m in named_in(page, term.span) if m.kind != "group" and m.party not in term.obligor]
    served = [m.party for m in found if m.party and m.party not in go_betweens(page) and which(page.text, term, m)]
    return tuple(dict.fromkeys(served))


def which(text: str, term: Provision, mention: Mention) -> str | None:
    """The rule by which a name is served."""
    before, after = text[term.span.start : mention.span.start], text[mention.span.end : term.span.end]
    withheld = term.modality == "must_not" or _NOT.search(before) is not None
    for name, rule in RULES.items():
        if not rule.fits(term, before, after) or (withheld and name != "not barred"):
            continue
        if name != "to" or not ARMS.search(before):
            return name
    return None
