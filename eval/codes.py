"""Proposed codes against codes that a person gave to invented provisions; and what the nine agreements allow.

python -m eval.codes
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from eval.data import shared
from nonpaper.claims.topics import topic_of
from nonpaper.dossier.precedents import each_passage
from nonpaper.drafts.codes import proposed
from nonpaper.model.finding import Finding
from nonpaper.model.precedent import ListedAgreement
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span
from nonpaper.reports.pax import read_pax

HERE = Path(__file__).parent / "invented" / "provisions.toml"
Codes = set[tuple[str, str]]
PARTS = {
    "CeProv": "Ce",
    "DdrDemil": "SsrDdr",
    "DdrProg": "SsrDdr",
    "TjAmPro": "TjAm",
    "TjAmBan": "TjAm",
    "TjRMa": "TjRep",
    "DevInfra": "Dev",
    "DevSoc": "Dev",
    "DevHum": "Dev",
    "TpsAut": "Terps",
    "TpsLoc": "Terps",
    "LaRefRet": "LaRef",
}
"""Parts of a variable, by which the variable itself is meant."""


def given(entry: dict[str, Any]) -> Codes:
    """The codes that a person gave."""
    return {("PA-X", c) for c in entry["pax"]} | {("PAM", str(c)) for c in entry["pam"]}


def made(words: str) -> Codes:
    """The codes that the rules propose, parts of variables as their variable."""
    found = topic_of(words)
    item = Provision(span=Span(0, len(words)), topic=found[0] if found else "other")
    return {(c.vocabulary, PARTS.get(c.code, c.code)) for c in proposed(item, words)}


def measured(vocabulary: str) -> tuple[int, int, int]:
    """Right, proposed and given codes of one vocabulary over the invented provisions."""
    right = all_made = all_given = 0
    for entry in tomllib.loads(HERE.read_text("utf-8"))["provision"]:
        want = {c for c in given(entry) if c[0] == vocabulary}
        got = {c for c in made(entry["says"]) if c[0] == vocabulary}
        right, all_made, all_given = right + len(want & got), all_made + len(got), all_given + len(want)
    return right, all_made, all_given


def agreements(folder: Path) -> None:
    """How much of the nine agreements the rules reach, and whether the database's rows can judge them."""
    texts = sorted(folder.glob("*.html"))
    passages = [p for p in each_passage([str(t) for t in texts]) if not isinstance(p, Finding)]
    met = sum(bool(p.codes) for p in passages)
    print(f"agreements at hand: {len(texts)} texts, {len(passages)} passages, {met} with a proposed code")
    for table in sorted(folder.glob("*.csv")):
        rows = [r for r in read_pax(str(table)) if isinstance(r, ListedAgreement)]
        if not any(r.coded for r in rows):
            print(f"{table.name}: {len(rows)} rows without columns of topic codes: agreement by row cannot be measured")


def main() -> None:
    """Prints both."""
    for vocabulary in ("PA-X", "PAM"):
        right, all_made, all_given = measured(vocabulary)
        print(
            f"{vocabulary:5} precision {right / all_made:.2f} ({right}/{all_made})  "
            f"recall {right / all_given:.2f} ({right}/{all_given})  invented provisions (seen since)"
        )
    if (folder := shared() / "data" / "agreements").is_dir():
        agreements(folder)


if __name__ == "__main__":
    main()
