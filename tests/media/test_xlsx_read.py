"""Workbooks that come back, and workbooks of others: no silent 0, every doubt with sheet and cell."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

import disclosure_report as dr
from disclosure_report.blocks import Grid, Heading, Place
from disclosure_report.errors import DamagedFileError, FileTooLargeError
from disclosure_report.layout.compose import compose
from disclosure_report.layout.recognise.reading import Reading


PATH = "applications.newly_received.natural_person"
TITLE = "三 申请"


@pytest.fixture
def numbered(full: dr.Report) -> dr.Report:
    counts = [said.path for said in dr.fields(dr.Form.Y2021) if said.kind == "count"]
    return full.replace({path: 100 + number for number, path in enumerate(counts)})


def edited(report: dr.Report, edit: Callable[[Any], object]) -> Reading:
    book = openpyxl.load_workbook(io.BytesIO(dr.to_bytes(report, "xlsx")))
    edit(book)
    return saved(book)


def saved(book: Any) -> Reading:
    made = io.BytesIO()
    book.save(made)
    return dr.read(made.getvalue())


def cell_of(book: Any, path: str) -> Any:
    [(sheet, address)] = book.defined_names[path].destinations
    return book[sheet][address.replace("$", "")]


def codes(reading: Reading) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.place)) for finding in reading.findings]


def parts_changed(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as package,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for name in package.namelist():
            copy.writestr(name, change(name, package.read(name)))
    return made.getvalue()


@pytest.mark.parametrize("form", dr.Form)
@pytest.mark.parametrize("fillable", [False, True])
def test_each_kind_reads_back_equal_with_the_place_of_every_cell(form: dr.Form, fillable: bool) -> None:
    for report in (
        dr.Report.blank("青溪镇", form.value),
        dr.complete(dr.Report.blank("青溪镇", form.value), zeros=True).report,
    ):
        reading = dr.read(dr.to_bytes(report, "xlsx", fillable=fillable))
        assert reading.report == report
        assert reading.findings == ()
        assert reading.left_over == ()
        places = [source.place for source in reading.sources.values()]
        assert len(set(places)) == len(report.cells())
    assert reading.sources[PATH].place == Place(sheet=TITLE, row=4, column=4)
    assert str(reading.sources[PATH].place) == "三 申请!D4"


def test_another_name_of_a_sheet_and_another_order_change_nothing(numbered: dr.Report) -> None:
    def change(name: str, data: bytes) -> bytes:
        if name != "xl/workbook.xml":
            return data
        text = data.decode().replace("&#19977; &#30003;&#35831;", "Sheet 1").replace("三 申请", "Sheet 1")
        sheets = re.findall("<sheet .*?/>", text)
        return text.replace("".join(sheets), "".join(reversed(sheets))).encode()

    reading = dr.read(parts_changed(dr.to_bytes(numbered, "xlsx"), change))
    assert reading.report == numbered
    assert reading.findings == ()
    assert str(reading.sources[PATH].place) == "Sheet 1!D4"


def _with_rows_above(book: Any, title: str, at: int, amount: int) -> None:
    """Rows inserted as a spreadsheet program does it: merges and names move along."""
    sheet = book[title]
    merges = [str(each) for each in sheet.merged_cells.ranges]
    for each in merges:
        sheet.unmerge_cells(each)
    sheet.insert_rows(at, amount)

    def moved(found: re.Match[str]) -> str:
        row = int(found[2])
        return f"{found[1]}{row + amount if row >= at else row}"

    for each in merges:
        sheet.merge_cells(re.sub(r"([A-Z]+)(\d+)", moved, each))
    for name in book.defined_names.values():
        if title in name.attr_text:
            name.attr_text = re.sub(r"(\$[A-Z]+\$)(\d+)", moved, name.attr_text)


@pytest.mark.parametrize("at", [1, 4, 6, 20])
def test_inserted_rows_change_nothing(at: int, numbered: dr.Report) -> None:
    def edit(book: Any) -> None:
        _with_rows_above(book, TITLE, at, 2)

    reading = edited(numbered, edit)
    assert reading.report == numbered
    assert reading.findings == ()


def test_text_in_a_number_cell_is_a_finding_with_its_address(numbered: dr.Report) -> None:
    reading = edited(numbered, lambda book: setattr(cell_of(book, PATH), "value", "约3件"))
    assert reading.report == numbered.replace({PATH: None})
    assert codes(reading) == [("R305", "三 申请!D4")]


def test_a_number_kept_as_text_is_read_and_noted(numbered: dr.Report) -> None:
    reading = edited(numbered, lambda book: setattr(cell_of(book, PATH), "value", " １２ "))
    assert reading.report == numbered.replace({PATH: 12})
    assert codes(reading) == [("R504", "三 申请!D4")]


def test_a_deleted_name_is_noted_and_its_label_serves(numbered: dr.Report) -> None:
    reading = edited(numbered, lambda book: book.defined_names.pop(PATH))
    assert reading.report == numbered
    assert codes(reading) == [("R501", "三 申请!D4")]


def test_a_changed_label_is_noted_and_the_names_serve(numbered: dr.Report) -> None:
    reading = edited(numbered, lambda book: setattr(book[TITLE]["A4"], "value", "新收"))
    assert reading.report == numbered
    assert [code for code, _ in codes(reading)] == ["R503", "R401"]


def test_where_name_and_label_disagree_nothing_is_picked(numbered: dr.Report) -> None:
    def edit(book: Any) -> None:
        book.defined_names[PATH].attr_text = "'三 申请'!$E$4"

    reading = edited(numbered, edit)
    assert reading.report == numbered.replace({PATH: None})
    assert codes(reading) == [("R502", "三 申请!E4")]


def test_a_formula_that_somebody_typed_is_noted(numbered: dr.Report) -> None:
    def change(name: str, data: bytes) -> bytes:
        before, after = b"<v>110</v>", b"<f>5*22</f><v>110</v>"
        return data.replace(before, after, 1) if name == "xl/worksheets/sheet3.xml" else data

    assert numbered[PATH] == 109
    other = PATH.replace("natural_person", "commercial_enterprise")
    reading = dr.read(parts_changed(dr.to_bytes(numbered, "xlsx"), change))
    assert reading.report == numbered
    assert [(finding.code, finding.paths) for finding in reading.findings] == [("R505", (other,))]


def test_a_formula_without_a_result_is_no_zero(numbered: dr.Report) -> None:
    reading = edited(numbered, lambda book: setattr(cell_of(book, PATH), "value", "=1+1"))
    assert reading.report == numbered.replace({PATH: None})
    assert codes(reading) == [("R506", "三 申请!D4")]


@pytest.mark.parametrize("error", ["#REF!", "#DIV/0!", "Err:522"])
def test_the_error_of_a_formula_is_no_number(error: str, numbered: dr.Report) -> None:
    """Also of one that refers to itself."""

    def change(name: str, data: bytes) -> bytes:
        before = b'<c r="D4" s="'
        return (
            re.sub(
                before + rb'(\d+)"><v>\d+</v>',
                before + rb'\1" t="e"><f>D4</f><v>' + error.encode() + b"</v>",
                data,
            )
            if name == "xl/worksheets/sheet3.xml"
            else data
        )

    reading = dr.read(parts_changed(dr.to_bytes(numbered, "xlsx"), change))
    assert reading.report == numbered.replace({PATH: None})
    assert codes(reading)[0] == ("R305", "三 申请!D4")


def test_a_date_where_a_count_stands_is_no_number(numbered: dr.Report) -> None:
    reading = edited(numbered, lambda book: setattr(cell_of(book, PATH), "value", date(2022, 1, 6)))
    assert reading.report == numbered.replace({PATH: None})
    assert codes(reading) == [("R305", "三 申请!D4")]
    assert reading.sources[PATH].text == "2022-01-06"


@pytest.mark.parametrize("code", ["0%", "0.00%", "#,##0,", '0.0,"千"', "0.00E+00%"])
def test_a_number_that_is_shown_scaled_is_no_number(code: str, numbered: dr.Report) -> None:
    reading = edited(numbered, lambda book: setattr(cell_of(book, PATH), "number_format", code))
    assert reading.report == numbered.replace({PATH: None})
    assert codes(reading) == [("R305", "三 申请!D4")]


@pytest.mark.parametrize("code", ["#,##0", "0", "¥#,##0.00", '0"件"', "0.00E+00", "@", "_ * #,##0_ "])
def test_a_number_that_is_shown_as_itself_is_read(code: str, numbered: dr.Report) -> None:
    reading = edited(numbered, lambda book: setattr(cell_of(book, PATH), "number_format", code))
    assert reading.report == numbered


def test_hidden_rows_columns_and_sheets_are_noted(numbered: dr.Report) -> None:
    def row(book: Any) -> None:
        book[TITLE].row_dimensions[4].hidden = True

    def column(book: Any) -> None:
        book[TITLE].column_dimensions["D"].hidden = True

    def sheet(book: Any) -> None:
        book[TITLE].sheet_state = "hidden"

    for edit, count in ((row, 7), (column, 25), (sheet, 175)):
        reading = edited(numbered, edit)
        assert reading.report == numbered
        [finding] = reading.findings
        assert (finding.code, len(finding.paths), str(finding.place)) == ("R507", count, "三 申请!D4")


def test_a_cell_that_was_merged_away_is_blank_and_noted(numbered: dr.Report) -> None:
    reading = edited(numbered, lambda book: book[TITLE].merge_cells("D4:E4"))
    other = PATH.replace("natural_person", "commercial_enterprise")
    assert reading.report == numbered.replace({other: None})
    assert ("R508", "三 申请!E4") in codes(reading)


def test_numbers_come_as_they_were_typed(numbered: dr.Report) -> None:
    path = "proactive_disclosure.administrative_fees.amount"

    def change(name: str, data: bytes) -> bytes:
        return data.replace(b"<v>9.5</v>", b"<v>24252.311082000001</v>")

    from decimal import Decimal

    report = numbered.replace({path: Decimal("9.5")})
    reading = dr.read(parts_changed(dr.to_bytes(report, "xlsx"), change))
    assert reading.report[path] == Decimal("24252.311082")
    assert edited(report, lambda book: setattr(cell_of(book, PATH), "value", 5.5)).report[PATH] is None
    assert edited(report, lambda book: setattr(cell_of(book, PATH), "value", 5.0)).report[PATH] == 5


def _plain_copy(report: dr.Report, *, one_sheet: bool) -> Any:
    """What somebody types: titles, headings, the three tables with their merges, no names."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    row = 1
    for block in compose(report).blocks:
        if isinstance(block, Grid):
            if not one_sheet:
                sheet, row = book.create_sheet(), 1
            for box in block.shape.boxes:
                value = block.values[box.content] if isinstance(box.content, int) else box.content
                sheet.cell(row + box.row, box.column + 1).value = value
                if box.rowspan * box.colspan > 1:
                    first = f"{get_column_letter(box.column + 1)}{row + box.row}"
                    end = f"{get_column_letter(box.column + box.colspan)}{row + box.row + box.rowspan - 1}"
                    sheet.merge_cells(f"{first}:{end}")
            row += block.shape.rows + 1
            sheet = sheet if one_sheet else book.worksheets[0]
            row = row if one_sheet else sheet.max_row + 1
        else:
            sheet.cell(row, 1).value = block.text
            if isinstance(block, Heading):
                sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=4)
            row += 1
    return book


