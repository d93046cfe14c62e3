"""Every export is read back by another program's library, and gives what went in."""

from __future__ import annotations

import io
import json
import re
import warnings
from typing import Any

import msgspec
import pytest
from hypothesis import example, given

from nonpaper.drafts import consolidate
from nonpaper.model.claim import Claim
from nonpaper.present.exports import TABLES, ExportFormat, a_folder, one_file, row_schema, unguarded
from nonpaper.present.exports.bibtex import key_of
from nonpaper.present.exports.comma_separated import STARTS_FORMULA, comma_separated
from nonpaper.present.exports.rows import CodeRow
from tests.unit.exports.made import TEXT, WORDS, material, reading, span

OF = material()


def rows(name: str) -> list[dict[str, Any]]:
    lines = one_file(OF, ExportFormat.jsonl, [name]).decode().split("\n")
    return [{k: v for k, v in json.loads(line).items() if k != "record"} for line in lines if line]


def cells_of(data: bytes) -> list[dict[str, str]]:
    """CSV as Arrow reads it, every cell a string."""
    csv, arrow = pytest.importorskip("pyarrow.csv"), pytest.importorskip("pyarrow")
    names = data.split(b"\r\n", 1)[0].decode().split(",")
    return csv.read_csv(
        io.BytesIO(data),
        parse_options=csv.ParseOptions(newlines_in_values=True),
        convert_options=csv.ConvertOptions(column_types=dict.fromkeys(names, arrow.string())),
    ).to_pylist()


@pytest.mark.parametrize("table", TABLES)
def test_csv_as_arrow_reads_it(table: str) -> None:
    read = cells_of(one_file(OF, ExportFormat.csv, [table]))
    assert len(read) == len(rows(table)) > 0
    for cells, row in zip(read, rows(table), strict=True):
        for name, value in row.items():
            assert _value(cells[name], value) == value


def _value(cell: str, like: Any) -> Any:
    if like is None or like == []:
        return {"": like}[cell]
    if isinstance(like, bool):
        return {"true": True, "false": False}[cell]
    return int(cell) if isinstance(like, int) else json.loads(cell) if isinstance(like, list) else unguarded(cell)


@given(WORDS)
@example("\x0c=")
@example(" \t1")
def test_no_cell_is_a_formula_and_the_words_come_back(words: str) -> None:
    row = CodeRow(
        provision=words, report="r", vocabulary="PAM", code="4", name="n", rule="r", start=0, end=1, words=words
    )
    (read,) = cells_of(comma_separated([row], CodeRow).encode())
    assert read["words"][0] not in STARTS_FORMULA
    assert read["words"].lstrip()[:1] not in STARTS_FORMULA
    assert unguarded(read["words"]) == unguarded(read["provision"]) == words


@pytest.mark.parametrize("table", TABLES)
def test_parquet_keeps_types_lists_and_nulls(table: str) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    read = parquet.read_table(io.BytesIO(one_file(OF, ExportFormat.parquet, [table])))
    assert read.to_pylist() == [plain(row) for row in OF.tables[table]]


def plain(row: Any) -> dict[str, Any]:
    """The fields, lists as Arrow gives them back."""
    return {k: list(v) if isinstance(v, tuple) else v for k, v in msgspec.structs.asdict(row).items()}


def test_parquet_without_pyarrow_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    from nonpaper.errors import MissingExtraError

    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"nonpaper\[tables\]"):
        one_file(OF, ExportFormat.parquet, ["reports"])


def test_json_lines_fit_their_schema_and_the_schema_refuses() -> None:
    schema = pytest.importorskip("jsonschema")
    check = schema.Draft202012Validator(row_schema())
    lines = [json.loads(x) for x in one_file(OF, ExportFormat.jsonl, list(TABLES)).decode().splitlines()]
    assert {line["record"] for line in lines} == {name.removesuffix("s") for name in TABLES}
    assert not [e for line in lines for e in check.iter_errors(line)]
    for line in lines:
        assert list(check.iter_errors(line | {"unknown": 1}))
        assert list(check.iter_errors(line | {"record": "verdict"}))


def test_every_quote_is_exact() -> None:
    for name in set(TABLES) - {"reports"}:
        placed = [r for r in rows(name) if r["start"] is not None]
        assert placed
        assert all(TEXT[r["start"] : r["end"]] == r["words"] for r in placed)


def test_unsure_statements_belong_to_no_term_and_get_no_code() -> None:
    unsure = [r for r in rows("provisions") if r["unsure"]]
    assert unsure
    assert all(r["term"] is None for r in unsure)
    assert not {r["provision"] for r in unsure} & {r["provision"] for r in rows("codes")}


def test_a_demand_stays_a_demand_and_belongs_to_no_text() -> None:
    demands = [r for r in rows("provisions") if r["presented_as"] == "demand"]
    assert demands
    assert all(r["draft_id"] is None and r["term"] for r in demands)


def test_bibtex_as_bibtexparser_reads_it() -> None:
    parser = pytest.importorskip("bibtexparser")
    text = one_file(OF, ExportFormat.bibtex, []).decode()
    library = parser.parse_string(text)
    assert not library.failed_blocks
    assert len(library.entries) == 2
    first = {f.key: f.value for f in library.entries[0].fields}
    assert first["date"] == "2031-03-05"
    assert first["howpublished"] == "Lorn Gazette"
    assert first["url"] == "https://example.org/a?q=1&r=2"
    assert re.sub(r"\\([{}%&#_$])", r"\1", first["title"].strip("{}") + "}") == reading().report.title


