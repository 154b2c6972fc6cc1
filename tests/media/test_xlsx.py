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


def test_the_sheets_have_chinese_names(full: dr.Report) -> None:
    names = ["说明", "二 主动公开", "三 申请", "四 复议诉讼", "文字", "勾稽检查"]
    assert _book(full).sheetnames == names
    assert openpyxl.load_workbook(io.BytesIO(dr.to_bytes(full, "xlsx", fillable=True))).sheetnames == names


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
    own = {name for name in book.defined_names if name.startswith(("sheet.", "detail."))}
    assert set(book.defined_names) - own == set(full.cells())
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
    of_tables = ("二、", "三、", "四、")
    blocks = [
        block
        for block in compose(full).blocks[1:]
        if not isinstance(block, Grid) and not block.text.startswith(of_tables)
    ]
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
        assert "_x005F_x0041_" in package.read("xl/worksheets/sheet5.xml").decode()


def test_a_cell_never_holds_more_than_excel_does(full: dr.Report) -> None:
    sheet = _book(full.replace(other_matters=dr.Prose.from_text("😀" * 20_000)))["文字"]
    units = [len(str(text).encode("utf-16-le")) // 2 for _, text in sheet.iter_rows(values_only=True)]
    assert max(units) <= 32_767
    assert sum(units[-2:]) == 40_000


def test_the_guide_has_the_details_and_the_forms(full: dr.Report) -> None:
    rows = list(_book(full.replace(document_number="青政〔2022〕1号"))["说明"].iter_rows(values_only=True))
    assert ("行政机关", "青溪镇") in rows
    assert ("年份", "2021") in rows
    assert ("文号", "青政〔2022〕1号") in rows
    assert ("三 申请", "国办公开办函〔2021〕30号") in rows


@pytest.mark.parametrize("fillable", [False, True])
def test_every_sheet_is_set_up_for_a4_with_the_title_in_its_header(fillable: bool, full: dr.Report) -> None:
    full = full.replace(title="青溪镇2021年度报告 A&B")
    book = openpyxl.load_workbook(io.BytesIO(dr.to_bytes(full, "xlsx", fillable=fillable)))
    for sheet in book.worksheets:
        header, properties = sheet.oddHeader, sheet.sheet_properties.pageSetUpPr
        assert sheet.page_setup.paperSize == 9
        assert properties
        assert (sheet.page_setup.fitToWidth, properties.fitToPage) == (1, True)
        assert header
        assert header.center.text == "青溪镇2021年度报告 A&&B"
    assert [book[name].page_setup.fitToHeight for name in ("二 主动公开", "三 申请", "四 复议诉讼")] == [
        1,
        1,
        1,
    ]
    assert book["三 申请"].print_title_rows == "$1:$3"
    assert book["文字"].print_title_rows == "$1:$1"
    assert book["勾稽检查"].print_title_rows == "$6:$6"


def _cached(report: dr.Report, **options: Any) -> Any:
    return openpyxl.load_workbook(io.BytesIO(dr.to_bytes(report, "xlsx", **options)), data_only=True)


def test_the_checks_say_what_evaluate_says(full: dr.Report) -> None:
    report = full.replace(
        {
            "applications.newly_received.total": 99,
            "applications.carried_forward.natural_person": None,
            "disputes.reconsideration.upheld": None,
            "disputes.reconsideration.corrected": 5,
        }
    )
    rows = list(_cached(report)["勾稽检查"].iter_rows(min_row=7, values_only=True))
    marks = {"satisfied": "✓", "violated": "✗", "undetermined": None}
    expected = [(e.left, e.right, e.difference, marks[e.status]) for e in dr.evaluate(report)]
    assert [row[1:] for row in rows] == expected
    assert [row[0].split("：")[0] for row in rows] == [e.relation.label for e in dr.evaluate(report)]


def test_a_record_keeps_its_own_totals(full: dr.Report) -> None:
    report = full.replace({"applications.newly_received.total": 99})
    book = _book(report)
    [(sheet, address)] = book.defined_names["applications.newly_received.total"].destinations
    assert book[sheet][address.replace("$", "")].value == 99
    assert not book[sheet].protection.sheet


def test_who_goes_on_editing_opens_the_bytes(full: dr.Report) -> None:
    book = _book(full)
    book["文字"].append([None, "另附一段。"])
    made = io.BytesIO()
    book.save(made)
    reading = dr.read(made.getvalue())
    assert reading.report.other_matters.text.endswith("\n另附一段。")
    assert reading.report.cells() == full.cells()
