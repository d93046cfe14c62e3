"""A whole invented draft read as itself, term by term; and what its constructions must and must not become."""

from __future__ import annotations

from pathlib import Path

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions.official import official_terms
from nonpaper.claims.provisions.official.amounts import amount
from nonpaper.claims.provisions.official.deadlines import deadline
from nonpaper.model.provision import Provision

ISTER = (Path(__file__).parents[2] / "data" / "official" / "ister.txt").read_text("utf-8")
BOTH = "Calder, Venn"
# number | opening words | obligor | beneficiary | topic | modality | value | deadline | condition | verifier | standing
TABLE = f"""
I.1 | Both Signatories | {BOTH} | | ceasefire | must | 1 June 2033 | as from 06:00 on 1 June 2033 | | | in
I.2 | Calder shall withdraw | Calder | | withdrawal | must | 40 heavy guns | no later than twenty days after signature | no later than twenty days after signature | | in
I.3 | The Relief Agency | | Relief Agency | humanitarian_aid | may | | | This paragraph shall not apply to the island of Tarn. | | in
II(a) | Venn shall pay | Venn | Calder | reconstruction | must | EUR 310 million | by mid-2034 | | | in
II(b) | Calder shall cede | Calder | | territory | must | 22 per cent | until 31 December 2050 | | | in
II(c) | Venn shall dismantle | Venn | | energy | must | | | | | open
III | Venn shall release | Venn | | prisoners | must | 1,150 prisoners | within two weeks | once the lists have been exchanged | | in
III | It is prohibited | | | children | must_not | | | | | in
IV.1 | The Joint River | Joint River Commission | | monitoring | must | three months | | | Joint River Commission | in
IV.2 | On confirmation by | Venn | Calder | sanctions | must | | | On confirmation by the Danube Institute that the guns have been withdrawn | Danube Institute | in
IV.3 | In the event of | | | monitoring | lapses_if | | | In the event of a breach of Article I by Venn | | in
IV.4 | Nothing in this | | | borders | must_not | | | | | in
IV.5 | Calder shall recognise | Calder | | territory | recognises | | | | | open
Annex A.1 | Lower Oss | | | disarmament | must | 600 fighters | | | | in
Annex A.2 | Port Hale | | | disarmament | must | 850 fighters | | | | in
Annex B, Stage 1 | exchange of | {BOTH} | | prisoners | must | | 1 to 14 June 2033 | | | in
Annex B, Stage 2 | Venn forces vacate | Venn | | withdrawal | must | | from 15 June 2033 | | | in
Annex B, Stage 2 | Calder reopens | Calder | | navigation_trade | must | | from 15 June 2033 | | | in
"""  # noqa: E501 a row a term
FRAME = """Agreement between the Republic of Lorn and the Highland Council

The Republic of Lorn and the Highland Council (hereinafter "the Council") have agreed as follows:

{points}
11. Lorn shall reopen the northern road.
12. The Council shall hand over its maps.
13. Lorn shall publish this Agreement.
14. The Parties shall exchange envoys.
"""


def row(term: Provision, text: str, opening: str) -> str:
    """A term as a row of the table."""
    cells = [
        term.number,
        opening if term.span.quote(text).startswith(opening) else term.span.quote(text),
        ", ".join(term.obligor),
        ", ".join(term.beneficiary),
        term.topic,
        term.modality,
        term.value,
        term.deadline,
        "; ".join(c.span.quote(text) for c in term.conditions),
        ", ".join(term.verifier),
        term.text_status,
    ]
    return " | ".join(str(cell or "") for cell in cells).replace("  ", " ")


def read(points: str) -> tuple[str, list[Provision]]:
    """The terms of some points that stand in an invented agreement before four others."""
    text = FRAME.format(points=points)
    return text, [t for t in official_terms(page_of(text)) if t.span.start < text.index("11. Lorn")]


