"""Workbooks, as openpyxl reads them."""

import io
import zipfile
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

import disclosure_report as dr
from disclosure_report.blocks import Grid, Heading
from disclosure_report.layout.compose import compose
from disclosure_report.media.xlsx.text import LONGEST
from disclosure_report.media.xlsx.words import CONTINUED


def _book(report: dr.Report) -> Any:
    return openpyxl.load_workbook(io.BytesIO(dr.to_bytes(report, "xlsx")))


def test_one_sheet_for_each_table_and_one_for_the_text(full: dr.Report) -> None:
    assert _book(full).sheetnames == ["二 主动公开", "三 申请", "四 复议诉讼", "文字"]


@pytest.mark.parametrize("year", [2019, 2021])
def test_sheets_have_every_merge_label_and_value(year: int) -> None:
    report = dr.Report.blank("青溪镇", year).replace({"applications.newly_received.total": 12345678})
    book = _book(report)
    for grid in (block for block in compose(report).blocks if isinstance(block, Grid)):
        sheet = book[grid.shape.title]
        merges = {
            (m.min_row - 1, m.min_col - 1, m.max_row - m.min_row + 1, m.max_col - m.min_col + 1)
            for m in sheet.merged_cells.ranges
        }
        boxes = grid.shape.boxes
        assert merges == {(b.row, b.column, b.rowspan, b.colspan) for b in boxes if b.rowspan * b.colspan > 1}
        for box in boxes:
            content = grid.values[box.content] if isinstance(box.content, int) else box.content
            assert sheet.cell(box.row + 1, box.column + 1).value == content


def test_every_value_cell_has_its_path_as_a_name(full: dr.Report) -> None:
    book = _book(full)
    assert set(book.defined_names) == set(full.cells())
    for path, value in full.cells().items():
        [(sheet, address)] = book.defined_names[path].destinations
        assert book[sheet][address.replace("$", "")].value == value


def test_an_amount_is_a_number_without_loss(full: dr.Report) -> None:
    path = "proactive_disclosure.administrative_fees.amount"
    amount = Decimal("24252.311082")
    book = _book(full.replace({path: amount}))
    [(sheet, address)] = book.defined_names[path].destinations
    assert Decimal(repr(book[sheet][address.replace("$", "")].value)) == amount


def test_text_stands_one_block_a_row_with_its_level(full: dr.Report) -> None:
    rows = list(_book(full)["文字"].iter_rows(min_row=2, values_only=True))
    blocks = [block for block in compose(full).blocks if not isinstance(block, Grid)]
    expected = [(str(b.level) if isinstance(b, Heading) else None, b.text) for b in blocks]
    assert [(level or None, text) for level, text in rows] == expected


HOSTILE = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "<c>", "&lt;", "http://example.com", "a\tb"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_formula_or_a_link(text: str, full: dr.Report) -> None:
    sheet = _book(full.replace(other_matters=dr.Prose.from_text(text), agency=None))["文字"]
    cell = sheet.cell(sheet.max_row, 2)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_text_over_the_longest_cell_goes_on_in_the_next_row(full: dr.Report) -> None:
    long = "长" * (LONGEST + 5)
    rows = list(
        _book(full.replace(other_matters=dr.Prose.from_text(long)))["文字"].iter_rows(values_only=True)
    )
    assert [len(text) for _, text in rows[-2:]] == [LONGEST, 5]
    assert rows[-1][0] == CONTINUED


def test_the_same_report_gives_the_same_bytes(full: dr.Report) -> None:
    assert dr.to_bytes(full, "xlsx") == dr.to_bytes(full, "xlsx")


def test_text_that_looks_like_a_code_of_a_sheet_stays_text(full: dr.Report) -> None:
    data = dr.to_bytes(full.replace(other_matters=dr.Prose.from_text("_x0041_")), "xlsx")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert "_x005F_x0041_" in package.read("xl/worksheets/sheet4.xml").decode()


def test_a_cell_never_holds_more_than_excel_does(full: dr.Report) -> None:
    sheet = _book(full.replace(other_matters=dr.Prose.from_text("😀" * 20_000)))["文字"]
    units = [len(str(text).encode("utf-16-le")) // 2 for _, text in sheet.iter_rows(values_only=True)]
    assert max(units) <= 32_767
    assert sum(units[-2:]) == 40_000