def test_csl_has_what_processors_need_and_nothing_guessed() -> None:
    items = json.loads(one_file(material(reading(), reading("c", outlet=None, published=None)), ExportFormat.csl, []))
    assert items[0]["issued"] == {"date-parts": [[2031, 3, 5]]}
    assert items[0]["container-title"] == "Lorn Gazette"
    assert "issued" not in items[1]
    assert items[1]["type"] == "document"
    assert len({i["id"] for i in items}) == 2


def graph(form: ExportFormat) -> Any:
    rdflib = pytest.importorskip("rdflib")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return rdflib.Graph().parse(data=one_file(OF, form, []), format="json-ld")


OA, PROV = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/prov#"


def test_annotations_as_rdflib_reads_them() -> None:
    import rdflib

    g, oa = graph(ExportFormat.webannotation), rdflib.Namespace(OA)
    found = set()
    for note in g.subjects(rdflib.RDF.type, oa.Annotation):
        selectors = list(g.objects(g.value(note, oa.hasTarget), oa.hasSelector))
        quote = next(s for s in selectors if (s, rdflib.RDF.type, oa.TextQuoteSelector) in g)
        place = next(s for s in selectors if (s, rdflib.RDF.type, oa.TextPositionSelector) in g)
        start, end = int(g.value(place, oa.start)), int(g.value(place, oa.end))
        exact = str(g.value(quote, oa.exact))
        assert TEXT[start:end] == exact
        assert TEXT[:start].endswith(str(g.value(quote, oa.prefix) or ""))
        assert TEXT[end:].startswith(str(g.value(quote, oa.suffix) or ""))
        found.add((str(g.value(note, oa.motivatedBy)).removeprefix(OA), exact))
    assert ("questioning", "any limit") in found
    assert ("describing", "rejects any limit") in found
    assert ("classifying", "army") in found
    assert len(list(g.subjects(rdflib.RDF.type, oa.Annotation))) == sum(
        len(OF.tables[t]) for t in ("claims", "provisions", "positions", "codes")
    )


def test_provenance_leads_from_each_term_to_its_report_and_primary_source() -> None:
    import rdflib

    g, prov = graph(ExportFormat.prov), rdflib.Namespace(PROV)
    term_type = rdflib.URIRef("urn:nonpaper:terms:Term")
    terms = list(g.subjects(rdflib.RDF.type, term_type))
    assert len(terms) == sum(len(d.terms) for d in OF.together.drafts) + len(OF.together.outside)
    for term in terms:
        for statement in g.objects(term, prov.wasDerivedFrom):
            (report,) = g.objects(statement, prov.wasQuotedFrom)
            assert (report, rdflib.RDF.type, rdflib.URIRef("urn:nonpaper:terms:Report")) in g
            assert str(g.value(statement, prov.value)) in TEXT
    sources = {str(g.value(o, rdflib.RDFS.label)) for o in g.objects(None, prov.hadPrimarySource)}
    assert "Harbour Post" in sources
    assert not [v for v in g.objects(None, prov.value) if str(v) == "any limit"]


def test_two_reports_that_rest_on_one_origin_meet_in_it() -> None:
    import rdflib

    g, prov = graph(ExportFormat.prov), rdflib.Namespace(PROV)
    (origin,) = {
        o for o in g.objects(None, prov.hadPrimarySource) if str(g.value(o, rdflib.RDFS.label)) == "Harbour Post"
    }
    reports = {
        s
        for s in g.subjects(prov.hadPrimarySource, origin)
        if (s, rdflib.RDF.type, rdflib.URIRef("urn:nonpaper:terms:Report")) in g
    }
    assert len(reports) == 2


@pytest.mark.parametrize("form", [ExportFormat.webannotation, ExportFormat.prov])
def test_contexts_stand_in_the_document(form: ExportFormat) -> None:
    assert isinstance(json.loads(one_file(OF, form, []))["@context"], dict)


def test_a_folder_gets_a_file_a_table_or_the_one_document() -> None:
    assert set(a_folder(OF, ExportFormat.csv, list(TABLES))) == {f"{t}.csv" for t in TABLES}
    assert set(a_folder(OF, ExportFormat.prov, list(TABLES))) == {"provenance.jsonld"}


def test_a_spokesperson_acts_for_the_party_and_stays_one_agent() -> None:
    import rdflib

    from nonpaper.present.exports.prov import provenance

    base = reading()
    claim = Claim(
        source=(span("Maros"),),
        cue=(span("rejects"),),
        content=(span("any limit"),),
        kind="on_record_spokesperson",
        party="Kessara",
    )
    again = Claim(
        source=(span("Maros"),), cue=(span("rejects"),), content=(span("any limit"),), kind="on_record_principal"
    )
    given = [msgspec.structs.replace(base, claims=(claim, again), provisions=(), positions=())]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        g = rdflib.Graph().parse(data=provenance(given, consolidate(given)), format="json-ld")
    prov = rdflib.Namespace(PROV)
    ((agent, party),) = g.subject_objects(prov.actedOnBehalfOf)
    assert (str(g.value(agent, rdflib.RDFS.label)), str(g.value(party, rdflib.RDFS.label))) == ("Maros", "Kessara")


def test_ids_that_no_key_may_have_do_not_become_one() -> None:
    rows = [msgspec.structs.replace(OF.tables["reports"][0], report=name) for name in ("a.b", "a:b", "ab")]
    assert len({key_of(r) for r in rows}) == 3
