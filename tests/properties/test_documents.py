"""Whatever a report holds, its files carry it."""

import io
from decimal import Decimal

import docx
import openpyxl
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


@given(reports(consistent=False, blanks=True))
def test_what_was_written_as_word_reads_back_equal(report: dr.Report) -> None:
    reading = dr.read(dr.to_bytes(report, "docx"))
    assert reading.report == report
    known = {"R102": report.agency, "R103": report.year}
    assert [f.code for f in reading.findings] == [code for code, value in known.items() if value is None]


@given(reports(consistent=False, blanks=True))
@settings(max_examples=25)
def test_excel_carries_every_value_under_its_path(report: dr.Report) -> None:
    book = openpyxl.load_workbook(io.BytesIO(dr.to_bytes(report, "xlsx")))
    for path, value in report.cells().items():
        [(sheet, address)] = book.defined_names[path].destinations
        held = book[sheet][address.replace("$", "")].value
        assert (Decimal(repr(held)) if isinstance(value, Decimal) else held) == value


@given(reports())
@settings(max_examples=10)
def test_the_same_report_gives_the_same_bytes(report: dr.Report) -> None:
    for medium in ("docx", "xlsx", "json"):
        assert dr.to_bytes(report, medium) == dr.to_bytes(report, medium)
