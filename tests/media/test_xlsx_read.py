"""Workbooks that come back, and workbooks of others: no silent 0, every doubt with sheet and cell."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

import disclosure_report as dr
from disclosure_report.blocks import Grid, Heading, Place
from disclosure_report.errors import DamagedFileError, FileTooLargeError, InvalidValueError
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


@pytest.mark.parametrize(
    "code", ["0%", "0.00%", "#,##0,", '0.0,"千"', "0.00E+00%", ";;;", '0"0"', '0"万"', '"约"0', '0"；"\\0']
)
def test_a_number_that_is_shown_scaled_is_no_number(code: str, numbered: dr.Report) -> None:
    reading = edited(numbered, lambda book: setattr(cell_of(book, PATH), "number_format", code))
    assert reading.report == numbered.replace({PATH: None})
    assert codes(reading) == [("R305", "三 申请!D4")]


@pytest.mark.parametrize("code", ["#,##0", "0", "¥#,##0.00", '0"件"', "0.00E+00", "@", "_ * #,##0_ "])
def test_a_number_that_is_shown_as_itself_is_read(code: str, numbered: dr.Report) -> None:
    reading = edited(numbered, lambda book: setattr(cell_of(book, PATH), "number_format", code))
    assert reading.report == numbered


def test_a_zero_that_is_not_shown_is_no_zero(numbered: dr.Report) -> None:
    def hide(book: Any) -> None:
        cell_of(book, PATH).value = 0
        cell_of(book, PATH).number_format = "0;-0;;@"

    reading = edited(numbered, hide)
    assert reading.report == numbered.replace({PATH: None})
    assert codes(reading) == [("R305", "三 申请!D4")]


def test_a_struck_number_is_no_number(numbered: dr.Report) -> None:
    reading = edited(numbered, lambda book: setattr(cell_of(book, PATH), "font", Font(strike=True)))
    assert reading.report == numbered.replace({PATH: None})
    assert codes(reading) == [("R305", "三 申请!D4")]


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
    assert reading.report == numbered.replace({PATH: None, other: None})
    assert ("R508", "三 申请!E4") in codes(reading)
    [finding] = [finding for finding in reading.findings if finding.code == "R307"]
    assert finding.paths == (PATH, other)


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


def test_heads_that_nobody_knows_leave_their_cells_blank(numbered: dr.Report) -> None:
    def edit(book: Any) -> None:
        for column, words in zip("BCD", ("废止件数", "制发件数", "有效件数"), strict=True):
            book["二 主动公开"][f"{column}2"] = words
        book["二 主动公开"]["B13"] = "收了多少"

    reading = edited(numbered, edit)
    rows = ("rules", "normative_documents")
    names = [f"{row}.{column}" for row in rows for column in ("issued", "repealed", "in_force")]
    paths = [f"proactive_disclosure.{name}" for name in (*names, "administrative_fees.amount")]
    assert reading.report == numbered.replace(dict.fromkeys(paths))
    assert set(paths) <= {path for finding in reading.findings for path in finding.paths}


def test_a_head_that_says_another_unit_converts_with_a_finding(numbered: dr.Report) -> None:
    path = "proactive_disclosure.administrative_fees.amount"

    def edit(book: Any) -> None:
        book["二 主动公开"]["B13"] = "本年收费金额（单位：元）"
        cell_of(book, path).value = 9200

    reading = edited(numbered, edit)
    assert str(reading.report[path]) == "0.92"
    assert ("R308", (path,)) in [(finding.code, finding.paths) for finding in reading.findings]


def test_a_row_that_was_deleted_takes_no_number_of_the_next(numbered: dr.Report) -> None:
    """Its names now stand in the row of another label."""

    def edit(book: Any) -> None:
        sheet = book[TITLE]
        for merge in [str(each) for each in sheet.merged_cells.ranges]:
            sheet.unmerge_cells(merge)
        sheet.delete_rows(10)

    reading = edited(numbered, edit)
    wrong = [p for p, v in reading.report.cells().items() if v is not None and v != numbered[p]]
    assert wrong == []
    assert {code for code, _ in codes(reading)} >= {"R502"}


def test_a_table_of_another_form_pasted_over_is_read_as_what_it_is(numbered: dr.Report) -> None:
    older = dr.complete(dr.Report.blank("青溪镇", 2019), zeros=True).report
    counts = [said.path for said in dr.fields(dr.Form.Y2019) if said.kind == "count"]
    older = older.replace({path: 3000 + number for number, path in enumerate(counts)})
    source = openpyxl.load_workbook(io.BytesIO(dr.to_bytes(older, "xlsx")))

    def edit(book: Any) -> None:
        for title in ("二 主动公开", TITLE):
            for merge in [str(each) for each in book[title].merged_cells.ranges]:
                book[title].unmerge_cells(merge)
            for cell in [cell for row in book[title].iter_rows() for cell in row]:
                cell.value = None
            for cell in [cell for row in source[title].iter_rows() for cell in row if cell.value is not None]:
                book[title][cell.coordinate] = cell.value

    report = edited(numbered, edit).report
    assert report.applications.form is dr.Form.Y2019
    assert report.proactive_disclosure.form is dr.Form.Y2019
    cells = {p: v for p, v in report.cells().items() if v is not None and not p.startswith("disputes")}
    assert [p for p, v in cells.items() if v != older[p]] == []


LOOKS = [('vertAlign val="superscript"', "1²"), ("strike", "12\u0336")]


@pytest.mark.parametrize(("look", "text"), LOOKS)
def test_raised_and_struck_figures_are_no_figures(look: str, text: str, numbered: dr.Report) -> None:
    inside = f"<is><r><t>1</t></r><r><rPr><{look}/></rPr><t>2</t></r></is>"

    def change(name: str, data: bytes) -> bytes:
        cell = rb'<c r="D4" s="\d+"><v>109</v></c>'
        after = f'<c r="D4" t="inlineStr">{inside}</c>'.encode()
        return re.sub(cell, after, data) if name == "xl/worksheets/sheet3.xml" else data

    reading = dr.read(parts_changed(dr.to_bytes(numbered, "xlsx"), change))
    assert reading.report == numbered.replace({PATH: None})
    assert reading.sources[PATH].text == text


def test_words_that_are_not_in_the_sheet_of_words_are_left_over(numbered: dr.Report) -> None:
    def edit(book: Any) -> None:
        draft = book.create_sheet("草稿", 0)
        draft["A1"], draft["B1"], draft["A3"] = "计算过程", 5, "张三"
        book[TITLE]["A40"] = "填表人：李四"
        book["文字"]["C3"], book["文字"]["A2"] = "漏掉的话", "9"
        book["说明"]["D3"], book["勾稽检查"]["G9"] = "旁注", "又注"

    reading = edited(numbered, edit)
    assert reading.report == numbered
    texts = {block.text for block in reading.left_over if not isinstance(block, Grid)}
    assert texts == {"计算过程 | 5", "张三", "填表人：李四", "漏掉的话", "9", "旁注", "又注"}
    assert [code for code, _ in codes(reading)] == ["R401"]


def test_a_formula_in_the_sheet_of_words_is_noted(numbered: dr.Report) -> None:
    reading = edited(numbered, lambda book: setattr(book["文字"]["B2"], "value", '="正文"'))
    assert "R404" in {code for code, _ in codes(reading)}


def test_columns_may_be_inserted_before_the_words(numbered: dr.Report) -> None:
    def edit(book: Any) -> None:
        book["文字"].insert_cols(1)
        book["文字"].title = "正文"
        del book.defined_names["sheet.text"]

    assert edited(numbered, edit).report == numbered


def test_a_preamble_that_reads_like_a_title_is_a_preamble(numbered: dr.Report) -> None:
    report = numbered.replace(preamble=dr.Prose.from_text("悦来镇2021年政府信息公开工作年度报告"))
    assert dr.read(dr.to_bytes(report, "xlsx")).report == report


@pytest.mark.parametrize(("value", "found"), [("1_000", None), ("1e-99999", None), ("1.2E+3", 1200)])
def test_only_numbers_of_the_format_are_numbers(value: str, found: int | None, numbered: dr.Report) -> None:
    def change(name: str, data: bytes) -> bytes:
        return re.sub(rb'(<c r="D4" s="\d+"><v>)109', rb"\g<1>" + value.encode(), data)

    assert dr.read(parts_changed(dr.to_bytes(numbered, "xlsx"), change)).report[PATH] == found


TWICE = [('<c r="E4"', '<c r="D4"'), ('name="三 申请"', 'name="说明"')]


@pytest.mark.parametrize(("before", "after"), TWICE)
def test_what_stands_twice_is_damage(before: str, after: str, numbered: dr.Report) -> None:
    def change(name: str, data: bytes) -> bytes:
        text = data.decode().replace("&#19977; &#30003;&#35831;", "三 申请") if name.endswith(".xml") else ""
        return text.replace(before, after).encode() if text else data

    with pytest.raises(DamagedFileError):
        dr.read(parts_changed(dr.to_bytes(numbered, "xlsx"), change))


def test_very_long_numbers_of_styles_and_very_many_columns_do_no_harm(numbered: dr.Report) -> None:
    def change(name: str, data: bytes) -> bytes:
        if name != "xl/worksheets/sheet3.xml":
            return data
        columns = b"<cols>" + b'<col min="1" max="16383" hidden="1"/>' * 20_000
        return data.replace(b"<cols>", columns).replace(b'<c r="E4" s="', b'<c r="E4" s="' + b"1" * 5000)

    assert dr.read(parts_changed(dr.to_bytes(numbered, "xlsx"), change)).report == numbered


def test_very_many_lines_come_to_an_end() -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for number in range(20_000):
        sheet.append([f"行{number}"])
    assert not saved(book).is_report


def test_a_text_longer_than_a_cell_holds_is_refused(full: dr.Report) -> None:
    row = f'<row r="60"><c r="A60" t="inlineStr"><is><t>{"长" * 40_000}</t></is></c></row>'
    with pytest.raises(FileTooLargeError, match="32767 characters"):
        dr.read(_with_rows(full, row))


@pytest.mark.parametrize("fillable", ["no", None, 2, []])
def test_fillable_is_yes_or_no(fillable: Any, full: dr.Report) -> None:
    with pytest.raises(InvalidValueError, match="fillable"):
        dr.to_bytes(full, "xlsx", fillable=fillable)


@pytest.mark.parametrize("title", ["&" * 300, "😀" * 150, "长" * 300])
def test_a_header_is_never_longer_than_excel_takes(title: str, full: dr.Report) -> None:
    book = openpyxl.load_workbook(io.BytesIO(dr.to_bytes(full.replace(title=title), "xlsx")))
    header = book[TITLE].oddHeader
    assert header
    assert len(f"&C{header.center.text}".encode("utf-16-le")) // 2 <= 255


@pytest.mark.parametrize(
    ("name", "line", "noted"),
    [
        ("2020年表三", None, True),
        ("表三", "2020年收到和处理申请情况", True),
        ("表三（2021）", "（2020年度）", True),
        ("表三", "2021年收到和处理申请情况", False),
        ("2021年表三", "依据国办公开办函〔2020〕30号填报", False),
    ],
)
def test_a_sheet_that_says_another_year_is_noted_at_its_cells(
    name: str, line: str | None, noted: bool, numbered: dr.Report
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(dr.to_bytes(numbered, "xlsx")))
    sheet = book[TITLE]
    sheet.title = name
    if line:
        sheet.insert_rows(1, 2)
        sheet["A1"] = line
        for cells in [*sheet.merged_cells.ranges]:
            cells.shift(row_shift=2)
    target = io.BytesIO()
    book.save(target)
    reading = dr.read(target.getvalue(), "xlsx")
    assert reading.report[PATH] == numbered[PATH]
    found = {path for finding in reading.findings if finding.code == "R510" for path in finding.paths}
    assert found == (
        {path for path in numbered.cells() if path.startswith("applications")} if noted else set()
    )
