"""Whatever a report holds, its files carry it."""

import io
from decimal import Decimal

import docx
import openpyxl
import pytest
from hypothesis import given, settings

import disclosure_report as dr
from disclosure_report.blocks import Grid
from disclosure_report.layout.compose import compose
from disclosure_report.testing import reports


@given(reports(consistent=False, blanks=True))
@settings(max_examples=25)
def test_word_carries_every_paragraph(report: dr.Report) -> None:
    document = docx.Document(io.BytesIO(dr.to_bytes(report, "docx")))
    expected = [block.text for block in compose(report).blocks if not isinstance(block, Grid)]
    assert [paragraph.text for paragraph in document.paragraphs] == expected


@pytest.mark.parametrize("medium", ["docx", "xlsx", "html", "text", "markdown"])
@given(report=reports(consistent=False, blanks=True))
def test_what_was_written_reads_back_equal(medium: str, report: dr.Report) -> None:
    reading = dr.read(dr.to_bytes(report, medium))
    assert reading.report == report
    assert [f.code for f in reading.findings] == _unknown(report)


@given(reports(consistent=False, blanks=True))
@settings(max_examples=25)
def test_excel_carries_every_value_under_its_path(report: dr.Report) -> None:
    book = openpyxl.load_workbook(io.BytesIO(dr.to_bytes(report, "xlsx")))
    for path, value in report.cells().items():
        [(sheet, address)] = book.defined_names[path].destinations
        held = book[sheet][address.replace("$", "")].value
        assert (Decimal(repr(held)) if isinstance(value, Decimal) else held) == value


@given(reports())
@settings(max_examples=30)
def test_a_form_that_holds_together_reads_back_equal(report: dr.Report) -> None:
    reading = dr.read(dr.to_bytes(report, "xlsx", fillable=True))
    assert reading.report == report
    assert [f.code for f in reading.findings] == _unknown(report)


@given(reports(consistent=False, blanks=True))
@settings(max_examples=30)
def test_a_form_computes_blank_totals_and_keeps_every_number(report: dr.Report) -> None:
    read = dr.read(dr.to_bytes(report, "xlsx", fillable=True)).report
    satisfied = {e.relation.right for e in dr.evaluate(read) if e.status == "satisfied"}
    for path, value in report.cells().items():
        if value is None and read[path] is not None:
            assert (path,) in satisfied
        else:
            assert read[path] == value


@given(reports(consistent=False, blanks=True))
@settings(max_examples=25)
def test_each_formula_of_the_checks_has_the_value_that_evaluate_gives(report: dr.Report) -> None:
    book = openpyxl.load_workbook(io.BytesIO(dr.to_bytes(report, "xlsx")), data_only=True)
    rows = book["勾稽检查"].iter_rows(min_row=7, min_col=2, values_only=True)
    marks = {"satisfied": "✓", "violated": "✗", "undetermined": None}
    assert list(rows) == [(e.left, e.right, e.difference, marks[e.status]) for e in dr.evaluate(report)]


def _unknown(report: dr.Report) -> list[str]:
    known = {"R102": report.agency, "R103": report.year}
    return [code for code, value in known.items() if value is None]


@given(reports())
@settings(max_examples=10)
def test_the_same_report_gives_the_same_bytes(report: dr.Report) -> None:
    for medium in ("docx", "xlsx", "html", "json", "text", "markdown"):
        assert dr.to_bytes(report, medium) == dr.to_bytes(report, medium)
    assert dr.to_bytes(report, "xlsx", fillable=True) == dr.to_bytes(report, "xlsx", fillable=True)
