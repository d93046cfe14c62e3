"""A document that an outlet has seen speaks itself, the outlet carries it; what an outlet says stays the outlet's."""

from __future__ import annotations

import pytest

from nonpaper.claims.attribution.records import Offsets, RawAttribution
from nonpaper.claims.page import page_of
from nonpaper.claims.sources import claims_of


def _at(text: str, words: str) -> Offsets:
    return ((text.index(words), text.index(words) + len(words)),)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "kind", "via", "how"),
    [
        (
            "Vostria would leave the lake, according to a draft seen by Reuters.",
            "a draft seen by Reuters",
            "according to",
            "Vostria would leave the lake",
            "document_seen",
            ("Reuters",),
            "seen",
        ),
        (
            "A copy of the plan obtained by Le Monde says Maravia must cut its army.",
            "A copy of the plan obtained by Le Monde",
            "says",
            "Maravia must cut its army",
            "document_seen",
            ("Le Monde",),
            "obtained",
        ),
        (
            "The draft, obtained by the Financial Times, would oblige Vostria to pay.",
            "The draft, obtained by the Financial",
            "would oblige",
            "Vostria to pay",
            "document_seen",
            ("Financial Times",),
            "obtained",
        ),
        (
            "According to a text shared with the BBC and Bloomberg, Vostria would leave.",
            "a text shared with the BBC and Bloomberg",
            "According to",
            "Vostria would leave",
            "document_seen",
            ("BBC", "Bloomberg"),
            "seen",
        ),
        (
            "The text, a copy of which was obtained by Der Spiegel, states that Maravia shall pay.",
            "The text",
            "states",
            "Maravia shall pay",
            "document_seen",
            ("Der Spiegel",),
            "obtained",
        ),
        (
            "A memo by the lake's water service, seen by Der Spiegel, says the sum is small.",
            "A memo by the lake's water service, seen by Der Spiegel",
            "says",
            "the sum is small",
            "document_seen",
            ("Der Spiegel",),
            "seen",
        ),
        (
            "A working paper that Le Monde has read says Vostria would pay.",
            "A working paper that Le Monde has read",
            "says",
            "Vostria would pay",
            "document_seen",
            ("Le Monde",),
            "seen",
        ),
        (
            "A Paris paper says Vostria would pay.",
            "A Paris paper",
            "says",
            "Vostria would pay",
            "outlet_relay",
            (),
            None,
        ),
        (
            "Reuters, which has seen the draft, said it caps the army.",
            "Reuters, which has seen the draft",
            "said",
            "it caps the army",
            "outlet_relay",
            (),
            "seen",
        ),
        (
            "The BBC, which has offices in Selm, said the draft caps the army.",
            "The BBC, which has offices in Selm",
            "said",
            "the draft caps the army",
            "outlet_relay",
            (),
            None,
        ),
        (
            "A draft of Reuters journalists says the army must go.",
            "A draft of Reuters journalists",
            "says",
            "the army must go",
            "outlet_relay",
            (),
            None,
        ),
        (
            "Le Monde reported that the draft bars Vostria from the lake.",
            "Le Monde",
            "reported",
            "the draft bars Vostria from the lake",
            "outlet_relay",
            (),
            None,
        ),
    ],
)
def test_who_speaks_where_a_document_was_seen(
    text: str, source: str, cue: str, content: str, kind: str, via: tuple[str, ...], how: str | None
) -> None:
    raw = RawAttribution(source=_at(text, source), cue=_at(text, cue), content=_at(text, content), score=0.95)
    claim = claims_of(page_of(text), [raw])[0]
    assert (claim.kind, claim.via, claim.access) == (kind, via, how)
