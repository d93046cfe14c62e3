"""The closed vocabularies that records use. Definitions stand in the documentation of each step."""

from __future__ import annotations

from typing import Literal

SourceKind = Literal[
    "official_text",
    "leaked_full_text",
    "on_record_principal",
    "on_record_spokesperson",
    "named_party_official",
    "unnamed_official",
    "institution_unspecified",
    "person_familiar",
    "document_seen",
    "recording",
    "outlet_relay",
    "analyst",
    "none",
]
Act = Literal["says", "thinks", "wants", "does"]
Manner = Literal["verbatim", "paraphrase", "mixed"]
Mood = Literal["plain", "conditional", "future"]
Access = Literal["obtained", "seen", "described"]
Modality = Literal["must", "must_not", "may", "recognises", "expects", "lapses_if"]
PresentedAs = Literal["draft", "demand", "proposal", "comparison"]
TextStatus = Literal["in", "dropped", "open"]
Status = Literal["reported", "attested", "published", "signed", "denied"]
ConditionKind = Literal["precondition", "reciprocal", "sequence", "lapse"]
Stance = Literal[
    "demands",
    "offers",
    "offers_if",
    "accepts",
    "accepts_in_principle",
    "accepts_if",
    "accepts_ad_referendum",
    "amends",
    "reserves",
    "criticises",
    "rejects",
    "red_line",
    "threatens",
    "denies_knowledge",
    "denies_report",
    "no_comment",
    "welcomes_process",
]
Basis = Literal["self", "counterpart", "mediator", "reporter"]
Topic = Literal[
    "territory",
    "withdrawal",
    "ceasefire",
    "buffer_zone",
    "force_limits",
    "weapons_limits",
    "foreign_forces",
    "nato_membership",
    "nato_expansion",
    "security_guarantees",
    "non_aggression",
    "nuclear_status",
    "nuclear_plant",
    "sanctions",
    "frozen_assets",
    "reconstruction",
    "reparations",
    "economic_cooperation",
    "g8",
    "eu_membership",
    "amnesty",
    "accountability",
    "elections",
    "language",
    "religion",
    "culture_education",
    "prisoners",
    "children",
    "humanitarian_aid",
    "displaced_persons",
    "monitoring",
    "peace_council",
    "international_force",
    "disarmament",
    "governance",
    "minerals",
    "energy",
    "navigation_trade",
    "borders",
    "referendum",
    "hostages",
    "detention",
    "legal_status",
    "deadline",
    "dialogue",
    "plan",
    "process",
    "other",
]
