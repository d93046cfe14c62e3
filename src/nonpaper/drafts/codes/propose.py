"""Which codes the rules propose for one provision. A proposal names its rule and its words; none is certain."""

from __future__ import annotations

from functools import cache

from nonpaper.drafts.codes.rules import Rule, code_name, rules
from nonpaper.model.coding import ProposedCode
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

BROAD = frozenset({"SsrGua", "StDef", "Dev", "Pol"})
"""Variables that gather so much that sharing one says little."""

# One character for one, so that places in the flat words are places in the text.
_FLAT = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "\u202f": " ", "’": "'", "‑": "-", "‐": "-"})


def proposed(provision: Provision, text: str) -> tuple[ProposedCode, ...]:
    """Codes in the order of the rules, each once; none for a provision that is itself unsure.

    A code says what the statement is about, also where it is a demand, or a term that was dropped or denied; whoever
    counts must look at those fields. O(rules times words).
    """
    if provision.unsure:
        return ()
    found: dict[tuple[str, str], ProposedCode] = {}
    said = provision.span.quote(text).translate(_FLAT)
    for rule in _on(provision.topic):
        where = _speaks(rule, said)
        if where is not None:
            span = Span(provision.span.start + where.start, provision.span.start + where.end)
            for vocabulary, code in rule.codes:
                found.setdefault(
                    (vocabulary, code),
                    ProposedCode(
                        vocabulary=vocabulary,
                        code=code,
                        name=code_name(vocabulary, code),
                        rule=f'{rule.because}: "{span.quote(text)}", read as {provision.topic.replace("_", " ")}',
                        span=span,
                    ),
                )
    return tuple(found.values())


def spoken_for(words: str) -> tuple[str, ...]:
    """Codes whose cue words stand in a few words of a question, whatever its topic; narrower than a guess, no proposal.

    >>> spoken_for("swap of hostages")
    ('PA-X TjPrire', 'PAM 37')
    """
    said = words.translate(_FLAT)
    met = [r for r in rules() if r.words.search(said) and not (r.without and r.without.search(said))]
    return tuple(dict.fromkeys(f"{v} {c}" for r in met for v, c in r.codes if c not in BROAD))


@cache
def _on(topic: str) -> tuple[Rule, ...]:
    """The rules that may hold on a topic, in their order."""
    return tuple(rule for rule in rules() if not rule.topics or topic in rule.topics)


def _speaks(rule: Rule, said: str) -> Span | None:
    """The first words that speak for the rule, in the provision's own count; None where the rule does not hold."""
    match = rule.words.search(said)
    if match is None or (rule.also and not rule.also.search(said)) or (rule.without and rule.without.search(said)):
        return None
    return Span(*match.span())
