"""Tables: every statement has its place, doubt is kept, demands stay apart, and Arrow gives back what went in."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta, timezone

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nonpaper.dossier.asking import Reports
from nonpaper.dossier.corpus import Corpus
from nonpaper.dossier.reading import Outcome
from nonpaper.errors import ExportError, ReportError
from nonpaper.model.reading import Reading
from nonpaper.present.exports import TABLES
from nonpaper.present.exports.basis import moment
from tests.unit.drafts.written import report

TEXT = (
    "The draft limits the army to 60,000. The draft limits the army to 80,000. Kessara demands that all children "
    "return. The draft frees the prisoners. Kessara rejects the limit. Norvia says Kessara accepts the limit. "
    "The draft never limits the army."
)
LIMIT = {"topic": "force_limits", "obligor": ("Kessara",), "draft": "22-point"}
STATED = (
    ("limits the army to 60,000", LIMIT | {"value": "60,000"}),
    ("limits the army to 80,000", LIMIT | {"value": "80,000"}),
    ("all children return", {"topic": "children", "presented_as": "demand"}),
    ("frees the prisoners", {"topic": "prisoners", "draft": "22-point"}),
    ("never limits the army", LIMIT | {"status": "denied"}),
)
STANDS = (
    ("Kessara rejects the limit", {"party": "Kessara", "topic": "force_limits", "stance": "rejects", "basis": "self"}),
    (
        "Kessara accepts the limit",
        {"party": "Kessara", "topic": "force_limits", "stance": "accepts", "basis": "counterpart"},
    ),
    (
        "accepts the limit",
        {
            "party": "Kessara",
            "topic": "force_limits",
            "stance": "accepts",
            "basis": "counterpart",
            "unsure": True,
            "doubts": ("not plain",),
        },
    ),
)
FIRST = report("Harbour Post", TEXT, *STATED[:1], STATED[2], published="2031-03-04T23:30:00-05:00")
SECOND = report("Lorn Gazette", TEXT + " ", *STATED[1:], stands=STANDS, published="2031-03-06")
UNSURE = report("Hadrin Wire", TEXT + "  ", ("limits the army to 60,000", LIMIT | {"unsure": True}), published=None)


def asked(*readings: Reading) -> Reports:
    return Reports(Corpus(outcome=Outcome(readings=readings)))


OF = asked(FIRST, SECOND, UNSURE)


def test_each_sure_statement_stands_in_one_account_and_no_unsure_one_in_any() -> None:
    stated = [s for row in OF.rows("terms") for s in row.statements]
    assert sorted(stated) == sorted(r.provision for r in OF.rows("provisions") if not r.unsure)
    assert any(r.unsure for r in OF.rows("provisions"))


def test_accounts_that_differ_stand_side_by_side_and_are_called_contested() -> None:
    limits = [r for r in OF.rows("terms") if r.topic == "force_limits" and r.value]
    assert [(r.value, r.contested) for r in limits] == [("60,000", True), ("80,000", True)]
    assert len({r.term for r in limits}) == 1
    (free,) = [r for r in OF.rows("terms") if r.topic == "prisoners"]
    assert not free.contested


def test_a_demand_is_in_no_text_and_says_what_it_is() -> None:
    (row,) = [r for r in OF.rows("terms") if r.topic == "children"]
    assert (row.draft, row.draft_id, row.text_status, row.presented_as) == (None, None, None, "demand")


def test_a_denial_is_told_and_is_nobody_s_origin() -> None:
    denied = [r for r in OF.rows("terms") if r.denied_in]
    (denial,) = [r.provision for r in OF.rows("provisions") if r.status == "denied"]
    assert [d for r in denied for d in r.denied_in].count(denial) == len(denied) > 0
    assert denial not in {r.provision for r in OF.rows("origins")}


def test_own_words_against_others_are_contested_and_of_an_unsure_stance_that_is_unknown() -> None:
    assert [(r.basis, r.unsure, r.contested) for r in OF.rows("positions")] == [
        ("self", False, True),
        ("counterpart", False, True),
        ("counterpart", True, None),
    ]


def test_a_day_is_the_reports_own_and_a_moment_has_its_zone() -> None:
    days = {r.outlet: (r.published_on, r.published_at) for r in OF.rows("reports")}
    assert days["Harbour Post"] == (date(2031, 3, 4), datetime(2031, 3, 5, 4, 30, tzinfo=UTC))
    assert days["Lorn Gazette"] == (date(2031, 3, 6), None)
    assert days["Hadrin Wire"] == (None, None)


def test_a_date_that_cannot_be_right_is_no_day_and_says_why() -> None:
    late = msgspec.structs.replace(SECOND, report=msgspec.structs.replace(SECOND.report, published="2021-03-06"))
    wrong = asked(FIRST, msgspec.structs.replace(late, origins=("Harbour Post",)))
    (row,) = [r for r in wrong.rows("reports") if r.outlet == "Lorn Gazette"]
    assert (row.published, row.published_on, row.published_at) == ("2021-03-06", None, None)
    assert "long before" in row.date_doubt
    assert {r.published_on for r in wrong.rows("provisions")} == {date(2031, 3, 4), None}


@pytest.mark.parametrize("name", TABLES)
def test_the_order_of_reports_decides_no_row(name: str) -> None:
    shuffled = [UNSURE, FIRST, SECOND]
    random.Random(1).shuffle(shuffled)
    assert set(map(msgspec.json.encode, asked(*shuffled).rows(name))) == set(map(msgspec.json.encode, OF.rows(name)))


@pytest.mark.parametrize("name", TABLES)
def test_arrow_gives_back_the_rows_and_never_leaves_a_needed_cell_empty(name: str) -> None:
    pytest.importorskip("pyarrow")
    table = OF.table(name)
    plain = [
        {k: list(v) if isinstance(v, tuple) else v for k, v in msgspec.structs.asdict(row).items()}
        for row in OF.rows(name)
    ]
    assert table.to_pylist() == plain
    table.validate(full=True)
    needed = [f.name for f in table.schema if not f.nullable]
    assert needed
    assert all(table[column].null_count == 0 for column in needed)
    assert all(f.metadata[b"meaning"] for f in table.schema)


def test_types_are_those_of_the_page() -> None:
    pa = pytest.importorskip("pyarrow")
    schema = OF.table("reports").schema
    assert schema.field("published_on").type == pa.date32()
    assert schema.field("published_at").type == pa.timestamp("us", tz="UTC")
    assert pa.types.is_list(schema.field("origins").type)
    assert schema.field("characters").type == pa.int64()


def test_an_unknown_table_or_format_is_a_wrong_call_that_names_what_there_is() -> None:
    with pytest.raises(ExportError, match="positions"):
        OF.rows("stances")
    with pytest.raises(ExportError, match="parquet"):
        OF.export("xlsx")
    with pytest.raises(ReportError):
        asked().rows("positions")


ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.text("0123456789-:.TZ+", max_size=30) | st.datetimes(timezones=ZONES).map(datetime.isoformat))
def test_a_moment_is_read_or_is_none(stated: str) -> None:
    found = moment(stated)
    assert found is None or (found.tzinfo is not None and found.isoformat())