@pytest.mark.parametrize("year", [2019, 2021])
@pytest.mark.parametrize("one_sheet", [False, True])
def test_a_plain_copy_of_the_tables_is_read_like_any_document(one_sheet: bool, year: int) -> None:
    report = dr.complete(dr.Report.blank("青溪镇", year), zeros=True).report
    counts = [said.path for said in dr.fields(dr.Form(year)) if said.kind == "count"]
    report = report.replace(
        {path: number for number, path in enumerate(counts)},
        overview=dr.Prose.from_text("全年公开信息126条。"),
        other_matters=dr.Prose.from_text("无其他事项。"),
    )
    reading = saved(_plain_copy(report, one_sheet=one_sheet))
    assert reading.report == report
    assert reading.findings == ()


def test_blank_cells_of_a_plain_copy_hold_their_columns(full: dr.Report) -> None:
    report = full.replace({PATH: None, "disputes.reconsideration.corrected": None})
    assert saved(_plain_copy(report, one_sheet=True)).report == report


def test_a_workbook_without_a_report_says_so() -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet["A1"], sheet["B2"] = "销售", 5
    assert not saved(book).is_report


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted, or an old binary"),
        (b"PK\x03\x04cut", "damaged package"),
    ],
)
def test_what_is_no_workbook_is_an_error(data: bytes, words: str) -> None:
    with pytest.raises(DamagedFileError, match=words):
        dr.read(data, "xlsx")