def test_a_whole_draft_is_read_term_by_term() -> None:
    wanted = TABLE.strip().splitlines()
    terms = official_terms(page_of(ISTER))
    assert len(terms) == len(wanted)
    found = [row(term, ISTER, line.split(" | ")[1]) for term, line in zip(terms, wanted, strict=True)]
    assert found == [line.replace("  ", " ") for line in wanted]


def test_a_draft_is_not_signed_though_it_calls_its_parties_signatories() -> None:
    assert {t.status for t in official_terms(page_of(ISTER))} == {"published"}


@pytest.mark.parametrize(
    ("points", "standing"),
    [
        ("1. [Lorn shall close the base at Corm.]", {"1": "open"}),
        ("[1. Lorn shall close the base at Corm.]\n2. Lorn shall demine the road.", {"1": "open", "2": "in"}),
        ("1.1 Lorn shall demine the road.\n1.2 [The Council shall disarm.]", {"1.1": "in", "1.2": "open"}),
        ("1. Lorn shall close the base. [Council proposal]", {"1": "open"}),
        ("1. Lorn shall close the base. [Lorn reserves its position]", {"1": "open"}),
        ("1. Option A: Lorn shall lease the base.", {"1": "open"}),
        ("1. Lorn [shall] [should] close the base.", {"1": "open"}),
        ("1. Lorn shall close the base [agreed].", {"1": "in"}),
        ("1. Lorn shall free detainees [list in the annex] at Corm.", {"1": "in"}),
        ("1. [to be agreed]\n2. (deleted)", {}),
    ],
)
def test_what_stands_in_brackets_is_open_and_keeps_its_own_number(points: str, standing: dict[str, str]) -> None:
    _, terms = read(points)
    assert {t.number: t.text_status for t in terms} == standing


def test_a_figure_in_brackets_is_not_yet_one() -> None:
    _, terms = read("1. Lorn shall free all prisoners within [30] [60] days.")
    assert [(t.value, t.deadline) for t in terms] == [(None, None)]


@pytest.mark.parametrize(
    ("points", "conditions"),
    [
        ("1. No aircraft shall cross the line, other than medical flights.", 0),
        ("1. Lorn shall grant an amnesty to all fighters, except for those accused of torture.", 0),
        ("1. The Council shall leave the town, save for its doctors.", 0),
        ("1. Lorn shall free all detainees, provided that they have signed a pledge.", 1),
        ("1. Lorn shall free all detainees, on condition that the Council removes its posts.", 1),
        ("1. Lorn shall free all detainees. This does not extend to those convicted of murder.", 1),
        ("1. The Council shall return the fallen. Personal effects are excluded.", 1),
    ],
)
def test_an_exception_belongs_to_its_term(points: str, conditions: int) -> None:
    _, terms = read(points)
    assert [len(t.conditions) for t in terms] == [conditions]


@pytest.mark.parametrize(
    ("points", "numbers"),
    [
        ("Article 1\nEnd of the fighting\n1. Lorn shall cease fire.\n2. The Council shall cease fire.", ["1.1", "1.2"]),
        ("Annex A\nWithdrawal of the guns\n(a) Lorn shall move its guns.", ["Annex A(a)"]),
        ("1. Release of captives\n1.1 Lorn shall free all captives.", ["1.1"]),
        ("1. Lorn shall cease fire.\n\nRelease of the captives\n\n2. Lorn shall free all captives.", ["1", "2"]),
        ("1. Release of all captives.\n2. Withdrawal of all guns.", ["1", "2"]),
        ("Article 1\nRelease of all captives.\nArticle 2\nWithdrawal of all guns.", ["1", "2"]),
    ],
)
def test_a_short_line_over_points_is_a_heading_and_a_point_without_a_verb_is_none(
    points: str, numbers: list[str]
) -> None:
    _, terms = read(points)
    assert [t.number for t in terms] == numbers


