"""The words and marks that the page uses for codes; each code has one word everywhere."""

from __future__ import annotations

TOPICS = {
    "nato_membership": "NATO membership",
    "nato_expansion": "NATO expansion",
    "eu_membership": "EU membership",
    "g8": "G8",
    "plan": "The text as a whole",
    "process": "The talks",
    "other": "Other",
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