def test_a_package_without_a_workbook_is_an_error(full: dr.Report) -> None:
    with pytest.raises(DamagedFileError, match="no Excel workbook"):
        dr.read(dr.to_bytes(full, "docx"), "xlsx")


def test_macros_beside_the_sheets_are_passed_over(full: dr.Report) -> None:
    made = io.BytesIO(dr.to_bytes(full, "xlsx"))
    with zipfile.ZipFile(made, "a") as package:
        package.writestr("xl/vbaProject.bin", b"x")
    assert dr.read(made.getvalue()).report == full


def _with_rows(full: dr.Report, rows: str) -> bytes:
    def change(name: str, data: bytes) -> bytes:
        end = b"</sheetData>"
        return data.replace(end, rows.encode() + end) if name == "xl/worksheets/sheet2.xml" else data

    return parts_changed(dr.to_bytes(full, "xlsx"), change)


def test_a_million_rows_end_with_the_limit(full: dr.Report) -> None:
    empty = "".join(f'<row r="{row}"/>' for row in range(100, 700_100))
    assert dr.read(_with_rows(full, empty)).report == full
    filled = "".join(f"<row><c><v>{row}</v></c></row>" for row in range(300_000))
    with pytest.raises(FileTooLargeError, match="200000 cells"):
        dr.read(_with_rows(full, filled))
    with pytest.raises(FileTooLargeError, match="16 MiB"):
        dr.read(_with_rows(full, "<row/>" * 3_000_000))


