"""Who is bound where a text's author, a navy or a permission is named, and whom "it", "she" and "her office" mean."""

from __future__ import annotations

import pytest

from nonpaper.claims.gazetteer.mention import Mention
from nonpaper.claims.page import Page, page_of
from nonpaper.claims.provisions import find_provisions
from nonpaper.claims.sources.owners import owner_before
from nonpaper.claims.sources.resolve import resolve
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span

LEAD = "The government of Kessara and the government of Norvia are at war. "


@pytest.mark.parametrize(
    ("said", "bound", "served", "modality"),
    [
        ("Under the 22-point plan, Kessara would allow exports to resume.", ("Kessara",), (), "must"),
        (
            "Under the 22-point plan, the Kessaran government would allow oil exports to resume.",
            ("Kessara",),
            (),
            "must",
        ),
        ("The 22-point plan would allow Kessara to keep the naval base.", (), ("Kessara",), "may"),
        (
            "The 22-point plan says Kessara “shall not impede” vessels of the Norvian navy.",
            ("Kessara",),
            (),
            "must_not",
        ),
        ("The 22-point plan says Kessara “shall not impede” ships.", ("Kessara",), (), "must_not"),
        ("The 22-point plan would oblige Kessara to keep the ferry running.", ("Kessara",), (), "must"),
        ("Under the 22-point plan, Kessara would keep the naval base.", (), ("Kessara",), "may"),
    ],
)
def test_who_lets_others_do_a_thing_is_bound(
    said: str, bound: tuple[str, ...], served: tuple[str, ...], modality: str
) -> None:
    (term,) = [p for p in find_provisions(page_of(LEAD + said), ()) if not p.unsure]
    assert (term.obligor, term.beneficiary, term.modality) == (bound, served, modality)


@pytest.mark.parametrize(
    ("said", "bound"),
    [
        ("The Kessaran draft gives all displaced people the right to return.", False),
        ("Kessara's 22-point plan limits the army to 60,000.", False),
        ("The Kessaran army would be limited to 60,000 under the draft.", True),
    ],
)
def test_who_wrote_a_text_is_not_bound_by_that(said: str, bound: bool) -> None:
    found = find_provisions(page_of(LEAD + said), ())
    assert any("Kessara" in p.obligor for p in found) is bound


def claim(page: Page, source: str, content: str, kind: str, party: str | None = None, cue: str = "said") -> Claim:
    def last(words: str) -> tuple[Span, ...]:
        start = page.text.rindex(words)
        return (Span(start, start + len(words)),)

    return Claim(source=last(source), cue=last(cue), content=last(content), kind=kind, party=party)  # type: ignore[arg-type]


def test_it_goes_on_from_the_subject_behind_what_leads_to_it() -> None:
    page = page_of(
        f"{LEAD}Contrary to what has been claimed by the Norvian delegation, Kessara has never agreed to observers. "
        "It has proposed a joint patrol instead."
    )
    before = claim(page, "the Norvian delegation", "what", "institution_unspecified", "Norvia", "claimed")
    it = claim(page, "It", "a joint patrol", "none", cue="proposed")
    assert [c.party for c in resolve(page, [before, it])] == ["Norvia", "Kessara"]


@pytest.mark.parametrize(
    ("says", "kind"),
    [("the memo says", "document_seen"), ("the ministry says", "institution_unspecified")],
)
def test_it_goes_on_from_the_text_that_closes_a_sentence(says: str, kind: str) -> None:
    page = page_of(
        f"{LEAD}Kessara's parliament opposes a vote. Kessara does not contest the first point, {says}. "
        "Of the third, it says that Kessara may refuse it."
    )
    before = claim(page, "Kessara's parliament", "a vote", "institution_unspecified", "Kessara", "opposes")
    it = claim(page, "it says"[:2], "that Kessara may refuse it", "none", cue="says")
    it = Claim(source=(Span(page.text.index("it says that"), page.text.index("it says that") + 2),), cue=it.cue,
               content=it.content, kind="none")  # fmt: skip
    assert resolve(page, [before, it])[1].kind == kind


def test_she_is_not_who_spoke_before_the_spokeswoman() -> None:
    text = (
        f"{LEAD}A person familiar with the text said that Norvia was ready. "
        "Kessara said through its spokeswoman Ada Quell that it backed the draft. She accused Norvia of delay."
    )
    page = page_of(text)
    person = claim(page, "A person familiar with the text", "that Norvia was ready", "person_familiar")
    she = claim(page, "She", "Norvia of delay", "none", cue="accused")
    assert resolve(page, [person, she])[1].kind != "person_familiar"


def people(page: Page) -> dict[str, Mention]:
    return {m.span.quote(page.text): m for m in page.mentions if m.kind == "person"}


@pytest.mark.parametrize(
    ("said", "owner"),
    [
        ("Norvian president Bo Darr said he had heard it from Ona Quell, the premier. ", None),
        ("Norvian president Bo Darr said she had heard it from the premier. ", "Norvia"),
        ("Norvian president Bo Darr said that it was over. ", "Norvia"),
    ],
)
def test_her_office_is_not_a_mans(said: str, owner: str | None) -> None:
    page = page_of(f"{LEAD}{said}Her office denied it.")
    assert owner_before(page, page.text.rindex("Her"), "Her") == owner


@pytest.mark.parametrize(
    ("said", "party"),
    [
        ("“It is bad for us,” foreign minister Mara Sang said, adding that Kessara had refused a hearing.", None),
        ("“It is bad,” foreign minister Mara Sang said, adding that Kessara had refused a hearing.", "Kessara"),
    ],
)  # fmt: skip
def test_a_minister_who_speaks_of_us_tells_of_another(said: str, party: str | None) -> None:
    assert people(page_of(LEAD + said))["Mara Sang"].party == party