@pytest.mark.parametrize(
    ("points", "modality", "condition"),
    [
        ("1. Should the Council violate point 12, the benefits of point 11 shall be suspended.", "lapses_if", "lapse"),
        ("1. If Lorn breaches point 11, all obligations of the Council shall end.", "lapses_if", "lapse"),
        ("1. Upon breach of this Agreement, the guarantees of point 12 are void.", "lapses_if", "lapse"),
        ("1. If the road is closed, Lorn shall open the bridge.", "must", "precondition"),
        ("1. If the Council fails to disarm, Lorn may suspend payments.", "may", "precondition"),
    ],
)
def test_what_a_breach_takes_away_lapses(points: str, modality: str, condition: str) -> None:
    _, terms = read(points)
    assert [(t.modality, [c.kind for c in t.conditions]) for t in terms] == [(modality, [condition])]


@pytest.mark.parametrize(
    ("points", "obligor", "beneficiary"),
    [
        ("1. The Council shall have full access to the archives.", (), ("Highland Council",)),
        ("1. The Joint Mission shall enjoy freedom of movement.", (), ("Joint Mission",)),
        ("1. The Council shall have the duty to guard the dam.", ("Highland Council",), ()),
        ("1. Lorn shall lift all sanctions imposed on the Council.", ("Lorn",), ("Highland Council",)),
        ("1. Lorn shall not lift the embargo on the Council.", ("Lorn",), ()),
        ("1. Upon confirmation by the Joint Mission, Lorn shall demine the road.", ("Lorn",), ()),
    ],
)
def test_who_is_bound_and_who_is_served(points: str, obligor: tuple[str, ...], beneficiary: tuple[str, ...]) -> None:
    _, terms = read(points)
    assert [(t.obligor, t.beneficiary) for t in terms] == [(obligor, beneficiary)]


@pytest.mark.parametrize(
    ("points", "verifier"),
    [
        ("1. The Joint Mission shall verify the withdrawal.", ("Joint Mission",)),
        ("1. The Lake Institute certifies each delivery.", ("Lake Institute",)),
        ("1. Upon certification by the Lake Institute, Lorn shall free all captives.", ("Lake Institute",)),
        ("1. The Parties shall verify the lists.", ()),
        ("1. The Joint Mission shall observe the armistice.", ()),
    ],
)
def test_who_verifies(points: str, verifier: tuple[str, ...]) -> None:
    _, terms = read(points)
    assert terms[0].verifier == verifier


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("pay 1.2 billion US dollars in four instalments within 60 days", "1.2 billion US dollars"),
        ("a fund of USD 750 million", "USD 750 million"),
        ("the remaining 65 %", "65 %"),
        ("within ten (10) days, release no fewer than 350 detainees", "350 detainees"),
        ("numbering not more than 4,500, not later than 30 days after signature", "4,500"),
        ("once point 2 has been carried out", None),
        ("compliance with points 10 to 13", None),
        ("persons under the age of 18", None),
        ("from 12:00 GMT", None),
    ],
)
def test_a_value_counts_something(said: str, value: str | None) -> None:
    assert amount(said) == value


@pytest.mark.parametrize(
    ("said", "limit"),
    [
        ("cease fire from 00:00 on 1 February 2026", "from 00:00 on 1 February 2026"),
        ("as of 12:00 on 3 March the guns fall silent", "as of 12:00 on 3 March"),
        ("to be rebuilt by mid-2029", "by mid-2029"),
        ("in force until 31 December 2030", "until 31 December 2030"),
        ("no later than thirty days after signature the troops leave", "no later than thirty days after signature"),
        (
            "not earlier than three and not later than five years after signature",
            "not earlier than three and not later than five years after signature",
        ),
        ("unless denounced on six months' notice", None),
        ("the accord of 4 May 2020 and the line of 2019", None),
        ("for ten years, with a report every 14 days", None),
    ],
)  # fmt: skip
def test_a_time_limit_is_whole(said: str, limit: str | None) -> None:
    assert deadline(said) == limit