def test_merges_over_all_cells_end_with_the_limit(full: dr.Report) -> None:
    def change(name: str, data: bytes) -> bytes:
        before = b'<mergeCell ref="'
        return data.replace(before, before + b'A9:XFD1048576"/><mergeCell ref="', 1)

    with pytest.raises(FileTooLargeError, match="merges"):
        dr.read(parts_changed(dr.to_bytes(full, "xlsx"), change))


def test_a_text_that_is_missing_is_damage(full: dr.Report) -> None:
    data = _with_rows(full, '<row r="60"><c r="A60" t="s"><v>999</v></c></row>')
    with pytest.raises(DamagedFileError, match="text that is missing"):
        dr.read(data)


def test_strict_workbooks_are_read(numbered: dr.Report) -> None:
    before = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    data = parts_changed(dr.to_bytes(numbered, "xlsx"), lambda _, part: part.replace(before, strict))
    assert dr.read(data).report == numbered


def test_entities_are_refused(full: dr.Report) -> None:
    def change(name: str, data: bytes) -> bytes:
        return b'<!DOCTYPE x [<!ENTITY a "b">]>' + data if name == "xl/workbook.xml" else data

    with pytest.raises(DamagedFileError, match="document type"):
        dr.read(parts_changed(dr.to_bytes(full, "xlsx"), change))
