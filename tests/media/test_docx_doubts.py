"""What else stands in a cell or paragraph of Word: it changes no number and goes nowhere in silence."""

import io
import zipfile
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

import disclosure_report as dr
from disclosure_report.errors import DamagedFileError, FileTooLargeError
from disclosure_report.layout.recognise.reading import Reading


REPORT = dr.Report.blank("青溪镇", 2021)
REPORT = REPORT.replace(
    {path: Decimal("9.5") if path.endswith("amount") else 100 + n for n, path in enumerate(REPORT.cells())}
)
DATA = dr.to_bytes(REPORT, "docx")
PATH = "proactive_disclosure.normative_documents.in_force"
VALUE = "<w:r><w:t>105</w:t></w:r>"
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def changed(before: str, after: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(DATA)) as package, zipfile.ZipFile(made, "w") as copy:
        for name in package.namelist():
            data = package.read(name)
            if name == "word/document.xml":
                assert before.encode() in data
                data = data.replace(before.encode(), after.encode())
            copy.writestr(name, data)
    return made.getvalue()


def look(name: str, text: str, value: str = "") -> str:
    said = f' w:val="{value}"' if value else ""
    return f"<w:r><w:rPr><w:{name}{said}/></w:rPr><w:t>{text}</w:t></w:r>"


DOUBTFUL = {
    "raised": (VALUE + look("vertAlign", "2", "superscript"), "105²"),
    "moved up": (VALUE + look("position", "2", "12"), "105²"),
    "moved down": (VALUE + look("position", "2", "-6"), "105₂"),
    "lowered": (VALUE + look("vertAlign", "2", "subscript"), "105₂"),
    "struck": (look("strike", "99") + VALUE, "9\u03369\u0336105"),
    "struck twice": (look("dstrike", "9") + VALUE, "9\u0336105"),
    "a sign": ('<w:r><w:t>10</w:t><w:sym w:font="Wingdings" w:char="F035"/></w:r>', "10\ufffc"),
    "a formula": (f"<w:r><w:t>10</w:t></w:r><m:oMath {MATH}><m:r><m:t>5</m:t></m:r></m:oMath>", "10\ufffc"),
    "a text box": (
        f"<w:r><w:pict><w:txbxContent><w:p>{VALUE}</w:p></w:txbxContent></w:pict></w:r>",
        "\ufffc",
    ),
    "a picture": ("<w:r><w:drawing/></w:r>", "\ufffc"),
    "a page break": ('<w:r><w:t>10</w:t><w:br w:type="page"/><w:t>5</w:t></w:r>', "10\n5"),
    "an unknown wrapper": (f"<w:zzz>{VALUE}</w:zzz>", "\ufffc"),
}


@pytest.mark.parametrize(("inside", "text"), DOUBTFUL.values(), ids=DOUBTFUL)
def test_a_number_beside_something_else_is_no_number(inside: str, text: str) -> None:
    reading = dr.read(changed(VALUE, inside))
    assert reading.report == REPORT.replace({PATH: None})
    [finding] = reading.findings
    assert (finding.code, finding.paths) == ("R305", (PATH,))
    assert reading.sources[PATH].text == text


CERTAIN = {
    "hidden text": look("vanish", "99") + VALUE,
    "not struck": look("strike", "105", "0"),
    "not moved": look("position", "105", "0"),
    "a footnote": VALUE + '<w:r><w:footnoteReference w:id="1"/></w:r>',
    "a table in a control": "</w:p><w:sdt><w:sdtContent><w:tbl><w:tr><w:tc><w:p>"
    + VALUE
    + "</w:p></w:tc></w:tr></w:tbl></w:sdtContent></w:sdt><w:p>",
    "a table with attributes": '</w:p><w:tbl xmlns:z="z"><w:tr><w:tc><w:p>'
    + VALUE
    + "</w:p></w:tc></w:tr></w:tbl><w:p>",
    "a field in an instruction": '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar '
    'w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    + VALUE
    + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
}


@pytest.mark.parametrize("inside", CERTAIN.values(), ids=CERTAIN)
def test_what_is_certain_is_read(inside: str) -> None:
    reading = dr.read(changed(VALUE, inside))
    assert reading.report == REPORT
    assert reading.findings == ()


def test_a_cell_that_an_old_merge_hides_has_no_value() -> None:
    at = f'<w:tcPr><w:hMerge w:val="continue"/></w:tcPr><w:p>{VALUE}</w:p>'
    table = f"<w:tbl><w:tr><w:tc><w:p>{VALUE}</w:p></w:tc><w:tc>{at}</w:tc></w:tr></w:tbl>"
    reading = dr.read(changed("<w:sectPr", f"{table}<w:sectPr"))
    assert [block.shape.boxes[0].colspan for block in reading.left_over if hasattr(block, "shape")] == [2]


