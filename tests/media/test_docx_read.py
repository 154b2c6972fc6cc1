"""Word documents of others: body order, merges both ways, nested tables, tracked changes, limits."""

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml

import disclosure_report as dr
from disclosure_report.blocks import Block, Grid, Heading, Paragraph
from disclosure_report.errors import DamagedFileError, FileTooLargeError, UnreadableError
from disclosure_report.layout.recognise.grids import Texts
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.media import archive
from disclosure_report.media.docx.read import read


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def package(body: str, head: str = "", **parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(
            "word/document.xml", f'{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
        for name, text in parts.items():
            made.writestr(f"word/{name}.xml", text)
    return buffer.getvalue()


def blocks(body: str, **parts: str) -> list[Block]:
    return list(read(package(body, **parts), "x.docx").blocks)


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def boxes(block: Block) -> list[tuple[int, int, int, int, str]]:
    assert isinstance(block, Grid)
    return [
        (box.row, box.column, box.rowspan, box.colspan, text)
        for box, text in zip(block.shape.boxes, Texts.of(block).texts, strict=True)
    ]


def test_paragraphs_and_tables_come_in_body_order_with_places() -> None:
    found = blocks(p("a") + f"<w:tbl>{tr(tc('1'))}</w:tbl>" + p("b"))
    assert [type(block) for block in found] == [Paragraph, Grid, Paragraph]
    assert [str(block.place) for block in found] == ["第1段", "第1个表", "第2段"]


def test_merges_across_and_down() -> None:
    down, on, across = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    table = (
        tr(tc("a", down), tc("b", across))
        + tr(tc("", on), tc("c"), tc("d"))
        + tr(tc("", on), tc("e", across))
    )
    [grid] = blocks(f"<w:tbl>{table}</w:tbl>")
    assert boxes(grid) == [
        (0, 0, 3, 1, "a"),
        (0, 1, 1, 2, "b"),
        (1, 1, 1, 1, "c"),
        (1, 2, 1, 1, "d"),
        (2, 1, 1, 2, "e"),
    ]


def test_a_row_may_begin_after_skipped_columns() -> None:
    table = tr(tc("a"), tc("b")) + tr(tc("c"), properties='<w:gridBefore w:val="1"/>')
    assert boxes(blocks(f"<w:tbl>{table}</w:tbl>")[0])[-1] == (1, 1, 1, 1, "c")


def test_insertions_are_kept_and_deletions_dropped() -> None:
    run = "<w:{0}><w:r><w:{1}>{2}</w:{1}></w:r></w:{0}>".format
    text = f"<w:p>{run('ins', 't', '新')}{run('del', 'delText', '旧')}<w:r><w:t>文</w:t></w:r></w:p>"
    assert blocks(text) == [Paragraph("新文")]


def test_content_controls_and_links_are_opened() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    link = "<w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>"
    assert blocks(control(p("a") + link)) == [Paragraph("a"), Paragraph("链接")]
    row = control(tr(control(tc("x"))))
    assert boxes(blocks(f"<w:tbl>{row}</w:tbl>")[0]) == [(0, 0, 1, 1, "x")]


def test_breaks_and_tabs_are_characters() -> None:
    inside = '<w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:br w:type="page"/><w:t>d</w:t>'
    assert blocks(f"<w:p><w:r>{inside}</w:r></w:p>") == [Paragraph("a\nb\tc\nd")]


def test_headings_are_told_by_the_name_of_their_style() -> None:
    style = '<w:style w:styleId="{}"><w:name w:val="{}"/></w:style>'.format
    styles = style("1", "heading 1") + style("a", "Title") + style("b", "Body")
    marked = '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'.format
    found = blocks("".join(map(marked, "1ab")), styles=f'<w:styles xmlns:w="{W}">{styles}</w:styles>')
    assert found == [Heading(1, "x"), Heading(0, "x"), Paragraph("x")]


def test_a_table_that_only_lays_out_another_is_opened() -> None:
    inner = f"<w:tbl>{tr(tc('1'), tc('2'), tc('3'))}</w:tbl>"
    cell = f"<w:tc>{p('a')}{inner}{p('b')}</w:tc>"
    found = blocks(f"<w:tbl>{tr(cell)}</w:tbl>")
    assert [type(block) for block in found] == [Paragraph, Grid, Paragraph]


def test_a_picture_alone_in_a_paragraph_is_noted() -> None:
    page = (
        p("青溪镇2021年政府信息公开工作年度报告") + "<w:p><w:r><w:drawing/></w:r></w:p>" + p("一、总体情况")
    )
    assert "R402" in [finding.code for finding in dr.read(package(page), "docx").findings]


def _edited(report: dr.Report, edit: Any) -> Reading:
    document = docx.Document(io.BytesIO(dr.to_bytes(report, "docx")))
    edit(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return dr.read(buffer.getvalue())


def test_it_reads_back_after_a_person_changed_numbers(full: dr.Report) -> None:
    def edit(document: Any) -> None:
        cell = document.tables[0].rows[2].cells[1]
        cell.paragraphs[0].runs[0].text = "1,234"

    reading = _edited(full, edit)
    assert reading.report == full.replace({"proactive_disclosure.rules.issued": 1234})
    assert str(reading.sources["proactive_disclosure.rules.issued"].place) == "第1个表第3行第2列"


def test_it_reads_back_after_a_person_added_a_paragraph_and_a_row(full: dr.Report) -> None:
    def edit(document: Any) -> None:
        heading = next(each for each in document.paragraphs if each.text == "六、其他需要报告的事项")
        heading.insert_paragraph_before("新增一段。", style="Body Text")
        row = document.tables[1].rows[5]._tr
        added = parse_xml(f'<w:tr xmlns:w="{W}">{tc("另有一行")}{tc("9")}</w:tr>')
        row.addnext(added)

    reading = _edited(full, edit)
    problems = dr.Prose([*full.problems_and_improvements, Paragraph("新增一段。")])
    assert reading.report == full.replace(problems_and_improvements=problems)
    assert [finding.code for finding in reading.findings] == ["R401"]
    assert [block.text for block in reading.left_over if isinstance(block, Paragraph)] == ["另有一行 | 9"]


def test_a_changed_title_is_read_from_the_page(full: dr.Report) -> None:
    def edit(document: Any) -> None:
        document.paragraphs[0].runs[0].text = "清溪镇2022年政府信息公开工作年度报告"

    report = _edited(full, edit).report
    assert (report.agency, report.year, report.title) == ("清溪镇", 2022, None)


def test_a_table_of_two_pages_with_a_repeated_head_is_one(full: dr.Report) -> None:
    def edit(document: Any) -> None:
        table = document.tables[1]._tbl
        rows = table.tr_lst
        second = parse_xml(f'<w:tbl xmlns:w="{W}"><w:tblPr/><w:tblGrid/></w:tbl>')
        for row in rows[15:]:
            second.append(row)
        table.addnext(second)

    reading = _edited(full, edit)
    assert reading.report == full


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04" + b"cut" * 50, "damaged package"),
        (b"\xd0\xcf\x11\xe0" * 10, "encrypted, or an old"),
        (b"hello", "damaged package"),
        (package("")[:-40], "damaged package"),
        (package("<w:p>"), "is no XML"),
        (package("", '<!DOCTYPE x [<!ENTITY a "b">]>'), "document type"),
        (package("&a;", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), "document type"),
        (package("<w:tbl>" + "<w:tr><w:tc><w:tbl>" * 300), "is no XML"),
    ],
)
def test_a_damaged_document_is_an_error_that_names_the_file(data: bytes, words: str) -> None:
    with pytest.raises(DamagedFileError, match=words) as raised:
        dr.read(data, "docx")
    assert "<bytes>" in str(raised.value)


def test_a_package_without_a_document_is_an_error() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("other.xml", "<a/>")
    with pytest.raises(DamagedFileError, match="no part word/document"):
        dr.read(buffer.getvalue(), "docx")


def test_a_part_over_the_limit_is_refused_whatever_it_declares(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_PART", 1000)
    with pytest.raises(FileTooLargeError, match="larger than"):
        dr.read(package(p("长" * 5000)), "docx")
    monkeypatch.setattr(archive, "MAX_ENTRIES", 0)
    with pytest.raises(FileTooLargeError, match="1 entries"):
        dr.read(package(""), "docx")


def test_names_that_leave_the_folder_do_no_harm(full: dr.Report) -> None:
    buffer = io.BytesIO(dr.to_bytes(full, "docx"))
    with zipfile.ZipFile(buffer, "a") as made:
        made.writestr("../../evil.txt", "x")
        made.writestr("/etc/evil.txt", "x")
    assert dr.read(buffer.getvalue()).report == full


def test_tables_nested_too_deep_are_refused() -> None:
    body = "<w:tbl><w:tr><w:tc>" * 9 + f"<w:tbl>{tr(tc('1'), tc('2'))}</w:tbl>" + "</w:tc></w:tr></w:tbl>" * 9
    with pytest.raises(FileTooLargeError, match="nested more than 8"):
        dr.read(package(body), "docx")


def test_very_many_tables_or_cells_are_refused_with_the_limit() -> None:
    with pytest.raises(FileTooLargeError, match="more than 2000 tables"):
        dr.read(package("<w:tbl/>" * 2001), "docx")
    with pytest.raises(FileTooLargeError, match="more than 50000 cells"):
        dr.read(package(f"<w:tbl><w:tr>{'<w:tc/>' * 50_001}</w:tr></w:tbl>"), "docx")
    with pytest.raises(FileTooLargeError, match="more than 50000 paragraphs"):
        dr.read(package("<w:p/>" * 50_001), "docx")
    assert len(blocks("<w:tbl/>" * 2000)) == 2000


def test_macros_beside_the_document_are_passed_over(full: dr.Report) -> None:
    buffer = io.BytesIO(dr.to_bytes(full, "docx"))
    with zipfile.ZipFile(buffer, "a") as made:
        made.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    assert dr.read(buffer.getvalue()).report == full


def test_the_text_of_a_small_table_inside_a_cell_is_kept() -> None:
    inner = f"<w:tbl>{tr(tc('5'))}</w:tbl>"
    outer = tr(tc("a"), tc("b")) + tr(f"<w:tc>{p('c')}{inner}</w:tc>", tc("d"))
    assert [box[-1] for box in boxes(blocks(f"<w:tbl>{outer}</w:tbl>")[0])] == ["a", "b", "c\n5", "d"]


def test_an_encrypted_entry_is_refused() -> None:
    data = bytearray(package(""))
    at = data.index(b"PK\x01\x02") + 8
    data[at] |= 1
    with pytest.raises(DamagedFileError, match="encrypted"):
        dr.read(bytes(data), "docx")


@pytest.mark.parametrize("cut", range(0, 3000, 97))
def test_any_cut_document_gives_the_librarys_own_error(cut: int, full: dr.Report) -> None:
    data = dr.to_bytes(full, "docx")
    with pytest.raises(UnreadableError):
        dr.read(data[: len(data) - cut - 1], "docx")


@pytest.mark.parametrize("tag", ["<w:t", "<w:t<b>", "</w:t></w:t>", "<w:t\ue000>", "<w:t>1<2</w:t>"])
def test_a_tag_that_is_none_is_refused_in_a_table_whose_markup_is_known(tag: str) -> None:
    table = f"<w:tbl>{tr(tc('1'), tc('2'))}</w:tbl>"
    read(package(table), "x.docx")
    with pytest.raises(DamagedFileError, match="is no XML"):
        read(package(table.replace("<w:t>", tag, 1)), "x.docx")
