"""The words and marks that the page uses for codes; each code has one word everywhere."""

from __future__ import annotations

TOPICS = {
    "nato_membership": "Alliance membership",
    "nato_expansion": "Alliance expansion",
    "eu_membership": "Union membership",
    "g8": "G8",
    "culture_education": "Culture and education",
    "navigation_trade": "Navigation and trade",
    "plan": "The text as a whole",
    "process": "The talks",
    "other": "Other matters",
}
STANCES = {
    "demands": ("▲", "demands it"),
    "offers": ("◆", "offers it"),
    "offers_if": ("◇", "offers it on a condition"),
    "accepts": ("●", "accepts"),
    "accepts_in_principle": ("◐", "accepts in principle"),
    "accepts_if": ("◑", "accepts on a condition"),
    "accepts_ad_referendum": ("◒", "accepts subject to its own institutions"),
    "amends": ("✎", "proposes other wording"),
    "reserves": ("▭", "leaves it open"),
    "criticises": ("▽", "criticises"),
    "rejects": ("✕", "rejects"),
    "red_line": ("■", "red line: a no said to be final"),
    "threatens": ("!", "says what it will do otherwise"),
    "denies_knowledge": ("∅", "says it has not received the text"),
    "denies_report": ("≠", "says the report is false"),
    "no_comment": ("–", "was asked, gave no answer"),
    "welcomes_process": ("○", "welcomes the talks, no stance on a term"),
}
MODALITIES = {
    "must": "must",
    "must_not": "must not",
    "may": "may",
    "recognises": "recognises",
    "expects": "aims at",
    "lapses_if": "lapses if",
}
BASES = {
    "self": "its own words",
    "counterpart": "as another party says",
    "mediator": "as a mediator says",
    "reporter": "as the report says",
}
CONDITIONS = {"precondition": "if", "reciprocal": "in exchange", "sequence": "in sequence", "lapse": "lapses"}
OUTSIDE = {"demand": "Demands", "proposal": "Proposals", "comparison": "Comparisons"}
KNOWN = {
    "own_text": "its own text",
    "leaked_text": "its own text, said to be leaked",
    "reports": "reports only",
}
STATUSES = {
    "reported": "reported",
    "attested": "attested by a party, on the record",
    "published": "given as published wording",
    "signed": "reported as signed",
    "denied": "denied",
}
ASPECTS = {
    "kind": "What it is called",
    "pen_holder": "Who wrote it",
    "signatories": "Who would sign",
    "ratification": "Who must approve or ratify",
    "annexes": "Annexes and side papers",
    "leak": "How it came out",
    "copy": "Which outlet says that it has or has seen it",
    "denied_content": "Its content, as reported",
    "denied_receipt": "Having received or seen it",
    "denied_authorship": "What is said of its authorship",
}
EVENTS = {"deadline": "deadline", "meeting": "meeting", "vote": "vote"}
STATES = {"ahead": "", "moved": "moved", "withdrawn": "withdrawn"}
ASKED = (
    "ceasefire",
    "withdrawal",
    "monitoring",
    "security_guarantees",
    "prisoners",
    "displaced_persons",
    "legal_status",
)
"""Topics that most agreements settle; the page says which of them no report mentions."""
PRESENTED = {"draft": "term", "demand": "demand", "proposal": "proposal", "comparison": "comparison"}
KINDS = {
    "official_text": "published by a party",
    "leaked_full_text": "leaked full text",
    "on_record_principal": "leader or minister, by name",
    "on_record_spokesperson": "spokesperson, by name",
    "named_party_official": "official, by name",
    "unnamed_official": "unnamed official",
    "institution_unspecified": "an institution, nobody named",
    "person_familiar": "person familiar, no affiliation",
    "document_seen": "the document, as seen by the outlet",
    "recording": "recording or transcript",
    "outlet_relay": "another outlet",
    "analyst": "analyst or opinion",
    "none": "no source given",
}


def topic(code: str) -> str:
    """A topic's name for people.

    >>> topic("force_limits")
    'Force limits'
    """
    return TOPICS.get(code, code.replace("_", " ").capitalize())


def inside(name: str) -> str:
    """A name as it stands within a sentence: abbreviations keep their capitals.

    >>> inside("Force limits"), inside("NATO membership")
    ('force limits', 'NATO membership')
    """
    return name if name[1:2].isupper() or name[1:2].isdigit() else name[:1].lower() + name[1:]