@pytest.mark.parametrize(
    ("said", "rows"),
    [("<w:hidden/>", 1), ('<w:hidden w:val="0"/>', 2), ('<w:del w:id="1" w:author="a"/>', 1), ("", 2)],
)
def test_rows_that_nobody_sees_are_none(said: str, rows: int) -> None:
    cell = f"<w:tc><w:p>{VALUE}</w:p></w:tc>"
    table = f"<w:tbl><w:tr><w:trPr>{said}</w:trPr>{cell}</w:tr><w:tr>{cell}</w:tr></w:tbl>"
    reading = dr.read(changed("<w:sectPr", f"{table}<w:sectPr"))
    assert [block.shape.rows for block in reading.left_over if hasattr(block, "shape")] == [rows]


def test_a_picture_in_words_is_a_finding() -> None:
    report = REPORT.replace(overview=dr.Prose.from_text("见下图。"))
    document = docx.Document(io.BytesIO(dr.to_bytes(report, "docx")))
    [paragraph] = [each for each in document.paragraphs if each.text == "见下图。"]
    run = paragraph.add_run()
    run._r.append(run._r.makeelement(qn("w:drawing"), {}))
    reading = _saved(document)
    assert reading.report == report
    assert [finding.code for finding in reading.findings] == ["R404"]


def _saved(document: Any) -> Reading:
    made = io.BytesIO()
    document.save(made)
    return dr.read(made.getvalue())


def _edited(edit: Callable[[Any], None]) -> Reading:
    document = docx.Document(io.BytesIO(DATA))
    edit(document)
    return _saved(document)


def _say(cell: Any, text: str) -> None:
    next(cell.iter(qn("w:t"))).text = text


def _swap_columns(table: Any, rows: tuple[int, ...], column: int) -> None:
    for row in rows:
        cells = table.rows[row]._tr.tc_lst
        cells[column + 1].addnext(cells[column])


def test_heads_decide_and_a_head_that_nobody_knows_leaves_its_column_blank() -> None:
    def edit(document: Any) -> None:
        _swap_columns(document.tables[0], (1, 2, 3), 1)
        _say(document.tables[0].rows[1]._tr.tc_lst[3], "现行有效数")

    reading = _edited(edit)
    rows = ("rules", "normative_documents")
    blank = {f"proactive_disclosure.{row}.in_force": None for row in rows}
    assert reading.report == REPORT.replace(blank)
    doubts = [finding.paths for finding in reading.findings if finding.code == "R307"]
    assert doubts == [(path,) for path in blank]


def test_one_head_above_two_columns_leaves_the_row_blank() -> None:
    def edit(document: Any) -> None:
        _say(document.tables[0].rows[1]._tr.tc_lst[2], "本年制发件数")

    reading = _edited(edit)
    paths = [path for path in REPORT.cells() if "rules." in path or "normative_documents." in path]
    assert reading.report == REPORT.replace(dict.fromkeys(paths))
    assert [finding.code for finding in reading.findings] == ["R306", "R306"]


def test_a_head_of_remarks_takes_the_place_of_no_column() -> None:
    def edit(document: Any) -> None:
        _say(document.tables[2].rows[2]._tr.tc_lst[14], "备注")

    reading = _edited(edit)
    path = "disputes.litigation_after_reconsideration.total"
    assert reading.report == REPORT.replace({path: None})


@pytest.mark.parametrize("sign", ["\n", "\u2028", "\x85"])
def test_a_title_may_be_broken(sign: str) -> None:
    document = docx.Document()
    document.add_paragraph(f"青溪镇{sign}2021年政府信息公开工作年度报告")
    document.add_paragraph("一、总体情况")
    report = _saved(document).report
    assert (report.agency, report.year, report.title) == ("青溪镇", 2021, None)


def test_a_hole_in_a_file_is_damage() -> None:
    with pytest.raises(DamagedFileError):
        dr.read(DATA[:200] + DATA[3200:])


def test_a_span_of_very_many_digits_is_no_span() -> None:
    assert dr.read(changed('<w:gridSpan w:val="7"/>', f'<w:gridSpan w:val="{"9" * 5000}"/>')).is_report


def test_very_many_cells_in_all_are_refused() -> None:
    table = "<w:tbl>" + "<w:tr>" + "<w:tc/>" * 40_000 + "</w:tr></w:tbl>"
    with pytest.raises(FileTooLargeError, match="cells in its tables"):
        dr.read(changed("<w:sectPr", table * 3 + "<w:sectPr"))
